// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/duplicate.h"

#include "core/base/digest.h"

namespace tongban::permit {

namespace {

constexpr std::string_view kVehicle = "vin";

std::string_view vehicleOf(const Application &application)
{
    const FieldValue *vin = application.field(kVehicle);
    return vin ? std::string_view(vin->text()) : std::string_view();
}

} // namespace

std::int64_t duplicateKey(const Application &application)
{
    // None of the three parts can hold the separator: code, identifier and VIN are letters and digits.
    std::string matter = application.item;
    matter += '|';
    matter += application.applicant.id;
    matter += '|';
    matter += vehicleOf(application);
    const Digest digest = sha256(matter);
    std::uint64_t key = 0;
    for (std::size_t i = 0; i < sizeof key; ++i)
        key = key << 8U | digest.bytes[i];
    return static_cast<std::int64_t>(key);
}

bool sameMatter(const Application &one, const Application &other)
{
    return one.item == other.item && one.applicant.id == other.applicant.id
        && vehicleOf(one) == vehicleOf(other);
}

} // namespace tongban::permit
