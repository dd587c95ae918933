// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/register_row.h"

#include "core/base/canonical_json.h"
#include "core/base/date.h"
#include "core/base/text.h"

#include <algorithm>
#include <numeric>

namespace tongban::storage {
namespace {

constexpr std::size_t kLongestValue = 2000;
constexpr std::size_t kLongestKey = 64;
constexpr std::size_t kMostItems = 200;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isPlain(char c)
{
    return isDigit(c) || (c >= 'A' && c <= 'Z');
}

// -0, 007 and 1e3 are not how a register writes a number, and would give one fact two spellings.
bool isCanonicalNumber(std::string_view text)
{
    constexpr std::size_t kMostDigits = 34; // decimal128
    if (!text.empty() && text.front() == '-')
        text.remove_prefix(1);
    if (text.empty() || text.size() > kMostDigits + 1 || !isDigit(text.front()))
        return false;
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    if (whole.size() > 1 && whole.front() == '0')
        return false;
    const auto areDigits = [](std::string_view digits) {
        return std::all_of(digits.begin(), digits.end(), isDigit);
    };
    if (!areDigits(whole))
        return false;
    if (point == std::string_view::npos)
        return true;
    const std::string_view fraction = text.substr(point + 1);
    return !fraction.empty() && areDigits(fraction);
}

bool isSound(std::string_view value)
{
    return value.size() <= kLongestValue && !findInvalidUtf8(value) && !hasControlCharacters(value)
        && value.find('\t') == std::string_view::npos;
}

std::string jsonText(std::string_view value)
{
    std::string json;
    CanonicalWriter(json).string(value);
    return json;
}

} // namespace

RegisterRowWriter::RegisterRowWriter(const RegisterRecord &record)
    : m_record(&record), m_order(record.fields.size()), m_values(record.fields.size()),
      m_isSet(record.fields.size())
{
    std::iota(m_order.begin(), m_order.end(), std::size_t{0});
    std::sort(m_order.begin(), m_order.end(), [&record](std::size_t a, std::size_t b) {
        return record.fields[a].name < record.fields[b].name;
    });
}

std::optional<std::size_t> RegisterRowWriter::fieldIndex(std::string_view name) const
{
    const RegisterField *field = m_record->field(name);
    if (field == nullptr)
        return std::nullopt;
    return static_cast<std::size_t>(field - m_record->fields.data());
}

std::optional<RegisterFault> RegisterRowWriter::checkKey(std::string_view keyKind, std::string &key)
{
    const std::string_view inner = trimmed(key);
    if (inner.size() != key.size())
        key = std::string(inner);
    for (char &c : key) {
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    }
    if (key.empty())
        return RegisterFault::MissingKey;
    if (key.size() > kLongestKey || !isSound(key))
        return RegisterFault::WrongKey;
    const bool isPersonOrFirm =
        keyKind == "resident_id" || keyKind == "uscc" || keyKind == "resident_id_or_uscc";
    if (!isPersonOrFirm && keyKind != "vin")
        return std::nullopt;
    const std::size_t length = isPersonOrFirm ? 18 : 17;
    if (key.size() != length || !std::all_of(key.begin(), key.end(), isPlain))
        return RegisterFault::WrongKey;
    // GB 11643: seventeen digits and a check character that may be X.
    if (keyKind == "resident_id"
        && !(std::all_of(key.begin(), key.end() - 1, isDigit) && (isDigit(key.back()) || key.back() == 'X')))
        return RegisterFault::WrongKey;
    return std::nullopt;
}

void RegisterRowWriter::begin()
{
    std::fill(m_isSet.begin(), m_isSet.end(), false);
}

bool RegisterRowWriter::setNull(std::size_t field, const Report &report)
{
    if (!m_record->fields[field].nullable) {
        report(m_record->fields[field].name, RegisterFault::MissingValue, "a value is missing");
        return false;
    }
    m_values[field] = "null";
    m_isSet[field] = true;
    return true;
}

bool RegisterRowWriter::setBoolean(std::size_t field, bool value, const Report &report)
{
    if (m_record->fields[field].type != RegisterFieldType::Boolean) {
        report(m_record->fields[field].name, RegisterFault::WrongType,
               "true or false is not of the field's type");
        return false;
    }
    m_values[field] = value ? "true" : "false";
    m_isSet[field] = true;
    return true;
}

bool RegisterRowWriter::setNumberText(std::size_t field, std::string_view value, const Report &report)
{
    if (!isCanonicalNumber(value)) {
        report(m_record->fields[field].name, RegisterFault::WrongType,
               "not a number in plain decimal digits");
        return false;
    }
    m_values[field] = value;
    m_isSet[field] = true;
    return true;
}

bool RegisterRowWriter::setNumber(std::size_t field, std::string_view number, const Report &report)
{
    if (m_record->fields[field].type != RegisterFieldType::Number) {
        report(m_record->fields[field].name, RegisterFault::WrongType, "a number is not of the field's type");
        return false;
    }
    return setNumberText(field, number, report);
}

bool RegisterRowWriter::setString(std::size_t field, std::string_view value, const Report &report)
{
    const RegisterField &known = m_record->fields[field];
    if (!known.values.empty()
        && std::find(known.values.begin(), known.values.end(), value) == known.values.end()) {
        report(known.name, RegisterFault::ValueNotAllowed, "not one of the values of this field");
        return false;
    }
    m_values[field].clear();
    CanonicalWriter(m_values[field]).string(value);
    m_isSet[field] = true;
    return true;
}

bool RegisterRowWriter::setList(std::size_t field, const std::vector<std::string> &items, bool areNumbers,
                                const Report &report)
{
    const RegisterField &known = m_record->fields[field];
    const bool wantsNumbers = known.type == RegisterFieldType::NumberList;
    const bool isList = wantsNumbers || known.type == RegisterFieldType::StringList;
    if (!isList || items.size() > kMostItems || (!items.empty() && areNumbers != wantsNumbers)
        || (wantsNumbers && !std::all_of(items.begin(), items.end(), isCanonicalNumber))
        || !std::all_of(items.begin(), items.end(), isSound)) {
        report(known.name, RegisterFault::WrongType, "not a list of the field's type");
        return false;
    }
    std::string &json = m_values[field];
    json = "[";
    for (const std::string &item : items) {
        if (json.size() > 1)
            json += ',';
        json += wantsNumbers ? item : jsonText(item);
    }
    json += ']';
    m_isSet[field] = true;
    return true;
}

bool RegisterRowWriter::setText(std::size_t field, std::string_view value, const Report &report)
{
    const RegisterField &known = m_record->fields[field];
    if (value.empty())
        return setNull(field, report);
    if (!isSound(value)) {
        report(known.name, RegisterFault::BadText, "not UTF-8, too long, or with control characters");
        return false;
    }
    switch (known.type) {
    case RegisterFieldType::String: return setString(field, value, report);
    case RegisterFieldType::Boolean:
        if (value == "true" || value == "false")
            return setBoolean(field, value == "true", report);
        report(known.name, RegisterFault::WrongType, "neither true nor false");
        return false;
    case RegisterFieldType::Number: return setNumberText(field, value, report);
    case RegisterFieldType::Date:
        if (parseIsoDate(value))
            return setString(field, value, report);
        report(known.name, RegisterFault::WrongType, "not a day of the calendar written as YYYY-MM-DD");
        return false;
    case RegisterFieldType::NumberList:
    case RegisterFieldType::StringList: {
        std::vector<std::string> items;
        for (std::size_t begin = 0; begin <= value.size();) {
            const std::size_t end = std::min(value.find(';', begin), value.size());
            items.emplace_back(value.substr(begin, end - begin));
            begin = end + 1;
        }
        return setList(field, items, known.type == RegisterFieldType::NumberList, report);
    }
    }
    return false;
}

bool RegisterRowWriter::finish(const Report &report)
{
    bool isWhole = true;
    for (std::size_t field = 0; field < m_isSet.size(); ++field) {
        if (m_isSet[field])
            continue;
        // A field left out is not known; only an explicit null says that the record leaves it open.
        report(m_record->fields[field].name, RegisterFault::MissingValue, "the field is left out");
        isWhole = false;
    }
    if (!isWhole)
        return false;
    m_body = "{";
    for (const std::size_t field : m_order) {
        if (m_body.size() > 1)
            m_body += ',';
        ((m_body += '"') += m_record->fields[field].name) += "\":";
        m_body += m_values[field];
    }
    m_body += '}';
    return true;
}

} // namespace tongban::storage
