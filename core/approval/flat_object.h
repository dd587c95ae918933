// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/manifest.h"
#include "core/feel/value.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::approval {

/// A JSON object without objects inside, looked at without building a document: a case has several answers of
/// a dozen fields of which a few are wanted. Members are views into the text. Reused by one thread.
class FlatObject
{
public:
    /// False for anything but one object whose members are scalars or lists of scalars, each name once.
    bool parse(std::string_view json);
    void clear() { m_members.clear(); }

    /// The member's JSON text, `"abc"` with its quotes; nothing when there is no such member.
    std::optional<std::string_view> find(std::string_view name) const;

private:
    struct Member {
        std::string_view name;
        std::string_view token;
    };

    bool addMember(std::string_view name, std::string_view token);

    std::vector<Member> m_members;
};

/// What one JSON token says as a value of `type`.
struct TokenValue {
    enum class State { Value, Empty, Malformed };
    State state = State::Malformed;
    feel::Value value;
};

/// Empty for null and for an empty string; Malformed when the token is not of the type.
TokenValue readToken(std::string_view token, FactType type);

} // namespace tongban::approval
