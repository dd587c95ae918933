// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/canonical_json.h"
#include "core/feel/json.h"

#include <algorithm>
#include <numeric>

namespace tongban::feel {

namespace {

void write(CanonicalWriter &writer, const Value &value);

void writeContext(CanonicalWriter &writer, const Context &context)
{
    const std::vector<std::string> &names = context.shape().names();
    if (std::ranges::is_sorted(names)) {
        writer.beginObject();
        for (std::size_t i = 0; i < names.size(); ++i) {
            writer.key(names[i]);
            write(writer, context.value(i));
        }
        writer.endObject();
        return;
    }
    std::vector<std::size_t> order(context.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) -> const std::string & { return names[i]; });
    writer.beginObject();
    for (const std::size_t i : order) {
        writer.key(context.name(i));
        write(writer, context.value(i));
    }
    writer.endObject();
}

void write(CanonicalWriter &writer, const Value &value)
{
    switch (value.kind()) {
    case Kind::Null: writer.null(); return;
    case Kind::Boolean: writer.boolean(value.boolean()); return;
    case Kind::Number: writer.numberText(value.number().text()); return;
    case Kind::List:
        writer.beginArray();
        for (const Value &item : value.list())
            write(writer, item);
        writer.endArray();
        return;
    case Kind::Context: writeContext(writer, value.context()); return;
    case Kind::String: writer.string(value.string()); return;
    case Kind::Date:
    case Kind::Time:
    case Kind::DateTime:
    case Kind::DaysDuration:
    case Kind::MonthsDuration:
    case Kind::Range:
    case Kind::Function: writer.string(textOf(value)); return;
    }
}

} // namespace

std::string toCanonicalJson(const Value &value)
{
    std::string out;
    appendCanonicalJson(out, value);
    return out;
}

void appendCanonicalJson(std::string &out, const Value &value)
{
    CanonicalWriter writer(out);
    write(writer, value);
}

} // namespace tongban::feel
