// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/evaluation.h"

#include "core/feel/regex.h"

#include <algorithm>

namespace tongban::feel {

namespace {

constexpr std::size_t kChunkSize = 512;

} // namespace

Evaluation::Evaluation(const Limits &limits) : m_limits(limits), m_steps(limits.steps) { }

Evaluation::~Evaluation() = default;

RegexCache &Evaluation::regexes()
{
    if (!m_regexes)
        m_regexes = std::make_unique<RegexCache>();
    return *m_regexes;
}

void Evaluation::restart()
{
    m_steps = m_limits.steps;
    m_stopped = false;
    m_diagnosticCount = 0;
    m_diagnostics.clear();
}

void Evaluation::report(Cause cause, Span span, std::string_view detail)
{
    ++m_diagnosticCount;
    // What stopped the evaluation is kept even when the list is full.
    if (m_diagnostics.size() < m_limits.diagnostics || cause == Cause::BudgetExceeded)
        m_diagnostics.push_back({cause, span, std::string(detail)});
}

void Evaluation::exhaust(Span span, std::string_view limit)
{
    m_steps = 0;
    if (m_stopped)
        return;
    m_stopped = true;
    report(Cause::BudgetExceeded, span, limit);
}

Value Evaluation::list(std::vector<Value> items, Span span)
{
    if (items.size() > m_limits.listLength) {
        exhaust(span, "the limit of a list's length was reached");
        return Value();
    }
    return bounded(Value(std::move(items)), span);
}

Value Evaluation::context(ContextBuilder &&builder, Span span)
{
    return bounded(std::move(builder).build(), span);
}

Value Evaluation::string(std::string_view utf8, Span span)
{
    if (utf8.size() > m_limits.stringLength) {
        exhaust(span, "the limit of a string's length was reached");
        return Value();
    }
    return Value(utf8);
}

Value Evaluation::bounded(Value value, Span span)
{
    if (value.weight() <= m_limits.valueSize && value.depth() <= m_limits.valueDepth) [[likely]]
        return value;
    exhaust(span, "the limit of a value's size was reached");
    return Value();
}

Value *Evaluation::allocateSlow(std::size_t size)
{
    while (m_chunk < m_chunks.size() && m_chunks[m_chunk].size - m_chunks[m_chunk].used < size)
        ++m_chunk;
    if (m_chunk == m_chunks.size()) {
        const std::size_t chunkSize = std::max(kChunkSize, size);
        m_chunks.push_back({std::make_unique<Value[]>(chunkSize), chunkSize, 0});
    }
    Chunk &chunk = m_chunks[m_chunk];
    Value *values = chunk.values.get() + chunk.used;
    chunk.used += size;
    return values;
}

Frame::Frame(Evaluation &evaluation, std::size_t size, const Value *captured, std::uint32_t height)
    : m_evaluation(evaluation), m_outerFrame(evaluation.m_frame), m_outerSize(evaluation.m_frameSize),
      m_outerCaptured(evaluation.m_captured), m_size(size), m_height(height),
      m_open(!evaluation.m_stopped && evaluation.m_depth < evaluation.m_limits.callDepth
             && evaluation.m_height + height <= evaluation.m_limits.treeDepth)
{
    if (!m_open) {
        evaluation.exhaust({}, "the limit of calls within calls was reached");
        return;
    }
    ++evaluation.m_depth;
    evaluation.m_height += height;
    evaluation.m_frame = size == 0 ? nullptr : evaluation.allocate(size);
    evaluation.m_frameSize = size;
    evaluation.m_captured = captured;
}

Frame::~Frame()
{
    if (!m_open)
        return;
    if (m_size != 0)
        m_evaluation.free(m_evaluation.m_frame, m_size);
    --m_evaluation.m_depth;
    m_evaluation.m_height -= m_height;
    m_evaluation.m_frame = m_outerFrame;
    m_evaluation.m_frameSize = m_outerSize;
    m_evaluation.m_captured = m_outerCaptured;
}

} // namespace tongban::feel
