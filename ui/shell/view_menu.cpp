// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/view_menu.h"

#include <QActionGroup>

namespace tongban::ui {

ViewMenu::ViewMenu(Theme &theme, QWidget *parent) : QMenu(tr("&View"), parent), m_theme(theme)
{
    auto *looks = new QActionGroup(this);
    addLook(tr("Light"), Look::Light, looks);
    addLook(tr("Dark"), Look::Dark, looks);
    addLook(tr("Eye care (pale green)"), Look::EyeCare, looks);
    addLook(tr("High contrast"), Look::HighContrast, looks);
    addLook(tr("As the system"), Look::System, looks);
    addSeparator();
    addZoom(tr("Larger text"), "larger_text", QKeySequence::ZoomIn, 10);
    addZoom(tr("Smaller text"), "smaller_text", QKeySequence::ZoomOut, -10);
    QAction *normal = addAction(tr("Normal text"));
    normal->setObjectName(QStringLiteral("normal_text"));
    normal->setShortcut(Qt::CTRL | Qt::Key_0);
    connect(normal, &QAction::triggered, this, [this] { m_theme.setZoom(100); });
}

void ViewMenu::addLook(const QString &title, Look look, QActionGroup *group)
{
    QAction *action = addAction(title);
    action->setObjectName(QStringLiteral("look_") + Theme::name(look));
    action->setCheckable(true);
    action->setChecked(m_theme.look() == look);
    connect(&m_theme, &Theme::changed, action,
            [this, action, look] { action->setChecked(m_theme.look() == look); });
    group->addAction(action);
    connect(action, &QAction::triggered, this, [this, look] { m_theme.setLook(look); });
}

void ViewMenu::addZoom(const QString &title, const char *name, const QKeySequence &key, int step)
{
    QAction *action = addAction(title);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, [this, step] { m_theme.setZoom(m_theme.zoom() + step); });
}

} // namespace tongban::ui
