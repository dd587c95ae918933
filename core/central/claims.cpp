// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/central/claims.h"

namespace tongban::central {

Result<std::vector<LiveClaim>> liveClaims(Connection &connection, int district)
{
    const Rows rows = TRY(connection.run("live_claims", {std::to_string(district)}));
    std::vector<LiveClaim> claims;
    for (int row = 0; row < rows.count(); ++row)
        claims.push_back({TRY(rows.uuid(row, 0)), std::string(rows.text(row, 1)), TRY(rows.uuid(row, 2)),
                          fromUnixMilliseconds(rows.integer(row, 3))});
    return claims;
}

} // namespace tongban::central
