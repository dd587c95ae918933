// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/administration/administration.h"
#include "core/service/audit/office_record.h"
#include "tests/core/service/office.h"

#include <QTest>

using namespace tests;
using namespace tongban;
using namespace tongban::service;
using permit::Role;

/// Who changed the office, and what stood there before; and what opens its personal data.
class TstOfficeRecord : public QObject
{
    Q_OBJECT

private slots:
    void everyChangeOfAnAccountIsKeptWithWhatStoodBefore();
    void aRefusedChangeLeavesNothing();
    void itIsReadBackwardsPageByPage();
    void theAuditFindsWhatWasDoneToIt_data();
    void theAuditFindsWhatWasDoneToIt();
    void theFileItselfRefusesToForget();
    void aPassphraseIsChangedByWhoeverKnowsTheOldOne();
    void aNewRecoveryCodeMakesTheOldOneWorthless();
    void aPlainOfficeHasNothingToChange();

private:
    enum class Sealed { No, Yes };
    /// An office in service with one administrator.
    struct InService {
        explicit InService(Sealed sealed)
        {
            const vault::DataKey key = sealed == Sealed::Yes ? makeVault(folder()) : vault::DataKey();
            workspace =
                must(Workspace::create(folder(), Office::resources(), WorkspaceKind::Production, clock, key));
            addBoss(*workspace);
        }
        std::filesystem::path folder() const { return directory / "office"; }

        TemporaryDirectory directory;
        FixedClock clock{at("2026-11-23T09:00:00+08:00")};
        std::unique_ptr<Workspace> workspace;
    };

    static Account account(const char *name, std::vector<Role> roles)
    {
        Account made;
        made.name = name;
        made.displayName = "李明";
        made.roles = std::move(roles);
        return made;
    }
    static void addBoss(Workspace &workspace)
    {
        QVERIFY(
            must(addAccount(workspace, account("boss", {Role::Administrator}), "correct horse", {})).empty());
    }
    static AdministratorDesk desk(Workspace &workspace)
    {
        return must(AdministratorDesk::open(workspace, "boss"));
    }
    static std::vector<OfficeEntry> record(Workspace &workspace)
    {
        return must(officeRecord(workspace, 0, 100)).entries;
    }
};

void TstOfficeRecord::everyChangeOfAnAccountIsKeptWithWhatStoodBefore()
{
    Office office;
    addBoss(office.workspace());
    const AdministratorDesk boss = desk(office.workspace());
    QVERIFY(must(boss.addAccount(account("liming", {Role::Clerk}), "correct horse")).empty());
    QVERIFY(must(boss.changeAccount(account("liming", {Role::Clerk, Role::Approver}))).empty());
    QVERIFY(must(boss.setPassword("liming", "another horse")).empty());
    QVERIFY(must(boss.setDisabled("liming", true)).empty());
    QVERIFY(must(boss.setDisabled("liming", false)).empty());
    const auto entries = record(office.workspace());
    QCOMPARE(entries.size(), std::size_t{6});
    std::string kinds;
    for (const OfficeEntry &entry : entries)
        kinds += std::string(name(*entry.kind)) + ' ';
    QCOMPARE(kinds,
             std::string("account_enabled account_disabled password_set account_changed account_added "
                         "account_added "));
    QCOMPARE(entries[5].actor, std::string("machine"));
    const OfficeEntry &changed = entries[3];
    QCOMPARE(changed.actor, std::string("boss"));
    QCOMPARE(changed.subject, std::string("liming"));
    QCOMPARE(changed.at, office.clock.now());
    QCOMPARE(changed.differences.size(), std::size_t{1}); // What stayed as it was is not said.
    QCOMPARE(changed.differences[0].field, std::string("roles"));
    QCOMPARE(changed.differences[0].before, std::string("clerk"));
    QCOMPARE(changed.differences[0].after, std::string("clerk;approver"));
    QVERIFY(office.audit().isSound());
}

void TstOfficeRecord::aRefusedChangeLeavesNothing()
{
    Office office;
    addBoss(office.workspace());
    const AdministratorDesk boss = desk(office.workspace());
    QVERIFY(!must(boss.addAccount(account("liming", {}), "short")).empty());
    QVERIFY(!must(boss.setDisabled("boss", true)).empty());
    QVERIFY(!boss.setPassword("nobody", "correct horse"));
    QVERIFY(!boss.changeAccount(account("nobody", {Role::Clerk})));
    QCOMPARE(record(office.workspace()).size(), std::size_t{1});
}

void TstOfficeRecord::itIsReadBackwardsPageByPage()
{
    Office office;
    addBoss(office.workspace());
    for (int i = 0; i < 6; ++i)
        QVERIFY(
            must(desk(office.workspace()).setPassword("boss", "correct horse " + std::to_string(i))).empty());
    std::vector<std::int64_t> places;
    std::int64_t before = 0;
    do {
        const OfficePage page = must(officeRecord(office.workspace(), before, 3));
        for (const OfficeEntry &entry : page.entries)
            places.push_back(entry.n);
        before = page.next;
    } while (before != 0);
    QCOMPARE(places, (std::vector<std::int64_t>{7, 6, 5, 4, 3, 2, 1}));
}

void TstOfficeRecord::theAuditFindsWhatWasDoneToIt_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<int>("place");
    QTest::newRow("another actor") << QByteArray("UPDATE office_change SET actor = 'liming' WHERE n = 2")
                                   << QByteArray("office_edited") << 2;
    QTest::newRow("another detail") << QByteArray("UPDATE office_change SET detail = '{}' WHERE n = 1")
                                    << QByteArray("office_edited") << 1;
    QTest::newRow("one taken out") << QByteArray("DELETE FROM office_change WHERE n = 2")
                                   << QByteArray("office_gap") << 2;
    QTest::newRow("the end cut off") << QByteArray("DELETE FROM office_change WHERE n = 3")
                                     << QByteArray("office_truncated") << 3;
}

void TstOfficeRecord::theAuditFindsWhatWasDoneToIt()
{
    QFETCH(const QByteArray, sql);
    QFETCH(const QByteArray, fault);
    QFETCH(const int, place);
    Office office;
    addBoss(office.workspace());
    QVERIFY(
        must(desk(office.workspace()).addAccount(account("liming", {Role::Clerk}), "correct horse")).empty());
    QVERIFY(must(desk(office.workspace()).setDisabled("liming", true)).empty());
    office.close();
    runSql(office.folder() / "store.sqlite", sql.toStdString());
    office.reopen();
    const AuditReport report = office.audit();
    QCOMPARE(report.findingCount, std::int64_t{1});
    QCOMPARE(report.findings[0].fault, fault.toStdString());
    QCOMPARE(report.findings[0].n, std::int64_t{place});
}

void TstOfficeRecord::theFileItselfRefusesToForget()
{
    Office office;
    addBoss(office.workspace());
    office.close();
    const auto store = office.folder() / "store.sqlite";
    for (const char *sql : {"UPDATE office_change SET actor = 'nobody'", "DELETE FROM office_change"})
        QCOMPARE(problemOfSql(store, sql), std::string("the record of the office is append-only"));
    QCOMPARE(askSql(store, "SELECT actor FROM office_change"), std::string("machine"));
}

void TstOfficeRecord::aPassphraseIsChangedByWhoeverKnowsTheOldOne()
{
    const InService office(Sealed::Yes);
    Workspace *workspace = office.workspace.get();
    const auto folder = office.folder();
    const AdministratorDesk boss = desk(*workspace);
    QVERIFY(must(boss.protection()).vault.isSealed());
    QCOMPARE(boss.changePassphrase("a wrong guess", "another passphrase").error().code, ErrorCode::Denied);
    QCOMPARE(boss.changePassphrase(kPassphrase, "short").error().code, ErrorCode::InvalidInput);
    QVERIFY(must(vault::VaultFile::read(folder)).openWithPassphrase(kPassphrase).has_value());
    QVERIFY(boss.changePassphrase(kPassphrase, "another passphrase").has_value());
    QCOMPARE(must(vault::VaultFile::read(folder)).openWithPassphrase(kPassphrase).error().code,
             ErrorCode::Denied);
    QVERIFY(must(vault::VaultFile::read(folder)).openWithPassphrase("another passphrase").has_value());
    const auto entries = record(*workspace);
    QCOMPARE(entries.size(), std::size_t{2});
    QCOMPARE(*entries[0].kind, OfficeChangeKind::PassphraseChanged);
    QCOMPARE(entries[0].actor, std::string("boss"));
}

void TstOfficeRecord::aNewRecoveryCodeMakesTheOldOneWorthless()
{
    const InService office(Sealed::Yes);
    Workspace *workspace = office.workspace.get();
    const auto folder = office.folder();
    const std::string first = must(desk(*workspace).renewRecoveryCode());
    const std::string second = must(desk(*workspace).renewRecoveryCode());
    const auto file = must(vault::VaultFile::read(folder));
    QVERIFY(file.openWithRecovery(second).has_value());
    QCOMPARE(file.openWithRecovery(first).error().code, ErrorCode::Denied);
    QCOMPARE(*record(*workspace).front().kind, OfficeChangeKind::RecoveryCodeRenewed);
}

void TstOfficeRecord::aPlainOfficeHasNothingToChange()
{
    const InService office(Sealed::No);
    Workspace *workspace = office.workspace.get();
    QVERIFY(!must(desk(*workspace).protection()).vault.hasVault);
    QCOMPARE(desk(*workspace).changePassphrase("", "another passphrase").error().code, ErrorCode::NotFound);
    QCOMPARE(desk(*workspace).renewRecoveryCode().error().code, ErrorCode::NotFound);
    QCOMPARE(record(*workspace).size(), std::size_t{1});
}

QTEST_GUILESS_MAIN(TstOfficeRecord)
#include "tst_office_record.moc"
