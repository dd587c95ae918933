// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/check.h"
#include "core/dmn/evaluator.h"
#include "core/dmn/reader.h"
#include "core/dmn/trace_json.h"

#include <cstddef>
#include <cstdint>

using namespace tongban;
using namespace tongban::dmn;

/// Reads, compiles, checks and evaluates whatever comes, with budgets so small that nothing can last.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    ReaderLimits reader;
    reader.bytes = 1u << 16;
    reader.elements = 2'000;
    feel::Limits limits;
    limits.steps = 5'000;
    limits.callDepth = 20;
    limits.listLength = 1'000;
    limits.stringLength = 10'000;
    limits.nesting = 40;
    limits.textLength = 4'000;
    auto model = readModel({reinterpret_cast<const char *>(data), size}, reader);
    if (!model)
        return 0;
    const auto compiled = CompiledModel::compile(std::move(*model), {}, limits);
    static_cast<void>(checkModel(*compiled, {500, 20'000, 5}));
    Evaluator evaluator(compiled, Tracing::On, limits);
    for (const ElementInfo &decision : compiled->decisions())
        static_cast<void>(evaluator.evaluate(decision.slot));
    static_cast<void>(traceJson(evaluator));
    return 0;
}
