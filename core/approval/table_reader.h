// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/decision.h"
#include "core/approval/rule_set_parts.h"
#include "core/dmn/trace.h"

#include <cstddef>
#include <vector>

namespace tongban::approval {

/// Reads what the tables of one evaluation came to, and which unknown facts left something open. Fills the
/// tables, the undetermined facts and, where the model is at fault, the model errors of a decision.
class TableReader
{
public:
    TableReader(const RuleSet::Parts &parts, const Facts &facts, Decision &decision)
        : m_parts(parts), m_facts(facts), m_decision(decision), m_open(facts.values.size(), false)
    {
    }

    void read(const dmn::Trace &trace);

    /// Rules of findings tables that fired.
    std::size_t found() const { return m_found; }

private:
    void readTable(const dmn::TableTrace &trace, TableStatus &status);
    void readRules(const dmn::TableTrace &trace, TableStatus &status);
    void noteOpen(std::size_t table, std::size_t rule, const std::vector<std::size_t> &nullColumns);
    bool isAnythingUnanswered() const;
    void addUnanswered(const FactSet &facts);
    void readComputed(const dmn::DecisionTrace &decision);
    void readColumns(const dmn::TableTrace &trace);

    const RuleSet::Parts &m_parts;
    const Facts &m_facts;
    Decision &m_decision;
    FactSet m_open;
    std::size_t m_found = 0;
};

} // namespace tongban::approval
