// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace tongban::ui {

/// The clock of a case in words: "2 days left", "due today", "1 day late", "clock stopped", "no limit".
/// Nothing for a case that is over.
QString dueText(std::optional<int> workdaysLeft, bool isSuspended, bool isOver);

} // namespace tongban::ui
