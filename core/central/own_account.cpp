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

Result<> signNextAct(Connection &signer, const OwnSignature &signature)
{
    const Rows rows = TRY(signer.run("sign",
                                     {std::to_string(signature.district), signature.caseId.text(),
                                      std::to_string(signature.version), signature.act, signature.role}));
    const std::string_view answer = rows.text(0, 0);
    if (answer == "signed")
        return {};
    const ErrorCode code = answer.starts_with("refused") ? ErrorCode::Denied
        : answer.starts_with("conflict")                 ? ErrorCode::Conflict
                                                         : ErrorCode::InvalidInput;
    return fail(code, "the centre: " + std::string(answer));
}

} // namespace tongban::central
