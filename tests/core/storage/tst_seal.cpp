// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/register_store.h"
#include "core/storage/seal_file.h"
#include "tests/storage/samples.h"
#include "tests/support/paths.h"
#include "tests/support/result_checks.h"
#include "tests/support/temporary_directory.h"

#include <QRegularExpression>
#include <QTest>

#include <set>
#include <sqlite3.h>

using namespace tongban;
using namespace tongban::storage;
using namespace tests::storage;

namespace {

namespace fs = std::filesystem;

constexpr int kCases = 120;
constexpr std::string_view kPlate = "粤B12345";

vault::DataKey keyOf(char seed)
{
    return std::make_shared<const vault::SecretKey>(
        *vault::SecretKey::fromBytes(std::string(vault::SecretKey::kBytes, seed)));
}

OpenOptions withKey(char seed)
{
    OpenOptions options;
    options.key = keyOf(seed);
    return options;
}

std::string applicationOf(int number)
{
    return R"({"applicant":{"id":"44030519900101)" + std::to_string(1000 + number % 50)
        + R"(","kind":"person","name":"王小明","phone":"13800138)" + std::to_string(100 + number)
        + R"("},"fields":{"plate":")"
        + (number == 7 ? std::string(kPlate) : "粤B" + std::to_string(20000 + number))
        + R"("},"item":"CZ-001"})";
}

Result<> fill(Store &store)
{
    Transaction transaction = TRY(store.begin());
    for (int number = 1; number <= kCases; ++number) {
        CaseRecord record = caseRecord(number);
        record.application = applicationOf(number);
        CaseStanding made = standing("granted", "");
        made.details = R"({"receiver":"李四 13900139000"})";
        const std::int64_t no = TRY(store.cases().insert(record, made));
        TRY(store.events().append(std::vector{preparedEvent(number, "apply", "applied")}));
        TRY(store.annexes().addDelivery({0, no, "counter", "", instant(), {}, {}, "李四 13900139000"}));
    }
    AnswerRow answer;
    answer.source = "police";
    answer.record = "person";
    answer.key = "440305199001011007";
    answer.status = "answered";
    answer.body = R"({"drug_record":true})";
    answer.digest = sha256(answer.body);
    answer.answeredAt = instant();
    TRY(store.answers().put(answer));
    TRY(store.attachments().keepSeen(sha256("page"), R"({"seen":"440305199001011007"})"));
    return transaction.commit();
}

/// Every byte of the file and of what stands beside it.
std::string bytesUnder(const fs::path &folder)
{
    std::string bytes;
    for (const auto &entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            bytes += tests::readFile(entry.path());
    return bytes;
}

bool showsPersons(const fs::path &folder)
{
    const std::string bytes = bytesUnder(folder);
    for (const std::string_view secret :
         {std::string_view("44030519900101"), std::string_view("13800138"), std::string_view("13900139000"),
          kPlate, std::string_view("drug_record")})
        if (bytes.find(secret) != std::string::npos)
            return true;
    return false;
}

void runSql(const fs::path &file, const std::string &sql)
{
    sqlite3 *handle = nullptr;
    sqlite3_open(file.c_str(), &handle);
    char *problem = nullptr;
    if (sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, &problem) != SQLITE_OK)
        qFatal("%s", problem);
    sqlite3_close(handle);
}

} // namespace

class TstSeal : public QObject
{
    Q_OBJECT

private slots:
    void aSealedStoreAnswersLikeAPlainOneAndShowsNobody();
    void withoutTheKeyNothingOpens();
    void aPlainFileIsNotTakenForASealedOne();
    void changedAndMovedFieldsAreFound_data();
    void changedAndMovedFieldsAreFound();
    void aPlainFileBecomesASealedOneWithTheSameContent();
    void stoppingLeavesThePlainFile();
    void aFileInUseIsLeftAlone();
    void registersAreSealedToo();
    void anOlderStoreKeepsItsPlates();
    void everySealedColumnIsSealedByItsStatements();
};

void TstSeal::aSealedStoreAnswersLikeAPlainOneAndShowsNobody()
{
    const tests::TemporaryDirectory folder;
    fs::create_directories(folder / "plain");
    fs::create_directories(folder / "sealed");
    const auto plain = openStore(folder / "plain/store.sqlite");
    const auto sealed = openStore(folder / "sealed/store.sqlite", withKey('k'));
    QVERIFY_OK(fill(*plain));
    QVERIFY_OK(fill(*sealed));
    for (Store *store : {plain.get(), sealed.get()}) {
        const auto byIdentity = store->cases().ofApplicant("440305199001011007", 10);
        QVERIFY_OK(byIdentity);
        QCOMPARE(byIdentity->size(), std::size_t{3});
        const auto byPlate = store->search().byCode("x", std::string(kPlate), "x", 10);
        QVERIFY_OK(byPlate);
        QCOMPARE(byPlate->size(), std::size_t{1});
        QCOMPARE(byPlate->front().record.applicantId, std::string("440305199001011007"));
        const auto answer = store->answers().find("police", "person", "440305199001011007");
        QVERIFY_OK(answer);
        QCOMPARE((*answer)->body, std::string(R"({"drug_record":true})"));
        QVERIFY_OK(store->cases().openDuplicate("440305199001011007", 7, 0));
    }
    for (std::int64_t no = 1; no <= kCases; ++no) {
        const auto one = plain->cases().byNo(no);
        const auto other = sealed->cases().byNo(no);
        QVERIFY_OK(one);
        QVERIFY_OK(other);
        QCOMPARE(other->record.application, one->record.application);
        QCOMPARE(other->record.applicantId, one->record.applicantId);
        QCOMPARE(other->record.duplicateKey, one->record.duplicateKey);
        QCOMPARE(other->standing.details, one->standing.details);
    }
    QCOMPARE(sealed->events().heads()->front().hash, plain->events().heads()->front().hash);
    QVERIFY(showsPersons(folder / "plain"));
    QVERIFY(!showsPersons(folder / "sealed"));
}

void TstSeal::withoutTheKeyNothingOpens()
{
    const tests::TemporaryDirectory folder;
    QVERIFY_OK(fill(*openStore(folder / "store.sqlite", withKey('k'))));
    const std::string before = tests::readFile(folder / "store.sqlite");
    const auto locked = Store::open(folder / "store.sqlite");
    QVERIFY_FAILS(locked, ErrorCode::Denied);
    QVERIFY(locked.error().detail.find("sealed") != std::string::npos);
    const auto wrong = Store::open(folder / "store.sqlite", withKey('o'));
    QVERIFY_FAILS(wrong, ErrorCode::Denied);
    QVERIFY(wrong.error().detail.find("another key") != std::string::npos);
    QCOMPARE(tests::readFile(folder / "store.sqlite"), before);
    QVERIFY_OK(Store::open(folder / "store.sqlite", withKey('k')));
}

void TstSeal::aPlainFileIsNotTakenForASealedOne()
{
    const tests::TemporaryDirectory folder;
    QVERIFY_OK(fill(*openStore(folder / "store.sqlite")));
    QVERIFY_FAILS(Store::open(folder / "store.sqlite", withKey('k')), ErrorCode::Conflict);
}

void TstSeal::changedAndMovedFieldsAreFound_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("a flipped byte") << QByteArray(
        "UPDATE permit_case SET application = CAST(substr(application, 1, 40) || x'00' || "
        "substr(application, 42) "
        "AS BLOB) WHERE no = 3");
    QTest::newRow("cut off") << QByteArray(
        "UPDATE permit_case SET application = substr(application, 1, 20) WHERE no = 3");
    QTest::newRow("of another column") << QByteArray(
        "UPDATE permit_case SET application = (SELECT details FROM case_state WHERE no = 3) WHERE no = 3");
    QTest::newRow("plain text") << QByteArray("UPDATE permit_case SET application = '{}' WHERE no = 3");
    QTest::newRow("empty") << QByteArray("UPDATE permit_case SET application = x'' WHERE no = 3");
}

void TstSeal::changedAndMovedFieldsAreFound()
{
    QFETCH(QByteArray, sql);
    const tests::TemporaryDirectory folder;
    const fs::path file = folder / "store.sqlite";
    QVERIFY_OK(fill(*openStore(file, withKey('k'))));
    runSql(file, sql.toStdString());
    const auto store = openStore(file, withKey('k'));
    const auto found = store->cases().byNo(3);
    QVERIFY_FAILS(found, ErrorCode::Corrupted);
    QVERIFY(found.error().detail.find("sealed field") != std::string::npos);
    QVERIFY_OK(store->cases().byNo(4));
}

void TstSeal::aPlainFileBecomesASealedOneWithTheSameContent()
{
    const tests::TemporaryDirectory folder;
    const fs::path file = folder / "store.sqlite";
    Digest head;
    std::string application;
    {
        const auto store = openStore(file);
        QVERIFY_OK(fill(*store));
        head = store->events().heads()->front().hash;
        application = store->cases().byNo(7)->record.application;
        QVERIFY_OK(store->search().add(7, "小明"));
    }
    std::int64_t last = 0;
    const auto report =
        sealFile(file, StoreKind::Cases, keyOf('k'), [&](std::int64_t done, std::int64_t total) {
            last = done;
            return done <= total;
        });
    QVERIFY_OK(report);
    QVERIFY(!report->wasSealed);
    QVERIFY(report->rows > kCases * 4);
    QCOMPARE(last, report->rows);
    QVERIFY(!showsPersons(folder.path()));
    QCOMPARE(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()),
             std::ptrdiff_t{1});
    QVERIFY_FAILS(Store::open(file), ErrorCode::Denied);
    const auto store = openStore(file, withKey('k'));
    QCOMPARE(store->events().heads()->front().hash, head);
    QCOMPARE(store->cases().byNo(7)->record.application, application);
    QCOMPARE(store->search().byCode("x", std::string(kPlate), "x", 10)->size(), std::size_t{1});
    int hits = 0;
    QVERIFY_OK(store->search().byWords("小明", [&](StoredCase &) {
        ++hits;
        return true;
    }));
    QCOMPARE(hits, 1);
    QVERIFY(store->database().integrityProblems()->empty());
    const auto again = sealFile(file, StoreKind::Cases, keyOf('k'), {});
    QVERIFY_FAILS(sealFile(file, StoreKind::Cases, keyOf('o'), {}), ErrorCode::Denied);
    QVERIFY_OK(again);
    QVERIFY(again->wasSealed);
}

void TstSeal::stoppingLeavesThePlainFile()
{
    const tests::TemporaryDirectory folder;
    const fs::path file = folder / "store.sqlite";
    QVERIFY_OK(fill(*openStore(file)));
    QVERIFY_FAILS(
        sealFile(file, StoreKind::Cases, keyOf('k'), [](std::int64_t, std::int64_t) { return false; }),
        ErrorCode::Conflict);
    QVERIFY(!fs::exists(file.string() + ".sealing"));
    QCOMPARE(openStore(file)->cases().ofApplicant("440305199001011007", 10)->size(), std::size_t{3});
    QVERIFY_OK(sealFile(file, StoreKind::Cases, keyOf('k'), {}));
    QVERIFY(!showsPersons(folder.path()));
}

void TstSeal::aFileInUseIsLeftAlone()
{
    const tests::TemporaryDirectory folder;
    const fs::path file = folder / "store.sqlite";
    const auto store = openStore(file);
    QVERIFY_OK(fill(*store));
    QVERIFY_FAILS(sealFile(file, StoreKind::Cases, keyOf('k'), {}), ErrorCode::Unavailable);
    QVERIFY_OK(addCases(*store, 1000, 1));
}

void TstSeal::registersAreSealedToo()
{
    const tests::TemporaryDirectory folder;
    OpenOptions options = RegisterStore::writingOptions();
    options.key = keyOf('k');
    const fs::path file = folder / "registers.sqlite";
    const auto opened = RegisterStore::open(file, options);
    QVERIFY_OK(opened);
    {
        auto transaction = Transaction::begin(opened->store->database());
        RegisterVersion described;
        described.source = "police";
        described.record = "person";
        described.asOf = fromDayNumber(20780);
        const auto version = opened->store->beginVersion(described);
        QVERIFY_OK(version);
        const std::string body = R"({"drug_record":true})";
        QVERIFY_OK(opened->store->addRow(*version, "440305199001011007", body, sha256(body)));
        QVERIFY_OK(transaction->commit());
    }
    QVERIFY(!showsPersons(folder.path()));
    QVERIFY(bytesUnder(folder.path()).find(sha256(R"({"drug_record":true})").blob()) == std::string::npos);
}

void TstSeal::anOlderStoreKeepsItsPlates()
{
    const tests::TemporaryDirectory folder;
    const fs::path file = folder / "store.sqlite";
    runSql(file, "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL;");
    for (const char *name :
         {"0001_initial", "0002_accounts", "0003_claims", "0004_lists", "0005_centre", "0006_attachments"})
        runSql(file,
               tests::readFile(
                   tests::sourcePath("core/storage/sql/migrations/store/" + std::string(name) + ".sql")));
    runSql(file,
           "INSERT INTO vocabulary VALUES (0, ''), (1, 'window'), (2, 'CZ-001'), (3, 'granted');"
           "INSERT INTO permit_case VALUES (1, zeroblob(16), 'S1', 1, 'E1', 2, 1, 440303, 0, 5, NULL, NULL, "
           "'440305199001011007', '王小明', '"
               + applicationOf(7)
               + "');"
                 "INSERT INTO case_state VALUES (1, 1, 2, 440303, 3, NULL, 99999999, NULL, NULL, 0, 0, 0, "
                 "'{}', 1, 0);");
    const auto store = openStore(file);
    QCOMPARE(store->search().byCode("x", std::string(kPlate), "x", 10)->size(), std::size_t{1});
    QVERIFY(store->database().integrityProblems()->empty());
}

/// What conversion seals and what statements seal are written in two places.
void TstSeal::everySealedColumnIsSealedByItsStatements()
{
    for (const auto &[kind, name] :
         {std::pair(StoreKind::Cases, "store"), std::pair(StoreKind::Registers, "registers"),
          std::pair(StoreKind::Roster, "roster")}) {
        std::string sql;
        for (const auto &entry :
             fs::directory_iterator(tests::sourcePath("core/storage/sql/" + std::string(name))))
            sql += tests::readFile(entry.path());
        std::set<std::string> domains;
        for (const SealedColumn &column : sealedColumns(kind)) {
            const std::string domain = "'" + std::string(column.domain) + "'";
            QVERIFY2(sql.find(domain) != std::string::npos, domain.c_str());
            domains.insert(domain);
        }
        const QRegularExpression named(QStringLiteral("'[a-z_]+\\.[a-z_]+'"));
        auto used = named.globalMatch(QString::fromStdString(sql));
        while (used.hasNext()) {
            const std::string domain = used.next().captured().toStdString();
            QVERIFY2(domains.contains(domain), domain.c_str());
        }
    }
}

QTEST_APPLESS_MAIN(TstSeal)
#include "tst_seal.moc"
