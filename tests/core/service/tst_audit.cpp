// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/service/office.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace tests;
using namespace tongban;
using namespace tongban::service;

/// What somebody with the file in hand can do to a store, and that the audit finds it.
class TstAudit : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void anUntouchedStoreIsSound();
    void tamperingIsFound_data();
    void tamperingIsFound();
    void aChangedStandingIsFound_data();
    void aChangedStandingIsFound() { tamperingIsFound(); }
    void anOlderCopyOfTheStoreIsFound();
    void changedWitnessesAreFound_data();
    void changedWitnessesAreFound();
    void aBackupIsWholeAndSound();

private:
    std::unique_ptr<Office> m_office;
    std::filesystem::path m_older;
};

void TstAudit::initTestCase()
{
    m_office = std::make_unique<Office>();
    std::vector<PersonRow> rows;
    std::vector<ApplicationLine> lines;
    for (int i = 1; i <= 12; ++i) {
        rows.push_back({.person = i, .crime = i % 4 == 0});
        lines.push_back({.person = i});
    }
    m_office->importRegisters(rows);
    m_office->takeIn(lines);
    m_office->close();
    m_older = m_office->directory() / "older.sqlite";
    askSql(m_office->folder() / "store.sqlite", "PRAGMA wal_checkpoint(TRUNCATE)");
    std::filesystem::copy_file(m_office->folder() / "store.sqlite", m_older);
    m_office->reopen();
    m_office->work();
    m_office->close();
    askSql(m_office->folder() / "store.sqlite", "PRAGMA wal_checkpoint(TRUNCATE)");
}

void TstAudit::anUntouchedStoreIsSound()
{
    m_office->reopen(OpenMode::Read);
    const AuditReport report = m_office->audit();
    QVERIFY(report.isSound());
    QVERIFY(report.finished);
    QCOMPARE(report.cases, std::int64_t{12});
    QCOMPARE(report.events, std::int64_t{12 * 3});
    QVERIFY(report.witnesses >= 2);
    m_office->close();
}

void TstAudit::tamperingIsFound_data()
{
    QTest::addColumn<std::string>("sql");
    QTest::addColumn<std::string>("faults");
    const auto row = [](const char *name, const char *sql, const char *faults) {
        QTest::newRow(name) << std::string(sql) << std::string(faults);
    };
    row("an event removed", "DELETE FROM event WHERE n = 5", "gap");
    row("a reason changed", "UPDATE event SET reason = NULL, basis = NULL WHERE n = 14", "edited");
    row("a body changed", "UPDATE event SET body = '{}' WHERE n = 3", "edited");
    row("an actor changed", "UPDATE event SET actor = (SELECT actor FROM event WHERE n = 1) WHERE n = 20",
        "edited");
    row("a time changed", "UPDATE event SET at = at - 86400000 WHERE n = 2", "edited");
    row("two events exchanged",
        "UPDATE event SET key = 1000 WHERE n = 4; UPDATE event SET key = 4 WHERE n = 5;"
        "UPDATE event SET key = 5 WHERE n = 4",
        "reordered");
    row("the last event removed", "DELETE FROM event WHERE n = (SELECT max(n) FROM event)", "truncated");
    row("the last event removed with its head",
        "DELETE FROM event WHERE n = (SELECT max(n) FROM event);"
        "UPDATE head SET n = (SELECT max(n) FROM event), hash = (SELECT hash FROM event ORDER BY n DESC "
        "LIMIT 1)",
        "truncated");
    row("the head removed", "DELETE FROM head", "forged");
    row("the whole chain removed", "DELETE FROM event; DELETE FROM head", "truncated");
    row("an event made up",
        "INSERT INTO event SELECT max(key) + 1, district, max(n) + 1, case_id, act, state, actor, role, at, "
        "reason, "
        "basis, body, hash FROM event",
        "forged");
    row("an event of nobody's case", "UPDATE event SET case_id = zeroblob(16) WHERE n = 7", "edited forged");
}

void TstAudit::aChangedStandingIsFound_data()
{
    QTest::addColumn<std::string>("sql");
    QTest::addColumn<std::string>("faults");
    const auto row = [](const char *name, const char *sql, const char *faults) {
        QTest::newRow(name) << std::string(sql) << std::string(faults);
    };
    row("a state changed",
        "UPDATE case_state SET state = (SELECT state FROM case_state WHERE no = 4) WHERE no = 1",
        "standing_changed");
    row("an outcome changed",
        "UPDATE case_state SET outcome = (SELECT no FROM vocabulary WHERE word = 'referred') WHERE no = 2",
        "standing_changed");
    row("a case hidden from its queue", "UPDATE case_state SET queue = NULL WHERE no = 4",
        "standing_changed");
    row("a human hand hidden", "UPDATE case_state SET touched = 1 - touched WHERE no = 3",
        "standing_changed");
    row("how it stands changed",
        "UPDATE case_state SET details = replace(details, '\"automatic\":true,', '') WHERE no = 1",
        "standing_changed");
    row("an application changed",
        "UPDATE permit_case SET application = replace(application, '林', '李') WHERE no = 5",
        "application_changed");
    row("an applicant changed", "UPDATE permit_case SET applicant_name = '别人' WHERE no = 6",
        "record_changed");
    row("an arrival changed", "UPDATE permit_case SET received_at = received_at - 1000 WHERE no = 6",
        "record_changed");
    row("a case without a standing", "DELETE FROM case_state WHERE no = 8", "standing_changed");
    row("a day of acceptance changed",
        "UPDATE case_state SET details = replace(details, '\"accepted_on\":\"20', '\"accepted_on\":\"19') "
        "WHERE no = 1",
        "standing_changed");
    row("a number of acceptance changed",
        "UPDATE case_state SET details = replace(details, '\"acceptance_no\":', '\"acceptance_no\":1') "
        "WHERE no = 2",
        "standing_changed");
    row("a due day changed", "UPDATE case_state SET due = due + 1 WHERE no = 3", "standing_changed");
    row("a decision removed", "DELETE FROM decision WHERE case_no = 1", "decision_changed");
    row("another decision", "UPDATE decision SET capsule = zeroblob(32) WHERE case_no = 2",
        "decision_changed");
    row("a total changed", "UPDATE case_total SET cases = cases + 1 WHERE cases > 0", "totals_changed");
    row("a total removed", "DELETE FROM case_total WHERE cases > 0", "totals_changed");
    row("a case removed", "DELETE FROM permit_case WHERE no = 8; DELETE FROM case_state WHERE no = 8",
        "forged");
}

void TstAudit::tamperingIsFound()
{
    QFETCH(std::string, sql);
    QFETCH(std::string, faults);
    const TemporaryDirectory copy;
    std::filesystem::copy(m_office->folder(), copy / "office", std::filesystem::copy_options::recursive);
    runSql(copy / "office/store.sqlite", sql);
    auto workspace =
        must(Workspace::open(copy / "office", Office::resources(), OpenMode::Read, m_office->clock));
    const auto report = auditChains(*workspace, {});
    QVERIFY_OK(report);
    std::set<std::string> found;
    for (const ChainFinding &finding : report->findings) {
        found.insert(finding.fault);
        QVERIFY(!finding.detail.empty());
    }
    QVERIFY(!report->isSound());
    std::string names;
    for (const std::string &fault : found)
        names += fault + ' ';
    std::istringstream expected(faults);
    for (std::string fault; expected >> fault;)
        QVERIFY2(found.contains(fault), names.c_str());
}

void TstAudit::anOlderCopyOfTheStoreIsFound()
{
    const TemporaryDirectory copy;
    std::filesystem::copy(m_office->folder(), copy / "office", std::filesystem::copy_options::recursive);
    std::filesystem::copy_file(m_older, copy / "office/store.sqlite",
                               std::filesystem::copy_options::overwrite_existing);
    auto workspace =
        must(Workspace::open(copy / "office", Office::resources(), OpenMode::Read, m_office->clock));
    const AuditReport report = must(auditChains(*workspace, {}));
    QVERIFY(!report.isSound());
    QCOMPARE(report.findings.front().fault, std::string("truncated"));
}

void TstAudit::changedWitnessesAreFound_data()
{
    QTest::addColumn<int>("linesKept");
    QTest::addColumn<bool>("changed");
    QTest::addColumn<std::string>("fault");
    QTest::newRow("all removed") << 0 << false << std::string("witness_missing");
    QTest::newRow("one changed") << -1 << true << std::string("witness_changed");
}

void TstAudit::changedWitnessesAreFound()
{
    QFETCH(int, linesKept);
    QFETCH(bool, changed);
    QFETCH(std::string, fault);
    const TemporaryDirectory copy;
    std::filesystem::copy(m_office->folder(), copy / "office", std::filesystem::copy_options::recursive);
    const auto file = copy / "office/anchors.jsonl";
    std::string text = readFile(file);
    if (linesKept == 0)
        text.clear();
    if (changed) {
        const auto place = text.find("\"at\":") + 5;
        text[place] = text[place] == '1' ? '2' : '1';
    }
    copy.write("office/anchors.jsonl", text);
    auto workspace =
        must(Workspace::open(copy / "office", Office::resources(), OpenMode::Read, m_office->clock));
    const AuditReport report = must(auditChains(*workspace, {}));
    QVERIFY(std::ranges::any_of(report.findings,
                                [&](const ChainFinding &finding) { return finding.fault == fault; }));
}

void TstAudit::aBackupIsWholeAndSound()
{
    m_office->reopen();
    const auto target = m_office->directory() / "backup.sqlite";
    const BackupOutcome outcome = must(backUpStore(m_office->workspace(), target, {}));
    QCOMPARE(outcome.events, std::int64_t{36});
    QCOMPARE(askSql(target, "SELECT count(*) FROM permit_case"), std::string("12"));
    QCOMPARE(askSql(target, "PRAGMA integrity_check"), std::string("ok"));
    m_office->close();
}

QTEST_GUILESS_MAIN(TstAudit)
#include "tst_audit.moc"
