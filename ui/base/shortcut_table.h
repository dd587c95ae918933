// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QKeySequence>
#include <QMap>
#include <QObject>
#include <QPointer>
#include <QStringList>

namespace tongban::ui {

/// The keys of commands: what each has from the beginning and what a person chose instead. Commands are known
/// by their object names, so that a choice outlives the window. GUI thread.
class ShortcutTable : public QObject
{
    Q_OBJECT

public:
    /// Keys by command, as settings keep them (QKeySequence::PortableText); an empty text = no key at all.
    using Chosen = QMap<QString, QString>;

    using QObject::QObject;

    void setChosen(const Chosen &chosen);
    const Chosen &chosen() const { return m_chosen; }

    /// From now on the command has the key that was chosen for it. `screen`: where it works; empty =
    /// everywhere. Commands without an object name are left as they are.
    void adopt(QAction *action, const QString &screen = {});

    /// All commands that were adopted and are alive, in the order in which they came.
    QStringList names() const;
    QAction *action(const QString &name) const;
    QString screen(const QString &name) const { return m_commands.value(name).screen; }
    QList<QKeySequence> usual(const QString &name) const { return m_commands.value(name).usual; }

    /// The command that has this key already, where both work; empty = none, the key is free.
    QString conflict(const QString &name, const QKeySequence &key) const;

    /// An empty key = none. Whoever calls has looked for a conflict.
    void choose(const QString &name, const QKeySequence &key);
    void restore(const QString &name);
    void restoreAll();

Q_SIGNALS:
    void changed();

private:
    struct Command {
        QPointer<QAction> action;
        QString screen;
        QList<QKeySequence> usual;
    };

    void give(const QString &name);

    QStringList m_order;
    QMap<QString, Command> m_commands;
    Chosen m_chosen;
};

} // namespace tongban::ui
