// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QAction>
#include <QList>
#include <QWidget>

namespace tongban::ui {

/// What the window shows below its navigation, one at a time: the desk, the counter, and whatever else is in
/// ui/shell/screen_list.cpp. It says what it has to say by signals and never knows another screen. Made when
/// it is first asked for, goes with the person who signed in. GUI thread.
class Screen : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// It comes into sight, for the first time or again: what was changed elsewhere is read anew, and one of
    /// its controls takes the focus. The default gives it to what had it last.
    virtual void enter();

    /// What it shows is read anew (F5). Nothing typed is lost.
    virtual void reload() { enter(); }

    /// One step back inside the screen (a form closes); false when there is none, and the window goes to the
    /// desk.
    virtual bool back() { return false; }

    /// Its own commands with their keys, for the menu and for the palette while it is in sight. Each has an
    /// object name, by which its key can be changed. They are added to the screen by the screen itself.
    virtual QList<QAction *> commands() const { return {}; }

    /// What its menu is called.
    virtual QString menuTitle() const { return windowTitle(); }

Q_SIGNALS:
    /// For the status line and the messages.
    void said(const QString &message);
    void failed(const tongban::Error &error);
    /// Goes to the desk and shows this case.
    void caseWanted(const QString &serial);
    /// The case is the one to be seen when the person comes back to the desk.
    void caseTouched(const QString &serial);
    /// Catalogue or calendar are others now: the other screens read them anew.
    void officeChanged();
    /// The personal data of this office is to be sealed, for which nobody may have it open: the window closes
    /// and comes back.
    void sealWanted();
};

} // namespace tongban::ui
