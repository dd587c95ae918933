// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QScrollArea>

namespace tongban::ui {

/// `content` at the top of an area that scrolls when the window is low; without a frame, and never a stop of
/// the Tab key itself. `content` becomes the area's.
QScrollArea *scrolled(QWidget *content, QWidget *parent);

} // namespace tongban::ui
