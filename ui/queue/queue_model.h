// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/cases/cases.h"
#include "core/service/workspace/workspace_thread.h"
#include "ui/base/paged_table_model.h"
#include "ui/base/theme.h"
#include "ui/queue/queue_columns.h"

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace tongban::ui {

/// The cases that wait somewhere, the most urgent first, a page at a time. GUI thread; the store is read by
/// the workspace's thread.
class QueueModel : public PagedTableModel
{
    Q_OBJECT

public:
    QueueModel(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
               QObject *parent);

    /// Shows another list, from the top.
    void show(const service::CaseQuery &query);
    const service::CaseQuery &query() const { return m_query; }

    /// Says, on any thread, whether another list was asked for since.
    std::function<bool()> movedOn() const;

    /// Empty when there is no such row.
    QString serial(int row) const;

    /// Reads one case anew where it stands: no row moves. A case that waits here no longer is shown muted.
    void refresh(const QString &serial);
    /// How many of these lines, read anew from the top, are not shown as they are now.
    int differences(const std::vector<service::CaseLine> &fresh) const;

    /// Of a search: there is more than is shown; so many cases' names could not be searched yet.
    bool isCut() const { return m_isCut; }
    std::int64_t unsearched() const { return m_unsearched; }

    bool hasLeft(int row) const { return m_rows[static_cast<std::size_t>(row)].hasLeft; }
    int leftCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    void requestPage(int generation) override;
    void clearRows() override;

private:
    struct Row {
        service::CaseLine line;
        QString state; ///< Its title in the language of the screen.
        QString due; ///< Its clock in words.
        QString claimed; ///< Who works on it, since when.
        bool hasLeft = false; ///< An act of this window took it out of this list.
        std::optional<int> left; ///< Working days to the legal or promised limit; negative = late.
    };
    struct Page {
        std::vector<Row> rows;
        std::optional<service::CasePlace> next;
        bool isCut = false;
        std::int64_t unsearched = 0;
    };

    static Row rowOf(const service::Workspace &workspace, service::CaseLine line,
                     approval::Language language);
    static Result<Page> readPage(service::Workspace &workspace, const service::CaseQuery &query,
                                 const std::optional<service::CasePlace> &after, approval::Language language);
    void requestTotal(int generation);
    QString cell(const Row &row, QueueColumn column) const;
    QString tip(const Row &row, QueueColumn column) const;

    service::WorkspaceThread &m_workspace;
    const Theme &m_theme;
    approval::Language m_language;
    service::CaseQuery m_query;
    std::optional<service::CasePlace> m_next;
    std::vector<Row> m_rows;
    std::shared_ptr<std::atomic<int>> m_wanted; ///< What is asked for now: older questions are not answered.
    bool m_isCut = false;
    std::int64_t m_unsearched = 0;
};

} // namespace tongban::ui
