// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/acts/claims.h"
#include "tests/core/service/office.h"

#include <QTest>

using namespace tests;
using namespace tongban;
using namespace tongban::service;
using namespace std::chrono_literals;

namespace {

constexpr int kAutomatic = 3;

/// Three licences granted by the rules, and so many that asked for a person.
void fill(Office &office, int forPeople)
{
    std::vector<PersonRow> rows;
    std::vector<ApplicationLine> lines;
    for (int person = 1; person <= kAutomatic + forPeople; ++person) {
        rows.push_back({.person = person});
        lines.push_back({.person = person, .humanPlease = person > kAutomatic});
    }
    office.importRegisters(rows);
    office.takeIn(lines);
    office.work();
}

/// Two touches, a minute apart.
void decide(Office &office, int person)
{
    permit::ActRequest request;
    request.act = permit::Act::Accept;
    QCOMPARE(problemsOf(office.act(person, "approver-1", permit::Role::Approver, request)), std::string());
    office.clock.advance(1min);
    request.act = permit::Act::Grant;
    request.basis = "《网络预约出租汽车经营服务管理暂行办法》第十四条";
    QCOMPARE(problemsOf(office.act(person, "approver-1", permit::Role::Approver, request)), std::string());
}

SavedLine savedOf(Office &office, std::string_view item)
{
    for (const SavedLine &line : must(statusOf(office.workspace())).saved.items) {
        if (line.item == item)
            return line;
    }
    return {};
}

} // namespace

/// S25 on real acts: the status counts what the ledger says.
class TstHoursSaved : public QObject
{
    Q_OBJECT

private slots:
    void minutesComeFromTheLedger();
    void aClaimTellsWhenWorkBegan();
    void withoutManualCasesNothingIsMeasured();
};

void TstHoursSaved::minutesComeFromTheLedger()
{
    Office office;
    fill(office, 7);
    for (int person = kAutomatic + 1; person <= kAutomatic + 7; ++person) {
        decide(office, person);
        office.clock.advance(person == 6 ? std::chrono::minutes(180) : 3min); // one long break
    }
    const SavedLine line = savedOf(office, "CZ-001");
    QCOMPARE(line.automatic, std::int64_t{kAutomatic});
    QCOMPARE(line.measured.touches, std::int64_t{14});
    QCOMPARE(line.measured.timedTouches, std::int64_t{12}); // not the first, not the one after the break
    QCOMPARE(line.measured.cases, std::int64_t{7});
    // Seven of one minute and five of three: the median is one, two touches a case.
    QCOMPARE(line.measured.perCase().value() == 2min, true);
    QCOMPARE(line.saved().value() == kAutomatic * 2min, true);
    const HoursSaved saved = must(statusOf(office.workspace())).saved;
    QCOMPARE(saved.total() == kAutomatic * 2min, true);
    QCOMPARE(saved.measuredCases(), std::int64_t{kAutomatic});
    QCOMPARE(saved.unmeasuredCases(), std::int64_t{0});
}

void TstHoursSaved::aClaimTellsWhenWorkBegan()
{
    Office office;
    fill(office, 5);
    SignedIn person;
    person.account.name = "approver-1";
    person.account.displayName = "approver-1";
    person.account.roles = {permit::Role::Approver};
    for (int number = kAutomatic + 1; number <= kAutomatic + 5; ++number) {
        const auto claim = must(claimCase(office.workspace(), office.serialOf(number), person));
        QVERIFY(claim.problem == ClaimProblem::None);
        office.clock.advance(3min);
        decide(office, number);
        office.clock.advance(std::chrono::minutes(90)); // away until the next claim
    }
    const SavedLine line = savedOf(office, "CZ-001");
    QCOMPARE(line.measured.touches, std::int64_t{10});
    QCOMPARE(line.measured.timedTouches, std::int64_t{10});
}

void TstHoursSaved::withoutManualCasesNothingIsMeasured()
{
    Office office;
    fill(office, 0);
    const HoursSaved saved = must(statusOf(office.workspace())).saved;
    QCOMPARE(saved.items.size(), std::size_t{1});
    QVERIFY(!saved.items.front().saved());
    QCOMPARE(saved.measuredCases(), std::int64_t{0});
    QCOMPARE(saved.unmeasuredCases(), std::int64_t{kAutomatic});
}

QTEST_APPLESS_MAIN(TstHoursSaved)
#include "tst_hours_saved.moc"
