// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/byte_source.h"
#include "core/base/result.h"
#include "core/dmn/evaluator.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace tongban::dmn {

/// Decides cases that come as JSON Lines: one object of inputs a line in, one JSON value a line out. A line's
/// answer is, always in canonical JSON (core/base/canonical_json.h) and followed by LF,
///
/// - the value of the decision;
/// - `{"detail":"...","error":"undecidable","line":7}` when it is null because something went wrong: nobody
///   knows the answer, and the case belongs to a human;
/// - `{"detail":"...","error":"invalid-input","line":7}` when the line is not an object of such inputs.
///
/// With Tracing::On the value stands in `{"trace":...,"value":...}`, and "undecidable" has `trace` as well
/// (dmn::traceJson). Numbers keep their digits on the whole way. One thread; what was allocated for a line is
/// used again for the next.
class LineDecider
{
public:
    /// `decision` is a slot of the model (CompiledModel::find).
    LineDecider(std::shared_ptr<const CompiledModel> model, std::size_t decision,
                Tracing tracing = Tracing::Off);

    /// Appends the answer to line `number`, which comes without its line end. False when the answer is an
    /// error.
    bool decide(std::string_view line, std::uint64_t number, std::string &out);
    /// Appends the answer to a line that cannot be decided at all.
    static void refuse(std::uint64_t number, std::string_view detail, std::string &out);

private:
    Evaluator m_evaluator;
    std::size_t m_decision;
    Tracing m_tracing;
};

/// What became of the lines.
struct LineCounts {
    std::uint64_t lines = 0;
    std::uint64_t errors = 0;
};

struct LineOptions {
    std::size_t decision = 0; ///< Slot.
    Tracing tracing = Tracing::Off;
    unsigned threads = 1; ///< Threads that decide, each with an evaluator of its own over the one model.
    std::size_t longestLine = std::size_t{16} << 20U; ///< Bytes; a longer line is an error of that line.
};

/// Decides every line of the source, in order, in constant memory. Lines end with LF or CRLF. Answers are
/// handed to `write` in whole lines as they are ready: a line that the source has delivered is answered
/// without waiting for more input when there is one thread. Errors of the source and of `write` end it and
/// are passed on. `write` is called by one thread at a time; by the calling one when there is one thread.
Result<LineCounts> decideLines(const std::shared_ptr<const CompiledModel> &model, const LineOptions &options,
                               ByteSource &source, const std::function<Result<>(std::string_view)> &write);

} // namespace tongban::dmn
