// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/manifest.h"
#include "core/dmn/model.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::approval {

/// A set of facts by their places in the manifest.
using FactSet = std::vector<bool>;

/// Which facts stand behind which part of a model: to say which fact left a rule open. Where an expression is
/// more than a name it errs on the side of too many facts.
class ModelOutline
{
public:
    ModelOutline(const dmn::Model &model, const std::vector<FactDefinition> &facts);

    /// All facts a decision rests on, directly or through other decisions; all facts for a name that is no
    /// decision.
    const FactSet &factsOf(std::string_view decision) const;

    /// The facts behind an input expression inside that decision.
    FactSet factsOfExpression(std::string_view decision, std::string_view expression) const;

    /// The facts that an expression names itself.
    FactSet factsNamedIn(std::string_view expression) const;

    /// Decisions that compute a value without any decision table behind it. Their expressions may turn an
    /// unknown fact into a value (`x != null and ...`) without any table noticing.
    std::vector<std::string> computedDecisions() const;

private:
    struct Node {
        std::string name;
        FactSet facts;
        std::vector<std::string> inputIds;
        std::vector<std::string> decisionIds;
        bool restsOnTable = false;
        bool isClosed = false;
    };

    void close(Node &node, std::size_t depth);

    const std::vector<FactDefinition> &m_facts;
    FactSet m_all;
    std::map<std::string, std::string, std::less<>> m_inputNames; ///< By id.
    std::map<std::string, Node, std::less<>> m_nodes; ///< By id.
    std::map<std::string, std::string, std::less<>> m_idOfDecision; ///< By name.
};

} // namespace tongban::approval
