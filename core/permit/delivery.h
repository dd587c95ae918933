// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"

#include <optional>
#include <string>
#include <string_view>

namespace tongban::permit {

/// How a result reaches the applicant.
enum class DeliveryMode { InPerson, Courier };

/// The last attempt to hand over a result.
struct Delivery {
    DeliveryMode mode = DeliveryMode::InPerson;
    std::string waybill; ///< Of the courier; empty in person.
    std::string receiver; ///< Who took it; empty while under way.
    Timestamp sentAt{};
    std::optional<Timestamp> deliveredAt;
    std::optional<Timestamp> returnedAt;
    int attempt = 1;

    bool operator==(const Delivery &) const = default;
};

enum class WaybillProblem {
    None,
    Empty,
    BadCharacter, ///< Something other than letters and digits.
    BadLength, ///< Shorter than 10 or longer than 20.
    BadCheckDigit, ///< Thirteen characters in the form of the Universal Postal Union (S10) whose check digit
                   ///< is wrong.
};

/// Capital letters and digits only, full-width forms folded, blanks and hyphens gone: what a scanner reads
/// and people type.
std::string normalisedWaybill(std::string_view text);

/// Checks a normalised number. Couriers' own numbers have no common check digit; the postal form has (UPU
/// S10: two letters, eight digits, a check digit by modulus 11, two letters), and there a wrong one is
/// refused.
WaybillProblem waybillProblem(std::string_view waybill);

std::string_view name(DeliveryMode mode);
std::string_view name(WaybillProblem problem);
std::optional<DeliveryMode> parseDeliveryMode(std::string_view name);

} // namespace tongban::permit
