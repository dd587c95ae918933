// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/feel/feel_text.h"

#include "core/feel/expression.h"
#include "core/feel/scope.h"

namespace tongban::test {

FeelResult evaluateFeel(std::string_view text, const feel::Limits &limits)
{
    FeelResult result;
    feel::Scope scope;
    const auto expression = feel::compileExpression(text, scope, {0, limits, nullptr});
    if (!expression) {
        result.error = expression.error();
        return result;
    }
    feel::Evaluation evaluation(limits);
    const feel::Frame frame(evaluation, scope.frameSize(), nullptr, expression->node()->height());
    if (frame.isOpen())
        result.value = expression->evaluate(evaluation);
    result.diagnostics = evaluation.diagnostics();
    result.wasStopped = evaluation.stopped();
    return result;
}

QString feelTestFile(const QString &name)
{
    return qEnvironmentVariable("TONGBAN_SOURCE_DIR") + QStringLiteral("/tests/core/feel/") + name;
}

} // namespace tongban::test
