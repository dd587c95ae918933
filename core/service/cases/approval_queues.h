// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/permit/item.h"

#include <filesystem>
#include <map>
#include <string>
#include <tuple>

namespace tongban::service {

/// A desk of the back office that sorts what people have to decide (后台分类审批, S8).
struct ApprovalQueue {
    std::string code;
    std::string nameZh;
    std::string nameEn;
};

/// Which desk a case goes to when people decide it: the published routing table (field × level × class of
/// item), evaluated once for everything it knows. Immutable; any thread.
class ApprovalQueues
{
public:
    /// The latest version of the table in `folder` (`<version>.dmn`). InvalidInput when it cannot be read or
    /// leaves anything without exactly one desk.
    static Result<ApprovalQueues> load(const std::filesystem::path &folder);

    /// Null for an item of a field that the table does not know.
    const ApprovalQueue *queueFor(const permit::Item &item) const;

private:
    using Key = std::tuple<std::string, std::string, std::string>; ///< Field, level, class.

    std::map<Key, ApprovalQueue> m_queues;
};

} // namespace tongban::service
