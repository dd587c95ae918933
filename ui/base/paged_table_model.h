// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QAbstractTableModel>

#include <cstdint>
#include <functional>
#include <optional>

namespace tongban::ui {

/// A table that is read page by page from elsewhere and never all at once. What a concrete model adds is its
/// columns and how a page is asked for; sorting and filtering are the asker's. Not editable: single keys keep
/// working with a Chinese input method on. GUI thread.
class PagedTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// Begins anew from the top: rows go at once, the first page comes when it comes.
    void restart();

    /// Whether the last row is the last there is.
    bool isComplete() const { return m_isComplete; }

    /// How many rows there are in all, when that is known yet.
    std::optional<std::int64_t> total() const { return m_total; }

Q_SIGNALS:
    /// No page is under way any more: one came, or it failed.
    void settled();
    void failed(const tongban::Error &error);
    void totalChanged();

protected:
    /// Asks for the page after the last row. The answer comes to addPage() or failPage() with this
    /// generation; one of an older generation is dropped there.
    virtual void requestPage(int generation) = 0;
    virtual void clearRows() = 0;

    /// `append` adds `count` rows to the model's own store.
    void addPage(int generation, int count, bool isLast, const std::function<void()> &append);
    /// Whether an answer of this generation is still wanted.
    bool isCurrent(int generation) const { return generation == m_generation; }
    void failPage(int generation, const Error &error);
    void setTotal(int generation, std::int64_t total);

private:
    int m_generation = 0;
    bool m_isFetching = false;
    bool m_isComplete = false;
    std::optional<std::int64_t> m_total;
};

} // namespace tongban::ui
