// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/demo/identity_pool.h"

#include "core/base/credit_code.h"
#include "core/base/resident_id.h"
#include "core/base/vehicle_identifier.h"

#include <array>
#include <cstdio>

namespace tongban::demo {

namespace {

using namespace std::chrono;

constexpr Date kFirstBirth = sys_days(year(1900) / January / 1);

/// Where the made-up people were first registered: districts of Shenzhen as they were when most of them were
/// born, and counties of other provinces.
constexpr std::array<std::string_view, 32> kBirthplaces{
    "440303", "440304", "440305", "440306", "440307", "440308", "440301", "440106",
    "440103", "440402", "440604", "440803", "441302", "441402", "445102", "430102",
    "430104", "420102", "420106", "360102", "360702", "450102", "510104", "500103",
    "410102", "350102", "350203", "330102", "320102", "610102", "520102", "340102"};
constexpr std::uint64_t kSequences = 999;
constexpr std::uint64_t kPlaceSequences = kBirthplaces.size() * kSequences;

constexpr std::array<std::string_view, 9> kCityDivisions{"440303", "440304", "440305", "440306", "440307",
                                                         "440308", "440309", "440310", "440311"};
constexpr std::string_view kOrganisationLetters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr std::string_view kPlateCharacters = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
constexpr std::array<std::string_view, 6> kVehicleKinds{"LGXC16DF", "LSVAU033", "LC0CE6CB",
                                                        "LFV3A23C", "LZZ1CLSB", "LVGEN56A"};

/// A number below `bound` that differs for each `index` below it and does not run in order: both are coprime.
std::uint64_t scattered(std::uint64_t index, std::uint64_t bound)
{
    constexpr std::uint64_t kPrime = 7368787;
    return index % bound * kPrime % bound;
}

std::uint64_t hashOf(std::uint64_t value)
{
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31);
}

void appendDigits(std::string &out, std::uint64_t value, std::size_t width)
{
    const std::size_t start = out.size();
    out.append(width, '0');
    for (std::size_t i = out.size(); i > start; value /= 10)
        out[--i] = static_cast<char>('0' + value % 10);
}

void appendInBase(std::string &out, std::uint64_t value, std::size_t width, std::string_view letters)
{
    const std::size_t start = out.size();
    out.append(width, letters.front());
    for (std::size_t i = out.size(); i > start; value /= letters.size())
        out[--i] = letters[value % letters.size()];
}

/// The text of an identifier that was put together from parts known to be right.
template <typename Identifier>
std::string completed(Result<Identifier> identifier)
{
    return identifier ? identifier->text() : std::string();
}

} // namespace

IdentityPool::IdentityPool()
    : m_bornOn(static_cast<std::size_t>((sys_days(year(2100) / January / 1) - kFirstBirth).count()))
{
}

std::string IdentityPool::person(Date day, int age, SeededRandom &random, Date *birth)
{
    // Born on a day of the year that ends `age` years ago today; two days less, so that leap days do not
    // matter.
    const year_month_day today(day);
    const year_month_day last(today.year() - years(age), today.month(),
                              std::min(today.day(), std::chrono::day(28)));
    const Date born = sys_days(last) - days(static_cast<int>(random.below(363)));
    if (birth != nullptr)
        *birth = born;
    const auto index = static_cast<std::size_t>((born - kFirstBirth).count());
    const std::uint64_t place = (m_bornOn[index]++ * 10007ULL + hashOf(index)) % kPlaceSequences;
    std::string text(kBirthplaces[place / kSequences]);
    const year_month_day date(born);
    appendDigits(text, static_cast<std::uint64_t>(int(date.year())), 4);
    appendDigits(text, unsigned(date.month()), 2);
    appendDigits(text, unsigned(date.day()), 2);
    appendDigits(text, place % kSequences + 1, 3);
    return completed(ResidentId::withCheckCharacter(text, day));
}

std::string IdentityPool::enterprise(SeededRandom &random)
{
    constexpr std::uint64_t kCodes = 31ULL * 31 * 31 * 31 * 31;
    std::string organisation = "MAD";
    appendInBase(organisation, scattered(m_enterprises++, kCodes), 5, kOrganisationLetters);
    std::string text = "91";
    text += kCityDivisions[random.below(kCityDivisions.size())];
    text += completed(OrganisationCode::withCheckCharacter(organisation));
    return completed(CreditCode::withCheckCharacter(text));
}

std::string IdentityPool::vin(SeededRandom &random)
{
    // Kind of vehicle, place of the check digit, model year and works, serial number.
    const std::uint64_t serial = m_vehicles++;
    std::string text(kVehicleKinds[random.below(kVehicleKinds.size())]);
    text += '0';
    text += "JKLMNPRST"[serial / 1000000 % 9];
    text += 'A';
    appendDigits(text, scattered(serial, 1000000), 6);
    return completed(Vin::withCheckCharacter(text));
}

std::string IdentityPool::electricPlate()
{
    constexpr std::string_view kElectric = "ABCDE";
    constexpr std::uint64_t kPlates = 5ULL * 34 * 10000;
    const std::uint64_t number = scattered(m_electricPlates++, kPlates);
    std::string text = "粤B";
    text += kElectric[number / 340000 % 5];
    text += kPlateCharacters[number / 10000 % 34];
    appendDigits(text, number % 10000, 4);
    return text;
}

std::string IdentityPool::ordinaryPlate()
{
    // At most two letters, at the second and third place: 10 x 34 x 34 x 100.
    constexpr std::uint64_t kPlates = 10ULL * 34 * 34 * 100;
    const std::uint64_t number = scattered(m_ordinaryPlates++, kPlates);
    std::string text = "粤B";
    text += static_cast<char>('0' + number % 10);
    text += kPlateCharacters[number / 10 % 34];
    text += kPlateCharacters[number / 340 % 34];
    appendDigits(text, number / 11560, 2);
    return text;
}

std::string IdentityPool::certificateNumber(std::string_view district)
{
    // Six digits a district; a demo large enough to come round goes on under other divisions.
    constexpr std::array<std::string_view, 8> kLater{"440300", "440000", "440100", "440600",
                                                     "441300", "441900", "442000", "440400"};
    const std::uint64_t number = m_certificates++;
    std::string text = "粤交运管许可深字";
    text += number < 1000000 ? district : kLater[(number / 1000000 - 1) % kLater.size()];
    appendDigits(text, scattered(number, 1000000), 6);
    text += "号";
    return text;
}

std::string IdentityPool::documentNumber(Date day)
{
    std::string text = "(";
    appendDigits(text, static_cast<std::uint64_t>(int(year_month_day(day).year())), 4);
    text += ")粤03样文";
    appendDigits(text, ++m_documents, 7);
    text += "号";
    return text;
}

} // namespace tongban::demo
