// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/papers/delivery_desk.h"

#include <QString>

namespace tongban::ui {

/// What is wrong with a waybill, as a sentence; empty when nothing is.
QString waybillProblemText(permit::WaybillProblem problem);

/// Where a result is: "to hand over", "under way since 2026-11-23, EA123…", "came back 2026-11-25".
QString taskStand(const service::DeliveryTask &task);

/// Why somebody comes again, by its code; a reason in words of one's own stays.
QString visitReasonTitle(const std::string &reason);

/// Why an act at a counter without a page was refused: the first reason, in short.
QString refusalInShort(const std::vector<permit::ActRefusal> &refusals);

} // namespace tongban::ui
