// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any text as an expression and as a cell of a decision table, with budgets so small that nothing can last:
// nothing crashes, errors point into the text, limits hold, and evaluating again gives the same.

#include "core/feel/unary_tests.h"
#include "tests/fuzz/feel_properties.h"
#include "tests/fuzz/fuzz_support.h"

using namespace tongban;
using namespace tongban::feel;
using namespace tongban::fuzz;

namespace {

void checkCell(std::string_view text, const FeelNames &names, Evaluation &evaluation)
{
    for (const Value &input : names.values()) {
        Scope scope;
        names.declare(scope);
        const auto compiled = compileUnaryTests(text, scope, Type::of(input), {0, evaluation.limits(), {}});
        if (!compiled) {
            checkFeelError(compiled.error(), text);
            continue;
        }
        prepareFeel(evaluation, names);
        const Frame frame(evaluation, scope.frameSize());
        if (frame.isOpen())
            static_cast<void>(compiled->test(input, evaluation));
        if (compiled->shape().form == CellShape::Form::Any)
            require(compiled->test(input, evaluation) == Truth::True);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const FeelNames names;
    static Evaluation evaluation(smallFeelLimits());
    const std::string_view text = fuzz::textOf(data, size);
    static_cast<void>(evaluateFeel(text, names, evaluation));
    checkCell(text, names, evaluation);
    return 0;
}
