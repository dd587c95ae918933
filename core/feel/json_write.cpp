// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/json.h"

#include <algorithm>
#include <numeric>

namespace tongban::feel {

namespace {

void writeString(std::string &out, std::string_view text)
{
    constexpr std::string_view kHexadecimal = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\r') {
            out += "\\r";
        } else if (c == '\t') {
            out += "\\t";
        } else if (c == '\b') {
            out += "\\b";
        } else if (c == '\f') {
            out += "\\f";
        } else if (byte < 0x20) {
            out += "\\u00";
            out += kHexadecimal[byte >> 4];
            out += kHexadecimal[byte & 0xF];
        } else {
            out += c;
        }
    }
    out += '"';
}

void write(std::string &out, const Value &value);

void writeContext(std::string &out, const Context &context)
{
    std::vector<std::size_t> order(context.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) -> const std::string & { return context.name(i); });
    out += '{';
    bool isFirst = true;
    for (const std::size_t i : order) {
        if (!isFirst)
            out += ',';
        isFirst = false;
        writeString(out, context.name(i));
        out += ':';
        write(out, context.value(i));
    }
    out += '}';
}

void write(std::string &out, const Value &value)
{
    switch (value.kind()) {
    case Kind::Null:
    case Kind::Boolean:
    case Kind::Number: out += textOf(value); return;
    case Kind::List: {
        out += '[';
        bool isFirst = true;
        for (const Value &item : value.list()) {
            if (!isFirst)
                out += ',';
            isFirst = false;
            write(out, item);
        }
        out += ']';
        return;
    }
    case Kind::Context: writeContext(out, value.context()); return;
    case Kind::String:
    case Kind::Date:
    case Kind::Time:
    case Kind::DateTime:
    case Kind::DaysDuration:
    case Kind::MonthsDuration:
    case Kind::Range:
    case Kind::Function: writeString(out, textOf(value)); return;
    }
}

} // namespace

std::string toCanonicalJson(const Value &value)
{
    std::string out;
    write(out, value);
    return out;
}

} // namespace tongban::feel
