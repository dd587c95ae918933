// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/centre/background_sync.h"
#include "core/service/centre/outbox_desk.h"
#include "ui/base/wrap_table.h"

#include <QString>

namespace tongban::ui {

/// How the line to the centre stands, in one line: "Offline since 10:03; 3 waiting to be sent". Nothing = the
/// workspace is the whole system.
QString linkText(const std::optional<service::LinkNews> &news);
/// The same as a sentence with what it means and what to do.
QString linkSentence(const service::LinkNews &news);
Tone linkTone(const service::LinkNews &news);

/// Where an act of this desktop is: one of five states.
QString stateText(const service::OutboxLine &line);
Tone stateTone(const service::OutboxLine &line);

/// Why the centre did not carry an act out, as a sentence; empty when it did or has not answered.
QString outcomeText(const service::OutboxLine &line);
/// What a person can do about it; empty = nothing.
QString remedyText(const service::OutboxLine &line);

/// Why the centre refuses this desktop as a whole; what is not known stays as it is.
QString stopText(const std::string &why);

/// What this program's rules say against an act of the centre.
QString doubtText(const std::string &problem);

} // namespace tongban::ui
