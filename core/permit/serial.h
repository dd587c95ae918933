// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace tongban::permit {

/// The number of a case that people see, print and read out: 深交审-2026-440305-0000123-C. Year of receipt,
/// division code of the district, a number counted per district and year, and a check character (ISO/IEC
/// 7064, MOD 37,36) that finds every single wrong character and nearly every swap. Whoever counts guarantees
/// that no number is given twice.
class CaseSerial
{
public:
    static constexpr std::int64_t kLargestNumber = 9'999'999;

    /// InvalidInput when a part is out of range: year 2000-2999, district of six digits, number 1-9999999.
    static Result<CaseSerial> create(int year, int district, std::int64_t number);

    /// Reads what people type: full-width digits, blanks, small letters, other hyphens and a missing prefix
    /// are accepted. InvalidInput says whether the form or the check character is wrong.
    static Result<CaseSerial> parse(std::string_view text);

    int year() const { return m_year; }
    int district() const { return m_district; }
    std::int64_t number() const { return m_number; }
    char checkCharacter() const;

    /// "深交审-2026-440305-0000123-C"
    std::string text() const;

    auto operator<=>(const CaseSerial &) const = default;

private:
    CaseSerial(int year, int district, std::int64_t number)
        : m_year(year), m_district(district), m_number(number)
    {
    }

    int m_year;
    int m_district;
    std::int64_t m_number;
};

/// What a counter of serial numbers is kept under; "440305-2026".
std::string serialCounterName(int year, int district);

} // namespace tongban::permit
