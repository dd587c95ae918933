// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/catalogue_loader.h"
#include "tests/core/permit/permit_fixture.h"
#include "tests/support/result_checks.h"

#include <QObject>
#include <QTest>

using namespace tongban;
using namespace tongban::permit;
using tests::permit::day;

namespace {

void replaceIn(std::string &text, std::string_view what, std::string_view with)
{
    const std::size_t at = text.find(what);
    if (at == std::string::npos)
        std::abort();
    text.replace(at, what.size(), with);
}

} // namespace

class TstCatalogue : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_catalogue = tests::permit::loadedSmallCatalogue(); }

    void theLastDayOfAVersionBelongsToIt()
    {
        QCOMPARE(m_catalogue->item("LZ-001", day("2026-06-30"))->version, 1);
        QCOMPARE(m_catalogue->item("LZ-001", day("2026-07-01"))->version, 2);
        QCOMPARE(m_catalogue->item("LZ-001", day("2023-12-31")), nullptr);
        QCOMPARE(m_catalogue->item("XX-001", day("2026-07-01")), nullptr);
        QCOMPARE(m_catalogue->version("LZ-001", 1)->promisedDays, 15);
        QCOMPARE(m_catalogue->versions("LZ-001").size(), std::size_t{2});
    }

    void aCancelledItemStaysReadableAndSaysSinceWhenAndByWhat()
    {
        const Item *item = m_catalogue->item("CZ-901", day("2026-03-02"));
        QVERIFY(item != nullptr);
        QVERIFY(!refusesNewCases(*item, day("2018-07-27")));
        const auto refusal = refusesNewCases(*item, day("2018-07-28"));
        QVERIFY(refusal.has_value());
        QCOMPARE(refusal->since, day("2018-07-28"));
        QCOMPARE(std::string(refusal->basis), std::string("国发〔2018〕28号"));
    }

    void powersChangeHandsOnTheDay()
    {
        const Item &item = *m_catalogue->item("LZ-001", day("2026-08-31"));
        const auto who = [&](int district, std::string_view date) {
            return std::string(m_catalogue->whoDecides(item, district, day(date)).organisation);
        };
        QCOMPARE(who(440305, "2026-08-31"), std::string("CITY"));
        QCOMPARE(who(440305, "2026-09-01"), std::string("NS"));
        QCOMPARE(who(440304, "2026-08-31"), std::string("FT"));
        QCOMPARE(who(440304, "2026-09-01"), std::string("CITY"));
        const DecisionPower power = m_catalogue->whoDecides(item, 440305, day("2026-09-01"));
        QCOMPARE(std::string(power.basis), std::string("下放决定"));
        QCOMPARE(std::string(power.powerEntry), std::string("XK-3"));
        QVERIFY(power.delegation != nullptr);
    }

    void aPowerWithoutADistrictIsGivenForAll()
    {
        const Item &item = *m_catalogue->item("CZ-002", day("2026-03-02"));
        for (const DistrictPower &power : m_catalogue->whoCouldDecide(item, day("2026-03-02")))
            QCOMPARE(std::string(power.power.organisation), std::string("EXP"));
        for (const DistrictPower &power : m_catalogue->whoCouldDecide(item, day("2018-06-30")))
            QCOMPARE(std::string(power.power.organisation), std::string("CITY"));
    }

    void aWindowOpensOnlyItsItems()
    {
        const Item &taxi = *m_catalogue->item("CZ-001", day("2026-03-02"));
        const Item &road = *m_catalogue->item("LZ-001", day("2026-03-02"));
        QCOMPARE(m_catalogue->windowProblem("H1", "01", taxi), WindowProblem::None);
        QCOMPARE(m_catalogue->windowProblem("H1", "02", road), WindowProblem::OtherLevel);
        QCOMPARE(m_catalogue->windowProblem("H2", "01", road), WindowProblem::None);
        QCOMPARE(m_catalogue->windowProblem("H2", "01", taxi), WindowProblem::OtherLevel);
        QCOMPARE(m_catalogue->windowProblem("H1", "99", taxi), WindowProblem::UnknownWindow);
        QCOMPARE(m_catalogue->itemsOfWindow("H1", "01", day("2026-03-02")).size(), std::size_t{2});
    }

    void everythingIsCounted()
    {
        const CatalogueCounts counts = m_catalogue->counts(day("2026-03-02"));
        QCOMPARE(counts.active, 3);
        QCOMPARE(counts.city, 2);
        QCOMPARE(counts.district, 1);
        QCOMPARE(counts.cancelled, 1);
        QCOMPARE(counts.automatic, 1);
        QCOMPARE(counts.courier, 2);
        QCOMPARE(counts.zeroVisits.percentText(), std::string("33.3"));
        QCOMPARE(counts.powersToDistricts, 1);
        QCOMPARE(counts.powersToBureaus, 1);
        QCOMPARE(m_catalogue->counts(day("2026-10-01")).powersToDistricts, 0);
        QCOMPARE(m_catalogue->counts(day("2017-10-01")).active, 1); // the old item, before its end
    }

    void theDigestTellsTextsApart()
    {
        CatalogueTexts texts = tests::permit::smallCatalogue();
        QCOMPARE(loadCatalogue(texts).catalogue->digest(), m_catalogue->digest());
        replaceIn(texts.fields, "道路", "公路");
        QVERIFY(loadCatalogue(texts).catalogue->digest() != m_catalogue->digest());
    }

    void faultsAreTold_data()
    {
        QTest::addColumn<std::string>("file");
        QTest::addColumn<std::string>("what");
        QTest::addColumn<std::string>("with");
        QTest::addColumn<std::string>("problem");
        const auto row = [](const char *title, const char *file, const char *what, const char *with,
                            const char *problem) {
            QTest::newRow(title) << std::string(file) << std::string(what) << std::string(with)
                                 << std::string(problem);
        };
        // clang-format off
        row("wrong number", "items.csv", "CITY,20,5,0", "CITY,20,x,0", "items.csv:2: promised_days: has to be a whole number from 0 to 365");
        row("two visits", "items.csv", "CITY,20,5,0", "CITY,20,5,2", "items.csv:2: visits_allowed: has to be a whole number from 0 to 1");
        row("bad day", "items.csv", "2018-07-28", "2018-02-30", "items.csv:4: status_since: has to be an existing day written YYYY-MM-DD");
        row("unknown status", "items.csv", "cancelled", "gone", "items.csv:4: status: has a value that is not known here");
        row("unknown field", "items.csv", "taxi,旧事项", "train,旧事项", "items.csv:4: field: there is no such field in fields.csv");
        row("overlapping versions", "items.csv", "2026-06-30", "2026-07-01", "items.csv:6: effective_from: is in force at the same time as LZ-001 version 1");
        row("end before begin", "items.csv", "2024-01-01,2026-06-30", "2026-07-01,2026-06-30", "items.csv:5: effective_to: is before effective_from");
        row("promise above law", "items.csv", "CITY,20,15,1", "CITY,10,15,1", "items.csv:5: promised_days: promises more days than the law allows");
        row("no basis of the end", "items.csv", "2018-07-28,国发〔2018〕28号", "2018-07-28,", "items.csv:4: status_basis: is empty: say by which document");
        row("rule set on a cancelled item", "items.csv", "1,no,,,,no,no,no,no,no\nLZ-001,1", "1,no,a,b,grant,no,no,no,no,no\nLZ-001,1", "items.csv:4: rule_set: only an active item may have a rule set");
        row("outcomes without rule set", "items.csv", "ride-hailing,driver,grant", "ride-hailing,,grant", "items.csv:2: automatic_outcomes: belongs to a rule set, and a rule set has to have it");
        row("promise of a safety item", "items.csv", "refuse,no,yes", "refuse,yes,yes", "items.csv:2: promise_allowed: a safety-related item cannot be promised (Shenzhen Credit Regulation, art. 57-64)");
        row("item without documents", "materials.csv", "CZ-901,1,1,申请表,Form,upload,main,\n", "", "items.csv:4: code: CZ-901 version 1 has no documents in materials.csv");
        row("document of nothing", "materials.csv", "CZ-901,1,1", "CZ-902,1,1", "materials.csv:6: item: there is no such version of an item in items.csv");
        row("documents with a gap", "materials.csv", "CZ-001,1,3", "CZ-001,1,4", "items.csv:2: code: the documents of CZ-001 version 1 are not numbered 1, 2, 3, ...");
        row("unknown mode", "materials.csv", "shared_data", "fax", "materials.csv:3: mode: has a value that is not known here");
        row("steps do not add up", "steps.csv", "CZ-001,1,review,14,3", "CZ-001,1,review,13,3", "items.csv:2: statutory_days: the steps add up to 19, not 20");
        row("missing step", "steps.csv", "CZ-001,1,deliver,1,0\n", "", "items.csv:2: code: CZ-001 version 1 does not have each of the four steps in steps.csv");
        row("double step", "steps.csv", "CZ-001,1,deliver", "CZ-001,1,accept", "steps.csv:5: step: stands twice in this version");
        row("unknown hall", "windows.csv", "H2,01", "H3,01", "windows.csv:4: hall: there is no such hall in halls.csv");
        row("window without fields", "windows.csv", "H2,01,road", "H2,01,", "windows.csv:4: fields: is empty");
        row("unused field", "fields.csv", "road,道路,Road\n", "road,道路,Road\nport,港口,Port\n", "fields.csv:4: code: no active item is in this field");
        row("code twice", "organisations.csv", "EXP,", "NS,", "organisations.csv:5: code: stands in the table twice");
        row("given to nobody", "delegations.csv", "CITY,FT,", "CITY,XX,", "delegations.csv:3: to_organisation: there is no such body in organisations.csv");
        row("given away by a stranger", "delegations.csv", "XF-2,CZ-002,CITY,EXP", "XF-2,CZ-002,NS,EXP", "delegations.csv:4: from_organisation: does not hold the power that it gives away");
        row("given away twice", "delegations.csv", "CITY,FT,440304,2017-01-01,2026-08-31", "CITY,FT,440305,2017-01-01,", "delegations.csv:3: to_organisation: the power is given away for the same time in line 2");
        row("wrong cells", "halls.csv", "Nanshan hall,district", "Nanshan hall,x,district", "halls.csv:3: has 6 cells, the header has 5");
        row("wrong header", "halls.csv", "code,name_zh", "code,name", "halls.csv:1: the header has to be: code,name_zh,name_en,level,district");
        row("wrong encoding", "fields.csv", "出租汽车", "\xB3\xF6\xD7\xE2", "fields.csv:2: the file is not UTF-8 but looks like GB 18030: save it as UTF-8");
        // clang-format on
    }

    void faultsAreTold()
    {
        QFETCH(std::string, file);
        QFETCH(std::string, what);
        QFETCH(std::string, with);
        QFETCH(std::string, problem);
        CatalogueTexts texts = tests::permit::smallCatalogue();
        for (const CatalogueFile &entry : kCatalogueFiles) {
            if (entry.name == file)
                replaceIn(texts.*entry.text, what, with);
        }
        const CatalogueLoad load = loadCatalogue(texts);
        QVERIFY(load.catalogue == nullptr);
        std::vector<std::string> told;
        for (const TableProblem &found : load.problems)
            told.push_back(describe(found));
        const bool found = std::ranges::find(told, problem) != told.end();
        for (const std::string &line : told)
            if (!found)
                qInfo("%s", line.c_str());
        QVERIFY(found);
    }

    void allFaultsAreToldAtOnce()
    {
        CatalogueTexts texts = tests::permit::smallCatalogue();
        replaceIn(texts.items, "CITY,20,5,0", "CITY,20,x,9");
        replaceIn(texts.items, "cancelled", "gone");
        replaceIn(texts.windows, "H2,01", "H3,01");
        replaceIn(texts.steps, "LZ-001,2,review,10", "LZ-001,2,review,9");
        const CatalogueLoad load = loadCatalogue(texts);
        QCOMPARE(load.problems.size(), std::size_t{5});
        QVERIFY(std::ranges::is_sorted(load.problems, {}, [](const TableProblem &problem) {
            return std::tie(problem.file, problem.line);
        }));
    }

    void emptyTextsAreNoCatalogue()
    {
        const CatalogueLoad load = loadCatalogue({});
        QCOMPARE(load.problems.size(), kCatalogueFiles.size());
        QCOMPARE(load.problems.front().reason, std::string("the file is missing or empty"));
    }

    void aShareIsRoundedHalfUp()
    {
        QCOMPARE((Share{134, 223}.percentText()), std::string("60.1"));
        QCOMPARE((Share{133, 223}.percentText()), std::string("59.6"));
        QCOMPARE((Share{1, 2000}.percentText()), std::string("0.1"));
        QCOMPARE((Share{0, 0}.percentText()), std::string("0.0"));
        QCOMPARE((Share{7, 7}.percentText()), std::string("100.0"));
    }

private:
    std::shared_ptr<const Catalogue> m_catalogue;
};

QTEST_APPLESS_MAIN(TstCatalogue)
#include "tst_catalogue.moc"
