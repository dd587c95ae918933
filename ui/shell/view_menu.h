// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/base/theme.h"

#include <QMenu>

namespace tongban::ui {

/// Looks and size of the text; changes at once. GUI thread.
class ViewMenu : public QMenu
{
    Q_OBJECT

public:
    ViewMenu(Theme &theme, QWidget *parent);

private:
    void addLook(const QString &title, Look look, QActionGroup *group);
    void addZoom(const QString &title, const char *name, const QKeySequence &key, int step);

    Theme &m_theme;
};

} // namespace tongban::ui
