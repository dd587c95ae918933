// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/line_decider.h"

#include "core/base/canonical_json.h"
#include "core/dmn/trace_json.h"
#include "core/feel/json.h"

namespace tongban::dmn {

namespace {

void appendError(std::string &out, std::string_view error, std::string_view detail, std::uint64_t line,
                 std::string_view trace)
{
    CanonicalWriter json(out);
    json.beginObject();
    json.key("detail");
    json.string(detail);
    json.key("error");
    json.string(error);
    json.key("line");
    json.number(static_cast<std::int64_t>(line));
    if (!trace.empty()) {
        json.key("trace");
        json.raw(trace);
    }
    json.endObject();
    out += '\n';
}

} // namespace

LineDecider::LineDecider(std::shared_ptr<const CompiledModel> model, std::size_t decision, Tracing tracing)
    : m_evaluator(std::move(model), tracing), m_decision(decision), m_tracing(tracing)
{
}

void LineDecider::refuse(std::uint64_t number, std::string_view detail, std::string &out)
{
    appendError(out, codeName(ErrorCode::InvalidInput), detail, number, {});
}

bool LineDecider::decide(std::string_view line, std::uint64_t number, std::string &out)
{
    m_evaluator.reset();
    if (const auto given = m_evaluator.setInputs(line); !given) {
        appendError(out, codeName(given.error().code), given.error().detail, number, {});
        return false;
    }
    const Outcome outcome = m_evaluator.evaluate(m_decision);
    const std::string trace = m_tracing == Tracing::On ? traceJson(m_evaluator) : std::string();
    if (outcome.isUndecidable) {
        const auto &diagnostics = m_evaluator.diagnostics();
        appendError(out, "undecidable",
                    diagnostics.empty() ? std::string() : m_evaluator.model().describe(diagnostics.front()),
                    number, trace);
        return false;
    }
    if (m_tracing == Tracing::On)
        out.append("{\"trace\":").append(trace).append(",\"value\":");
    feel::appendCanonicalJson(out, outcome.value);
    if (m_tracing == Tracing::On)
        out += '}';
    out += '\n';
    return true;
}

} // namespace tongban::dmn
