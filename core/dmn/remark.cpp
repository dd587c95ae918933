// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/remark.h"

#include <array>

namespace tongban::dmn {

namespace {

struct Line {
    Remark remark;
    std::string_view text;
};

constexpr std::array kLines{
    Line{Remark::UnexpectedText, "%1"},
    Line{Remark::WrongArguments, "%1"},
    Line{Remark::TextTooDeep, "%1"},
    Line{Remark::TextTooLong, "%1"},
    Line{Remark::TextNotUtf8, "%1"},
    Line{Remark::UnknownName, "%1"},
    Line{Remark::UnknownFunction, "%1"},
    Line{Remark::UnknownType, "the type \"%1\" is not defined."},
    Line{Remark::MissingElement, "requires an element that does not exist."},
    Line{Remark::MissingImport, "imports the model \"%1\", which was not supplied."},
    Line{Remark::ForeignImport, "imports \"%1\" of the kind \"%2\"; only DMN models can be imported."},
    Line{Remark::DuplicateName, "two elements have this name."},
    Line{Remark::DuplicateIdentifier, "two elements have the identifier %1."},
    Line{Remark::DuplicateType, "two item definitions have this name; the first one is used."},
    Line{Remark::Cycle, "needs its own answer: %1."},
    Line{Remark::NoOutput, "a decision table needs at least one output."},
    Line{Remark::CellCount, "the rule has %1 input and %2 output cells; the table has %3 and %4 columns."},
    Line{Remark::AggregationOutputs, "an aggregation needs a single output."},
    Line{Remark::OutputNames, "outputs need different names; \"%1\" stands twice."},
    Line{Remark::PriorityValues,
         "the output values of a table with priorities have to be constants, best first."},
    Line{Remark::EmptyExpression, "an expression without text answers null."},
    Line{Remark::NoLogic, "a decision without logic answers null unless its value is given."},
    Line{Remark::UnusedInput, "no decision requires this input."},
    Line{Remark::TypesTooDeep, "types are nested deeper than %1."},
    Line{Remark::HostFunction, "functions in Java and PMML are not supported; only FEEL is."},
    Line{Remark::FilterMatch, "the condition of a filter has to be a literal expression."},
    Line{Remark::OtherLanguage, "the expression language \"%1\" is not supported; only FEEL is."},
    Line{Remark::CellKind, "the cell %1 compares a %2 with a column of type %3."},
    Line{Remark::CellImpossible, "no allowed value passes the cell %1."},
    Line{Remark::OutputNotAllowed, "an output is not of its column's type or not among its output values."},
    Line{Remark::OverlapUnique, "both rules apply, the hit policy UNIQUE allows one."},
    Line{Remark::OverlapAny, "both rules apply with different outputs, the hit policy ANY wants equal ones."},
    Line{Remark::Masked, "the rule never decides: rules that come before it cover all its cases."},
    Line{Remark::Gap, "no rule applies."},
    Line{Remark::Residual,
         "cells that are more than constants, or of a kind the checks do not cut into pieces, were taken as "
         "both holding and not holding."},
    Line{Remark::TableTooLarge,
         "the table is too large to be checked completely; %1 combinations were looked at."},
    Line{Remark::NotXml, "not well-formed XML: %1"},
    Line{Remark::DocumentType, "document types and entities are not accepted in a DMN model"},
    Line{Remark::ElementsTooDeep, "elements nested deeper than %1"},
    Line{Remark::TooManyElements, "more than %1 elements"},
    Line{Remark::TooManyBytes, "a DMN model of %1 bytes; at most %2 are accepted"},
    Line{Remark::TextOnly, "found element %1 where only text is expected"},
    Line{Remark::OtherRoot,
         "the root is not the definitions element of a DMN namespace between 20151101 and 20240513"},
    Line{Remark::TwoExpressions, "a decision has one expression; found a second one"},
    Line{Remark::RelationRow, "a relation's row has %1 columns, found %2"},
    Line{Remark::HitPolicyName,
         "unknown hit policy \"%1\"; expected UNIQUE, FIRST, PRIORITY, ANY, COLLECT, RULE ORDER or OUTPUT "
         "ORDER"},
    Line{Remark::AggregationName, "unknown aggregation \"%1\"; expected SUM, COUNT, MIN or MAX"},
};

/// In the order of the enumerators, so that none is forgotten and looking up is an index.
constexpr bool isComplete()
{
    for (std::size_t i = 0; i < kLines.size(); ++i) {
        if (static_cast<std::size_t>(kLines[i].remark) != i)
            return false;
    }
    return kLines.size() == kRemarks;
}
static_assert(isComplete());

} // namespace

std::string_view sentence(Remark remark)
{
    return kLines[static_cast<std::size_t>(remark)].text;
}

std::string filled(std::string_view sentence, const std::vector<std::string> &parts)
{
    std::string text;
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        const bool isPlace =
            sentence[i] == '%' && i + 1 < sentence.size() && sentence[i + 1] >= '1' && sentence[i + 1] <= '9';
        if (!isPlace) {
            text += sentence[i];
            continue;
        }
        const auto part = static_cast<std::size_t>(sentence[++i] - '1');
        if (part < parts.size())
            text += parts[part];
    }
    return text;
}

} // namespace tongban::dmn
