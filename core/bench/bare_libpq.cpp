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

Result<> BareLibpq::copyIn(const std::string &sql, const std::function<Result<bool>(std::string &)> &more)
{
    PGconn *connection = m_connection.get();
    PQclear(PQexec(connection, sql.c_str()));
    std::string buffer;
    for (bool isOpen = true; isOpen;) {
        buffer.clear();
        isOpen = TRY(more(buffer));
        if (!buffer.empty() && PQputCopyData(connection, buffer.data(), static_cast<int>(buffer.size())) != 1)
            return fail(ErrorCode::Internal, "the scratch server takes no rows");
    }
    PQputCopyEnd(connection, nullptr);
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQgetResult(connection), &PQclear);
    while (PGresult *rest = PQgetResult(connection))
        PQclear(rest);
    return PQresultStatus(result.get()) == PGRES_COMMAND_OK
        ? Result<>()
        : fail(ErrorCode::Internal, std::string("the scratch server: ") + PQerrorMessage(connection));
}

Result<std::int64_t> BareLibpq::copyOut(const std::string &sql)
{
    PGconn *connection = m_connection.get();
    PQclear(PQexec(connection, sql.c_str()));
    std::int64_t bytes = 0;
    char *row = nullptr;
    for (int length = 0; (length = PQgetCopyData(connection, &row, 0)) > 0; bytes += length)
        PQfreemem(row);
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQgetResult(connection), &PQclear);
    while (PGresult *rest = PQgetResult(connection))
        PQclear(rest);
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK)
        return fail(ErrorCode::Internal, std::string("the scratch server: ") + PQerrorMessage(connection));
    return bytes;
}

} // namespace tongban::bench
