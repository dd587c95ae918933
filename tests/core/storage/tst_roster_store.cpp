// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/roster_grams.h"
#include "core/storage/roster_store.h"
#include "tests/storage/samples.h"
#include "tests/support/result_checks.h"
#include "tests/support/temporary_directory.h"

#include <QTest>

using namespace tests::storage;

namespace {

RosterEntry enterprise(std::string code, std::string name)
{
    RosterEntry entry;
    entry.code = std::move(code);
    entry.name = std::move(name);
    entry.basis = static_cast<unsigned>(RosterBasis::Registered);
    return entry;
}

RosterEntry person(std::string code, std::string name)
{
    RosterEntry entry = enterprise(std::move(code), std::move(name));
    entry.kind = RosterKind::Person;
    return entry;
}

std::vector<RosterEntry> sampleObjects()
{
    return {
        enterprise("91440300MA5AAAAA01", "深圳市通达货运有限公司"),
        enterprise("91440300MA5AAAAA02", "深圳市（样例）重庆路物流有限公司"),
        enterprise("91440300MA5AAAAA03", "Ａ8出行（深圳）有限公司"),
        person("440301199001010011", "张伟"),
        person("440301199001010022", "张伟业"),
        person("440301199001010033", "单行"),
        person("440301199001010044", "小张伟"),
        person("440301199001010055", "朱"),
    };
}

/// The names that are found, in order.
std::string found(RosterStore &store, std::string_view text, int limit = 20)
{
    const Result<RosterPage> page = store.search(text, limit);
    if (!page)
        return "failed";
    std::string names;
    for (const RosterHit &hit : page->hits)
        names += (names.empty() ? "" : " ") + hit.entry.name;
    return names + (page->more ? " ..." : "");
}

Result<> build(RosterStore &store, const std::vector<RosterEntry> &entries)
{
    Transaction work = TRY(Transaction::begin(store.database()));
    TRY(store.beginRebuild());
    for (const RosterEntry &entry : entries)
        TRY(store.add(entry));
    TRY(store.finishRebuild(Timestamp(), {}));
    return work.commit();
}

} // namespace

class TstRosterStore : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void objectsAreFound_data();
    void objectsAreFound();
    void theBestMatchComesFirst();
    void thereAreMoreThanTheLimit();
    void whoIsNamedTwiceIsOneObject();
    void whatWasImportedOutlivesARebuild();
    void aRebuildThatStopsKeepsTheOldRoster();
    void everyPieceThatIsAskedForIsInTheIndex_data();
    void everyPieceThatIsAskedForIsInTheIndex();

private:
    std::unique_ptr<tests::TemporaryDirectory> m_folder;
    std::unique_ptr<RosterStore> m_store;
};

void TstRosterStore::init()
{
    m_folder = std::make_unique<tests::TemporaryDirectory>();
    m_store = std::move(RosterStore::open(*m_folder / "roster.sqlite", {})->store);
    QVERIFY_OK(build(*m_store, sampleObjects()));
}

void TstRosterStore::cleanup()
{
    m_store.reset();
    m_folder.reset();
}

void TstRosterStore::objectsAreFound_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("names");
    // clang-format off
    const auto row = [](const char *name, const char *typed, const char *names) {
        QTest::newRow(name) << QByteArray(typed) << QByteArray(names);
    };
    row("whole code",             "91440300MA5AAAAA01", "深圳市通达货运有限公司");
    row("beginning, small",       "91440300ma5aaaaa03", "Ａ8出行（深圳）有限公司");
    row("beginning with blanks",  "440301 19900101 001", "张伟");
    row("two characters",         "张伟", "张伟 张伟业 小张伟");
    row("one character",          "朱", "朱");
    row("middle of a name",       "通达", "深圳市通达货运有限公司");
    row("over a bracket",         "样例重庆", "深圳市（样例）重庆路物流有限公司");
    row("full width as half",     "a8出行", "Ａ8出行（深圳）有限公司");
    row("characters apart",       "深达", "");
    row("pieces out of order",    "达通", "");
    row("initials of a person",   "zw", "张伟 张伟业 小张伟");
    row("initials of all",        "zwy", "张伟业");
    row("initials in capitals",   "ZWY", "张伟业");
    row("one initial",            "z", "朱 张伟 张伟业 深圳市通达货运有限公司 深圳市（样例）重庆路物流有限公司 Ａ8出行（深圳）有限公司 小张伟");
    row("initials inside",        "tdhy", "深圳市通达货运有限公司");
    row("second reading",         "cql", "深圳市（样例）重庆路物流有限公司");
    row("first reading",          "zql", "深圳市（样例）重庆路物流有限公司");
    row("surname, second reading", "sx", "单行");
    row("both second readings",   "sh", "单行");
    row("letter and digit",       "a8cx", "Ａ8出行（深圳）有限公司");
    row("initials of nobody",     "qqq", "");
    row("only brackets",          "（）", "");
    row("what FTS5 could read",   "张伟\" OR \"朱", "");
    row("a star",                 "张*", "张伟 张伟业 小张伟");
    // clang-format on
}

void TstRosterStore::objectsAreFound()
{
    QFETCH(QByteArray, typed);
    QFETCH(QByteArray, names);
    QCOMPARE(found(*m_store, typed.toStdString()), names.toStdString());
}

void TstRosterStore::theBestMatchComesFirst()
{
    const Result<RosterPage> page = m_store->search("zw", 20);
    QVERIFY_OK(page);
    QCOMPARE(page->hits.at(0).match == RosterMatch::WholeInitials, true);
    QCOMPARE(page->hits.at(1).match == RosterMatch::InitialsBegin, true);
    QCOMPARE(page->hits.at(2).match == RosterMatch::Initials, true);
    QCOMPARE(m_store->search("张伟", 1)->hits.at(0).match == RosterMatch::WholeName, true);
}

void TstRosterStore::thereAreMoreThanTheLimit()
{
    QCOMPARE(found(*m_store, "张伟", 2), std::string("张伟 张伟业 ..."));
    QCOMPARE(found(*m_store, "张伟", 3), std::string("张伟 张伟业 小张伟"));
    QCOMPARE(found(*m_store, "4403", 1), std::string("张伟 ..."));
}

void TstRosterStore::whoIsNamedTwiceIsOneObject()
{
    RosterEntry licence = person("440301199001010011", "张 伟");
    licence.fields = {"taxi"};
    licence.district = 440305;
    licence.basis = static_cast<unsigned>(RosterBasis::Licensed);
    RosterEntry other = licence;
    other.fields = {"freight", "taxi"};
    other.district = 440306;
    auto all = sampleObjects();
    all.push_back(licence);
    all.push_back(other);
    QVERIFY_OK(build(*m_store, all));
    const Result<RosterPage> page = m_store->search("440301199001010011", 20);
    QVERIFY_OK(page);
    QCOMPARE(page->hits.size(), std::size_t{1});
    const RosterEntry &entry = page->hits.front().entry;
    QCOMPARE(entry.name, std::string("张伟"));
    QCOMPARE(entry.fields, (std::vector<std::string>{"freight", "taxi"}));
    QCOMPARE(entry.district, 440305);
    QCOMPARE(entry.basis, 6U);
}

void TstRosterStore::whatWasImportedOutlivesARebuild()
{
    {
        Result<Transaction> work = Transaction::begin(m_store->database());
        QVERIFY_OK(m_store->beginImport());
        QVERIFY_OK(m_store->addImported(enterprise("91440300MA5AAAAA09", "深圳市港口样例有限公司")));
        const Result<> twice = m_store->addImported(enterprise("91440300MA5AAAAA09", "另一个"));
        QCOMPARE(twice.error().code, ErrorCode::Conflict);
        QVERIFY_OK(work->commit());
    }
    QVERIFY_OK(build(*m_store, sampleObjects()));
    QVERIFY_OK(build(*m_store, {}));
    QCOMPARE(found(*m_store, "gkyl"), std::string("深圳市港口样例有限公司"));
    QCOMPARE(found(*m_store, "张伟"), std::string());
}

void TstRosterStore::aRebuildThatStopsKeepsTheOldRoster()
{
    {
        Result<Transaction> work = Transaction::begin(m_store->database());
        QVERIFY_OK(m_store->beginRebuild());
        std::string code = "440301199001010000";
        for (int i = 0; i < 10'000; ++i) {
            code.replace(13, 5, std::to_string(10'000 + i));
            QVERIFY_OK(m_store->add(person(code, "王五")));
        }
        const Result<> stopped = m_store->finishRebuild(Timestamp(), [](std::int64_t) { return false; });
        QCOMPARE(stopped.error().code, ErrorCode::Unavailable);
    }
    QCOMPARE(found(*m_store, "王五"), std::string());
    QCOMPARE(found(*m_store, "朱"), std::string("朱"));
}

void TstRosterStore::everyPieceThatIsAskedForIsInTheIndex_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const RosterEntry &entry : sampleObjects())
        QTest::newRow(entry.code.c_str()) << QByteArray::fromStdString(entry.name);
}

/// Every run of a name's characters, and of its usual initials, finds that name.
void TstRosterStore::everyPieceThatIsAskedForIsInTheIndex()
{
    QFETCH(QByteArray, name);
    const QString folded = QString::fromStdString(foldedName(name.toStdString()));
    const QString initials = QString::fromStdString(tongban::pinyinInitials(name.toStdString()).front());
    for (const QString &whole : {folded, initials}) {
        for (int from = 0; from < whole.size(); ++from) {
            for (int length = 1; from + length <= whole.size(); ++length) {
                const std::string typed = whole.mid(from, length).toStdString();
                QVERIFY2(found(*m_store, typed, 100).find(name.toStdString()) != std::string::npos,
                         typed.c_str());
            }
        }
    }
}

QTEST_APPLESS_MAIN(TstRosterStore)
#include "tst_roster_store.moc"
