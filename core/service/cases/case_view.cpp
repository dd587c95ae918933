// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/cases/case_view.h"

#include "core/approval/evidence_words.h"
#include "core/approval/rule_listing.h"
#include "core/base/canonical_json.h"
#include "core/service/acts/supplements.h"
#include "core/service/cases/case_answers.h"
#include "core/service/cases/case_lookup.h"
#include "core/service/cases/past_standing.h"
#include "core/service/cases/record_note.h"
#include "core/service/cases/register_view.h"
#include "core/service/centre/waiting_acts.h"
#include "core/service/workspace/workspace_parts.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace tongban::service {

namespace {

using approval::Language;

/// One case being put together for one screen.
class ViewMaker
{
public:
    ViewMaker(Workspace &workspace, Language language, storage::StoredCase stored)
        : m_workspace(workspace), m_stored(std::move(stored))
    {
        m_view.language = language;
    }

    /// As it stood then: what came later is left out.
    ViewMaker(Workspace &workspace, Language language, PastStanding past)
        : ViewMaker(workspace, language, std::move(past.stored))
    {
        m_past = past.at;
        m_events = std::move(past.events);
    }

    Result<CaseView> make()
    {
        const storage::CaseRecord &record = m_stored.record;
        m_item = m_workspace.catalogue().version(record.item, record.itemVersion);
        if (m_item == nullptr)
            return fail(ErrorCode::Corrupted, "the catalogue lacks the version of the item");
        m_state = TRY(permit::parseCaseState(m_stored.standing.details));
        permit::ApplicationReader reader;
        m_application = TRY(reader.readStored(record.application));
        if (!m_past)
            m_events = TRY(actsOf(m_workspace, m_stored));
        m_supplement = supplementsIn(m_events);
        TRY(writeHead());
        writeDecision();
        writeFields();
        writeMaterials();
        TRY(writeAttachments());
        TRY(writeRules(reader));
        if (!m_past)
            TRY(writeRelated());
        return std::move(m_view);
    }

private:
    std::string say(const std::string &zh, const std::string &en) const
    {
        return m_view.language == Language::Chinese ? zh : en;
    }

    Result<> writeHead()
    {
        const storage::CaseRecord &record = m_stored.record;
        const permit::Title &state = m_workspace.resources().workflow->title(m_state.state);
        m_view.shownAt = m_past.value_or(m_workspace.clock().now());
        m_view.serial = record.serial;
        m_view.version = m_state.version;
        m_view.itemName = say(m_item->nameZh, m_item->nameEn);
        m_view.stateName = say(state.zh, state.en);
        m_view.applicantName = record.applicantName;
        m_view.applicantId = record.applicantId;
        m_view.channel = record.channel;
        m_view.externalNo = record.externalNo;
        m_view.receivedAt = record.receivedAt;
        m_view.reason = m_stored.standing.reason;
        m_view.visits = m_state.visits;
        m_view.visitsAllowed = m_item->visitsAllowed;
        m_view.isAutomaticItem = m_item->isAutomatic();
        m_view.isRisky = m_state.adviceAgainst || m_item->safetyRelated;
        if (record.duplicateOf)
            m_view.duplicateOf = TRY(serialOf(*m_workspace.parts().store, *record.duplicateOf));
        return {};
    }

    void writeDecision()
    {
        m_view.humanRequested = m_state.humanRequested;
        if (!m_state.decision)
            return;
        const bool isGranted = m_state.decision->kind == permit::DecisionKind::Granted;
        const permit::Title &title = m_workspace.resources().workflow->title(
            isGranted ? permit::State::Granted : permit::State::Refused);
        m_view.decision = {say(title.zh, title.en), m_state.decision->automatic, m_state.decision->actor,
                           m_state.decision->at,    m_state.decision->basis,     {}};
        for (const storage::StoredEvent &event : m_events)
            if (event.at == m_state.decision->at && event.actor == m_state.decision->actor)
                m_view.decision.reason = event.reason;
    }

    std::string words(const std::string &name, const std::string &value) const
    {
        const auto *field = m_workspace.resources().dictionary.formField(name);
        if (field != nullptr)
            for (const approval::CodeWord &word : field->words)
                if (word.value == value)
                    return say(word.zh, word.en);
        if (field != nullptr && field->type == approval::FactType::Boolean)
            return value == "true" ? say("是", "yes") : value == "false" ? say("否", "no") : value;
        return value;
    }

    std::string label(const std::string &name) const
    {
        const auto *field = m_workspace.resources().dictionary.formField(name);
        return field == nullptr ? name : say(field->zh, field->en);
    }

    void addField(const std::string &name, std::string label, const std::string &value,
                  const nlohmann::json &sources)
    {
        ViewField field;
        field.name = name;
        field.label = std::move(label);
        field.value = words(name, value);
        if (!m_events.empty()) {
            const storage::StoredEvent &opening = m_events.front();
            field.by = opening.actor;
            field.at = opening.at;
            if (opening.role == permit::name(permit::Role::Clerk))
                field.origin = FieldOrigin::Clerk;
        }
        if (const auto source = sources.find(name); source != sources.end() && source->is_object()) {
            field.source = approval::recordWords(m_workspace.resources().dictionary,
                                                 source->value("source", std::string()),
                                                 source->value("record", std::string()), m_view.language);
            if (const auto day = parseIsoDate(source->value("as_of", std::string())))
                field.asOf = *day;
            const std::string was = source->value("was", std::string());
            field.origin = was.empty() ? FieldOrigin::Register : FieldOrigin::Changed;
            field.was = words(name, was);
        }
        m_view.fields.push_back(std::move(field));
    }

    /// What the counter wrote about where the values come from; an empty object for other channels.
    nlohmann::json fieldSources() const
    {
        if (m_events.empty())
            return nlohmann::json::object();
        const auto body = parseJson(m_events.front().body);
        if (!body || !body->contains("detail") || !(*body)["detail"].is_object())
            return nlohmann::json::object();
        auto sources = (*body)["detail"].value("sources", nlohmann::json::object());
        return sources.is_object() ? sources : nlohmann::json::object();
    }

    void writeFields()
    {
        const nlohmann::json sources = fieldSources();
        const permit::Party &applicant = m_application.applicant;
        addField("applicant.name", say("申请人", "Applicant"), applicant.name, sources);
        addField("applicant.id", say("证件号码", "Identity"), applicant.id, sources);
        if (!applicant.phone.empty())
            addField("applicant.phone", say("联系电话", "Phone"), applicant.phone, sources);
        for (const permit::FormField &field : m_application.fields)
            addField(field.name, label(field.name), std::string(field.value.text()), sources);
        for (const permit::FormField &field : m_supplement.fields)
            correctField(field);
    }

    void correctField(const permit::FormField &field)
    {
        const auto last = std::find_if(m_events.rbegin(), m_events.rend(), [](const auto &event) {
            return event.act == permit::name(permit::Act::Supplement);
        });
        auto shown = std::ranges::find(m_view.fields, field.name, &ViewField::name);
        if (shown == m_view.fields.end())
            shown = m_view.fields.insert(shown, {field.name, label(field.name), {}, {}, {}, {}, {}, {}, {}});
        shown->was = shown->value;
        shown->value = words(field.name, std::string(field.value.text()));
        shown->origin = FieldOrigin::Supplement;
        shown->source.clear();
        shown->asOf.reset();
        shown->by = last->actor;
        shown->at = last->at;
    }

    void writeMaterials()
    {
        permit::Application whole = m_application;
        addSupplement(whole, m_supplement);
        for (const permit::Material &material : m_item->materials) {
            ViewMaterial line;
            line.no = material.no;
            line.name = say(material.nameZh, material.nameEn);
            line.isMain = material.importance == permit::Importance::Main;
            const std::size_t dot = material.evidence.find('.');
            if (dot != std::string::npos)
                line.source = approval::recordWords(m_workspace.resources().dictionary,
                                                    material.evidence.substr(0, dot),
                                                    material.evidence.substr(dot + 1), m_view.language);
            line.state = stateOf(material, whole);
            m_view.materials.push_back(std::move(line));
        }
    }

    MaterialState stateOf(const permit::Material &material, const permit::Application &whole) const
    {
        if (whole.provides(material.no))
            return MaterialState::Provided;
        if (m_state.conditional && std::ranges::count(m_state.conditional->missing, material.no) > 0)
            return MaterialState::Follows;
        switch (material.mode) {
        case permit::SourceMode::Exempt: return MaterialState::Exempt;
        case permit::SourceMode::SharedData:
        case permit::SourceMode::ELicence: return MaterialState::Delivered;
        case permit::SourceMode::Upload:
        case permit::SourceMode::WindowScan: break;
        }
        return MaterialState::Missing;
    }

    Result<> writeAttachments()
    {
        for (const auto &row : TRY(m_workspace.parts().store->attachments().ofCase(m_stored.record.no)))
            if (!m_past || row.addedAt <= *m_past)
                m_view.attachments.push_back(
                    {row.no, row.material, row.name, row.bytes, row.digest.hex(), row.addedBy, row.addedAt});
        return {};
    }

    Result<> writeRules(permit::ApplicationReader &reader)
    {
        auto rows = TRY(m_workspace.parts().store->decisions().ofCase(m_stored.record.no));
        if (m_past)
            std::erase_if(rows, [this](const storage::DecisionRow &row) { return row.decidedAt > *m_past; });
        if (m_workspace.parts().joined)
            m_view.recordNote = recordNote(m_events, rows, m_view.language);
        // What the registers say today is not what they said then.
        if (rows.empty() && m_past)
            return {};
        if (rows.empty())
            return writeAnswers();
        const approval::RuleSetLibrary library = TRY(everyRuleSet(m_workspace));
        const RemadeInputs remade = TRY(remakeInputs(library, m_stored.record, rows.back(), reader));
        approval::DecisionEngine engine;
        approval::Brief brief = approval::briefOf(*remade.ruleSet, remade.inputs, engine, m_view.language);
        for (const approval::FactLine &fact : brief.facts)
            addEvidence(fact);
        const bool finds = std::ranges::any_of(brief.tables, [](const approval::ConditionTable &table) {
            return std::ranges::any_of(table.conditions, [](const approval::Condition &condition) {
                return condition.isFinding && condition.standing == approval::Condition::Standing::NotMet;
            });
        });
        m_view.isRisky = m_view.isRisky || finds;
        m_view.hasProposal = true;
        m_view.result = std::move(brief.result);
        m_view.why = std::move(brief.why);
        m_view.tables = std::move(brief.tables);
        m_view.changes = std::move(brief.changes);
        m_view.ruleSet = std::move(brief.ruleSet);
        m_view.modelDigest = std::move(brief.modelDigest);
        return {};
    }

    /// No rules' view of the case is here: what the centre tells of the sources' answers, otherwise what the
    /// registers of this machine say.
    Result<> writeAnswers()
    {
        if (m_workspace.parts().joined) {
            m_view.evidence = TRY(answersTold(m_workspace, m_stored.record.no, m_view.language));
            if (!m_view.evidence.empty())
                return {};
            m_view.evidenceNote = TRY(answersNote(m_workspace, m_stored, m_view.language));
        }
        m_view.evidence = registersNow(m_workspace, *m_item, m_stored.record.applicantId, m_view.language);
        return {};
    }

    void addEvidence(const approval::FactLine &fact)
    {
        const bool isComputed = fact.origin == approval::FactOrigin::Derived;
        if (!isComputed && fact.origin != approval::FactOrigin::Register)
            return;
        ViewEvidence line{fact.name, fact.value,      fact.source, EvidenceState::Current,
                          fact.asOf, fact.answeredAt, fact.digest};
        if (fact.cause == approval::FactCause::Stale || isTooOld(fact))
            line.state = EvidenceState::Stale;
        else if (!fact.isRecord)
            line.state = EvidenceState::NoRecord;
        else if (fact.cause != approval::FactCause::None)
            line.state = EvidenceState::Missing;
        else if (isComputed)
            line.state = EvidenceState::Computed;
        m_view.evidence.push_back(std::move(line));
    }

    /// Fresh when the rules looked, and too old by now.
    bool isTooOld(const approval::FactLine &fact) const
    {
        return fact.asOf && fact.maxAgeDays
            && officialDate(m_view.shownAt) - *fact.asOf > std::chrono::days(*fact.maxAgeDays);
    }

    Result<> writeRelated()
    {
        constexpr int kMostShown = 20;
        CaseQuery query;
        query.applicantId = m_stored.record.applicantId;
        query.limit = kMostShown;
        for (const CaseLine &line : TRY(listCases(m_workspace, query))) {
            if (line.serial == m_stored.record.serial)
                continue;
            const auto state = permit::parseState(line.state);
            const permit::Title title =
                state ? m_workspace.resources().workflow->title(*state) : permit::Title{};
            m_view.related.push_back({line.serial, say(line.itemNameZh, line.itemNameEn),
                                      say(title.zh, title.en), line.receivedAt,
                                      line.item == m_stored.record.item});
        }
        return {};
    }

    Workspace &m_workspace;
    storage::StoredCase m_stored;
    std::optional<Timestamp> m_past; ///< Nothing = the present.
    const permit::Item *m_item = nullptr;
    permit::CaseState m_state;
    permit::Application m_application;
    std::vector<storage::StoredEvent> m_events;
    Supplement m_supplement;
    CaseView m_view;
};

} // namespace

std::string findingWords(const Workspace &workspace, std::string_view code, Language language)
{
    for (const approval::RuleSetPtr &ruleSet : workspace.resources().ruleSets->all())
        for (const approval::RuleLine &line : approval::listRules(*ruleSet))
            if (line.code == code)
                return language == Language::Chinese ? line.textZh : line.textEn;
    return {};
}

Result<CaseView> caseView(Workspace &workspace, std::string_view key, Language language)
{
    return ViewMaker(workspace, language, TRY(findCase(*workspace.parts().store, key))).make();
}

Result<CaseView> pastView(Workspace &workspace, PastStanding past, Language language)
{
    return ViewMaker(workspace, language, std::move(past)).make();
}

} // namespace tongban::service
