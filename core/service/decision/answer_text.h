// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/evidence.h"

#include <span>
#include <string>
#include <string_view>

namespace tongban::service {

/// What the sources said about one case, as it travels to a centre with the act of the rules: a JSON array,
/// each with "source", "record" and, as a text of its own, "body". Canonical.
std::string answersText(std::span<const approval::EvidenceAnswer> answers);

/// The "body" of one, read back. Corrupted when the text is something else, or the answer is not what its
/// digest says.
Result<approval::EvidenceAnswer> readAnswerText(std::string_view source, std::string_view record,
                                                std::string_view text);

} // namespace tongban::service
