// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <memory>
#include <string>

namespace tongban::bench {

/// A PostgreSQL server for one benchmark, durable as in production, on a socket
/// in a folder of its own; stopped with this object. Started by root it runs as
/// the user postgres. Unavailable when there is no PostgreSQL 15 on the machine
/// (TONGBAN_POSTGRES_BIN names another place of its programs).
class ScratchPostgres
{
public:
    static Result<std::unique_ptr<ScratchPostgres>> start(const std::filesystem::path &folder);
    ~ScratchPostgres();
    ScratchPostgres(const ScratchPostgres &) = delete;
    ScratchPostgres &operator=(const ScratchPostgres &) = delete;

    /// For libpq; the database is "tongban", the superuser "admin".
    std::string text(const std::string &login) const;

    /// What its processes hold for themselves: memory that is theirs alone, and their part of what a few
    /// share; not the server's buffers.
    Result<double> ownMegabytes() const;

    /// A file that the server alone can read; its path.
    Result<std::string> writeFile(const std::string &name, const std::string &contents) const;

private:
    explicit ScratchPostgres(std::filesystem::path folder) : m_folder(std::move(folder)) { }

    std::filesystem::path m_folder;
};

} // namespace tongban::bench
