// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/database.h"
#include "tests/support/paths.h"
#include "tests/support/result_checks.h"
#include "tests/support/temporary_directory.h"

#include <QTest>

#include <set>

using namespace tongban;
using namespace tongban::storage;

class TstSql : public QObject
{
    Q_OBJECT

private slots:
    void everyStatementIsPreparedAndPlanned_data();
    void everyStatementIsPreparedAndPlanned();
    void listStatementsUseTheirIndexAndDoNotSort_data();
    void listStatementsUseTheirIndexAndDoNotSort();
    void migrationsAreNumberedWithoutGaps();
};

namespace {

std::unique_ptr<Database> open(const tests::TemporaryDirectory &folder, StoreKind kind)
{
    Result<Opened> opened = Database::open(folder / "x.sqlite", kind);
    return opened ? std::move(opened->database) : nullptr;
}

std::string kindName(StoreKind kind)
{
    switch (kind) {
    case StoreKind::Cases: return "store";
    case StoreKind::Registers: return "registers";
    case StoreKind::Roster: return "roster";
    }
    return {};
}

} // namespace

void TstSql::everyStatementIsPreparedAndPlanned_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("statement");
    for (const StoreKind kind : {StoreKind::Cases, StoreKind::Registers, StoreKind::Roster}) {
        for (const std::string_view statement : Database::statementNames(kind))
            QTest::newRow(std::string(statement).c_str())
                << static_cast<int>(kind) << QByteArray(statement.data(), static_cast<int>(statement.size()));
    }
}

void TstSql::everyStatementIsPreparedAndPlanned()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, statement);
    const tests::TemporaryDirectory folder;
    const std::unique_ptr<Database> database = open(folder, static_cast<StoreKind>(kind));
    QVERIFY(database != nullptr);
    QVERIFY_OK(database->plan(statement.toStdString()));
}

void TstSql::listStatementsUseTheirIndexAndDoNotSort_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("statement");
    QTest::addColumn<QByteArray>("index");
    const auto row = [](StoreKind kind, const char *statement, const char *index) {
        QTest::newRow(statement) << static_cast<int>(kind) << QByteArray(statement) << QByteArray(index);
    };
    const StoreKind cases = StoreKind::Cases;
    row(cases, "case_by_no", "INTEGER PRIMARY KEY");
    row(cases, "case_no_by_id", "permit_case_id");
    row(cases, "case_no_by_serial", "permit_case_serial");
    row(cases, "case_no_by_external", "permit_case_external");
    row(cases, "case_open_duplicate", "permit_case_applicant");
    row(cases, "case_of_applicant", "permit_case_applicant");
    row(cases, "account_by_name", "PRIMARY KEY");
    row(cases, "audit_page", "SEARCH e USING INTEGER PRIMARY KEY");
    row(cases, "claim_of", "INTEGER PRIMARY KEY");
    row(cases, "claim_held", "claim_holder");
    row(cases, "claim_passed_over", "case_state_waiting");
    row(cases, "claim_step_of_case", "claim_step_case");
    row(cases, "case_list", "INTEGER PRIMARY KEY");
    row(cases, "case_scan", "INTEGER PRIMARY KEY");
    row(cases, "state_queue_page", "case_state_waiting (queue=? AND due>?)");
    row(cases, "queue_list", "case_state_waiting (queue=? AND due>?");
    row(cases, "count_of_days",
        "COVERING INDEX case_state_facets (state=? AND item=? AND district=? AND queue=? AND outcome=? AND "
        "reason=? AND touched=? AND channel=? AND received_day>? AND received_day<?)");
    row(cases, "count_held", "INTEGER PRIMARY KEY");
    row(cases, "vocabulary_between", "word>? AND word<?");
    row(cases, "state_overdue_page", "case_state_waiting (queue=? AND due>? AND due<?)");
    row(cases, "state_waiting", "case_total");
    row(cases, "event_of_case", "event_case");
    row(cases, "event_page", "event_place");
    row(cases, "event_scan", "INTEGER PRIMARY KEY");
    row(cases, "event_cases_of_act", "SCAN event");
    row(cases, "event_of_roles", "permit_case_id");
    row(cases, "decision_of_case", "decision_case");
    row(cases, "decision_latest", "decision_case");
    row(cases, "decision_scan", "INTEGER PRIMARY KEY");
    row(cases, "rule_set_by_digests", "rule_set_model");
    row(cases, "intake_by_digest", "sqlite_autoindex_intake_batch_1");
    row(cases, "span_of_case", "clock_span_case");
    row(cases, "notice_of_case", "notice_case");
    row(cases, "visit_of_case", "visit_case");
    row(cases, "delivery_of_case", "delivery_case");
    row(cases, "block_active", "block_list_value");
    row(cases, "block_list", "INTEGER PRIMARY KEY");
    row(cases, "answer_find", "PRIMARY KEY");
    row(cases, "answer_forget", "evidence_answer_age");
    row(StoreKind::Registers, "register_find", "register_row_key");
    row(StoreKind::Registers, "register_version_in_force", "register_version_in_force");
    row(StoreKind::Registers, "register_versions", "register_version_in_force");
    row(StoreKind::Registers, "register_delete_rows", "INTEGER PRIMARY KEY");
    row(StoreKind::Registers, "register_repeated_keys", "register_row_key");
    row(StoreKind::Registers, "register_rows_by_key", "register_row_key");
    row(StoreKind::Roster, "roster_by_code", "roster_entry_code (code>? AND code<?)");
    row(StoreKind::Roster, "roster_by_name_grams", "VIRTUAL TABLE INDEX");
    row(StoreKind::Roster, "roster_page", "INTEGER PRIMARY KEY");
}

void TstSql::listStatementsUseTheirIndexAndDoNotSort()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, statement);
    QFETCH(QByteArray, index);
    const tests::TemporaryDirectory folder;
    const std::unique_ptr<Database> database = open(folder, static_cast<StoreKind>(kind));
    QVERIFY(database != nullptr);
    const Result<std::string> plan = database->plan(statement.toStdString());
    QVERIFY_OK(plan);
    QVERIFY2(plan->find(index.toStdString()) != std::string::npos, plan->c_str());
    QVERIFY2(plan->find("TEMP B-TREE") == std::string::npos, plan->c_str());
    QVERIFY2(plan->find("AUTOMATIC") == std::string::npos, plan->c_str());
}

void TstSql::migrationsAreNumberedWithoutGaps()
{
    for (const StoreKind kind : {StoreKind::Cases, StoreKind::Registers, StoreKind::Roster}) {
        std::set<std::string> names;
        const auto folder = tests::sourcePath("core/storage/sql/migrations/" + kindName(kind));
        for (const auto &entry : std::filesystem::directory_iterator(folder))
            names.insert(entry.path().filename().string());
        int number = 0;
        for (const std::string &name : names) {
            QCOMPARE(name.substr(0, 4), std::to_string(10000 + ++number).substr(1));
            const std::string text = tests::readFile(folder / name);
            QVERIFY(text.find("PRAGMA user_version = " + std::to_string(number) + ";") != std::string::npos);
        }
    }
}

QTEST_APPLESS_MAIN(TstSql)
#include "tst_sql.moc"
