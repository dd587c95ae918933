// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/base/random.h"
#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::demo {

/// The things a case gives names to: "applicant_id", "vin", ... and their number.
class VariableNames
{
public:
    VariableNames();

    /// The number of `name`, given to it when it is new.
    int indexOf(std::string_view name);
    std::size_t size() const { return m_names.size(); }
    const std::string &at(int index) const { return m_names[static_cast<std::size_t>(index)]; }

    /// Two names that are always there: the applicant and "the key of the row being written".
    static constexpr int kApplicant = 0;
    static constexpr int kRowKey = 1;

private:
    std::vector<std::string> m_names;
};

/// What an expression may speak of while a case is being made.
struct CaseScope {
    Date today;
    Date received;
    Date birth; ///< Of the applicant; today when the applicant is an enterprise.
    std::vector<std::string> values; ///< By variable number.
};

/// How the name of a person or an enterprise follows from its number.
class NameBook;

/// How one cell of a made-up record comes about. The text form, in the demo resources:
///
///     (empty)                  no value: null in a form, an unknown value in a register
///     true, normal, 0;3;0      the text itself
///     5..40                    a whole number in the range
///     today+30..received+2y    a date in the range; bases today, received, birth; units d (may be left out),
///     m, y {vin}, {key.name}        the value of a variable, or the name that belongs to it C1*6|C2*3|B2 one
///     of several, by weight
class ValueExpression
{
public:
    enum class Kind { Null, Text, Number, Day, Variable, Name };

    /// InvalidInput says what could not be read.
    static Result<ValueExpression> parse(std::string_view text, VariableNames &variables);

    /// Appends one value to `out` and says what it is; Kind::Null appends nothing.
    Kind append(std::string &out, const CaseScope &scope, const NameBook &names, SeededRandom &random) const;

    /// The value as a whole number; 0 unless the chosen alternative is a number.
    std::int64_t number(SeededRandom &random) const;

    /// The variables it may take its value from.
    std::vector<int> variables() const;

private:
    enum class Base { Today, Received, Birth };
    struct DayOffset {
        Base base = Base::Today;
        int years = 0;
        int months = 0;
        int days = 0;
    };
    struct Alternative {
        Kind kind = Kind::Null;
        std::string text;
        std::int64_t low = 0;
        std::int64_t high = 0;
        DayOffset from;
        DayOffset to;
        int variable = 0;
        std::uint64_t weight = 1;
    };

    static Result<Alternative> parseAlternative(std::string_view text, VariableNames &variables);
    static bool parseDay(std::string_view text, DayOffset &offset);
    static Date resolve(const DayOffset &offset, const CaseScope &scope);
    const Alternative &choose(SeededRandom &random) const;

    std::vector<Alternative> m_alternatives;
    std::uint64_t m_totalWeight = 0;
};

} // namespace tongban::demo
