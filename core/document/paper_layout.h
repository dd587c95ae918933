// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/document/page.h"
#include "core/document/paper_fields.h"
#include "core/document/paper_template.h"

#include <string>

namespace tongban::document {

/// What stands on one print besides what the paper says: nothing of it is covered by the digest.
struct PrintMarks {
    int reprint = 0; ///< 补打 n; 0 = the first print.
    std::string printedOn; ///< Day of the reprint.
    std::string stateNow; ///< Where the case stands while it is printed.
    bool preview = false; ///< Not issued: says so instead.
    bool isUnconfirmed = false; ///< What it states waits at this desk and is not the centre's word yet.
};

/// Sets a paper on A4 pages: body that issues it, title and number above, page numbers, verification code and
/// marks below. Everything that is too long goes on to the next line, cell or page; nothing is cut off.
/// A pure function.
Result<LaidOutPaper> layOut(const PaperTemplate &paper, const PaperFields &fields, PaperLanguage language,
                            const PrintMarks &marks, const FontBook &fonts);

} // namespace tongban::document
