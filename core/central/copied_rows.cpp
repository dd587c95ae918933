// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/central/copied_rows.h"

#include <algorithm>
#include <libpq-fe.h>

namespace tongban::central {

namespace {

/// "PGCOPY\n\377\r\n\0", four bytes of flags, the length of an extension that nobody uses.
constexpr std::size_t kHeaderBytes = 19;
constexpr std::string_view kSignature("PGCOPY\n\377\r\n\0", 11);

/// Takes a big-endian number of `Bytes` bytes from the front.
template <int Bytes>
std::optional<std::int64_t> takeNumber(std::string_view &bytes)
{
    if (bytes.size() < Bytes)
        return std::nullopt;
    std::uint64_t value = static_cast<signed char>(bytes.front()) < 0 ? ~std::uint64_t{0} : 0;
    for (int i = 0; i < Bytes; ++i)
        value = value << 8U | static_cast<unsigned char>(bytes[static_cast<std::size_t>(i)]);
    bytes.remove_prefix(Bytes);
    return static_cast<std::int64_t>(value);
}

Failure unreadable()
{
    return fail(ErrorCode::Corrupted, "the centre's rows cannot be read");
}

} // namespace

CopiedRows::~CopiedRows()
{
    PQfreemem(m_row);
}

/// The end of the rows, or the server's reason why there are no more.
Result<bool> CopiedRows::finish()
{
    PGconn *connection = m_connection.m_connection.get();
    const Result<Rows> end = m_connection.answered(PQgetResult(connection));
    m_connection.dropUnread();
    if (!end)
        return Failure(end.error());
    return false;
}

Result<bool> CopiedRows::next()
{
    PGconn *connection = m_connection.m_connection.get();
    if (!m_isStarted) {
        PGresult *begun = PQgetResult(connection);
        const bool isCopying = PQresultStatus(begun) == PGRES_COPY_OUT;
        const Result<Rows> answer = isCopying ? Result<Rows>(Rows(begun)) : m_connection.answered(begun);
        if (!answer || !isCopying) {
            m_connection.dropUnread();
            return answer ? unreadable() : Failure(answer.error());
        }
        m_isStarted = true;
    }
    PQfreemem(std::exchange(m_row, nullptr));
    const int bytes = PQgetCopyData(connection, &m_row, 0);
    if (bytes < 0)
        return finish();
    std::string_view row(m_row, static_cast<std::size_t>(bytes));
    if (!m_isHeaderRead) {
        if (row.size() < kHeaderBytes || !row.starts_with(kSignature))
            return unreadable();
        row.remove_prefix(kHeaderBytes);
        m_isHeaderRead = true;
    }
    return split(row);
}

Result<bool> CopiedRows::split(std::string_view row)
{
    const auto count = takeNumber<2>(row);
    if (!count)
        return unreadable();
    if (*count < 0) {
        // The trailer; what the server says of the whole comes after it.
        PGconn *connection = m_connection.m_connection.get();
        PQfreemem(std::exchange(m_row, nullptr));
        if (PQgetCopyData(connection, &m_row, 0) > 0)
            return unreadable();
        return finish();
    }
    m_values.assign(static_cast<std::size_t>(*count), {});
    for (std::string_view &value : m_values) {
        const auto length = takeNumber<4>(row);
        if (!length || (*length >= 0 && static_cast<std::size_t>(*length) > row.size()))
            return unreadable();
        if (*length < 0)
            continue;
        value = row.substr(0, static_cast<std::size_t>(*length));
        row.remove_prefix(value.size());
    }
    return true;
}

std::int64_t CopiedRows::integer(std::size_t column) const
{
    std::string_view value = m_values[column];
    switch (value.size()) {
    case 2: return *takeNumber<2>(value);
    case 4: return *takeNumber<4>(value);
    case 8: return *takeNumber<8>(value);
    default: return 0;
    }
}

Result<Digest> CopiedRows::digest(std::size_t column) const
{
    return Digest::fromBlob(m_values[column]);
}

Result<Uuid> CopiedRows::uuid(std::size_t column) const
{
    return Uuid::fromBlob(m_values[column]);
}

} // namespace tongban::central
