// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/base/command_palette.h"

#include "ui/base/spoken.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QTimer>
#include <QVBoxLayout>

namespace tongban::ui {

CommandPalette::CommandPalette(const QList<QAction *> &actions, Run run, QWidget *parent)
    : QDialog(parent), m_actions(actions), m_run(std::move(run)), m_words(new QLineEdit(this)),
      m_list(new QListWidget(this))
{
    setWindowTitle(tr("Commands"));
    m_words->setObjectName(QStringLiteral("paletteWords"));
    m_words->setAccessibleName(tr("Words of the command"));
    m_words->setPlaceholderText(tr("Type a few words of a command"));
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Commands found"));
    m_list->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_words);
    layout->addWidget(m_list);
    m_words->installEventFilter(this);
    connect(m_words, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_words, &QLineEdit::returnPressed, this, &CommandPalette::runCurrent);
    connect(m_list, &QListWidget::itemActivated, this, &CommandPalette::runCurrent);
    resize(fontMetrics().averageCharWidth() * 70, fontMetrics().height() * 18);
    filter({});
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    // Up and down move in the list while the words keep the focus.
    if (watched == m_words && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

QString CommandPalette::lineOf(const QAction &action) const
{
    QString line = spokenTitle(action.text());
    if (const QString keys = QKeySequence::listToString(action.shortcuts(), QKeySequence::NativeText);
        !keys.isEmpty())
        line += QStringLiteral("    ") + keys;
    // Qt's own tooltip of a command is its text.
    if (!action.isEnabled() && !action.toolTip().startsWith(spokenTitle(action.text())))
        line += QStringLiteral("    ") + tr("(not now: %1)").arg(action.toolTip());
    return line;
}

void CommandPalette::filter(const QString &words)
{
    m_list->clear();
    const QStringList wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    int first = -1;
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        const QAction &action = *m_actions[i];
        const QString title = spokenTitle(action.text());
        const bool fits = std::all_of(wanted.begin(), wanted.end(), [&](const QString &word) {
            return title.contains(word, Qt::CaseInsensitive);
        });
        if (title.isEmpty() || !fits)
            continue;
        auto *item = new QListWidgetItem(lineOf(action), m_list);
        item->setData(Qt::UserRole, i);
        item->setToolTip(action.toolTip());
        if (!action.isEnabled())
            item->setFlags(Qt::NoItemFlags);
        else if (first < 0)
            first = m_list->row(item);
    }
    m_list->setCurrentRow(first);
}

void CommandPalette::runCurrent()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (item == nullptr || !(item->flags() & Qt::ItemIsEnabled))
        return;
    QAction *action = m_actions[item->data(Qt::UserRole).toLongLong()];
    accept();
    QTimer::singleShot(0, action, [run = m_run, action] { run(action); });
}

} // namespace tongban::ui
