// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"

namespace tongban {

/// Where the present comes from. Domain code never asks for the time: it is passed in, so that a decision
/// can be replayed. Only composition roots own a SystemClock.
class Clock
{
public:
    virtual ~Clock() = default;

    /// The instant by the wall clock; may jump when the machine's clock is set.
    virtual Timestamp now() const = 0;
};

/// The machine's own clock.
class SystemClock final : public Clock
{
public:
    Timestamp now() const override;
};

/// A clock that stands where it was put: for tests, for the demo and for repeatable runs.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(Timestamp start) : m_now(start) { }

    Timestamp now() const override { return m_now; }
    void set(Timestamp now) { m_now = now; }
    void advance(std::chrono::milliseconds by) { m_now += by; }

private:
    Timestamp m_now;
};

} // namespace tongban
