// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dmn/boxed_compiler.h"
#include "core/dmn/model_parts.h"
#include "core/dmn/requirement_graph.h"
#include "core/dmn/type_resolver.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace tongban::dmn {

/// Fills the ModelParts of a set of models: types, then functions, then decisions in the order of their
/// requirements, so that the type of a decision without a declared one is known where it is used.
class ModelCompiler
{
public:
    explicit ModelCompiler(ModelParts &parts);

    void run();

private:
    static std::vector<const Model *> pointersTo(const ModelParts &parts);

    const Model &modelOf(const Element &element) const;
    const Decision &decisionOf(const Element &element) const;
    const BusinessKnowledgeModel &knowledgeOf(const Element &element) const;
    const DecisionService &serviceOf(const Element &element) const;
    static std::size_t slotOf(int number) { return static_cast<std::size_t>(number) + 1; }

    void collectMembers(const BoxedExpression &boxed);
    /// One scope a model with its types and all names that may follow a dot; every element is compiled inside
    /// one.
    void checkImports();
    void makeRoots();
    feel::Scope &rootOf(const Element &element) { return *m_roots[static_cast<std::size_t>(element.model)]; }
    std::string variableOf(const Element &element) const;
    void makeElements();
    feel::Type declaredType(const Element &element);
    feel::Type functionType(const Element &element);
    void compileKnowledge(const Element &element, std::size_t slot);
    void makeService(const Element &element, std::size_t slot);
    void compileDecision(const Element &element, std::size_t slot);
    void breakDecision(const Element &element, std::size_t slot, std::string why);

    /// Makes everything an element requires visible; names of imported models under the import's alias.
    std::vector<ImportContext> declareRequirements(const Element &element, feel::Scope &scope);
    std::vector<ImportContext> declareNames(const std::map<std::string, std::vector<int>> &byAlias,
                                            feel::Scope &scope);
    std::string aliasOf(int model, int imported) const;
    void publish();

    ModelParts &m_parts;
    std::vector<const Model *> m_models;
    TypeResolver m_types;
    RequirementGraph m_graph;
    std::set<std::string> m_members;
    std::vector<std::unique_ptr<feel::Scope>> m_roots;
};

} // namespace tongban::dmn
