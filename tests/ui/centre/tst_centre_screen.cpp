// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/centre_sync.h"
#include "core/service/outbox_desk.h"
#include "tests/core/central/made_centre.h"
#include "tests/core/service/office.h"
#include "ui/shell/main_window.h"

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTableWidget>
#include <QTest>

using namespace tongban;
using permit::Act;
using permit::Role;

namespace {

/// A workspace that has joined, beside the window or without one.
class JoinedOffice
{
public:
    JoinedOffice(tests::central::MadeCentre &centre, const std::string &login, const std::string &role)
        : m_login(login)
    {
        const Uuid device = centre.admit(login, role);
        const auto joined = service::joinCentre(
            office.workspace(), {centre.text(login), {tests::central::MadeCentre::kDistrict}, device});
        if (!joined)
            qFatal("%s", joined.error().detail.c_str());
    }

    /// Taken in at this window; the serial it has here.
    std::string takeIn(int person)
    {
        tests::ApplicationLine line;
        line.person = person;
        line.item = "KY-001";
        line.channel = "window";
        line.district = "440305";
        line.externalNo = m_login + "-" + std::to_string(person);
        line.fields = "{}";
        line.materials = {};
        office.takeIn({line});
        return office.serialOf(person);
    }

    std::string problems(int person, Role role, permit::ActRequest request)
    {
        return tests::problemsOf(office.act(person, m_login, role, std::move(request)));
    }

    service::SyncReport sync()
    {
        auto line = service::CentreSync::open(office.workspace());
        return tests::must(tests::must(std::move(line))->run({}));
    }

    std::string state(int person) { return office.story(person).line.state; }

    tests::Office office;

private:
    std::string m_login;
};

permit::ActRequest act(Act which, const std::string &reason = {}, const std::string &basis = {})
{
    permit::ActRequest request;
    request.act = which;
    request.reason = reason;
    request.basis = basis;
    return request;
}

} // namespace

/// A desktop of a centre at the real window, with a real PostgreSQL behind it: the line in words, the outbox,
/// what the centre did not carry out.
class TstCentreScreen : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void whatIsDoneHereGoesOutWhilePeopleWork();
    void offlineIsSaidAndWhatWaitsGoesOutAfterwards();
    void anUnsentActIsTakenBackByAKey();
    void bothSidesOfAConflictAreShownAndItIsClosedWithANote();
    void aConflictIsDoneAgainOnTheFormOfTheCase();
    void aRefusalIsSaidInWordsAndHoldsNothingUp();
    void theOutboxGoesIntoAFile();
    void aPasswordIsAskedForAndNotKept();
    void theCopySaysHowFarItReaches();

private:
    template <typename Widget> Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }
    void open();
    void openScreen();
    QString link() const { return find<QLabel>("linkState")->text(); }
    QTableWidget *outbox() const { return find<QTableWidget>("outboxTable"); }
    QString cell(const char *table, int row, int column) const
    {
        const auto *there = find<QTableWidget>(table);
        return row < there->rowCount() ? there->item(row, column)->text() : QString();
    }
    QString sides() const;
    void press(int key) const { QTest::keyClick(m_window->focusWidget(), static_cast<Qt::Key>(key)); }
    void conflict(int person, Act meant);

    std::unique_ptr<tests::central::MadeCentre> m_centre;
    std::unique_ptr<JoinedOffice> m_here; ///< The same workspace as the window's, by a door of its own.
    std::unique_ptr<JoinedOffice> m_there; ///< Somebody else's.
    ui::Theme m_theme;
    SystemClock m_clock;
    std::unique_ptr<service::WorkspaceThread> m_thread;
    std::unique_ptr<ui::MainWindow> m_window;
    int m_round = 0;
};

void TstCentreScreen::initTestCase()
{
    m_centre = std::make_unique<tests::central::MadeCentre>();
}

void TstCentreScreen::init()
{
    const std::string round = std::to_string(++m_round);
    m_here = std::make_unique<JoinedOffice>(*m_centre, "here" + round, "approver");
    m_there = std::make_unique<JoinedOffice>(*m_centre, "there" + round, "clerk");
    m_here->office.clock.set(m_clock.now());
    m_there->office.clock.set(m_clock.now());
    service::Account account;
    account.name = "worker";
    account.displayName = "王芳";
    account.roles = {Role::Clerk, Role::Approver, Role::Administrator};
    const auto added = service::addAccount(m_here->office.workspace(), account, "worker-worker", {});
    QVERIFY(added && added->empty());
}

void TstCentreScreen::cleanup()
{
    m_window.reset();
    m_thread.reset();
    m_here.reset();
    m_there.reset();
}

void TstCentreScreen::open()
{
    m_thread = std::make_unique<service::WorkspaceThread>([this] {
        return service::Workspace::open(m_here->office.folder(), tests::Office::resources(),
                                        service::OpenMode::Write, m_clock);
    });
    m_window = std::make_unique<ui::MainWindow>(*m_thread, m_theme, approval::Language::English);
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClicks(find<QLineEdit>("signInAccount"), QStringLiteral("worker"));
    QTest::keyClicks(find<QLineEdit>("signInPassword"), QStringLiteral("worker-worker"));
    QTest::keyClick(find<QLineEdit>("signInPassword"), Qt::Key_Return);
    QTRY_VERIFY(m_window->person().has_value());
}

void TstCentreScreen::openScreen()
{
    QTest::keyClick(m_window.get(), Qt::Key_6, Qt::ControlModifier);
    QTRY_VERIFY(find<QWidget>("centreScreen") != nullptr && find<QWidget>("centreScreen")->isVisible());
}

QString TstCentreScreen::sides() const
{
    QStringList words;
    const auto *table = find<QTableWidget>("commandSides");
    for (int row = 0; row < table->rowCount(); ++row)
        for (int column = 0; column < table->columnCount(); ++column)
            words += table->item(row, column)->text();
    return words.join(QLatin1Char('|'));
}

/// An act of this desktop that met one of another: both saw the case at the same version.
void TstCentreScreen::conflict(int person, Act meant)
{
    m_there->takeIn(person);
    QVERIFY(m_there->sync().isFinished());
    QVERIFY(m_here->sync().isFinished());
    QCOMPARE(m_here->problems(person, Role::Approver, act(meant, "材料需核对", "《条例》第二十四条")),
             std::string());
    QCOMPARE(m_there->problems(person, Role::Clerk, act(Act::CheckIn)), std::string());
    QCOMPARE(m_there->sync().applied, 1);
}

void TstCentreScreen::whatIsDoneHereGoesOutWhilePeopleWork()
{
    open();
    QTRY_COMPARE(link(), QStringLiteral("Online"));
    // Through another door of the same workspace, as tongbanctl would do it.
    m_here->takeIn(11);
    QTRY_COMPARE_WITH_TIMEOUT(m_here->office.serialOf(11).substr(0, 3) == "待" ? 0 : 1, 1, 10'000);
    QTRY_COMPARE(link(), QStringLiteral("Online"));
    // And what another desktop does arrives by itself.
    QVERIFY(m_there->sync().isFinished());
    QCOMPARE(m_there->problems(11, Role::Clerk, act(Act::CheckIn)), std::string());
    QCOMPARE(m_there->sync().applied, 1);
    const auto visits = [this] { return m_here->office.story(11).state.visits; };
    QTRY_COMPARE_WITH_TIMEOUT(visits(), 1, 15'000);
    openScreen();
    QTRY_COMPARE(outbox()->rowCount(), 0);
    find<QCheckBox>("outboxAll")->setChecked(true);
    QTRY_COMPARE(outbox()->rowCount(), 1);
    QVERIFY2(cell("outboxTable", 0, 1).startsWith(QStringLiteral("carried out")),
             qPrintable(cell("outboxTable", 0, 1)));
}

void TstCentreScreen::offlineIsSaidAndWhatWaitsGoesOutAfterwards()
{
    open();
    QTRY_COMPARE(link(), QStringLiteral("Online"));
    m_centre->server().stop();
    m_here->takeIn(12);
    QTRY_VERIFY_WITH_TIMEOUT(link().startsWith(QStringLiteral("Offline since ")), 15'000);
    QTRY_VERIFY(link().endsWith(QStringLiteral("; 1 waiting to be sent")));
    openScreen();
    QTRY_COMPARE(outbox()->rowCount(), 1);
    QVERIFY(find<QAbstractButton>("centreRetry")->isVisible());
    QVERIFY(find<QLabel>("centreSentence")->text().contains(QStringLiteral("kept here")));
    m_centre->server().start();
    press(Qt::Key_F2);
    QTRY_COMPARE_WITH_TIMEOUT(link(), QStringLiteral("Online"), 15'000);
    QTRY_COMPARE(outbox()->rowCount(), 0);
    QVERIFY(m_there->sync().isFinished());
    QCOMPARE(m_there->state(12), std::string("applied"));
}

void TstCentreScreen::anUnsentActIsTakenBackByAKey()
{
    m_centre->server().stop();
    m_here->takeIn(13);
    open();
    openScreen();
    QTRY_COMPARE(outbox()->rowCount(), 1);
    QVERIFY(outbox()->hasFocus());
    QTRY_VERIFY(find<QAbstractButton>("outboxWithdraw")->isEnabled());
    press(Qt::Key_F4);
    QTRY_COMPARE(outbox()->rowCount(), 0);
    m_centre->server().start();
    QTRY_COMPARE_WITH_TIMEOUT(link(), QStringLiteral("Online"), 20'000);
    QVERIFY(m_there->sync().isFinished());
    service::CaseQuery query;
    query.applicantId = tests::personNo(13);
    QVERIFY(tests::must(service::listCases(m_there->office.workspace(), query)).empty());
}

void TstCentreScreen::bothSidesOfAConflictAreShownAndItIsClosedWithANote()
{
    conflict(14, Act::Decline);
    open();
    QTRY_COMPARE_WITH_TIMEOUT(link(), QStringLiteral("Online; 1 not carried out"), 15'000);
    openScreen();
    QTRY_COMPARE(outbox()->rowCount(), 1);
    QTRY_VERIFY(find<QLabel>("commandWhy")->text().contains(QStringLiteral("after you looked at it")));
    const QString both = sides();
    for (const char *word : {"材料需核对", "Decline to accept", "Check in at the hall", "there"})
        QVERIFY2(both.contains(QString::fromUtf8(word)), qPrintable(both));
    QCOMPARE(find<QTableWidget>("commandSince")->rowCount(), 1);
    QVERIFY(!find<QAbstractButton>("outboxClose")->isEnabled());
    find<QLineEdit>("outboxNote")->setFocus();
    QTest::keyClicks(find<QLineEdit>("outboxNote"), QStringLiteral("applicant was called"));
    press(Qt::Key_F7);
    QTRY_COMPARE(outbox()->rowCount(), 0);
    QTRY_COMPARE(link(), QStringLiteral("Online"));
    // Closed is not gone.
    find<QCheckBox>("outboxAll")->setChecked(true);
    QTRY_COMPARE(outbox()->rowCount(), 1);
    QTRY_VERIFY(find<QLabel>("commandWhy")->text().contains(QStringLiteral("applicant was called")));
}

void TstCentreScreen::aConflictIsDoneAgainOnTheFormOfTheCase()
{
    conflict(15, Act::Decline);
    open();
    QTRY_COMPARE_WITH_TIMEOUT(link(), QStringLiteral("Online; 1 not carried out"), 15'000);
    openScreen();
    QTRY_VERIFY(find<QAbstractButton>("outboxRedo") != nullptr
                && find<QAbstractButton>("outboxRedo")->isEnabled());
    press(Qt::Key_F6);
    QTRY_VERIFY(find<QPlainTextEdit>("actReason") != nullptr && find<QPlainTextEdit>("actReason")->isVisible());
    QCOMPARE(find<QPlainTextEdit>("actReason")->toPlainText(), QStringLiteral("材料需核对"));
    QTest::keyClick(find<QPlainTextEdit>("actReason"), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_here->state(15), std::string("declined"), 10'000);
    openScreen();
    // The first try is closed by that.
    QTRY_COMPARE_WITH_TIMEOUT(link(), QStringLiteral("Online"), 15'000);
    QVERIFY(m_there->sync().isFinished());
    QCOMPARE(m_there->state(15), std::string("declined"));
}

void TstCentreScreen::aRefusalIsSaidInWordsAndHoldsNothingUp()
{
    conflict(16, Act::Decline);
    m_here->takeIn(17);
    open();
    QTRY_COMPARE_WITH_TIMEOUT(link(), QStringLiteral("Online; 1 not carried out"), 15'000);
    openScreen();
    QTRY_VERIFY(find<QLabel>("commandBehind")->isVisible());
    QVERIFY2(find<QLabel>("commandBehind")->text().contains(QStringLiteral("held nothing up")),
             qPrintable(find<QLabel>("commandBehind")->text()));
    QVERIFY(m_there->sync().isFinished());
    QCOMPARE(m_there->state(17), std::string("applied"));
}

void TstCentreScreen::theOutboxGoesIntoAFile()
{
    m_centre->server().stop();
    m_here->takeIn(18);
    const auto file = m_here->office.directory() / "outbox.jsonl";
    QCOMPARE(tests::must(service::exportOutbox(m_here->office.workspace(), file)), 1);
    open();
    openScreen();
    QTRY_COMPARE(outbox()->rowCount(), 1);
    QTest::keyClick(m_window->focusWidget(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(QApplication::activeModalWidget() != nullptr);
    QApplication::activeModalWidget()->close();
    m_centre->server().start();
}

void TstCentreScreen::aPasswordIsAskedForAndNotKept()
{
    const std::string login = "here" + std::to_string(m_round);
    m_centre->server().requirePassword(login, "right-horse");
    open();
    QTRY_COMPARE_WITH_TIMEOUT(link(), QStringLiteral("The centre wants the password"), 15'000);
    m_here->takeIn(19);
    openScreen();
    auto *password = find<QLineEdit>("centrePassword");
    QTRY_VERIFY(password->isVisible() && password->hasFocus());
    QTest::keyClicks(password, QStringLiteral("wrong"));
    QTest::keyClick(password, Qt::Key_Return);
    QTRY_VERIFY(find<QLabel>("centreSentence")->text().contains(QStringLiteral("does not take the password")));
    QTest::keyClicks(password, QStringLiteral("right-horse"));
    QTest::keyClick(password, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(link(), QStringLiteral("Online"), 15'000);
    QVERIFY(password->text().isEmpty());
    // Nowhere below the workspace.
    for (const auto &entry : std::filesystem::recursive_directory_iterator(m_here->office.folder()))
        if (entry.is_regular_file())
            QVERIFY(tests::readFile(entry.path()).find("right-horse") == std::string::npos);
}

void TstCentreScreen::theCopySaysHowFarItReaches()
{
    m_there->takeIn(20);
    QVERIFY(m_there->sync().isFinished());
    open();
    QTRY_COMPARE(link(), QStringLiteral("Online"));
    openScreen();
    find<QTabWidget>("centreTabs")->setCurrentIndex(1);
    QTRY_COMPARE(find<QTableWidget>("copyDistricts")->rowCount(), 1);
    QCOMPARE(cell("copyDistricts", 0, 0), QStringLiteral("Nanshan"));
    QVERIFY(cell("copyDistricts", 0, 1).toInt() > 0);
    QCOMPARE(cell("copyDistricts", 0, 1), cell("copyDistricts", 0, 2));
}

QTEST_MAIN(TstCentreScreen)
#include "tst_centre_screen.moc"
