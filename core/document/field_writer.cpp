// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/document/field_writer.h"

#include "core/base/canonical_json.h"
#include "core/base/text.h"
#include "core/permit/deadline.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace tongban::document {

using permit::Act;

namespace {

/// Of a person's number papers that lie on counters show the ends only (Personal Information Protection Law,
/// article 28: an identity number of a person is not to be spread without need).
std::string masked(const permit::Party &party)
{
    if (party.kind != permit::ApplicantKind::Person || party.id.size() < 12)
        return party.id;
    return party.id.substr(0, 6) + std::string(party.id.size() - 10, '*')
        + party.id.substr(party.id.size() - 4);
}

nlohmann::json bodyOf(const PaperEvent &event)
{
    auto body = parseJson(event.body);
    return body && body->is_object() ? *std::move(body) : nlohmann::json::object();
}

/// What the ledger calls a day; empty when it says none.
std::optional<Date> dayIn(const nlohmann::json &body, const char *member)
{
    if (!body.contains(member) || !body[member].is_string())
        return std::nullopt;
    const auto date = parseIsoDate(body[member].get<std::string>());
    return date ? std::optional<Date>(*date) : std::nullopt;
}

/// The text of both, once where they say the same.
std::string together(const std::string &first, const std::string &second, std::string_view between)
{
    if (second.empty() || second == first)
        return first;
    return first.empty() ? second : first + std::string(between) + second;
}

} // namespace

FieldWriter::FieldWriter(const PaperSource &source, const PaperSubject &subject, PaperLanguage language)
    : m_source(source), m_subject(subject), m_language(language)
{
}

void FieldWriter::put(std::string_view field, std::string value)
{
    if (!value.empty())
        m_fields.values.insert_or_assign(std::string(field), std::move(value));
}

const PaperEvent *FieldWriter::before(Act wanted) const
{
    for (std::size_t place = m_subject.event; place-- > 0;)
        if (m_source.events[place].act == wanted)
            return &m_source.events[place];
    return nullptr;
}

std::string FieldWriter::materialName(int no) const
{
    const permit::Material *material = m_source.item.material(no);
    if (material == nullptr)
        return {};
    return inChinese() ? material->nameZh : material->nameEn;
}

void FieldWriter::writeCase()
{
    const permit::Application &application = m_source.application;
    const permit::Item &item = m_source.item;
    put("case.serial", m_source.serial);
    put("case.applied_on", day(application.receivedOn()));
    put("paper.date", day(officialDate(act().at)));
    put("applicant.name", application.applicant.name);
    put("applicant.id", application.applicant.id);
    put("applicant.id_masked", masked(application.applicant));
    put("applicant.id_title",
        application.applicant.kind == permit::ApplicantKind::Person
            ? pick("公民身份号码", "Identity number")
            : pick("统一社会信用代码", "Unified social credit code"));
    if (application.agent)
        put("agent.name", application.agent->name);
    put("item.name", inChinese() ? item.nameZh : item.nameEn);
    put("item.code", item.code);
    put("item.legal_basis", item.legalBasis);
    put("item.statutory_days", std::to_string(item.statutoryDays));
    put("item.promised_days", std::to_string(item.promisedDays));
    put("organisation.name", m_source.organisation);
    put("act.reason", act().reason);
    put("act.basis", act().basis);
    std::vector<PaperRow> facts;
    for (const LabelledValue &fact : m_source.facts)
        facts.push_back({{"label", fact.label}, {"value", fact.value}});
    if (!facts.empty())
        m_fields.lists.emplace("facts", std::move(facts));
}

void FieldWriter::writeMaterials()
{
    std::vector<PaperRow> rows;
    for (const permit::Material &material : m_source.item.materials) {
        const bool arrives =
            material.mode == permit::SourceMode::SharedData || material.mode == permit::SourceMode::ELicence;
        const bool exempt = material.mode == permit::SourceMode::Exempt;
        const std::string state = exempt                 ? pick("免提交", "not asked for")
            : arrives                                    ? pick("数据共享，免提交", "by shared data")
            : m_source.application.provides(material.no) ? pick("已收", "received")
                                                         : pick("未收", "not received");
        rows.push_back(
            {{"no", std::to_string(material.no)},
             {"name", materialName(material.no)},
             {"mode",
              material.importance == permit::Importance::Main ? pick("主要", "main") : pick("次要", "minor")},
             {"state", state}});
    }
    if (!rows.empty())
        m_fields.lists.emplace("materials", std::move(rows));
}

void FieldWriter::writeReceipt()
{
    const int days =
        m_source.procedure.limits.days(permit::LegalLimit::AcceptanceDays, m_source.application.receivedOn());
    put("acceptance_limit.days", std::to_string(days));
}

void FieldWriter::writeAcceptance()
{
    const nlohmann::json body = bodyOf(act());
    const bool deemed = act().act == Act::DeemAccepted || body.contains("accepted_on");
    const Date accepted = dayIn(body, "accepted_on").value_or(officialDate(act().at));
    put("case.accepted_on", day(accepted));
    if (deemed)
        put("acceptance.deemed", "1");
    const Deadline limit = m_source.procedure.calendar.addWorkdays(accepted, m_source.item.statutoryDays);
    put("acceptance.decide_by", day(limit.date));
    if (act().act != Act::AcceptConditionally)
        return;
    if (const auto due = dayIn(body, "due_on"))
        put("conditional.due_on", day(*due));
    std::vector<PaperRow> missing;
    if (body.contains("missing") && body["missing"].is_array())
        for (const auto &no : body["missing"])
            if (no.is_number_integer())
                missing.push_back(
                    {{"no", std::to_string(no.get<int>())}, {"name", materialName(no.get<int>())}});
    if (!missing.empty())
        m_fields.lists.emplace("missing", std::move(missing));
}

void FieldWriter::writeNotice()
{
    const nlohmann::json body = bodyOf(act());
    put("notice.ordinal", std::to_string(m_subject.ordinal));
    if (m_subject.ordinal > 1)
        put("notice.later", "1");
    if (const auto due = dayIn(body, "due_on"))
        put("notice.due_on", day(*due));
    std::vector<PaperRow> rows;
    for (const auto &defect : body.value("defects", nlohmann::json::array())) {
        if (!defect.is_object())
            continue;
        // What was told is Chinese and may have an English twin.
        const std::string zh = defect.value("text_zh", std::string());
        const std::string en = defect.value("text_en", std::string());
        rows.push_back({{"no", std::to_string(rows.size() + 1)},
                        {"text", inChinese() || en.empty() ? zh : en},
                        {"basis", defect.value("basis", std::string())}});
    }
    if (!rows.empty())
        m_fields.lists.emplace("defects", std::move(rows));
}

void FieldWriter::writeExtension()
{
    const Date grantedOn = officialDate(act().at);
    const nlohmann::json body = bodyOf(act());
    put("extension.workdays", std::to_string(body.value("workdays", 0)));
    // The case as it stood then: a suspension that came later does not change what this paper says.
    permit::CaseState then = m_source.state;
    std::erase_if(then.suspensions, [&](const auto &pause) { return pause.from > grantedOn; });
    for (permit::Suspension &pause : then.suspensions)
        if (pause.through && *pause.through > grantedOn)
            pause.through.reset();
    const Calendar &calendar = m_source.procedure.calendar;
    put("extension.new_limit", day(permit::decisionDeadline(then, m_source.item, calendar, grantedOn).date));
    then.extension.reset();
    put("extension.old_limit", day(permit::decisionDeadline(then, m_source.item, calendar, grantedOn).date));
    if (then.acceptedOn)
        put("case.accepted_on", day(*then.acceptedOn));
}

void FieldWriter::writeDecision(std::size_t event)
{
    const PaperEvent &decided = m_source.events[event];
    const nlohmann::json body = bodyOf(decided);
    put("decision.date", day(officialDate(decided.at)));
    put("decision.power_entry", body.value("power_entry", std::string(m_source.item.powerEntry)));
    std::string reason = decided.reason;
    std::string basis = decided.basis;
    if (decided.act == Act::Countersign) {
        // The proposal holds the reasons that the applicant is due; the second signature may add to them.
        if (const PaperEvent *proposal = before(Act::ProposeRefusal)) {
            reason = together(proposal->reason, decided.reason, inChinese() ? "；" : "; ");
            basis = together(proposal->basis, decided.basis, inChinese() ? "、" : ", ");
        }
    }
    put("act.reason", reason);
    put("decision.basis", basis);
    const bool byProgram = m_source.state.decision && m_source.state.decision->automatic
        && m_source.state.decision->at == decided.at;
    if (byProgram)
        put("decision.automatic", "1");
    put("decision.outcome",
        decided.act == Act::Grant ? pick("准予行政许可", "Licence granted")
                                  : pick("不予行政许可", "Licence refused"));
}

void FieldWriter::writeDelivery()
{
    for (std::size_t place = m_subject.event; place-- > 0;) {
        const Act decided = m_source.events[place].act;
        if (decided == Act::Grant || decided == Act::Refuse || decided == Act::Countersign) {
            writeDecision(place);
            break;
        }
    }
    const nlohmann::json body = bodyOf(act());
    const bool courier = act().act == Act::SendByCourier;
    put("delivery.mode",
        courier ? pick("邮寄送达", "By courier") : pick("直接送达（窗口领取）", "In person at the window"));
    if (courier)
        put("delivery.courier", "1");
    put("delivery.waybill", body.value("waybill", std::string()));
    put("delivery.attempt", std::to_string(body.value("attempt", m_subject.ordinal)));
    put("delivery.sent_on", day(officialDate(act().at)));
    // Of a parcel the receiver signs on the paper itself: what happens to it later would change what a
    // reprint says.
    if (courier)
        return;
    put("delivery.receiver", body.value("receiver", std::string()));
    put("delivery.delivered_on", day(officialDate(act().at)));
}

} // namespace tongban::document
