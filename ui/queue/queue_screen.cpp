// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/queue/queue_screen.h"

#include "core/service/cases/queues.h"
#include "core/service/cases/search.h"
#include "core/service/registers/wanted.h"
#include "ui/base/text.h"
#include "ui/base/when_done.h"
#include "ui/queue/export_panel.h"
#include "ui/queue/filter_panel.h"
#include "ui/queue/queue_model.h"
#include "ui/queue/queue_table.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

namespace tongban::ui {

namespace {

constexpr int kGrowPauseMilliseconds = 50; ///< Between pieces: whoever works goes first.
constexpr int kGrowLaterMilliseconds = 10'000; ///< After somebody else was writing.
constexpr int kNamesAPiece = 2000;
constexpr int kRowsAhead = 20;

} // namespace

QueueScreen::~QueueScreen() = default;

void QueueScreen::readChoices()
{
    const auto read = [language = m_language](service::Workspace &workspace) {
        return FilterChoices::read(workspace, language);
    };
    whenDone(this, m_workspace.run(read), [this](const Result<FilterChoices> &choices) {
        if (!choices)
            return; // the list itself says why
        *m_choices = *choices;
        m_panel->setChoices(*m_choices);
        updateCount();
    });
}

/// What this person has kept stands below the lists, and is one of them.
void QueueScreen::readFilters(const QString &choose)
{
    const auto read = [account = m_account](service::Workspace &workspace) {
        return service::savedFilters(workspace, account);
    };
    whenDone(this, m_workspace.run(read),
             [this, choose](const Result<std::vector<service::SavedFilter>> &saved) {
                 if (!saved)
                     return;
                 m_saved = *saved;
                 const QString before = choose.isNull() ? m_lists->currentText() : choose;
                 const QSignalBlocker quiet(m_lists);
                 for (int i = m_lists->count() - 1; i >= 0; --i)
                     if (m_lists->itemData(i).toString().startsWith(QLatin1String("filter:"))
                         || !m_lists->itemData(i).isValid())
                         m_lists->removeItem(i);
                 if (!m_saved.empty())
                     m_lists->insertSeparator(m_lists->count());
                 for (const service::SavedFilter &filter : m_saved)
                     m_lists->addItem(qt(filter.name), QString(QStringLiteral("filter:") + qt(filter.name)));
                 m_lists->setCurrentIndex(std::max(0, m_lists->findText(before)));
                 m_removeAction->setEnabled(
                     m_lists->currentData().toString().startsWith(QLatin1String("filter:")));
             });
}

void QueueScreen::showList(int index)
{
    const QString chosen = m_lists->itemData(index).toString();
    const bool isSaved = chosen.startsWith(QLatin1String("filter:"));
    m_removeAction->setEnabled(isSaved);
    service::CaseQuery query;
    if (isSaved) {
        for (const service::SavedFilter &filter : m_saved)
            if (qt(filter.name) == chosen.mid(7))
                query = filter.query;
        m_base = withoutFilter(query);
    } else {
        // "people/booked": a queue, or one state of it.
        query.queue = utf8(chosen.section(QLatin1Char('/'), 0, 0));
        query.state = utf8(chosen.section(QLatin1Char('/'), 1, 1));
        m_base = query;
    }
    const auto read = [account = m_account,
                       name = "columns:" + utf8(viewName())](service::Workspace &workspace) {
        return service::preference(workspace, account, name);
    };
    whenDone(this, m_workspace.run(read), [this, view = viewName()](const Result<std::string> &layout) {
        if (layout && view == viewName())
            m_table->setLayoutText(qt(*layout));
    });
    m_all.reset();
    m_panel->setQuery(query);
    showQuery(query);
}

void QueueScreen::showQuery(const service::CaseQuery &query)
{
    m_news->hide();
    m_model->show(query);
    updateCount();
    countAll();
}

void QueueScreen::search()
{
    const QString words = m_search->text().simplified();
    if (words.isEmpty())
        return showList(m_lists->currentIndex());
    service::CaseQuery query;
    query.words = utf8(words);
    showQuery(query);
    focusList();
}

void QueueScreen::applyFilter()
{
    service::CaseQuery query = m_base;
    m_panel->applyTo(query);
    m_search->clear();
    showQuery(query);
}

void QueueScreen::clearFilter()
{
    m_search->clear();
    m_panel->setQuery(m_base);
    showQuery(m_base);
    focusList();
}

void QueueScreen::toggleFilter()
{
    const bool isOpen = m_panel->isVisible();
    m_panel->setVisible(!isOpen);
    m_filterButton->setChecked(!isOpen);
    if (isOpen)
        focusList();
    else
        m_panel->focusFirst();
}

QString QueueScreen::listWords() const
{
    return tr("%1; %2; %3.").arg(m_lists->currentText(), m_filterText->text(), m_count->text());
}

void QueueScreen::openExport()
{
    m_export->open(m_model->query(), listWords());
}

void QueueScreen::saveFilter(const QString &name)
{
    service::CaseQuery query = m_base;
    m_panel->applyTo(query);
    const auto save = [account = m_account,
                       filter = service::SavedFilter{utf8(name), query}](service::Workspace &workspace) {
        return service::saveFilter(workspace, account, filter);
    };
    whenDone(this, m_workspace.run(save), [this, name](const Result<> &saved) {
        if (!saved)
            return Q_EMIT failed(saved.error());
        Q_EMIT said(tr("Kept as \"%1\" among your lists.").arg(name));
        readFilters(name);
    });
}

void QueueScreen::removeFilter()
{
    const QString chosen = m_lists->currentData().toString();
    if (!chosen.startsWith(QLatin1String("filter:")))
        return;
    const auto remove = [account = m_account, name = utf8(chosen.mid(7))](service::Workspace &workspace) {
        return service::removeFilter(workspace, account, name);
    };
    whenDone(this, m_workspace.run(remove), [this, name = chosen.mid(7)](const Result<> &removed) {
        if (!removed)
            return Q_EMIT failed(removed.error());
        Q_EMIT said(tr("No longer kept: \"%1\".").arg(name));
        readFilters(m_lists->itemText(0));
        m_lists->setCurrentIndex(0);
    });
}

void QueueScreen::acted(const QString &serial)
{
    m_model->refresh(serial);
    const int current = m_table->currentIndex().row();
    if (m_model->serial(current) != serial)
        return;
    for (int row = current + 1; row < m_model->rowCount(); ++row)
        if (!m_model->hasLeft(row)) {
            m_table->selectRow(row);
            break;
        }
    focusList();
}

void QueueScreen::refreshRow(const QString &serial)
{
    m_model->refresh(serial);
}

void QueueScreen::lookForNews()
{
    if (!m_model->total() || !m_model->query().words.empty())
        return;
    struct News {
        std::int64_t total = 0;
        std::vector<service::CaseLine> top;
    };
    const auto look = [query = m_model->query(),
                       movedOn = m_model->movedOn()](service::Workspace &workspace) -> Result<News> {
        const service::Wanted scope(workspace, movedOn);
        News news;
        news.total = TRY(service::countCases(workspace, query));
        news.top = TRY(service::caseListPage(workspace, query, {})).lines;
        return news;
    };
    whenDone(this, m_workspace.run(look), [this, query = m_model->query()](const Result<News> &now) {
        if (!now || !m_model->total() || !(query == m_model->query()))
            return;
        const std::int64_t more = now->total - *m_model->total() + m_model->leftCount();
        const std::int64_t changed = std::max<std::int64_t>(m_model->differences(now->top), std::abs(more));
        m_news->setVisible(changed > 0);
        m_news->setText(tr("%n change(s) (F5 loads them)", nullptr, static_cast<int>(changed)));
    });
}

void QueueScreen::reload()
{
    m_wanted = m_model->serial(m_table->currentIndex().row());
    m_all.reset();
    showQuery(m_model->query());
}

void QueueScreen::focusList()
{
    m_table->setFocus();
}

void QueueScreen::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

void QueueScreen::step(int rows)
{
    const int row = std::clamp(m_table->currentIndex().row() + rows, 0, std::max(0, m_model->rowCount() - 1));
    m_table->selectRow(row);
    if (row + kRowsAhead > m_model->rowCount() && m_model->canFetchMore({}))
        m_model->fetchMore({});
}

void QueueScreen::selectFirst()
{
    if (m_table->currentIndex().isValid())
        return;
    if (m_model->rowCount() == 0) {
        Q_EMIT currentChanged({});
        return;
    }
    int row = 0;
    for (int i = 0; !m_wanted.isEmpty() && i < m_model->rowCount(); ++i)
        if (m_model->serial(i) == m_wanted)
            row = i;
    m_wanted.clear();
    m_table->selectRow(row);
}

/// The case after the current one is read once for nothing: what it needs then lies in memory.
void QueueScreen::readAhead()
{
    const QString next = m_model->serial(m_table->currentIndex().row() + 1);
    if (next.isEmpty())
        return;
    m_workspace.run([key = utf8(next), language = m_language](service::Workspace &workspace) -> Result<int> {
        return TRY(service::caseStory(workspace, key, language)).events.size() > 0 ? 1 : 0;
    });
}

/// Names become searchable by their parts a piece at a time, while nobody waits.
void QueueScreen::growSearch()
{
    const auto grow = [](service::Workspace &workspace) {
        return service::growSearch(workspace, kNamesAPiece);
    };
    whenDone(this, m_workspace.run(grow), [this](const Result<service::SearchReach> &reach) {
        if (reach && reach->isWhole())
            return;
        QTimer::singleShot(reach ? kGrowPauseMilliseconds : kGrowLaterMilliseconds, this,
                           &QueueScreen::growSearch);
    });
}

/// Without a filter the model counts the same.
void QueueScreen::countAll()
{
    if (!m_model->query().words.empty() || !isFiltered() || m_all)
        return;
    const auto count = [query = m_base](service::Workspace &workspace) {
        return service::countCases(workspace, query);
    };
    whenDone(this, m_workspace.run(count), [this, base = m_base](const Result<std::int64_t> &all) {
        if (!all || !(base == m_base))
            return;
        m_all = *all;
        updateCount();
    });
}

void QueueScreen::updateCount()
{
    const QLocale locale;
    const service::CaseQuery &query = m_model->query();
    const auto total = m_model->total();
    const QString words = query.words.empty() ? filterText(query, *m_choices) : QString();
    m_clear->setVisible(isFiltered() || !query.words.empty());
    m_clearAction->setEnabled(!m_clear->isHidden());
    if (!query.words.empty()) {
        QString text = tr("Searched: case number, name and its pinyin initials, ID or credit code, plate, "
                          "channel's number.");
        if (m_model->unsearched() > 0)
            text += QLatin1Char(' ')
                + tr("Names of %n case(s) are not searched yet.", nullptr,
                     static_cast<int>(m_model->unsearched()));
        m_filterText->setText(text);
        m_count->setText(!total ? QStringLiteral("...")
                             : m_model->isCut()
                             ? tr("the newest %n of more", nullptr, static_cast<int>(*total))
                             : tr("%n found", nullptr, static_cast<int>(*total)));
        return;
    }
    m_filterText->setText(words.isEmpty() ? tr("No filter") : tr("Filter: %1").arg(words));
    const QString all = m_all ? locale.toString(qlonglong{*m_all}) : QStringLiteral("...");
    const QString some = total ? locale.toString(qlonglong{*total}) : QStringLiteral("...");
    m_count->setText(isFiltered() ? tr("%1 of %2").arg(some, all) : tr("%1 in all").arg(some));
}

bool QueueScreen::isFiltered() const
{
    service::CaseQuery base = m_base;
    base.limit = m_model->query().limit;
    return m_model->query().words.empty() && !(m_model->query() == base);
}

QString QueueScreen::viewName() const
{
    const QString chosen = m_lists->currentData().toString();
    return chosen.isEmpty() ? QStringLiteral("all") : chosen;
}

} // namespace tongban::ui
