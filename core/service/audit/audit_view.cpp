// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/audit/audit_view.h"

#include "core/approval/decision.h"
#include "core/service/accounts/account_rows.h"
#include "core/service/cases/case_lookup.h"
#include "core/service/cases/case_view.h"
#include "core/service/workspace/workspace_parts.h"
#include "core/storage/audit_search.h"

#include <algorithm>
#include <map>

namespace tongban::service {

namespace {

/// Midnight by the time of China.
Timestamp beginOf(Date day)
{
    return Timestamp(std::chrono::sys_days(day)) - std::chrono::hours(8);
}

class EntryWriter
{
public:
    EntryWriter(const Workspace &workspace, approval::Language language)
        : m_workspace(workspace), m_workflow(*workspace.resources().workflow), m_language(language)
    {
    }

    AuditEntry entry(const storage::AuditLine &line)
    {
        AuditEntry entry{line.key,    line.district,        line.n,    line.at,
                         line.serial, line.actor,           {},        {},
                         line.reason, finding(line.reason), line.basis};
        const auto role = permit::parseRole(line.role);
        entry.role = role ? m_workflow.title(*role) : permit::Title{line.role, line.role};
        const auto act = permit::parseAct(line.act);
        entry.act = act ? m_workflow.title(*act) : permit::Title{line.act, line.act};
        return entry;
    }

private:
    /// A page names the same few findings again and again.
    const std::string &finding(const std::string &text)
    {
        const auto [known, isNew] = m_findings.try_emplace(text);
        const auto reason = approval::Reason::parse(text);
        if (isNew && reason && !reason->finding.empty())
            known->second = findingWords(m_workspace, reason->finding, m_language);
        return known->second;
    }

    const Workspace &m_workspace;
    const permit::Workflow &m_workflow;
    approval::Language m_language;
    std::map<std::string, std::string> m_findings;
};

storage::AuditWanted wantedBy(const AuditFilter &filter)
{
    storage::AuditWanted wanted;
    if (!filter.actor.empty())
        wanted.actor = filter.actor;
    if (filter.act)
        wanted.act = std::string(permit::name(*filter.act));
    if (filter.from)
        wanted.from = beginOf(*filter.from);
    if (filter.through)
        wanted.until = beginOf(*filter.through + std::chrono::days(1));
    return wanted;
}

bool fits(const storage::StoredEvent &event, const storage::AuditWanted &wanted)
{
    return (!wanted.actor || *wanted.actor == event.actor) && (!wanted.act || *wanted.act == event.act)
        && event.at >= wanted.from && event.at < wanted.until;
}

/// The whole story of one case at once.
Result<std::vector<storage::AuditLine>> linesOfCase(Workspace &workspace, const AuditFilter &filter)
{
    storage::Store &store = *workspace.parts().store;
    std::vector<storage::AuditLine> lines;
    const Result<storage::StoredCase> found = findCase(store, filter.serial);
    if (!found
        && (found.error().code == ErrorCode::NotFound || found.error().code == ErrorCode::InvalidInput))
        return lines;
    const storage::StoredCase stored = TRY(found);
    const storage::AuditWanted wanted = wantedBy(filter);
    for (const storage::StoredEvent &event : TRY(store.events().ofCase(stored.record.id)))
        if (fits(event, wanted))
            lines.push_back({event.key, event.district, event.n, stored.record.serial, event.act, event.actor,
                             event.role, event.at, event.reason, event.basis});
    std::ranges::reverse(lines);
    return lines;
}

} // namespace

Result<> mayAudit(Workspace &workspace, std::string_view account)
{
    const auto row = TRY(workspace.parts().store->accounts().byName(account));
    const bool may = row && !row->disabled
        && (accountOf(*row).holds(permit::Role::Supervisor)
            || accountOf(*row).holds(permit::Role::Administrator));
    if (!may)
        return fail(ErrorCode::Denied, "only supervisors and administrators look at the whole record");
    return {};
}

Result<AuditPage> auditPage(Workspace &workspace, std::string_view account, const AuditFilter &filter,
                            std::int64_t before, int limit, approval::Language language)
{
    TRY(mayAudit(workspace, account));
    const permit::Workflow &workflow = *workspace.resources().workflow;
    storage::AuditStretch stretch;
    if (filter.serial.empty()) {
        storage::AuditSearch search(workspace.parts().store->database());
        stretch = TRY(search.page(wantedBy(filter), before, limit));
    } else {
        stretch.lines = TRY(linesOfCase(workspace, filter));
    }
    AuditPage page;
    page.next = stretch.next;
    EntryWriter writer(workspace, language);
    for (const storage::AuditLine &line : stretch.lines)
        page.entries.push_back(writer.entry(line));
    for (int i = 0; before == 0 && i < permit::kActCount; ++i) {
        const auto act = static_cast<permit::Act>(i);
        page.acts.emplace_back(act, workflow.title(act));
    }
    return page;
}

} // namespace tongban::service
