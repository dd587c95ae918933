// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/central/work.h"

namespace tongban::central {

namespace {

/// "refused:no_right" and the like.
Result<> verdict(const Rows &rows, std::string_view wanted)
{
    const std::string_view answer = rows.text(0, 0);
    if (answer == wanted)
        return {};
    const bool isRefused = answer.starts_with("refused");
    const ErrorCode code = isRefused     ? ErrorCode::Denied
        : answer.starts_with("conflict") ? ErrorCode::Conflict
                                         : ErrorCode::InvalidInput;
    return fail(code, "the centre: " + std::string(answer));
}

} // namespace

Result<std::optional<int>> leaseDistrict(Connection &worker, const Uuid &instance, int seconds, int again)
{
    const Rows rows =
        TRY(worker.run("lease_district", {instance.text(), std::to_string(seconds), std::to_string(again)}));
    return rows.isNull(0, 0) ? std::optional<int>() : static_cast<int>(rows.integer(0, 0));
}

Result<> releaseDistrict(Connection &worker, const Uuid &instance, int district)
{
    TRY(worker.run("release_district", {instance.text(), std::to_string(district)}));
    return {};
}

Result<int> settle(Connection &worker)
{
    return static_cast<int>(TRY(worker.run("settle")).integer(0, 0));
}

Result<int> evictBlockers(Connection &worker, int seconds)
{
    return static_cast<int>(TRY(worker.run("evict_blockers", {std::to_string(seconds)})).integer(0, 0));
}

Result<std::vector<Backlog>> backlog(Connection &worker)
{
    const Rows rows = TRY(worker.run("backlog"));
    std::vector<Backlog> lines;
    for (int row = 0; row < rows.count(); ++row)
        lines.push_back({static_cast<int>(rows.integer(row, 0)), rows.integer(row, 1), rows.integer(row, 2),
                         rows.integer(row, 3)});
    return lines;
}

Result<std::vector<PublishedModel>> models(Connection &connection)
{
    const Rows rows = TRY(connection.run("models"));
    std::vector<PublishedModel> models;
    for (int row = 0; row < rows.count(); ++row)
        models.push_back({std::string(rows.text(row, 0)), static_cast<int>(rows.integer(row, 1)),
                          std::string(rows.text(row, 2)), std::string(rows.text(row, 3)),
                          std::string(rows.text(row, 4))});
    return models;
}

Result<> proposeModel(Connection &supervisor, const PublishedModel &model)
{
    return verdict(TRY(supervisor.run("propose_model",
                                      {model.ruleSet, std::to_string(model.version), model.effectiveFrom,
                                       model.model, model.manifest})),
                   "proposed");
}

Result<> confirmModel(Connection &supervisor, const Digest &model)
{
    return verdict(TRY(supervisor.run("confirm_model", {bytesText(model.blob())})), "confirmed");
}

} // namespace tongban::central
