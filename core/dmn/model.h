// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/digest.h"
#include "core/dmn/finding.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::dmn {

/// What a DMN file says, as plain values in the order of the file: nothing is resolved, compiled or checked
/// here. The reader fills it, the compiler and the static checks read it. Names of members follow clause and
/// attribute names of OMG DMN 1.5 (formal/24-01-01). All text is UTF-8.

/// A piece of FEEL text and where it stands. `present` tells an empty cell from an absent one.
struct SourceText {
    std::string text;
    Place place;
    bool present = false;
};

/// DMN 1.5, 8.2.8.
enum class HitPolicy { Unique, First, Priority, Any, Collect, RuleOrder, OutputOrder };

/// How COLLECT folds its outputs; None gives the list.
enum class Aggregation { None, Sum, Count, Min, Max };

/// "UNIQUE", "RULE ORDER", ...: as the standard writes it.
std::string_view name(HitPolicy policy);
/// "", "SUM", "COUNT", "MIN", "MAX".
std::string_view name(Aggregation aggregation);

/// One input column.
struct InputClause {
    std::string id;
    std::string label; ///< For people; the input expression's text when the file has no label.
    SourceText expression;
    std::string typeRef;
    SourceText allowedValues;
};

/// One output column. `name` is the key of the resulting context when there are several.
struct OutputClause {
    std::string id;
    std::string label;
    std::string name;
    std::string typeRef;
    SourceText outputValues; ///< Their order is the priority of PRIORITY and OUTPUT ORDER.
    SourceText defaultEntry;
};

/// One row. The annotations carry the legal basis (article numbers); they stand in the order of
/// DecisionTable::annotationNames.
struct Rule {
    std::string id;
    std::string description;
    std::vector<SourceText> inputs;
    std::vector<SourceText> outputs;
    std::vector<std::string> annotations;
    Place place;
};

struct DecisionTable {
    HitPolicy hitPolicy = HitPolicy::Unique;
    Aggregation aggregation = Aggregation::None;
    std::string outputLabel;
    std::vector<InputClause> inputs;
    std::vector<OutputClause> outputs;
    std::vector<std::string> annotationNames;
    std::vector<Rule> rules;
};

/// The forms of DMN 1.5, chapter 10.2 and 8. One node type serves them all; the comment says what `entries`
/// hold.
enum class BoxedKind {
    Literal, ///< `text`.
    DecisionTable, ///< `table`.
    Context, ///< The entries in order; one without a name is the result.
    Invocation, ///< First what is called, then the bindings by parameter name.
    FunctionDefinition, ///< `parameters` and one entry, the body.
    List, ///< The elements.
    Relation, ///< Row by row; `parameters` are the columns.
    Conditional, ///< if, then, else.
    Filter, ///< in, match.
    For, ///< in, return; `iterator` is the variable.
    Some, ///< in, satisfies; `iterator` is the variable.
    Every, ///< in, satisfies; `iterator` is the variable.
};

/// Who evaluates a function's body.
enum class FunctionKind { Feel, Java, Pmml };

/// A declared name with its type: a formal parameter or a column of a relation.
struct Variable {
    std::string name;
    std::string typeRef;
};

struct BoxedEntry;

/// One boxed expression with everything inside it.
struct BoxedExpression {
    BoxedKind kind = BoxedKind::Literal;
    std::string id;
    std::string typeRef;
    Place place;
    SourceText text;
    std::unique_ptr<DecisionTable> table;
    FunctionKind functionKind = FunctionKind::Feel;
    std::string iterator;
    std::vector<Variable> parameters;
    std::vector<BoxedEntry> entries;
};

/// A boxed expression under a name (context entry, binding) or without one.
struct BoxedEntry {
    std::string name;
    std::string typeRef;
    BoxedExpression expression;
};

struct FunctionItem {
    std::string outputTypeRef;
    std::vector<Variable> parameters;
};

/// DMN 1.5, 7.3.2: a named type, a component of one, or both.
struct ItemDefinition {
    std::string id;
    std::string name;
    std::string typeRef;
    bool isCollection = false;
    SourceText allowedValues;
    SourceText typeConstraint;
    std::vector<ItemDefinition> components;
    std::unique_ptr<FunctionItem> function;
    Place place;
};

/// A pointer to another element: `#id`, or `namespace#id` for an element of an imported model.
struct Reference {
    std::string nameSpace; ///< Empty for this model.
    std::string id;
    Place place;
};

struct InputData {
    std::string id;
    std::string name;
    std::string variable; ///< The name of its value where the file gives it another one.
    std::string typeRef;
    std::string description;
    Place place;
};

struct Decision {
    std::string id;
    std::string name;
    std::string variable; ///< The name of its value where the file gives it another one.
    std::string typeRef;
    std::string description;
    std::string question;
    std::string allowedAnswers;
    std::vector<Reference> requiredInputs;
    std::vector<Reference> requiredDecisions;
    std::vector<Reference> requiredKnowledge;
    std::vector<Reference> requiredAuthorities;
    std::unique_ptr<BoxedExpression> expression; ///< Null when the file gives no decision logic.
    Place place;
};

struct BusinessKnowledgeModel {
    std::string id;
    std::string name;
    std::string variable; ///< The name of its value where the file gives it another one.
    std::string typeRef;
    std::string description;
    std::vector<Reference> requiredKnowledge;
    std::unique_ptr<BoxedExpression> logic; ///< A FunctionDefinition, or null.
    Place place;
};

struct DecisionService {
    std::string id;
    std::string name;
    std::string typeRef;
    std::vector<Reference> outputDecisions;
    std::vector<Reference> encapsulatedDecisions;
    std::vector<Reference> inputDecisions;
    std::vector<Reference> inputData;
    Place place;
};

/// A source of law or policy as drawn in the requirement graph.
struct KnowledgeSource {
    std::string id;
    std::string name;
    std::string locationUri;
};

struct Import {
    std::string nameSpace;
    std::string name; ///< The prefix; empty imports the names as they are.
    std::string importType;
    Place place;
};

/// A whole file. Move-only; compiled once and then dropped or kept for the checks.
struct Model {
    std::string id;
    std::string name;
    std::string nameSpace;
    std::string description;
    std::vector<Import> imports;
    std::vector<ItemDefinition> itemDefinitions;
    std::vector<InputData> inputData;
    std::vector<Decision> decisions;
    std::vector<BusinessKnowledgeModel> knowledgeModels;
    std::vector<DecisionService> services;
    std::vector<KnowledgeSource> knowledgeSources;
    std::vector<Finding> remarks; ///< What is wrong and did not keep the file from being read.
    Digest digest; ///< SHA-256 of the file's bytes.
};

} // namespace tongban::dmn
