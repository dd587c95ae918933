// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/patience.h"
#include "tests/ui/support/empty_office.h"
#include "tests/ui/support/language.h"
#include "tests/ui/support/office_folder.h"
#include "tests/ui/support/screen_check.h"
#include "ui/shell/main_window.h"

#include <QAbstractButton>
#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QMenuBar>
#include <QSet>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <array>

using namespace tongban;

namespace {

using ui::Look;
using ui::MainWindow;

constexpr std::array kLooks{Look::Light, Look::Dark, Look::EyeCare, Look::HighContrast};

/// A small screen at its own size, and a usual one (1920 x 1080) at the scales that are set on such screens.
struct Size {
    int zoom;
    QSize window;
};
constexpr std::array kSizes{Size{100, {1366, 740}}, Size{125, {1920, 1040}}, Size{150, {1920, 1040}},
                            Size{200, {1920, 1040}}};

} // namespace

/// Walks every screen there is: whatever the window can be brought to by a command named "to_...", every form
/// of an act, every page of the session and the windows beside them. Text is whole at every size, controls
/// have names, the keyboard comes everywhere and back, text can be read in every look. A new screen is walked
/// because the navigation offers it.
class TstScreens : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyScreenIsForEverybody_data();
    void everyScreenIsForEverybody();
    void theFirstPageOfAnEmptyOffice_data() { everyScreenIsForEverybody_data(); }
    void theFirstPageOfAnEmptyOffice();

private:
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }
    void open(service::WorkspaceThread &thread);
    void signIn();
    void walkSession();
    void walkScreens();
    void walkForms();
    void walkCounter();
    void walkConnect();
    void walkBeside();
    bool isAtTheList() const;
    void checkWayBack(const QString &place);
    void lookAt(const QString &place, QWidget &window);
    void fit(const QString &place, QWidget &window, bool isMain);
    void report(const QString &place, const QStringList &flaws);
    static void settle();

    tests::OfficeFolder m_office{300};
    ui::Theme m_theme;
    approval::Language m_language = approval::Language::Chinese;
    std::unique_ptr<MainWindow> m_window;
    QSet<QString> m_walked;
    QStringList m_flaws;
};

/// Somebody who may open every screen.
void TstScreens::initTestCase()
{
    QApplication::setStyle(new ui::FrameStyle); // the one of the program
    const auto add = [](service::Workspace &workspace) {
        service::Account account;
        account.name = "walker";
        account.displayName = "巡检员";
        account.roles = {permit::Role::Clerk, permit::Role::Approver, permit::Role::Supervisor,
                         permit::Role::Administrator};
        return service::addAccount(workspace, account, "walker-walker", {});
    };
    const auto thread = m_office.open();
    const auto added = thread->run(add).result();
    QVERIFY(added && added->empty());
}

void TstScreens::everyScreenIsForEverybody_data()
{
    QTest::addColumn<int>("language");
    QTest::newRow("zh") << static_cast<int>(approval::Language::Chinese);
    QTest::newRow("en") << static_cast<int>(approval::Language::English);
}

/// What a change of size or look sets going reaches the widgets in several rounds.
void TstScreens::settle()
{
    for (int round = 0; round < 4; ++round) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void TstScreens::report(const QString &place, const QStringList &flaws)
{
    for (const QString &flaw : flaws) {
        // Once: what is wrong with the list is wrong under every form.
        if (m_flaws.contains(flaw))
            continue;
        m_flaws += flaw;
        qWarning("%s: %s", qPrintable(place), qPrintable(flaw));
    }
}

void TstScreens::fit(const QString &place, QWidget &window, bool isMain)
{
    for (const Size &size : kSizes) {
        m_theme.setZoom(size.zoom);
        if (isMain)
            window.resize(size.window);
        settle();
        const QString where = QStringLiteral("%1 %2 %").arg(place).arg(size.zoom);
        report(where, tests::cutText(window));
        if (isMain && window.size() != size.window)
            report(where,
                   {QStringLiteral("the window cannot be smaller than %1 x %2")
                        .arg(window.width())
                        .arg(window.height())});
    }
    m_theme.setZoom(100);
    settle();
}

void TstScreens::lookAt(const QString &place, QWidget &window)
{
    const bool isMain = &window == m_window.get();
    const QString here = QString::fromLatin1(QTest::currentDataTag()) + QLatin1Char(' ') + place;
    fit(here, window, isMain);
    for (const Look look : kLooks) {
        m_theme.setLook(look);
        settle();
        report(here + QLatin1Char(' ') + ui::Theme::name(look), tests::faintText(window));
    }
    m_theme.setLook(Look::Light);
    settle();
    report(here, tests::unnamedControls(window));
    const QPointer<QWidget> focus = window.focusWidget();
    report(here, tests::unreachableControls(window));
    if (focus != nullptr)
        focus->setFocus();
}

void TstScreens::open(service::WorkspaceThread &thread)
{
    m_window = std::make_unique<MainWindow>(thread, m_theme, m_language);
    m_window->resize(1366, 740);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TstScreens::signIn()
{
    QTest::keyClicks(find<QLineEdit>("signInAccount"), QStringLiteral("walker"));
    QTest::keyClicks(find<QLineEdit>("signInPassword"), QStringLiteral("walker-walker"));
    QTest::keyClick(find<QLineEdit>("signInPassword"), Qt::Key_Return);
    EVENTUALLY(m_window->person().has_value());
    EVENTUALLY(isAtTheList());
}

bool TstScreens::isAtTheList() const
{
    const auto *table = find<QTableView>("queueTable");
    return table != nullptr && table->isVisible() && table->hasFocus();
}

/// Escape, as often as one has patience for, leads to the list.
void TstScreens::checkWayBack(const QString &place)
{
    constexpr int kPatience = 3;
    for (int presses = 0; presses < kPatience && !isAtTheList(); ++presses) {
        QWidget *focus = m_window->focusWidget();
        QTest::keyClick(focus == nullptr ? static_cast<QWidget *>(m_window.get()) : focus, Qt::Key_Escape);
        settle();
    }
    if (!isAtTheList())
        report(QString::fromLatin1(QTest::currentDataTag()) + QLatin1Char(' ') + place,
               {QStringLiteral("Escape does not lead back to the list")});
}

void TstScreens::walkSession()
{
    EVENTUALLY(!m_window->findChildren<QAbstractButton *>(QRegularExpression(QStringLiteral("^practice_")))
                    .isEmpty());
    settle();
    lookAt(QStringLiteral("sign-in"), *m_window);
}

/// By the same commands as the bar, the menu and the palette.
void TstScreens::walkScreens()
{
    for (QAction *action : m_window->findChildren<QAction *>(QRegularExpression(QStringLiteral("^to_")))) {
        const QString name = action->objectName();
        if (!action->isEnabled() || m_walked.contains(name))
            continue;
        m_walked.insert(name);
        action->trigger();
        QTest::qWait(300); // What a screen reads for its first sight is asked of another thread.
        settle();
        lookAt(name, *m_window);
        checkWayBack(name);
    }
}

/// Every form that an act opens on one of the first cases.
void TstScreens::walkForms()
{
    constexpr int kCases = 30;
    QSet<QString> seen;
    auto *table = find<QTableView>("queueTable");
    EVENTUALLY(table->model()->rowCount() > 5);
    for (int row = 0; row < std::min(kCases, table->model()->rowCount()); ++row) {
        QSignalSpy shown(m_window.get(), &MainWindow::caseShown);
        if (table->currentIndex().row() != row) {
            table->selectRow(row);
            EVENTUALLY(!shown.isEmpty());
        }
        const auto acts = m_window->findChildren<QAction *>(QRegularExpression(QStringLiteral("^act_")));
        const auto isOffered = [&acts] {
            return std::any_of(acts.begin(), acts.end(), [](QAction *act) { return act->isEnabled(); });
        };
        if (!QTest::qWaitFor(isOffered, 1000))
            continue;
        for (QAction *act : acts) {
            if (!act->isEnabled() || seen.contains(act->objectName()))
                continue;
            seen.insert(act->objectName());
            act->trigger();
            auto *panel = find<QWidget>("actPanel");
            settle();
            if (panel == nullptr || !panel->isVisible())
                continue; // It asks nothing and is done.
            lookAt(act->objectName(), *m_window);
            checkWayBack(act->objectName());
        }
    }
}

void TstScreens::walkCounter()
{
    auto *to = find<QAction>("to_counter");
    QVERIFY(to != nullptr);
    to->trigger();
    auto *words = find<QLineEdit>("intakeItem");
    EVENTUALLY(words != nullptr && words->hasFocus());
    words->setText(QStringLiteral("CZ-001"));
    QTest::keyClick(words, Qt::Key_Return);
    EVENTUALLY(find<QLineEdit>("intake.applicant.id") != nullptr);
    settle();
    lookAt(QStringLiteral("counter form"), *m_window);
    checkWayBack(QStringLiteral("counter form"));
}

/// Where a workspace that has no centre would join one, with the answers of a look at the way.
void TstScreens::walkConnect()
{
    find<QAction>("to_centre")->trigger();
    auto *connect = find<QAbstractButton>("centreConnect");
    EVENTUALLY(connect != nullptr && connect->isVisible());
    connect->click();
    auto *host = find<QLineEdit>("connectHost");
    EVENTUALLY(host->isVisible());
    host->setText(QStringLiteral("no-such-host.invalid"));
    find<QLineEdit>("connectLogin")->setText(QStringLiteral("wang"));
    QTest::keyClick(host, Qt::Key_Return);
    EVENTUALLY(find<QAbstractButton>("connectCheck")->isEnabled());
    EVENTUALLY(find<QWidget>("connectSteps")->isVisible());
    settle();
    lookAt(QStringLiteral("connect"), *m_window);
    checkWayBack(QStringLiteral("connect"));
}

/// The windows that open beside the main one, and the lock.
void TstScreens::walkBeside()
{
    for (QAction *menu : m_window->menuBar()->actions())
        for (QAction *action : menu->menu()->actions()) {
            const bool isPalette = action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_K);
            if (!isPalette && action->shortcut() != QKeySequence(Qt::Key_F8))
                continue;
            action->trigger();
            EVENTUALLY(QApplication::activeWindow() != nullptr
                       && QApplication::activeWindow() != m_window.get());
            QWidget *dialog = QApplication::activeWindow();
            lookAt(isPalette ? QStringLiteral("palette") : QStringLiteral("messages"), *dialog);
            QTest::keyClick(dialog->focusWidget(), Qt::Key_Escape);
            m_window->activateWindow(); // there is no window manager here that would
            EVENTUALLY(m_window->isActiveWindow());
        }
    m_window->lock();
    settle();
    lookAt(QStringLiteral("locked"), *m_window);
}

void TstScreens::everyScreenIsForEverybody()
{
    QFETCH(int, language);
    m_language = static_cast<approval::Language>(language);
    const tests::Language words(m_language);
    QVERIFY(words.isThere());
    m_flaws.clear();
    m_walked.clear();
    const auto thread = m_office.open();
    open(*thread);
    walkSession();
    signIn();
    walkScreens();
    walkCounter();
    walkForms();
    walkConnect();
    walkBeside();
    m_window.reset();
    QVERIFY2(m_walked.size() >= 2, "the navigation offers nothing");
    QVERIFY2(m_flaws.isEmpty(), "see the warnings above");
}

void TstScreens::theFirstPageOfAnEmptyOffice()
{
    QFETCH(int, language);
    m_language = static_cast<approval::Language>(language);
    const tests::Language words(m_language);
    m_flaws.clear();
    const tests::EmptyOffice office;
    const auto thread = office.open();
    open(*thread);
    EVENTUALLY(find<QLineEdit>("signInAgain")->isVisible());
    lookAt(QStringLiteral("first account"), *m_window);
    m_window.reset();
    QVERIFY2(m_flaws.isEmpty(), "see the warnings above");
}

QTEST_MAIN(TstScreens)
#include "tst_screens.moc"
