// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/evidence.h"

#include <string_view>

namespace tongban::agency {

/// Reads an agency's reply by the contract of `resources/schema/agency.openapi.json`. Whatever does not fit
/// is Unknown: a body that cannot be read, another request's answer or a missing date as malformed, an answer
/// about another key as contradictory. Takes bytes from outside: never throws, whatever they are.
approval::EvidenceAnswer readAnswer(std::string_view body, const approval::EvidenceQuery &query,
                                    std::string_view requestId, Timestamp at);

/// The question's body.
std::string questionText(const approval::EvidenceQuery &query, std::string_view requestId);

} // namespace tongban::agency
