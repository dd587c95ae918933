// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/intake/receipt.h"

#include "core/base/file.h"
#include "core/service/papers.h"

namespace tongban::ui {

Result<Receipt> makeReceipt(service::Workspace &workspace, const std::string &serial,
                            const std::string &account, document::PaperLanguage language)
{
    const auto press = TRY(service::PaperPress::load(workspace.resources().folder));
    const auto made =
        TRY(service::issuePaper(workspace, *press, serial, {document::PaperKind::Receipt, 0, language},
                                {account, permit::Role::Clerk, {}}));
    if (!made.refusals.empty())
        return Receipt{{}, true};
    const auto folder = workspace.folder() / "papers";
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    const std::string reprint = made.reprint == 0 ? std::string() : "-" + std::to_string(made.reprint);
    const auto file = folder / (made.number + reprint + ".pdf");
    TRY(replaceFile(file, made.pdf));
    return Receipt{file.string(), false};
}

} // namespace tongban::ui
