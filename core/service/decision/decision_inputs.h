// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/decision.h"
#include "core/permit/catalogue.h"
#include "core/service/workspace/resources.h"
#include "core/storage/case_store.h"

namespace tongban::service {

/// Fills the part of a decision's inputs that comes from the case and the catalogue; the facts are the
/// caller's. The same for a new decision and for one that is re-made from its record.
void describeCase(const storage::CaseRecord &record, const permit::Application &application, int round,
                  Timestamp decidedAt, approval::CaseHeader &header);

/// Numbers of the documents that the applicant has to bring and did not, minor ones included: the one notice
/// names them all. What shared data or the licence store delivers is never missing.
std::vector<int> missingMaterials(const permit::Item &item, const permit::Application &application);

} // namespace tongban::service
