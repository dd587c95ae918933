// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"

#include <chrono>

namespace tongban::agency {

/// Keeps a broken agency from holding up every case: after a number of failures in a row nobody is asked for
/// a while, then one question is let through as a probe. Pure: the time is a parameter. Not thread-safe; its
/// owner locks.
class CircuitBreaker
{
public:
    enum class State { Closed, Open, HalfOpen };

    struct Settings {
        int failuresToOpen = 5;
        std::chrono::milliseconds openFor = std::chrono::seconds(30);
    };

    explicit CircuitBreaker(Settings settings) : m_settings(settings) { }

    /// Whether a question may be asked now. In the half-open state only the first caller gets true until the
    /// probe is answered.
    bool allows(Timestamp now);
    void succeeded();
    void failed(Timestamp now);
    State state(Timestamp now) const;

private:
    Settings m_settings;
    int m_failures = 0;
    bool m_probing = false;
    Timestamp m_openUntil{};
};

} // namespace tongban::agency
