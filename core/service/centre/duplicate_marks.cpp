// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/centre/duplicate_marks.h"

#include "core/permit/workflow.h"
#include "core/service/acts/standing.h"
#include "core/service/centre/replica_case.h"
#include "core/service/intake/again_after.h"
#include "core/service/workspace/workspace_parts.h"

#include <algorithm>
#include <cstdlib>

namespace tongban::service {

namespace {

constexpr std::string_view kThroughKey = "duplicates_through"; // number of a case in this store
constexpr std::string_view kChannel = "channel:";

/// Looked at in one transaction, some hundredths of a second.
constexpr std::int64_t kCasesAtOnce = 10'000;

class DuplicateMarks
{
public:
    explicit DuplicateMarks(Workspace &workspace)
        : m_workspace(workspace), m_store(*workspace.parts().store), m_folder(workspace)
    {
    }

    Result<> mark(std::int64_t no)
    {
        const auto later = TRY(caseOf(no));
        if (!later)
            return {};
        const auto events = TRY(m_store.events().ofCase(later->record.id));
        // Whoever took it in at a desktop has looked already.
        if (events.empty() || !events.front().actor.starts_with(kChannel))
            return {};
        std::int64_t first = 0;
        std::optional<Uuid> older;
        for (const std::int64_t other :
             TRY(m_store.cases().sameMatter(later->record.applicantId, later->record.duplicateKey, no))) {
            const auto earlier = TRY(caseOf(other));
            if (!earlier || earlier->record.district != later->record.district)
                continue;
            const auto acts = TRY(m_store.events().ofCase(earlier->record.id));
            // The numbers of this store follow the order in which it heard of cases; the ledger's are
            // everybody's.
            if (acts.empty() || (older && acts.front().n > first)
                || !TRY(wasInTheWay(*earlier, acts, later->record, events.front())))
                continue;
            first = acts.front().n;
            older = earlier->record.id;
        }
        if (older)
            return m_store.cases().setDuplicateOf(no, *older);
        return {};
    }

private:
    /// One that is damaged stands in nobody's way.
    Result<std::optional<storage::StoredCase>> caseOf(std::int64_t no)
    {
        auto stored = m_store.cases().byNo(no);
        if (!stored && stored.error().code == ErrorCode::Corrupted)
            return std::optional<storage::StoredCase>();
        if (!stored)
            return Failure(std::move(stored).error());
        return std::optional(*std::move(stored));
    }

    /// As the earlier case stood when the later one came: open, or granted not long ago.
    Result<bool> wasInTheWay(const storage::StoredCase &earlier,
                             const std::vector<storage::StoredEvent> &acts, const storage::CaseRecord &later,
                             const storage::StoredEvent &opening)
    {
        FoldedCase folded;
        folded.record = earlier.record;
        for (const storage::StoredEvent &event : acts)
            if (event.n < opening.n)
                TRY(m_folder.follow(folded, event));
        if (!folded.state)
            return false;
        const storage::CaseStanding then = m_folder.standing(folded);
        if (then.open)
            return true;
        const permit::Item *item = m_workspace.catalogue().version(later.item, later.itemVersion);
        return then.outcome == "granted" && then.state != permit::name(permit::State::Revoked)
            && earlier.record.receivedAt >= againSince(item, later.receivedAt);
    }

    Workspace &m_workspace;
    storage::Store &m_store;
    CaseFolder m_folder;
};

} // namespace

Result<> markDuplicates(Workspace &workspace, const std::function<bool()> &mustStop)
{
    storage::Store &store = *workspace.parts().store;
    const auto kept = TRY(store.meta().value(kThroughKey));
    std::int64_t through = kept ? std::atoll(kept->c_str()) : 0;
    const std::int64_t last = TRY(store.cases().lastNo());
    const bool isWorker = workspace.parts().joined->kind == "worker";
    DuplicateMarks marks(workspace);
    while (through < last && !mustStop()) {
        const std::int64_t next = std::min(last, through + kCasesAtOnce);
        const auto repeated = TRY(store.cases().repeatedIn(through, next));
        auto transaction = TRY(store.begin());
        for (const std::int64_t no : repeated)
            TRY(marks.mark(no));
        TRY(store.meta().setValue(kThroughKey, std::to_string(next)));
        TRY(transaction.commit());
        through = next;
        if (!isWorker)
            break;
    }
    return {};
}

} // namespace tongban::service
