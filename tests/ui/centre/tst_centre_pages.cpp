// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/document/pdf_reader.h"
#include "tests/support/patience.h"
#include "tests/ui/support/joined_window.h"
#include "tests/ui/support/language.h"
#include "tests/ui/support/screen_check.h"

#include <QAbstractButton>
#include <QDialog>
#include <QFile>
#include <QFileDialog>
#include <QTabWidget>

#include <algorithm>

using namespace tongban;
using permit::Act;

/// What a desktop of a centre shows beside its acts: the password, the copy, the account; and whether every
/// page can be read, named and reached in both languages, at every size and in every look.
class TstCentrePages : public QObject, private tests::JoinedWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { m_centre = std::make_unique<tests::central::MadeCentre>(); }
    void init() { beginRound(); }
    void cleanup() { endRound(); }
    void aPasswordIsAskedForAndNotKept();
    void theCopySaysHowFarItReaches();
    void theAccountSaysWhoOneIsAndTakesANewPassword();
    void theSheetOfWhatWasDoneWithoutTheCentreIsKept();
    void everyPageIsForEverybody_data();
    void everyPageIsForEverybody();

private:
    void lookAt(const QString &place);

    QStringList m_flaws;
};

void TstCentrePages::aPasswordIsAskedForAndNotKept()
{
    const std::string login = "here" + std::to_string(m_round);
    m_centre->server().requirePassword(login, "right-horse");
    open();
    EVENTUALLY_COMPARE(link(), QStringLiteral("The centre wants the password"));
    m_here->takeIn(19);
    openScreen();
    auto *password = find<QLineEdit>("centrePassword");
    EVENTUALLY(password->isVisible() && password->hasFocus());
    QTest::keyClicks(password, QStringLiteral("wrong"));
    QTest::keyClick(password, Qt::Key_Return);
    EVENTUALLY(find<QLabel>("centreSentence")->text().contains(QStringLiteral("does not take the password")));
    QTest::keyClicks(password, QStringLiteral("right-horse"));
    QTest::keyClick(password, Qt::Key_Return);
    EVENTUALLY_COMPARE(link(), QStringLiteral("Online"));
    QVERIFY(password->text().isEmpty());
    // Nowhere below the workspace.
    for (const auto &entry : std::filesystem::recursive_directory_iterator(m_here->office.folder()))
        if (entry.is_regular_file())
            QVERIFY(tests::readFile(entry.path()).find("right-horse") == std::string::npos);
}

void TstCentrePages::theCopySaysHowFarItReaches()
{
    m_there->takeIn(20);
    QVERIFY(m_there->sync().isFinished());
    open();
    EVENTUALLY_COMPARE(link(), QStringLiteral("Online"));
    openScreen();
    find<QTabWidget>("centreTabs")->setCurrentIndex(1);
    EVENTUALLY_COMPARE(find<QTableWidget>("copyDistricts")->rowCount(), 1);
    QCOMPARE(cell("copyDistricts", 0, 0), QStringLiteral("Nanshan"));
    QVERIFY(cell("copyDistricts", 0, 1).toInt() > 0);
    QCOMPARE(cell("copyDistricts", 0, 1), cell("copyDistricts", 0, 2));
}

void TstCentrePages::theAccountSaysWhoOneIsAndTakesANewPassword()
{
    const std::string login = "here" + std::to_string(m_round);
    m_centre->server().requirePassword(login, "right-horse");
    open();
    EVENTUALLY_COMPARE(link(), QStringLiteral("The centre wants the password"));
    openScreen();
    QTest::keyClicks(find<QLineEdit>("centrePassword"), QStringLiteral("right-horse"));
    QTest::keyClick(find<QLineEdit>("centrePassword"), Qt::Key_Return);
    EVENTUALLY_COMPARE(link(), QStringLiteral("Online"));
    find<QTabWidget>("centreTabs")->setCurrentIndex(2);
    EVENTUALLY(find<QLabel>("accountWho")->text().contains(QString::fromStdString(login)));
    QCOMPARE(find<QTableWidget>("accountRights")->rowCount(), 2);
    QCOMPARE(cell("accountRights", 0, 0), QStringLiteral("Approver"));
    QCOMPARE(cell("accountRights", 0, 1), QStringLiteral("Nanshan"));
    const auto change = [this](const char *before, const char *after) {
        find<QLineEdit>("accountBefore")->setText(QString::fromLatin1(before));
        find<QLineEdit>("accountAfter")->setText(QString::fromLatin1(after));
        find<QLineEdit>("accountOnceMore")->setText(QString::fromLatin1(after));
        QTest::keyClick(find<QLineEdit>("accountOnceMore"), Qt::Key_Return);
    };
    const auto message = [this] {
        return find<QLabel>("accountMessage")->text();
    };
    change("wrong", "another-horse");
    EVENTUALLY_OR(message().contains(QStringLiteral("nothing was changed")), qPrintable(message()));
    change("right-horse", "short");
    EVENTUALLY(message().contains(QStringLiteral("at least")));
    change("right-horse", "another-horse");
    EVENTUALLY_OR(message().contains(QStringLiteral("is changed")), qPrintable(message()));
    // The line goes on with it.
    m_here->takeIn(21);
    EVENTUALLY_COMPARE(m_here->office.serialOf(21).starts_with("待") ? 0 : 1, 1);
}

/// To show the day's work to somebody who has no window on the centre.
void TstCentrePages::theSheetOfWhatWasDoneWithoutTheCentreIsKept()
{
    m_centre->server().stop();
    const std::string serial = m_here->takeIn(22);
    QVERIFY(!m_here->sync().isFinished());
    // That was three hours ago.
    const Timestamp then = m_clock.now() - std::chrono::hours(3);
    tests::runSql(m_here->office.folder() / "store.sqlite",
                  "UPDATE outbox SET made_at = " + std::to_string(unixMilliseconds(then)));
    open();
    openScreen();
    EVENTUALLY_COMPARE(outbox()->rowCount(), 1);
    find<QAbstractButton>("outboxSheet")->click();
    EVENTUALLY(find<QDialog>("outboxSheetDialog") != nullptr);
    const auto buttons = find<QDialog>("outboxSheetDialog")->findChildren<QAbstractButton *>();
    const auto save = std::ranges::find_if(buttons, [](const QAbstractButton *button) {
        return button->text().startsWith(QStringLiteral("Save"));
    });
    QVERIFY(save != buttons.end());
    (*save)->click();
    EVENTUALLY(m_window->findChild<QFileDialog *>() != nullptr);
    const QString file = QString::fromStdString((m_here->office.directory() / "sheet.pdf").string());
    auto *dialog = m_window->findChild<QFileDialog *>();
    dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(file);
    QTest::keyClick(dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit")), Qt::Key_Return);
    EVENTUALLY(QFile::exists(file));
    const QString text = tests::pdfRunningText(tests::readFile(file.toStdString()));
    QVERIFY2(text.contains(QString::fromStdString(serial)), qPrintable(text));
}

/// What tst_screens looks at where there is no centre, for the pages that need one. With
/// TONGBAN_TEST_PICTURES set, each is kept as a picture in that folder.
void TstCentrePages::lookAt(const QString &place)
{
    const QString here = QString::fromLatin1(QTest::currentDataTag()) + QLatin1Char('-') + place;
    const auto settle = [] {
        for (int round = 0; round < 4; ++round) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
    };
    const auto report = [&](const QStringList &flaws) {
        for (const QString &flaw : flaws)
            if (!m_flaws.contains(flaw)) {
                m_flaws += flaw;
                qWarning("%s: %s", qPrintable(here), qPrintable(flaw));
            }
    };
    const QString folder = qEnvironmentVariable("TONGBAN_TEST_PICTURES");
    const auto picture = [&](const QString &how) {
        if (!folder.isEmpty())
            m_window->grab().save(folder + QLatin1Char('/') + here + QLatin1Char('-') + how
                                  + QStringLiteral(".png"));
    };
    for (const int zoom : {100, 125, 150, 200}) {
        m_theme.setZoom(zoom);
        m_window->resize(zoom == 100 ? QSize(1366, 740) : QSize(1920, 1040));
        settle();
        report(tests::cutText(*m_window));
        picture(QString::number(zoom));
    }
    m_theme.setZoom(100);
    m_window->resize(1366, 740);
    for (const ui::Look look : {ui::Look::Dark, ui::Look::EyeCare, ui::Look::HighContrast, ui::Look::Light}) {
        m_theme.setLook(look);
        settle();
        report(tests::faintText(*m_window));
        picture(ui::Theme::name(look));
    }
    report(tests::unnamedControls(*m_window));
    report(tests::unreachableControls(*m_window));
}

void TstCentrePages::everyPageIsForEverybody_data()
{
    QTest::addColumn<int>("language");
    QTest::newRow("zh") << static_cast<int>(approval::Language::Chinese);
    QTest::newRow("en") << static_cast<int>(approval::Language::English);
}

void TstCentrePages::everyPageIsForEverybody()
{
    QFETCH(int, language);
    m_language = static_cast<approval::Language>(language);
    const tests::Language words(m_language);
    QVERIFY(words.isThere());
    m_flaws.clear();
    const int person =
        30 + 2 * language; // the centre is the same one, with what the language before left there
    conflict(person, Act::Decline);
    QVERIFY(m_here->sync().attention > 0);
    m_centre->server().stop();
    m_here->takeIn(person + 1);
    open();
    openScreen();
    EVENTUALLY_COMPARE(outbox()->rowCount(), 2);
    EVENTUALLY(find<QTableWidget>("commandSides")->isVisible());
    EVENTUALLY(find<QAbstractButton>("centreRetry")->isVisible());
    lookAt(QStringLiteral("conflict"));
    outbox()->selectRow(1);
    EVENTUALLY(find<QAbstractButton>("outboxWithdraw")->isEnabled());
    lookAt(QStringLiteral("waiting"));
    m_centre->server().start();
    find<QAbstractButton>("centreRetry")->click();
    EVENTUALLY(!find<QAbstractButton>("centreRetry")->isVisible());
    for (int tab = 1; tab < 3; ++tab) {
        find<QTabWidget>("centreTabs")->setCurrentIndex(tab);
        EVENTUALLY(find<QTableWidget>(tab == 1 ? "copyDistricts" : "accountRights")->rowCount() > 0);
        lookAt(tab == 1 ? QStringLiteral("copy") : QStringLiteral("account"));
    }
    m_language = approval::Language::English;
    QVERIFY2(m_flaws.isEmpty(), "see the warnings above");
}

QTEST_MAIN(TstCentrePages)
#include "tst_centre_pages.moc"
