// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/deadline.h"

#include "core/permit/enum_names.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace tongban::permit {

namespace {

constexpr NamesUpTo<ClockKind::Rectification> kNames{"acceptance",    "supplement", "conditional",
                                                     "statutory",     "promised",   "step_statutory",
                                                     "step_promised", "delivery",   "rectification"};

/// A clock before it is read: when it began, how long it runs, and whether suspensions stop it.
struct Clock {
    ClockKind kind = ClockKind::Statutory;
    std::optional<Step> step;
    Date start;
    int workdays = 0;
    std::optional<Date> fixed; ///< The last day where it was set as a day.
    bool stops = false;
    std::string_view basis;
};

/// At most the nine kinds run at once; kept without allocation because this is asked after every act.
class Clocks
{
public:
    void add(const Clock &clock) { m_clocks[m_count++] = clock; }
    const Clock *begin() const { return m_clocks.data(); }
    const Clock *end() const { return m_clocks.data() + m_count; }

private:
    std::array<Clock, 9> m_clocks;
    std::size_t m_count = 0;
};

bool awaitsAcceptance(const CaseState &state)
{
    const bool open = state.state == State::Applied || state.state == State::EvidencePending
        || state.state == State::Referred;
    return open && state.receivedOn && !state.isAccepted();
}

bool awaitsDecision(const CaseState &state)
{
    return state.isAccepted() && !state.decision
        && (state.state == State::Accepted || state.state == State::EvidencePending
            || state.state == State::Referred || state.state == State::SecondSignature
            || state.state == State::Suspended);
}

bool awaitsDelivery(const CaseState &state)
{
    return state.decision
        && (state.state == State::Granted || state.state == State::Refused || state.state == State::Delivering
            || state.state == State::DeliveryReturned);
}

void addLimit(Clocks &clocks, ClockKind kind, Date start, const LegalLimits &limits, LegalLimit limit)
{
    const LimitEntry &entry = limits.on(limit, start);
    clocks.add({kind, std::nullopt, start, entry.days, std::nullopt, false, entry.basis});
}

void addDecisionClocks(Clocks &clocks, const CaseState &state, const Item &item)
{
    const int extension = state.extension ? state.extension->workdays : 0;
    clocks.add({ClockKind::Statutory, std::nullopt, *state.acceptedOn, item.statutoryDays + extension,
                std::nullopt, true, item.legalBasis});
    clocks.add({ClockKind::Promised, std::nullopt, *state.acceptedOn, item.promisedDays, std::nullopt, true,
                item.powerEntry});
    if (state.conditional && !state.conditional->missing.empty())
        clocks.add({ClockKind::Conditional, std::nullopt, *state.acceptedOn, 0, state.conditional->dueOn,
                    false, state.conditional->promise});
}

void addStepClocks(Clocks &clocks, const CaseState &state, const Item &item)
{
    const StepLimit &limit = item.limit(*state.step);
    // An extension gives the steps up to the decision the same days more.
    const bool isExtended = state.extension && (state.step == Step::Review || state.step == Step::Decide);
    const int statutoryDays = limit.statutoryDays + (isExtended ? state.extension->workdays : 0);
    clocks.add({ClockKind::StepStatutory, state.step, state.stepSince, statutoryDays, std::nullopt, true,
                item.legalBasis});
    clocks.add({ClockKind::StepPromised, state.step, state.stepSince, limit.promisedDays, std::nullopt, true,
                item.powerEntry});
}

Clocks clocksOf(const CaseState &state, const Item &item, const LegalLimits &limits)
{
    Clocks clocks;
    if (awaitsAcceptance(state))
        addLimit(clocks, ClockKind::Acceptance, *state.receivedOn, limits, LegalLimit::AcceptanceDays);
    if (awaitsDecision(state))
        addDecisionClocks(clocks, state, item);
    if (awaitsDelivery(state))
        addLimit(clocks, ClockKind::Delivery, state.decision->on(), limits, LegalLimit::DeliveryDays);
    if (state.rating && state.rating->isOpen())
        addLimit(clocks, ClockKind::Rectification, officialDate(state.rating->at), limits,
                 LegalLimit::RectificationDays);
    const bool forApplicant = state.state == State::SupplementPending;
    if (forApplicant && !state.notices.empty()) {
        const Notice &notice = state.notices.back();
        clocks.add(
            {ClockKind::Supplement, std::nullopt, officialDate(notice.givenAt), 0, notice.dueOn, false, {}});
    }
    if (state.step && !forApplicant)
        addStepClocks(clocks, state, item);
    return clocks;
}

/// The time that did not count. A suspension that was lifted on the day it began took nothing out.
std::vector<ExcludedSpan> excludedSpans(const CaseState &state, std::optional<Date> today)
{
    std::vector<ExcludedSpan> spans;
    for (const Suspension &suspension : state.suspensions) {
        const std::optional<Date> through = suspension.through ? suspension.through : today;
        if (through && *through >= suspension.from)
            spans.push_back({suspension.from, *through, suspension.document});
    }
    return spans;
}

Deadline deadlineOfClock(const Clock &clock, const Calendar &calendar, std::span<const ExcludedSpan> spans)
{
    if (clock.fixed)
        return {*clock.fixed, !calendar.covers(*clock.fixed)};
    if (clock.workdays == 0 || !clock.stops || spans.empty())
        return calendar.addWorkdays(clock.start, clock.workdays);
    const Result<Deadline> deadline =
        deadlineOf(calendar, clock.start, Period{.days = clock.workdays}, spans);
    return deadline ? *deadline : calendar.addWorkdays(clock.start, clock.workdays);
}

int workdaysOf(const Clock &clock, const Calendar &calendar)
{
    return clock.fixed ? calendar.workdaysBetween(clock.start, *clock.fixed) : clock.workdays;
}

bool isStopped(const CaseState &state, const Clock &clock)
{
    return clock.stops && state.state == State::Suspended;
}

bool bindsOffice(ClockKind kind)
{
    return kind != ClockKind::Supplement && kind != ClockKind::Conditional;
}

} // namespace

Deadline decisionDeadline(const CaseState &state, const Item &item, const Calendar &calendar, Date today)
{
    Clocks clocks;
    addDecisionClocks(clocks, state, item);
    return deadlineOfClock(*std::ranges::find(clocks, ClockKind::Statutory, &Clock::kind), calendar,
                           excludedSpans(state, today));
}

std::vector<ClockReading> readClocks(const CaseState &state, const Item &item, const ClockRules &rules,
                                     Date today)
{
    const std::vector<ExcludedSpan> spans = excludedSpans(state, today);
    std::vector<ClockReading> readings;
    for (const Clock &clock : clocksOf(state, item, rules.limits)) {
        ClockReading &reading = readings.emplace_back();
        reading.kind = clock.kind;
        reading.step = clock.step;
        reading.start = clock.start;
        reading.workdays = workdaysOf(clock, rules.calendar);
        reading.deadline = deadlineOfClock(clock, rules.calendar, spans);
        reading.left = rules.calendar.workdaysBetween(today, reading.deadline.date);
        reading.stopped = isStopped(state, clock);
        reading.light = rules.lights.light(reading.workdays, reading.left);
        reading.basis = clock.basis;
    }
    std::ranges::stable_sort(readings, {}, [](const ClockReading &reading) { return reading.deadline.date; });
    return readings;
}

std::optional<Deadline> dueDay(const CaseState &state, const Item &item, const Calendar &calendar,
                               const LegalLimits &limits)
{
    const std::vector<ExcludedSpan> spans = excludedSpans(state, std::nullopt);
    std::optional<Deadline> due;
    for (const Clock &clock : clocksOf(state, item, limits)) {
        if (!bindsOffice(clock.kind) || isStopped(state, clock))
            continue;
        const Deadline deadline = deadlineOfClock(clock, calendar, spans);
        if (!due || deadline.date < due->date)
            due = deadline;
    }
    // A suspended case is looked at again when the time that the applicant was told is over.
    const bool isSuspended = state.state == State::Suspended && !state.suspensions.empty();
    if (const auto end = isSuspended ? state.suspensions.back().plannedEnd : std::nullopt;
        end && (!due || *end < due->date))
        due = Deadline{*end, !calendar.covers(*end)};
    return due;
}

Result<DeadlineAccount> clockAccount(const CaseState &state, const Item &item, const ClockRules &rules,
                                     ClockKind kind, Date today)
{
    const Clocks clocks = clocksOf(state, item, rules.limits);
    const auto *clock = std::ranges::find(clocks, kind, &Clock::kind);
    if (clock == clocks.end())
        return fail(ErrorCode::NotFound,
                    "the clock '" + std::string(name(kind)) + "' does not run for this case");
    Period period{.days = clock->workdays};
    if (clock->fixed)
        period = {.days = static_cast<int>((*clock->fixed - clock->start).count()),
                  .unit = DayUnit::CalendarDays};
    if (period.days <= 0) {
        // Done on the day it begins: there is no day to give an account of.
        return DeadlineAccount{
            clock->start, period, deadlineOfClock(*clock, rules.calendar, {}), {}, rules.calendar.version()};
    }
    const std::vector<ExcludedSpan> spans =
        clock->stops ? excludedSpans(state, today) : std::vector<ExcludedSpan>();
    return account(rules.calendar, clock->start, period, spans);
}

std::optional<Deadline> deemedAcceptanceDay(const CaseState &state, const Calendar &calendar,
                                            const LegalLimits &limits)
{
    if (!awaitsAcceptance(state))
        return std::nullopt;
    const int days = limits.days(LegalLimit::AcceptanceDays, *state.receivedOn);
    Deadline last = calendar.addWorkdays(*state.receivedOn, days);
    last.date += std::chrono::days(1);
    return last;
}

std::string_view name(ClockKind kind)
{
    return nameIn(kNames, kind);
}

std::optional<ClockKind> parseClockKind(std::string_view name)
{
    return valueIn<ClockKind>(kNames, name);
}

} // namespace tongban::permit
