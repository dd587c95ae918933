// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/base/id.h"
#include "core/permit/workflow.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::permit {

// How long people work on a case (S25), measured from the acts they leave behind.
//
// A touch is an act by which a member of the staff examines or decides a case: what the program does alone
// where it decides. Taking in, visits, papers and delivery are none; they fall to people either way. Its time
// is the time since the same person's act or claim before, whatever case or act that was. Where that is
// longer than kLongestTouch, or there is none before, the person was away or began the day: the touch counts,
// its time is not known.
//
// Of an item: the median of the known times, times the touches that a case decided by people took on average.
// Not measured where fewer than kFewestTouches times are known or people have decided no case.

inline constexpr std::chrono::minutes kLongestTouch{30};
inline constexpr std::int64_t kFewestTouches = 5;

/// An act of a member of the staff.
struct StaffAct {
    std::string_view actor;
    Act act = Act::Accept;
    Uuid caseId = Uuid::fromBytes({});
    std::string_view item;
    Timestamp at{};
};

/// What people's acts tell about one item.
struct ManualTime {
    std::int64_t touches = 0; ///< In all cases of the item.
    std::int64_t timedTouches = 0; ///< Those whose time is known.
    std::chrono::milliseconds median{}; ///< Of the known times.
    std::int64_t cases = 0; ///< Decided by people, or declined.
    std::int64_t touchesOfCases = 0; ///< In those cases.

    /// What a case costs; nothing = not measured.
    std::optional<std::chrono::milliseconds> perCase() const;
    /// What deciding so many cases by people would have cost.
    std::optional<std::chrono::milliseconds> saved(std::int64_t automaticCases) const;
};

/// Whether this act examines or decides.
bool isTouch(Act act);

/// Takes the acts of a ledger one by one, in their order.
class ManualTimeLedger
{
public:
    void add(const StaffAct &act);

    /// The person did something else at this moment that begins or ends work on a case: claimed it, or put it
    /// back.
    void seen(std::string_view actor, Timestamp at);

    /// Of an item; zeros where nobody has touched it.
    ManualTime of(std::string_view item) const;

private:
    struct Item {
        std::int64_t touches = 0;
        std::int64_t cases = 0;
        std::int64_t touchesOfCases = 0;
        std::vector<std::chrono::milliseconds> times;
    };

    std::map<std::string, Timestamp, std::less<>> m_lastActs; ///< By person.
    std::map<std::string, Item, std::less<>> m_items;
    std::map<Uuid, std::int64_t> m_open; ///< Touches of cases that people have not decided yet.
};

} // namespace tongban::permit
