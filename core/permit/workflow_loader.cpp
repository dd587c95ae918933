// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/table_reader.h"
#include "core/permit/workflow.h"

#include <algorithm>
#include <set>
#include <utility>

namespace tongban::permit {

namespace {

constexpr std::string_view kWorkflowColumns[] = {"act",   "from",     "to",      "roles",
                                                 "needs", "title_zh", "title_en"};
constexpr std::string_view kStateColumns[] = {"state", "final", "title_zh", "title_en"};
constexpr std::string_view kRoleColumns[] = {"role", "title_zh", "title_en"};

constexpr std::string_view kNoCase = "-";
constexpr std::string_view kUnchanged = "=";
constexpr std::string_view kBack = "<";

} // namespace

class WorkflowBuilder
{
public:
    WorkflowLoad load(const WorkflowTexts &texts)
    {
        readStates(texts.states);
        readRoles(texts.roles);
        readWorkflow(texts.workflow);
        if (m_problems.empty()) {
            checkActs();
            checkStates();
        }
        WorkflowLoad load;
        if (m_problems.empty())
            load.workflow = std::move(m_workflow);
        load.problems = std::move(m_problems);
        return load;
    }

private:
    void readStates(const std::string &text)
    {
        std::set<State> seen;
        TableReader table("states.csv", text, kStateColumns, m_problems);
        while (table.next()) {
            const State state = table.choice(0, parseState, State::Booked);
            if (table.isSound() && !seen.insert(state).second)
                table.complain(0, "stands in the table twice");
            m_workflow->m_final[static_cast<std::size_t>(state)] = table.yesNo(1);
            m_workflow->m_stateTitles[static_cast<std::size_t>(state)] = {table.text(2), table.text(3)};
        }
        for (int i = 0; i < kStateCount; ++i)
            requireIn(seen, static_cast<State>(i), "states.csv");
    }

    void readRoles(const std::string &text)
    {
        std::set<Role> seen;
        TableReader table("roles.csv", text, kRoleColumns, m_problems);
        while (table.next()) {
            const Role role = table.choice(0, parseRole, Role::Applicant);
            if (table.isSound() && !seen.insert(role).second)
                table.complain(0, "stands in the table twice");
            m_workflow->m_roleTitles[static_cast<std::size_t>(role)] = {table.text(1), table.text(2)};
        }
        for (int i = 0; i < kRoleCount; ++i)
            requireIn(seen, static_cast<Role>(i), "roles.csv");
    }

    template <typename Enum>
    void requireIn(const std::set<Enum> &seen, Enum value, std::string_view file)
    {
        if (!seen.contains(value))
            m_problems.push_back({std::string(file), 0, {}, "leaves out " + std::string(name(value))});
    }

    void readWorkflow(const std::string &text)
    {
        TableReader table("workflow.csv", text, kWorkflowColumns, m_problems);
        while (table.next()) {
            const Act act = table.choice(0, parseAct, Act::Book);
            const auto froms = readFroms(table);
            const std::vector<Role> roles = readRoleList(table);
            Transition transition{Transition::Answer::Allowed, readTarget(table), readNeeds(table)};
            Title title{table.text(5), table.text(6)};
            if (!table.isSound())
                continue;
            setTitle(table, act, std::move(title));
            for (const std::optional<State> &from : froms)
                set(table, from, act, roles, transition);
        }
    }

    static std::vector<std::optional<State>> readFroms(TableReader &table)
    {
        std::vector<std::optional<State>> froms;
        for (const std::string_view part : table.list(1)) {
            const std::optional<State> state = parseState(part);
            if (!state && part != kNoCase)
                table.complain(1, "names a state that is not known here");
            froms.push_back(state);
        }
        if (froms.empty())
            table.complain(1, "is empty");
        return froms;
    }

    static std::vector<Role> readRoleList(TableReader &table)
    {
        std::vector<Role> roles;
        for (const std::string_view part : table.list(3)) {
            if (const std::optional<Role> role = parseRole(part))
                roles.push_back(*role);
            else
                table.complain(3, "names a role that is not known here");
        }
        if (roles.empty())
            table.complain(3, "is empty");
        return roles;
    }

    static Target readTarget(TableReader &table)
    {
        if (table.cell(2) == kUnchanged)
            return {Target::Kind::Unchanged, State::Booked};
        if (table.cell(2) == kBack)
            return {Target::Kind::Back, State::Booked};
        return {Target::Kind::State, table.choice(2, parseState, State::Booked)};
    }

    static Needs readNeeds(TableReader &table)
    {
        Needs needs;
        for (const std::string_view part : table.list(4)) {
            if (const std::optional<Need> need = parseNeed(part))
                needs.add(*need);
            else
                table.complain(4, "names a need that is not known here");
        }
        return needs;
    }

    void setTitle(TableReader &table, Act act, Title title)
    {
        Title &known = m_workflow->m_actTitles[static_cast<std::size_t>(act)];
        if (known.zh.empty())
            known = std::move(title);
        else if (known.zh != title.zh || known.en != title.en)
            table.complain(5, "differs from the title of the same act above");
    }

    void set(TableReader &table, std::optional<State> from, Act act, const std::vector<Role> &roles,
             const Transition &transition)
    {
        const bool begins = !from.has_value();
        const bool waits = from == State::EvidencePending || from == State::Suspended;
        if (begins && transition.target.kind != Target::Kind::State)
            table.complain(2, "a case has to begin in some state");
        if (transition.target.kind == Target::Kind::Back && !waits)
            table.complain(2, "only evidence_pending and suspended lead back to where the case stood");
        for (int i = 0; i < kRoleCount; ++i) {
            const auto role = static_cast<Role>(i);
            Transition &entry = m_workflow->m_transitions[Workflow::place(from, act, role)];
            const bool named = std::ranges::find(roles, role) != roles.end();
            if (named && entry.answer == Transition::Answer::Allowed)
                table.complain(0, "this act is given twice for one state and role");
            if (named)
                entry = transition;
            else if (entry.answer == Transition::Answer::UndefinedHere)
                entry.answer = Transition::Answer::RoleMayNot;
        }
    }

    void checkActs()
    {
        for (int i = 0; i < kActCount; ++i) {
            if (m_workflow->m_actTitles[static_cast<std::size_t>(i)].zh.empty())
                m_problems.push_back(
                    {"workflow.csv", 0, "act", "leaves out " + std::string(name(static_cast<Act>(i)))});
        }
    }

    /// Where an act may lead from a state. "Back" leads to wherever waiting began, that is, to any state from
    /// which the table leads into this one.
    void addTargets(std::optional<State> from, std::set<State> &targets) const
    {
        for (int act = 0; act < kActCount; ++act) {
            for (int role = 0; role < kRoleCount; ++role) {
                const Transition transition =
                    m_workflow->transition(from, static_cast<Act>(act), static_cast<Role>(role));
                if (transition.answer == Transition::Answer::Allowed
                    && transition.target.kind == Target::Kind::State && from != transition.target.state)
                    targets.insert(transition.target.state);
            }
        }
    }

    void checkStates()
    {
        std::set<State> reached;
        addTargets(std::nullopt, reached);
        for (std::size_t before = 0; before != reached.size();) {
            before = reached.size();
            for (const State state : std::set<State>(reached))
                addTargets(state, reached);
        }
        for (int i = 0; i < kStateCount; ++i) {
            const auto state = static_cast<State>(i);
            std::set<State> next;
            addTargets(state, next);
            if (!reached.contains(state))
                m_problems.push_back(
                    {"workflow.csv", 0, "to", "no act leads to " + std::string(name(state))});
            if (!m_workflow->isFinal(state) && next.empty())
                m_problems.push_back(
                    {"workflow.csv", 0, "from",
                     "no act leads out of " + std::string(name(state)) + ", which is not final"});
        }
    }

    std::shared_ptr<Workflow> m_workflow{new Workflow};
    std::vector<TableProblem> m_problems;
};

WorkflowLoad Workflow::load(const WorkflowTexts &texts)
{
    return WorkflowBuilder().load(texts);
}

} // namespace tongban::permit
