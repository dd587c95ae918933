// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/acts/claims.h"
#include "core/service/cases/search.h"
#include "core/service/workspace/preferences.h"
#include "tests/core/service/office.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace tests;
using namespace tongban;
using namespace tongban::service;

namespace {

/// Nine applications that differ in what lists are filtered by.
void takeInNine(Office &office)
{
    office.importRegisters({});
    std::vector<ApplicationLine> lines;
    constexpr const char *kNames[] = {"张伟",   "王小伟", "张三丰", "欧阳修", "ABC 物流",
                                      "林安宁", "单雄信", "张 伟",  "李娜"};
    for (int n = 1; n <= 9; ++n) {
        ApplicationLine line;
        line.person = n;
        line.name = kNames[n - 1];
        line.district = n % 3 == 0 ? "440304" : "440300";
        line.channel = n % 2 == 0 ? "i_shenzhen" : "wechat";
        line.receivedAt = n <= 4 ? "2026-11-16T10:00:00+08:00" : "2026-11-20T10:00:00+08:00";
        line.humanPlease = n != 5;
        lines.push_back(line);
    }
    office.takeIn(lines);
    office.work();
}

/// What a query must find, said a second time and without any SQL.
std::vector<std::string> fitting(Office &office, const std::function<bool(const CaseLine &)> &fits)
{
    CaseQuery everything;
    everything.limit = 1000;
    std::vector<std::string> serials;
    for (const CaseLine &line : must(listCases(office.workspace(), everything)))
        if (fits(line))
            serials.push_back(line.serial);
    std::ranges::sort(serials);
    return serials;
}

std::vector<std::string> found(Office &office, CaseQuery query)
{
    query.limit = 3; // several pages
    std::vector<std::string> serials;
    std::optional<CasePlace> after;
    do {
        const CaseListPage page = must(caseListPage(office.workspace(), query, after));
        for (const CaseLine &line : page.lines)
            serials.push_back(line.serial);
        after = page.next;
    } while (after);
    std::ranges::sort(serials);
    return serials;
}

/// A filter, and what it means.
struct Filter {
    const char *name;
    std::function<void(CaseQuery &)> ask;
    std::function<bool(const CaseLine &)> fits;
};

const Date kLate = *parseIsoDate("2026-11-18");

std::vector<Filter> filters()
{
    return {{"queue", [](CaseQuery &q) { q.queue = "people"; },
             [](const CaseLine &line) {
                 return line.queue == "people";
             }},
            {"state", [](CaseQuery &q) { q.state = "referred"; },
             [](const CaseLine &line) {
                 return line.state == "referred";
             }},
            {"item", [](CaseQuery &q) { q.item = "CZ-001"; },
             [](const CaseLine &line) {
                 return line.item == "CZ-001";
             }},
            {"district", [](CaseQuery &q) { q.district = 440304; },
             [](const CaseLine &line) {
                 return line.district == 440304;
             }},
            {"channel", [](CaseQuery &q) { q.channel = "wechat"; },
             [](const CaseLine &line) {
                 return line.channel == "wechat";
             }},
            {"reason", [](CaseQuery &q) { q.reason = "human_requested"; },
             [](const CaseLine &line) {
                 return line.reason == "human_requested";
             }},
            {"kind of reason", [](CaseQuery &q) { q.reason = "finding:"; },
             [](const CaseLine &line) {
                 return line.reason.starts_with("finding:");
             }},
            {"received from", [](CaseQuery &q) { q.receivedFrom = kLate; },
             [](const CaseLine &line) {
                 return officialDate(line.receivedAt) >= kLate;
             }},
            {"outcome", [](CaseQuery &q) { q.outcome = "granted"; },
             [](const CaseLine &line) {
                 return line.outcome == "granted";
             }},
            {"several",
             [](CaseQuery &q) {
                 q.queue = "people";
                 q.district = 440304;
                 q.channel = "wechat";
                 q.receivedThrough = kLate;
             },
             [](const CaseLine &line) {
                 return line.queue == "people" && line.district == 440304 && line.channel == "wechat"
                     && officialDate(line.receivedAt) <= kLate;
             }},
            {"state and district",
             [](CaseQuery &q) {
                 q.state = "referred";
                 q.district = 440304;
             },
             [](const CaseLine &line) {
                 return line.state == "referred" && line.district == 440304;
             }}};
}

std::vector<std::string> namesFound(Office &office, const std::string &words)
{
    CaseQuery query;
    query.words = words;
    std::vector<std::string> names;
    for (const CaseLine &line : must(caseListPage(office.workspace(), query, {})).lines)
        names.push_back(line.applicantName);
    std::ranges::sort(names);
    return names;
}

} // namespace

class TstCaseLists : public QObject
{
    Q_OBJECT

private slots:
    void oneDamagedCaseDoesNotHideTheOthers();
    void aFilterFindsWhatFitsAndCountsTheSame_data();
    void aFilterFindsWhatFitsAndCountsTheSame();
    void whoHoldsACaseIsAFilter();
    void theLightOfALimitIsAFilter();
    void aFieldIsItsItems();
    void namesAreFoundByTheirParts_data();
    void namesAreFoundByTheirParts();
    void aNumberIsFoundByItsMiddle();
    void namesComeIntoTheSearchAPieceAtATime();
    void aWorkspaceOpenForReadingIsSearchedToo();
    void aFilterIsKeptForItsPerson();
};

void TstCaseLists::aFilterFindsWhatFitsAndCountsTheSame_data()
{
    QTest::addColumn<int>("which");
    int number = 0;
    for (const Filter &filter : filters())
        QTest::newRow(filter.name) << number++;
}

void TstCaseLists::aFilterFindsWhatFitsAndCountsTheSame()
{
    QFETCH(int, which);
    Office office;
    takeInNine(office);
    const Filter filter = filters()[static_cast<std::size_t>(which)];
    CaseQuery query;
    filter.ask(query);
    const auto wanted = fitting(office, filter.fits);
    QCOMPARE(found(office, query), wanted);
    QCOMPARE(must(countCases(office.workspace(), query)), static_cast<std::int64_t>(wanted.size()));
}

void TstCaseLists::whoHoldsACaseIsAFilter()
{
    Office office;
    takeInNine(office);
    SignedIn anna;
    anna.account.name = "anna";
    anna.account.roles = {permit::Role::Approver};
    const std::string serial = office.serialOf(1);
    QCOMPARE(must(claimCase(office.workspace(), serial, anna, {.reason = "申请人在场"})).problem,
             ClaimProblem::None);
    CaseQuery held;
    held.holder = "anna";
    QCOMPARE(found(office, held), std::vector<std::string>{serial});
    CaseQuery free;
    free.queue = "people";
    free.holder = kNobody;
    QCOMPARE(found(office, free), fitting(office, [&](const CaseLine &line) {
                 return line.queue == "people" && line.serial != serial;
             }));
}

void TstCaseLists::theLightOfALimitIsAFilter()
{
    Office office;
    takeInNine(office);
    std::int64_t total = 0;
    for (const auto light : {DueLight::Late, DueLight::Soon, DueLight::Later, DueLight::Nothing}) {
        CaseQuery query;
        query.light = light;
        total += must(countCases(office.workspace(), query));
    }
    QCOMPARE(total, must(countCases(office.workspace(), {})));
    const std::int64_t later = [&] {
        CaseQuery query;
        query.light = DueLight::Late;
        return must(countCases(office.workspace(), query));
    }();
    office.clock.set(*parseIsoTimestamp("2027-06-01T09:00:00+08:00"));
    CaseQuery query;
    query.light = DueLight::Late;
    QVERIFY(must(countCases(office.workspace(), query)) > later);
    QCOMPARE(found(office, query).size(),
             static_cast<std::size_t>(must(countCases(office.workspace(), query))));
}

void TstCaseLists::aFieldIsItsItems()
{
    Office office;
    takeInNine(office);
    CaseQuery taxi;
    taxi.field = "taxi";
    QCOMPARE(must(countCases(office.workspace(), taxi)), std::int64_t{9});
    CaseQuery port;
    port.field = "port";
    QCOMPARE(must(countCases(office.workspace(), port)), std::int64_t{0});
    taxi.item = "HY-001";
    QVERIFY(found(office, taxi).empty());
}

void TstCaseLists::namesAreFoundByTheirParts_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("names");
    const auto row = [](const char *words, const char *names) {
        QTest::newRow(words) << QString::fromUtf8(words) << QString::fromUtf8(names);
    };
    row("张伟", "张 伟|张伟");
    row("小伟", "王小伟");
    row("三丰", "张三丰");
    row("张", "张 伟|张三丰|张伟");
    row("欧阳修", "欧阳修");
    row("abc", "ABC 物流");
    row("ABC物流", "ABC 物流");
    row("zw", "张 伟|张伟");
    row("ZSF", "张三丰");
    row("sx", "单雄信"); // the name is read shàn, the character also dān
    row("dx", "单雄信");
    row("伟张", "");
    row("张\"伟", "张 伟|张伟");
    row("* OR", "");
    row("()", "");
}

void TstCaseLists::namesAreFoundByTheirParts()
{
    QFETCH(QString, words);
    QFETCH(QString, names);
    Office office;
    takeInNine(office);
    std::string joined;
    for (const std::string &name : namesFound(office, words.toStdString()))
        joined += (joined.empty() ? "" : "|") + name;
    QCOMPARE(QString::fromStdString(joined), names);
}

void TstCaseLists::aNumberIsFoundByItsMiddle()
{
    Office office;
    takeInNine(office);
    const std::string serial = office.serialOf(3); // 深交审-2026-440304-0000001-X
    const std::size_t at = serial.find("2026-");
    const auto isFound = [&](const std::string &words) {
        CaseQuery query;
        query.words = words;
        const auto lines = must(caseListPage(office.workspace(), query, {})).lines;
        return std::ranges::find(lines, serial, &CaseLine::serial) != lines.end();
    };
    QVERIFY(isFound(serial));
    QVERIFY(isFound(serial.substr(at, 19)));
    QVERIFY(isFound(serial.substr(at + 5, 14)));
    QVERIFY(isFound(serial.substr(at + 12, 7)));
    QVERIFY(isFound(std::to_string(std::stoi(serial.substr(at + 12, 7)))));
    QVERIFY(!isFound("440305-" + serial.substr(at + 12, 7)));
    QVERIFY(isFound(personNo(3)));
}

void TstCaseLists::namesComeIntoTheSearchAPieceAtATime()
{
    Office office;
    takeInNine(office);
    const SearchReach first = must(growSearch(office.workspace(), 2));
    QCOMPARE(first.total, std::int64_t{9});
    QCOMPARE(first.searched, std::int64_t{2});
    QVERIFY(!first.isWhole());
    QVERIFY(must(growSearch(office.workspace(), 100)).isWhole());
    // A case that comes later is found by the search itself.
    ApplicationLine late;
    late.person = 20;
    late.name = "贺兰山";
    office.takeIn({late});
    QCOMPARE(namesFound(office, "兰山"), std::vector<std::string>{"贺兰山"});
    QVERIFY(must(growSearch(office.workspace(), 1)).isWhole());
}

void TstCaseLists::aWorkspaceOpenForReadingIsSearchedToo()
{
    Office office;
    takeInNine(office);
    office.reopen(OpenMode::Read);
    QCOMPARE(namesFound(office, "小伟"), std::vector<std::string>{"王小伟"});
    QCOMPARE(must(growSearch(office.workspace(), 100)).searched, std::int64_t{0});
}

void TstCaseLists::aFilterIsKeptForItsPerson()
{
    Office office;
    CaseQuery query;
    query.queue = "people";
    query.district = 440304;
    query.light = DueLight::Soon;
    query.receivedFrom = *parseIsoDate("2026-11-01");
    query.reason = "finding:";
    QVERIFY(saveFilter(office.workspace(), "anna", {"福田 急件", query}).has_value());
    const auto kept = must(savedFilters(office.workspace(), "anna"));
    QCOMPARE(kept.size(), std::size_t{1});
    QCOMPARE(kept.front().name, std::string("福田 急件"));
    QVERIFY(kept.front().query == query);
    QVERIFY(must(savedFilters(office.workspace(), "bo")).empty());
    QCOMPARE(saveFilter(office.workspace(), "anna", {" ", query}).error().code, ErrorCode::InvalidInput);
    QVERIFY(removeFilter(office.workspace(), "anna", "福田 急件").has_value());
    QVERIFY(must(savedFilters(office.workspace(), "anna")).empty());
}

void TstCaseLists::oneDamagedCaseDoesNotHideTheOthers()
{
    Office office;
    std::vector<ApplicationLine> lines;
    for (int i = 1; i <= 3; ++i)
        lines.push_back({.person = i});
    office.takeIn(lines);
    office.close();
    runSql(
        office.folder() / "store.sqlite",
        "UPDATE permit_case SET applicant_id = substr(applicant_id, 2), application = substr(application, 2) "
        "WHERE no = 2");
    office.reopen();
    QCOMPARE(must(listCases(office.workspace(), {})).size(), std::size_t{3});
    const AuditReport report = office.audit();
    QVERIFY(report.finished);
    QVERIFY(report.findingCount > 0);
}

QTEST_GUILESS_MAIN(TstCaseLists)
#include "tst_case_lists.moc"
