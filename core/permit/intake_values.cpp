// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/intake_values.h"

#include "core/base/text.h"

#include <algorithm>

namespace tongban::permit {

namespace {

using Type = RawValue::Type;

bool isPlain(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
}

/// Characters of three bytes that cannot be seen: U+200B, U+200E, U+200F, U+2028 to U+202E, U+2060 to U+206F,
/// U+FEFF, and U+FFFD to U+FFFF.
bool isInvisible(unsigned char first, unsigned char second, unsigned char third)
{
    if (first == 0xE2 && second == 0x80)
        return third == 0x8B || third == 0x8E || third == 0x8F || (third >= 0xA8 && third <= 0xAE);
    if (first == 0xE2 && second == 0x81)
        return third >= 0xA0 && third <= 0xAF;
    if (first == 0xEF && second == 0xBB)
        return third == 0xBF;
    return first == 0xEF && second == 0xBF && third >= 0xBD;
}

} // namespace

std::string identifierText(std::string_view text)
{
    return isPlain(text) ? std::string(text) : normalizedIdentifier(text);
}

bool hasInvisible(std::string_view text)
{
    const auto at = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x20 || byte == 0x7F)
            return true;
        if (byte == 0xC2 && at(i + 1) < 0xA0)
            return true;
        if ((byte == 0xE2 || byte == 0xEF)
            && isInvisible(byte, static_cast<unsigned char>(at(i + 1)),
                           static_cast<unsigned char>(at(i + 2))))
            return true;
    }
    return false;
}

std::string_view IntakeValues::text(const RawValue &value, std::string_view field, std::size_t longest)
{
    if (value.isAbsent())
        return {};
    if (value.type != Type::Text) {
        bad(field, IntakeReason::WrongType, "has to be a text");
        return {};
    }
    const std::string_view trimmedText = trimmed(value.text);
    if (hasInvisible(trimmedText)) {
        bad(field, IntakeReason::ControlCharacter, "holds a character that cannot be seen or is damaged");
        return {};
    }
    if (trimmedText.size() > longest && codePointCount(trimmedText) > longest) {
        bad(field, IntakeReason::TooLong, "is longer than " + std::to_string(longest) + " characters");
        return {};
    }
    return trimmedText;
}

std::string IntakeValues::needed(const RawValue &value, std::string_view field, std::size_t longest)
{
    const bool blank = value.isAbsent() || value.type == Type::Null
        || (value.type == Type::Text && trimmed(value.text).empty());
    if (blank) {
        bad(field, IntakeReason::Missing, "is missing or empty");
        return {};
    }
    const std::string_view given = text(value, field, longest);
    if (isDamagedCell(given)) {
        bad(field, IntakeReason::BadFormat, kDamagedCell);
        return {};
    }
    return std::string(given);
}

bool IntakeValues::isDamagedCell(std::string_view given) const
{
    return m_cells && isSpreadsheetNumber(given);
}

std::optional<bool> IntakeValues::flag(const RawValue &value, std::string_view field)
{
    if (value.isAbsent())
        return std::nullopt;
    const bool cell = m_cells && value.type == Type::Text;
    if (value.type == Type::True || (cell && value.text == "true"))
        return true;
    if (value.type == Type::False || (cell && value.text == "false"))
        return false;
    bad(field, IntakeReason::WrongType, "has to be true or false");
    return std::nullopt;
}

bool IntakeValues::needsObject(const RawValue &value, std::string_view field)
{
    if (value.isAbsent())
        bad(field, IntakeReason::Missing, "is missing or empty");
    else if (value.type != Type::Object)
        bad(field, IntakeReason::WrongType, "has to be an object");
    return value.type == Type::Object;
}

void IntakeValues::complainIdentity(std::string_view field, IdentifierProblem problem)
{
    const bool digit = problem == IdentifierProblem::WrongCheckCharacter;
    bad(field, digit ? IntakeReason::BadCheckDigit : IntakeReason::BadFormat,
        "is not such an identifier: " + std::string(name(problem)));
}

} // namespace tongban::permit
