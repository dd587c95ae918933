// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/papers/paper_press.h"

#include "core/base/file.h"
#include "core/service/workspace/workspace_parts.h"

namespace tongban::service {

Result<std::shared_ptr<const PaperPress>> PaperPress::load(const std::filesystem::path &resources)
{
    constexpr std::size_t kMostTemplateBytes = std::size_t{1} << 20U;
    std::array<std::string, document::kPaperKindCount> texts;
    for (int kind = 0; kind < document::kPaperKindCount; ++kind) {
        const std::string file = std::string(name(static_cast<document::PaperKind>(kind))) + ".json";
        texts[static_cast<std::size_t>(kind)] =
            TRY(readFile(resources / "templates" / file, kMostTemplateBytes));
    }
    PaperPress press{TRY(document::PaperTemplates::load(texts)), {}};
    press.fonts = TRY(document::FontBook::open(document::FontBook::folders(resources)));
    return std::make_shared<const PaperPress>(std::move(press));
}

Result<std::shared_ptr<const PaperPress>> pressOf(Workspace &workspace)
{
    std::shared_ptr<const PaperPress> &press = workspace.parts().press;
    if (!press)
        press = TRY(PaperPress::load(workspace.resources().folder));
    return press;
}

} // namespace tongban::service
