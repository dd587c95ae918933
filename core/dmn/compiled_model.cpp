// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/compiled_model.h"

#include "core/dmn/model_compiler.h"
#include "core/dmn/model_parts.h"

#include <algorithm>

namespace tongban::dmn {

std::uint32_t ModelParts::label(const std::string &text)
{
    const auto [where, isNew] = labelNumbers.try_emplace(text, static_cast<std::uint32_t>(labels.size()));
    if (isNew)
        labels.push_back(text);
    return where->second;
}

CompiledModel::CompiledModel(std::unique_ptr<ModelParts> parts) : m_parts(std::move(parts)) { }

CompiledModel::~CompiledModel() = default;

std::shared_ptr<const CompiledModel> CompiledModel::compile(Model model, std::vector<Model> imports,
                                                            const feel::Limits &limits,
                                                            std::shared_ptr<const feel::HostFunctions> hosts)
{
    auto parts = std::make_unique<ModelParts>();
    parts->limits = limits;
    parts->hosts = std::move(hosts);
    parts->models.reserve(imports.size() + 1);
    parts->models.push_back(std::move(model));
    for (Model &import : imports)
        parts->models.push_back(std::move(import));
    ModelCompiler(*parts).run();
    std::ranges::stable_sort(parts->findings, {}, &Finding::place);
    return std::shared_ptr<const CompiledModel>(new CompiledModel(std::move(parts)));
}

Result<std::shared_ptr<const CompiledModel>>
CompiledModel::load(std::string_view bytes, const ReaderLimits &reader, const feel::Limits &limits)
{
    Model model = TRY(readModel(bytes, reader));
    auto compiled = compile(std::move(model), {}, limits);
    if (const Finding *error = firstError(compiled->findings())) {
        const auto count = std::ranges::count_if(compiled->findings(), &Finding::isError);
        std::string detail = dmn::describe(*error);
        if (count > 1)
            detail += " (and " + std::to_string(count - 1) + " more)";
        return fail(ErrorCode::InvalidInput, std::move(detail));
    }
    return compiled;
}

const std::string &CompiledModel::name() const
{
    return m_parts->models.front().name;
}
const std::string &CompiledModel::nameSpace() const
{
    return m_parts->models.front().nameSpace;
}
const Digest &CompiledModel::digest() const
{
    return m_parts->models.front().digest;
}
const std::vector<Finding> &CompiledModel::findings() const
{
    return m_parts->findings;
}
const std::vector<ElementInfo> &CompiledModel::inputs() const
{
    return m_parts->inputs;
}
const std::vector<ElementInfo> &CompiledModel::decisions() const
{
    return m_parts->decisions;
}

std::optional<std::size_t> CompiledModel::find(std::string_view name) const
{
    const auto found = m_parts->byName.find(feel::normalizedName(name));
    return found == m_parts->byName.end() ? std::nullopt : std::optional(found->second);
}

const std::string &CompiledModel::nameOf(std::size_t slot) const
{
    return m_parts->elements[slot].name;
}

std::size_t CompiledModel::tableCount() const
{
    return m_parts->tables.size();
}
const DecisionTable &CompiledModel::table(std::size_t number) const
{
    return *m_parts->tables[number]->source;
}
const std::string &CompiledModel::tableElement(std::size_t number) const
{
    return m_parts->tables[number]->element;
}

std::size_t CompiledModel::indexBytes() const
{
    std::size_t sum = 0;
    for (const auto &table : m_parts->tables)
        sum += table->indexBytes();
    return sum;
}

SourceInfo CompiledModel::source(std::uint32_t number) const
{
    if (number >= m_parts->sources.size())
        return {};
    const PackedSource &packed = m_parts->sources[number];
    return {m_parts->labels[packed.element], packed.rule, m_parts->labels[packed.column], packed.place};
}

std::string CompiledModel::describe(const feel::Diagnostic &diagnostic) const
{
    const SourceInfo info = source(diagnostic.span.source);
    std::string text = info.element;
    if (info.rule > 0)
        text += ", rule " + std::to_string(info.rule);
    if (!info.column.empty())
        text += ", " + info.column;
    return text + ": " + diagnostic.detail;
}

} // namespace tongban::dmn
