// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/explanation.h"

#include "core/approval/condition_story.h"
#include "core/approval/result_story.h"
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
        : m_ruleSet(ruleSet), m_inputs(inputs), m_decision(decision), m_story(ruleSet, inputs, language),
          m_result(inputs, decision, m_story)
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
        line(m_result.result());
        if (m_decision.outcome != Outcome::AwaitEvidence && m_decision.outcome != Outcome::Refer)
            return;
        line("");
        line(say("原因:", "Why: ") + m_result.reason());
    }

    void writeDefects()
    {
        const bool lacksMaterials = !m_inputs.circumstances.missingMaterials.empty();
        if (m_decision.findings.empty() && !lacksMaterials && m_decision.undetermined.empty())
            return;
        heading("二、审查发现", "2. What was found");
        if (lacksMaterials)
            line("- " + say("缺少材料:", "Documents missing: ") + m_result.materials());
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
        for (const std::string &point : m_result.changes(m_tables))
            line("- " + point);
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
    ResultStory m_result;
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
