// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/canonical_json.h"
#include "core/central/schema.h"

namespace tongban::central {

namespace {

std::string_view kindName(permit::Target::Kind kind)
{
    switch (kind) {
    case permit::Target::Kind::State: return "state";
    case permit::Target::Kind::Unchanged: return "unchanged";
    case permit::Target::Kind::Back: return "back";
    }
    return {};
}

class RowWriter
{
public:
    explicit RowWriter(std::string &out) : m_writer(out) { }

    void text(std::string_view key, std::string_view value)
    {
        m_writer.key(key);
        m_writer.string(value);
    }
    void flag(std::string_view key, bool value)
    {
        m_writer.key(key);
        m_writer.boolean(value);
    }
    void day(std::string_view key, const std::optional<Date> &value)
    {
        m_writer.key(key);
        value ? m_writer.string(isoDate(*value)) : m_writer.null();
    }
    CanonicalWriter &writer() { return m_writer; }

private:
    CanonicalWriter m_writer;
};

void writeTransition(RowWriter &row, std::string_view from, permit::Act act, permit::Role role,
                     const permit::Transition &transition)
{
    using permit::Need;
    row.writer().beginObject();
    row.text("from_state", from);
    row.text("act", permit::name(act));
    row.text("role", permit::name(role));
    row.text("to_kind", kindName(transition.target.kind));
    row.text("to_state",
             transition.target.kind == permit::Target::Kind::State ? permit::name(transition.target.state)
                                                                   : std::string_view());
    row.flag("needs_reason", transition.needs.has(Need::Reason));
    row.flag("needs_basis", transition.needs.has(Need::Basis));
    row.flag("needs_document", transition.needs.has(Need::Document));
    row.flag("needs_second_person", transition.needs.has(Need::SecondPerson));
    row.flag("needs_signer", transition.needs.has(Need::Signer));
    row.writer().endObject();
}

} // namespace

std::string workflowJson(const permit::Workflow &workflow)
{
    std::string out;
    RowWriter row(out);
    row.writer().beginArray();
    for (int from = -1; from < permit::kStateCount; ++from) {
        const auto state = from < 0 ? std::optional<permit::State>() : static_cast<permit::State>(from);
        for (int act = 0; act < permit::kActCount; ++act)
            for (int role = 0; role < permit::kRoleCount; ++role) {
                const auto transition = workflow.transition(state, static_cast<permit::Act>(act),
                                                            static_cast<permit::Role>(role));
                if (transition.answer == permit::Transition::Answer::Allowed)
                    writeTransition(row, state ? permit::name(*state) : "-", static_cast<permit::Act>(act),
                                    static_cast<permit::Role>(role), transition);
            }
    }
    row.writer().endArray();
    return out;
}

std::string statesJson(const permit::Workflow &workflow)
{
    std::string out;
    RowWriter row(out);
    row.writer().beginArray();
    for (int i = 0; i < permit::kStateCount; ++i) {
        const auto state = static_cast<permit::State>(i);
        row.writer().beginObject();
        row.text("state", permit::name(state));
        row.flag("is_final", workflow.isFinal(state));
        row.writer().endObject();
    }
    row.writer().endArray();
    return out;
}

std::string itemsJson(const permit::Catalogue &catalogue)
{
    using permit::AutomaticOutcome;
    std::string out;
    RowWriter row(out);
    row.writer().beginArray();
    for (const permit::Item &item : catalogue.items()) {
        row.writer().beginObject();
        row.text("item", item.code);
        row.writer().key("version");
        row.writer().number(item.version);
        row.day("effective_from", item.effectiveFrom);
        row.day("effective_to", item.effectiveTo);
        row.day("closed_since", item.status == permit::ItemStatus::Active ? std::nullopt : item.statusSince);
        row.text("rule_set", item.ruleSet);
        row.writer().key("automatic");
        row.writer().beginArray();
        for (const auto outcome :
             {AutomaticOutcome::Grant, AutomaticOutcome::Notice, AutomaticOutcome::Refuse})
            if (item.automaticOutcomes.has(outcome))
                row.writer().string(permit::name(outcome));
        row.writer().endArray();
        row.text("power_entry", item.powerEntry);
        row.writer().endObject();
    }
    row.writer().endArray();
    return out;
}

} // namespace tongban::central
