// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/figures/ratings.h"
#include "tests/core/service/office.h"

#include <QTest>

using namespace tests;
using namespace tongban;
using namespace tongban::service;
using permit::RatingLevel;
using permit::Role;

namespace {

/// So many licences granted by the rules.
void grantTo(Office &office, int persons)
{
    std::vector<PersonRow> rows;
    std::vector<ApplicationLine> lines;
    for (int person = 1; person <= persons; ++person) {
        rows.push_back({.person = person});
        lines.push_back({.person = person});
    }
    office.importRegisters(rows);
    office.takeIn(lines);
    office.work();
}

std::string rate(Office &office, int person, RatingLevel level, std::string_view by = "channel:i_shenzhen")
{
    return problemsOf(must(rateCase(office.workspace(), office.serialOf(person), by, level, {}, {}, {})));
}

std::string rectify(Office &office, int person, std::string_view actor, Role role, std::string_view measures)
{
    permit::ActRequest request;
    request.act = permit::Act::Rectify;
    request.reason = measures;
    return problemsOf(office.act(person, actor, role, request));
}

} // namespace

/// S36: the applicant rates, tied to case and window; the worst level has to be put right in time.
class TstRatings : public QObject
{
    Q_OBJECT

private slots:
    void veryDissatisfiedOpensATaskWithAClock();
    void otherLevelsOpenNone();
    void staffCannotRateForTheApplicant();
    void aCaseIsRatedOnce();
    void theTaskIsClosedByASupervisorWhoSaysWhatWasDone();
    void aRatingNamesAWindowThatExists();
    void whatIsNotDecidedIsNotRated();
    void aRatingChangesNothingElse();
};

void TstRatings::veryDissatisfiedOpensATaskWithAClock()
{
    Office office; // Monday the 23rd of November 2026
    grantTo(office, 2);
    QCOMPARE(rate(office, 1, RatingLevel::VeryDissatisfied), std::string());
    const Ratings open = must(ratings(office.workspace(), RatingsWanted::Open));
    QCOMPARE(open.open(), std::int64_t{1});
    QCOMPARE(open.byLevel, (std::array<std::int64_t, 5>{0, 0, 0, 0, 1}));
    const permit::ClockReading clock = open.cases.at(0).clock.value();
    QCOMPARE(clock.workdays, 15);
    QCOMPARE(isoDate(clock.deadline.date), std::string("2026-12-14"));
    QCOMPARE(clock.left, 15);
    office.clock.set(at("2026-12-15T09:00:00+08:00"));
    const Ratings late = must(ratings(office.workspace(), RatingsWanted::Open));
    QCOMPARE(late.cases.at(0).clock->left, -1);
    QVERIFY(late.cases.at(0).clock->light == permit::Light::Red);
}

void TstRatings::otherLevelsOpenNone()
{
    Office office;
    grantTo(office, 4);
    QCOMPARE(rate(office, 1, RatingLevel::VerySatisfied), std::string());
    QCOMPARE(rate(office, 2, RatingLevel::Satisfied), std::string());
    QCOMPARE(rate(office, 3, RatingLevel::BasicallySatisfied), std::string());
    QCOMPARE(rate(office, 4, RatingLevel::Dissatisfied), std::string());
    const Ratings open = must(ratings(office.workspace(), RatingsWanted::Open));
    QVERIFY(open.cases.empty());
    QCOMPARE(open.byLevel, (std::array<std::int64_t, 5>{1, 1, 1, 1, 0}));
    QCOMPARE(must(ratings(office.workspace(), RatingsWanted::All)).cases.size(), std::size_t{4});
}

void TstRatings::staffCannotRateForTheApplicant()
{
    Office office;
    grantTo(office, 1);
    const std::string ends = office.ends();
    QCOMPARE(rate(office, 1, RatingLevel::VerySatisfied, "wang.min"), std::string("role_may_not"));
    permit::ActRequest request;
    request.act = permit::Act::Rate;
    request.rating = RatingLevel::VerySatisfied;
    for (const Role role : {Role::Clerk, Role::Approver, Role::Supervisor, Role::Administrator, Role::System})
        QCOMPARE(problemsOf(office.act(1, "wang.min", role, request)), std::string("role_may_not"));
    QCOMPARE(office.ends(), ends);
}

void TstRatings::aCaseIsRatedOnce()
{
    Office office;
    grantTo(office, 1);
    QCOMPARE(rate(office, 1, RatingLevel::VeryDissatisfied), std::string());
    QCOMPARE(rate(office, 1, RatingLevel::VerySatisfied), std::string("rated_already"));
    QVERIFY(office.story(1).state.rating->level == RatingLevel::VeryDissatisfied);
}

void TstRatings::theTaskIsClosedByASupervisorWhoSaysWhatWasDone()
{
    Office office;
    grantTo(office, 2);
    QCOMPARE(rate(office, 1, RatingLevel::VeryDissatisfied), std::string());
    QCOMPARE(rectify(office, 1, "clerk-1", Role::Clerk, "已道歉"), std::string("role_may_not"));
    QCOMPARE(rectify(office, 1, "head-1", Role::Supervisor, {}), std::string("reason_missing"));
    QCOMPARE(rectify(office, 2, "head-1", Role::Supervisor, "已道歉"), std::string("nothing_to_rectify"));
    QCOMPARE(rectify(office, 1, "head-1", Role::Supervisor, "已道歉并当日补发"), std::string());
    QCOMPARE(rectify(office, 1, "head-1", Role::Supervisor, "再次"), std::string("nothing_to_rectify"));
    QVERIFY(must(ratings(office.workspace(), RatingsWanted::Open)).cases.empty());
    QVERIFY(!must(ratings(office.workspace(), RatingsWanted::All)).cases.at(0).clock);
    QCOMPARE(office.audit().findingCount, std::int64_t{0});
}

void TstRatings::aRatingNamesAWindowThatExists()
{
    Office office;
    grantTo(office, 1);
    const permit::Window window = office.workspace().catalogue().windows().front();
    QCOMPARE(rateCase(office.workspace(), office.serialOf(1), "channel:window", RatingLevel::Satisfied,
                      window.hall, "no such window", {})
                 .error()
                 .code,
             ErrorCode::InvalidInput);
    must(rateCase(office.workspace(), office.serialOf(1), "channel:window", RatingLevel::Satisfied,
                  window.hall, window.window, "排队太久"));
    office.close();
    office.reopen();
    const CaseStory story = office.story(1);
    QCOMPARE(story.state.rating->hall, window.hall);
    QCOMPARE(story.state.rating->window, window.window);
    QCOMPARE(story.events.back().reason, std::string("排队太久"));
}

void TstRatings::whatIsNotDecidedIsNotRated()
{
    Office office;
    office.takeIn({{.person = 1}});
    QCOMPARE(rate(office, 1, RatingLevel::Satisfied), std::string("undefined_here"));
}

void TstRatings::aRatingChangesNothingElse()
{
    Office office;
    grantTo(office, 1);
    const CaseStory before = office.story(1);
    QCOMPARE(rate(office, 1, RatingLevel::VeryDissatisfied), std::string());
    QCOMPARE(rectify(office, 1, "head-1", Role::Supervisor, "已道歉"), std::string());
    permit::CaseState after = office.story(1).state;
    QVERIFY(!after.touchedByHuman); // it stays an automatic decision
    after.rating.reset();
    after.version = before.state.version;
    after.changedAt = before.state.changedAt;
    QVERIFY(after == before.state);
    QCOMPARE(must(statusOf(office.workspace())).all.automatic, std::int64_t{1});
}

QTEST_APPLESS_MAIN(TstRatings)
#include "tst_ratings.moc"
