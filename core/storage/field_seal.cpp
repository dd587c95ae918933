// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/field_seal.h"

#include <sqlite3.h>

namespace tongban::storage {
namespace {

// What the first sealed byte says of the rest. Part of the format: never to be changed.
constexpr char kText = 't';
constexpr char kPackedText = 'T';
constexpr char kBlob = 'b';
constexpr char kPackedBlob = 'B';
constexpr char kInteger = 'i';

std::string_view bytesOf(sqlite3_value *value)
{
    const void *bytes = sqlite3_value_blob(value);
    const int size = sqlite3_value_bytes(value);
    return bytes == nullptr
        ? std::string_view()
        : std::string_view(static_cast<const char *>(bytes), static_cast<std::size_t>(size));
}

void giveText(sqlite3_context *context, std::string_view text)
{
    sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void giveBlob(sqlite3_context *context, std::string_view bytes)
{
    sqlite3_result_blob64(context, bytes.data(), bytes.size(), SQLITE_TRANSIENT);
}

/// SQLITE_AUTH stands for nothing else here; sqlite_error.cpp knows what it means.
void refuse(sqlite3_context *context, const char *why)
{
    sqlite3_result_error(context, why, -1);
    sqlite3_result_error_code(context, SQLITE_AUTH);
}

void appendInteger(std::string &out, std::int64_t number)
{
    for (int shift = 56; shift >= 0; shift -= 8)
        out += static_cast<char>(static_cast<std::uint64_t>(number) >> static_cast<unsigned>(shift) & 0xFFU);
}

std::int64_t integerIn(std::string_view bytes)
{
    std::uint64_t number = 0;
    for (const char c : bytes)
        number = number << 8U | static_cast<unsigned char>(c);
    return static_cast<std::int64_t>(number);
}

void plateIn(sqlite3_context *context, int /*count*/, sqlite3_value **values)
{
    // Looked for without its first quote: quotes are everywhere in such a text.
    constexpr std::string_view kBefore = "plate\":\"";
    const std::string_view text = bytesOf(values[0]);
    std::size_t at = text.find(kBefore);
    while (at != std::string_view::npos && (at == 0 || text[at - 1] != '"'))
        at = text.find(kBefore, at + 1);
    if (at == std::string_view::npos)
        return;
    const std::string_view rest = text.substr(at + kBefore.size());
    giveText(context, rest.substr(0, rest.find('"')));
}

} // namespace

template <FieldSeal::Method method>
void FieldSeal::call(sqlite3_context *context, int /*count*/, sqlite3_value **values)
{
    auto *self = static_cast<FieldSeal *>(sqlite3_user_data(context));
    if (sqlite3_value_type(values[0]) == SQLITE_NULL)
        return;
    if (!self->m_cipher || sqlite3_value_type(values[1]) == SQLITE_NULL)
        sqlite3_result_value(context, values[0]);
    else
        (self->*method)(context, values[0], bytesOf(values[1]));
}

int FieldSeal::install(sqlite3 *handle)
{
    constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
    const auto add = [&](const char *name, int arguments,
                         void (*function)(sqlite3_context *, int, sqlite3_value **)) {
        return sqlite3_create_function_v2(handle, name, arguments, kFlags, this, function, nullptr, nullptr,
                                          nullptr);
    };
    int code = add("seal", 2, &FieldSeal::call<&FieldSeal::seal>);
    if (code == SQLITE_OK)
        code = add("opened", 2, &FieldSeal::call<&FieldSeal::open>);
    if (code == SQLITE_OK)
        code = add("opened_if_whole", 2, &FieldSeal::call<&FieldSeal::openIfWhole>);
    if (code == SQLITE_OK)
        code = add("mark", 2, &FieldSeal::call<&FieldSeal::mark>);
    return code == SQLITE_OK ? add("plate_in", 1, plateIn) : code;
}

void FieldSeal::use(vault::DataKey key)
{
    m_cipher = std::make_unique<vault::FieldCipher>(*key);
    m_key = std::move(key);
}

void FieldSeal::seal(sqlite3_context *context, sqlite3_value *value, std::string_view domain)
{
    const int type = sqlite3_value_type(value);
    m_plain.clear();
    if (type == SQLITE_INTEGER) {
        m_plain += kInteger;
        appendInteger(m_plain, sqlite3_value_int64(value));
    } else {
        const bool isText = type == SQLITE_TEXT;
        const std::string_view bytes = bytesOf(value);
        if (m_packer.pack(bytes, m_packed))
            (m_plain += isText ? kPackedText : kPackedBlob) += m_packed;
        else
            (m_plain += isText ? kText : kBlob) += bytes;
    }
    if (m_cipher->seal(domain, m_plain, m_sealed))
        giveBlob(context, m_sealed);
    else
        sqlite3_result_error(context, "a field could not be sealed", -1);
}

/// What was sealed, with its kind before it, in m_plain or unpacked in m_packed; or why not.
const char *FieldSeal::openPlain(sqlite3_value *value, std::string_view domain)
{
    if (sqlite3_value_type(value) != SQLITE_BLOB)
        return "a field is not sealed";
    if (!m_cipher->open(domain, bytesOf(value), m_plain) || m_plain.empty())
        return "a sealed field does not open";
    const bool isPacked = m_plain.front() == kPackedText || m_plain.front() == kPackedBlob;
    if (isPacked && !m_packer.unpack(std::string_view(m_plain).substr(1), m_packed))
        return "a sealed field does not unpack";
    return nullptr;
}

void FieldSeal::give(sqlite3_context *context)
{
    const char kind = m_plain.front();
    const bool isPacked = kind == kPackedText || kind == kPackedBlob;
    const std::string_view rest = isPacked ? std::string_view(m_packed) : std::string_view(m_plain).substr(1);
    if (kind == kInteger)
        sqlite3_result_int64(context, integerIn(rest));
    else if (kind == kText || kind == kPackedText)
        giveText(context, rest);
    else
        giveBlob(context, rest);
}

void FieldSeal::open(sqlite3_context *context, sqlite3_value *value, std::string_view domain)
{
    if (const char *why = openPlain(value, domain))
        refuse(context, why);
    else
        give(context);
}

void FieldSeal::openIfWhole(sqlite3_context *context, sqlite3_value *value, std::string_view domain)
{
    if (openPlain(value, domain) != nullptr)
        giveText(context, "");
    else
        give(context);
}

void FieldSeal::mark(sqlite3_context *context, sqlite3_value *value, std::string_view domain)
{
    giveBlob(context, m_cipher->mark(domain, bytesOf(value)));
}

} // namespace tongban::storage
