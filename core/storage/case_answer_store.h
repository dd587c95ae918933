// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/storage/database.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tongban::storage {

/// What a source answered about a case, as the centre keeps it.
struct CaseAnswerRow {
    Timestamp keptAt{}; ///< At the centre.
    std::string body; ///< JSON; core/service writes and reads it.
};

/// The last time a centre was asked for them.
struct CaseAnswerLook {
    std::int64_t version = 0; ///< Of the case then.
    Timestamp askedAt{};
    bool denied = false; ///< This account may not read them.
};

/// What sources answered about cases of a copy: for reading, sealed like the answers this workspace asked for
/// itself. Writes need an open Transaction. On the thread of its Database.
class CaseAnswerStore
{
public:
    static Result<CaseAnswerStore> create(Database &database);

    /// In place of what was kept of the case; a look that was denied leaves nothing.
    Result<> replace(std::int64_t caseNo, const std::vector<CaseAnswerRow> &rows, const CaseAnswerLook &look);
    Result<std::vector<CaseAnswerRow>> ofCase(std::int64_t caseNo);
    /// Nothing = never asked.
    Result<std::optional<CaseAnswerLook>> look(std::int64_t caseNo);

private:
    struct Statements;

    explicit CaseAnswerStore(const Statements &statements);

    std::shared_ptr<const Statements> m_statements;
};

} // namespace tongban::storage
