// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/base/random.h"

#include <cstdint>
#include <vector>

namespace tongban::demo {

/// Spreads arrivals over days and hours: working days are busier than weekends, mornings and evenings busier
/// than nights. The instants come in ascending order.
class DaySchedule
{
public:
    /// `first` not after `last`; `count` at least 1.
    DaySchedule(Date first, Date last, std::uint64_t count);

    /// The instant of arrival number `index` (0 ... count - 1, asked for in ascending order).
    Timestamp at(std::uint64_t index, SeededRandom &random);

private:
    Date m_first;
    std::vector<std::uint64_t> m_endOfDay; ///< Arrivals up to and including each day.
    std::size_t m_day = 0;
};

} // namespace tongban::demo
