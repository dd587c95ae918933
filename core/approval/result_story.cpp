// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/result_story.h"

namespace tongban::approval {

std::string ResultStory::result() const
{
    switch (m_decision.outcome) {
    case Outcome::Grant:
        return say("**准予许可。** 全部条件都已查明并且符合,由系统依公布的规则自动决定。",
                   "**Granted.** Every condition was established and is met; decided automatically by the "
                   "published rules.");
    case Outcome::Notice:
        return say("**需要补正。** 以下内容已一次全部告知;补齐后继续办理。",
                   "**Something is missing.** All of it is listed below, once; the case goes on when it is "
                   "there.");
    case Outcome::Refuse:
        return say("**不予许可。** 法定的客观条件不符合,条文见下。您有权要求由人工复核。",
                   "**Refused.** An objective condition of the law is not met; the article is given below. "
                   "You may "
                   "have a person review this.");
    case Outcome::AwaitEvidence:
        return say(
            "**等待核查结果,尚未作出决定。** 有来源还没有答复;没有答复不会被当作不符合。",
            "**Waiting for answers; nothing is decided yet.** A source has not answered, which is never "
            "taken as a no.");
    case Outcome::Refer:
        return say("**转由工作人员审查,系统没有作出决定。**",
                   "**Referred to a person; the program decided nothing.**");
    }
    return {};
}

std::string ResultStory::reason() const
{
    switch (m_decision.reason.kind) {
    case ReasonKind::None: return say("无", "none");
    case ReasonKind::HumanRequested:
        return say("申请人要求由人工决定(《个人信息保护法》第二十四条)。",
                   "the applicant asked for a person (Personal Information Protection Law, article 24).");
    case ReasonKind::Duplicate:
        return say("同一申请人对同一事项已有在办或已准予的申请。",
                   "an earlier application for the same is still open or was granted.");
    case ReasonKind::NotAutomaticItem:
        return say("该事项由工作人员决定。", "this item is decided by people.");
    case ReasonKind::OutsidePower:
        return say("该事项在此区域不由本机关决定。",
                   "this office does not decide this item in this district.");
    case ReasonKind::MaterialsIncomplete:
        return say("缺少主要材料:", "main documents are missing: ") + materials() + say("。", ".");
    case ReasonKind::EvidencePending:
        return say("有来源尚未答复,系统会再次查询:", "a source has not answered and will be asked again: ")
            + unknownNames() + say("。", ".");
    case ReasonKind::EvidenceUnknown:
        return say("以下情况无法由系统查明:", "this cannot be established by the program: ") + unknownNames()
            + say("。", ".");
    case ReasonKind::Finding:
        return say("审查发现 ", "finding ") + m_decision.reason.finding + say("。", ".");
    case ReasonKind::RefusalNeedsHuman:
        return say("规则得出不予许可;不予许可须由人决定。",
                   "the rules would refuse, and only people refuse here.");
    case ReasonKind::ModelError: return say("规则未能得出结论。", "the rules came to no conclusion.");
    case ReasonKind::Conflict:
        return say("规则的结论与审查发现不一致。",
                   "the conclusion of the rules does not fit their findings.");
    case ReasonKind::TakenInLate:
        return say("录入时距所填收件日期已超过受理期限,须由人核实。",
                   "it was taken in long after the stated day of receipt; a person finds out the true day.");
    }
    return {};
}

std::string ResultStory::materials() const
{
    std::string words;
    for (const int no : m_inputs.circumstances.missingMaterials)
        words +=
            (words.empty() ? "" : say("、", ", ")) + say("第 ", "no. ") + std::to_string(no) + say(" 项", "");
    return words;
}

std::string ResultStory::unknownNames() const
{
    std::string words;
    for (const std::size_t fact : m_decision.undetermined)
        words += (words.empty() ? "" : say("、", ", ")) + m_story.factName(fact);
    return words;
}

std::vector<std::string> ResultStory::changes(const std::vector<ConditionTable> &tables) const
{
    std::vector<std::string> points;
    const auto point = [&points](std::string text) {
        points.push_back(std::move(text));
    };
    for (const int no : m_inputs.circumstances.missingMaterials)
        point(say("补交材料第 " + std::to_string(no) + " 项。",
                  "Provide document no. " + std::to_string(no) + "."));
    for (const std::size_t fact : m_decision.undetermined)
        point(m_story.factName(fact)
              + say(" 一经查明,即重新审查。", ": the case is examined again as soon as this is known."));
    for (const ConditionTable &table : tables) {
        for (const Condition &condition : table.conditions) {
            if (condition.isFinding && condition.standing == Condition::Standing::NotMet)
                point(condition.code + say(":不再出现“", ": when it is no longer so that ") + condition.test
                      + say("”的情形;现在是:", "; now: ") + condition.values + say("。", "."));
        }
    }
    if (points.empty() && m_decision.outcome == Outcome::Grant)
        point(say("上列任何一项条件如不符合或者无法查明,系统都不会自动准予。",
                  "Had any condition above not been met or not been known, the program would not have "
                  "granted."));
    else if (points.empty())
        point(say("由工作人员审查后决定。", "A person decides after looking at the case."));
    return points;
}

} // namespace tongban::approval
