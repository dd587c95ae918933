// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/temporal.h"
#include "tests/core/feel/feel_text.h"

#include <QTest>

#include <rapidcheck.h>

using namespace tongban;
using feel::Decimal;
using feel::Value;

/// Laws that hold for all values, tried with random ones.
class TstProperties : public QObject
{
    Q_OBJECT

private slots:
    void textOfAValueReadsBackAsTheValue();
    void decimalsObeyTheirLaws();
    void datesObeyTheirLaws();
    void durationsReadBack();
    void equalValuesAreEqualBothWays();
    void mutilatedTextNeverCrashes();
};

namespace {

rc::Gen<Decimal> decimals()
{
    return rc::gen::apply(
        [](std::int64_t coefficient, int scale) { return Decimal::scaled(coefficient, scale); },
        rc::gen::arbitrary<std::int64_t>(), rc::gen::inRange(0, 19));
}

rc::Gen<feel::Date> dates()
{
    return rc::gen::map(
        rc::gen::inRange<std::int64_t>(-365'000'000'000, 365'000'000'000),
        [](std::int64_t day) { return feel::Date::fromDayNumber(day).value_or(feel::Date()); });
}

/// A literal of FEEL that means the value.
std::string literal(const Value &value)
{
    std::string text = feel::textOf(value);
    if (value.kind() == feel::Kind::Date || value.kind() == feel::Kind::DaysDuration)
        return "@\"" + text + "\"";
    if (value.isString()) {
        // Inside a list the text is quoted.
        text = feel::textOf(Value(std::vector<Value>{value}));
        return text.substr(1, text.size() - 2);
    }
    if (!value.isList())
        return text;
    text.clear();
    for (const Value &item : value.list())
        text += (text.empty() ? "" : ", ") + literal(item);
    return "[" + text + "]";
}

rc::Gen<Value> scalars()
{
    return rc::gen::oneOf(rc::gen::map(decimals(), [](Decimal number) { return Value(number); }),
                          rc::gen::map(dates(), [](feel::Date date) { return Value(date); }),
                          rc::gen::map(rc::gen::arbitrary<bool>(), [](bool truth) { return Value(truth); }),
                          rc::gen::map(rc::gen::arbitrary<std::int64_t>(),
                                       [](std::int64_t nanos) { return Value(feel::DaysDuration{nanos}); }),
                          rc::gen::map(rc::gen::container<std::string>(rc::gen::inRange(' ', '~')),
                                       [](const std::string &text) { return Value(text); }));
}

rc::Gen<Value> values()
{
    return rc::gen::oneOf(scalars(),
                          rc::gen::map(rc::gen::container<std::vector<Value>>(scalars()),
                                       [](std::vector<Value> items) { return Value(std::move(items)); }));
}

} // namespace

void TstProperties::textOfAValueReadsBackAsTheValue()
{
    QVERIFY(rc::check("a literal means the value it was written from", [] {
        const Value value = *values();
        RC_LOG() << literal(value);
        const test::FeelResult read = test::evaluateFeel(literal(value));
        RC_ASSERT(!read.error);
        RC_ASSERT(feel::same(read.value, value));
    }));
}

void TstProperties::decimalsObeyTheirLaws()
{
    QVERIFY(rc::check("sum and product do not depend on the order; a difference undoes a sum", [] {
        const Decimal a = *decimals();
        const Decimal b = *decimals();
        RC_LOG() << a.text() << " and " << b.text();
        RC_ASSERT(Decimal::add(a, b) == Decimal::add(b, a));
        RC_ASSERT(Decimal::multiply(a, b) == Decimal::multiply(b, a));
        RC_ASSERT(Decimal::subtract(a, b) == Decimal::add(a, -b));
        RC_ASSERT(Decimal::parse(a.text()) == a);
        RC_ASSERT((a < b) == (b > a));
        if (!b.isZero()) {
            // The remainder has the divisor's sign and is smaller than it.
            const auto rest = Decimal::modulo(a, b);
            RC_ASSERT(!rest || rest->isZero()
                      || (rest->magnitude() < b.magnitude() && (*rest < Decimal(0)) == (b < Decimal(0))));
        }
    }));
}

void TstProperties::datesObeyTheirLaws()
{
    QVERIFY(rc::check("days lead there and back; months never leave the month they lead to", [] {
        const feel::Date date = *dates();
        const std::int64_t days = *rc::gen::inRange<std::int64_t>(-1'000'000, 1'000'000);
        const std::int64_t months = *rc::gen::inRange<std::int64_t>(-100'000, 100'000);
        if (const auto later = date.plusDays(days)) {
            RC_ASSERT(later->plusDays(-days) == date);
            RC_ASSERT(later->dayNumber() - date.dayNumber() == days);
        }
        if (const auto later = date.plusMonths(months)) {
            RC_ASSERT(later->day() <= date.day());
            RC_ASSERT((later->year() * std::int64_t{12} + later->month())
                          - (date.year() * std::int64_t{12} + date.month())
                      == months);
        }
        RC_ASSERT(feel::Date::parse(date.text()) == date);
    }));
}

void TstProperties::durationsReadBack()
{
    QVERIFY(rc::check("a duration's text means the duration", [] {
        const feel::DaysDuration days{*rc::gen::arbitrary<std::int64_t>()};
        const feel::MonthsDuration months{*rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'000)};
        RC_ASSERT(feel::DaysDuration::parse(days.text()) == days);
        RC_ASSERT(feel::MonthsDuration::parse(months.text()) == months);
    }));
}

void TstProperties::equalValuesAreEqualBothWays()
{
    QVERIFY(rc::check("equality is symmetric and agrees with order", [] {
        const Value a = *values();
        const Value b = *values();
        RC_LOG() << literal(a) << " and " << literal(b);
        RC_ASSERT(feel::equal(a, b) == feel::equal(b, a));
        RC_ASSERT(feel::equal(a, a) == feel::Truth::True);
        RC_ASSERT((feel::totalOrder(a, b) < 0) == (feel::totalOrder(b, a) > 0));
        if (feel::compare(a, b) == feel::Order::Equal)
            RC_ASSERT(feel::equal(a, b) == feel::Truth::True);
    }));
}

void TstProperties::mutilatedTextNeverCrashes()
{
    QVERIFY(rc::check("any text gives a value or an error", [] {
        std::string text = "for i in [1, 2] return {a: substring(\"x\", i), b: @\"P1D\"}[item.a = ?]..(1..2]";
        const auto begin = *rc::gen::inRange<std::size_t>(0, text.size());
        const auto count = *rc::gen::inRange<std::size_t>(0, 20);
        text.erase(begin, count);
        text.insert(*rc::gen::inRange<std::size_t>(0, text.size()),
                    *rc::gen::container<std::string>(rc::gen::inRange(' ', '~')));
        const test::FeelResult result = test::evaluateFeel(text);
        RC_ASSERT(!result.error || !result.error->message().empty());
    }));
}

QTEST_APPLESS_MAIN(TstProperties)
#include "tst_properties.moc"
