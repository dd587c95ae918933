// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/screen_list.h"

#include <QHash>
#include <QPointer>
#include <QStackedWidget>

#include <optional>

namespace tongban::ui {

class Desk;

/// Which screens there are, and which is in sight. Makes each when it is first asked for; all go with the
/// person. GUI thread.
class Navigation : public QObject
{
    Q_OBJECT

public:
    /// The stack shows the screens among whatever else it holds.
    Navigation(QStackedWidget &stack, service::WorkspaceThread &workspace, CentreLink &link,
               const Theme &theme, approval::Language language, QObject *parent);

    /// One command a screen, in order; disabled ones say why in their tooltip.
    const QList<QAction *> &actions() const { return m_actions; }

    /// The desk of this person comes into sight.
    void begin(const service::SignedIn &person);
    /// Every screen goes, with what was typed there and not kept.
    void end();
    /// The office has changed: every screen but the one in sight and the desk is made anew when it is asked
    /// for, and the desk reads its list.
    void renew();

    /// False when there is no such screen, or not for this person, or nobody works.
    bool show(const QString &name);
    /// Shows in the bar which screen is in sight.
    void mark();

    Screen *current() const { return m_current; }
    QString currentName() const { return m_current == nullptr ? QString() : nameOf(m_current); }
    QString nameOf(Screen *screen) const { return m_screens.key(screen); }
    Desk *desk() const { return m_desk; }

Q_SIGNALS:
    /// Somebody chose it; whether the window shows it is the window's to say.
    void wanted(const QString &name);
    /// For the first time; whoever listens connects its signals now.
    void made(tongban::ui::Screen *screen);
    void shown(tongban::ui::Screen *screen);

private:
    void offer(const ScreenEntry &entry);
    Screen *screenFor(const ScreenEntry &entry);

    QStackedWidget &m_stack;
    service::WorkspaceThread &m_workspace;
    CentreLink &m_link;
    const Theme &m_theme;
    approval::Language m_language;
    std::optional<service::SignedIn> m_person;
    std::vector<ScreenEntry> m_entries;
    QList<QAction *> m_actions;
    QHash<QString, Screen *> m_screens;
    QPointer<Screen> m_current;
    Desk *m_desk = nullptr;
};

} // namespace tongban::ui
