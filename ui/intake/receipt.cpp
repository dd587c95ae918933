// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/intake/receipt.h"

#include "core/service/papers/papers.h"

namespace tongban::ui {

Result<Receipt> makeReceipt(service::Workspace &workspace, const std::string &serial,
                            const std::string &account, document::PaperLanguage language)
{
    const auto press = TRY(service::pressOf(workspace));
    const auto served =
        TRY(service::servePaper(workspace, *press, serial, {document::PaperKind::Receipt, 0, language},
                                {account, permit::Role::Clerk, {}}));
    if (!served.made.refusals.empty())
        return Receipt{{}, {}, true};
    return Receipt{served.file.string(), served.made.pdf, false};
}

} // namespace tongban::ui
