// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/base/random.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::demo {

/// Makes up numbers that pass every check of core/base and never come twice from one pool. They belong to
/// nobody by intent; a resident id may by chance be somebody's, which is why the names beside them are
/// nobody's. Memory is a counter for each day of birth, whatever the number of people.
class IdentityPool
{
public:
    IdentityPool();

    /// A resident id of somebody who is `age` (14 to 90) years old on `day`; `birth`, when given, becomes the
    /// day of birth.
    std::string person(Date day, int age, SeededRandom &random, Date *birth);

    /// A USCC of an enterprise in one of the city's districts.
    std::string enterprise(SeededRandom &random);

    std::string vin(SeededRandom &random);

    /// "粤BA12345": the green plate of a small battery-electric car.
    std::string electricPlate();

    /// "粤B1A234".
    std::string ordinaryPlate();

    /// "粤交运管许可深字440306012345号".
    std::string certificateNumber(std::string_view district);

    /// "(2026)粤03样文000123号": a court's or notary's document; no court writes 样文.
    std::string documentNumber(Date day);

private:
    std::vector<std::uint32_t> m_bornOn; ///< People made so far, by day since kFirstBirth.
    std::uint64_t m_enterprises = 0;
    std::uint64_t m_vehicles = 0;
    std::uint64_t m_electricPlates = 0;
    std::uint64_t m_ordinaryPlates = 0;
    std::uint64_t m_certificates = 0;
    std::uint64_t m_documents = 0;
};

} // namespace tongban::demo
