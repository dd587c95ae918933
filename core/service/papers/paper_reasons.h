// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/evidence_dictionary.h"
#include "core/approval/rule_set_library.h"
#include "core/document/paper_kind.h"
#include "core/permit/application.h"

#include <string>
#include <string_view>

namespace tongban::service {

/// The reason of an act as a paper says it. What a person wrote stays as it is; "finding:CODE;CODE" of the
/// rules becomes the sentences of those rules.
std::string reasonOnPaper(std::string_view reason, const approval::RuleSetLibrary &library,
                          document::PaperLanguage language);

/// What a form says in a field, by the dictionary's word for it where there is one.
std::string valueInWords(const approval::EvidenceField &field, const permit::FieldValue &value,
                         document::PaperLanguage language);

} // namespace tongban::service
