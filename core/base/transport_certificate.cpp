// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/check_character.h"
#include "core/base/text.h"
#include "core/base/vehicle_identifier.h"

namespace tongban {

namespace {

constexpr std::string_view kPhrase = "交运管许可";
constexpr std::string_view kMark = "字";
constexpr std::string_view kEnd = "号";
constexpr std::size_t kDigits = 12;

/// One to three Chinese characters (U+4E00 to U+9FA5), the short name of a city or district.
bool isShortName(std::string_view text)
{
    const std::size_t length = codePointCount(text);
    if (length < 1 || length > 3)
        return false;
    while (!text.empty()) {
        const char32_t c = takeCodePoint(text);
        if (c < 0x4E00 || c > 0x9FA5)
            return false;
    }
    return true;
}

std::string_view withoutEnd(std::string_view text)
{
    if (text.ends_with(kEnd))
        text.remove_suffix(kEnd.size());
    return text;
}

} // namespace

std::optional<IdentifierProblem> TransportCertificateNumber::check(std::string_view normalized)
{
    if (normalized.empty())
        return IdentifierProblem::Empty;
    if (!isProvinceName(normalized.substr(0, 3)))
        return IdentifierProblem::UnknownProvince;
    std::string_view rest = withoutEnd(normalized.substr(3));
    const std::size_t mark = rest.find(kMark);
    if (!rest.starts_with(kPhrase) || mark == std::string_view::npos
        || !isShortName(rest.substr(kPhrase.size(), mark - kPhrase.size())))
        return IdentifierProblem::WrongPhrase;
    rest.remove_prefix(mark + kMark.size());
    if (!allDigits(rest))
        return IdentifierProblem::BadCharacter;
    return rest.size() == kDigits ? std::nullopt : std::optional(IdentifierProblem::WrongLength);
}

Result<TransportCertificateNumber> TransportCertificateNumber::parse(std::string_view text)
{
    std::string normalized = normalizedIdentifier(text);
    if (const auto problem = check(normalized))
        return refuseIdentifier(kKind, *problem);
    return TransportCertificateNumber(std::move(normalized));
}

std::string_view TransportCertificateNumber::digits() const
{
    const std::string_view text = withoutEnd(m_text);
    return text.substr(text.size() - kDigits);
}

} // namespace tongban
