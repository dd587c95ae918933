// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace tongban::document {

/// The papers of a case. Each states one act that is in the ledger, and no more than that act did.
enum class PaperKind : std::uint8_t {
    Receipt, ///< 收件凭证: received, not yet accepted.
    Acceptance, ///< 受理通知书: accepted, deemed accepted or accepted conditionally.
    Declined, ///< 不予受理决定书
    Notice, ///< 一次性告知补正通知书: the application is not accepted yet.
    Extension, ///< 延长办理期限通知书
    Grant, ///< 准予行政许可决定书
    Refusal, ///< 不予行政许可决定书
    Certificate, ///< The licence itself, with a QR code.
    Delivery, ///< 送达回证
};
inline constexpr int kPaperKindCount = 9;

/// "receipt", "acceptance", ...: in files, the ledger and on the command line.
std::string_view name(PaperKind kind);
std::optional<PaperKind> parsePaperKind(std::string_view name);

/// Papers are Chinese; an English one is a translation for the reader and says so.
enum class PaperLanguage : std::uint8_t { Chinese, English };

} // namespace tongban::document
