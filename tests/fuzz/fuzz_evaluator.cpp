// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Expressions made from the input by the grammar, so that nearly all of them compile and the evaluator is
// what is tested: every built-in function with values of every kind, loops, filters, functions. The value
// must not depend on where the expression stands: alone, in a loop, in a function, in a context, in a branch.

#include "core/feel/builtins.h"
#include "tests/fuzz/feel_properties.h"
#include "tests/fuzz/fuzz_support.h"

#include <array>

using namespace tongban;
using tongban::fuzz::require;

namespace {

/// Turns bytes into one expression; behind the last byte only leaves come.
class Grammar
{
public:
    explicit Grammar(std::string_view bytes) : m_bytes(bytes) { }

    std::string expression(int depth = 0)
    {
        if (depth > 5 || m_bytes.empty() || m_made > 60)
            return leaf();
        ++m_made;
        switch (below(16)) {
        case 0:
        case 1:
        case 2:
        case 3: return call(depth);
        case 4: return "(" + expression(depth + 1) + sign() + expression(depth + 1) + ")";
        case 5:
            return "(if " + expression(depth + 1) + " then " + expression(depth + 1) + " else "
                + expression(depth + 1) + ")";
        case 6: return "(for e in " + expression(depth + 1) + " return " + inside("e", depth) + ")";
        case 7:
            return std::string(below(2) == 0 ? "(some" : "(every") + " e in " + expression(depth + 1)
                + " satisfies " + inside("e", depth) + ")";
        case 8: return "[" + expression(depth + 1) + ", " + expression(depth + 1) + "]";
        case 9: return expression(depth + 1) + "[" + inside("item", depth) + "]";
        case 10: return "{a: " + expression(depth + 1) + ", k: " + inside("a", depth) + "}";
        case 11: return "(function(p) " + inside("p", depth) + ")(" + expression(depth + 1) + ")";
        case 12: return "(" + expression(depth + 1) + ")." + member();
        case 13: return range(depth);
        case 14: return "(" + expression(depth + 1) + " instance of " + type() + ")";
        default: return "(-" + expression(depth + 1) + ")";
        }
    }

private:
    std::size_t below(std::size_t count)
    {
        if (m_bytes.empty())
            return 0;
        const auto byte = static_cast<unsigned char>(m_bytes.front());
        m_bytes.remove_prefix(1);
        return byte % count;
    }

    template <std::size_t N>
    std::string pick(const std::array<const char *, N> &list)
    {
        return list[below(N)];
    }

    std::string leaf()
    {
        static const std::array kLeaves{"1",
                                        "0",
                                        "-1",
                                        "2.50",
                                        "1e30",
                                        "9999999999999999999999999999999999",
                                        "0.1",
                                        "1e-6100",
                                        "null",
                                        "true",
                                        "false",
                                        R"("")",
                                        R"("abc")",
                                        R"("年龄 \U01F600 x")",
                                        R"("a,b;c")",
                                        R"("(a|b)+")",
                                        R"("2026-02-28")",
                                        R"("P1Y2M")",
                                        "[]",
                                        "[1, 2, 3]",
                                        "[null]",
                                        "[1..5]",
                                        "(1..5)",
                                        "{}",
                                        R"({a: 1, b: "x"})",
                                        R"(@"2026-02-28")",
                                        R"(@"-999999999-01-01")",
                                        R"(@"23:59:59.999999999+14:00")",
                                        R"(@"10:00:00@Asia/Shanghai")",
                                        R"(@"2026-03-29T02:30:00@Europe/Paris")",
                                        R"(@"2024-02-29T24:00:00")",
                                        R"(@"P1DT2H3.5S")",
                                        R"(@"-P13M")",
                                        "(< 3)",
                                        "a",
                                        "年龄",
                                        "date",
                                        "items",
                                        "full name",
                                        "missing",
                                        "permits",
                                        "now()",
                                        "e",
                                        "item",
                                        "p",
                                        "partial"};
        const std::string text = pick(kLeaves);
        // Names that only some places have: elsewhere something that is always there.
        const bool isLocal = text == "e" || text == "item" || text == "p";
        if (text == "partial")
            return "items";
        return isLocal && m_visible.find(text + ";") == std::string::npos ? "a" : text;
    }

    /// An expression that may use one more name.
    std::string inside(const std::string &name, int depth)
    {
        const std::string outer = m_visible;
        m_visible += name + ";";
        std::string text = below(3) == 0 ? name : expression(depth + 1);
        m_visible = outer;
        return text;
    }

    std::string call(int depth)
    {
        static const std::vector<feel::Signature> kSignatures = feel::builtinSignatures();
        const feel::Signature &signature = kSignatures[below(kSignatures.size())];
        std::size_t count = signature.required + below(signature.parameters.size() - signature.required + 1);
        if (signature.variadic)
            count += below(3);
        std::string text(signature.name);
        text += "(";
        for (std::size_t i = 0; i < count; ++i)
            text += (i == 0 ? "" : ", ") + expression(depth + 1);
        return text + ")";
    }

    std::string range(int depth)
    {
        const std::string low = expression(depth + 1);
        return "(" + expression(depth + 1) + (below(2) == 0 ? " in [" : " in (") + low + ".."
            + expression(depth + 1) + (below(2) == 0 ? "])" : "))");
    }

    std::string sign()
    {
        static const std::array kSigns{" + ", " - ", " * ",  " / ",  " ** ",  " = ",  " != ",
                                       " < ", " > ", " <= ", " >= ", " and ", " or ", " in "};
        return pick(kSigns);
    }

    std::string member()
    {
        static const std::array kMembers{
            "a",      "b c",     "year",        "month",          "day",   "hour",
            "second", "weekday", "time offset", "timezone",       "years", "months",
            "days",   "start",   "end",         "start included", "value"};
        return pick(kMembers);
    }

    std::string type()
    {
        static const std::array kTypes{"number",
                                       "string",
                                       "boolean",
                                       "date",
                                       "time",
                                       "date and time",
                                       "Any",
                                       "Null",
                                       "list<number>",
                                       "context<a: number>",
                                       "range<date>",
                                       "function<number> -> string",
                                       "days and time duration",
                                       "years and months duration"};
        return pick(kTypes);
    }

    std::string_view m_bytes;
    std::string m_visible;
    int m_made = 0;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const fuzz::FeelNames names;
    static feel::Evaluation evaluation(fuzz::smallFeelLimits());
    const std::string text = Grammar(fuzz::textOf(data, size)).expression();
    const fuzz::FeelAnswer alone = fuzz::evaluateFeel(text, names, evaluation);
    if (!alone.isKnown)
        return 0;
    const std::array elsewhere{
        "(for once in [0] return " + text + ")[1]",
        "(function() " + text + ")()",
        "{whole: " + text + "}.whole",
        "if true then " + text + " else null",
    };
    for (const std::string &placed : elsewhere) {
        const fuzz::FeelAnswer answer = fuzz::evaluateFeel(placed, names, evaluation);
        require(!answer.isKnown || answer.json == alone.json);
    }
    return 0;
}
