// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/catalogue_loader.h"
#include "tests/core/permit/permit_fixture.h"
#include "tests/support/result_checks.h"

#include <QObject>
#include <QTest>

#include <set>

using namespace tongban;
using namespace tongban::permit;
using tests::permit::day;

/// The catalogue that is shipped: what the bureau's account says about it is counted, not typed.
class TstReferenceCatalogue : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        for (const CatalogueFile &file : kCatalogueFiles)
            m_texts.*file.text =
                tests::readFile(tests::sourcePath("resources/catalogue/" + std::string(file.name)));
        const CatalogueLoad load = loadCatalogue(m_texts);
        for (const TableProblem &problem : load.problems)
            qInfo("%s", describe(problem).c_str());
        m_catalogue = load.catalogue;
        QVERIFY(m_catalogue != nullptr);
    }

    void theFiguresOfTheAccountHold()
    {
        const CatalogueCounts counts = m_catalogue->counts(m_day);
        QCOMPARE(counts.active, 223);
        QCOMPARE(counts.city, 145);
        QCOMPARE(counts.district, 78);
        QCOMPARE(counts.cancelled, 44);
        QCOMPARE(counts.transferred, 6);
        QCOMPARE(counts.automatic, 37);
        QCOMPARE(counts.courier, 187);
        QCOMPARE(counts.powersToDistricts, 8);
        QCOMPARE(counts.powersToBureaus, 78);
        QCOMPARE(counts.zeroVisits.part, 134);
        QCOMPARE(counts.zeroVisits.percentText(), std::string("60.1"));
        QCOMPARE(counts.atMostOneVisit.percentText(), std::string("100.0"));
        QCOMPARE(counts.automaticByArea.size(), std::size_t{3});
    }

    /// The texts at hand for quotas are secondary: until the bureau confirms them, people refuse.
    void noItemLetsTheProgramRefuse()
    {
        int looked = 0;
        for (const Item &item : m_catalogue->items()) {
            ++looked;
            QVERIFY2(!item.automaticOutcomes.has(AutomaticOutcome::Refuse), item.code.c_str());
        }
        QVERIFY(looked > 223);
    }

    void everyFieldHasItems()
    {
        const CatalogueCounts counts = m_catalogue->counts(m_day);
        QCOMPARE(counts.byField.size(), std::size_t{11});
        int sum = 0;
        for (const auto &[field, count] : counts.byField) {
            QVERIFY2(count > 0, field.c_str());
            sum += count;
        }
        QCOMPARE(sum, counts.active);
    }

    void oneMoreVisitMovesTheShare()
    {
        CatalogueTexts texts = m_texts;
        const std::size_t line = texts.items.find("CZ-001,1,");
        const std::size_t cell = texts.items.find(",20,5,0,", line);
        QVERIFY(cell != std::string::npos && cell < texts.items.find('\n', line));
        texts.items[cell + 6] = '1';
        const CatalogueLoad load = loadCatalogue(texts);
        QVERIFY(load.catalogue != nullptr);
        QCOMPARE(load.catalogue->counts(m_day).zeroVisits.percentText(), std::string("59.6"));
    }

    void oneBodyDecidesEveryItemInEveryDistrict()
    {
        for (const Item &item : m_catalogue->items()) {
            for (const DistrictPower &power : m_catalogue->whoCouldDecide(item, m_day)) {
                QVERIFY2(m_catalogue->organisation(power.power.organisation) != nullptr, item.code.c_str());
                QVERIFY2(!power.power.powerEntry.empty() && !power.power.basis.empty(), item.code.c_str());
            }
        }
    }

    void everyActiveItemHasAWindow()
    {
        std::set<std::string> opened;
        for (const Window &window : m_catalogue->windows()) {
            for (const Item *item : m_catalogue->itemsOfWindow(window.hall, window.window, m_day))
                opened.insert(item->code);
        }
        QCOMPARE(static_cast<int>(opened.size()), m_catalogue->counts(m_day).active);
    }

    void aPowerGivenAwayChangesTheOwnerOfLaterCases()
    {
        const Item &item = *m_catalogue->item("LZ-018", m_day);
        QCOMPARE(std::string(m_catalogue->whoDecides(item, 440305, day("2026-08-31")).organisation),
                 std::string("SZJT"));
        QCOMPARE(std::string(m_catalogue->whoDecides(item, 440305, day("2026-09-01")).organisation),
                 std::string("GLJ-NS"));
    }

private:
    CatalogueTexts m_texts;
    std::shared_ptr<const Catalogue> m_catalogue;
    const Date m_day = day("2026-11-22");
};

QTEST_APPLESS_MAIN(TstReferenceCatalogue)
#include "tst_reference_catalogue.moc"
