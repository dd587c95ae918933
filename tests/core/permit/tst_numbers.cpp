// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/delivery.h"
#include "core/permit/duplicate.h"
#include "core/permit/notice.h"
#include "core/permit/serial.h"
#include "tests/core/permit/permit_fixture.h"
#include "tests/support/result_checks.h"

#include <QObject>
#include <QTest>

#include <set>

using namespace tongban;
using namespace tongban::permit;

namespace {

Defect defect(std::string code, std::optional<Date> since = {})
{
    return {std::move(code), "fields.vin", "办法第十三条", "车辆识别代号不符", "The VIN differs", since};
}

} // namespace

/// Serial numbers, waybills, the guard of notices and the key of duplicates.
class TstNumbers : public QObject
{
    Q_OBJECT

private slots:
    void aSerialReadsBack()
    {
        for (const std::int64_t number : {1, 123, 9'999'999}) {
            const auto serial = CaseSerial::create(2026, 440305, number);
            QVERIFY_OK(serial);
            const auto back = CaseSerial::parse(serial->text());
            QVERIFY_OK(back);
            QCOMPARE(back->text(), serial->text());
        }
        QVERIFY(CaseSerial::create(2026, 440305, 123)->text().starts_with("深交审-2026-440305-0000123-"));
    }

    void aSerialIsReadAsPeopleTypeIt()
    {
        const std::string text = CaseSerial::create(2026, 440305, 123)->text();
        const std::string check(1, text.back());
        QCOMPARE(CaseSerial::parse("2026 440305 0000123 " + check)->text(), text);
        QCOMPARE(CaseSerial::parse("深交审－２０２６－440305—0000123－" + check)->text(), text);
    }

    void aSerialOutOfRangeIsRefused()
    {
        QVERIFY_FAILS(CaseSerial::create(1999, 440305, 1), ErrorCode::InvalidInput);
        QVERIFY_FAILS(CaseSerial::create(2026, 4403, 1), ErrorCode::InvalidInput);
        QVERIFY_FAILS(CaseSerial::create(2026, 440305, 0), ErrorCode::InvalidInput);
        QVERIFY_FAILS(CaseSerial::create(2026, 440305, 10'000'000), ErrorCode::InvalidInput);
        QVERIFY_FAILS(CaseSerial::parse("深交审-2026-440305-123-C"), ErrorCode::InvalidInput);
        QVERIFY_FAILS(CaseSerial::parse("深交审-2026-440305-0000123-C-X"), ErrorCode::InvalidInput);
        QVERIFY_FAILS(CaseSerial::parse("深交审/2026/440305/0000123/C"), ErrorCode::InvalidInput);
        QVERIFY_FAILS(CaseSerial::parse("\xFF"), ErrorCode::InvalidInput);
    }

    void everyWrongDigitAndNearlyEverySwapIsFound()
    {
        const std::string text = CaseSerial::create(2026, 440305, 123)->text();
        int swaps = 0;
        int found = 0;
        for (std::size_t i = std::string_view("深交审-").size(); i < text.size(); ++i) {
            if (text[i] == '-')
                continue;
            for (char digit = '0'; digit <= '9'; ++digit) {
                std::string wrong = text;
                wrong[i] = digit;
                QCOMPARE(CaseSerial::parse(wrong).has_value(), digit == text[i]);
            }
            if (i + 1 < text.size() && text[i + 1] != '-' && text[i] != text[i + 1]) {
                std::string swapped = text;
                std::swap(swapped[i], swapped[i + 1]);
                ++swaps;
                found += CaseSerial::parse(swapped) ? 0 : 1;
            }
        }
        QVERIFY(swaps > 5);
        QCOMPARE(found, swaps);
    }

    void countersAreKeptByDistrictAndYear()
    {
        QCOMPARE(serialCounterName(2026, 440305), std::string("440305-2026"));
    }

    void waybillsAreChecked_data()
    {
        QTest::addColumn<std::string>("typed");
        QTest::addColumn<std::string>("problem");
        QTest::newRow("postal") << std::string("rb 123456785 gb") << std::string("none");
        QTest::newRow("postal, wrong digit")
            << std::string("RB123456784GB") << std::string("bad_check_digit");
        QTest::newRow("postal, check digit of ten")
            << std::string("EA000000010CN") << std::string("bad_check_digit");
        QTest::newRow("courier's own") << std::string("SF1234567890123") << std::string("none");
        QTest::newRow("full-width") << std::string("ＳＦ１２３４５６７８９０１２３") << std::string("none");
        QTest::newRow("empty") << std::string("  ") << std::string("empty");
        QTest::newRow("short") << std::string("SF123") << std::string("bad_length");
        QTest::newRow("long") << std::string(21, '1') << std::string("bad_length");
        QTest::newRow("words") << std::string("顺丰1234567890") << std::string("bad_character");
    }

    void waybillsAreChecked()
    {
        QFETCH(std::string, typed);
        QFETCH(std::string, problem);
        QCOMPARE(std::string(name(waybillProblem(normalisedWaybill(typed)))), problem);
    }

    void aNoticeNeedsCodeBasisAndText()
    {
        const Date kToday = tests::permit::day("2026-03-11");
        std::vector<Defect> defects;
        QCOMPARE(noticeProblem(defects, kToday), NoticeProblem::NoDefects);
        defects = {defect("A"), defect("B")};
        QCOMPARE(noticeProblem(defects, kToday), NoticeProblem::None);
        defects[1].basis.clear();
        QCOMPARE(noticeProblem(defects, kToday), NoticeProblem::WithoutBasis);
        defects[1] = defect("A");
        QCOMPARE(noticeProblem(defects, kToday), NoticeProblem::Repeated);
        defects[1].textZh.clear();
        QCOMPARE(noticeProblem(defects, kToday), NoticeProblem::WithoutText);
        defects[0].code.clear();
        QCOMPARE(noticeProblem(defects, kToday), NoticeProblem::WithoutCode);
        defects = {defect("A", kToday + std::chrono::days(1))};
        QCOMPARE(noticeProblem(defects, kToday), NoticeProblem::NotYet);
    }

    void whatCouldBeSeenBeforeIsHeldBack()
    {
        const std::vector<Notice> earlier{
            {1, tests::permit::at("2026-03-04"), tests::permit::day("2026-04-15"), {defect("A")}, {}}};
        const std::vector<Defect> now{defect("A", tests::permit::day("2026-03-10")), defect("B"),
                                      defect("C", tests::permit::day("2026-03-04")),
                                      defect("D", tests::permit::day("2026-03-05"))};
        QVERIFY(heldBack({}, now).empty());
        const std::vector<Defect> held = heldBack(earlier, now);
        QCOMPARE(held.size(), std::size_t{3});
        QCOMPARE(held.back().code, std::string("C"));
    }

    void theSameMatterHasTheSameKeyWhateverTheChannel()
    {
        Application one;
        one.item = "CZ-001";
        one.applicant.id = "11010519491231002X";
        one.fields = {{"vin", FieldValue::fromText("LSVAU033672182345")}};
        Application other = one;
        other.channel = Channel::WeChat;
        other.externalNo = "X";
        other.applicant.name = "another spelling";
        QCOMPARE(duplicateKey(one), duplicateKey(other));
        QVERIFY(sameMatter(one, other));
        other.fields.clear();
        QVERIFY(duplicateKey(one) != duplicateKey(other) && !sameMatter(one, other));
        std::set<std::int64_t> keys;
        for (int i = 0; i < 10'000; ++i) {
            one.applicant.id = std::to_string(i);
            keys.insert(duplicateKey(one));
        }
        QCOMPARE(keys.size(), std::size_t{10'000});
    }
};

QTEST_APPLESS_MAIN(TstNumbers)
#include "tst_numbers.moc"
