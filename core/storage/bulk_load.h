// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"

namespace tongban::storage {

/// A first copy of a million cases is written in half the time when the indexes that only make reading faster
/// are made afterwards, in one go. Unique ones stay: what they guard is guarded at every moment. Between
/// begin() and end() everything works, some of it slowly; what was put aside is kept in the file, so that a
/// program that was killed in between leaves nothing that the next one does not put right.
class BulkLoad
{
public:
    static Result<bool> isUnderWay(Database &database);

    /// Puts the indexes aside; nothing when that was done before. Outside a transaction.
    static Result<> begin(Database &database);

    /// Makes them again; nothing when none is aside. Joins a transaction that is open.
    static Result<> end(Database &database);
};

} // namespace tongban::storage
