// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace tongban::ui {

/// How many working days are left, in words: "2 days left", "due today", "1 day late". Nothing due: empty.
QString dueText(std::optional<int> workdaysLeft);

} // namespace tongban::ui
