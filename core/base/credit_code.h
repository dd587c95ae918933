// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/identifier.h"

#include <compare>

namespace tongban {

/// The code of an organisation before 2015 (GB 11714-1997): eight digits or letters and a check character,
/// "69395137-7". It lives on inside every credit code.
class OrganisationCode
{
public:
    static constexpr std::string_view kKind = "organisation code";

    static std::optional<IdentifierProblem> check(std::string_view normalized);
    static Result<OrganisationCode> parse(std::string_view text);

    /// Completes eight characters.
    static Result<OrganisationCode> withCheckCharacter(std::string_view firstEight);

    /// Nine characters, without the hyphen.
    const std::string &text() const { return m_text; }

    /// With the hyphen, as it is printed.
    std::string printed() const { return m_text.substr(0, 8) + "-" + m_text.substr(8); }

    auto operator<=>(const OrganisationCode &) const = default;

private:
    explicit OrganisationCode(std::string text) : m_text(std::move(text)) { }

    std::string m_text;
};

/// The unified social credit code of an organisation (GB 32100-2015): registrar, type, six digits of its
/// division, nine characters of its organisation code, check character. Public data.
class CreditCode
{
public:
    static constexpr std::string_view kKind = "credit code";

    static std::optional<IdentifierProblem> check(std::string_view normalized);
    static Result<CreditCode> parse(std::string_view text);

    /// Completes seventeen characters.
    static Result<CreditCode> withCheckCharacter(std::string_view firstSeventeen);

    const std::string &text() const { return m_text; }

    /// "91" an enterprise, "92" a self-employed household, "11" an authority, ... (the standard's table and
    /// what was assigned later: 2 foreign affairs, 3 justice, 4 culture, 6 tourism, 7 religion, 8 trade
    /// unions, A armed forces, N agriculture).
    std::string_view registrarAndType() const { return std::string_view(m_text).substr(0, 2); }

    /// Six digits (GB/T 2260) of the place of registration.
    std::string_view division() const { return std::string_view(m_text).substr(2, 6); }

    /// The nine characters that should be an organisation code.
    std::string_view organisation() const { return std::string_view(m_text).substr(8, 9); }

    /// Some codes were not made from an organisation code: a failure here is worth a remark, not a refusal.
    bool organisationCodeHolds() const { return !OrganisationCode::check(organisation()); }

    auto operator<=>(const CreditCode &) const = default;

private:
    explicit CreditCode(std::string text) : m_text(std::move(text)) { }

    std::string m_text;
};

/// The code under which an authority offers an item on the government service portals: the authority's credit
/// code and thirteen digits; two more name an item below it.
class GovernmentItemCode
{
public:
    static constexpr std::string_view kKind = "government item code";

    static std::optional<IdentifierProblem> check(std::string_view normalized);
    static Result<GovernmentItemCode> parse(std::string_view text);

    const std::string &text() const { return m_text; }
    std::string_view authority() const { return std::string_view(m_text).substr(0, 18); }
    std::string_view item() const { return std::string_view(m_text).substr(18, 13); }

    /// Two digits; empty for an item that is not below another.
    std::string_view subItem() const { return std::string_view(m_text).substr(31); }

    auto operator<=>(const GovernmentItemCode &) const = default;

private:
    explicit GovernmentItemCode(std::string text) : m_text(std::move(text)) { }

    std::string m_text;
};

} // namespace tongban
