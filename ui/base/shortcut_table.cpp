// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/base/shortcut_table.h"

#include <algorithm>

namespace tongban::ui {

void ShortcutTable::adopt(QAction *action, const QString &screen)
{
    const QString name = action->objectName();
    if (name.isEmpty())
        return;
    if (!m_commands.contains(name))
        m_order.append(name);
    m_commands.insert(name, {action, screen, action->shortcuts()});
    give(name);
}

void ShortcutTable::give(const QString &name)
{
    const Command command = m_commands.value(name);
    if (command.action == nullptr)
        return;
    if (!m_chosen.contains(name)) {
        command.action->setShortcuts(command.usual);
        return;
    }
    const QKeySequence key = QKeySequence::fromString(m_chosen.value(name), QKeySequence::PortableText);
    command.action->setShortcuts(key.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{key});
}

void ShortcutTable::setChosen(const Chosen &chosen)
{
    m_chosen = chosen;
    for (const QString &name : std::as_const(m_order))
        give(name);
    Q_EMIT changed();
}

QStringList ShortcutTable::names() const
{
    QStringList alive;
    std::ranges::copy_if(m_order, std::back_inserter(alive),
                         [this](const QString &name) { return m_commands.value(name).action != nullptr; });
    return alive;
}

QAction *ShortcutTable::action(const QString &name) const
{
    return m_commands.value(name).action;
}

QString ShortcutTable::conflict(const QString &name, const QKeySequence &key) const
{
    const QString mine = screen(name);
    for (const QString &other : names()) {
        const Command command = m_commands.value(other);
        const bool meet = mine.isEmpty() || command.screen.isEmpty() || mine == command.screen;
        if (other != name && meet && command.action->shortcuts().contains(key))
            return other;
    }
    return {};
}

void ShortcutTable::choose(const QString &name, const QKeySequence &key)
{
    Chosen chosen = m_chosen;
    chosen.insert(name, key.toString(QKeySequence::PortableText));
    setChosen(chosen);
}

void ShortcutTable::restore(const QString &name)
{
    Chosen chosen = m_chosen;
    chosen.remove(name);
    setChosen(chosen);
}

void ShortcutTable::restoreAll()
{
    setChosen({});
}

} // namespace tongban::ui
