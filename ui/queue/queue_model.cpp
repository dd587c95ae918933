// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/queue/queue_model.h"

#include "core/service/registers/wanted.h"
#include "ui/base/district_name.h"
#include "ui/base/text.h"
#include "ui/base/when_done.h"
#include "ui/queue/due_text.h"
#include "ui/queue/filter_words.h"
#include "ui/words/reason_words.h"

#include <algorithm>
#include <iterator>

namespace tongban::ui {

namespace {

constexpr int kRowsPerPage = 200;

/// Another list was asked for before this one's turn came: nobody waits for the answer.
Failure superseded()
{
    return fail(ErrorCode::Unavailable, "another list was asked for");
}

/// 10:03 on the day itself, 11-20 later.
QString shortTime(Timestamp at, Timestamp now)
{
    return officialDate(at) == officialDate(now) ? minuteText(at).mid(11) : minuteText(at).mid(5, 5);
}

} // namespace

QueueModel::QueueModel(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
                       QObject *parent)
    : PagedTableModel(parent), m_workspace(workspace), m_theme(theme), m_language(language),
      m_wanted(std::make_shared<std::atomic<int>>(0))
{
    m_query.limit = kRowsPerPage;
}

void QueueModel::show(const service::CaseQuery &query)
{
    m_query = query;
    m_query.limit = kRowsPerPage;
    restart();
}

std::function<bool()> QueueModel::movedOn() const
{
    return [wanted = m_wanted, generation = m_wanted->load()] {
        return *wanted != generation;
    };
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
    return parent.isValid() ? 0 : kQueueColumns;
}

QString QueueModel::cell(const Row &row, QueueColumn column) const
{
    const service::CaseLine &line = row.line;
    switch (column) {
    case QueueColumn::Due: return row.due;
    case QueueColumn::Serial: return qt(line.serial);
    case QueueColumn::Item:
        return qt(m_language == approval::Language::Chinese ? line.itemNameZh : line.itemNameEn);
    case QueueColumn::Applicant: return qt(line.applicantName);
    case QueueColumn::State: return row.state;
    case QueueColumn::Reason: return reasonWords(qt(line.reason));
    case QueueColumn::Received: return minuteText(line.receivedAt);
    case QueueColumn::Holder: return row.claimed;
    case QueueColumn::District: return districtName(line.district, m_language == approval::Language::Chinese);
    case QueueColumn::Channel: return channelName(qt(line.channel));
    case QueueColumn::Outcome: return outcomeName(qt(line.outcome));
    }
    return {};
}

/// What does not fit into the cell, and the rule behind the clock.
QString QueueModel::tip(const Row &row, QueueColumn column) const
{
    if (column == QueueColumn::Due && row.line.due)
        return tr("%1: by %2, the nearer of the legal and the promised limit, in working days.")
            .arg(row.due, dayText(*row.line.due));
    if (column == QueueColumn::Holder && !row.line.holder.empty() && !row.line.claimedAt)
        return tr("%1 works on it at another desktop.").arg(qt(row.line.holderName));
    if (column == QueueColumn::Holder && row.line.claimedAt)
        return tr("%1 works on it since %2.").arg(qt(row.line.holderName), minuteText(*row.line.claimedAt));
    return cell(row, column);
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<QueueColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole: return cell(row, column);
    case Qt::ToolTipRole: return tip(row, column);
    case Qt::AccessibleTextRole:
        // Screen readers read tables cell by cell: the first says what the row is.
        if (column == QueueColumn::Due)
            return QStringList{row.due, cell(row, QueueColumn::Item), cell(row, QueueColumn::Applicant),
                               row.state, row.claimed}
                .join(QLatin1Char(' '));
        return cell(row, column);
    case Qt::ForegroundRole:
        if (row.hasLeft)
            return m_theme.tokens().muted;
        if (column == QueueColumn::Due && row.left && *row.left <= service::kSoonWorkdays)
            return *row.left < 0 ? m_theme.tokens().late : m_theme.tokens().near;
        return {};
    default: return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return columnTitle(static_cast<QueueColumn>(section));
}

Result<QueueModel::Page> QueueModel::readPage(service::Workspace &workspace, const service::CaseQuery &query,
                                              const std::optional<service::CasePlace> &after,
                                              approval::Language language)
{
    service::CaseListPage found = TRY(service::caseListPage(workspace, query, after));
    Page page;
    page.next = found.next;
    page.isCut = found.isCut;
    page.unsearched = found.unsearched;
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
    row.due = dueText(row.left, line.state == permit::name(permit::State::Suspended), line.queue.empty());
    row.claimed = qt(line.holderName);
    if (line.claimedAt)
        row.claimed += QLatin1Char(' ') + shortTime(*line.claimedAt, workspace.clock().now());
    row.line = std::move(line);
    return row;
}

void QueueModel::refresh(const QString &serial)
{
    const auto read = [key = utf8(serial),
                       language = m_language](service::Workspace &workspace) -> Result<Row> {
        service::CaseQuery query;
        query.words = key;
        std::vector<service::CaseLine> found = TRY(service::caseListPage(workspace, query, {})).lines;
        if (found.empty())
            return fail(ErrorCode::NotFound, "there is no such case");
        return rowOf(workspace, std::move(found.front()), language);
    };
    whenDone(this, m_workspace.run(read), [this, serial](const Result<Row> &fresh) {
        const auto row = std::ranges::find(m_rows, utf8(serial), [](const Row &r) { return r.line.serial; });
        if (!fresh || row == m_rows.end())
            return;
        *row = *fresh;
        row->hasLeft = !m_query.queue.empty() && row->line.queue != m_query.queue;
        const int place = static_cast<int>(row - m_rows.begin());
        Q_EMIT dataChanged(index(place, 0), index(place, kQueueColumns - 1));
    });
}

int QueueModel::differences(const std::vector<service::CaseLine> &fresh) const
{
    return static_cast<int>(std::ranges::count_if(fresh, [this](const service::CaseLine &now) {
        const auto shown = std::ranges::find(m_rows, now.no, [](const Row &row) { return row.line.no; });
        return shown == m_rows.end() || shown->line.state != now.state || shown->line.holder != now.holder
            || shown->line.due != now.due || shown->line.reason != now.reason;
    }));
}

int QueueModel::leftCount() const
{
    return static_cast<int>(std::ranges::count_if(m_rows, &Row::hasLeft));
}

void QueueModel::requestPage(int generation)
{
    *m_wanted = generation;
    const auto read = [query = m_query, after = m_next, language = m_language,
                       movedOn = movedOn()](service::Workspace &workspace) -> Result<Page> {
        if (movedOn())
            return superseded();
        const service::Wanted scope(workspace, movedOn);
        return readPage(workspace, query, after, language);
    };
    const bool isFirst = m_rows.empty();
    whenDone(this, m_workspace.run(read), [this, generation, isFirst](const Result<Page> &page) {
        if (!page)
            return failPage(generation, page.error());
        addPage(generation, static_cast<int>(page->rows.size()), !page->next, [&] {
            m_next = page->next;
            m_isCut = page->isCut;
            m_unsearched = page->unsearched;
            m_rows.insert(m_rows.end(), page->rows.begin(), page->rows.end());
        });
        if (!isFirst)
            return;
        // A list that ends on its first page is counted already.
        if (page->next)
            requestTotal(generation);
        else
            setTotal(generation, static_cast<std::int64_t>(page->rows.size()));
    });
}

void QueueModel::requestTotal(int generation)
{
    const auto count = [query = m_query,
                        movedOn = movedOn()](service::Workspace &workspace) -> Result<std::int64_t> {
        if (movedOn())
            return superseded();
        const service::Wanted scope(workspace, movedOn);
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
