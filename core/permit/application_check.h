// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/permit/application_reader.h"
#include "core/permit/raw_application.h"

#include <optional>

namespace tongban::permit {

/// Checks and normalises what was read. With a context, against its catalogue and present; without one, only
/// what an application of ours must be: for texts that went through the first check before.
std::optional<Application> checkApplication(const RawApplication &raw, const IntakeContext *context,
                                            IntakeProblems &problems);

/// The part of it that looks at the form and the documents; fills `out`.
void checkForm(const RawApplication &raw, const IntakeContext *context, IntakeProblems &problems,
               Application &out);

} // namespace tongban::permit
