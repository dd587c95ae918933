// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/base/district_name.h"

#include <algorithm>
#include <array>

namespace tongban::ui {

namespace {

struct District {
    int code;
    const char *zh;
    const char *en;
};

/// Divisions of Shenzhen (GB/T 2260, and the functional district that has a code of its own).
constexpr std::array kDistricts{
    District{440300, "市级", "City"},       District{440303, "罗湖区", "Luohu"},
    District{440304, "福田区", "Futian"},   District{440305, "南山区", "Nanshan"},
    District{440306, "宝安区", "Bao'an"},   District{440307, "龙岗区", "Longgang"},
    District{440308, "盐田区", "Yantian"},  District{440309, "龙华区", "Longhua"},
    District{440310, "坪山区", "Pingshan"}, District{440311, "光明区", "Guangming"}};

} // namespace

QString districtName(int district, bool inChinese)
{
    const auto *const found = std::ranges::find(kDistricts, district, &District::code);
    if (found == kDistricts.end())
        return QString::number(district);
    return QString::fromUtf8(inChinese ? found->zh : found->en);
}

} // namespace tongban::ui
