// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bench/bare_libpq.h"

#include <libpq-fe.h>
#include <string_view>

namespace tongban::bench {

BareLibpq::BareLibpq(pg_conn *connection) : m_connection(connection, &PQfinish) { }

Result<BareLibpq> BareLibpq::open(const std::string &text)
{
    BareLibpq bare(PQconnectdb(text.c_str()));
    if (PQstatus(bare.m_connection.get()) != CONNECTION_OK)
        return fail(ErrorCode::Unavailable, "the scratch server cannot be reached");
    return bare;
}

Result<int> BareLibpq::push(const std::vector<std::string> &parameters)
{
    std::vector<const char *> values;
    for (const std::string &parameter : parameters)
        values.push_back(parameter.c_str());
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(
        PQexecParams(m_connection.get(),
                     "SELECT outcome FROM api.push($1::int, $2::uuid, "
                     "$3::uuid[], $4::bigint[], $5::bytea[])",
                     static_cast<int>(values.size()), nullptr, values.data(), nullptr, nullptr, 0),
        &PQclear);
    if (PQresultStatus(result.get()) != PGRES_TUPLES_OK)
        return fail(ErrorCode::Internal, "the bare call failed");
    int applied = 0;
    for (int row = 0; row < PQntuples(result.get()); ++row)
        applied += std::string_view(PQgetvalue(result.get(), row, 0)) == "applied" ? 1 : 0;
    return applied;
}

} // namespace tongban::bench
