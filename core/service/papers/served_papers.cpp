// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/file.h"
#include "core/service/papers/papers.h"

namespace tongban::service {

Result<ServedPaper> servePaper(Workspace &workspace, const PaperPress &press, std::string_view key,
                               const PaperRequest &request, const Actor &actor)
{
    ServedPaper served;
    served.made = TRY(issuePaper(workspace, press, key, request, actor));
    if (!served.made.refusals.empty())
        return served;
    const auto folder = workspace.folder() / "papers";
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    const std::string reprint =
        served.made.reprint == 0 ? std::string() : "-" + std::to_string(served.made.reprint);
    served.file = folder / (served.made.number + reprint + ".pdf");
    TRY(replaceFile(served.file, served.made.pdf));
    return served;
}

} // namespace tongban::service
