// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/document/page.h"
#include "core/document/paper_kind.h"
#include "core/service/cases/cases.h"
#include "core/service/papers/paper_press.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::service {

/// A paper that the case can have: there is a durable act that it states.
struct PaperLine {
    document::PaperKind kind = document::PaperKind::Receipt;
    int ordinal = 1; ///< 1 = about the first act of its kind in the case.
    std::string number;
    std::string titleZh;
    std::string titleEn;
    std::string act; ///< The act it states.
    Timestamp statedAt{}; ///< When that was done.
    int prints = 0; ///< How often it was printed; 0 = never issued.
    std::string printedBy; ///< Who printed it last.
    Timestamp printedAt{};
};

/// The papers of a case, by kind. `key`: a serial number as people type it, or a case id.
Result<std::vector<PaperLine>> papersOf(Workspace &workspace, const PaperPress &press, std::string_view key);

struct PaperRequest {
    document::PaperKind kind = document::PaperKind::Receipt;
    int ordinal = 0; ///< 0 = about the latest act of its kind.
    document::PaperLanguage language = document::PaperLanguage::Chinese;
};

/// A paper ready for the printer.
struct MadePaper {
    document::LaidOutPaper paper; ///< For a preview.
    std::string pdf; ///< The same input gives the same bytes.
    std::string number;
    std::string digest; ///< SHA-256 of what it says, the same in both languages; its beginning is the
                        ///< verification code.
    int reprint = 0; ///< 0 = the first print.
    std::string warning; ///< As in ActOutcome.
    std::vector<permit::ActRefusal> refusals; ///< Not empty = nothing was printed and nothing recorded.
};

/// Shows what would be printed, marked as a preview. Records nothing. Conflict: no durable act calls for this
/// paper yet.
Result<MadePaper> previewPaper(Workspace &workspace, const PaperPress &press, std::string_view key,
                               const PaperRequest &request);

/// The paper that an act is served with; nothing = it has none. A proposed refusal: that of the refusal.
std::optional<document::PaperKind> paperOf(permit::Act act);

/// Shows the paper of an act before the act: the case is judged as it would be at this moment, nothing is
/// written, and the page says that it is a preview. NotFound when the act has no paper. Its refusals: why the
/// act cannot be done as it is filled in; then there is no page.
Result<MadePaper> previewAct(Workspace &workspace, const PaperPress &press, std::string_view key,
                             const Actor &actor, permit::ActRequest request,
                             const SupplementRequest &supplement, document::PaperLanguage language);

/// Issues or reprints a paper: what it says is read from the acts in the store, the printing is recorded in
/// the ledger as an act of its own, and only then the paper is handed out. A paper that was printed before
/// says which reprint it is and else what the first print said.
Result<MadePaper> issuePaper(Workspace &workspace, const PaperPress &press, std::string_view key,
                             const PaperRequest &request, const Actor &actor);

/// A paper that was issued and lies as a file below the workspace's papers.
struct ServedPaper {
    MadePaper made; ///< Its refusals: nothing was issued and there is no file.
    std::filesystem::path file;
};
Result<ServedPaper> servePaper(Workspace &workspace, const PaperPress &press, std::string_view key,
                               const PaperRequest &request, const Actor &actor);

} // namespace tongban::service
