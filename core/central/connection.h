// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/digest.h"
#include "core/base/id.h"
#include "core/base/result.h"

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct pg_conn;
struct pg_result;

namespace tongban::central {

/// A value for a statement, as PostgreSQL reads it. Nothing = NULL.
using Parameter = std::optional<std::string>;

/// "{1,2}" of values that need no quoting (numbers, identities, hexadecimal bytes).
std::string arrayText(std::span<const std::string> plain);
/// "\x00ff": how bytes are written.
std::string bytesText(std::string_view bytes);

/// The answer to one statement. Text of the answer lives as long as this.
class Rows
{
public:
    explicit Rows(pg_result *result);

    int count() const;
    bool isNull(int row, int column) const;
    std::string_view text(int row, int column) const;
    std::int64_t integer(int row, int column) const; ///< 0 for NULL.
    bool boolean(int row, int column) const;
    Result<Digest> digest(int row, int column) const;
    Result<Uuid> uuid(int row, int column) const;

private:
    std::shared_ptr<pg_result> m_result;
};

/// What a connection text (libpq's "host=... dbname=..." or a URI) becomes before it is used. InvalidInput
/// when it asks for less: over a network the server proves who it is (sslmode=verify-full) and the password
/// is bound to that channel (SCRAM, channel_binding=require unless the text names another); a password never
/// stands in the text, where other users of the machine could read it, but in the password file. A socket in
/// the file system needs neither.
Result<std::vector<std::pair<std::string, std::string>>> connectionOptions(std::string_view text);

/// What an answer begins with that is Unavailable because the server's disk is full.
inline constexpr std::string_view kNoRoom = "the centre has no room on its disk";

/// Why a session was denied: somebody has to type the password, or has typed another one.
inline constexpr std::string_view kPasswordWanted = "the centre wants a password";
inline constexpr std::string_view kPasswordRefused = "the centre does not take the password";

/// One session with the centre. On one thread at a time; moves, does not copy. Statements are text in
/// core/central/sql/statements, named by their file, and run with unnamed parameters, so that they pass a
/// pooler.
///
/// Codes of failures: Unavailable = try again later (network, lock, restart, serialization), and it is not
/// known whether a statement that was under way was carried out; Denied = the server knows who this is and
/// refuses; InvalidInput = a value cannot be what it is meant to be; Internal = a defect.
class Connection
{
public:
    /// `password`: never part of the text, never kept beyond the call. Denied with one of the two details
    /// above when the server asks for one, or for another one.
    static Result<Connection> open(std::string_view text, std::string_view password = {});

    /// Runs a statement by the name of its file.
    Result<Rows> run(std::string_view statement, std::initializer_list<Parameter> parameters = {});
    Result<Rows> run(std::string_view statement, std::span<const Parameter> parameters);

    /// Sends a statement and returns at once; received() waits for its answer. One at a time; any other
    /// statement in between takes its place, and its answer is dropped.
    Result<> send(std::string_view statement, std::span<const Parameter> parameters);
    Result<Rows> received();

    /// Sends the statement once for each list of parameters without waiting in between (libpq's pipeline),
    /// each in a transaction of its own, and returns the answers in order. After a failure the answers so far
    /// are dropped: what was carried out is asked for again.
    Result<std::vector<Rows>> runPipelined(std::string_view statement,
                                           std::span<const std::vector<Parameter>> parameterLists);

    /// Sends a statement that is a COPY ... TO STDOUT (FORMAT binary), the fastest way out of the server, and
    /// returns at once; CopiedRows (copied_rows.h) takes its rows. COPY knows no parameters: {1}, {2}, ... in
    /// its text become whole numbers.
    Result<> sendCopy(std::string_view statement, std::initializer_list<std::int64_t> numbers);

    /// Waits for what was sent and not received, and forgets it.
    void dropUnread();

    /// Whether a password opened it, and not a ticket or a certificate.
    bool usedPassword() const;
    /// Made into a SCRAM verifier here: the password itself goes nowhere.
    Result<> changeOwnPassword(const std::string &password);

    /// Runs a text of many statements, as one transaction unless it says otherwise.
    Result<> script(const std::string &sql);

private:
    friend class CopiedRows;

    explicit Connection(pg_conn *connection);
    Result<Rows> answered(pg_result *result) const;
    Result<> sendAll(const char *sql, std::span<const std::vector<Parameter>> parameterLists);

    std::shared_ptr<pg_conn> m_connection;
};

} // namespace tongban::central
