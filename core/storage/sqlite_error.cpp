// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/sqlite_error.h"

#include <sqlite3.h>
#include <string>

namespace tongban::storage {
namespace {

struct Meaning {
    ErrorCode code;
    const char *sentence;
};

Meaning constraintMeaning(int extended)
{
    if (extended == SQLITE_CONSTRAINT_UNIQUE || extended == SQLITE_CONSTRAINT_PRIMARYKEY
        || extended == SQLITE_CONSTRAINT_ROWID)
        return {ErrorCode::Conflict,
                "a row with this key exists already; it was kept and nothing was changed"};
    if (extended == SQLITE_CONSTRAINT_TRIGGER)
        return {ErrorCode::Denied, "ledger and decisions are append-only; nothing was changed"};
    if (extended == SQLITE_CONSTRAINT_FOREIGNKEY)
        return {ErrorCode::NotFound, "the row this one belongs to does not exist; nothing was changed"};
    return {ErrorCode::Internal, "the row breaks a rule of its table; nothing was changed"};
}

Meaning meaning(int code)
{
    switch (code & 0xff) {
    case SQLITE_FULL:
        return {
            ErrorCode::Unavailable,
            "the disk is full (or the file has reached its limit); everything committed before is kept, this "
            "change was undone; free some space and do it again"};
    case SQLITE_READONLY:
        return {ErrorCode::Denied,
                "the file cannot be written (read-only folder or medium, or missing rights); nothing was "
                "changed; "
                "allow writing or work on a copy"};
    case SQLITE_IOERR:
        return {ErrorCode::Unavailable,
                "the disk reported an error; everything committed before is kept, this change was undone; "
                "check the "
                "disk before going on"};
    case SQLITE_CORRUPT:
        return {ErrorCode::Corrupted,
                "the file is damaged or cut off; nothing was written to it; keep it as it is and restore the "
                "last "
                "backup beside it"};
    case SQLITE_NOTADB:
        return {ErrorCode::Corrupted,
                "the file is not a store or its beginning is destroyed; nothing was written to it; restore "
                "the last "
                "backup beside it"};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::Unavailable,
                "another program is writing to the file; nothing was changed; do it again in a moment"};
    case SQLITE_CANTOPEN:
        return {ErrorCode::Unavailable,
                "the file cannot be opened (missing folder or rights); nothing was changed; check the path"};
    case SQLITE_NOMEM:
        return {ErrorCode::Unavailable,
                "memory ran out; everything committed before is kept, this change was undone"};
    case SQLITE_INTERRUPT: return {ErrorCode::Unavailable, "it was stopped on request; nothing was changed"};
    case SQLITE_AUTH: // of core/storage/field_seal.cpp alone
        return {ErrorCode::Corrupted,
                "a sealed field cannot be opened: it was changed, moved, or sealed with another key; nothing "
                "was written; keep the file as it is and restore the last backup beside it"};
    case SQLITE_TOOBIG:
        return {ErrorCode::InvalidInput, "a value is longer than a store can hold; nothing was changed"};
    default: return {ErrorCode::Internal, "the statement could not be carried out; nothing was changed"};
    }
}

} // namespace

Failure sqliteFailure(sqlite3 *handle, int code, std::string_view what)
{
    const int extended = handle != nullptr ? sqlite3_extended_errcode(handle) : code;
    // After a reset the connection may already carry another code; the caller's own one is what happened.
    const int exact = (extended & 0xff) == (code & 0xff) ? extended : code;
    const Meaning found = (code & 0xff) == SQLITE_CONSTRAINT ? constraintMeaning(exact) : meaning(code);
    std::string detail(what);
    detail += ": ";
    detail += found.sentence;
    detail += " (SQLite ";
    detail += std::to_string(exact);
    if (found.code == ErrorCode::Internal && handle != nullptr) {
        detail += ": ";
        detail += sqlite3_errmsg(handle);
    }
    detail += ")";
    return fail(found.code, std::move(detail));
}

} // namespace tongban::storage
