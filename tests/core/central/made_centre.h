// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/id.h"
#include "tests/core/central/postgres_server.h"

#include <string>
#include <vector>

namespace tests::central {

/// A centre of the test's own with the shipped workflow and catalogue, in which nobody has a right yet.
class MadeCentre
{
public:
    static constexpr int kDistrict = 440305;

    MadeCentre();

    /// Lets a login in with these roles; the device that is enrolled for it.
    tongban::Uuid admit(const std::string &login, const std::vector<std::string> &roles);
    void endRights(const std::string &login);

    /// For joining as this login.
    std::string text(const std::string &login) const { return m_server.text(login); }
    PostgresServer &server() { return m_server; }

private:
    PostgresServer m_server;
};

} // namespace tests::central
