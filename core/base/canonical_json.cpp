// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/canonical_json.h"

#include "core/base/hex.h"

#include <array>
#include <charconv>
#include <cstring>
#include <iterator>
#include <nlohmann/json.hpp>
#include <vector>

namespace tongban {

namespace {

constexpr std::size_t kMaxDepth = 64;

/// The first byte from `from` on that has to be escaped, or the size. Looks at eight bytes at a time: nearly
/// every text has none.
std::size_t findEscaped(std::string_view utf8, std::size_t from)
{
    constexpr std::uint64_t kOnes = 0x0101'0101'0101'0101U;
    constexpr std::uint64_t kHighs = 0x8080'8080'8080'8080U;
    const auto zeros = [](std::uint64_t word) {
        return (word - kOnes) & ~word & kHighs;
    };
    std::size_t i = from;
    for (; i + 8 <= utf8.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, utf8.data() + i, 8);
        const std::uint64_t controls = (word - kOnes * 0x20) & ~word & kHighs;
        if ((controls | zeros(word ^ (kOnes * '"')) | zeros(word ^ (kOnes * '\\'))) != 0)
            break;
    }
    while (i < utf8.size() && static_cast<std::uint8_t>(utf8[i]) >= 0x20 && utf8[i] != '"' && utf8[i] != '\\')
        ++i;
    return i;
}

/// RFC 8785 section 3.2.2.2: only what JSON forces to be escaped is escaped.
void appendEscaped(std::string &out, std::string_view utf8)
{
    out.push_back('"');
    std::size_t plainFrom = 0;
    for (std::size_t i = findEscaped(utf8, 0); i < utf8.size(); i = findEscaped(utf8, i + 1)) {
        const auto byte = static_cast<std::uint8_t>(utf8[i]);
        out.append(utf8, plainFrom, i - plainFrom);
        plainFrom = i + 1;
        out.push_back('\\');
        switch (byte) {
        case '"': out.push_back('"'); break;
        case '\\': out.push_back('\\'); break;
        case '\b': out.push_back('b'); break;
        case '\f': out.push_back('f'); break;
        case '\n': out.push_back('n'); break;
        case '\r': out.push_back('r'); break;
        case '\t': out.push_back('t'); break;
        default: out += "u00"; appendHex(out, std::array<std::uint8_t, 1>{byte});
        }
    }
    out.append(utf8, plainFrom);
    out.push_back('"');
}

bool writeCanonical(CanonicalWriter &writer, const nlohmann::json &value)
{
    using Kind = nlohmann::json::value_t;
    switch (value.type()) {
    case Kind::null: writer.null(); return true;
    case Kind::boolean: writer.boolean(value.get<bool>()); return true;
    case Kind::string: writer.string(value.get_ref<const std::string &>()); return true;
    case Kind::number_integer: writer.number(value.get<std::int64_t>()); return true;
    case Kind::number_unsigned: writer.numberText(std::to_string(value.get<std::uint64_t>())); return true;
    case Kind::array:
        writer.beginArray();
        for (const nlohmann::json &item : value) {
            if (!writeCanonical(writer, item))
                return false;
        }
        writer.endArray();
        return true;
    case Kind::object:
        // The document keeps its members in a std::map of UTF-8 keys, which is code-point order already.
        writer.beginObject();
        for (const auto &[name, member] : value.items()) {
            writer.key(name);
            if (!writeCanonical(writer, member))
                return false;
        }
        writer.endObject();
        return true;
    case Kind::number_float:
    case Kind::binary:
    case Kind::discarded: return false;
    }
    return false;
}

/// Walks the text and counts, so that a refusal which the grammar knows nothing about can say where it was.
class CountingIterator
{
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char *;
    using reference = const char &;

    CountingIterator(const char *at, const char **furthest) : m_at(at), m_furthest(furthest) { }

    const char &operator*() const { return *m_at; }
    CountingIterator &operator++()
    {
        *m_furthest = ++m_at;
        return *this;
    }
    CountingIterator operator++(int)
    {
        CountingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountingIterator &other) const { return m_at == other.m_at; }
    bool operator!=(const CountingIterator &other) const { return m_at != other.m_at; }

private:
    const char *m_at;
    const char **m_furthest;
};

/// Builds the document from the parser's events; an event that returns false stops the parser.
class Builder
{
public:
    using number_integer_t = nlohmann::json::number_integer_t;
    using number_unsigned_t = nlohmann::json::number_unsigned_t;
    using number_float_t = nlohmann::json::number_float_t;
    using string_t = nlohmann::json::string_t;
    using binary_t = nlohmann::json::binary_t;

    bool null() { return put(nullptr) != nullptr; }
    bool boolean(bool value) { return put(value) != nullptr; }
    bool number_integer(number_integer_t value) { return put(value) != nullptr; }
    bool number_unsigned(number_unsigned_t value) { return put(value) != nullptr; }
    bool number_float(number_float_t value, const string_t &) { return put(value) != nullptr; }
    bool string(string_t &value) { return put(std::move(value)) != nullptr; }
    bool binary(binary_t &) { return false; }
    bool start_object(std::size_t) { return open(nlohmann::json::object()); }
    bool start_array(std::size_t) { return open(nlohmann::json::array()); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }

    bool key(string_t &name)
    {
        auto &members = m_open.back()->get_ref<nlohmann::json::object_t &>();
        const auto [place, added] = members.try_emplace(std::move(name));
        m_member = &place->second;
        if (!added)
            m_problem = "an object has the same key twice";
        return added;
    }

    bool parse_error(std::size_t, const std::string &, const nlohmann::json::exception &error)
    {
        // The library's prefix says nothing here, and its quotation of what was read may be somebody's name
        // or number.
        m_problem = error.what();
        if (const auto colon = m_problem.find(": "); colon != std::string::npos)
            m_problem.erase(0, colon + 2);
        if (m_problem.find("number overflow") != std::string::npos)
            m_problem = "a number is too large";
        if (const auto quoted = m_problem.find("; last read:"); quoted != std::string::npos)
            m_problem.erase(quoted);
        return false;
    }

    nlohmann::json takeDocument() { return std::move(m_document); }
    const std::string &problem() const { return m_problem; }

private:
    nlohmann::json *put(nlohmann::json value)
    {
        if (m_open.empty()) {
            m_document = std::move(value);
            return &m_document;
        }
        if (m_open.back()->is_array()) {
            auto &items = m_open.back()->get_ref<nlohmann::json::array_t &>();
            return &items.emplace_back(std::move(value));
        }
        *m_member = std::move(value);
        return m_member;
    }

    bool open(nlohmann::json container)
    {
        if (m_open.size() == kMaxDepth) {
            m_problem = "nested deeper than " + std::to_string(kMaxDepth) + " levels";
            return false;
        }
        m_open.push_back(put(std::move(container)));
        return true;
    }

    bool close()
    {
        m_open.pop_back();
        return true;
    }

    nlohmann::json m_document;
    std::vector<nlohmann::json *> m_open;
    nlohmann::json *m_member = nullptr;
    std::string m_problem;
};

} // namespace

void CanonicalWriter::separate()
{
    if (m_needsComma)
        m_out.push_back(',');
    m_needsComma = true;
}

void CanonicalWriter::beginObject()
{
    separate();
    m_out.push_back('{');
    m_needsComma = false;
}

void CanonicalWriter::endObject()
{
    m_out.push_back('}');
    m_needsComma = true;
}

void CanonicalWriter::beginArray()
{
    separate();
    m_out.push_back('[');
    m_needsComma = false;
}

void CanonicalWriter::endArray()
{
    m_out.push_back(']');
    m_needsComma = true;
}

void CanonicalWriter::key(std::string_view name)
{
    separate();
    appendEscaped(m_out, name);
    m_out.push_back(':');
    m_needsComma = false;
}

void CanonicalWriter::string(std::string_view utf8)
{
    separate();
    appendEscaped(m_out, utf8);
}

void CanonicalWriter::number(std::int64_t value)
{
    separate();
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    m_out.append(digits.data(), end);
}

void CanonicalWriter::numberText(std::string_view text)
{
    separate();
    m_out += text;
}

void CanonicalWriter::boolean(bool value)
{
    separate();
    m_out += value ? "true" : "false";
}

void CanonicalWriter::null()
{
    separate();
    m_out += "null";
}

void CanonicalWriter::raw(std::string_view json)
{
    separate();
    m_out += json;
}

Result<std::string> canonicalJson(const nlohmann::json &document)
{
    std::string text;
    CanonicalWriter writer(text);
    if (!writeCanonical(writer, document))
        return fail(ErrorCode::InvalidInput,
                    "a hashed text may hold neither floating-point numbers nor binary values");
    return text;
}

Result<nlohmann::json> parseJson(std::string_view text)
{
    // The parser takes such a byte for the end of the text and leaves what follows unread.
    if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos)
        return fail(ErrorCode::InvalidInput, "JSON, near byte " + std::to_string(nul) + ": a zero byte");
    const char *furthest = text.data();
    Builder builder;
    const CountingIterator begin(text.data(), &furthest);
    const CountingIterator end(text.data() + text.size(), &furthest);
    if (!nlohmann::json::sax_parse(begin, end, &builder)) {
        return fail(ErrorCode::InvalidInput,
                    "JSON, near byte " + std::to_string(furthest - text.data()) + ": " + builder.problem());
    }
    return builder.takeDocument();
}

} // namespace tongban
