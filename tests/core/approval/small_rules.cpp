// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/approval/small_rules.h"

#include <cstdio>
#include <cstdlib>

using namespace tongban;
using namespace tongban::approval;

namespace tests {

namespace {

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '&')
            out += "&amp;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

std::string inQuotes(std::string_view text)
{
    return "\"" + std::string(text) + "\"";
}

std::string tableXml(const Table &table)
{
    std::string xml = "<decisionTable hitPolicy=\"" + table.hitPolicy + "\">";
    for (const std::string &column : table.columns)
        xml += "<input label=\"" + escaped(column) + "\"><inputExpression><text>" + escaped(column)
            + "</text></inputExpression></input>";
    for (const std::string &output : table.outputs)
        xml += "<output name=\"" + output + "\"/>";
    xml += "<annotation name=\"条款\"/>";
    for (const Row &row : table.rows) {
        xml += "<rule>";
        for (const std::string &cell : row.cells)
            xml += "<inputEntry><text>" + escaped(cell) + "</text></inputEntry>";
        for (const std::string &output : row.outputs)
            xml += "<outputEntry><text>" + escaped(output) + "</text></outputEntry>";
        xml += "<annotationEntry><text>" + row.article + "</text></annotationEntry></rule>";
    }
    return xml + "</decisionTable>";
}

std::string inputXml(std::string_view id, std::string_view name, std::string_view type)
{
    return "<inputData id=\"" + std::string(id) + "\" name=\"" + std::string(name) + "\"><variable name=\""
        + std::string(name) + "\" typeRef=\"" + std::string(type) + "\"/></inputData>";
}

std::string requirement(std::string_view kind, std::string_view id)
{
    return "<informationRequirement><required" + std::string(kind) + " href=\"#" + std::string(id)
        + "\"/></informationRequirement>";
}

std::string decisionXml(std::string_view id, std::string_view name,
                        const std::vector<std::string> &requirements, const std::string &logic)
{
    std::string xml = "<decision id=\"" + std::string(id) + "\" name=\"" + std::string(name)
        + "\"><variable name=\"" + std::string(name) + "\"/>";
    for (const std::string &one : requirements)
        xml += one;
    return xml + logic + "</decision>";
}

std::string literal(std::string_view text)
{
    return "<literalExpression><text>" + escaped(text) + "</text></literalExpression>";
}

std::string inputs()
{
    return inputXml("i1", "收件日期", "date") + inputXml("i2", "申请人类型", "string")
        + inputXml("i3", "年龄", "number") + inputXml("i4", "准驾车型", "string")
        + inputXml("i5", "初次领证日期", "date") + inputXml("i6", "近三周期记分", "numbers")
        + inputXml("i7", "本市户籍", "boolean") + inputXml("i8", "居住证有效期至", "date")
        + inputXml("i9", "无吊销声明", "boolean");
}

constexpr std::string_view kFacts = R"(
 {"name":"收件日期","en":"date received","type":"date","from":"case","field":"received_on"},
 {"name":"申请人类型","en":"kind of applicant","type":"string","from":"application","field":"applicant.kind"},
 {"name":"年龄","en":"age","type":"number","from":"derived","field":"age_on_received","unit":"岁"},
 {"name":"准驾车型","en":"licence class","type":"string","from":"register","source":"traffic_police","record":"driver",
  "key":"applicant_id","field":"licence_class","absent":"无","max_age_days":30},
 {"name":"初次领证日期","en":"first issue","type":"date","from":"register","source":"traffic_police","record":"driver",
  "key":"applicant_id","field":"first_issue","max_age_days":30},
 {"name":"近三周期记分","en":"penalty points","type":"list<number>","from":"register","source":"traffic_police",
  "record":"driver","key":"applicant_id","field":"points_last_3_cycles","max_age_days":30,"unit":"分"},
 {"name":"本市户籍","en":"household here","type":"boolean","from":"register","source":"police","record":"person",
  "key":"applicant_id","field":"household_shenzhen","max_age_days":30},
 {"name":"居住证有效期至","en":"residence permit valid to","type":"date","from":"register","source":"police",
  "record":"person","key":"applicant_id","field":"residence_permit_valid_to","max_age_days":30},
 {"name":"无吊销声明","en":"declares no revocation","type":"boolean","from":"application",
  "field":"no_revocation_declared","absent":false})";

} // namespace

SmallRules::SmallRules()
{
    findings.columns = {"申请人类型", "年龄",     "准驾车型",       "驾龄月数",
                        "曾记满分",   "本市户籍", "居住证有效期至", "无吊销声明"};
    findings.outputs = {"代码", "处理", "依据", "说明", "英文"};
    addFinding("申请人类型", R"(not("person"))", "T-01", "转人工");
    addFinding("年龄", "< 21", "T-02", "不予");
    addFinding("准驾车型", R"(not("C1", "B2"))", "T-03", "补正");
    addFinding("驾龄月数", "< 36", "T-04", "补正");
    addFinding("曾记满分", "true", "T-05", "转人工");
    addFinding("居住证有效期至", "< 收件日期", "T-06", "补正");
    findings.rows.back().cells[5] = "false";
    addFinding("无吊销声明", "false", "T-07", "补正");

    conclusion.hitPolicy = "FIRST";
    conclusion.columns = {R"(count(审查发现[item.处理 = "转人工"]))",
                          R"(count(审查发现[item.处理 = "不予"]))", R"(count(审查发现[item.处理 = "补正"]))"};
    conclusion.outputs = {"结论", "理由代码"};
    addConclusion({"> 0", "-", "-"}, "转人工", "R");
    addConclusion({"-", "> 0", "-"}, "不予", "X");
    addConclusion({"-", "-", "> 0"}, "补正", "N");
    addConclusion({"-", "-", "-"}, "准予", "ALL-MET");
}

void SmallRules::addFinding(std::string_view column, std::string_view cell, std::string_view findingCode,
                            std::string_view handling)
{
    Row row;
    for (const std::string &name : findings.columns)
        row.cells.emplace_back(name == column ? cell : "-");
    row.outputs = {inQuotes(findingCode), inQuotes(handling),
                   inQuotes("《试行规则》第" + std::string(findingCode) + "条"),
                   inQuotes("说明" + std::string(findingCode)), inQuotes("Text " + std::string(findingCode))};
    row.article = "TEST " + std::string(findingCode);
    findings.rows.push_back(std::move(row));
}

void SmallRules::addConclusion(std::vector<std::string> cells, std::string_view word, std::string_view reason)
{
    Row row;
    row.cells = std::move(cells);
    row.outputs = {inQuotes(word), inQuotes(reason)};
    conclusion.rows.push_back(std::move(row));
}

RuleSetText SmallRules::text() const
{
    RuleSetText result;
    result.file = code + "/" + std::to_string(version) + ".json";
    result.manifest = R"({"rule_set":")" + code + R"(","version":)" + std::to_string(version)
        + R"(,"title":{"zh":"小许可","en":"Small permit"},"area":"test","model":"1.dmn","effective_from":")"
        + effectiveFrom + R"(","effective_to":)"
        + (effectiveTo.empty() ? std::string("null") : inQuotes(effectiveTo)) + R"(,"status":")" + status
        + R"(","signed_by":["法制","业务"],"impact_assessment":"PIA-1","legal_sources":[{"id":"TEST","title":"试行规则",)"
          R"("status":"P","checked":"2026-01-01"}],"decisions":{"findings":"审查发现","conclusion":"审批结论"},"facts":[)"
        + extraFacts + std::string(kFacts) + R"(],"terms":[{"name":"驾龄月数","en":"months of driving"}]})";
    std::vector<std::string> requirements{extraRequirements};
    for (const char *id : {"i1", "i2", "i3", "i4", "i5", "i7", "i8", "i9"})
        requirements.push_back(requirement("Input", id));
    requirements.push_back(requirement("Decision", "months"));
    requirements.push_back(requirement("Decision", "full"));
    result.model =
        R"(<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" )"
        R"(id="small" name="small" namespace="https://tongban.example/small"><itemDefinition id="n" name="numbers" )"
        R"(isCollection="true"><typeRef>number</typeRef></itemDefinition>)"
        + inputs() + extraInputs
        + decisionXml("months", "驾龄月数", {requirement("Input", "i1"), requirement("Input", "i5")},
                      literal(monthsExpression))
        + decisionXml("full", "曾记满分", {requirement("Input", "i6")},
                      literal("some 分 in 近三周期记分 satisfies 分 >= 12"))
        + decisionXml("table", "驾驶审查", requirements, tableXml(findings))
        + decisionXml("findings", "审查发现", {requirement("Decision", "table")}, literal(findingsExpression))
        + decisionXml("conclusion", "审批结论", {requirement("Decision", "findings"), conclusionRequirements},
                      tableXml(conclusion))
        + "</definitions>";
    return result;
}

RuleSetPtr SmallRules::compile(const EvidenceDictionary &dictionary) const
{
    std::vector<RuleSetProblem> problems;
    RuleSetPtr ruleSet = RuleSet::create(text(), dictionary, problems);
    for (const RuleSetProblem &problem : problems)
        std::fprintf(stderr, "%s\n", problem.text().c_str());
    if (!ruleSet)
        std::abort();
    return ruleSet;
}

SmallCase::SmallCase()
    : asOf(*parseIsoDate("2026-11-20")), decidedAt(*parseIsoTimestamp("2026-11-23T02:00:00.250+08:00"))
{
    application.channel = permit::Channel::UnifiedPlatform;
    application.externalNo = "UP2026000001";
    application.item = "CZ-001";
    application.district = 440305;
    application.receivedAt = *parseIsoTimestamp("2026-11-22T21:03:00+08:00");
    application.applicant.kind = permit::ApplicantKind::Person;
    application.applicant.id = "11010519491231002X"; // the example of GB 11643-1999
    application.applicant.name = "某甲";
    application.fields = {{"no_revocation_declared", permit::FieldValue::fromBoolean(true)}};
}

EvidenceAnswer SmallCase::answerTo(const EvidenceQuery &query) const
{
    const std::string &body = query.record == "person" ? person : driver;
    return EvidenceAnswer::answered(query, body, asOf, decidedAt - std::chrono::seconds(2));
}

std::vector<EvidenceAnswer> SmallCase::answers(const RuleSet &ruleSet) const
{
    std::vector<EvidenceAnswer> all;
    for (const EvidenceQuery &query : queriesFor(ruleSet, application))
        all.push_back(answerTo(query));
    return all;
}

DecisionInputs SmallCase::inputs(const RuleSet &ruleSet) const
{
    return inputs(ruleSet, answers(ruleSet));
}

DecisionInputs SmallCase::inputs(const RuleSet &ruleSet, const std::vector<EvidenceAnswer> &given) const
{
    DecisionInputs inputs;
    inputs.header.id = permit::caseId(application).text();
    inputs.header.serial = "深交审-2026-440305-0000001-7";
    inputs.header.item = application.item;
    inputs.header.district = application.district;
    inputs.header.channel = std::string(permit::name(application.channel));
    inputs.header.applicantKind = std::string(permit::name(application.applicant.kind));
    inputs.header.applicantId = application.applicant.id;
    inputs.header.receivedAt = application.receivedAt;
    inputs.header.decidedAt = decidedAt;
    inputs.circumstances.automatic = everyOutcome();
    inputs.calendar = "cn-2026";
    inputs.catalogue = "0123456789abcdef";
    FactBuilder builder;
    builder.build(ruleSet, application, given, decidedAt, inputs.facts);
    return inputs;
}

permit::AutomaticOutcomes everyOutcome()
{
    permit::AutomaticOutcomes outcomes;
    outcomes.add(permit::AutomaticOutcome::Grant);
    outcomes.add(permit::AutomaticOutcome::Notice);
    outcomes.add(permit::AutomaticOutcome::Refuse);
    return outcomes;
}

std::size_t placeOf(const RuleSet &ruleSet, std::string_view fact)
{
    const auto place = ruleSet.factNamed(fact);
    if (!place)
        std::abort();
    return *place;
}

} // namespace tests
