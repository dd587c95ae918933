// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/central/connection.h"

#include "core/base/hex.h"
#include "core/central/parameter_lists.h"
#include "core/central/sql_files.h"

#include <algorithm>
#include <charconv>
#include <libpq-fe.h>

namespace tongban::central {

namespace {

/// Unread answers of more statements than this could fill both ends' buffers while both are writing.
constexpr std::size_t kMostInFlight = 32;

const char *statementText(std::string_view name)
{
    for (const SqlFile &file : statementFiles())
        if (file.name == name)
            return file.text;
    return nullptr;
}

constexpr std::string_view kDiskFull = "53100";

/// Classes of SQLSTATE, by what the caller can do.
ErrorCode codeOf(std::string_view state)
{
    const std::string_view group = state.substr(0, 2);
    if (state.empty() || group == "08" || group == "40" || group == "53" || group == "55" || group == "57"
        || group == "25")
        return ErrorCode::Unavailable;
    if (state == "42501" || group == "28")
        return ErrorCode::Denied;
    if (group == "22" || group == "23")
        return ErrorCode::InvalidInput;
    return ErrorCode::Internal;
}

/// The server's sentence without its context, which may quote values.
Failure failureOf(const PGresult *result, const PGconn *connection)
{
    const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char *message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    std::string detail = message != nullptr ? message : PQerrorMessage(connection);
    while (!detail.empty() && detail.back() == '\n')
        detail.pop_back();
    const std::string_view code = state != nullptr ? state : "";
    return fail(codeOf(code), (code == kDiskFull ? std::string(kNoRoom) : "the centre") + ": " + detail);
}

std::vector<const char *> valuesOf(std::span<const Parameter> parameters)
{
    std::vector<const char *> values;
    for (const Parameter &parameter : parameters)
        values.push_back(parameter ? parameter->c_str() : nullptr);
    return values;
}

void ignoreNotice(void * /*argument*/, const PGresult * /*result*/) { }

} // namespace

std::string arrayText(std::span<const std::string> plain)
{
    std::string out = "{";
    for (const std::string &value : plain)
        out += (out.size() > 1 ? ",\"" : "\"") + (value.starts_with('\\') ? '\\' + value : value) + '"';
    return out + '}';
}

std::string bytesText(std::string_view bytes)
{
    std::string out = "\\x";
    appendHex(out, {reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size()});
    return out;
}

Rows::Rows(pg_result *result) : m_result(result, &PQclear) { }

int Rows::count() const
{
    return PQntuples(m_result.get());
}

bool Rows::isNull(int row, int column) const
{
    return PQgetisnull(m_result.get(), row, column) != 0;
}

std::string_view Rows::text(int row, int column) const
{
    return {PQgetvalue(m_result.get(), row, column),
            static_cast<std::size_t>(PQgetlength(m_result.get(), row, column))};
}

std::int64_t Rows::integer(int row, int column) const
{
    const std::string_view digits = text(row, column);
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

bool Rows::boolean(int row, int column) const
{
    return text(row, column) == "t";
}

Result<Digest> Rows::digest(int row, int column) const
{
    const std::string_view hex = text(row, column);
    if (!hex.starts_with("\\x"))
        return fail(ErrorCode::Corrupted, "the centre's hash cannot be read");
    return Digest::parse(hex.substr(2));
}

Result<Uuid> Rows::uuid(int row, int column) const
{
    return Uuid::parse(text(row, column));
}

Connection::Connection(pg_conn *connection) : m_connection(connection, &PQfinish)
{
    PQsetNoticeReceiver(connection, &ignoreNotice, nullptr);
}

Result<Connection> Connection::open(std::string_view text, std::string_view password)
{
    auto options = TRY(connectionOptions(text));
    if (!password.empty())
        options.emplace_back("password", password);
    const ParameterLists lists(options);
    Connection connection(PQconnectdbParams(lists.keys.data(), lists.values.data(), 0));
    if (PQstatus(connection.m_connection.get()) == CONNECTION_OK)
        return connection;
    if (PQconnectionNeedsPassword(connection.m_connection.get()) != 0)
        return fail(ErrorCode::Denied, std::string(kPasswordWanted));
    const std::string_view message = PQerrorMessage(connection.m_connection.get());
    // The server answered and said no; without "FATAL" it was not reached or did not prove who it is.
    const bool isRefused = message.find("FATAL:") != std::string_view::npos
        && (message.find("authentication") != std::string_view::npos
            || message.find("role") != std::string_view::npos
            || message.find("pg_hba") != std::string_view::npos
            || message.find("permission") != std::string_view::npos);
    if (isRefused && PQconnectionUsedPassword(connection.m_connection.get()) != 0
        && message.find("password authentication") != std::string_view::npos)
        return fail(ErrorCode::Denied, std::string(kPasswordRefused));
    return fail(isRefused ? ErrorCode::Denied : ErrorCode::Unavailable,
                "the centre cannot be reached: " + std::string(message.substr(0, message.find('\n'))));
}

Result<Rows> Connection::answered(pg_result *result) const
{
    Rows rows(result);
    const ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
        return failureOf(result, m_connection.get());
    return rows;
}

Result<Rows> Connection::run(std::string_view statement, std::initializer_list<Parameter> parameters)
{
    return run(statement, std::span<const Parameter>(parameters.begin(), parameters.size()));
}

Result<Rows> Connection::run(std::string_view statement, std::span<const Parameter> parameters)
{
    const char *sql = statementText(statement);
    if (sql == nullptr)
        return fail(ErrorCode::Internal, "no statement " + std::string(statement));
    const auto values = valuesOf(parameters);
    return answered(PQexecParams(m_connection.get(), sql, static_cast<int>(values.size()), nullptr,
                                 values.data(), nullptr, nullptr, 0));
}

void Connection::dropUnread()
{
    PGconn *connection = m_connection.get();
    while (PGresult *rest = PQgetResult(connection)) {
        const bool isCopying = PQresultStatus(rest) == PGRES_COPY_OUT;
        PQclear(rest);
        char *row = nullptr;
        while (isCopying && PQgetCopyData(connection, &row, 0) > 0)
            PQfreemem(row);
    }
}

Result<> Connection::sendCopy(std::string_view statement, std::initializer_list<std::int64_t> numbers)
{
    const char *text = statementText(statement);
    if (text == nullptr)
        return fail(ErrorCode::Internal, "no statement " + std::string(statement));
    std::string sql = text;
    int place = 0;
    for (const std::int64_t number : numbers) {
        const std::string word = '{' + std::to_string(++place) + '}';
        if (const auto at = sql.find(word); at != std::string::npos)
            sql.replace(at, word.size(), std::to_string(number));
    }
    dropUnread();
    if (PQsendQuery(m_connection.get(), sql.c_str()) == 0 || PQflush(m_connection.get()) < 0)
        return fail(ErrorCode::Unavailable, "the centre: the connection is gone");
    return {};
}

Result<> Connection::send(std::string_view statement, std::span<const Parameter> parameters)
{
    const char *sql = statementText(statement);
    if (sql == nullptr)
        return fail(ErrorCode::Internal, "no statement " + std::string(statement));
    dropUnread();
    const auto values = valuesOf(parameters);
    if (PQsendQueryParams(m_connection.get(), sql, static_cast<int>(values.size()), nullptr, values.data(),
                          nullptr, nullptr, 0)
            == 0
        || PQflush(m_connection.get()) < 0)
        return fail(ErrorCode::Unavailable, "the centre: the connection is gone");
    return {};
}

Result<Rows> Connection::received()
{
    PGresult *result = PQgetResult(m_connection.get());
    if (result == nullptr)
        return fail(ErrorCode::Unavailable, "the centre: the connection is gone");
    Result<Rows> rows = answered(result);
    while (PGresult *rest = PQgetResult(m_connection.get()))
        PQclear(rest);
    return rows;
}

bool Connection::usedPassword() const
{
    return PQconnectionUsedPassword(m_connection.get()) != 0;
}

Result<> Connection::changeOwnPassword(const std::string &password)
{
    PGconn *connection = m_connection.get();
    const char *user = PQuser(connection);
    const std::unique_ptr<char, decltype(&PQfreemem)> verifier(
        PQencryptPasswordConn(connection, password.c_str(), user, "scram-sha-256"), &PQfreemem);
    if (!verifier)
        return fail(ErrorCode::Internal, "the password cannot be made into a verifier");
    const std::unique_ptr<char, decltype(&PQfreemem)> name(
        PQescapeIdentifier(connection, user, std::char_traits<char>::length(user)), &PQfreemem);
    const std::unique_ptr<char, decltype(&PQfreemem)> text(
        PQescapeLiteral(connection, verifier.get(), std::char_traits<char>::length(verifier.get())),
        &PQfreemem);
    return script("ALTER ROLE " + std::string(name.get()) + " PASSWORD " + text.get());
}

Result<> Connection::script(const std::string &sql)
{
    TRY(answered(PQexec(m_connection.get(), sql.c_str())));
    return {};
}

Result<> Connection::sendAll(const char *sql, std::span<const std::vector<Parameter>> parameterLists)
{
    PGconn *connection = m_connection.get();
    for (const std::vector<Parameter> &parameters : parameterLists) {
        const auto values = valuesOf(parameters);
        if (PQsendQueryParams(connection, sql, static_cast<int>(values.size()), nullptr, values.data(),
                              nullptr, nullptr, 0)
                == 0
            || PQpipelineSync(connection) == 0)
            return fail(ErrorCode::Unavailable, "the centre: the connection is gone");
    }
    return {};
}

Result<std::vector<Rows>> Connection::runPipelined(std::string_view statement,
                                                   std::span<const std::vector<Parameter>> parameterLists)
{
    const char *sql = statementText(statement);
    if (sql == nullptr)
        return fail(ErrorCode::Internal, "no statement " + std::string(statement));
    PGconn *connection = m_connection.get();
    if (PQenterPipelineMode(connection) == 0)
        return fail(ErrorCode::Unavailable, "the centre: the connection is gone");
    std::vector<Rows> answers;
    Result<> failure;
    for (std::size_t done = 0; done < parameterLists.size() && failure;) {
        const auto window =
            parameterLists.subspan(done, std::min(kMostInFlight, parameterLists.size() - done));
        failure = sendAll(sql, window);
        // Each statement answers with its result, a null, and the result of its synchronisation point.
        for (std::size_t i = 0; i < window.size() && failure; ++i) {
            Result<Rows> rows = answered(PQgetResult(connection));
            while (PGresult *rest = PQgetResult(connection))
                PQclear(rest);
            PQclear(PQgetResult(connection));
            if (!rows)
                failure = tl::unexpected(std::move(rows).error());
            else
                answers.push_back(std::move(*rows));
        }
        done += window.size();
    }
    if (!failure) {
        PQreset(connection);
        return tl::unexpected(std::move(failure).error());
    }
    PQexitPipelineMode(connection);
    return answers;
}

} // namespace tongban::central
