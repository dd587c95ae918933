// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/intake/counter.h"

#include <string>
#include <vector>

namespace tongban::service {

/// What registers know of the fields that an entry's form has, by resources/registers/prefill.csv: each value
/// with the register and the day it is from. A register that is silent, or was not imported, gives none.
/// InvalidInput: the file is wrong, with its line.
Result<std::vector<CounterPrefill>> prefillOf(Workspace &workspace, const CounterEntry &entry,
                                              const std::vector<CounterField> &form);

/// What the opening act says about the values of an entry, as canonical JSON: "sources" by field, with "was"
/// where a hand changed what a register says, and "paper_asked" by document with the reason. Empty when there
/// is nothing to say.
std::string openingDetail(const CounterEntry &entry);

} // namespace tongban::service
