// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any text as a regular expression with any flags: the first line holds the flags, the second the pattern,
// the rest is searched. Whatever is translated is a pattern of the library below or an error of its own;
// replacing every match by itself changes nothing; what matches can be split; a literal pattern is found
// where it stands.

#include "core/base/text.h"
#include "core/feel/json.h"
#include "tests/fuzz/feel_properties.h"
#include "tests/fuzz/fuzz_support.h"

using namespace tongban;
using namespace tongban::feel;
using tongban::fuzz::require;

namespace {

/// The expression, compiled once; a null with its cause, or the value.
class Question
{
public:
    explicit Question(std::string_view text)
    {
        const char *const names[] = {"text", "pattern", "flags"};
        for (std::size_t slot = 0; slot < std::size(names); ++slot)
            m_scope.declareGlobal(names[slot], Type::string(), slot);
        auto compiled = compileExpression(text, m_scope);
        require(compiled.has_value());
        m_expression = std::move(*compiled);
    }

    Value ask(std::span<const Value> globals, Evaluation &evaluation) const
    {
        evaluation.bindGlobals(globals);
        evaluation.restart();
        const Frame frame(evaluation, m_scope.frameSize());
        require(frame.isOpen());
        Value value = m_expression.evaluate(evaluation);
        require(!value.isNull() || evaluation.diagnosticCount() > 0);
        for (const Diagnostic &diagnostic : evaluation.diagnostics())
            require(!diagnostic.detail.empty() && !findInvalidUtf8(diagnostic.detail));
        require(!findInvalidUtf8(toCanonicalJson(value)));
        return evaluation.stopped() ? Value() : value;
    }

private:
    Scope m_scope;
    Expression m_expression;
};

std::string_view takeLine(std::string_view &text)
{
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Question kMatches("matches(text, pattern, flags)");
    static const Question kReplace("replace(text, pattern, \"$0\", flags)");
    static const Question kPlainMatches("matches(text, pattern)");
    static const Question kSplit("split(text, pattern)");
    static const Question kLiteral("matches(text, pattern, \"q\") = contains(text, pattern)");
    static Evaluation evaluation(fuzz::smallFeelLimits());
    std::string_view rest = fuzz::textOf(data, size);
    // The engine's strings are UTF-8 before anything else sees them.
    if (findInvalidUtf8(rest))
        return 0;
    const Value flags(takeLine(rest));
    const Value pattern(takeLine(rest));
    const std::vector<Value> globals{Value(rest), pattern, flags};
    static_cast<void>(kMatches.ask(globals, evaluation));
    const Value replaced = kReplace.ask(globals, evaluation);
    if (!replaced.isNull() && flags.string().find('q') == std::string_view::npos)
        require(replaced.string() == rest);
    const Value found = kPlainMatches.ask(globals, evaluation);
    const Value parts = kSplit.ask(globals, evaluation);
    if (!found.isNull() && !parts.isNull())
        require((found.truth() == Truth::True) == (parts.list().size() > 1));
    const Value literal = kLiteral.ask(globals, evaluation);
    require(literal.isNull() || literal.truth() == Truth::True);
    return 0;
}
