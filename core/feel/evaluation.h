// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/feel/diagnostics.h"
#include "core/feel/limits.h"
#include "core/feel/value.h"

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace tongban::feel {

class RegexCache;

/// Everything an evaluation needs besides the compiled expression: the values of the model's names, room
/// for local ones, the clock, what is left of the budget, and the diagnostics so far. One per thread, used
/// again and again; `restart()` between cases keeps the memory.
class Evaluation
{
public:
    explicit Evaluation(const Limits &limits = {});
    ~Evaluation();
    Evaluation(const Evaluation &) = delete;
    Evaluation &operator=(const Evaluation &) = delete;

    /// The values that global slots refer to. They must outlive their use; the caller may change them
    /// between evaluations, and inside one only where no expression holds a reference (a decision's result
    /// is written before anything that requires it is evaluated).
    void bindGlobals(std::span<const Value> globals) { m_globals = globals; }
    std::span<const Value> globals() const { return m_globals; }
    const Value &global(std::size_t slot) const { return m_globals[slot]; }

    /// What now() and today() answer; without it they are null.
    void setNow(DateTime now) { m_now = std::move(now); }
    const std::optional<DateTime> &now() const { return m_now; }

    /// Full budget, no diagnostics. The globals and the clock stay.
    void restart();

    const Limits &limits() const { return m_limits; }
    const std::vector<Diagnostic> &diagnostics() const { return m_diagnostics; }
    /// All that arose, also those beyond Limits::diagnostics.
    std::size_t diagnosticCount() const { return m_diagnosticCount; }
    /// True once a limit was reached: whatever is returned from then on is null and means nothing.
    bool stopped() const { return m_stopped; }

    // For the nodes of compiled expressions and for host functions.

    /// Remembers why a null arose. `detail` is copied.
    void report(Cause cause, Span span, std::string_view detail);
    /// Takes `count` steps from the budget; false when it is used up.
    bool spend(std::uint64_t count, Span span)
    {
        if (count <= m_steps) [[likely]] {
            m_steps -= count;
            return true;
        }
        exhaust(span, "the step limit was reached");
        return false;
    }
    /// Ends the evaluation.
    void exhaust(Span span, std::string_view limit);
    std::uint64_t stepsLeft() const { return m_steps; }

    // Values that hold others are made through these, which refuse what is beyond the limits.
    Value list(std::vector<Value> items, Span span);
    Value context(ContextBuilder &&builder, Span span);
    Value string(std::string_view utf8, Span span);
    /// The value itself, or null and a stopped evaluation when it is larger or deeper than allowed.
    Value bounded(Value value, Span span);
    /// Null with a diagnostic.
    Value null(Cause cause, Span span, std::string_view detail)
    {
        report(cause, span, detail);
        return Value();
    }

    /// The compiled regular expressions; kept from case to case.
    RegexCache &regexes();

    Value &local(std::size_t slot) { return m_frame[slot]; }
    std::size_t frameSize() const { return m_frameSize; }
    const Value &captured(std::size_t index) const { return m_captured[index]; }

private:
    friend class Frame;
    friend class Scratch;
    struct Chunk {
        std::unique_ptr<Value[]> values;
        std::size_t size = 0;
        std::size_t used = 0;
    };

    Value *allocate(std::size_t size)
    {
        if (m_chunk < m_chunks.size()) [[likely]] {
            Chunk &chunk = m_chunks[m_chunk];
            if (chunk.size - chunk.used >= size) [[likely]] {
                Value *values = chunk.values.get() + chunk.used;
                chunk.used += size;
                return values;
            }
        }
        return allocateSlow(size);
    }
    Value *allocateSlow(std::size_t size);
    /// Of what was allocated last; the values become null.
    void free(Value *values, std::size_t size)
    {
        for (std::size_t i = 0; i < size; ++i)
            values[i].clear();
        m_chunks[m_chunk].used -= size;
        // Chunks may have been passed over for want of room.
        while (m_chunk > 0 && m_chunks[m_chunk].used == 0)
            --m_chunk;
    }

    Limits m_limits;
    std::span<const Value> m_globals;
    std::optional<DateTime> m_now;
    std::uint64_t m_steps;
    std::uint32_t m_depth = 0;
    std::uint32_t m_height = 0;
    bool m_stopped = false;
    std::size_t m_diagnosticCount = 0;
    std::vector<Diagnostic> m_diagnostics;
    // Frames never move: compiled nodes pass references to slots around.
    std::vector<Chunk> m_chunks;
    std::size_t m_chunk = 0;
    Value *m_frame = nullptr;
    std::size_t m_frameSize = 0;
    const Value *m_captured = nullptr;
    std::unique_ptr<RegexCache> m_regexes;
};

/// Room for the local names of one decision or one function call, from construction to destruction. Frames
/// nest like the calls do. `size` is Scope::frameSize() of the frame's root scope once everything in it is
/// compiled; `height` is Node::height() of what is evaluated in it.
class Frame
{
public:
    explicit Frame(Evaluation &evaluation, std::size_t size, const Value *captured = nullptr,
                   std::uint32_t height = 1);
    Frame(const Frame &) = delete;
    Frame &operator=(const Frame &) = delete;
    ~Frame();

    /// False when Limits::callDepth or Limits::treeDepth was reached; the evaluation is stopped then and
    /// nothing may be evaluated.
    bool isOpen() const { return m_open; }

private:
    Evaluation &m_evaluation;
    Value *m_outerFrame;
    std::size_t m_outerSize;
    const Value *m_outerCaptured;
    std::size_t m_size;
    std::uint32_t m_height;
    bool m_open;
};

/// Room for values that one node needs while it evaluates its parts; null at first. Taken from the memory
/// that the evaluation keeps, so it costs no allocation. Nests like frames do.
class Scratch
{
public:
    Scratch(Evaluation &evaluation, std::size_t size)
        : m_evaluation(evaluation), m_values(size == 0 ? nullptr : evaluation.allocate(size)), m_size(size)
    {
    }
    Scratch(const Scratch &) = delete;
    Scratch &operator=(const Scratch &) = delete;
    ~Scratch()
    {
        if (m_size != 0)
            m_evaluation.free(m_values, m_size);
    }

    Value &operator[](std::size_t index) { return m_values[index]; }

private:
    Evaluation &m_evaluation;
    Value *m_values;
    std::size_t m_size;
};

} // namespace tongban::feel
