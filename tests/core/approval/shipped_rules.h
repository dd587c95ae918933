// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/evidence_dictionary.h"
#include "core/approval/rule_set_library.h"
#include "core/permit/catalogue.h"

#include <memory>

namespace tests {

/// The dictionary, rule sets and catalogue of the source tree; each ends the test program when it has a
/// problem.
tongban::approval::EvidenceDictionary shippedDictionary();
tongban::approval::RuleSetLibrary shippedRules();
std::shared_ptr<const tongban::permit::Catalogue> shippedCatalogue();

} // namespace tests
