// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/permit/deadline.h"

#include <QString>

namespace tongban::ui {

/// What a clock measures: "To decide (legal limit)".
QString clockTitle(permit::ClockKind kind);

/// "3 days left, 2026-11-27", "1 day late", "stopped"; provisional when the calendar of that year is not
/// known yet.
QString clockStand(const permit::ClockReading &clock);

/// Why a day counts or does not: "day 3", "National Day", "excluded by 深交听证-12".
QString dayReason(const AccountDay &day);

} // namespace tongban::ui
