// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/permit/delivery.h"
#include "core/service/acts/case_desk.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::service {

/// A result on its way to the applicant.
struct DeliveryTask {
    CaseLine line;
    permit::State state = permit::State::Granted;
    bool byCourier = false; ///< The item is sent by courier where the applicant wants it.
    std::optional<permit::Delivery> delivery; ///< The last attempt.
    int visits = 0; ///< So far.
};

/// What waits to be handed over, is under way or came back, the most urgent first; at most `limit`.
Result<std::vector<DeliveryTask>> deliveryTasks(Workspace &workspace, int limit);

/// What a scanner read, or somebody typed.
struct Scanned {
    enum class Kind {
        Nothing, ///< Neither a case number nor a waybill; `problem` says why not a waybill.
        Case, ///< The number of a case.
        Parcel, ///< A waybill under way or delivered: of `serial`.
        NewWaybill, ///< A right waybill that no case has.
    };
    Kind kind = Kind::Nothing;
    permit::WaybillProblem problem = permit::WaybillProblem::None;
    std::string waybill; ///< Normalised.
    std::optional<DeliveryTask> task; ///< Of Case and Parcel.
};
Result<Scanned> scanned(Workspace &workspace, std::string_view text);

/// Why somebody comes a second time: codes of the act's reason, "visit:<code>".
inline constexpr std::string_view kVisitReasons[]{"document_forgotten", "correction", "collects_result",
                                                  "called_in", "complaint"};

/// A case whose applicant came more often than once (S3).
struct RepeatedVisit {
    CaseLine line;
    int visits = 0;
    int allowed = 0; ///< Of the item: 0 or 1.
    Timestamp lastAt{};
    std::string lastReason;
};
/// The latest first; at most `limit`.
Result<std::vector<RepeatedVisit>> repeatedVisits(Workspace &workspace, int limit);

/// Does an act on the case as it stands at this moment: for counters that show no page of it.
Result<DeskOutcome> actNow(Workspace &workspace, std::string_view key, const SignedIn &person,
                           permit::ActRequest request);

} // namespace tongban::service
