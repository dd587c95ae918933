// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/message_log.h"

#include <QTime>
#include <QVBoxLayout>

namespace tongban::ui {

namespace {

constexpr int kMessagesKept = 200;

} // namespace

MessageLog::MessageLog(QWidget *parent) : QDialog(parent), m_list(new QListWidget(this))
{
    setWindowTitle(tr("Messages"));
    m_list->setObjectName(QStringLiteral("messageList"));
    m_list->setAccessibleName(tr("Messages, the newest first"));
    m_list->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_list);
    resize(fontMetrics().averageCharWidth() * 80, fontMetrics().height() * 20);
}

void MessageLog::add(const QString &message)
{
    m_list->insertItem(0, QTime::currentTime().toString(QStringLiteral("HH:mm:ss  ")) + message);
    while (m_list->count() > kMessagesKept)
        delete m_list->takeItem(kMessagesKept);
}

} // namespace tongban::ui
