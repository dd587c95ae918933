// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/date.h"

#include <cstddef>

namespace tongban {

namespace {

using std::chrono::milliseconds;

void appendPadded(std::string &out, std::int64_t value, std::size_t width)
{
    if (value < 0) {
        out.push_back('-');
        value = -value;
    }
    const std::string digits = std::to_string(value);
    out.append(width > digits.size() ? width - digits.size() : 0, '0');
    out += digits;
}

/// Takes characters off the front of a fixed-form text; one failure spoils the whole reading.
class Cursor
{
public:
    explicit Cursor(std::string_view text) : m_rest(text) { }

    int digits(std::size_t count)
    {
        int value = 0;
        if (m_rest.size() < count) {
            m_good = false;
            return 0;
        }
        for (const char c : m_rest.substr(0, count)) {
            m_good = m_good && c >= '0' && c <= '9';
            value = value * 10 + (c - '0');
        }
        m_rest.remove_prefix(count);
        return m_good ? value : 0;
    }

    bool take(char wanted)
    {
        if (m_rest.empty() || m_rest.front() != wanted)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }

    void expect(char wanted) { m_good = take(wanted) && m_good; }
    void require(bool holds) { m_good = m_good && holds; }
    bool atDigit() const { return !m_rest.empty() && m_rest.front() >= '0' && m_rest.front() <= '9'; }
    bool finished() const { return m_good && m_rest.empty(); }

private:
    std::string_view m_rest;
    bool m_good = true;
};

Date takeDate(Cursor &cursor)
{
    const int year = cursor.digits(4);
    cursor.expect('-');
    const int month = cursor.digits(2);
    cursor.expect('-');
    const int day = cursor.digits(2);
    const std::chrono::year_month_day ymd(std::chrono::year(year),
                                          std::chrono::month(static_cast<unsigned>(month)),
                                          std::chrono::day(static_cast<unsigned>(day)));
    cursor.require(ymd.ok());
    return ymd.ok() ? Date(ymd) : Date();
}

milliseconds takeTimeOfDay(Cursor &cursor)
{
    const int hour = cursor.digits(2);
    cursor.expect(':');
    const int minute = cursor.digits(2);
    cursor.expect(':');
    const int second = cursor.digits(2);
    cursor.require(hour < 24 && minute < 60 && second < 60);
    std::int64_t fraction = 0;
    if (cursor.take('.')) {
        cursor.require(cursor.atDigit());
        int place = 0;
        for (; cursor.atDigit() && place < 10; ++place) {
            const int digit = cursor.digits(1);
            if (place < 3)
                fraction = fraction * 10 + digit;
        }
        cursor.require(place <= 9);
        for (; place < 3; ++place)
            fraction *= 10;
    }
    return std::chrono::hours(hour) + std::chrono::minutes(minute) + std::chrono::seconds(second)
        + milliseconds(fraction);
}

std::chrono::minutes takeOffset(Cursor &cursor)
{
    if (cursor.take('Z'))
        return {};
    const bool east = cursor.take('+');
    if (!east)
        cursor.expect('-');
    const int hours = cursor.digits(2);
    cursor.expect(':');
    const int minutes = cursor.digits(2);
    cursor.require(hours < 24 && minutes < 60);
    const std::chrono::minutes offset = std::chrono::hours(hours) + std::chrono::minutes(minutes);
    return east ? offset : -offset;
}

} // namespace

Date officialDate(Timestamp instant)
{
    return std::chrono::floor<std::chrono::days>(instant + kOfficialUtcOffset);
}

std::string isoDate(Date date)
{
    const std::chrono::year_month_day ymd(date);
    std::string text;
    text.reserve(10);
    appendPadded(text, static_cast<int>(ymd.year()), 4);
    text.push_back('-');
    appendPadded(text, static_cast<unsigned>(ymd.month()), 2);
    text.push_back('-');
    appendPadded(text, static_cast<unsigned>(ymd.day()), 2);
    return text;
}

Result<Date> parseIsoDate(std::string_view text)
{
    Cursor cursor(text);
    const Date date = takeDate(cursor);
    if (!cursor.finished())
        return fail(ErrorCode::InvalidInput, "expected an existing day written as YYYY-MM-DD");
    return date;
}

std::string isoTimestamp(Timestamp instant)
{
    const auto local = instant + kOfficialUtcOffset;
    const Date date = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::hh_mm_ss<milliseconds> time(local - date);
    std::string text = isoDate(date);
    text.push_back('T');
    appendPadded(text, time.hours().count(), 2);
    text.push_back(':');
    appendPadded(text, time.minutes().count(), 2);
    text.push_back(':');
    appendPadded(text, time.seconds().count(), 2);
    text.push_back('.');
    appendPadded(text, time.subseconds().count(), 3);
    text += "+08:00";
    return text;
}

Result<Timestamp> parseIsoTimestamp(std::string_view text)
{
    Cursor cursor(text);
    const Date date = takeDate(cursor);
    cursor.expect('T');
    const milliseconds time = takeTimeOfDay(cursor);
    const std::chrono::minutes offset = takeOffset(cursor);
    if (!cursor.finished())
        return fail(ErrorCode::InvalidInput,
                    "expected an instant with its offset, as 2026-03-17T09:30:00+08:00");
    return Timestamp(date) + time - offset;
}

} // namespace tongban
