// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/decision/rule_desk.h"
#include "core/service/workspace/item_book.h"
#include "core/service/workspace/workspace_thread.h"
#include "ui/base/theme.h"

#include <QTabWidget>

#include <optional>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tongban::ui {

class ItemPage;
class RuleTableView;
class TrialForm;

/// One item: what the catalogue says of it, its rules as tables, and a trial of them. Everything is read;
/// nothing is kept but what is copied or saved as a page. GUI thread.
class RulePage : public QTabWidget
{
    Q_OBJECT

public:
    RulePage(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
             QWidget *parent);

    void show(const QString &item, Date day);
    void focusPage();

    /// For a menu: try, copy, save as a page.
    QList<QAction *> commands() const { return m_commands; }

Q_SIGNALS:
    void said(const QString &message);
    void failed(const tongban::Error &error);

private:
    QWidget *makeTables();
    QWidget *makeTrial();
    QAction *command(const QString &name, const QString &title, const QKeySequence &key);
    void readItem();
    void readRules(const std::string &code);
    void readVersion(int version, const std::vector<std::string> &values);
    void clearRules(const QString &why);
    void fillVersions();
    void showSheet(const service::RuleSheet &sheet);
    void showTable();
    void run();
    void answer(const Result<service::TrialAnswer> &given);
    void takeCase();
    void copyAll();
    void savePage();
    QString tableText(const approval::RuleTable &table) const;

    service::WorkspaceThread &m_workspace;
    approval::Language m_language;
    QString m_item;
    Date m_day{};
    std::optional<service::RuleSheet> m_sheet;
    std::optional<approval::Trial> m_trial;
    ItemPage *m_itemPage;
    QLabel *m_about;
    QComboBox *m_version;
    QComboBox *m_tables;
    QLabel *m_policy;
    QLabel *m_result;
    RuleTableView *m_view;
    QLineEdit *m_case;
    TrialForm *m_form;
    QList<QAction *> m_commands;
};

} // namespace tongban::ui
