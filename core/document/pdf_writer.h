// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/document/page.h"

#include <span>
#include <string>

namespace tongban::document {

/// A PDF (1.6) of one paper or of several behind one another. The font is embedded with the shapes that are
/// used; every character can be copied and searched as it was written, those beyond the basic plane too.
///
/// A pure function: the same pages and the same `created` give the same bytes, so that a reprint can be
/// compared. `created` is the day the paper is dated, not the present.
Result<std::string> writePdf(std::span<const LaidOutPaper> papers, const FontBook &fonts, Timestamp created);

} // namespace tongban::document
