// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/catalogue_tables.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace tongban::permit {

namespace {

using Problems = std::vector<TableProblem>;
using VersionKey = std::pair<std::string, int>;

/// The two ways of asking "is there such a code" that all checks need, over one table.
class Codes
{
public:
    template <typename T>
    Codes(std::string_view file, const std::vector<Lined<T>> &rows, Problems &problems)
    {
        for (const auto &[value, line, sound] : rows) {
            if (!m_codes.insert(value.code).second && !value.code.empty())
                problems.push_back({std::string(file), line, "code", "stands in the table twice"});
        }
    }

    bool has(const std::string &code) const { return m_codes.contains(code); }

private:
    std::set<std::string> m_codes;
};

bool overlap(Date from, std::optional<Date> to, Date otherFrom, std::optional<Date> otherTo)
{
    return (!otherTo || from <= *otherTo) && (!to || otherFrom <= *to);
}

std::string named(const Item &item)
{
    return item.code + " version " + std::to_string(item.version);
}

class Checker
{
public:
    Checker(const CatalogueTables &tables, Problems &problems)
        : m_tables(tables), m_problems(problems), m_fields("fields.csv", tables.fields, problems),
          m_organisations("organisations.csv", tables.organisations, problems),
          m_halls("halls.csv", tables.halls, problems)
    {
    }

    void check()
    {
        findDoubtful();
        for (const auto &[item, line, sound] : m_tables.items) {
            if (sound)
                checkItem(item, line);
        }
        checkVersions();
        checkFieldsInUse();
        checkMaterials();
        checkSteps();
        checkWindows();
        for (const auto &[delegation, line, sound] : m_tables.delegations) {
            if (sound)
                checkDelegation(delegation, line);
        }
        checkDelegationsAgainstEachOther();
    }

private:
    void complain(std::string_view file, int line, std::string_view column, std::string reason)
    {
        if (m_problems.size() < kMostTableProblems)
            m_problems.push_back({std::string(file), line, std::string(column), std::move(reason)});
    }

    /// Items with a faulty row somewhere: what else looks wrong with them most likely follows from that.
    void findDoubtful()
    {
        for (const auto &[item, line, sound] : m_tables.items) {
            if (!sound)
                m_doubtful.insert(item.code);
        }
        for (const auto &[row, line, sound] : m_tables.materials) {
            if (!sound)
                m_doubtful.insert(row.item);
        }
        for (const auto &[row, line, sound] : m_tables.steps) {
            if (!sound)
                m_doubtful.insert(row.item);
        }
    }

    void checkItem(const Item &item, int line)
    {
        const auto bad = [&](std::string_view column, std::string reason) {
            complain("items.csv", line, column, std::move(reason));
        };
        if (!m_fields.has(item.field))
            bad("field", "there is no such field in fields.csv");
        if (!m_organisations.has(item.organisation))
            bad("organisation", "there is no such body in organisations.csv");
        if (item.effectiveTo && *item.effectiveTo < item.effectiveFrom)
            bad("effective_to", "is before effective_from");
        if (item.promisedDays > item.statutoryDays)
            bad("promised_days", "promises more days than the law allows");
        checkStatus(item, bad);
        if (item.automaticOutcomes.empty() != item.ruleSet.empty())
            bad("automatic_outcomes", "belongs to a rule set, and a rule set has to have it");
        if (item.area.empty() != item.ruleSet.empty())
            bad("area", "belongs to a rule set, and a rule set has to have it");
        if (item.promiseAllowed && item.safetyRelated)
            bad("promise_allowed",
                "a safety-related item cannot be promised (Shenzhen Credit Regulation, art. 57-64)");
    }

    template <typename Bad>
    static void checkStatus(const Item &item, const Bad &bad)
    {
        if (item.status == ItemStatus::Active) {
            if (item.statusSince || !item.statusBasis.empty())
                bad("status_since", "an active item has neither a day nor a basis of its end");
            return;
        }
        if (!item.statusSince)
            bad("status_since", "is empty: say since when there are no new cases");
        if (item.statusBasis.empty())
            bad("status_basis", "is empty: say by which document");
        if (!item.ruleSet.empty())
            bad("rule_set", "only an active item may have a rule set");
    }

    void checkVersions()
    {
        std::map<std::string, std::vector<const Lined<Item> *>> byCode;
        for (const Lined<Item> &row : m_tables.items) {
            if (!m_versions.insert({row.value.code, row.value.version}).second)
                complain("items.csv", row.line, "version", named(row.value) + " stands in the table twice");
            if (!m_doubtful.contains(row.value.code))
                byCode[row.value.code].push_back(&row);
        }
        for (auto &[code, rows] : byCode) {
            std::ranges::stable_sort(rows, {}, [](const auto *row) { return row->value.effectiveFrom; });
            for (std::size_t i = 1; i < rows.size(); ++i) {
                const Item &before = rows[i - 1]->value;
                const Item &after = rows[i]->value;
                if (overlap(before.effectiveFrom, before.effectiveTo, after.effectiveFrom, after.effectiveTo))
                    complain("items.csv", rows[i]->line, "effective_from",
                             "is in force at the same time as " + named(before));
                if (before.version > after.version)
                    complain("items.csv", rows[i]->line, "version",
                             "is lower than that of the version before it");
            }
        }
    }

    void checkFieldsInUse()
    {
        std::set<std::string> used;
        for (const auto &[item, line, sound] : m_tables.items) {
            if (item.status == ItemStatus::Active || !sound)
                used.insert(item.field);
        }
        for (const auto &[field, line, sound] : m_tables.fields) {
            if (!used.contains(field.code))
                complain("fields.csv", line, "code", "no active item is in this field");
        }
    }

    void checkMaterials()
    {
        std::map<VersionKey, std::set<int>> numbers;
        std::set<VersionKey> withMain;
        for (const auto &[row, line, sound] : m_tables.materials) {
            const VersionKey key{row.item, row.version};
            if (m_doubtful.contains(row.item))
                continue;
            if (!m_versions.contains(key))
                complain("materials.csv", line, "item", "there is no such version of an item in items.csv");
            if (!numbers[key].insert(row.material.no).second)
                complain("materials.csv", line, "no", "stands twice in this version");
            if (row.material.importance == Importance::Main)
                withMain.insert(key);
        }
        for (const auto &[item, line, sound] : m_tables.items) {
            const VersionKey key{item.code, item.version};
            if (m_doubtful.contains(item.code))
                continue;
            const auto found = numbers.find(key);
            if (found == numbers.end()) {
                complain("items.csv", line, "code", named(item) + " has no documents in materials.csv");
                continue;
            }
            if (*found->second.rbegin() != static_cast<int>(found->second.size()))
                complain("items.csv", line, "code",
                         "the documents of " + named(item) + " are not numbered 1, 2, 3, ...");
            if (!withMain.contains(key))
                complain("items.csv", line, "code", named(item) + " has no main document");
        }
    }

    void checkSteps()
    {
        struct Sum {
            int statutory = 0;
            int promised = 0;
            std::set<Step> steps;
        };
        std::map<VersionKey, Sum> sums;
        for (const auto &[row, line, sound] : m_tables.steps) {
            const VersionKey key{row.item, row.version};
            if (m_doubtful.contains(row.item))
                continue;
            if (!m_versions.contains(key))
                complain("steps.csv", line, "item", "there is no such version of an item in items.csv");
            Sum &sum = sums[key];
            if (!sum.steps.insert(row.step).second)
                complain("steps.csv", line, "step", "stands twice in this version");
            sum.statutory += row.limit.statutoryDays;
            sum.promised += row.limit.promisedDays;
        }
        for (const auto &[item, line, sound] : m_tables.items) {
            const Sum &sum = sums[{item.code, item.version}];
            if (m_doubtful.contains(item.code))
                continue;
            if (sum.steps.size() != kStepCount)
                complain("items.csv", line, "code",
                         named(item) + " does not have each of the four steps in steps.csv");
            else if (sum.statutory != item.statutoryDays)
                complain("items.csv", line, "statutory_days",
                         "the steps add up to " + std::to_string(sum.statutory) + ", not "
                             + std::to_string(item.statutoryDays));
            else if (sum.promised != item.promisedDays)
                complain("items.csv", line, "promised_days",
                         "the steps add up to " + std::to_string(sum.promised) + ", not "
                             + std::to_string(item.promisedDays));
        }
    }

    void checkWindows()
    {
        std::set<std::pair<std::string, std::string>> seen;
        for (const auto &[window, line, sound] : m_tables.windows) {
            if (!sound)
                continue;
            if (!m_halls.has(window.hall))
                complain("windows.csv", line, "hall", "there is no such hall in halls.csv");
            if (!seen.insert({window.hall, window.window}).second)
                complain("windows.csv", line, "window", "stands in the table twice");
            for (const std::string &field : window.fields) {
                if (!m_fields.has(field))
                    complain("windows.csv", line, "fields", "there is no field " + field + " in fields.csv");
            }
        }
    }

    void checkDelegation(const Delegation &delegation, int line)
    {
        const auto bad = [&](std::string_view column, std::string reason) {
            complain("delegations.csv", line, column, std::move(reason));
        };
        if (!m_organisations.has(delegation.from))
            bad("from_organisation", "there is no such body in organisations.csv");
        if (!m_organisations.has(delegation.to))
            bad("to_organisation", "there is no such body in organisations.csv");
        if (delegation.from == delegation.to)
            bad("to_organisation", "is the body that gives the power away");
        if (delegation.toDate && *delegation.toDate < delegation.fromDate)
            bad("to_date", "is before from_date");
        const auto holds = [&](const Lined<Item> &row) {
            return row.value.code == delegation.item && row.value.organisation == delegation.from;
        };
        const auto receives = [&](const Lined<Delegation> &row) {
            return row.value.item == delegation.item && row.value.to == delegation.from;
        };
        if (std::ranges::find(m_tables.items, delegation.item, [](const auto &row) { return row.value.code; })
            == m_tables.items.end())
            bad("item", "there is no such item in items.csv");
        else if (std::ranges::none_of(m_tables.items, holds)
                 && std::ranges::none_of(m_tables.delegations, receives))
            bad("from_organisation", "does not hold the power that it gives away");
    }

    void checkDelegationsAgainstEachOther()
    {
        std::map<std::string, std::vector<const Lined<Delegation> *>> byScope;
        for (const Lined<Delegation> &row : m_tables.delegations) {
            const Delegation &value = row.value;
            if (!row.sound)
                continue;
            const std::string scope =
                value.item + '|' + value.from + '|' + (value.district ? std::to_string(*value.district) : "");
            for (const Lined<Delegation> *other : byScope[scope]) {
                if (overlap(value.fromDate, value.toDate, other->value.fromDate, other->value.toDate))
                    complain("delegations.csv", row.line, "to_organisation",
                             "the power is given away for the same time in line "
                                 + std::to_string(other->line));
            }
            byScope[scope].push_back(&row);
        }
    }

    const CatalogueTables &m_tables;
    Problems &m_problems;
    Codes m_fields;
    Codes m_organisations;
    Codes m_halls;
    std::set<VersionKey> m_versions;
    std::set<std::string> m_doubtful;
};

} // namespace

void checkTables(const CatalogueTables &tables, std::vector<TableProblem> &problems)
{
    Checker(tables, problems).check();
}

} // namespace tongban::permit
