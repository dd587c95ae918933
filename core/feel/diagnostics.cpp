// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/diagnostics.h"

namespace tongban::feel {

std::string_view name(Cause cause)
{
    switch (cause) {
    case Cause::WrongKind: return "wrong_kind";
    case Cause::NullOperand: return "null_operand";
    case Cause::OutOfDomain: return "out_of_domain";
    case Cause::NotComparable: return "not_comparable";
    case Cause::NoSuchMember: return "no_such_member";
    case Cause::NoSuchFunction: return "no_such_function";
    case Cause::WrongArguments: return "wrong_arguments";
    case Cause::NotConforming: return "not_conforming";
    case Cause::NotAllowed: return "not_allowed";
    case Cause::DuplicateName: return "duplicate_name";
    case Cause::ZoneUnknown: return "zone_unknown";
    case Cause::BudgetExceeded: return "budget_exceeded";
    case Cause::Unsupported: return "unsupported";
    }
    return "";
}

std::string_view name(Expectation expectation)
{
    switch (expectation) {
    case Expectation::Sign: return "a sign";
    case Expectation::Expression: return "an expression";
    case Expectation::OperatorOrEnd: return "an operator or the end of the text";
    case Expectation::CommaOrEnd: return "',' or the end of the text";
    case Expectation::VariableName: return "the name of a variable";
    case Expectation::TypeName: return "the name of a type";
    case Expectation::MemberName: return "the name of a member";
    case Expectation::ParameterName: return "the name of a parameter";
    case Expectation::EntryName: return "the name of an entry";
    case Expectation::Number: return "a number that can be represented";
    case Expectation::String: return "a string";
    case Expectation::RangeEnd: return "']', ')' or '[' at the end of the range";
    case Expectation::CommentEnd: return "the end of the comment, '*/'";
    case Expectation::StringEnd: return "'\"' at the end of the string";
    case Expectation::CodePoint: return "a code point in hexadecimal digits";
    case Expectation::KnownName: return "a known name";
    }
    return "";
}

std::string_view name(CompileError::Kind kind)
{
    switch (kind) {
    case CompileError::Kind::Syntax: return "syntax";
    case CompileError::Kind::UnknownName: return "unknown_name";
    case CompileError::Kind::UnknownFunction: return "unknown_function";
    case CompileError::Kind::WrongArguments: return "wrong_arguments";
    case CompileError::Kind::TooDeep: return "too_deep";
    case CompileError::Kind::TooLong: return "too_long";
    case CompileError::Kind::NotUtf8: return "not_utf8";
    }
    return "";
}

std::string CompileError::message() const
{
    const std::string place = "at character " + std::to_string(span.begin + 1) + ": ";
    const std::string what = read.empty() ? "the end of the text" : "'" + read + "'";
    const std::string hint = nearest.empty() ? "" : "; did you mean '" + nearest + "'?";
    switch (kind) {
    case Kind::Syntax: return place + "read " + what + ", expected " + expected;
    case Kind::UnknownName: return place + "unknown name " + what + hint;
    case Kind::UnknownFunction: return place + "unknown function " + what + hint;
    case Kind::WrongArguments: return place + what + " does not take these arguments; expected " + expected;
    case Kind::TooDeep: return place + "expressions are nested too deeply";
    case Kind::TooLong: return place + "the text is too long";
    case Kind::NotUtf8: return place + "the text is not UTF-8";
    }
    return place;
}

} // namespace tongban::feel
