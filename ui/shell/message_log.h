// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QListWidget>
#include <QStringList>

namespace tongban::ui {

/// What the status line said lately, the newest first (F8); nothing that was shown is gone after three
/// seconds. Keeps the last 200 in memory, writes nothing. GUI thread.
class MessageLog : public QDialog
{
    Q_OBJECT

public:
    explicit MessageLog(QWidget *parent);

    void add(const QString &message);

private:
    QListWidget *m_list;
};

} // namespace tongban::ui
