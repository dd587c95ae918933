// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/feel/value.h"

#include <string_view>

namespace tongban::feel {

/// What `@"..."` means: the kind is found by trying duration, date and time, date, time (DMN 1.5, 10.3.2.3).
/// Null when the text is none of them.
inline Value temporalLiteral(std::string_view text)
{
    if (const auto months = MonthsDuration::parse(text))
        return Value(*months);
    if (const auto days = DaysDuration::parse(text))
        return Value(*days);
    if (auto dateTime = DateTime::parse(text))
        return Value(std::move(*dateTime));
    if (const auto date = Date::parse(text))
        return Value(*date);
    if (auto time = Time::parse(text))
        return Value(std::move(*time));
    return Value();
}

} // namespace tongban::feel
