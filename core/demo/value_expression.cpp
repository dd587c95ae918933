// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/demo/value_expression.h"

#include "core/demo/name_book.h"

#include <algorithm>
#include <charconv>

namespace tongban::demo {

namespace {

using namespace std::chrono;

bool parseInteger(std::string_view text, std::int64_t &value)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && !text.empty();
}

/// Adds calendar months; the last day of the month when the day does not exist there.
Date addMonths(Date date, int count)
{
    const year_month_day from(date);
    const year_month month = year_month(from.year(), from.month()) + months(count);
    const year_month_day_last last(month.year(), month_day_last(month.month()));
    return sys_days(year_month_day(month.year(), month.month(), std::min(from.day(), last.day())));
}

/// Splits at the separator outside nothing: the little language has no quoting.
std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (std::size_t start = 0;;) {
        const std::size_t end = text.find(separator, start);
        parts.push_back(text.substr(start, end - start));
        if (end == std::string_view::npos)
            return parts;
        start = end + 1;
    }
}

} // namespace

VariableNames::VariableNames() : m_names{"applicant_id", "key"} { }

int VariableNames::indexOf(std::string_view name)
{
    const auto found = std::find(m_names.begin(), m_names.end(), name);
    if (found == m_names.end()) {
        m_names.emplace_back(name);
        return static_cast<int>(m_names.size()) - 1;
    }
    return static_cast<int>(found - m_names.begin());
}

bool ValueExpression::parseDay(std::string_view text, DayOffset &offset)
{
    static constexpr std::pair<std::string_view, Base> kBases[] = {
        {"today", Base::Today}, {"received", Base::Received}, {"birth", Base::Birth}};
    const auto *const base = std::find_if(std::begin(kBases), std::end(kBases),
                                          [&](const auto &entry) { return text.starts_with(entry.first); });
    if (base == std::end(kBases))
        return false;
    offset.base = base->second;
    text.remove_prefix(base->first.size());
    while (!text.empty()) {
        if (text.front() != '+' && text.front() != '-')
            return false;
        const int sign = text.front() == '+' ? 1 : -1;
        text.remove_prefix(1);
        int count = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
        if (error != std::errc())
            return false;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        const char unit =
            !text.empty() && std::string_view("dmy").find(text.front()) != std::string_view::npos
            ? text.front()
            : ' ';
        (unit == 'y' ? offset.years : unit == 'm' ? offset.months : offset.days) += sign * count;
        if (unit != ' ')
            text.remove_prefix(1);
    }
    return true;
}

Result<ValueExpression::Alternative> ValueExpression::parseAlternative(std::string_view text,
                                                                       VariableNames &variables)
{
    Alternative result;
    if (const std::size_t star = text.rfind('*'); star != std::string_view::npos) {
        std::int64_t weight = 0;
        if (!parseInteger(text.substr(star + 1), weight) || weight <= 0)
            return fail(ErrorCode::InvalidInput, "a weight must be a whole number above 0");
        result.weight = static_cast<std::uint64_t>(weight);
        text = text.substr(0, star);
    }
    if (text.empty())
        return result;
    if (text.front() == '{' && text.back() == '}') {
        std::string_view name = text.substr(1, text.size() - 2);
        result.kind = Kind::Variable;
        if (name.ends_with(".name")) {
            result.kind = Kind::Name;
            name.remove_suffix(5);
        }
        result.variable = variables.indexOf(name);
        return result;
    }
    const std::size_t dots = text.find("..");
    const std::string_view low = text.substr(0, dots);
    const std::string_view high = dots == std::string_view::npos ? low : text.substr(dots + 2);
    if (parseInteger(low, result.low) && parseInteger(high, result.high)) {
        result.kind = Kind::Number;
        if (result.high < result.low)
            return fail(ErrorCode::InvalidInput, "a range must not end before it starts");
        return result;
    }
    if (parseDay(low, result.from) && parseDay(high, result.to)) {
        result.kind = Kind::Day;
        return result;
    }
    if (dots != std::string_view::npos)
        return fail(ErrorCode::InvalidInput, "a range needs two whole numbers or two days");
    result.kind = Kind::Text;
    result.text = text;
    return result;
}

Result<ValueExpression> ValueExpression::parse(std::string_view text, VariableNames &variables)
{
    ValueExpression expression;
    for (const std::string_view part : split(text, '|')) {
        expression.m_alternatives.push_back(TRY(parseAlternative(part, variables)));
        expression.m_totalWeight += expression.m_alternatives.back().weight;
    }
    return expression;
}

const ValueExpression::Alternative &ValueExpression::choose(SeededRandom &random) const
{
    if (m_alternatives.size() == 1)
        return m_alternatives.front();
    std::uint64_t throwAt = random.below(m_totalWeight);
    for (const Alternative &alternative : m_alternatives) {
        if (throwAt < alternative.weight)
            return alternative;
        throwAt -= alternative.weight;
    }
    return m_alternatives.back();
}

std::vector<int> ValueExpression::variables() const
{
    std::vector<int> result;
    for (const Alternative &alternative : m_alternatives) {
        if (alternative.kind == Kind::Variable || alternative.kind == Kind::Name)
            result.push_back(alternative.variable);
    }
    return result;
}

Date ValueExpression::resolve(const DayOffset &offset, const CaseScope &scope)
{
    Date date = scope.today;
    switch (offset.base) {
    case Base::Today: break;
    case Base::Received: date = scope.received; break;
    case Base::Birth: date = scope.birth; break;
    }
    if (const int count = offset.years * 12 + offset.months; count != 0)
        date = addMonths(date, count);
    return date + days(offset.days);
}

ValueExpression::Kind ValueExpression::append(std::string &out, const CaseScope &scope, const NameBook &names,
                                              SeededRandom &random) const
{
    const Alternative &chosen = choose(random);
    switch (chosen.kind) {
    case Kind::Null: break;
    case Kind::Text: out += chosen.text; break;
    case Kind::Number: {
        const auto width = static_cast<std::uint64_t>(chosen.high - chosen.low) + 1;
        const auto value = chosen.low + static_cast<std::int64_t>(random.below(width));
        char digits[24];
        out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
        break;
    }
    case Kind::Day: {
        const Date from = resolve(chosen.from, scope);
        const Date to = resolve(chosen.to, scope);
        const auto width = static_cast<std::uint64_t>(std::max<std::int64_t>(0, (to - from).count())) + 1;
        out += isoDate(from + days(random.below(width)));
        break;
    }
    case Kind::Variable: out += scope.values[static_cast<std::size_t>(chosen.variable)]; break;
    case Kind::Name: names.append(out, scope.values[static_cast<std::size_t>(chosen.variable)]); break;
    }
    return chosen.kind;
}

std::int64_t ValueExpression::number(SeededRandom &random) const
{
    const Alternative &chosen = choose(random);
    if (chosen.kind != Kind::Number)
        return 0;
    return chosen.low
        + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(chosen.high - chosen.low) + 1));
}

} // namespace tongban::demo
