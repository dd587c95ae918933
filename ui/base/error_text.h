// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QString>

namespace tongban::ui {

/// A sentence for people: what happened and what to do. The detail of an error is for the log and is never
/// shown.
QString errorText(const Error &error);

/// The place of origin, short enough to be read out to support.
QString errorCode(const Error &error);

/// Both: the sentence, and the place in brackets. What a screen shows that has no words of its own for it.
QString errorLine(const Error &error);

} // namespace tongban::ui
