// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dmn/trace.h"
#include "core/feel/callable.h"
#include "core/feel/evaluation.h"

namespace tongban::dmn {

/// The global slot of the run state. Slots of elements follow.
inline constexpr std::size_t kRunSlot = 0;

/// Where tables find the trace of the evaluation they run in. Compiled nodes see an evaluation's globals and
/// nothing else, so the trace travels there, in a slot of its own that no name refers to.
class RunState final : public feel::Callable
{
public:
    explicit RunState(Trace *trace) : m_trace(trace) { }

    const std::vector<feel::Parameter> &parameters() const override { return m_none; }
    feel::Value call(std::span<const feel::Value>, feel::Evaluation &, feel::Span) const override
    {
        return {};
    }

    Trace *trace() const { return m_trace; }

    /// The trace to write to, or nullptr.
    static Trace *traceOf(const feel::Evaluation &evaluation)
    {
        if (evaluation.globals().empty() || evaluation.global(kRunSlot).kind() != feel::Kind::Function)
            return nullptr;
        return static_cast<const RunState &>(evaluation.global(kRunSlot).function()).trace();
    }

private:
    std::vector<feel::Parameter> m_none;
    Trace *m_trace;
};

} // namespace tongban::dmn
