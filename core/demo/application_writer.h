// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/demo/demo_case.h"
#include "core/demo/name_book.h"

#include <string>

namespace tongban::demo {

/// Appends the application as one line of JSON with its line feed.
void appendApplication(std::string &out, const DemoCase &demoCase, const NameBook &names);

} // namespace tongban::demo
