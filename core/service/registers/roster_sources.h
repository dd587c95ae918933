// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/registers/roster.h"
#include "core/storage/register_store.h"
#include "core/storage/roster_store.h"

namespace tongban::service {

/// The kind of object a normalised code names; nothing when it is neither a USCC nor a resident id.
std::optional<storage::RosterKind> kindOfCode(std::string_view code, Date today);

/// Adds what the registers and the granted cases of a workspace name, inside the roster's open transaction.
class RosterSources
{
public:
    RosterSources(Workspace &workspace, storage::RegisterStore &registers, storage::RosterStore &roster,
                  RosterReport &report, const Progress &progress);

    Result<> addAll();

private:
    Result<> addEnterprises();
    Result<> addHolders();
    Result<> addApplicants();
    Result<std::string> nameOf(std::string_view code, storage::RosterKind kind);
    Result<> counted();

    Workspace &m_workspace;
    storage::RegisterStore &m_registers;
    storage::RosterStore &m_roster;
    RosterReport &m_report;
    const Progress &m_progress;
    Date m_today;
    std::int64_t m_done = 0;
    storage::RegisterAnswer m_answer;
};

} // namespace tongban::service
