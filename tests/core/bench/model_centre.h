// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <map>
#include <set>
#include <string>

namespace tests {

/// What docs/centre.md promises of a few acts, over plain maps: to compare with what the centre does.
class ModelCentre
{
public:
    struct Command {
        std::string id;
        std::string account; ///< Of one desktop.
        std::string act;
        std::string caseId;
        std::int64_t version = 0; ///< Of the case as its maker saw it.
        std::string paper; ///< "apply": the number of the application.
        std::string outcome = {}; ///< "applied", "conflict"; empty = not carried out yet.
    };

    void addAccepted(const std::string &caseId) { m_cases[caseId] = {"accepted", 2, {}}; }

    void carryOut(Command &command)
    {
        command.outcome = isPossible(command) ? "applied" : "conflict";
        if (command.outcome != "applied")
            return;
        Case &one = m_cases[command.caseId];
        if (command.act == "claim") {
            one.holder = command.account;
            return;
        }
        ++one.version;
        if (command.act == "apply")
            one.state = "applied";
        else if (command.act == "refer")
            one.state = "referred";
        else if (command.act == "grant")
            one = {"granted", one.version, {}};
        if (!command.paper.empty())
            m_papers.insert(command.paper);
    }

    /// "id state version" a line.
    std::string standings() const
    {
        std::string all;
        for (const auto &[id, one] : m_cases)
            all += id + ' ' + one.state + ' ' + std::to_string(one.version) + '\n';
        return all;
    }

    /// The same as a copy writes ids.
    std::string standingsByBytes() const
    {
        std::string all;
        for (const auto &[id, one] : m_cases) {
            for (const char letter : id)
                if (letter != '-')
                    all += static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
            all += ' ' + one.state + ' ' + std::to_string(one.version) + '\n';
        }
        return all;
    }

private:
    struct Case {
        std::string state;
        std::int64_t version = 0;
        std::string holder; ///< Who has claimed it.
    };

    /// An act needs a case that still is as its maker saw it, in a state that has the act; a decision also
    /// the claim. A paper is taken in once.
    bool isPossible(const Command &command) const
    {
        if (command.act == "apply")
            return !m_papers.contains(command.paper);
        const auto found = m_cases.find(command.caseId);
        if (found == m_cases.end())
            return false;
        const Case &one = found->second;
        const bool isFree = one.holder.empty() || one.holder == command.account;
        if (command.act == "claim")
            return isFree;
        const bool isUndecided = one.state == "accepted" || one.state == "referred";
        const bool hasAct = command.act == "refer" ? one.state == "accepted"
            : command.act == "grant"               ? isUndecided && one.holder == command.account
                                                   : isUndecided || one.state == "granted";
        return hasAct && one.version == command.version;
    }

    std::map<std::string, Case> m_cases;
    std::set<std::string> m_papers;
};

} // namespace tests
