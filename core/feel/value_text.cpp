// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/callable.h"
#include "core/feel/lexer.h"
#include "core/feel/value.h"

namespace tongban::feel {

namespace {

void append(std::string &out, const Value &value, bool isInside);

void appendQuoted(std::string &out, std::string_view text)
{
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        if (c == '\n')
            out += "\\n";
        else if (c == '\r')
            out += "\\r";
        else if (c == '\t')
            out += "\\t";
        else
            out += c;
    }
    out += '"';
}

void appendContext(std::string &out, const Context &context)
{
    out += '{';
    for (std::size_t i = 0; i < context.size(); ++i) {
        if (i > 0)
            out += ", ";
        if (isPlainName(context.name(i)))
            out += context.name(i);
        else
            appendQuoted(out, context.name(i));
        out += ": ";
        append(out, context.value(i), true);
    }
    out += '}';
}

std::string_view sign(Range::Form form)
{
    switch (form) {
    case Range::Form::Interval: return "";
    case Range::Form::Less: return "<";
    case Range::Form::LessOrEqual: return "<=";
    case Range::Form::Greater: return ">";
    case Range::Form::GreaterOrEqual: return ">=";
    case Range::Form::Equal: return "=";
    case Range::Form::Unequal: return "!=";
    }
    return "";
}

void appendRange(std::string &out, const Range &range)
{
    if (range.form != Range::Form::Interval) {
        out += '(';
        out += sign(range.form);
        append(out, range.low.isNull() ? range.high : range.low, true);
        out += ')';
        return;
    }
    out += range.lowIncluded ? '[' : '(';
    if (!range.low.isNull())
        append(out, range.low, true);
    out += "..";
    if (!range.high.isNull())
        append(out, range.high, true);
    out += range.highIncluded ? ']' : ')';
}

void append(std::string &out, const Value &value, bool isInside)
{
    switch (value.kind()) {
    case Kind::Null: out += "null"; return;
    case Kind::Boolean: out += value.boolean() ? "true" : "false"; return;
    case Kind::Number: out += value.number().text(); return;
    case Kind::String:
        if (isInside)
            appendQuoted(out, value.string());
        else
            out += value.string();
        return;
    case Kind::Date: out += value.date().text(); return;
    case Kind::Time: out += value.time().text(); return;
    case Kind::DateTime: out += value.dateTime().text(); return;
    case Kind::DaysDuration: out += value.daysDuration().text(); return;
    case Kind::MonthsDuration: out += value.monthsDuration().text(); return;
    case Kind::List: {
        out += '[';
        std::string_view separator;
        for (const Value &item : value.list()) {
            out += separator;
            append(out, item, true);
            separator = ", ";
        }
        out += ']';
        return;
    }
    case Kind::Context: appendContext(out, value.context()); return;
    case Kind::Range: appendRange(out, value.range()); return;
    case Kind::Function: {
        out += "function(";
        std::string_view separator;
        for (const Parameter &parameter : value.function().parameters()) {
            out += separator;
            out += parameter.name;
            separator = ", ";
        }
        out += ')';
        return;
    }
    }
}

} // namespace

std::string textOf(const Value &value)
{
    std::string out;
    append(out, value, false);
    return out;
}

} // namespace tongban::feel
