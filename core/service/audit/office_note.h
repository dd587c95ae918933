// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/audit/office_record.h"

namespace tongban::service {

/// Who changes an office when nobody is signed in: the command line, or the first page of an empty office.
inline constexpr std::string_view kMachineActor = "machine";

/// Writes a change into the record of the office; private to core/service. In the open transaction of the
/// change itself. `by`: empty = whoever runs the machine. Fields that are the same before and after are left
/// out.
Result<> noteOfficeChange(Workspace &workspace, OfficeChangeKind kind, std::string_view by,
                          std::string_view subject, const std::vector<OfficeDifference> &differences = {});

/// The same for what was changed outside the store; in a transaction of its own.
Result<> noteOfficeChangeAlone(Workspace &workspace, OfficeChangeKind kind, std::string_view by,
                               std::string_view subject,
                               const std::vector<OfficeDifference> &differences = {});

} // namespace tongban::service
