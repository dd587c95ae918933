// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/dmn/finding.h"
#include "core/dmn/model.h"
#include "core/dmn/reader.h"
#include "core/feel/diagnostics.h"
#include "core/feel/host_function.h"
#include "core/feel/limits.h"
#include "core/feel/type.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::dmn {

/// The engine that made a decision, as written into decision files. It changes whenever a model could answer
/// differently than before.
inline constexpr std::string_view kEngineVersion = "tongban-dmn/1";

enum class ElementKind;
struct ModelParts;

/// An input or a decision of a model as its callers see it. `slot` is its place in an Evaluator.
struct ElementInfo {
    std::size_t slot = 0;
    std::string name;
    std::string id;
    feel::Type type;
    std::string description;
};

/// Where an expression stands; what feel::Span::source means.
struct SourceInfo {
    std::string element;
    int rule = 0; ///< From 1; 0 when the text is not a rule's cell.
    std::string column; ///< Label of the column, or what the text is ("input", "default output").
    Place place;
};

/// A DMN model ready to decide: names resolved to slots, texts compiled, tables indexed, decisions ordered.
/// Immutable; one is shared by all threads, each with an Evaluator of its own.
///
/// Compiling never fails as a whole. What is wrong with a part is a finding, and the decision it belongs to
/// answers null with a diagnostic, as the standard wants; the others still work. A model with error findings
/// must not be published: load() refuses it.
class CompiledModel
{
public:
    /// Takes the models apart. `imports` are those the model imports, directly or not, in any order. `hosts`
    /// are the functions that `external` may name.
    static std::shared_ptr<const CompiledModel>
    compile(Model model, std::vector<Model> imports = {}, const feel::Limits &limits = {},
            std::shared_ptr<const feel::HostFunctions> hosts = nullptr);

    /// Reads and compiles one file; InvalidInput for a file that cannot be read or that has an error finding.
    /// The detail describes the first one and says how many more there are.
    static Result<std::shared_ptr<const CompiledModel>>
    load(std::string_view bytes, const ReaderLimits &reader = {}, const feel::Limits &limits = {});

    ~CompiledModel();
    CompiledModel(const CompiledModel &) = delete;
    CompiledModel &operator=(const CompiledModel &) = delete;

    const std::string &name() const;
    const std::string &nameSpace() const;
    /// SHA-256 of the bytes of the model's file.
    const Digest &digest() const;
    /// What compiling found wrong or remarkable, in the order of the file.
    const std::vector<Finding> &findings() const;

    /// The model's own inputs, then those of its imports, in the order of the files.
    const std::vector<ElementInfo> &inputs() const;
    const std::vector<ElementInfo> &decisions() const;
    /// The slot of an input, a decision, a knowledge model or a service of this name (spaces normalised). The
    /// model's own elements come first, then those of imports.
    std::optional<std::size_t> find(std::string_view name) const;
    const std::string &nameOf(std::size_t slot) const;

    /// The decision tables by the number that traces and findings use.
    std::size_t tableCount() const;
    const DecisionTable &table(std::size_t number) const;
    /// The decision or knowledge model a table belongs to.
    const std::string &tableElement(std::size_t number) const;

    /// Memory of the tables' column indexes.
    std::size_t indexBytes() const;

    /// Which text a diagnostic's span points into.
    SourceInfo source(std::uint32_t number) const;
    /// "decision 结论, rule 3, column 年龄: ...": one line for a log or a decision file.
    std::string describe(const feel::Diagnostic &diagnostic) const;

    /// For the evaluator, the trace and the static checks of this module.
    const ModelParts &parts() const { return *m_parts; }

private:
    explicit CompiledModel(std::unique_ptr<ModelParts> parts);

    std::unique_ptr<ModelParts> m_parts;
};

} // namespace tongban::dmn
