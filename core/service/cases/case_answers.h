// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/cases/case_view.h"
#include "core/storage/store.h"

#include <string>
#include <string_view>
#include <vector>

namespace tongban::service {

/// An answer as a copy keeps it: with source and record around what the worker sent.
std::string answerLine(std::string_view source, std::string_view record, std::string_view body);

/// What the sources answered about a case of a copy, field by field; the last answer of each counts. Empty =
/// nothing was told here.
Result<std::vector<ViewEvidence>> answersTold(Workspace &workspace, std::int64_t caseNo,
                                              approval::Language language);

/// Why there is nothing, in words; empty where the centre had nothing to tell.
Result<std::string> answersNote(Workspace &workspace, const storage::StoredCase &stored,
                                approval::Language language);

} // namespace tongban::service
