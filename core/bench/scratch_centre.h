// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/random.h"
#include "core/bench/scratch_postgres.h"
#include "core/central/push.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace tongban::bench {

/// A desktop that takes applications in.
struct ScratchDesktop {
    int district = 0;
    Uuid device = Uuid::fromBytes({});
    std::int64_t sequence = 0;
    SeededRandom random{1};

    Uuid nextId() { return Uuid::v7(fromUnixMilliseconds(1'790'000'000'000), random); }
    central::Command next();
    std::vector<central::Command> next(int count);
};

/// A server with a centre and one clerk of all districts with many desktops.
class ScratchCentre
{
public:
    static Result<ScratchCentre> create(const std::filesystem::path &folder,
                                        const std::filesystem::path &resources, int desktops);

    std::string text() const;
    std::string administrator() const { return m_server->text("admin"); }

    /// What the server itself does within its first minute: without statistics, a session that began on empty
    /// tables keeps plans that read a whole district for one case.
    Result<> learnStatistics() const;

    /// What the server's processes hold for themselves, without what they share.
    Result<double> serverMegabytes() const { return m_server->ownMegabytes(); }

    ScratchDesktop &desktop(int number) { return m_desktops[static_cast<std::size_t>(number)]; }

private:
    std::unique_ptr<ScratchPostgres> m_server;
    std::vector<ScratchDesktop> m_desktops;
};

} // namespace tongban::bench
