// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dmn/model.h"
#include "core/feel/expression.h"
#include "core/feel/type.h"
#include "core/feel/unary_tests.h"

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tongban::dmn {

/// Turns item definitions into FEEL types: components, collections, allowed values, functions, names of
/// imported types. A type that contains itself is cut at the second turn, where it is Any.
class TypeResolver
{
public:
    TypeResolver(std::span<const Model *const> models, std::vector<Finding> &findings);

    /// The type a `typeRef` of that model means. An unknown name is a finding about `element` and means Any;
    /// no name means Any silently.
    feel::Type resolve(int model, const std::string &typeRef, const std::string &element, Place place);

    /// Every component name of every item definition; names that may follow a dot.
    const std::set<std::string> &memberNames() const { return m_members; }

    /// The model an import of that alias means, or -1.
    int importedModel(int model, std::string_view alias) const;

private:
    const ItemDefinition *find(int model, const std::string &name) const;
    feel::Type define(int model, const ItemDefinition &item);
    feel::Type base(int model, const ItemDefinition &item);
    feel::Type constrain(const ItemDefinition &item, feel::Type type, const SourceText &allowed);
    void collectMembers(const ItemDefinition &item);

    std::span<const Model *const> m_models;
    std::vector<Finding> &m_findings;
    std::map<std::pair<int, std::string>, const ItemDefinition *> m_items;
    std::map<const ItemDefinition *, feel::Type> m_done;
    std::set<const ItemDefinition *> m_open;
    std::set<std::string> m_members;
};

/// Whether a value of which `known` is known may still have to be changed or checked to be of type `wanted`.
bool needsConversion(const feel::Type &known, const feel::Type &wanted);

/// The allowed values of an item definition's type as constants and ranges; null when it has none.
const feel::CellShape *allowedShape(const feel::Type &type);

/// What went wrong while compiling a text, as a finding; the caller adds the element and the cell.
Finding findingOf(const feel::CompileError &error, const SourceText &text);

} // namespace tongban::dmn
