// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/check_character.h"
#include "core/base/text.h"
#include "core/base/vehicle_identifier.h"

namespace tongban {

namespace {

constexpr std::string_view kElectricLetters = "DABCE";
constexpr std::string_view kOtherEnergyLetters = "FGHJK";

/// Bytes of the province, which is one Chinese character.
constexpr std::size_t kProvinceSize = 3;

struct Suffix {
    std::string_view character;
    PlateKind kind;
};

constexpr Suffix kSuffixes[] = {{.character = "挂", .kind = PlateKind::Trailer},
                                {.character = "学", .kind = PlateKind::Learner},
                                {.character = "警", .kind = PlateKind::Police},
                                {.character = "港", .kind = PlateKind::HongKong},
                                {.character = "澳", .kind = PlateKind::Macao}};

bool isPlateCharacter(char c)
{
    return isAlphanumeric(c) && c != 'I' && c != 'O';
}

std::optional<IdentifierProblem> characterProblem(std::string_view text)
{
    for (const char c : text) {
        if (c == 'I' || c == 'O')
            return IdentifierProblem::LetterNotUsed;
        if (!isAlphanumeric(c))
            return IdentifierProblem::BadCharacter;
    }
    return std::nullopt;
}

bool isEnergyLetter(char c)
{
    return kElectricLetters.find(c) != std::string_view::npos
        || kOtherEnergyLetters.find(c) != std::string_view::npos;
}

/// A reading of a plate: its kind, or why it has none.
using Reading = tl::expected<PlateKind, IdentifierProblem>;

/// Six characters behind the office letter.
Reading readNewEnergy(std::string_view number)
{
    if (isEnergyLetter(number[0]) && isPlateCharacter(number[1]) && allDigits(number.substr(2)))
        return PlateKind::NewEnergySmall;
    if (isEnergyLetter(number[5]) && allDigits(number.substr(0, 5)))
        return PlateKind::NewEnergyLarge;
    if (const auto problem = characterProblem(number))
        return tl::unexpected(*problem);
    const bool letterInPlace = isEnergyLetter(number[0]) || isEnergyLetter(number[5]);
    return tl::unexpected(letterInPlace ? IdentifierProblem::BadCharacter
                                        : IdentifierProblem::NotAnEnergyLetter);
}

Reading read(std::string_view text)
{
    if (text.empty())
        return tl::unexpected(IdentifierProblem::Empty);
    if (!isProvinceName(text.substr(0, kProvinceSize)))
        return tl::unexpected(IdentifierProblem::UnknownProvince);
    const std::string_view rest = text.substr(kProvinceSize);
    const std::size_t length = codePointCount(rest);
    if (length != 6 && length != 7)
        return tl::unexpected(IdentifierProblem::WrongLength);
    if (rest.front() == 'I' || rest.front() == 'O')
        return tl::unexpected(IdentifierProblem::LetterNotUsed);
    if (!isUpper(rest.front()))
        return tl::unexpected(IdentifierProblem::BadCharacter);
    const std::string_view number = rest.substr(1);
    if (length == 7)
        return number.size() == 6 ? readNewEnergy(number) : tl::unexpected(IdentifierProblem::BadCharacter);

    std::string_view plain = number;
    PlateKind kind = PlateKind::Ordinary;
    for (const Suffix &suffix : kSuffixes) {
        if (number.ends_with(suffix.character)) {
            plain.remove_suffix(suffix.character.size());
            kind = suffix.kind;
        }
    }
    if (const auto problem = characterProblem(plain))
        return tl::unexpected(*problem);
    return kind;
}

} // namespace

std::string_view name(PlateKind kind)
{
    switch (kind) {
    case PlateKind::Ordinary: return "ordinary";
    case PlateKind::NewEnergySmall: return "new_energy_small";
    case PlateKind::NewEnergyLarge: return "new_energy_large";
    case PlateKind::Trailer: return "trailer";
    case PlateKind::Learner: return "learner";
    case PlateKind::Police: return "police";
    case PlateKind::HongKong: return "hong_kong";
    case PlateKind::Macao: return "macao";
    }
    return "ordinary";
}

std::optional<IdentifierProblem> PlateNumber::check(std::string_view normalized)
{
    const Reading reading = read(normalized);
    return reading ? std::nullopt : std::optional(reading.error());
}

Result<PlateNumber> PlateNumber::parse(std::string_view text)
{
    std::string normalized = normalizedIdentifier(text);
    const Reading reading = read(normalized);
    if (!reading)
        return refuseIdentifier(kKind, reading.error());
    return PlateNumber(std::move(normalized), *reading);
}

PlateEnergy PlateNumber::energy() const
{
    char letter = '\0';
    if (m_kind == PlateKind::NewEnergySmall)
        letter = m_text[kProvinceSize + 1];
    else if (m_kind == PlateKind::NewEnergyLarge)
        letter = m_text.back();
    else
        return PlateEnergy::Unknown;
    return kElectricLetters.find(letter) != std::string_view::npos ? PlateEnergy::PureElectric
                                                                   : PlateEnergy::OtherNewEnergy;
}

bool PlateNumber::isCrossBorder() const
{
    return m_text.starts_with("粤Z") && (m_kind == PlateKind::HongKong || m_kind == PlateKind::Macao);
}

} // namespace tongban
