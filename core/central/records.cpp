// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/central/records.h"

namespace tongban::central {

Result<MayRead> mayRead(Connection &connection, int district, const Uuid &caseId)
{
    const Rows rows = TRY(connection.run("may_read", {std::to_string(district), caseId.text()}));
    return rows.count() == 1 ? MayRead{rows.boolean(0, 0), rows.boolean(0, 1)} : MayRead();
}

Result<std::vector<ActRecord>> readRecords(Connection &connection, int district, const Uuid &caseId,
                                           std::string_view purpose)
{
    const Rows rows =
        TRY(connection.run("read_records", {std::to_string(district), caseId.text(), std::string(purpose)}));
    std::vector<ActRecord> records;
    for (int row = 0; row < rows.count(); ++row) {
        if (rows.text(row, 1) == "refused")
            return fail(ErrorCode::Denied, "the centre: this account may not see what the acts rest on");
        records.push_back(
            {rows.integer(row, 0), std::string(rows.text(row, 1)), std::string(rows.text(row, 2))});
    }
    return records;
}

Result<std::vector<CaseAnswer>> readEvidence(Connection &connection, int district, const Uuid &caseId,
                                             std::string_view purpose)
{
    const Rows rows =
        TRY(connection.run("read_evidence", {std::to_string(district), caseId.text(), std::string(purpose)}));
    std::vector<CaseAnswer> answers;
    for (int row = 0; row < rows.count(); ++row)
        answers.push_back({std::string(rows.text(row, 0)), std::string(rows.text(row, 1)),
                           std::string(rows.text(row, 2)), fromUnixMilliseconds(rows.integer(row, 3))});
    if (!answers.empty())
        return answers;
    if (!TRY(mayRead(connection, district, caseId)).evidence)
        return fail(ErrorCode::Denied, "the centre: this account may not read what the agencies answered");
    return answers;
}

Result<std::optional<PublishedModel>> publishedModel(Connection &connection, const Digest &model)
{
    const Rows rows = TRY(connection.run("model", {bytesText(model.blob())}));
    if (rows.count() == 0)
        return std::optional<PublishedModel>();
    return std::optional(PublishedModel{std::string(rows.text(0, 0)), static_cast<int>(rows.integer(0, 1)),
                                        std::string(rows.text(0, 2)), std::string(rows.text(0, 3)),
                                        std::string(rows.text(0, 4))});
}

} // namespace tongban::central
