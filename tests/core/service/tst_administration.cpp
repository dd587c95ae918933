// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/administration/administration.h"
#include "core/service/audit/audit_view.h"
#include "tests/core/service/office.h"

#include <QTest>

#include <atomic>

using namespace tests;
using namespace tongban;
using namespace tongban::service;
using permit::Role;

/// What an administrator does, and that nobody else can.
class TstAdministration : public QObject
{
    Q_OBJECT

private slots:
    void nobodyButAnEnabledAdministratorGetsTheDesk();
    void theLastAdministratorStays();
    void aChangedAccountKeepsItsPassword();
    void theRecordIsReadBackwardsPageByPage();
    void theRecordIsSearchedByWhoActDayAndCase();
    void aClerkDoesNotReadTheRecord();
    void aChainCheckCanBeStopped();
    void aCalendarYearIsShownThenTaken();
    void aWrongCalendarChangesNothing();
    void aBackupComesBackWholeInAnotherFolder();
    void aRestoreNeverWritesOverAnything();
    void aStoppedRestoreLeavesNothingBehind();
    void registersAgeInTheListOfConnections();

private:
    static void add(Office &office, std::string name, std::vector<Role> roles)
    {
        Account account;
        account.name = std::move(name);
        account.displayName = "李明";
        account.roles = std::move(roles);
        QVERIFY(must(addAccount(office.workspace(), account, "correct horse", {})).empty());
    }
    static AdministratorDesk desk(Office &office)
    {
        return must(AdministratorDesk::open(office.workspace(), "boss"));
    }
    static void decideSome(Office &office, int people)
    {
        std::vector<PersonRow> rows;
        std::vector<ApplicationLine> lines;
        for (int i = 1; i <= people; ++i) {
            rows.push_back({.person = i});
            lines.push_back({.person = i});
        }
        office.importRegisters(rows);
        office.takeIn(lines);
        office.work();
        add(office, "boss", {Role::Administrator});
    }
};

void TstAdministration::nobodyButAnEnabledAdministratorGetsTheDesk()
{
    Office office;
    add(office, "boss", {Role::Administrator});
    add(office, "clerk", {Role::Clerk, Role::Approver, Role::Supervisor});
    add(office, "gone", {Role::Administrator});
    QVERIFY(must(desk(office).setDisabled("gone", true)).empty());
    for (const char *name : {"clerk", "gone", "nobody", ""})
        QCOMPARE(AdministratorDesk::open(office.workspace(), name).error().code, ErrorCode::Denied);
}

void TstAdministration::theLastAdministratorStays()
{
    Office office;
    add(office, "boss", {Role::Administrator});
    const std::vector wanted{AccountProblem::LastAdministrator};
    QVERIFY(must(desk(office).setDisabled("boss", true)) == wanted);
    Account clerk = must(listAccounts(office.workspace())).front();
    clerk.roles = {Role::Clerk};
    QVERIFY(must(desk(office).changeAccount(clerk)) == wanted);
    add(office, "second", {Role::Administrator});
    QVERIFY(must(desk(office).changeAccount(clerk)).empty());
}

void TstAdministration::aChangedAccountKeepsItsPassword()
{
    Office office;
    add(office, "boss", {Role::Administrator});
    add(office, "liming", {Role::Clerk});
    Account changed;
    changed.name = "liming";
    changed.displayName = "李明明";
    changed.roles = {Role::Approver};
    QVERIFY(must(desk(office).changeAccount(changed)).empty());
    const SignInAnswer in = must(signIn(office.workspace(), {"liming", "correct horse"}));
    QVERIFY(in.signedIn.has_value());
    QCOMPARE(in.signedIn->account.displayName, std::string("李明明"));
    QVERIFY(in.signedIn->account.holds(Role::Approver) && !in.signedIn->account.holds(Role::Clerk));
    changed.hall = "no such hall";
    QCOMPARE(must(desk(office).changeAccount(changed)).front(), AccountProblem::HallUnknown);
    changed.name = "nobody";
    changed.hall.clear();
    QCOMPARE(desk(office).changeAccount(changed).error().code, ErrorCode::NotFound);
}

void TstAdministration::theRecordIsReadBackwardsPageByPage()
{
    Office office;
    decideSome(office, 7);
    std::vector<std::int64_t> keys;
    std::int64_t before = 0;
    do {
        const AuditPage page =
            must(auditPage(office.workspace(), "boss", {}, before, 4, approval::Language::Chinese));
        QVERIFY(page.entries.size() <= 4);
        for (const AuditEntry &entry : page.entries)
            keys.push_back(entry.key);
        before = page.next;
    } while (before != 0);
    QCOMPARE(static_cast<std::int64_t>(keys.size()), office.audit().events);
    QVERIFY(std::ranges::is_sorted(keys, std::ranges::greater{}));
    QCOMPARE(keys.back(), std::int64_t(1));
}

void TstAdministration::theRecordIsSearchedByWhoActDayAndCase()
{
    Office office;
    decideSome(office, 3);
    const auto count = [&office](const AuditFilter &filter) {
        const AuditPage page =
            must(auditPage(office.workspace(), "boss", filter, 0, 100, approval::Language::Chinese));
        return page.entries.size();
    };
    const std::size_t all = count({});
    QCOMPARE(count({.act = permit::Act::Grant}), std::size_t(3));
    QCOMPARE(count({.actor = "nobody ever"}), std::size_t(0));
    QCOMPARE(count({.from = *parseIsoDate("2026-11-23"), .through = *parseIsoDate("2026-11-23")}), all);
    QCOMPARE(count({.through = *parseIsoDate("2026-11-22")}), std::size_t(0));
    const std::string serial = office.serialOf(2);
    const std::size_t ofCase = count({.serial = serial});
    QCOMPARE(ofCase, must(caseStory(office.workspace(), serial, approval::Language::Chinese)).events.size());
    QCOMPARE(count({.serial = serial, .act = permit::Act::Grant}), std::size_t(1));
    QCOMPARE(count({.serial = "no number"}), std::size_t(0));
}

void TstAdministration::aClerkDoesNotReadTheRecord()
{
    Office office;
    add(office, "clerk", {Role::Clerk, Role::Approver});
    add(office, "head", {Role::Supervisor});
    QCOMPARE(auditPage(office.workspace(), "clerk", {}, 0, 10, approval::Language::Chinese).error().code,
             ErrorCode::Denied);
    QVERIFY_OK(auditPage(office.workspace(), "head", {}, 0, 10, approval::Language::Chinese));
}

void TstAdministration::aChainCheckCanBeStopped()
{
    Office office;
    decideSome(office, 3);
    const std::atomic<bool> stop{true};
    Progress progress;
    progress.stop = &stop;
    const AuditReport stopped = must(auditChains(office.workspace(), progress));
    QVERIFY(!stopped.finished);
    QCOMPARE(stopped.findingCount, std::int64_t(0));
    QVERIFY(must(auditChains(office.workspace(), {})).finished);
}

void TstAdministration::aCalendarYearIsShownThenTaken()
{
    Office office;
    add(office, "boss", {Role::Administrator});
    const auto before = must(desk(office).calendarYears());
    const auto file = office.writeFile(
        "next.json",
        {R"({"region":"cn","year":2027,"workdays":260,"notices":["https://example.invalid"],)",
         R"("days":[{"date":"2027-01-01","off":true,"name":"元旦"}]})"});
    const CalendarImport shown = must(desk(office).importCalendar(file, Rehearse::Yes));
    QCOMPARE(shown.problem, std::string());
    QCOMPARE(shown.year, 2027);
    QVERIFY(shown.isNewYear && !shown.stored);
    QCOMPARE(must(desk(office).calendarYears()).size(), before.size());
    QVERIFY(must(desk(office).importCalendar(file, Rehearse::No)).stored);
    office.reopen();
    const auto after = must(desk(office).calendarYears());
    QCOMPARE(after.size(), before.size() + 1);
    QVERIFY(after.back().isOwn && !before.back().isOwn);
    QCOMPARE(after.back().workdays, 260);
    QCOMPARE(office.workspace().resources().calendar.kind(*parseIsoDate("2027-01-01")), DayKind::Holiday);
}

void TstAdministration::aWrongCalendarChangesNothing()
{
    Office office;
    add(office, "boss", {Role::Administrator});
    // A year that leaves a gap, and one that counts its working days wrongly.
    for (const char *text : {R"({"region":"cn","year":2030,"workdays":261,"notices":["n"],"days":[]})",
                             R"({"region":"cn","year":2027,"workdays":12,"notices":["n"],"days":[]})"}) {
        const auto file = office.writeFile("wrong.json", {text});
        const CalendarImport refused = must(desk(office).importCalendar(file, Rehearse::No));
        QVERIFY(!refused.problem.empty());
        QVERIFY(!refused.stored);
    }
    office.reopen();
    QVERIFY(!must(desk(office).calendarYears()).back().isOwn);
}

void TstAdministration::aBackupComesBackWholeInAnotherFolder()
{
    Office office;
    decideSome(office, 5);
    const auto file = office.writeFile(
        "next.json", {R"({"region":"cn","year":2027,"workdays":261,"notices":["n"],"days":[]})"});
    QVERIFY(must(desk(office).importCalendar(file, Rehearse::No)).stored);
    const std::string ends = office.ends();
    const auto backup = office.directory() / "backup";
    const auto restored = office.directory() / "restored";
    must(desk(office).backUp(backup, {}));
    const RestoreReport report = must(desk(office).restore(backup, restored, {}));
    QCOMPARE(report.findings, std::int64_t(0));
    QCOMPARE(report.cases, std::int64_t(5));
    const auto opened =
        must(Workspace::open(restored, Office::resources(), OpenMode::Read, office.clock, office.key()));
    std::string copied;
    for (const ChainEnd &end : must(auditChains(*opened, {})).ends)
        copied += end.hash;
    for (const ChainEnd &end : office.audit().ends)
        QVERIFY(copied.find(end.hash) != std::string::npos);
    QCOMPARE(must(calendarYears(*opened)).back().year, 2027);
    QCOMPARE(office.ends(), ends);
}

void TstAdministration::aStoppedRestoreLeavesNothingBehind()
{
    Office office;
    decideSome(office, 5);
    const auto backup = office.directory() / "backup";
    must(desk(office).backUp(backup, {}));
    std::atomic<bool> stop = false;
    Progress progress;
    progress.stop = &stop;
    progress.report = [&stop](std::int64_t, std::int64_t) {
        stop = true;
    };
    const auto restored = office.directory() / "restored";
    QVERIFY(!must(desk(office).restore(backup, restored, progress)).finished);
    QVERIFY(!std::filesystem::exists(restored));
    QVERIFY(!must(desk(office).backUp(backup, progress)).finished);
    QCOMPARE(must(desk(office).restore(backup, restored, {})).cases, std::int64_t(5));
}

void TstAdministration::aRestoreNeverWritesOverAnything()
{
    Office office;
    add(office, "boss", {Role::Administrator});
    const auto backup = office.directory() / "backup";
    must(desk(office).backUp(backup, {}));
    QCOMPARE(desk(office).restore(backup, office.folder(), {}).error().code, ErrorCode::Conflict);
    QCOMPARE(desk(office).restore(office.directory() / "none", office.directory() / "new", {}).error().code,
             ErrorCode::NotFound);
}

void TstAdministration::registersAgeInTheListOfConnections()
{
    Office office;
    decideSome(office, 1);
    for (const Connection &connection : must(desk(office).connections())) {
        QCOMPARE(connection.state, Connection::State::Fresh);
        QVERIFY(connection.last.has_value() && connection.count > 0);
        QVERIFY(connection.sourceTitle.zh != connection.source);
    }
    office.clock.advance(std::chrono::hours(24 * 9));
    const auto later = must(desk(office).connections());
    QVERIFY(!later.empty());
    for (const Connection &connection : later)
        QCOMPARE(connection.state, Connection::State::Old);
}

QTEST_GUILESS_MAIN(TstAdministration)
#include "tst_administration.moc"
