// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/patience.h"
#include "tests/ui/support/language.h"
#include "tests/ui/support/office_folder.h"
#include "tests/ui/support/screen_check.h"
#include "tests/ui/support/watchdog.h"
#include "ui/shell/main_window.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

using namespace tongban;

/// A case as it stood, at the real window by keys: marked as the past, nothing can be done there, one key
/// back.
class TstPastPage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void oneKeyGoesToThePastAndEscapeComesBack();
    void actByActAndByDay();
    void whatIsNoDayIsSaid();
    void thePastIsForEverybody_data();
    void thePastIsForEverybody();

private:
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }
    void open(approval::Language language);
    void goBack();
    QString words() const { return find<QLabel>("pastWords")->text(); }
    bool isPast() const { return find<QWidget>("pastPage")->isVisible(); }
    void press(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(m_window->focusWidget(), static_cast<Qt::Key>(key), modifiers);
    }

    tests::OfficeFolder m_office{120};
    ui::Theme m_theme;
    std::unique_ptr<service::WorkspaceThread> m_thread;
    std::unique_ptr<ui::MainWindow> m_window;
};

void TstPastPage::init()
{
    m_thread = m_office.open();
}

void TstPastPage::cleanup()
{
    m_window.reset();
    m_thread.reset();
}

void TstPastPage::open(approval::Language language)
{
    m_window = std::make_unique<ui::MainWindow>(*m_thread, m_theme, language);
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    EVENTUALLY(find<QAbstractButton>("practice_approver") != nullptr);
    find<QAbstractButton>("practice_approver")->click();
    const auto offered = [this] {
        const auto *act = find<QAction>("act_grant");
        return act != nullptr && find<QTableView>("queueTable") != nullptr
            && find<QTableView>("queueTable")->hasFocus() && !find<QLabel>("caseTitle")->text().isEmpty()
            && find<QTableWidget>("eventTable")->rowCount() > 0;
    };
    QVERIFY(QTest::qWaitFor(offered, tests::kPatience));
    tests::WatchedApplication::begin();
}

void TstPastPage::goBack()
{
    press(Qt::Key_9);
    EVENTUALLY(isPast() && !words().isEmpty());
}

void TstPastPage::oneKeyGoesToThePastAndEscapeComesBack()
{
    open(approval::Language::English);
    const QString title = find<QLabel>("caseTitle")->text();
    QVERIFY(find<QWidget>("actBar")->isVisible());
    goBack();
    QVERIFY2(words().startsWith(QStringLiteral("THE PAST, read only")), qPrintable(words()));
    QVERIFY(!find<QWidget>("actBar")->isVisible());
    QVERIFY(!find<QWidget>("casePage")->isVisible());
    // At its last act it is the present.
    QCOMPARE(find<QLabel>("pastTitle")->text(), title);
    press(Qt::Key_Escape);
    EVENTUALLY(!isPast());
    QVERIFY(find<QWidget>("actBar")->isVisible());
    QCOMPARE(find<QLabel>("caseTitle")->text(), title);
}

void TstPastPage::actByActAndByDay()
{
    open(approval::Language::English);
    const int acts = find<QTableWidget>("eventTable")->rowCount();
    QVERIFY(acts >= 2);
    goBack();
    EVENTUALLY_COMPARE(find<QTableWidget>("pastEvents")->rowCount(), acts);
    press(Qt::Key_Left, Qt::AltModifier);
    EVENTUALLY_COMPARE(find<QTableWidget>("pastEvents")->rowCount(), acts - 1);
    QVERIFY(words().contains(QStringLiteral("after act %1 of %2").arg(acts - 1).arg(acts)));
    press(Qt::Key_Right, Qt::AltModifier);
    EVENTUALLY_COMPARE(find<QTableWidget>("pastEvents")->rowCount(), acts);
    find<QLineEdit>("pastMoment")->setFocus();
    QTest::keyClicks(find<QLineEdit>("pastMoment"), QStringLiteral("2010-01-01"));
    press(Qt::Key_Return);
    EVENTUALLY(find<QLabel>("pastProblem")->isVisible());
    QVERIFY(find<QLabel>("pastProblem")->text().startsWith(QStringLiteral("There was no such case then")));
    find<QLineEdit>("pastMoment")->clear();
    QTest::keyClicks(find<QLineEdit>("pastMoment"), QStringLiteral("2030-01-01"));
    press(Qt::Key_Return);
    EVENTUALLY(words().contains(QStringLiteral("2030-01-01")));
}

void TstPastPage::whatIsNoDayIsSaid()
{
    open(approval::Language::English);
    goBack();
    QTest::keyClicks(find<QLineEdit>("pastMoment"), QStringLiteral("yesterday"));
    press(Qt::Key_Return);
    QVERIFY(find<QLabel>("pastProblem")->text().startsWith(QStringLiteral("Enter a day such as")));
}

void TstPastPage::thePastIsForEverybody_data()
{
    QTest::addColumn<int>("language");
    QTest::newRow("zh") << static_cast<int>(approval::Language::Chinese);
    QTest::newRow("en") << static_cast<int>(approval::Language::English);
}

void TstPastPage::thePastIsForEverybody()
{
    QFETCH(int, language);
    const tests::Language own(static_cast<approval::Language>(language));
    QVERIFY(own.isThere());
    open(static_cast<approval::Language>(language));
    goBack();
    QStringList flaws;
    const auto settle = [] {
        for (int round = 0; round < 4; ++round) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
    };
    const QString folder = qEnvironmentVariable("TONGBAN_TEST_PICTURES");
    const auto picture = [&](const QString &how) {
        if (!folder.isEmpty())
            m_window->grab().save(
                QStringLiteral("%1/%2-past-%3.png").arg(folder, QLatin1String(QTest::currentDataTag()), how));
    };
    for (const int zoom : {100, 150, 200}) {
        m_theme.setZoom(zoom);
        m_window->resize(zoom == 100 ? QSize(1366, 740) : QSize(1920, 1040));
        settle();
        flaws += tests::cutText(*m_window);
        picture(QString::number(zoom));
    }
    m_theme.setZoom(100);
    for (const ui::Look look : {ui::Look::Dark, ui::Look::EyeCare, ui::Look::HighContrast, ui::Look::Light}) {
        m_theme.setLook(look);
        settle();
        flaws += tests::faintText(*m_window);
        picture(ui::Theme::name(look));
    }
    flaws += tests::unnamedControls(*m_window);
    flaws += tests::unreachableControls(*m_window);
    QVERIFY2(flaws.isEmpty(), qPrintable(flaws.join(QLatin1Char('\n'))));
}

int main(int argc, char **argv)
{
    return tests::runWatched<TstPastPage>(argc, argv);
}
#include "tst_past_page.moc"
