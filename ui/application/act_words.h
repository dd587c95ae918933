// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/permit/act.h"
#include "core/service/accounts/accounts.h"
#include "core/service/acts/case_desk.h"

#include <QKeySequence>
#include <QString>

namespace tongban::ui {

/// Why an act is refused, as a sentence for the person at the desk. Names of states and roles come from the
/// table of acts in the language of the screen.
QString refusalText(const permit::ActRefusal &refusal, const permit::Workflow &workflow,
                    approval::Language language);

/// Why the second signature is none; empty when it is one.
QString signatureText(service::SignInAnswer::Problem problem);

/// The name of a field of an act's form, with its mnemonic.
QString inputTitle(service::ActInput input);

/// The one key of an act, the same everywhere; empty where a slip of the finger would cost too much.
QKeySequence actKey(permit::Act act);

QString suspensionTitle(permit::SuspensionKind kind);

} // namespace tongban::ui
