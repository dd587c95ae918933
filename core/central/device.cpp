// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/central/device.h"

namespace tongban::central {

Result<std::int64_t> nextSequence(Connection &connection, int district, const Uuid &device)
{
    const Rows rows = TRY(connection.run("next_sequence", {std::to_string(district), device.text()}));
    if (rows.count() == 0 || rows.isNull(0, 0))
        return fail(ErrorCode::Denied, "the device is not this account's or was revoked");
    return rows.integer(0, 0);
}

Result<> succeedDevice(Connection &connection, const Uuid &before, const Uuid &after)
{
    const Rows rows = TRY(connection.run("succeed_device", {before.text(), after.text()}));
    if (rows.text(0, 0) != "enrolled")
        return fail(ErrorCode::Denied, "no new identity for this desktop: " + std::string(rows.text(0, 0)));
    return {};
}

} // namespace tongban::central
