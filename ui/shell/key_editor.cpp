// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/key_editor.h"

#include "ui/base/flow_layout.h"
#include "ui/base/spoken.h"
#include "ui/base/value_table.h"

#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tongban::ui {

namespace {

QString keysText(const QList<QKeySequence> &keys)
{
    return QKeySequence::listToString(keys, QKeySequence::NativeText);
}

} // namespace

KeyEditor::KeyEditor(ShortcutTable &keys, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_keys(keys), m_theme(theme),
      m_table(
          new ValueTable(tr("Commands and their keys"), {tr("Command"), tr("Key"), tr("Usual key")}, this)),
      m_key(new QKeySequenceEdit(this)), m_give(new QPushButton(tr("&Give this key"), this)),
      m_none(new QPushButton(tr("&No key"), this)), m_restore(new QPushButton(tr("&Usual key"), this)),
      m_problem(new QLabel(this))
{
    m_table->setObjectName(QStringLiteral("keyTable"));
    m_key->setObjectName(QStringLiteral("keyEdit"));
    m_key->setAccessibleName(tr("New key"));
    m_give->setObjectName(QStringLiteral("keyGive"));
    m_none->setObjectName(QStringLiteral("keyNone"));
    m_restore->setObjectName(QStringLiteral("keyRestore"));
    m_problem->setObjectName(QStringLiteral("keyProblem"));
    m_problem->setWordWrap(true);
    auto *all = new QPushButton(tr("All &usual keys"), this);
    all->setObjectName(QStringLiteral("keyRestoreAll"));
    auto *row = new FlowLayout;
    for (QWidget *part :
         {static_cast<QWidget *>(m_key), static_cast<QWidget *>(m_give), static_cast<QWidget *>(m_none),
          static_cast<QWidget *>(m_restore), static_cast<QWidget *>(all)})
        row->addWidget(part);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table, 1);
    layout->addLayout(row);
    layout->addWidget(m_problem);
    connect(m_table, &QTableWidget::currentCellChanged, this, &KeyEditor::showCurrent);
    connect(m_give, &QPushButton::clicked, this, &KeyEditor::give);
    connect(m_none, &QPushButton::clicked, this, [this] { m_keys.choose(current(), {}); });
    connect(m_restore, &QPushButton::clicked, this, [this] { m_keys.restore(current()); });
    connect(all, &QPushButton::clicked, this, [this] { m_keys.restoreAll(); });
    connect(&m_keys, &ShortcutTable::changed, this, &KeyEditor::show);
    show();
}

void KeyEditor::filter(const QString &words)
{
    m_words = words;
    show();
}

void KeyEditor::show()
{
    QPalette palette = m_problem->palette();
    palette.setColor(QPalette::WindowText, m_theme.tokens().late);
    m_problem->setPalette(palette);
    QList<QStringList> rows;
    m_names.clear();
    for (const QString &name : m_keys.names()) {
        const QAction &action = *m_keys.action(name);
        const QStringList row{spokenTitle(action.text()), keysText(action.shortcuts()),
                              keysText(m_keys.usual(name))};
        if (row.first().isEmpty() || !row.join(QLatin1Char(' ')).contains(m_words, Qt::CaseInsensitive))
            continue;
        rows.append(row);
        m_names.append(name);
    }
    m_table->setRows(rows);
    showCurrent();
}

QString KeyEditor::current() const
{
    return m_names.value(m_table->currentRow());
}

void KeyEditor::showCurrent()
{
    m_problem->clear();
    const QAction *action = m_keys.action(current());
    for (QPushButton *button : {m_give, m_none, m_restore})
        button->setEnabled(action != nullptr);
    m_key->setKeySequence(action == nullptr ? QKeySequence() : action->shortcut());
}

void KeyEditor::give()
{
    const QKeySequence key = m_key->keySequence();
    const QString other = m_keys.conflict(current(), key);
    if (key.isEmpty() || other.isEmpty()) {
        m_keys.choose(current(), key);
        return;
    }
    m_problem->setText(
        tr("%1 is the key of \"%2\" already; give that one another key first.")
            .arg(key.toString(QKeySequence::NativeText), spokenTitle(m_keys.action(other)->text())));
}

} // namespace tongban::ui
