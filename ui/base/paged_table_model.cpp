// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/base/paged_table_model.h"

namespace tongban::ui {

bool PagedTableModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isComplete && !m_isFetching;
}

void PagedTableModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_isFetching = true;
    requestPage(m_generation);
}

Qt::ItemFlags PagedTableModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                           : Qt::NoItemFlags;
}

void PagedTableModel::restart()
{
    beginResetModel();
    ++m_generation;
    m_isFetching = false;
    m_isComplete = false;
    m_total.reset();
    clearRows();
    endResetModel();
    Q_EMIT totalChanged();
    fetchMore({});
}

void PagedTableModel::addPage(int generation, int count, bool isLast, const std::function<void()> &append)
{
    if (generation != m_generation)
        return;
    m_isComplete = isLast;
    if (count > 0) {
        beginInsertRows({}, rowCount(), rowCount() + count - 1);
        append();
        endInsertRows();
    }
    // Only now: views ask for more while rows are being inserted, and would fetch the same page twice.
    m_isFetching = false;
    Q_EMIT settled();
}

void PagedTableModel::failPage(int generation, const Error &error)
{
    if (generation != m_generation)
        return;
    m_isFetching = false;
    m_isComplete = true;
    Q_EMIT failed(error);
    Q_EMIT settled();
}

void PagedTableModel::setTotal(int generation, std::int64_t total)
{
    if (generation != m_generation)
        return;
    m_total = total;
    Q_EMIT totalChanged();
}

} // namespace tongban::ui
