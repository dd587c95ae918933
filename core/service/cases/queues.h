// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace tongban::service {

/// The queues a case can wait in: a pure function of its state, so that no two screens can disagree (C9).
namespace queue {
inline constexpr std::string_view kAutomatic = "automatic"; ///< For the worker.
inline constexpr std::string_view kEvidence = "evidence"; ///< For a source's answer.
inline constexpr std::string_view kApplicant = "applicant"; ///< For what the applicant has to supplement.
inline constexpr std::string_view kPeople = "people"; ///< For a decision.
inline constexpr std::string_view kDelivery = "delivery"; ///< For the result to reach the applicant.
} // namespace queue

} // namespace tongban::service
