// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dmn/model.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tongban::dmn {

enum class ElementKind { InputData, Decision, KnowledgeModel, Service };

/// One element of the requirement graphs of a model and of the models it imports. Its position in
/// RequirementGraph::elements() is its number everywhere else.
struct Element {
    ElementKind kind = ElementKind::InputData;
    int model = 0; ///< Position among the models given.
    int index = 0; ///< Position among the elements of this kind in that model.
    std::string name;
    std::string id;
    Place place;
    std::vector<int> inputs; ///< Numbers of required input data.
    std::vector<int> decisions; ///< Numbers of required decisions.
    std::vector<int> knowledge; ///< Numbers of required knowledge models and services.
    bool isInCycle = false; ///< Decisions only.
};

/// Who needs whom, over a model and its imports: the references resolved, the decisions in an order in which
/// each comes after what it needs, and the cycles named. Knowledge models may call themselves
/// (DMN 1.5, 7.3.3), decisions may not.
class RequirementGraph
{
public:
    /// The first model is the one to be evaluated; the others are what it imports. Appends what is wrong to
    /// `findings`.
    RequirementGraph(std::span<const Model *const> models, std::vector<Finding> &findings);

    const std::vector<Element> &elements() const { return m_elements; }
    const Element &element(int number) const { return m_elements[static_cast<std::size_t>(number)]; }

    /// The element a reference of that model points to, or -1.
    int find(int model, const Reference &reference) const;

    /// All decisions outside cycles, each after those it requires.
    const std::vector<int> &order() const { return m_order; }

private:
    void collect(std::span<const Model *const> models);
    void add(ElementKind kind, int model, std::size_t index, const std::string &name, const std::string &id,
             Place place);
    void resolve(std::span<const Model *const> models, std::vector<Finding> &findings);
    void link(Element &from, const std::vector<Reference> &references, std::vector<Finding> &findings);
    void findDuplicates(std::vector<Finding> &findings) const;
    void sort(std::vector<Finding> &findings);
    void reportCycle(const std::vector<int> &path, int start, std::vector<Finding> &findings);

    std::vector<std::string> m_namespaces;
    std::vector<Element> m_elements;
    std::map<std::pair<std::string, std::string>, int> m_byId;
    std::vector<int> m_order;
    std::size_t m_cycles = 0;
};

} // namespace tongban::dmn
