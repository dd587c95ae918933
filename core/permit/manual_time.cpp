// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/manual_time.h"

#include <algorithm>

namespace tongban::permit {

namespace {

/// By whose hand the case is decided: the acts after which nothing is left to examine.
bool decides(Act act)
{
    return act == Act::Grant || act == Act::Countersign || act == Act::Decline;
}

} // namespace

bool isTouch(Act act)
{
    switch (act) {
    case Act::Accept:
    case Act::Decline:
    case Act::GiveNotice:
    case Act::AcceptConditionally:
    case Act::RecordEvidence:
    case Act::AwaitEvidence:
    case Act::Grant:
    case Act::Refuse:
    case Act::Refer:
    case Act::ProposeRefusal:
    case Act::Countersign:
    case Act::RejectProposal:
    case Act::Extend:
    case Act::Suspend:
    case Act::Resume: return true;
    case Act::Book:
    case Act::PreReview:
    case Act::Apply:
    case Act::DeemAccepted:
    case Act::Supplement:
    case Act::Promise:
    case Act::WithdrawPromise:
    case Act::RequestHuman:
    case Act::CheckIn:
    case Act::DeliverInPerson:
    case Act::SendByCourier:
    case Act::ReturnParcel:
    case Act::Close:
    case Act::Withdraw:
    case Act::Revoke:
    case Act::IssuePaper:
    case Act::Rate:
    case Act::Rectify: return false;
    }
    return false;
}

std::optional<std::chrono::milliseconds> ManualTime::perCase() const
{
    return saved(1);
}

std::optional<std::chrono::milliseconds> ManualTime::saved(std::int64_t automaticCases) const
{
    if (timedTouches < kFewestTouches || cases == 0)
        return std::nullopt;
    return median * automaticCases * touchesOfCases / cases;
}

void ManualTimeLedger::seen(std::string_view actor, Timestamp at)
{
    const auto last = m_lastActs.find(actor);
    if (last == m_lastActs.end())
        m_lastActs.emplace(actor, at);
    else
        last->second = at;
}

void ManualTimeLedger::add(const StaffAct &act)
{
    const auto last = m_lastActs.find(act.actor);
    std::optional<std::chrono::milliseconds> time;
    if (last == m_lastActs.end()) {
        m_lastActs.emplace(act.actor, act.at);
    } else {
        if (act.at >= last->second && act.at - last->second <= kLongestTouch)
            time = act.at - last->second;
        last->second = act.at;
    }
    if (!isTouch(act.act))
        return;
    auto item = m_items.find(act.item);
    if (item == m_items.end())
        item = m_items.emplace(act.item, Item{}).first;
    ++item->second.touches;
    if (time)
        item->second.times.push_back(*time);
    const std::int64_t touches = ++m_open[act.caseId];
    if (decides(act.act)) {
        ++item->second.cases;
        item->second.touchesOfCases += touches;
        m_open.erase(act.caseId);
    }
}

ManualTime ManualTimeLedger::of(std::string_view item) const
{
    ManualTime time;
    const auto found = m_items.find(item);
    if (found == m_items.end())
        return time;
    time.touches = found->second.touches;
    time.cases = found->second.cases;
    time.touchesOfCases = found->second.touchesOfCases;
    auto times = found->second.times;
    time.timedTouches = static_cast<std::int64_t>(times.size());
    if (times.empty())
        return time;
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>((times.size() - 1) / 2);
    std::ranges::nth_element(times, middle);
    time.median = *middle;
    return time;
}

} // namespace tongban::permit
