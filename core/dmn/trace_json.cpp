// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/trace_json.h"

#include "core/base/canonical_json.h"
#include "core/feel/json.h"
#include "core/feel/time_zones.h"

#include <algorithm>
#include <map>

namespace tongban::dmn {

std::string_view name(RuleStatus status)
{
    switch (status) {
    case RuleStatus::Failed: return "failed";
    case RuleStatus::Undetermined: return "undetermined";
    case RuleStatus::Matched: return "matched";
    }
    return "";
}

namespace {

// Keys are written in ascending order by hand: that is what makes the text canonical.
class TraceWriter
{
public:
    TraceWriter(const Evaluator &evaluator, std::string &out)
        : m_evaluator(evaluator), m_model(evaluator.model()), m_json(out)
    {
    }

    void write()
    {
        m_json.beginObject();
        m_json.key("decisions");
        m_json.beginArray();
        for (const DecisionTrace &decision : m_evaluator.trace().decisions())
            writeDecision(decision);
        m_json.endArray();
        m_json.key("diagnostics");
        m_json.beginArray();
        for (const feel::Diagnostic &diagnostic : m_evaluator.diagnostics())
            writeDiagnostic(diagnostic);
        m_json.endArray();
        text("engine", kEngineVersion);
        writeInputs();
        m_json.key("model");
        m_json.beginObject();
        text("digest", m_model.digest().hex());
        text("name", m_model.name());
        text("namespace", m_model.nameSpace());
        m_json.endObject();
        text("timeZones", feel::timeZoneVersion());
        m_json.endObject();
    }

private:
    void text(std::string_view key, std::string_view value)
    {
        m_json.key(key);
        m_json.string(value);
    }

    void value(std::string_view key, const feel::Value &value)
    {
        m_json.key(key);
        m_json.raw(feel::toCanonicalJson(value));
    }

    void number(std::string_view key, std::size_t value)
    {
        m_json.key(key);
        m_json.number(static_cast<std::int64_t>(value));
    }

    void writeInputs()
    {
        std::map<std::string, std::size_t> slots;
        for (const ElementInfo &input : m_model.inputs())
            slots.try_emplace(input.name, input.slot);
        m_json.key("inputs");
        m_json.beginObject();
        for (const auto &[name, slot] : slots)
            value(name, m_evaluator.value(slot));
        m_json.endObject();
    }

    void writeDecision(const DecisionTrace &decision)
    {
        m_json.beginObject();
        m_json.key("given");
        m_json.boolean(decision.isGiven);
        text("name", m_model.nameOf(decision.decision));
        m_json.key("tables");
        m_json.beginArray();
        for (const TableTrace &table : m_evaluator.trace().tablesOf(decision))
            writeTable(table);
        m_json.endArray();
        value("value", decision.value);
        m_json.endObject();
    }

    void writeTable(const TableTrace &trace)
    {
        const DecisionTable &table = m_model.table(trace.table());
        m_json.beginObject();
        text("element", m_model.tableElement(trace.table()));
        text("hitPolicy", name(table.hitPolicy));
        m_json.key("inputs");
        m_json.beginArray();
        for (std::size_t c = 0; c < trace.inputs().size(); ++c) {
            m_json.beginObject();
            text("label", table.inputs[c].label);
            text("text", table.inputs[c].expression.text);
            value("value", trace.inputs()[c]);
            m_json.endObject();
        }
        m_json.endArray();
        value("result", trace.result());
        m_json.key("rules");
        m_json.beginArray();
        // A table whose input was not allowed stopped before its rules.
        const bool wereTested = trace.inputs().size() == table.inputs.size();
        for (std::size_t rule = 0; wereTested && rule < trace.ruleCount(); ++rule)
            writeRule(table, trace, rule);
        m_json.endArray();
        m_json.endObject();
    }

    void writeRule(const DecisionTable &table, const TableTrace &trace, std::size_t rule)
    {
        m_json.beginObject();
        switch (trace.status(rule)) {
        case RuleStatus::Matched: writeMatched(table, trace, rule); break;
        case RuleStatus::Failed: writeFailed(table, trace, rule); break;
        case RuleStatus::Undetermined:
            writeColumns("columns", table, trace, rule);
            number("rule", rule + 1);
            text("status", name(RuleStatus::Undetermined));
            break;
        }
        m_json.endObject();
    }

    void writeFailed(const DecisionTable &table, const TableTrace &trace, std::size_t rule)
    {
        const std::size_t column = trace.failedColumn(rule);
        if (column < table.inputs.size()) {
            text("cell", table.rules[rule].inputs[column].text);
            text("column", table.inputs[column].label);
        }
        number("rule", rule + 1);
        text("status", name(RuleStatus::Failed));
        if (column < table.inputs.size())
            value("value", trace.inputs()[column]);
    }

    void writeMatched(const DecisionTable &table, const TableTrace &trace, std::size_t rule)
    {
        const Rule &source = table.rules[rule];
        std::map<std::string, std::string_view> annotations;
        for (std::size_t i = 0; i < source.annotations.size(); ++i) {
            const bool isNamed = i < table.annotationNames.size() && !table.annotationNames[i].empty();
            annotations.try_emplace(isNamed ? table.annotationNames[i] : std::to_string(i + 1),
                                    source.annotations[i]);
        }
        m_json.key("annotations");
        m_json.beginObject();
        for (const auto &[name, content] : annotations)
            text(name, content);
        m_json.endObject();
        if (!source.description.empty())
            text("description", source.description);
        if (!trace.nullColumns(rule).empty())
            writeColumns("leansOnNull", table, trace, rule);
        const auto fired =
            std::ranges::find(trace.fired(), rule, &std::pair<std::size_t, feel::Value>::first);
        if (fired != trace.fired().end())
            value("output", fired->second);
        number("rule", rule + 1);
        text("status", name(RuleStatus::Matched));
    }

    void writeColumns(std::string_view key, const DecisionTable &table, const TableTrace &trace,
                      std::size_t rule)
    {
        m_json.key(key);
        m_json.beginArray();
        for (const std::size_t column : trace.nullColumns(rule))
            m_json.string(table.inputs[column].label);
        m_json.endArray();
    }

    void writeDiagnostic(const feel::Diagnostic &diagnostic)
    {
        const SourceInfo source = m_model.source(diagnostic.span.source);
        m_json.beginObject();
        number("begin", diagnostic.span.begin);
        text("cause", feel::name(diagnostic.cause));
        text("column", source.column);
        text("detail", diagnostic.detail);
        text("element", source.element);
        number("end", diagnostic.span.end);
        number("rule", static_cast<std::size_t>(source.rule));
        m_json.endObject();
    }

    const Evaluator &m_evaluator;
    const CompiledModel &m_model;
    CanonicalWriter m_json;
};

} // namespace

std::string traceJson(const Evaluator &evaluator)
{
    std::string out;
    TraceWriter(evaluator, out).write();
    return out;
}

} // namespace tongban::dmn
