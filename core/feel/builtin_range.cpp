// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/builtin.h"
#include "core/feel/lexer.h"
#include "core/feel/temporal_literal.h"

#include <algorithm>
#include <array>

namespace tongban::feel {

namespace {

/// One end of an interval; without a value it is infinite.
struct End {
    const Value *value = nullptr;
    int infinity = 0;
    bool isIncluded = true;
};

/// A range, or a point as the range that contains it alone: with that every row of DMN 1.5, table 78, about
/// points follows from the row about ranges.
struct Interval {
    End start;
    End end;
    bool isPoint = false;
};

/// What a row of the table needs to know about two intervals.
class Pair
{
public:
    Pair(const Interval &first, const Interval &second) : a(first), b(second) { }

    bool isLess(const End &x, const End &y) { return order(x, y) == Order::Less; }
    bool isEqual(const End &x, const End &y) { return order(x, y) == Order::Equal; }
    bool isComparable() const { return m_isComparable; }

    Interval a;
    Interval b;

private:
    Order order(const End &x, const End &y)
    {
        if (x.infinity != 0 || y.infinity != 0)
            return x.infinity < y.infinity ? Order::Less
                : x.infinity > y.infinity  ? Order::Greater
                                           : Order::Equal;
        const Order order = compare(*x.value, *y.value);
        m_isComparable = m_isComparable && order != Order::Unordered;
        return order;
    }

    bool m_isComparable = true;
};

bool before(Pair &p)
{
    return p.isLess(p.a.end, p.b.start)
        || (p.isEqual(p.a.end, p.b.start) && (!p.a.end.isIncluded || !p.b.start.isIncluded));
}

bool meets(Pair &p)
{
    return p.isEqual(p.a.end, p.b.start) && p.a.end.isIncluded && p.b.start.isIncluded;
}

bool overlaps(Pair &p)
{
    const bool reaches = p.isLess(p.b.start, p.a.end)
        || (p.isEqual(p.a.end, p.b.start) && p.a.end.isIncluded && p.b.start.isIncluded);
    const bool begins = p.isLess(p.a.start, p.b.end)
        || (p.isEqual(p.a.start, p.b.end) && p.a.start.isIncluded && p.b.end.isIncluded);
    return reaches && begins;
}

bool overlapsBefore(Pair &p)
{
    const bool begins = p.isLess(p.a.start, p.b.start)
        || (p.isEqual(p.a.start, p.b.start) && p.a.start.isIncluded && !p.b.start.isIncluded);
    const bool reaches = p.isLess(p.b.start, p.a.end)
        || (p.isEqual(p.a.end, p.b.start) && p.a.end.isIncluded && p.b.start.isIncluded);
    const bool ends = p.isLess(p.a.end, p.b.end)
        || (p.isEqual(p.a.end, p.b.end) && (!p.a.end.isIncluded || p.b.end.isIncluded));
    return begins && reaches && ends;
}

bool finishes(Pair &p)
{
    return p.isEqual(p.a.end, p.b.end) && p.a.end.isIncluded == p.b.end.isIncluded
        && (p.isLess(p.b.start, p.a.start)
            || (p.isEqual(p.a.start, p.b.start) && (!p.a.start.isIncluded || p.b.start.isIncluded)));
}

bool includes(Pair &p)
{
    const bool begins = p.isLess(p.a.start, p.b.start)
        || (p.isEqual(p.a.start, p.b.start) && (p.a.start.isIncluded || !p.b.start.isIncluded));
    const bool ends = p.isLess(p.b.end, p.a.end)
        || (p.isEqual(p.a.end, p.b.end) && (p.a.end.isIncluded || !p.b.end.isIncluded));
    return begins && ends;
}

bool starts(Pair &p)
{
    return p.isEqual(p.a.start, p.b.start) && p.a.start.isIncluded == p.b.start.isIncluded
        && (p.isLess(p.a.end, p.b.end)
            || (p.isEqual(p.a.end, p.b.end) && (!p.a.end.isIncluded || p.b.end.isIncluded)));
}

bool coincides(Pair &p)
{
    return p.isEqual(p.a.start, p.b.start) && p.isEqual(p.a.end, p.b.end)
        && p.a.start.isIncluded == p.b.start.isIncluded && p.a.end.isIncluded == p.b.end.isIncluded;
}

/// The row with its arguments exchanged: "after" is "before" the other way round.
template <bool (*Relation)(Pair &)>
bool exchanged(Pair &p)
{
    std::swap(p.a, p.b);
    return Relation(p);
}

std::optional<Interval> interval(const Value &value)
{
    if (value.kind() != Kind::Range)
        return Interval{{&value, 0, true}, {&value, 0, true}, true};
    const Range &range = value.range();
    // What is not equal to something is no interval.
    if (range.form == Range::Form::Unequal)
        return std::nullopt;
    return Interval{{&range.low, range.low.isNull() ? -1 : 0, range.lowIncluded},
                    {&range.high, range.high.isNull() ? 1 : 0, range.highIncluded},
                    false};
}

/// Which combinations of points and ranges a function takes.
enum Takes : unsigned {
    PointPoint = 1,
    PointRange = 2,
    RangePoint = 4,
    RangeRange = 8,
};

template <bool (*Relation)(Pair &), unsigned Taken>
Value relation(const Call &call)
{
    const Value &first = call.single(0);
    const Value &second = call.single(1);
    for (const Value *value : {&first, &second}) {
        if (value->kind() != Kind::Range && compare(*value, *value) == Order::Unordered)
            return call.wrongKind(value == &first ? 0 : 1, "range or point");
    }
    const auto a = interval(first);
    const auto b = interval(second);
    const unsigned given = first.kind() == Kind::Range
        ? (second.kind() == Kind::Range ? RangeRange : RangePoint)
        : (second.kind() == Kind::Range ? PointRange : PointPoint);
    if (!a || !b || (given & Taken) == 0)
        return call.outOfDomain("the function takes other points and ranges");
    Pair pair(*a, *b);
    const bool result = Relation(pair);
    return pair.isComparable() ? Value(result)
                               : call.null(Cause::NotComparable, "the ends are not comparable");
}

/// Reads `"[1..3]"`: a range whose ends are literals (DMN 1.5, table 71).
class RangeText
{
public:
    explicit RangeText(std::vector<Token> tokens) : m_tokens(std::move(tokens)) { }

    std::optional<Range> read()
    {
        Range range;
        if (take(TokenKind::LeftBracket))
            range.lowIncluded = true;
        else if (!take(TokenKind::LeftParenthesis) && !take(TokenKind::RightBracket))
            return std::nullopt;
        range.low = literal();
        if (range.low.isNull() || !take(TokenKind::DotDot))
            return std::nullopt;
        range.high = literal();
        if (take(TokenKind::RightBracket))
            range.highIncluded = true;
        else if (!take(TokenKind::RightParenthesis) && !take(TokenKind::LeftBracket))
            return std::nullopt;
        if (token().kind != TokenKind::End)
            return std::nullopt;
        return range;
    }

private:
    const Token &token() const { return m_tokens[std::min(m_next, m_tokens.size() - 1)]; }
    bool take(TokenKind kind)
    {
        if (token().kind != kind)
            return false;
        ++m_next;
        return true;
    }

    Value literal()
    {
        if (token().kind == TokenKind::String)
            return Value(m_tokens[m_next++].string);
        if (take(TokenKind::At))
            return token().kind == TokenKind::String ? temporalLiteral(m_tokens[m_next++].string) : Value();
        if (token().kind == TokenKind::Word)
            return conversion();
        const bool isNegative = take(TokenKind::Minus);
        if (token().kind != TokenKind::Number)
            return Value();
        const auto number = Decimal::parse(m_tokens[m_next++].text);
        return number ? Value(isNegative ? -*number : *number) : Value();
    }

    /// `date("...")` and its like: the text must be of the kind that the name says.
    Value conversion()
    {
        std::string name;
        while (token().kind == TokenKind::Word) {
            name += (name.empty() ? "" : " ") + std::string(token().text);
            ++m_next;
        }
        if (!take(TokenKind::LeftParenthesis) || token().kind != TokenKind::String)
            return Value();
        Value value = temporalLiteral(m_tokens[m_next++].string);
        if (!take(TokenKind::RightParenthesis))
            return Value();
        const bool isDuration = value.kind() == Kind::DaysDuration || value.kind() == Kind::MonthsDuration;
        const bool isNamed = name == "duration"                           ? isDuration
            : name == "date" || name == "time" || name == "date and time" ? feel::name(value.kind()) == name
                                                                          : false;
        return isNamed ? value : Value();
    }

    std::vector<Token> m_tokens;
    std::size_t m_next = 0;
};

Value range(const Call &call)
{
    const auto text = call.string(0);
    if (!text || !call.spend(text->size() / 16))
        return Value();
    auto tokens = tokenize(*text, call.span().source);
    auto read = tokens ? RangeText(std::move(*tokens)).read() : std::nullopt;
    if (!read)
        return call.outOfDomain("this is no range of literals");
    if (read->low.kind() != read->high.kind())
        return call.outOfDomain("the ends of the range are of different kinds");
    const Order order = compare(read->low, read->high);
    if (order != Order::Less && order != Order::Equal)
        return call.outOfDomain("the range begins after its end");
    return Value(std::move(*read));
}

constexpr unsigned kPointOrRange = PointRange | RangeRange;
constexpr unsigned kRangeOrPoint = RangePoint | RangeRange;
constexpr unsigned kAnything = PointPoint | PointRange | RangePoint | RangeRange;
constexpr auto kBoolean = Type::Form::Boolean;

constexpr auto runBefore = relation<before, kAnything>;
constexpr auto runAfter = relation<exchanged<before>, kAnything>;
constexpr auto runFinishes = relation<finishes, kPointOrRange>;
constexpr auto runFinishedBy = relation<exchanged<finishes>, kRangeOrPoint>;
constexpr auto runIncludes = relation<includes, kRangeOrPoint>;
constexpr auto runDuring = relation<exchanged<includes>, kPointOrRange>;
constexpr auto runStarts = relation<starts, kPointOrRange>;
constexpr auto runStartedBy = relation<exchanged<starts>, kRangeOrPoint>;
constexpr auto runCoincides = relation<coincides, PointPoint | RangeRange>;

constexpr std::array<Builtin, 28> kTable{{
    {"before", "point1,point2", 2, false, runBefore, kBoolean},
    {"before", "point,range", 2, false, runBefore, kBoolean},
    {"before", "range,point", 2, false, runBefore, kBoolean},
    {"before", "range1,range2", 2, false, runBefore, kBoolean},
    {"after", "point1,point2", 2, false, runAfter, kBoolean},
    {"after", "point,range", 2, false, runAfter, kBoolean},
    {"after", "range,point", 2, false, runAfter, kBoolean},
    {"after", "range1,range2", 2, false, runAfter, kBoolean},
    {"meets", "range1,range2", 2, false, relation<meets, RangeRange>, kBoolean},
    {"met by", "range1,range2", 2, false, relation<exchanged<meets>, RangeRange>, kBoolean},
    {"overlaps", "range1,range2", 2, false, relation<overlaps, RangeRange>, kBoolean},
    {"overlaps before", "range1,range2", 2, false, relation<overlapsBefore, RangeRange>, kBoolean},
    {"overlaps after", "range1,range2", 2, false, relation<exchanged<overlapsBefore>, RangeRange>, kBoolean},
    {"finishes", "point,range", 2, false, runFinishes, kBoolean},
    {"finishes", "range1,range2", 2, false, runFinishes, kBoolean},
    {"finished by", "range,point", 2, false, runFinishedBy, kBoolean},
    {"finished by", "range1,range2", 2, false, runFinishedBy, kBoolean},
    {"includes", "range,point", 2, false, runIncludes, kBoolean},
    {"includes", "range1,range2", 2, false, runIncludes, kBoolean},
    {"during", "point,range", 2, false, runDuring, kBoolean},
    {"during", "range1,range2", 2, false, runDuring, kBoolean},
    {"starts", "point,range", 2, false, runStarts, kBoolean},
    {"starts", "range1,range2", 2, false, runStarts, kBoolean},
    {"started by", "range,point", 2, false, runStartedBy, kBoolean},
    {"started by", "range1,range2", 2, false, runStartedBy, kBoolean},
    {"coincides", "point1,point2", 2, false, runCoincides, kBoolean},
    {"coincides", "range1,range2", 2, false, runCoincides, kBoolean},
    {"range", "from", 1, false, range, Type::Form::Range},
}};

} // namespace

std::span<const Builtin> rangeBuiltins()
{
    return kTable;
}

} // namespace tongban::feel
