// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/requirement_graph.h"

#include <algorithm>
#include <set>

namespace tongban::dmn {

namespace {

/// A hostile file must not make the report longer than itself.
constexpr std::size_t kNamesInMessage = 20;
constexpr std::size_t kCyclesReported = 100;

Finding about(const Element &element, FindingKind kind, Remark remark, std::vector<std::string> parts = {})
{
    Finding finding;
    finding.kind = kind;
    finding.element = element.name;
    finding.elementId = element.id;
    finding.place = element.place;
    finding.say(remark, std::move(parts));
    return finding;
}

} // namespace

RequirementGraph::RequirementGraph(std::span<const Model *const> models, std::vector<Finding> &findings)
{
    collect(models);
    findDuplicates(findings);
    resolve(models, findings);
    sort(findings);
}

void RequirementGraph::add(ElementKind kind, int model, std::size_t index, const std::string &name,
                           const std::string &id, Place place)
{
    Element element;
    element.kind = kind;
    element.model = model;
    element.index = static_cast<int>(index);
    element.name = name;
    element.id = id;
    element.place = place;
    if (!id.empty())
        m_byId.try_emplace({m_namespaces[static_cast<std::size_t>(model)], id},
                           static_cast<int>(m_elements.size()));
    m_elements.push_back(std::move(element));
}

void RequirementGraph::collect(std::span<const Model *const> models)
{
    for (std::size_t m = 0; m < models.size(); ++m) {
        const Model &model = *models[m];
        m_namespaces.push_back(model.nameSpace);
        const auto addAll = [&](ElementKind kind, const auto &list) {
            for (std::size_t i = 0; i < list.size(); ++i)
                add(kind, static_cast<int>(m), i, list[i].name, list[i].id, list[i].place);
        };
        addAll(ElementKind::InputData, model.inputData);
        addAll(ElementKind::Decision, model.decisions);
        addAll(ElementKind::KnowledgeModel, model.knowledgeModels);
        addAll(ElementKind::Service, model.services);
    }
}

int RequirementGraph::find(int model, const Reference &reference) const
{
    const std::string &nameSpace =
        reference.nameSpace.empty() ? m_namespaces[static_cast<std::size_t>(model)] : reference.nameSpace;
    const auto found = m_byId.find({nameSpace, reference.id});
    return found == m_byId.end() ? -1 : found->second;
}

void RequirementGraph::findDuplicates(std::vector<Finding> &findings) const
{
    std::set<std::pair<int, std::string>> names;
    std::set<std::pair<int, std::string>> ids;
    for (const Element &element : m_elements) {
        if (!names.emplace(element.model, element.name).second)
            findings.push_back(about(element, FindingKind::Duplicate, Remark::DuplicateName));
        if (!element.id.empty() && !ids.emplace(element.model, element.id).second)
            findings.push_back(
                about(element, FindingKind::Duplicate, Remark::DuplicateIdentifier, {element.id}));
    }
}

void RequirementGraph::link(Element &from, const std::vector<Reference> &references,
                            std::vector<Finding> &findings)
{
    for (const Reference &reference : references) {
        const int number = find(from.model, reference);
        if (number < 0) {
            Finding finding = about(from, FindingKind::UnknownElement, Remark::MissingElement);
            finding.read = reference.nameSpace + "#" + reference.id;
            finding.place = reference.place;
            findings.push_back(std::move(finding));
            continue;
        }
        // What the target is counts, not which kind of requirement the file drew.
        switch (element(number).kind) {
        case ElementKind::InputData: from.inputs.push_back(number); break;
        case ElementKind::Decision: from.decisions.push_back(number); break;
        case ElementKind::KnowledgeModel:
        case ElementKind::Service: from.knowledge.push_back(number); break;
        }
    }
}

void RequirementGraph::resolve(std::span<const Model *const> models, std::vector<Finding> &findings)
{
    for (Element &element : m_elements) {
        const Model &model = *models[static_cast<std::size_t>(element.model)];
        const auto index = static_cast<std::size_t>(element.index);
        switch (element.kind) {
        case ElementKind::InputData: break;
        case ElementKind::Decision: {
            const Decision &decision = model.decisions[index];
            link(element, decision.requiredInputs, findings);
            link(element, decision.requiredDecisions, findings);
            link(element, decision.requiredKnowledge, findings);
            break;
        }
        case ElementKind::KnowledgeModel:
            link(element, model.knowledgeModels[index].requiredKnowledge, findings);
            break;
        case ElementKind::Service: {
            const DecisionService &service = model.services[index];
            link(element, service.inputData, findings);
            link(element, service.outputDecisions, findings);
            break;
        }
        }
    }
}

void RequirementGraph::reportCycle(const std::vector<int> &path, int start, std::vector<Finding> &findings)
{
    const auto first = std::ranges::find(path, start);
    std::string names;
    std::size_t length = 0;
    for (auto it = first; it != path.end(); ++it, ++length) {
        m_elements[static_cast<std::size_t>(*it)].isInCycle = true;
        if (length < kNamesInMessage)
            names += element(*it).name + " -> ";
    }
    if (++m_cycles > kCyclesReported)
        return;
    if (length > kNamesInMessage)
        names += "(" + std::to_string(length - kNamesInMessage) + " more) -> ";
    findings.push_back(
        about(element(start), FindingKind::Cycle, Remark::Cycle, {names + element(start).name}));
}

void RequirementGraph::sort(std::vector<Finding> &findings)
{
    // Depth first with a stack of its own: a chain of a hundred thousand decisions must not exhaust the
    // thread's.
    enum class Mark : unsigned char { New, Open, Done };
    std::vector<Mark> marks(m_elements.size(), Mark::New);
    std::vector<int> done;
    for (std::size_t root = 0; root < m_elements.size(); ++root) {
        if (m_elements[root].kind != ElementKind::Decision || marks[root] != Mark::New)
            continue;
        std::vector<int> path{static_cast<int>(root)};
        std::vector<std::size_t> next{0};
        marks[root] = Mark::Open;
        while (!path.empty()) {
            const int current = path.back();
            const std::vector<int> &needs = element(current).decisions;
            if (next.back() == needs.size()) {
                marks[static_cast<std::size_t>(current)] = Mark::Done;
                done.push_back(current);
                path.pop_back();
                next.pop_back();
                continue;
            }
            const int child = needs[next.back()++];
            Mark &mark = marks[static_cast<std::size_t>(child)];
            if (mark == Mark::Open) {
                reportCycle(path, child, findings);
            } else if (mark == Mark::New) {
                mark = Mark::Open;
                path.push_back(child);
                next.push_back(0);
            }
        }
    }
    std::ranges::copy_if(done, std::back_inserter(m_order),
                         [this](int number) { return !element(number).isInCycle; });
}

} // namespace tongban::dmn
