// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/approval/rule_trial.h"

#include <QString>

namespace tongban::ui {

/// What a trial came to, in a few sentences: the outcome, why it is no grant, and every finding.
QString trialText(const approval::Trial &trial, approval::Language language);

} // namespace tongban::ui
