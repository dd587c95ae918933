// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/accounts/accounts.h"
#include "core/service/workspace/workspace_thread.h"
#include "ui/base/theme.h"
#include "ui/centre/centre_link.h"
#include "ui/centre/command_words.h"

#include <QSet>
#include <QWidget>

class QAction;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tongban::ui {

class CommandView;
class ValueTable;

/// What this desktop did and has told, or will tell, the centre: the list left, one act with both its sides
/// right. GUI thread; what it shows and does is done by the workspace's thread.
class OutboxPage : public QWidget
{
    Q_OBJECT

public:
    OutboxPage(service::WorkspaceThread &workspace, CentreLink &link, const Theme &theme,
               approval::Language language, QWidget *parent);

    void load();
    void focusList();
    /// For the menu and the palette.
    QList<QAction *> commands() const { return m_commands; }

Q_SIGNALS:
    void said(const QString &message);
    void failed(const tongban::Error &error);
    void caseWanted(const QString &serial);
    /// The form of the act on the case's page, filled in as it was; done there, the old one is closed here.
    void redoWanted(const QString &serial, const tongban::permit::ActRequest &request);

private:
    QPushButton *addButton(QLayout *layout, const char *name, const QString &title, const QKeySequence &key,
                           void (OutboxPage::*run)());
    void layOut();
    void fill(const CommandList &list);
    void showCurrent();
    void offer(const CommandReport *report);
    void withdraw();
    void redo();
    void close();
    void toCase();
    void exportAll();
    void showSheet();
    void saveSheet(const QByteArray &pdf);
    void closeRedone(const CommandList &list);
    /// Does it and reads anew.
    template <typename Work>
    void act(Work work, const QString &done);

    service::WorkspaceThread &m_workspace;
    CentreLink &m_link;
    approval::Language m_language;
    QLabel *m_count;
    QCheckBox *m_all;
    ValueTable *m_table;
    CommandView *m_view;
    QLineEdit *m_note;
    QPushButton *m_withdraw = nullptr;
    QPushButton *m_redo = nullptr;
    QPushButton *m_close = nullptr;
    QPushButton *m_toCase = nullptr;
    QPushButton *m_export = nullptr;
    QList<QAction *> m_commands;
    std::vector<CommandLine> m_lines;
    std::optional<CommandReport> m_report;
    QSet<QString> m_redone; ///< Acts whose form was opened anew.
};

} // namespace tongban::ui
