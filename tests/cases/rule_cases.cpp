// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/cases/rule_cases.h"

#include "core/base/file.h"

#include <algorithm>
#include <set>
#include <utility>

namespace tongban::test {

namespace {

using nlohmann::json;

constexpr std::size_t kLargestFile = 16u * 1024u * 1024u;

Result<json> readJson(const std::filesystem::path &path)
{
    const std::string text = TRY(readFile(path, kLargestFile));
    json document = json::parse(text, nullptr, false);
    if (document.is_discarded())
        return fail(ErrorCode::InvalidInput, path.string() + ": not JSON");
    return document;
}

FactValues factsOf(const json &object)
{
    FactValues facts;
    for (const auto &[name, value] : object.items())
        facts[name] = value;
    return facts;
}

std::set<std::string> factNames(const json &manifest)
{
    std::set<std::string> names;
    for (const json &fact : manifest.at("facts"))
        names.insert(fact.at("name").get<std::string>());
    return names;
}

/// What is wrong with the way a case is written; empty when nothing is.
std::string mistakeIn(const json &written, const RuleSetCases &ruleSet, const std::set<std::string> &names)
{
    for (const char *member : {"title", "law", "base", "facts", "expect"})
        if (!written.contains(member) || (written[member].is_string() && written[member] == ""))
            return std::string("no ") + member;
    if (!ruleSet.bases.contains(written["base"].get<std::string>()))
        return "no base case of this name: " + written["base"].get<std::string>();
    for (const auto &[name, value] : written["facts"].items())
        if (!names.contains(name))
            return "no such fact: " + name;
    const json &expect = written["expect"];
    if (expect.contains("未知") == expect.contains("结论"))
        return "expect holds either 未知 or 结论 with 发现";
    return {};
}

RuleCase caseOf(const json &written, const RuleSetCases &ruleSet, const std::string &file)
{
    RuleCase result;
    result.file = file;
    result.title = written["title"].get<std::string>();
    result.facts = ruleSet.bases.at(written["base"].get<std::string>());
    for (const auto &[name, value] : written["facts"].items())
        result.facts[name] = value;
    const json &expect = written["expect"];
    if (expect.contains("未知")) {
        result.unknown = expect["未知"].get<std::vector<std::string>>();
        return result;
    }
    result.conclusion = expect["结论"].get<std::string>();
    result.codes = expect["发现"].get<std::vector<std::string>>();
    return result;
}

} // namespace

Result<RuleSetCases> readRuleSetCases(const std::filesystem::path &sourceDir, const std::string &ruleSet)
{
    const std::filesystem::path models = sourceDir / "resources" / "models" / ruleSet;
    const std::filesystem::path folder = sourceDir / "tests" / "cases" / ruleSet;
    RuleSetCases result;
    result.ruleSet = ruleSet;
    result.manifest = TRY(readJson(models / "1.json"));
    result.model = TRY(readFile(models / result.manifest.at("model").get<std::string>(), kLargestFile));
    const std::set<std::string> names = factNames(result.manifest);

    const json bases = TRY(readJson(folder / "bases.json"));
    for (const auto &[name, facts] : bases.items()) {
        result.bases[name] = factsOf(facts);
        for (const std::string &fact : names)
            if (!result.bases[name].contains(fact))
                return fail(ErrorCode::InvalidInput, ruleSet + ", base " + name + ": no fact " + fact);
        if (result.bases[name].size() != names.size())
            return fail(ErrorCode::InvalidInput,
                        ruleSet + ", base " + name + ": a fact that the manifest lacks");
    }
    for (const char *file : {"granted.json", "rules.json", "boundaries.json", "unknown.json"}) {
        const json list = TRY(readJson(folder / file));
        for (const json &written : list) {
            const std::string mistake = mistakeIn(written, result, names);
            if (!mistake.empty())
                return fail(ErrorCode::InvalidInput,
                            ruleSet + "/" + file + ": " + written.value("title", "a case without title")
                                + ": " + mistake);
            result.cases.push_back(caseOf(written, result, file));
        }
    }
    return result;
}

std::vector<std::string> ruleSetNames(const std::filesystem::path &sourceDir)
{
    std::vector<std::string> names;
    for (const auto &entry : std::filesystem::directory_iterator(sourceDir / "resources" / "models"))
        if (std::filesystem::exists(entry.path() / "1.json"))
            names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace tongban::test
