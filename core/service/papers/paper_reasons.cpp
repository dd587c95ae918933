// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/papers/paper_reasons.h"

#include "core/approval/decision.h"
#include "core/approval/rule_listing.h"

namespace tongban::service {

std::string reasonOnPaper(std::string_view reason, const approval::RuleSetLibrary &library,
                          document::PaperLanguage language)
{
    const auto parsed = approval::Reason::parse(reason);
    if (!parsed || parsed->kind != approval::ReasonKind::Finding)
        return std::string(reason);
    for (const approval::RuleSetPtr &ruleSet : library.all())
        for (const approval::RuleLine &line : approval::listRules(*ruleSet))
            if (line.code == parsed->finding)
                return language == document::PaperLanguage::Chinese ? line.textZh : line.textEn;
    return std::string(reason);
}

std::string valueInWords(const approval::EvidenceField &field, const permit::FieldValue &value,
                         document::PaperLanguage language)
{
    const bool chinese = language == document::PaperLanguage::Chinese;
    for (const approval::CodeWord &word : field.words)
        if (word.value == value.text())
            return chinese ? word.zh : word.en;
    return value.text();
}

} // namespace tongban::service
