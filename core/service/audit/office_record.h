// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/workspace/workspace.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::service {

/// What can be changed in an office without touching a case: who may work here, what opens its personal data,
/// by which catalogue and calendar it works. Each change is kept with who made it and what stood before, in a
/// chain of its own that the audit checks.
enum class OfficeChangeKind {
    AccountAdded,
    AccountChanged,
    PasswordSet,
    AccountDisabled,
    AccountEnabled,
    PassphraseChanged,
    RecoveryCodeRenewed,
    CatalogueImported,
    CalendarImported,
};
inline constexpr std::size_t kOfficeChangeKinds = 9;

/// "account_added", ...
std::string_view name(OfficeChangeKind kind);

/// One field before and after; "" = there was none. The values are those stored: names of roles, codes of
/// places.
struct OfficeDifference {
    std::string field; ///< "name", "roles", "organisation", "hall", "window", "from", "digest", ...
    std::string before;
    std::string after;
};

struct OfficeEntry {
    std::int64_t n = 0;
    Timestamp at{};
    std::string actor; ///< An account, or "machine" for the command line of whoever runs it.
    std::optional<OfficeChangeKind> kind; ///< Nothing for a kind that a newer program wrote.
    std::string subject; ///< The account, the year; may be empty.
    std::vector<OfficeDifference> differences;
};

struct OfficePage {
    std::vector<OfficeEntry> entries; ///< The latest first.
    std::int64_t next = 0; ///< Pass it on for the page after this one; 0 = there is none.
};

/// `before`: `next` of the page before, 0 for the first.
Result<OfficePage> officeRecord(Workspace &workspace, std::int64_t before, int limit);

/// What is wrong with the record, for the audit: at which place, and what.
struct OfficeRecordFault {
    std::int64_t n = 0;
    std::string fault; ///< "office_gap", "office_edited", "office_truncated".
};
Result<std::vector<OfficeRecordFault>> checkOfficeRecord(Workspace &workspace);

} // namespace tongban::service
