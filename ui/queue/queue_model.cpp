// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/queue/queue_model.h"

#include "ui/base/text.h"
#include "ui/base/when_done.h"
#include "ui/queue/due_text.h"
#include "ui/queue/queue_words.h"

#include <algorithm>
#include <iterator>

namespace tongban::ui {

namespace {

constexpr int kRowsPerPage = 200;

} // namespace

QueueModel::QueueModel(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
                       QObject *parent)
    : PagedTableModel(parent), m_workspace(workspace), m_theme(theme), m_language(language)
{
    m_query.limit = kRowsPerPage;
}

void QueueModel::show(const service::CaseQuery &query)
{
    m_query = query;
    m_query.limit = kRowsPerPage;
    restart();
}

QString QueueModel::serial(int row) const
{
    return row >= 0 && row < rowCount() ? qt(m_rows[static_cast<std::size_t>(row)].line.serial) : QString();
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int QueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString QueueModel::cell(const Row &row, int column) const
{
    const service::CaseLine &line = row.line;
    switch (static_cast<Column>(column)) {
    case Due: return dueText(row.left);
    case Serial: return qt(line.serial);
    case Item: return qt(m_language == approval::Language::Chinese ? line.itemNameZh : line.itemNameEn);
    case Applicant: return qt(line.applicantName);
    case State: return row.state;
    case Reason: return reasonWords(qt(line.reason));
    case Received: return minuteText(line.receivedAt);
    case ColumnCount: break;
    }
    return {};
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return cell(row, index.column());
    case Qt::AccessibleTextRole:
        // Screen readers read tables cell by cell: the first says what the row is.
        if (index.column() == Due)
            return QStringList{dueText(row.left), cell(row, Item), cell(row, Applicant), cell(row, State)}
                .join(QLatin1Char(' '));
        return cell(row, index.column());
    case Qt::ForegroundRole:
        if (row.hasLeft)
            return m_theme.tokens().muted;
        if (index.column() == Due && row.left && *row.left <= 0)
            return *row.left < 0 ? m_theme.tokens().late : m_theme.tokens().near;
        return {};
    default: return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Due: return tr("Limit");
    case Serial: return tr("Case number");
    case Item: return tr("Item");
    case Applicant: return tr("Applicant");
    case State: return tr("State");
    case Reason: return tr("Why not automatic");
    case Received: return tr("Received");
    case ColumnCount: break;
    }
    return {};
}

Result<QueueModel::Page> QueueModel::readPage(service::Workspace &workspace, const service::CaseQuery &query,
                                              const std::optional<service::CasePlace> &after,
                                              approval::Language language)
{
    service::CaseListPage found = TRY(service::caseListPage(workspace, query, after));
    Page page;
    page.next = found.next;
    page.rows.reserve(found.lines.size());
    for (service::CaseLine &line : found.lines)
        page.rows.push_back(rowOf(workspace, std::move(line), language));
    return page;
}

QueueModel::Row QueueModel::rowOf(const service::Workspace &workspace, service::CaseLine line,
                                  approval::Language language)
{
    const service::Resources &resources = workspace.resources();
    Row row;
    if (const auto state = permit::parseState(line.state)) {
        const permit::Title &title = resources.workflow->title(*state);
        row.state = qt(language == approval::Language::Chinese ? title.zh : title.en);
    }
    if (line.due)
        row.left = resources.calendar.workdaysBetween(officialDate(workspace.clock().now()), *line.due);
    row.line = std::move(line);
    return row;
}

void QueueModel::refresh(const QString &serial)
{
    const auto read = [key = utf8(serial),
                       language = m_language](service::Workspace &workspace) -> Result<Row> {
        return rowOf(workspace, TRY(service::caseStory(workspace, key, language)).line, language);
    };
    whenDone(this, m_workspace.run(read), [this, serial](const Result<Row> &fresh) {
        const auto row = std::ranges::find(m_rows, utf8(serial), [](const Row &r) { return r.line.serial; });
        if (!fresh || row == m_rows.end())
            return;
        *row = *fresh;
        row->hasLeft = !m_query.queue.empty() && row->line.queue != m_query.queue;
        const int place = static_cast<int>(row - m_rows.begin());
        Q_EMIT dataChanged(index(place, 0), index(place, ColumnCount - 1));
    });
}

int QueueModel::leftCount() const
{
    return static_cast<int>(std::ranges::count_if(m_rows, &Row::hasLeft));
}

void QueueModel::requestPage(int generation)
{
    const auto read = [query = m_query, after = m_next,
                       language = m_language](service::Workspace &workspace) {
        return readPage(workspace, query, after, language);
    };
    const bool isFirst = m_rows.empty();
    whenDone(this, m_workspace.run(read), [this, generation, isFirst](const Result<Page> &page) {
        if (!page)
            return failPage(generation, page.error());
        addPage(generation, static_cast<int>(page->rows.size()), !page->next, [&] {
            m_next = page->next;
            m_rows.insert(m_rows.end(), page->rows.begin(), page->rows.end());
        });
        if (isFirst)
            requestTotal(generation);
    });
}

void QueueModel::requestTotal(int generation)
{
    const auto count = [query = m_query](service::Workspace &workspace) {
        return service::countCases(workspace, query);
    };
    whenDone(this, m_workspace.run(count), [this, generation](const Result<std::int64_t> &total) {
        if (total)
            setTotal(generation, *total);
    });
}

void QueueModel::clearRows()
{
    m_rows.clear();
    m_next.reset();
}

} // namespace tongban::ui
