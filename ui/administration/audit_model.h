// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/audit/audit_view.h"
#include "core/service/workspace/workspace_thread.h"
#include "ui/base/paged_table_model.h"

#include <string>
#include <vector>

namespace tongban::ui {

/// The record, the latest act first, read page by page on the workspace's thread. GUI thread.
class AuditModel : public PagedTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Actor, Role, Act, Case, Reason, Basis, Place, ColumnCount };

    AuditModel(service::WorkspaceThread &workspace, approval::Language language, std::string account,
               QObject *parent);

    void find(const service::AuditFilter &filter);
    QString serialAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// What can be asked for; comes with the first page.
    void actsKnown(const std::vector<std::pair<tongban::permit::Act, tongban::permit::Title>> &acts);
    /// Read back to this day, and nothing was found since the last row.
    void searching();

protected:
    void requestPage(int generation) override;
    void clearRows() override;

private:
    void take(int generation, const Result<service::AuditPage> &page);
    QString word(const permit::Title &title) const;

    service::WorkspaceThread &m_workspace;
    approval::Language m_language;
    std::string m_account;
    service::AuditFilter m_filter;
    std::vector<service::AuditEntry> m_entries;
    std::int64_t m_next = 0;
};

} // namespace tongban::ui
