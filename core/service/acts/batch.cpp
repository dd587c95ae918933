// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/acts/batch.h"

#include "core/base/file.h"
#include "core/service/acts/claims.h"
#include "core/service/cases/case_lookup.h"
#include "core/service/papers/papers.h"
#include "core/service/workspace/workspace_parts.h"

namespace tongban::service {

namespace {

std::string problemWith(BatchVerb verb, const CaseLine &line, const SignedIn &person)
{
    const bool isMine = line.holder == person.account.name;
    switch (verb) {
    case BatchVerb::Claim:
        if (line.queue.empty())
            return std::string(name(ClaimProblem::WaitsForNobody));
        return line.holder.empty() || isMine ? std::string() : std::string(name(ClaimProblem::HeldByOther));
    case BatchVerb::PutBack:
        if (line.holder.empty())
            return std::string(name(ClaimProblem::NotHeld));
        return isMine ? std::string() : std::string(name(ClaimProblem::HeldByOther));
    case BatchVerb::PrintReceipts: break;
    }
    return {};
}

Result<> printReceipt(Workspace &workspace, const BatchRequest &request, const SignedIn &person,
                      BatchRow &row)
{
    const auto press = TRY(PaperPress::load(workspace.resources().folder));
    const storage::StoredCase stored = TRY(findCase(*workspace.parts().store, row.serial));
    const auto state = permit::parseState(stored.standing.state);
    const auto role = state ? person.roleFor(*workspace.resources().workflow, *state, permit::Act::IssuePaper)
                            : std::nullopt;
    if (!role) {
        row.problem = permit::name(permit::ActProblem::UndefinedHere);
        return {};
    }
    const Actor actor{person.account.name, *role, person.account.organisation, person.account.hall,
                      person.account.window};
    const auto made = issuePaper(workspace, *press, row.serial, {}, actor);
    if (!made && made.error().code == ErrorCode::Conflict) {
        row.problem = "paper_missing"; // nothing was received yet that it could state
        return {};
    }
    const MadePaper paper = TRY(made);
    if (!paper.refusals.empty()) {
        row.problem = permit::name(paper.refusals.front().problem);
        return {};
    }
    return replaceFile(request.folder / (row.serial + ".pdf"), paper.pdf);
}

} // namespace

Result<BatchPreview> previewBatch(Workspace &workspace, BatchVerb verb, const CaseQuery &query,
                                  const SignedIn &person)
{
    BatchPreview preview;
    preview.total = TRY(countCases(workspace, query));
    CaseQuery first = query;
    first.limit = kMostBatch;
    for (const CaseLine &line : TRY(listCases(workspace, first)))
        preview.rows.push_back(
            {line.serial, line.applicantName, problemWith(verb, line, person), line.holderName});
    return preview;
}

Result<BatchRow> doBatchRow(Workspace &workspace, const BatchRequest &request, std::string_view serial,
                            const SignedIn &person)
{
    BatchRow row;
    row.serial = serial;
    row.applicantName = TRY(findCase(*workspace.parts().store, serial)).record.applicantName;
    if (request.verb == BatchVerb::PrintReceipts) {
        TRY(printReceipt(workspace, request, person, row));
        return row;
    }
    const ClaimOutcome outcome =
        TRY(request.verb == BatchVerb::Claim ? claimCase(workspace, serial, person, {request.reason, false})
                                             : releaseCase(workspace, serial, person));
    if (outcome.problem != ClaimProblem::None)
        row.problem = name(outcome.problem);
    row.holderName = outcome.holderName;
    return row;
}

} // namespace tongban::service
