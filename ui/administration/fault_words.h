// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <string>

namespace tongban::ui {

/// What a finding of the check means (service::ChainFinding); a code that is not known stays as it is.
QString faultWords(const std::string &fault);

} // namespace tongban::ui
