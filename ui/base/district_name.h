// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tongban::ui {

/// A district as people call it; a code that is not known stays as it is.
QString districtName(int district, bool inChinese);

} // namespace tongban::ui
