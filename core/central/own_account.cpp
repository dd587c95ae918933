// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/central/own_account.h"

namespace tongban::central {

Result<std::vector<OwnRight>> ownRights(Connection &connection)
{
    const Rows rows = TRY(connection.run("my_rights"));
    std::vector<OwnRight> rights;
    for (int row = 0; row < rows.count(); ++row)
        rights.push_back({std::string(rows.text(row, 0)), static_cast<int>(rows.integer(row, 1)),
                          std::string(rows.text(row, 2)), fromUnixMilliseconds(rows.integer(row, 3)),
                          std::string(rows.text(row, 4))});
    return rights;
}

} // namespace tongban::central
