// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/permit/application_reader.h"
#include "core/permit/catalogue.h"

#include <memory>

namespace tongban::fuzz {

/// The catalogue as it is shipped; ends the program when it has a problem.
const permit::Catalogue &shippedCatalogue();

/// Everything is read as if it came in at this instant.
permit::IntakeContext intakeContext();

/// What holds for every line: an application or problems, no value of the line in a problem, and for an
/// application that nothing forbidden was let in and that its stored form reads back as the same.
void checkRead(const permit::ReadApplication &read, permit::ApplicationReader &reader);

} // namespace tongban::fuzz
