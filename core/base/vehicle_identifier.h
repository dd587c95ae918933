// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/identifier.h"

#include <compare>
#include <cstdint>

namespace tongban {

/// The identification number of a vehicle (GB 16735, ISO 3779): seventeen characters without I, O and Q, the
/// ninth of them a check digit that is required of vehicles sold in China but that imported ones may lack.
class Vin
{
public:
    static constexpr std::string_view kKind = "vehicle identification number";

    /// All of it, with the check digit.
    static std::optional<IdentifierProblem> check(std::string_view normalized);

    /// Refuses what cannot be such a number; a check digit that does not hold is left to `checkDigitHolds()`,
    /// which is worth a remark and a look at the certificate of conformity, not a refusal.
    static Result<Vin> parse(std::string_view text);

    /// Puts the right check digit at the ninth place of seventeen characters.
    static Result<Vin> withCheckCharacter(std::string_view text);

    const std::string &text() const { return m_text; }
    bool checkDigitHolds() const;

    auto operator<=>(const Vin &) const = default;

private:
    explicit Vin(std::string text) : m_text(std::move(text)) { }

    std::string m_text;
};

enum class PlateKind {
    Ordinary,
    NewEnergySmall, ///< 粤BD12345
    NewEnergyLarge, ///< 粤B12345D
    Trailer, ///< 挂
    Learner, ///< 学
    Police, ///< 警
    HongKong, ///< 港: vehicles that cross the border
    Macao, ///< 澳
};

/// "ordinary", "new_energy_small", ...: the stable name.
std::string_view name(PlateKind kind);

enum class PlateEnergy { Unknown, PureElectric, OtherNewEnergy };

/// A number plate (GA 36-2018). Plates of embassies, the armed forces and agricultural machines are not read.
class PlateNumber
{
public:
    static constexpr std::string_view kKind = "plate";

    static std::optional<IdentifierProblem> check(std::string_view normalized);
    static Result<PlateNumber> parse(std::string_view text);

    /// Without the middle dot: "粤B12345".
    const std::string &text() const { return m_text; }
    PlateKind kind() const { return m_kind; }

    /// What the plate's letter says; Unknown for plates that do not tell.
    PlateEnergy energy() const;

    bool isShenzhen() const { return m_text.starts_with("粤B"); }
    bool isCrossBorder() const;

    auto operator<=>(const PlateNumber &) const = default;

private:
    PlateNumber(std::string text, PlateKind kind) : m_text(std::move(text)), m_kind(kind) { }

    std::string m_text;
    PlateKind m_kind;
};

/// The number of a road transport certificate or licence, "粤交运管许可深字440300000001号": province, fixed
/// words, city, twelve digits of which six are a division. Systems in use also carry other lengths: keep the
/// text and make a failure a remark.
class TransportCertificateNumber
{
public:
    static constexpr std::string_view kKind = "road transport certificate";

    static std::optional<IdentifierProblem> check(std::string_view normalized);
    static Result<TransportCertificateNumber> parse(std::string_view text);

    const std::string &text() const { return m_text; }
    std::string_view division() const { return digits().substr(0, 6); }
    std::string_view serial() const { return digits().substr(6); }

    auto operator<=>(const TransportCertificateNumber &) const = default;

private:
    explicit TransportCertificateNumber(std::string text) : m_text(std::move(text)) { }

    std::string_view digits() const;

    std::string m_text;
};

} // namespace tongban
