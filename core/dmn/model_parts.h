// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dmn/compiled_model.h"
#include "core/dmn/compiled_table.h"
#include "core/dmn/requirement_graph.h"
#include "core/feel/value.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace tongban::dmn {

/// Names of an imported model that an element uses under the import's alias: a context made of their values.
struct ImportContext {
    std::size_t slot = 0;
    feel::Ref<const feel::Shape> shape;
    std::vector<std::size_t> members; ///< Slots, in the order of the shape.
};

/// One element of the graph, compiled. Its slot is its number in the graph plus one; slot 0 holds the run
/// state.
struct CompiledElement {
    ElementKind kind = ElementKind::InputData;
    std::string name;
    std::string variable; ///< A second name for it; empty in most models.
    std::string id;
    feel::Type type;
    feel::Span span;
    std::vector<std::size_t> decisions; ///< Slots of the decisions it requires.

    // Decisions only.
    feel::NodePtr logic;
    std::size_t frameSize = 0;
    bool isConverted = false; ///< The result still has to be converted to `type`.
    std::vector<ImportContext> imports;

    // Services only.
    std::vector<std::size_t> parameters; ///< Slots of input data, then of input decisions.
    std::vector<std::size_t> outputs;
};

/// Where a text stands, in few bytes: a large table has ten thousand of them. Strings are positions in
/// ModelParts::labels.
struct PackedSource {
    std::uint32_t element = 0;
    std::uint32_t column = 0;
    std::int32_t rule = 0;
    Place place;
};

/// Everything a CompiledModel owns.
struct ModelParts {
    std::vector<Model> models; ///< The first one is the model itself.
    feel::Limits limits;
    std::shared_ptr<const feel::HostFunctions> hosts;
    std::vector<Finding> findings;
    std::vector<CompiledElement> elements; ///< By slot; the first entry is empty.
    std::vector<feel::Value> globals; ///< What every evaluation starts from: functions in their slots.
    std::vector<ImportContext> knowledgeImports; ///< Of knowledge models: functions only, so made once.
    std::vector<std::shared_ptr<const CompiledTable>> tables;
    std::vector<PackedSource> sources; ///< By feel::Span::source.
    std::vector<std::string> labels;
    std::map<std::string, std::uint32_t, std::less<>> labelNumbers;
    std::vector<ElementInfo> inputs;
    std::vector<ElementInfo> decisions;
    std::map<std::string, std::size_t, std::less<>> byName;

    std::uint32_t label(const std::string &text);
};

} // namespace tongban::dmn
