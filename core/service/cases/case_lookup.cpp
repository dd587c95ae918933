// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/cases/case_lookup.h"

#include "core/approval/decision_record.h"
#include "core/base/canonical_json.h"
#include "core/permit/serial.h"
#include "core/service/decision/decision_inputs.h"
#include "core/service/workspace/workspace_parts.h"

#include <nlohmann/json.hpp>

namespace tongban::service {

Result<storage::StoredCase> findCase(storage::Store &store, std::string_view key)
{
    if (const auto serial = permit::CaseSerial::parse(key))
        return store.cases().bySerial(serial->text());
    if (const auto id = Uuid::parse(key))
        return store.cases().byId(*id);
    if (key.starts_with(kProvisionalSerial)) {
        auto waiting = store.cases().bySerial(key);
        if (waiting || waiting.error().code != ErrorCode::NotFound)
            return waiting;
        // Whoever holds a page or a paper with it does not know yet that there is another number.
        const auto counted = TRY(store.outbox().caseWithTail(key.substr(kProvisionalSerial.size())));
        return counted ? store.cases().byId(*counted) : waiting;
    }
    return fail(ErrorCode::InvalidInput,
                "that is neither a case number (its last character checks the others) nor a case id");
}

Result<std::string> serialOf(storage::Store &store, const Uuid &caseId)
{
    auto stored = store.cases().byId(caseId);
    if (stored)
        return std::move(stored->record.serial);
    return stored.error().code == ErrorCode::NotFound ? Result<std::string>(caseId.text())
                                                      : Failure(std::move(stored).error());
}

Result<const permit::Item *> itemOf(const Workspace &workspace, const storage::CaseRecord &record)
{
    const permit::Item *item = workspace.catalogue().version(record.item, record.itemVersion);
    if (item == nullptr)
        return fail(ErrorCode::Corrupted,
                    "the catalogue has no version " + std::to_string(record.itemVersion) + " of "
                        + record.item);
    return item;
}

std::string detailOf(const storage::StoredEvent &event, const char *member)
{
    if (event.body.find(member) == std::string::npos)
        return {};
    const auto body = parseJson(event.body);
    if (!body || !body->contains("detail") || !(*body)["detail"].is_object())
        return {};
    return (*body)["detail"].value(member, std::string());
}

Result<approval::RuleSetLibrary> everyRuleSet(Workspace &workspace)
{
    storage::Store &store = *workspace.parts().store;
    const approval::RuleSetLibrary &shipped = *workspace.resources().ruleSets;
    std::vector<approval::RuleSetText> older;
    for (const storage::RuleSetText &kept : TRY(store.models().list())) {
        if (shipped.byDigests(kept.model, kept.manifest))
            continue;
        storage::RuleSetText text = TRY(store.models().byDigests(kept.model, kept.manifest));
        older.push_back({text.code + "/" + std::to_string(text.version), std::move(text.manifestText),
                         std::move(text.modelText)});
    }
    if (older.empty())
        return shipped;
    return shipped.with(approval::RuleSetLibrary::load(older, workspace.resources().dictionary).library);
}

Result<RemadeInputs> remakeInputs(const approval::RuleSetLibrary &library, const storage::CaseRecord &record,
                                  const storage::DecisionRow &row, permit::ApplicationReader &reader)
{
    RemadeInputs remade;
    remade.ruleSet = library.byDigests(row.model, row.manifest);
    if (!remade.ruleSet)
        return fail(ErrorCode::NotFound,
                    "the rules with model digest " + row.model.hex() + " are not kept here");
    const permit::Application application = TRY(reader.readStored(record.application));
    describeCase(record, application, row.round, row.decidedAt, remade.inputs.header);
    TRY(approval::readRecord(*remade.ruleSet, row.record, remade.inputs));
    remade.inputs.calendar = row.calendar;
    remade.inputs.catalogue = row.catalogue;
    return remade;
}

} // namespace tongban::service
