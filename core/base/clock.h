// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"

#include <chrono>
#include <optional>
#include <string>
#include <utility>

namespace tongban {

/// How long the machine has been running, asleep or awake; nothing sets it.
struct BootTime {
    std::string boot; ///< Names this start of the machine: times of two starts are not compared.
    std::chrono::milliseconds since{};
};

/// Where the present comes from. Domain code never asks for the time: it is passed in, so that a decision
/// can be replayed. Only composition roots own a SystemClock.
class Clock
{
public:
    virtual ~Clock() = default;

    /// The instant by the wall clock; may jump when the machine's clock is set.
    virtual Timestamp now() const = 0;

    /// Against which a wall clock that was set is noticed; nothing where there is no such thing.
    virtual std::optional<BootTime> sinceBoot() const { return std::nullopt; }
};

/// The machine's own clock.
class SystemClock final : public Clock
{
public:
    Timestamp now() const override;
    std::optional<BootTime> sinceBoot() const override;
};

/// A clock that stands where it was put: for tests, for the demo and for repeatable runs.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(Timestamp start) : m_now(start) { }

    Timestamp now() const override { return m_now; }
    void set(Timestamp now) { m_now = now; }
    void advance(std::chrono::milliseconds by) { m_now += by; }

    std::optional<BootTime> sinceBoot() const override { return m_boot; }
    void setSinceBoot(std::optional<BootTime> boot) { m_boot = std::move(boot); }

private:
    Timestamp m_now;
    std::optional<BootTime> m_boot;
};

} // namespace tongban
