// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/central/work.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::central {

/// What this login may read of a case; asking is not reading, and no refusal.
struct MayRead {
    bool records = false;
    bool evidence = false;
};
Result<MayRead> mayRead(Connection &connection, int district, const Uuid &caseId);

/// A text that an act of the ledger names by its digest. The centre has looked at it; whoever takes it looks
/// again.
struct ActRecord {
    std::int64_t n = 0; ///< Place of the act.
    std::string kind; ///< "decision": what the rules decided from; "page": what somebody had on the screen.
    std::string body;
};

/// What the acts of a case rest on; the purpose stands in the centre's log. Denied when the login may not,
/// and that stands in a log too.
Result<std::vector<ActRecord>> readRecords(Connection &connection, int district, const Uuid &caseId,
                                           std::string_view purpose);

/// What an agency or a register answered about a case.
struct CaseAnswer {
    std::string source;
    std::string record;
    std::string body; ///< As the worker sent it.
    Timestamp keptAt{};
};

/// Only for who may decide the item; otherwise the same as readRecords().
Result<std::vector<CaseAnswer>> readEvidence(Connection &connection, int district, const Uuid &caseId,
                                             std::string_view purpose);

/// Rules by which a decision was made, withdrawn ones too; nothing = they were never published here.
Result<std::optional<PublishedModel>> publishedModel(Connection &connection, const Digest &model);

} // namespace tongban::central
