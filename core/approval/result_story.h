// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/condition.h"
#include "core/approval/fact_story.h"

#include <string>
#include <vector>

namespace tongban::approval {

/// What came of a case, in the words of one language: what the explanation on paper and the brief on the
/// screen both say. Refers to what it is given.
class ResultStory
{
public:
    ResultStory(const DecisionInputs &inputs, const Decision &decision, const FactStory &story)
        : m_inputs(inputs), m_decision(decision), m_story(story)
    {
    }

    /// One sentence with the result in bold.
    std::string result() const;
    /// Why the case came to a person or waits.
    std::string reason() const;
    /// "第 2 项、第 3 项": the documents that are missing.
    std::string materials() const;
    /// Each point that would change the result; never empty.
    std::vector<std::string> changes(const std::vector<ConditionTable> &tables) const;

private:
    std::string say(std::string_view zh, std::string_view en) const { return m_story.say(zh, en); }
    std::string unknownNames() const;

    const DecisionInputs &m_inputs;
    const Decision &m_decision;
    const FactStory &m_story;
};

} // namespace tongban::approval
