// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/explanation.h"

#include "core/approval/condition_story.h"
#include "core/approval/rule_set_parts.h"
#include "core/base/identifier.h"
#include "core/dmn/evaluator.h"

namespace tongban::approval {

namespace {

class Page
{
public:
    Page(const RuleSet &ruleSet, const DecisionInputs &inputs, const Decision &decision,
         const dmn::Trace &trace, Language language)
        : m_ruleSet(ruleSet), m_inputs(inputs), m_decision(decision), m_story(ruleSet, inputs, language)
    {
        for (std::size_t i = 0; i < decision.tables.size(); ++i)
            m_tables.push_back(tellTable(ruleSet, m_story, decision.tables[i], trace.tables()[i]));
    }

    std::string write()
    {
        writeHead();
        writeResult();
        writeDefects();
        writeConditions();
        writeChanges();
        writeRights();
        writeVersions();
        return std::move(m_text);
    }

private:
    std::string say(std::string_view zh, std::string_view en) const { return m_story.say(zh, en); }
    void line(const std::string &text) { m_text += text + "\n"; }
    void heading(std::string_view zh, std::string_view en) { m_text += "\n## " + say(zh, en) + "\n\n"; }

    void writeHead()
    {
        const CaseHeader &header = m_inputs.header;
        const Manifest &manifest = m_ruleSet.manifest();
        line("# " + say("审批决定说明:", "Explanation of a decision: ")
             + say(manifest.titleZh, manifest.titleEn));
        line("");
        line("- " + say("办件编号:", "Case: ") + header.serial);
        line("- " + say("事项:", "Item: ") + header.item + say(",第 ", ", version ")
             + std::to_string(header.itemVersion) + say(" 版", ""));
        line("- " + say("申请人证件号:", "Applicant's number: ") + masked(header.applicantId, 6, 4));
        line("- " + say("收件日期:", "Received: ") + isoDate(officialDate(header.receivedAt)));
        line("- " + say("审查日期:", "Examined: ") + isoDate(officialDate(header.decidedAt)));
    }

    void writeResult()
    {
        heading("一、结果", "1. Result");
        switch (m_decision.outcome) {
        case Outcome::Grant:
            line(say("**准予许可。** 全部条件都已查明并且符合,由系统依公布的规则自动决定。",
                     "**Granted.** Every condition was established and is met; decided automatically by the "
                     "published rules."));
            return;
        case Outcome::Notice:
            line(say("**需要补正。** 以下内容已一次全部告知;补齐后继续办理。",
                     "**Something is missing.** All of it is listed below, once; the case goes on when it is "
                     "there."));
            return;
        case Outcome::Refuse:
            line(say("**不予许可。** 法定的客观条件不符合,条文见下。您有权要求由人工复核。",
                     "**Refused.** An objective condition of the law is not met; the article is given below. "
                     "You may "
                     "have a person review this."));
            return;
        case Outcome::AwaitEvidence:
            line(say(
                "**等待核查结果,尚未作出决定。** 有来源还没有答复;没有答复不会被当作不符合。",
                "**Waiting for answers; nothing is decided yet.** A source has not answered, which is never "
                "taken as a no."));
            break;
        case Outcome::Refer:
            line(say("**转由工作人员审查,系统没有作出决定。**",
                     "**Referred to a person; the program decided nothing.**"));
            break;
        }
        line("");
        line(say("原因:", "Why: ") + reasonWords());
    }

    std::string reasonWords() const
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
            return say("有来源尚未答复,系统会再次查询:",
                       "a source has not answered and will be asked again: ")
                + unknownNames() + say("。", ".");
        case ReasonKind::EvidenceUnknown:
            return say("以下情况无法由系统查明:", "this cannot be established by the program: ")
                + unknownNames() + say("。", ".");
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
            return say(
                "录入时距所填收件日期已超过受理期限,须由人核实。",
                "it was taken in long after the stated day of receipt; a person finds out the true day.");
        }
        return {};
    }

    std::string materials() const
    {
        std::string words;
        for (const int no : m_inputs.circumstances.missingMaterials)
            words += (words.empty() ? "" : say("、", ", ")) + say("第 ", "no. ") + std::to_string(no)
                + say(" 项", "");
        return words;
    }

    std::string unknownNames() const
    {
        std::string words;
        for (const std::size_t fact : m_decision.undetermined)
            words += (words.empty() ? "" : say("、", ", ")) + m_story.factName(fact);
        return words;
    }

    void writeDefects()
    {
        const bool lacksMaterials = !m_inputs.circumstances.missingMaterials.empty();
        if (m_decision.findings.empty() && !lacksMaterials && m_decision.undetermined.empty())
            return;
        heading("二、审查发现", "2. What was found");
        if (lacksMaterials)
            line("- " + say("缺少材料:", "Documents missing: ") + materials());
        for (const Finding &finding : m_decision.findings)
            line("- " + say(finding.zh, finding.en) + say("依据:", " Basis: ") + finding.basis
                 + say("(", " (") + finding.code + say(")", ")"));
        for (const std::size_t fact : m_decision.undetermined)
            line("- " + m_story.factName(fact) + say(":", ": ") + m_story.factValue(fact) + say("(", " (")
                 + m_story.factSource(fact) + say(")", ")"));
    }

    std::string standingWords(const Condition &condition) const
    {
        switch (condition.standing) {
        case Condition::Standing::Open: return say("**无法判断**", "**cannot be told**");
        case Condition::Standing::Met:
            return condition.isFinding ? say("**符合**", "**met**") : say("**适用**", "**applies**");
        case Condition::Standing::NotMet:
            return condition.isFinding ? say("**不符合**", "**not met**") : say("不适用", "does not apply");
        }
        return {};
    }

    std::string markWords(const std::string &mark) const
    {
        if (mark == "S")
            return say("(条文取自二手来源)", " (wording from a secondary source)");
        if (mark == "R")
            return say("(条文待核)", " (wording to be checked)");
        return {};
    }

    void writeConditions()
    {
        heading("三、逐项审查", "3. Condition by condition");
        line(say("“不符合的情形”是规则写明的界限;“本案”是用来比较的情况及其来源和日期。",
                 "\"Not met when\" is the limit as the rule draws it; \"here\" is what was compared, with "
                 "source and day."));
        for (const ConditionTable &table : m_tables) {
            line("");
            line("### " + table.name);
            line("");
            for (const Condition &condition : table.conditions)
                line(conditionLine(condition));
        }
    }

    std::string conditionLine(const Condition &condition) const
    {
        std::string text = "- " + standingWords(condition) + say(":", ": ") + condition.article
            + markWords(condition.mark) + say("。", ". ");
        text += condition.isFinding ? say("不符合的情形:", "Not met when: ") : say("情形:", "When: ");
        text += condition.test + say("。", ". ");
        if (!condition.values.empty())
            text += say("本案:", "Here: ") + condition.values + say("。", ". ");
        if (condition.isFinding && condition.standing != Condition::Standing::Met)
            text += say("说明:", "") + condition.text;
        else if (!condition.isFinding)
            text += condition.text;
        return text;
    }

    void writeChanges()
    {
        heading("四、怎样会有不同的结果", "4. What would change the result");
        bool isEmpty = true;
        const auto point = [this, &isEmpty](const std::string &text) {
            line("- " + text);
            isEmpty = false;
        };
        for (const int no : m_inputs.circumstances.missingMaterials)
            point(say("补交材料第 " + std::to_string(no) + " 项。",
                      "Provide document no. " + std::to_string(no) + "."));
        for (const std::size_t fact : m_decision.undetermined)
            point(m_story.factName(fact)
                  + say(" 一经查明,即重新审查。", ": the case is examined again as soon as this is known."));
        for (const ConditionTable &table : m_tables) {
            for (const Condition &condition : table.conditions) {
                if (condition.isFinding && condition.standing == Condition::Standing::NotMet)
                    point(condition.code + say(":不再出现“", ": when it is no longer so that ")
                          + condition.test + say("”的情形;现在是:", "; now: ") + condition.values
                          + say("。", "."));
            }
        }
        if (isEmpty && m_decision.outcome == Outcome::Grant)
            point(say("上列任何一项条件如不符合或者无法查明,系统都不会自动准予。",
                      "Had any condition above not been met or not been known, the program would not have "
                      "granted."));
        else if (isEmpty)
            point(say("由工作人员审查后决定。", "A person decides after looking at the case."));
    }

    void writeRights()
    {
        heading("五、您的权利", "5. Your rights");
        line("- "
             + say("您有权要求说明,并有权拒绝仅由自动化方式作出的决定,要求由人办理("
                   "《个人信息保护法》第二十四条)。在窗口"
                   "或者网上选择“请人工办理”即可,不需要理由。",
                   "You may ask for an explanation and may refuse a decision made by automated means alone "
                   "(Personal "
                   "Information Protection Law, article 24). Ask for a person at the window or online; no "
                   "reason is "
                   "needed."));
        line("- "
             + say("您有权陈述、申辩(《行政许可法》第七条)。",
                   "You may state your case (Administrative Licensing Law, article 7)."));
        line(
            "- "
            + say("对决定不服的,可以自知道之日起六十日内申请行政复议(《行政复议法》第二十条),"
                  "或者六个月内提起行政诉讼"
                  "(《行政诉讼法》第四十六条)。",
                  "Against a decision you may apply for administrative reconsideration within sixty days "
                  "(Administrative Reconsideration Law, article 20) or sue within six months (Administrative "
                  "Litigation Law, article 46)."));
    }

    void writeVersions()
    {
        heading("六、依据的版本", "6. Versions");
        line("- " + say("规则集:", "Rule set: ") + m_ruleSet.code() + say(" 第 ", ", version ")
             + std::to_string(m_ruleSet.version()) + say(" 版", ""));
        line("- " + say("规则文件 SHA-256:", "SHA-256 of the rules: ") + m_ruleSet.modelDigest().hex());
        line("- " + say("引擎:", "Engine: ") + std::string(dmn::kEngineVersion)
             + say(";日历:", "; calendar: ") + m_inputs.calendar + say(";事项目录:", "; catalogue: ")
             + m_inputs.catalogue);
        for (const LegalSource &source : m_ruleSet.manifest().legalSources)
            line("- 《" + source.title + "》" + markWords(source.status) + say(",核对日期 ", ", checked ")
                 + source.checked);
    }

    const RuleSet &m_ruleSet;
    const DecisionInputs &m_inputs;
    const Decision &m_decision;
    FactStory m_story;
    std::vector<ConditionTable> m_tables;
    std::string m_text;
};

} // namespace

std::string explain(const RuleSet &ruleSet, const DecisionInputs &inputs, DecisionEngine &engine,
                    Language language)
{
    const Decision &decision = engine.decide(ruleSet, inputs);
    return Page(ruleSet, inputs, decision, engine.lastRun().trace(), language).write();
}

} // namespace tongban::approval
