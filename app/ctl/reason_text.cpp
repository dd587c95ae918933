// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/reason_text.h"

#include "core/approval/rule_listing.h"

namespace tongban::ctl {

using approval::Outcome;
using approval::ReasonKind;

namespace {

std::string_view kindWords(ReasonKind kind, Language language)
{
    switch (kind) {
    case ReasonKind::None: return pick(language, "自动办结", "decided automatically");
    case ReasonKind::HumanRequested:
        return pick(language, "申请人要求人工办理", "the applicant asked for a person");
    case ReasonKind::Duplicate:
        return pick(language, "与未办结的旧件重复", "an older open case asks for the same");
    case ReasonKind::NotAutomaticItem:
        return pick(language, "本事项没有自动审批规则", "the item has no rules for automatic decisions");
    case ReasonKind::OutsidePower:
        return pick(language, "不属本机关权限", "this office does not decide the item here");
    case ReasonKind::MaterialsIncomplete: return pick(language, "缺少主要材料", "main documents are missing");
    case ReasonKind::EvidencePending:
        return pick(language, "数据来源尚未答复", "a source has not answered yet");
    case ReasonKind::EvidenceUnknown:
        return pick(language, "有的事实须由人查明", "a fact cannot be known without a person");
    case ReasonKind::Finding: return pick(language, "审查发现", "a rule found something");
    case ReasonKind::RefusalNeedsHuman:
        return pick(language, "不予许可须由人决定", "a refusal needs a person");
    case ReasonKind::ModelError:
        return pick(language, "规则无法执行完毕", "the rules could not be run to the end");
    case ReasonKind::Conflict:
        return pick(language, "规则结论与发现不符", "the rules' conclusion does not fit their findings");
    case ReasonKind::TakenInLate:
        return pick(language, "录入时距所填收件日期已超过受理期限",
                    "taken in long after the stated day of receipt");
    }
    return {};
}

} // namespace

ReasonText::ReasonText(const approval::RuleSetLibrary &library, Language language) : m_language(language)
{
    for (const approval::RuleSetPtr &ruleSet : library.all())
        for (const approval::RuleLine &line : approval::listRules(*ruleSet))
            m_findings.insert_or_assign(line.code, language == Language::Chinese ? line.textZh : line.textEn);
}

std::string ReasonText::words(std::string_view reason) const
{
    if (reason == "taken_by_person")
        return std::string(pick(m_language, "工作人员已接手办理", "a member of the staff took it over"));
    if (reason == "not_taken_by_centre")
        return std::string(pick(m_language, "中心未接收", "the centre did not take it"));
    const auto parsed = approval::Reason::parse(reason);
    if (!parsed)
        return std::string(reason);
    if (parsed->kind == ReasonKind::Finding)
        if (const auto found = m_findings.find(parsed->finding); found != m_findings.end())
            return found->second;
    return std::string(kindWords(parsed->kind, m_language));
}

std::string_view word(Outcome outcome, Language language)
{
    switch (outcome) {
    case Outcome::Grant: return pick(language, "准予", "grant");
    case Outcome::Notice: return pick(language, "补正告知", "notice");
    case Outcome::Refer: return pick(language, "转人工", "to a person");
    case Outcome::Refuse: return pick(language, "不予许可", "refuse");
    case Outcome::AwaitEvidence: return pick(language, "等待核验", "waits for a source");
    }
    return {};
}

} // namespace tongban::ctl
