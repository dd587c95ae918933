// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/document/font_book.h"
#include "core/document/paper_template.h"

#include <filesystem>
#include <memory>

namespace tongban::service {

/// What papers are made with: the templates of the product and the document font. Read once, when the first
/// paper is wanted; a program that prints none needs no font. Immutable; any thread.
struct PaperPress {
    document::PaperTemplates templates;
    std::shared_ptr<const document::FontBook> fonts;

    /// InvalidInput: a template is wrong, with its place. Unavailable: the font is missing, with the remedy.
    static Result<std::shared_ptr<const PaperPress>> load(const std::filesystem::path &resources);
};

class Workspace;

/// The press of a program that stays open: read with the first paper, then kept with the workspace.
Result<std::shared_ptr<const PaperPress>> pressOf(Workspace &workspace);

} // namespace tongban::service
