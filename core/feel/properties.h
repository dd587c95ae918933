// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/feel/evaluation.h"
#include "core/feel/value.h"

#include <optional>
#include <string_view>

namespace tongban::feel {

/// The properties of dates, times, durations and ranges (DMN 1.5, tables 64 and 65): `d.year`,
/// `r.start included`.
enum class Property : std::uint8_t {
    Year,
    Month,
    Day,
    Weekday,
    Hour,
    Minute,
    Second,
    TimeOffset,
    Timezone,
    Years,
    Months,
    Days,
    Hours,
    Minutes,
    Seconds,
    Start,
    End,
    StartIncluded,
    EndIncluded,
};

std::optional<Property> propertyNamed(std::string_view name);

/// Null with a diagnostic when the value has no such property.
Value propertyOf(const Value &value, Property property, Evaluation &evaluation, Span span);

} // namespace tongban::feel
