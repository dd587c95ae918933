// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/document/paper_kind.h"
#include "core/service/workspace/workspace.h"

#include <string>

namespace tongban::ui {

struct Receipt {
    std::string file; ///< A PDF below the workspace's papers.
    std::string pdf;
    bool refused = false; ///< The account may not print; nothing was recorded.
};

/// Issues the receipt of a case and writes it as a file. On the workspace's thread.
Result<Receipt> makeReceipt(service::Workspace &workspace, const std::string &serial,
                            const std::string &account, document::PaperLanguage language);

} // namespace tongban::ui
