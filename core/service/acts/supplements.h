// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/permit/application.h"
#include "core/storage/event_log.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::service {

/// What an applicant sent in after a notice, as the event of the supplement keeps it: the application itself
/// never changes, the later rounds are decided on it and what came since.
struct Supplement {
    std::vector<int> materials; ///< Numbers of the documents that came.
    std::vector<permit::FormField> fields; ///< Form fields that were corrected.
};

/// The form of a supplement in the detail of its act.
std::string supplementDetail(const Supplement &supplement);

/// Two details of one act as one: the members of both, canonical JSON. Either may be empty.
Result<std::string> mergedDetail(std::string_view one, std::string_view other);

/// Everything that came with the supplements among these events, in order; the latest value of a field
/// counts.
Supplement supplementsIn(std::span<const storage::StoredEvent> events);

/// The application as it stands with what came since.
void addSupplement(permit::Application &application, const Supplement &supplement);

} // namespace tongban::service
