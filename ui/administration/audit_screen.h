// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/accounts/accounts.h"
#include "core/service/audit/audit_view.h"
#include "core/service/workspace/workspace_thread.h"
#include "ui/base/screen.h"
#include "ui/base/theme.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;

namespace tongban::ui {

class AuditModel;

/// Who touched what, when and why; Enter on a row goes to its case. For supervisors and administrators, as
/// core/service checks. GUI thread.
class AuditScreen : public Screen
{
    Q_OBJECT

public:
    AuditScreen(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
                const service::SignedIn &person, QWidget *parent);

    void enter() override;
    void reload() override { find(); }

private:
    QLineEdit *addLine(QLayout *row, const QString &title, const char *name);
    QWidget *makeFilters();
    void find();
    void fit();
    void tellCount();
    void offerActs(const std::vector<std::pair<permit::Act, permit::Title>> &acts);
    static std::optional<Date> dayIn(const QLineEdit *line, bool &isGood);

    approval::Language m_language;
    AuditModel *m_model;
    QLineEdit *m_who = nullptr;
    QLineEdit *m_case = nullptr;
    QComboBox *m_act = nullptr;
    QLineEdit *m_from = nullptr;
    QLineEdit *m_through = nullptr;
    QLabel *m_count;
    QTableView *m_table;
    bool m_wasEntered = false;
};

} // namespace tongban::ui
