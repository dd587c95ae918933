// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agency/circuit_breaker.h"

namespace tongban::agency {

CircuitBreaker::State CircuitBreaker::state(Timestamp now) const
{
    if (m_failures < m_settings.failuresToOpen)
        return State::Closed;
    return now < m_openUntil ? State::Open : State::HalfOpen;
}

bool CircuitBreaker::allows(Timestamp now)
{
    switch (state(now)) {
    case State::Closed: return true;
    case State::Open: return false;
    case State::HalfOpen: break;
    }
    if (m_probing)
        return false;
    m_probing = true;
    return true;
}

void CircuitBreaker::succeeded()
{
    m_failures = 0;
    m_probing = false;
}

void CircuitBreaker::failed(Timestamp now)
{
    ++m_failures;
    m_probing = false;
    if (m_failures >= m_settings.failuresToOpen)
        m_openUntil = now + m_settings.openFor;
}

} // namespace tongban::agency
