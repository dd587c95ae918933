// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/document/paper_kind.h"
#include "core/service/centre/outbox_desk.h"
#include "core/service/workspace/workspace.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace tongban::service {

/// Which acts the sheet is about.
struct SheetRequest {
    Timestamp from{}; ///< Made from this moment on.
    document::PaperLanguage language = document::PaperLanguage::Chinese;
    /// Why the centre did not carry an act out, as a sentence; without it the sheet has the code. Called on
    /// the workspace's thread.
    std::function<std::string(const OutboxLine &)> reason = {};
};

/// The reconciliation of a time without the centre (B5), as a printable page.
struct OutboxSheet {
    std::string pdf;
    std::int64_t acts = 0; ///< Made without the centre: it heard of them kHeardLate later, or has not yet.
    std::int64_t carriedOut = 0;
    std::int64_t waiting = 0;
    std::int64_t aside = 0; ///< Not carried out.
};

/// An act that the centre answered sooner was no act of an offline desktop.
inline constexpr std::chrono::minutes kHeardLate{5};

/// What was done here without the centre since then: each act with the number its paper carried, the number
/// the centre gave, and what it made of it. Conflict when the workspace belongs to no centre, NotFound when
/// nothing was done without it, Unavailable when the document font is missing.
Result<OutboxSheet> outboxSheet(Workspace &workspace, const SheetRequest &request);

} // namespace tongban::service
