// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/central/connection.h"

#include <vector>

namespace tongban::central {

/// The rows of a Connection::sendCopy(), one after the other, as PostgreSQL's binary format has them: values
/// are read in place, without a text in between. Private to core/central.
class CopiedRows
{
public:
    explicit CopiedRows(Connection &connection) : m_connection(connection) { }
    ~CopiedRows();
    CopiedRows(const CopiedRows &) = delete;
    CopiedRows &operator=(const CopiedRows &) = delete;

    /// Moves to the next row; false after the last one. What was read of the row before is gone. Fails as
    /// Connection does; Corrupted when the bytes are no such rows.
    Result<bool> next();

    std::string_view text(std::size_t column) const { return m_values[column]; } ///< Empty for NULL.
    std::int64_t integer(std::size_t column) const; ///< Of any width; 0 for NULL.
    Result<Digest> digest(std::size_t column) const;
    Result<Uuid> uuid(std::size_t column) const;

private:
    Result<bool> finish();
    Result<bool> split(std::string_view row);

    Connection &m_connection;
    bool m_isStarted = false;
    bool m_isHeaderRead = false;
    char *m_row = nullptr;
    std::vector<std::string_view> m_values;
};

} // namespace tongban::central
