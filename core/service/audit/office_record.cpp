// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/audit/office_record.h"

#include "core/base/canonical_json.h"
#include "core/service/audit/office_note.h"
#include "core/service/workspace/workspace_parts.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

namespace tongban::service {

namespace {

constexpr std::array<std::string_view, kOfficeChangeKinds> kKinds{
    "account_added",         "account_changed",    "password_set",
    "account_disabled",      "account_enabled",    "passphrase_changed",
    "recovery_code_renewed", "catalogue_imported", "calendar_imported"};

std::optional<OfficeChangeKind> kindNamed(std::string_view name)
{
    const auto *found = std::ranges::find(kKinds, name);
    if (found == kKinds.end())
        return std::nullopt;
    return static_cast<OfficeChangeKind>(found - kKinds.begin());
}

/// {"field":["before","after"],...}
Result<std::string> detailOf(const std::vector<OfficeDifference> &differences)
{
    nlohmann::json detail = nlohmann::json::object();
    for (const OfficeDifference &difference : differences)
        if (difference.before != difference.after)
            detail[difference.field] = {difference.before, difference.after};
    return canonicalJson(detail);
}

std::vector<OfficeDifference> differencesOf(const std::string &detail)
{
    std::vector<OfficeDifference> differences;
    const auto read = nlohmann::json::parse(detail, nullptr, false);
    if (!read.is_object())
        return differences;
    for (const auto &[field, values] : read.items())
        if (values.is_array() && values.size() == 2 && values[0].is_string() && values[1].is_string())
            differences.push_back({field, values[0].get<std::string>(), values[1].get<std::string>()});
    return differences;
}

} // namespace

std::string_view name(OfficeChangeKind kind)
{
    return kKinds[static_cast<std::size_t>(kind)];
}

Result<> noteOfficeChange(Workspace &workspace, OfficeChangeKind kind, std::string_view by,
                          std::string_view subject, const std::vector<OfficeDifference> &differences)
{
    storage::OfficeChange change;
    change.at = workspace.clock().now();
    change.actor = by.empty() ? kMachineActor : by;
    change.kind = name(kind);
    change.subject = subject;
    change.detail = TRY(detailOf(differences));
    return workspace.parts().store->office().append(change);
}

Result<> noteOfficeChangeAlone(Workspace &workspace, OfficeChangeKind kind, std::string_view by,
                               std::string_view subject, const std::vector<OfficeDifference> &differences)
{
    auto transaction = TRY(workspace.parts().store->begin());
    TRY(noteOfficeChange(workspace, kind, by, subject, differences));
    return transaction.commit();
}

Result<OfficePage> officeRecord(Workspace &workspace, std::int64_t before, int limit)
{
    const std::int64_t end = before == 0 ? std::numeric_limits<std::int64_t>::max() : before;
    OfficePage page;
    for (storage::OfficeChange &change : TRY(workspace.parts().store->office().page(end, limit)))
        page.entries.push_back({change.n, change.at, std::move(change.actor), kindNamed(change.kind),
                                std::move(change.subject), differencesOf(change.detail)});
    if (!page.entries.empty() && page.entries.back().n > 1)
        page.next = page.entries.back().n;
    return page;
}

Result<std::vector<OfficeRecordFault>> checkOfficeRecord(Workspace &workspace)
{
    std::vector<OfficeRecordFault> faults;
    for (const storage::OfficeFault &fault : TRY(workspace.parts().store->office().check()))
        faults.push_back({fault.n, "office_" + fault.fault});
    return faults;
}

} // namespace tongban::service
