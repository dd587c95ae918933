// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/kit_case.h"

#include <array>
#include <charconv>
#include <cmath>

namespace tongban::dmn {

namespace {

using feel::Cause;
using feel::Decimal;
using feel::Evaluation;
using feel::HostFunction;
using feel::Span;
using feel::Value;

using Arguments = std::span<const Value>;

Value wrong(Evaluation &evaluation, Span span)
{
    return evaluation.null(Cause::WrongKind, span, "the method takes other arguments");
}

HostFunction largest()
{
    return {2, [](Arguments arguments, Evaluation &evaluation, Span span) {
                if (!arguments[0].isNumber() || !arguments[1].isNumber())
                    return wrong(evaluation, span);
                return std::max(arguments[0].number(), arguments[1].number()) == arguments[0].number()
                    ? arguments[0]
                    : arguments[1];
            }};
}

HostFunction cosine()
{
    return {1, [](Arguments arguments, Evaluation &evaluation, Span span) {
                if (!arguments[0].isNumber())
                    return wrong(evaluation, span);
                const double angle = std::strtod(arguments[0].number().text().c_str(), nullptr);
                std::array<char, 64> digits{};
                const auto end =
                    std::to_chars(digits.data(), digits.data() + digits.size(), std::cos(angle)).ptr;
                const auto result = Decimal::parse(
                    std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())));
                return result ? Value(*result) : wrong(evaluation, span);
            }};
}

/// valueOf of a whole-number class.
HostFunction whole(std::int64_t most)
{
    return {1, [most](Arguments arguments, Evaluation &evaluation, Span span) {
                const auto number =
                    arguments[0].isNumber() ? arguments[0].number().truncated() : std::nullopt;
                return number && *number <= most && *number >= -most - 1 ? Value(*number)
                                                                         : wrong(evaluation, span);
            }};
}

HostFunction parsed()
{
    return {1, [](Arguments arguments, Evaluation &evaluation, Span span) {
                const auto number =
                    arguments[0].isString() ? Decimal::parse(arguments[0].string()) : std::nullopt;
                return number ? Value(*number) : wrong(evaluation, span);
            }};
}

HostFunction character()
{
    return {1, [](Arguments arguments, Evaluation &evaluation, Span span) {
                const bool isOne = arguments[0].isString() && arguments[0].string().size() == 1;
                return isOne ? arguments[0] : wrong(evaluation, span);
            }};
}

/// String.format with `%s` alone, and one argument or a list of them.
HostFunction formatted()
{
    return {2, [](Arguments arguments, Evaluation &evaluation, Span span) {
                if (!arguments[0].isString())
                    return wrong(evaluation, span);
                const auto items = arguments[1].isList() ? arguments[1].list() : std::span(&arguments[1], 1);
                std::string text(arguments[0].string());
                for (const Value &item : items) {
                    const std::size_t place = text.find("%s");
                    if (place != std::string::npos)
                        text.replace(place, 2, feel::textOf(item));
                }
                return evaluation.string(text, span);
            }};
}

} // namespace

std::shared_ptr<const feel::HostFunctions> kitHostFunctions()
{
    static const auto shared = [] {
        auto functions = std::make_shared<feel::HostFunctions>();
        for (const char *kind : {"int", "long", "float", "double"})
            functions->add(std::string("java.lang.Math.max(") + kind + "," + kind + ")", largest());
        functions->add("java.lang.Math.cos(double)", cosine());
        functions->add("java.lang.Byte.valueOf(byte)", whole(127));
        functions->add("java.lang.Short.valueOf(short)", whole(32'767));
        for (const char *kind : {"Integer", "Float", "Double"})
            functions->add(std::string("java.lang.") + kind + ".valueOf(java.lang.String)", parsed());
        functions->add("java.lang.String.valueOf(char)", character());
        functions->add("java.lang.String.format(java.lang.String,[Ljava.lang.Object;)", formatted());
        return std::shared_ptr<const feel::HostFunctions>(std::move(functions));
    }();
    return shared;
}

} // namespace tongban::dmn
