// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/centre/record_keeper.h"

#include "core/base/canonical_json.h"
#include "core/service/cases/case_lookup.h"
#include "core/service/decision/decision_text.h"
#include "core/service/workspace/workspace_parts.h"

#include <nlohmann/json.hpp>
#include <set>

namespace tongban::service {

namespace record_doubt = storage::record_doubt;

namespace {

/// The digest of the record that a command brings; empty = it brings none.
std::string digestSent(const storage::OutboxRow &row)
{
    if (row.entry.body.find("\"record\":") == std::string::npos)
        return {};
    const auto command = parseJson(row.entry.body);
    if (!command || !command->is_object() || !command->contains("record"))
        return {};
    return sha256(command->value("record", std::string())).hex();
}

bool wasNotTaken(const storage::OutboxRow &row)
{
    return row.entry.outcome && *row.entry.outcome != sync::Outcome::Applied;
}

} // namespace

RecordKeeper::RecordKeeper(Workspace &workspace) : m_workspace(workspace), m_store(*workspace.parts().store)
{
}

Result<std::string> RecordKeeper::take(std::int64_t caseNo, const storage::StoredEvent &event,
                                       const std::string &record)
{
    if (sha256(record).hex() != detailOf(event, "record"))
        return std::string(record_doubt::kDiffers);
    auto row = readDecisionText(record);
    if (!row)
        return std::string(record_doubt::kUnreadable);
    row->caseNo = caseNo;
    for (const storage::DecisionRow &kept : TRY(m_store.decisions().ofCase(caseNo)))
        if (kept.round == row->round) {
            if (decisionText(kept) == record)
                return std::string();
            TRY(m_store.decisions().remove(kept.no));
        }
    const auto inserted = m_store.decisions().insert(*row);
    if (!inserted && inserted.error().code == ErrorCode::NotFound)
        return std::string(record_doubt::kRulesUnknown);
    return inserted ? Result<std::string>(std::string()) : Failure(inserted.error());
}

Result<> RecordKeeper::dropUnnamed(std::int64_t caseNo, const std::vector<storage::StoredEvent> &events,
                                   const std::vector<storage::OutboxRow> &sent)
{
    const auto kept = TRY(m_store.decisions().ofCase(caseNo));
    if (kept.empty())
        return {};
    std::set<std::string> named;
    std::set<std::string> refused;
    for (const storage::StoredEvent &event : events) {
        named.insert(detailOf(event, "record"));
        named.insert(detailOf(event, "capsule"));
    }
    for (const storage::OutboxRow &row : sent)
        (wasNotTaken(row) ? refused : named).insert(digestSent(row));
    // A worker may have decided under a program that sent no records: those are named nowhere and stay.
    const bool isWorker = m_workspace.parts().joined && m_workspace.parts().joined->kind == "worker";
    for (const storage::DecisionRow &row : kept) {
        const std::string digest = sha256(decisionText(row)).hex();
        const bool isNamed = named.contains(digest) || named.contains(row.capsule.hex());
        if (!isNamed && (!isWorker || refused.contains(digest)))
            TRY(m_store.decisions().remove(row.no));
    }
    return {};
}

} // namespace tongban::service
