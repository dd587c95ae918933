// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/feel/value.h"

#include <utility>

namespace tongban::feel {

/// What a Value points to when its contents do not fit inside.

class TimeObject : public Object
{
public:
    explicit TimeObject(Time value) : time(std::move(value)) { }
    const Time time;
};

class DateTimeObject : public Object
{
public:
    explicit DateTimeObject(DateTime value) : dateTime(std::move(value)) { }
    const DateTime dateTime;
};

class RangeObject : public Object
{
public:
    explicit RangeObject(Range ends);
    const Range range;
};

} // namespace tongban::feel
