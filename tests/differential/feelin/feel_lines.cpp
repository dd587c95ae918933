// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reads expressions from the standard input, one a line, and writes what this engine makes of each as one
// JSON value a line; "!" for what it refuses.

#include "core/feel/expression.h"
#include "core/feel/json.h"
#include "core/feel/scope.h"

#include <iostream>
#include <string>

int main()
{
    using namespace tongban;
    for (std::string line; std::getline(std::cin, line);) {
        feel::Scope scope;
        const auto expression = feel::compileExpression(line, scope);
        if (!expression) {
            std::cout << "!\n";
            continue;
        }
        feel::Evaluation evaluation;
        const feel::Frame frame(evaluation, scope.frameSize());
        std::cout << feel::toCanonicalJson(expression->evaluate(evaluation)) << '\n';
    }
    return 0;
}
