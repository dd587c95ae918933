// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/canonical_json.h"
#include "core/service/cases/case_view.h"

#include <nlohmann/json.hpp>

namespace tongban::service {

namespace {

using nlohmann::json;

json jsonOf(const std::optional<Date> &day)
{
    return day ? json(isoDate(*day)) : json();
}

json jsonOf(Timestamp at)
{
    return unixMilliseconds(at);
}

template <typename Value, typename Part>
concept Is = std::is_same_v<std::remove_const_t<Value>, Part>;

/// Writes each member in one way and reads it back in the same; `Archive` is one of the two.
class Writer
{
public:
    explicit Writer(json &out) : m_out(out) { }

    void operator()(const char *name, const std::string &text) { m_out[name] = text; }
    /// A member that older pages lack, and that leaves pages without it as they were.
    void later(const char *name, const std::string &text)
    {
        if (!text.empty())
            m_out[name] = text;
    }
    void operator()(const char *name, const bool &flag) { m_out[name] = flag; }
    void operator()(const char *name, const int &number) { m_out[name] = number; }
    void operator()(const char *name, const std::int64_t &number) { m_out[name] = number; }
    void operator()(const char *name, const Timestamp &at) { m_out[name] = jsonOf(at); }
    void operator()(const char *name, const std::optional<Date> &day) { m_out[name] = jsonOf(day); }
    void operator()(const char *name, const std::optional<Timestamp> &at)
    {
        m_out[name] = at ? jsonOf(*at) : json();
    }
    void operator()(const char *name, const std::vector<std::string> &texts) { m_out[name] = texts; }
    template <Is<ViewDecision> Decision>
    void operator()(const char *name, const Decision &decision)
    {
        m_out[name] = json::object();
        Writer writer(m_out[name]);
        exchange(writer, decision);
    }
    template <typename Enum>
    requires std::is_enum_v<Enum>
    void operator()(const char *name, const Enum &value) { m_out[name] = static_cast<int>(value); }
    template <typename Part>
    void operator()(const char *name, const std::vector<Part> &parts)
    {
        json list = json::array();
        for (const Part &part : parts) {
            json object = json::object();
            Writer writer(object);
            exchange(writer, part);
            list.push_back(std::move(object));
        }
        m_out[name] = std::move(list);
    }

private:
    json &m_out;
};

class Reader
{
public:
    explicit Reader(const json &in) : m_in(in) { }

    void operator()(const char *name, std::string &text) { text = m_in.at(name).get<std::string>(); }
    void later(const char *name, std::string &text) { text = m_in.value(name, std::string()); }
    void operator()(const char *name, bool &flag) { flag = m_in.at(name).get<bool>(); }
    void operator()(const char *name, int &number) { number = m_in.at(name).get<int>(); }
    void operator()(const char *name, std::int64_t &number) { number = m_in.at(name).get<std::int64_t>(); }
    void operator()(const char *name, Timestamp &at)
    {
        at = fromUnixMilliseconds(m_in.at(name).get<std::int64_t>());
    }
    void operator()(const char *name, std::optional<Date> &day)
    {
        const json &value = m_in.at(name);
        if (const auto read = parseIsoDate(value.is_string() ? value.get<std::string>() : std::string()))
            day = *read;
    }
    void operator()(const char *name, std::optional<Timestamp> &at)
    {
        const json &value = m_in.at(name);
        if (value.is_number_integer())
            at = fromUnixMilliseconds(value.get<std::int64_t>());
    }
    void operator()(const char *name, std::vector<std::string> &texts)
    {
        texts = m_in.at(name).get<std::vector<std::string>>();
    }
    template <Is<ViewDecision> Decision>
    void operator()(const char *name, Decision &decision)
    {
        Reader reader(m_in.at(name));
        exchange(reader, decision);
    }
    template <typename Enum>
    requires std::is_enum_v<Enum>
    void operator()(const char *name, Enum &value) { value = static_cast<Enum>(m_in.at(name).get<int>()); }
    template <typename Part>
    void operator()(const char *name, std::vector<Part> &parts)
    {
        for (const json &object : m_in.at(name)) {
            Reader reader(object);
            exchange(reader, parts.emplace_back());
        }
    }

private:
    const json &m_in;
};

template <typename Archive, Is<ViewField> Field>
void exchange(Archive &archive, Field &field)
{
    archive("name", field.name);
    archive("label", field.label);
    archive("value", field.value);
    archive("origin", field.origin);
    archive("source", field.source);
    archive("as_of", field.asOf);
    archive("was", field.was);
    archive("by", field.by);
    archive("at", field.at);
}

template <typename Archive, Is<ViewMaterial> Material>
void exchange(Archive &archive, Material &material)
{
    archive("no", material.no);
    archive("name", material.name);
    archive("main", material.isMain);
    archive("state", material.state);
    archive("source", material.source);
}

template <typename Archive, Is<ViewAttachment> Attachment>
void exchange(Archive &archive, Attachment &attachment)
{
    archive("no", attachment.no);
    archive("material", attachment.material);
    archive("name", attachment.name);
    archive("bytes", attachment.bytes);
    archive("digest", attachment.digest);
    archive("by", attachment.by);
    archive("at", attachment.at);
}

template <typename Archive, Is<ViewEvidence> Evidence>
void exchange(Archive &archive, Evidence &evidence)
{
    archive("label", evidence.label);
    archive("value", evidence.value);
    archive("source", evidence.source);
    archive("state", evidence.state);
    archive("as_of", evidence.asOf);
    archive("answered_at", evidence.answeredAt);
    archive("digest", evidence.digest);
}

template <typename Archive, Is<ViewRelated> Related>
void exchange(Archive &archive, Related &related)
{
    archive("serial", related.serial);
    archive("item_name", related.itemName);
    archive("state", related.state);
    archive("received_at", related.receivedAt);
    archive("same_item", related.isSameItem);
}

template <typename Archive, Is<approval::Condition> Condition>
void exchange(Archive &archive, Condition &condition)
{
    archive("standing", condition.standing);
    archive("finding", condition.isFinding);
    archive("article", condition.article);
    archive("mark", condition.mark);
    archive("test", condition.test);
    archive("values", condition.values);
    archive("code", condition.code);
    archive("text", condition.text);
}

template <typename Archive, Is<approval::ConditionTable> Table>
void exchange(Archive &archive, Table &table)
{
    archive("name", table.name);
    archive("conditions", table.conditions);
}

template <typename Archive, Is<ViewDecision> Decision>
void exchange(Archive &archive, Decision &decision)
{
    archive("title", decision.title);
    archive("program", decision.byProgram);
    archive("by", decision.by);
    archive("at", decision.at);
    archive("basis", decision.basis);
    archive("reason", decision.reason);
}

template <typename Archive, Is<CaseView> View>
void exchange(Archive &archive, View &view)
{
    archive("language", view.language);
    archive("shown_at", view.shownAt);
    archive("serial", view.serial);
    archive("version", view.version);
    archive("item_name", view.itemName);
    archive("state_name", view.stateName);
    archive("applicant_name", view.applicantName);
    archive("applicant_id", view.applicantId);
    archive("channel", view.channel);
    archive("external_no", view.externalNo);
    archive("received_at", view.receivedAt);
    archive("duplicate_of", view.duplicateOf);
    archive("reason", view.reason);
    archive("fields", view.fields);
    archive("materials", view.materials);
    archive("attachments", view.attachments);
    archive("evidence", view.evidence);
    archive("automatic_item", view.isAutomaticItem);
    archive("risky", view.isRisky);
    archive("has_proposal", view.hasProposal);
    archive("result", view.result);
    archive("why", view.why);
    archive("tables", view.tables);
    archive("changes", view.changes);
    archive("rule_set", view.ruleSet);
    archive("model_digest", view.modelDigest);
    archive("related", view.related);
    archive("human_requested", view.humanRequested);
    archive("visits", view.visits);
    archive("visits_allowed", view.visitsAllowed);
    archive("decision", view.decision);
    archive.later("evidence_note", view.evidenceNote);
    archive.later("record_note", view.recordNote);
    archive("evidence_opened", view.evidenceOpened);
    archive("proposal_opened", view.proposalOpened);
    archive("own_view", view.ownView);
}

} // namespace

Result<std::string> canonicalText(const CaseView &view)
{
    json document = json::object();
    Writer writer(document);
    exchange(writer, view);
    return canonicalJson(document);
}

Result<CaseView> parseCaseView(std::string_view text)
{
    const json document = TRY(parseJson(text));
    try {
        CaseView view;
        Reader reader(document);
        exchange(reader, view);
        return view;
    } catch (const json::exception &wrong) {
        return fail(ErrorCode::Corrupted, std::string("this is no page of a case: ") + wrong.what());
    }
}

} // namespace tongban::service
