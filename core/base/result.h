// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <tl/expected.hpp>

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace tongban {

/// What the caller can do about a failure; callers branch on this, never on text.
enum class ErrorCode {
    InvalidInput, ///< Show at the field or line; the input has to change.
    NotFound, ///< The thing named does not exist.
    Conflict, ///< Somebody else was first, or the state does not allow it; reload and look again.
    Unavailable, ///< Try again later: busy, full, unreachable.
    Corrupted, ///< Stored data is not what was written; stop and call support.
    Denied, ///< This actor may not do this.
    Internal, ///< A defect of the program.
};

/// A failure with a stable code, an English sentence for the log and the place it arose.
/// `detail` never holds personal data.
struct [[nodiscard]] Error {
    ErrorCode code = ErrorCode::Internal;
    std::string detail;
    const char *file = "";
    int line = 0;

    Error(ErrorCode errorCode, std::string what, const char *where = __builtin_FILE(),
          int at = __builtin_LINE())
        : code(errorCode), detail(std::move(what)), file(where), line(at)
    {
    }
};

using Failure = tl::unexpected<Error>;

/// The value of an operation that may fail. Unlike tl::expected it cannot be ignored.
template <typename T = void>
class [[nodiscard]] Result : public tl::expected<T, Error>
{
    using Base = tl::expected<T, Error>;

public:
    using Base::Base;
    Result(Base base) : Base(std::move(base)) { }
};

inline Failure fail(ErrorCode code, std::string detail, const char *file = __builtin_FILE(),
                    int line = __builtin_LINE())
{
    return Failure(Error(code, std::move(detail), file, line));
}

/// The contained value of a successful result; nothing for Result<>.
template <typename T>
T valueOf(Result<T> &&result)
{
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

/// "invalid_input", "not_found", ...: the stable name used in logs and in machine-readable output.
std::string_view codeName(ErrorCode code);

} // namespace tongban

/// Evaluates to the value of `expr`, or returns its error from the enclosing function. May be nested: every
/// use has a variable of its own.
#define TRY(expr) TONGBAN_TRY_AS(TONGBAN_TRY_NAME(__COUNTER__), expr)
#define TONGBAN_TRY_NAME(number) TONGBAN_TRY_JOIN(tryResult, number)
#define TONGBAN_TRY_JOIN(prefix, number) prefix##number
#define TONGBAN_TRY_AS(result, expr)                                                                         \
    __extension__({                                                                                          \
        auto result = (expr);                                                                                \
        if (!result) [[unlikely]]                                                                            \
            return ::tongban::Failure(std::move(result).error());                                            \
        ::tongban::valueOf(std::move(result));                                                               \
    })
