// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/permit/workflow.h"
#include "core/service/workspace/workspace.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::service {

/// What an auditor looks for; what is not set is not asked.
struct AuditFilter {
    std::string actor = {}; ///< Name of an account, a channel or the program.
    std::string serial = {}; ///< Of one case, as people type it.
    std::optional<permit::Act> act = {};
    std::optional<Date> from = {}; ///< First day, by the time of China.
    std::optional<Date> through = {}; ///< Last day.
};

struct AuditEntry {
    std::int64_t key = 0;
    int district = 0;
    std::int64_t n = 0; ///< Place in the district's chain.
    Timestamp at{};
    std::string serial;
    std::string actor;
    permit::Title role;
    permit::Title act;
    std::string reason; ///< A code or a sentence.
    std::string finding; ///< The words of the rules where the reason is one of their findings.
    std::string basis;
};

struct AuditPage {
    std::vector<AuditEntry> entries; ///< The latest first; may be empty before the end.
    std::int64_t next = 0; ///< Pass it on for the page after this one; 0 = there is none.
    std::vector<std::pair<permit::Act, permit::Title>> acts; ///< With the first page: what can be asked for.
};

/// Who touched what, when and why. `before`: `next` of the page before, 0 for the first. Denied unless the
/// account is an enabled supervisor or administrator. `language` is that of findings. A case that does not
/// exist gives an empty page.
Result<AuditPage> auditPage(Workspace &workspace, std::string_view account, const AuditFilter &filter,
                            std::int64_t before, int limit, approval::Language language);

/// Denied unless the account may look at the record.
Result<> mayAudit(Workspace &workspace, std::string_view account);

} // namespace tongban::service
