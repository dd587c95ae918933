// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

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

private:
    explicit BareLibpq(pg_conn *connection);

    std::shared_ptr<pg_conn> m_connection;
};

} // namespace tongban::bench
