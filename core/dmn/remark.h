// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::dmn {

/// What exactly a finding says, one enumerator a sentence. %1, %2, ... in the sentence are Finding::parts.
/// Finer than FindingKind, and not stable: for screens that put it in words of their own language. The parts
/// of those up to UnknownFunction are the whole English sentence, the character from 1, what was read there,
/// what was expected, and the most similar known name.
enum class Remark {
    UnexpectedText,
    WrongArguments,
    TextTooDeep,
    TextTooLong,
    TextNotUtf8,
    UnknownName,
    UnknownFunction,
    UnknownType,
    MissingElement,
    MissingImport,
    ForeignImport,
    DuplicateName,
    DuplicateIdentifier,
    DuplicateType,
    Cycle,
    NoOutput,
    CellCount,
    AggregationOutputs,
    OutputNames,
    PriorityValues,
    EmptyExpression,
    NoLogic,
    UnusedInput,
    TypesTooDeep,
    HostFunction,
    FilterMatch,
    OtherLanguage,
    CellKind,
    CellImpossible,
    OutputNotAllowed,
    OverlapUnique,
    OverlapAny,
    Masked,
    Gap,
    Residual,
    TableTooLarge,
    NotXml,
    DocumentType,
    ElementsTooDeep,
    TooManyElements,
    TooManyBytes,
    TextOnly,
    OtherRoot,
    TwoExpressions,
    RelationRow,
    HitPolicyName,
    AggregationName,
};

inline constexpr std::size_t kRemarks = static_cast<std::size_t>(Remark::AggregationName) + 1;

/// The English sentence with its places: "the type \"%1\" is not defined.".
std::string_view sentence(Remark remark);

/// A sentence with its parts in place. A place without a part is empty.
std::string filled(std::string_view sentence, const std::vector<std::string> &parts);

} // namespace tongban::dmn
