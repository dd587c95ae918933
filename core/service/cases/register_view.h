// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/evidence.h"
#include "core/permit/item.h"
#include "core/service/cases/case_view.h"

#include <string_view>
#include <vector>

namespace tongban::service {

/// What the registers say today about an applicant, field by field, from the records that the item's
/// documents come from: the evidence of a case that no rules have looked at. A register that is silent has a
/// line that says why.
std::vector<ViewEvidence> registersNow(Workspace &workspace, const permit::Item &item,
                                       std::string_view applicantId, approval::Language language);

/// The same from one answer, of whatever source.
void addAnswer(Workspace &workspace, const approval::EvidenceAnswer &answer, approval::Language language,
               std::vector<ViewEvidence> &evidence);

} // namespace tongban::service
