// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tongban::feel {

/// A piece of an expression's text, counted in code points from 0. `source` says which text, by the number
/// its caller gave when compiling.
struct Span {
    std::uint32_t source = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    friend bool operator==(Span, Span) = default;
};

/// Why a value is null although the expression is well formed.
enum class Cause : std::uint8_t {
    WrongKind, ///< An operand or argument is of a kind the operation does not take.
    NullOperand, ///< An operand or argument is null where a value is needed.
    OutOfDomain, ///< Division by zero, a negative square root, an index of 0, a day that does not exist.
    NotComparable, ///< Values of different kinds, or without an order, were compared.
    NoSuchMember, ///< The context has no entry of that name.
    NoSuchFunction, ///< What was called is not a function.
    WrongArguments, ///< Too few, too many, or wrongly named arguments.
    NotConforming, ///< A value does not conform to the declared type.
    NotAllowed, ///< A value is outside the allowed values of its type.
    DuplicateName, ///< A context names an entry twice.
    ZoneUnknown, ///< The offset of a named time zone is not known.
    BudgetExceeded, ///< A limit of Limits was reached; the evaluation was ended.
    Unsupported, ///< The standard knows it and this engine does not.
};

/// "wrong_kind", "budget_exceeded", ...: stable, for machine-readable output.
std::string_view name(Cause cause);

/// A null that arose from an error.
struct Diagnostic {
    Cause cause = Cause::WrongKind;
    Span span;
    std::string detail; ///< An English sentence; never the contents of a string value.
};

/// What could have stood where reading stopped.
enum class Expectation : std::uint8_t {
    Sign, ///< The sign or keyword that CompileError::expected quotes.
    Expression,
    OperatorOrEnd,
    CommaOrEnd,
    VariableName,
    TypeName,
    MemberName,
    ParameterName,
    EntryName,
    Number, ///< One that 34 digits can hold.
    String,
    RangeEnd,
    CommentEnd,
    StringEnd,
    CodePoint,
    KnownName,
};

/// "an expression", "the name of a type", ...: what CompileError::expected says.
std::string_view name(Expectation expectation);

/// Why a text is not an expression. Everything a message needs, in parts, so that it can be put in words of
/// any language.
struct CompileError {
    enum class Kind : std::uint8_t {
        Syntax, ///< `read` stands where `expected` should.
        UnknownName, ///< `read` is not a name in scope; `nearest` may be what was meant.
        UnknownFunction, ///< The same in front of an argument list.
        WrongArguments, ///< A built-in function was given arguments it does not take.
        TooDeep, ///< More nesting than Limits::nesting.
        TooLong, ///< More text than Limits::textLength.
        NotUtf8, ///< The bytes at the position are not UTF-8.
    };
    Kind kind = Kind::Syntax;
    Span span; ///< Where; an empty span at the end when the text stops too early.
    std::string read; ///< What stands there; empty at the end of the text.
    std::string expected; ///< What could have stood there, in English.
    std::string nearest; ///< The most similar known name; may be empty.
    Expectation expectation = Expectation::Sign; ///< What `expected` says, for other languages.

    /// One English sentence, with the position counted from 1.
    std::string message() const;
};

/// "syntax", "unknown_name", ...
std::string_view name(CompileError::Kind kind);

} // namespace tongban::feel
