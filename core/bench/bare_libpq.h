// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

struct pg_conn;

namespace tongban::bench {

/// api.push as one would call it with the library and nothing around it, with
/// parameters made beforehand: what sending acts is compared with.
class BareLibpq
{
public:
    static Result<BareLibpq> open(const std::string &text);

    /// One call; how many of its commands were carried out.
    Result<int> push(const std::vector<std::string> &parameters);

    /// A COPY ... FROM STDIN of what `more` appends to its buffer, call by call until it says false.
    Result<> copyIn(const std::string &sql, const std::function<Result<bool>(std::string &buffer)> &more);

    /// A COPY ... TO STDOUT whose rows are dropped; how many bytes they had.
    Result<std::int64_t> copyOut(const std::string &sql);

private:
    explicit BareLibpq(pg_conn *connection);

    std::shared_ptr<pg_conn> m_connection;
};

} // namespace tongban::bench
