// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/manifest.h"

#include "core/approval/fact_type.h"
#include "core/approval/flat_object.h"
#include "core/base/canonical_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace tongban::approval {

namespace {

using nlohmann::json;

constexpr int kLongestFreshness = 3660;

/// Reads members of one JSON object and notes what is missing or of the wrong kind.
class MemberReader
{
public:
    MemberReader(const json &object, std::string path, std::string_view file,
                 std::vector<RuleSetProblem> &problems)
        : m_object(object), m_path(std::move(path)), m_file(file), m_problems(problems)
    {
    }

    void problem(std::string_view member, std::string message) const
    {
        m_problems.push_back(RuleSetProblem{
            m_file, member.empty() ? m_path : m_path + "/" + std::string(member), std::move(message)});
    }

    const json *find(const char *member) const
    {
        if (!m_object.is_object())
            return nullptr;
        const auto place = m_object.find(member);
        return place == m_object.end() || place->is_null() ? nullptr : &*place;
    }

    std::string text(const char *member) const
    {
        const json *value = find(member);
        if (value && value->is_string() && !value->get_ref<const std::string &>().empty())
            return value->get<std::string>();
        problem(member, "A text is expected here.");
        return {};
    }

    std::string optionalText(const char *member) const
    {
        const json *value = find(member);
        if (!value)
            return {};
        if (!value->is_string()) {
            problem(member, "A text is expected here.");
            return {};
        }
        return value->get<std::string>();
    }

    std::optional<int> wholeNumber(const char *member, int lowest, int highest) const
    {
        const json *value = find(member);
        if (value && value->is_number_integer()) {
            const auto number = value->get<std::int64_t>();
            if (number >= lowest && number <= highest)
                return static_cast<int>(number);
        }
        problem(member,
                "A whole number from " + std::to_string(lowest) + " to " + std::to_string(highest)
                    + " is expected here.");
        return std::nullopt;
    }

    std::optional<Date> day(const char *member) const
    {
        const json *value = find(member);
        if (value && value->is_string()) {
            if (const auto date = parseIsoDate(value->get_ref<const std::string &>()))
                return *date;
        }
        problem(member, "A day like 2026-01-01 is expected here.");
        return std::nullopt;
    }

    MemberReader child(const char *member) const
    {
        static const json kNothing;
        const json *value = find(member);
        if (!value)
            problem(member, "This part is missing.");
        return MemberReader(value ? *value : kNothing, m_path + "/" + member, m_file, m_problems);
    }

    /// Calls `visit(reader)` for each element of a list.
    template <typename Visit>
    void each(const char *member, Visit visit) const
    {
        const json *value = find(member);
        if (!value || !value->is_array()) {
            problem(member, "A list is expected here.");
            return;
        }
        for (std::size_t i = 0; i < value->size(); ++i) {
            const std::string path = m_path + "/" + member + "/" + std::to_string(i);
            visit(MemberReader((*value)[i], path, m_file, m_problems));
        }
    }

    const json &value() const { return m_object; }

private:
    const json &m_object;
    std::string m_path;
    std::string m_file;
    std::vector<RuleSetProblem> &m_problems;
};

/// The fields that are not free: what the office knows of a case, and what can be derived.
bool isKnownField(FactOrigin origin, std::string_view field)
{
    switch (origin) {
    case FactOrigin::Case:
        return field == "received_on" || field == "decided_on" || field == "item" || field == "district"
            || field == "channel" || field == "promise";
    case FactOrigin::Derived: return field == "age_on_received" || field == "sex";
    case FactOrigin::Application:
        return !field.starts_with("applicant.") || field == "applicant.kind" || field == "applicant.id"
            || field == "applicant.name";
    case FactOrigin::Register: return true;
    }
    return false;
}

FactType typeOfCaseField(std::string_view field, FactType otherwise)
{
    if (field == "received_on" || field == "decided_on")
        return FactType::Date;
    if (field == "promise")
        return FactType::Boolean;
    if (field == "age_on_received")
        return FactType::Number;
    if (field == "item" || field == "district" || field == "channel" || field == "sex"
        || field.starts_with("applicant."))
        return FactType::String;
    return otherwise;
}

void readAbsent(const MemberReader &reader, FactDefinition &fact)
{
    const json *absent = reader.find("absent");
    if (!absent)
        return;
    TokenValue value = readToken(absent->dump(), fact.type);
    if (absent->is_number_float() || value.state != TokenValue::State::Value)
        reader.problem("absent", "The value is not of the fact's type " + std::string(name(fact.type)) + ".");
    else
        fact.absent = std::move(value.value);
    if (fact.origin == FactOrigin::Case || fact.origin == FactOrigin::Derived)
        reader.problem("absent", "Only facts from an application or a register can be absent.");
}

FactDefinition readFact(const MemberReader &reader)
{
    FactDefinition fact;
    fact.name = reader.text("name");
    fact.en = reader.text("en");
    fact.field = reader.text("field");
    fact.unit = reader.optionalText("unit");
    if (const auto type = parseFactType(reader.text("type")))
        fact.type = *type;
    else
        reader.problem("type", "Expected: boolean, number, string, date, list<number> or list<string>.");
    const auto origin = parseFactOrigin(reader.text("from"));
    if (!origin) {
        reader.problem("from", "Expected: application, case, register or derived.");
        return fact;
    }
    fact.origin = *origin;
    if (!isKnownField(fact.origin, fact.field)) {
        reader.problem("field", "There is no such field here.");
    } else if (fact.origin != FactOrigin::Register && typeOfCaseField(fact.field, fact.type) != fact.type) {
        reader.problem("type",
                       "The field is of type " + std::string(name(typeOfCaseField(fact.field, fact.type)))
                           + ".");
    }
    if (fact.origin == FactOrigin::Register) {
        fact.source = reader.text("source");
        fact.record = reader.text("record");
        fact.key = reader.text("key");
        if (reader.find("max_age_days"))
            fact.maxAgeDays = reader.wholeNumber("max_age_days", 0, kLongestFreshness);
    }
    readAbsent(reader, fact);
    return fact;
}

void readFacts(const MemberReader &top, Manifest &manifest)
{
    top.each("facts", [&manifest](const MemberReader &reader) {
        FactDefinition fact = readFact(reader);
        const bool isRepeated = std::any_of(manifest.facts.begin(), manifest.facts.end(),
                                            [&fact](const FactDefinition &f) { return f.name == fact.name; });
        if (isRepeated)
            reader.problem("name", "The fact " + fact.name + " is there twice.");
        manifest.facts.push_back(std::move(fact));
    });
}

void readPublication(const MemberReader &top, Manifest &manifest)
{
    if (const auto from = top.day("effective_from"))
        manifest.effectiveFrom = *from;
    if (top.find("effective_to"))
        manifest.effectiveTo = top.day("effective_to");
    if (manifest.effectiveTo && *manifest.effectiveTo < manifest.effectiveFrom)
        top.problem("effective_to", "The last day is before the first.");
    const std::string status = top.text("status");
    if (status == "published")
        manifest.status = PublicationStatus::Published;
    else if (status == "withdrawn")
        manifest.status = PublicationStatus::Withdrawn;
    else if (status != "draft")
        top.problem("status", "Expected: draft, published or withdrawn.");
    top.each("signed_by", [&manifest](const MemberReader &signer) {
        if (signer.value().is_string())
            manifest.signedBy.push_back(signer.value().get<std::string>());
        else
            signer.problem("", "A text is expected here.");
    });
    manifest.impactAssessment = top.optionalText("impact_assessment");
    if (manifest.status != PublicationStatus::Published)
        return;
    if (manifest.signedBy.size() < 2)
        top.problem("signed_by", "A published rule set is signed by at least two.");
    if (manifest.impactAssessment.empty())
        top.problem("impact_assessment", "A published rule set names its impact assessment.");
}

void readLegalSources(const MemberReader &top, Manifest &manifest)
{
    top.each("legal_sources", [&manifest](const MemberReader &reader) {
        LegalSource source{reader.text("id"), reader.text("title"), reader.text("status"),
                           reader.text("checked"), reader.optionalText("note")};
        if (source.status != "C" && source.status != "S" && source.status != "R" && source.status != "P")
            reader.problem("status", "Expected: C, S, R or P.");
        manifest.legalSources.push_back(std::move(source));
    });
}

} // namespace

std::string RuleSetProblem::text() const
{
    std::string line = file;
    if (!where.empty())
        line += " " + where;
    return line + ": " + message;
}

std::string_view name(FactType type)
{
    switch (type) {
    case FactType::Boolean: return "boolean";
    case FactType::Number: return "number";
    case FactType::String: return "string";
    case FactType::Date: return "date";
    case FactType::NumberList: return "list<number>";
    case FactType::StringList: return "list<string>";
    }
    return "string";
}

std::string_view name(FactOrigin origin)
{
    switch (origin) {
    case FactOrigin::Application: return "application";
    case FactOrigin::Case: return "case";
    case FactOrigin::Register: return "register";
    case FactOrigin::Derived: return "derived";
    }
    return "application";
}

std::string_view name(PublicationStatus status)
{
    switch (status) {
    case PublicationStatus::Draft: return "draft";
    case PublicationStatus::Published: return "published";
    case PublicationStatus::Withdrawn: return "withdrawn";
    }
    return "draft";
}

std::optional<FactType> parseFactType(std::string_view text)
{
    using enum FactType;
    for (const FactType type : {Boolean, Number, String, Date, NumberList, StringList}) {
        if (name(type) == text)
            return type;
    }
    return std::nullopt;
}

std::optional<FactOrigin> parseFactOrigin(std::string_view text)
{
    using enum FactOrigin;
    for (const FactOrigin origin : {Application, Case, Register, Derived}) {
        if (name(origin) == text)
            return origin;
    }
    return std::nullopt;
}

Manifest readManifest(std::string_view text, std::string_view file, std::vector<RuleSetProblem> &problems)
{
    Manifest manifest;
    const auto document = parseJson(text);
    if (!document) {
        problems.push_back(RuleSetProblem{std::string(file), "", document.error().detail});
        return manifest;
    }
    const MemberReader top(*document, "", file, problems);
    manifest.code = top.text("rule_set");
    manifest.version = top.wholeNumber("version", 1, 100000).value_or(0);
    const MemberReader title = top.child("title");
    manifest.titleZh = title.text("zh");
    manifest.titleEn = title.text("en");
    manifest.area = top.text("area");
    manifest.modelFile = top.text("model");
    readPublication(top, manifest);
    readLegalSources(top, manifest);
    const MemberReader decisions = top.child("decisions");
    manifest.findingsDecision = decisions.text("findings");
    manifest.conclusionDecision = decisions.text("conclusion");
    readFacts(top, manifest);
    if (top.find("terms")) {
        top.each("terms", [&manifest](const MemberReader &reader) {
            manifest.terms.push_back(Term{reader.text("name"), reader.text("en")});
        });
    }
    return manifest;
}

} // namespace tongban::approval
