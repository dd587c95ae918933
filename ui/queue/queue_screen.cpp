// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/queue/queue_screen.h"

#include "core/service/queues.h"
#include "ui/base/spoken.h"
#include "ui/base/table_size.h"
#include "ui/base/text.h"
#include "ui/base/when_done.h"
#include "ui/queue/queue_model.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace tongban::ui {

namespace {

constexpr int kNewsMilliseconds = 30'000;

} // namespace

QueueScreen::QueueScreen(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
                         QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_model(new QueueModel(workspace, theme, language, this)),
      m_lists(new QComboBox(this)), m_search(new QLineEdit(this)), m_count(new QLabel(this)),
      m_news(new QPushButton(this)), m_table(new QTableView(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeBar());
    m_news->setObjectName(QStringLiteral("queueNews"));
    m_news->hide();
    connect(m_news, &QPushButton::clicked, this, &QueueScreen::reload);
    layout->addWidget(m_news);
    makeTable();
    layout->addWidget(m_table);
    auto *looking = new QTimer(this);
    connect(looking, &QTimer::timeout, this, &QueueScreen::lookForNews);
    looking->start(kNewsMilliseconds);
    connect(m_model, &QueueModel::totalChanged, this, &QueueScreen::updateCount);
    connect(m_model, &QueueModel::settled, this, &QueueScreen::updateCount);
    connect(m_model, &QueueModel::settled, this, &QueueScreen::selectFirst);
    connect(m_model, &QueueModel::failed, this, &QueueScreen::failed);
    showList(0);
}

QWidget *QueueScreen::makeBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(tr("&List"), bar);
    label->setBuddy(m_lists);
    m_lists->setObjectName(QStringLiteral("queueLists"));
    m_lists->setAccessibleName(tr("List"));
    const auto add = [this](const QString &title, std::string_view queue) {
        m_lists->addItem(title, qt(queue));
    };
    add(tr("Waiting for people"), service::queue::kPeople);
    add(tr("Waiting for the rules"), service::queue::kAutomatic);
    add(tr("Waiting for a source"), service::queue::kEvidence);
    add(tr("Waiting for the applicant"), service::queue::kApplicant);
    add(tr("To be delivered"), service::queue::kDelivery);
    add(tr("All cases, newest first"), {});
    m_search->setObjectName(QStringLiteral("queueSearch"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setPlaceholderText(tr("Case number, name, ID or credit code, plate, then Enter"));
    addClearButton(*m_search);
    m_count->setObjectName(QStringLiteral("queueCount"));
    layout->addWidget(label);
    layout->addWidget(m_lists);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_count);
    connect(m_lists, &QComboBox::currentIndexChanged, this, &QueueScreen::showList);
    connect(m_search, &QLineEdit::returnPressed, this, &QueueScreen::search);
    return bar;
}

void QueueScreen::makeTable()
{
    m_table->setObjectName(QStringLiteral("queueTable"));
    m_table->setAccessibleName(tr("Cases"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    resizeColumns();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { Q_EMIT currentChanged(m_model->serial(current.row())); });
    connect(m_table, &QTableView::activated, this, &QueueScreen::entered);
}

/// As wide as a usual value; a million rows are not measured.
void QueueScreen::resizeColumns()
{
    const std::array samples{QStringLiteral("超期 100 日"),
                             QStringLiteral("深交审-2026-440305-0000248-H"),
                             QStringLiteral("道路货物运输经营许可证换发补发"),
                             QStringLiteral("深圳市样例联运有限公司"),
                             QStringLiteral("待申请人补正"),
                             QStringLiteral("finding WYC-R-16 "),
                             QStringLiteral("2026-11-22 09:21")};
    const QFontMetrics metrics = m_table->fontMetrics();
    for (int column = 0; column < QueueModel::ColumnCount; ++column)
        m_table->setColumnWidth(column,
                                metrics.horizontalAdvance(samples[static_cast<std::size_t>(column)])
                                    + 2 * metrics.averageCharWidth());
    widenToTitles(*m_table);
    sizeRows(*m_table);
}

/// By then the table has the new font too.
void QueueScreen::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        resizeColumns();
}

void QueueScreen::showList(int index)
{
    service::CaseQuery query;
    query.queue = utf8(m_lists->itemData(index).toString());
    m_model->show(query);
}

void QueueScreen::search()
{
    const QString words = m_search->text().simplified();
    if (words.isEmpty())
        return showList(m_lists->currentIndex());
    service::CaseQuery query;
    query.words = utf8(words);
    m_model->show(query);
    focusList();
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

void QueueScreen::lookForNews()
{
    if (!m_model->total() || !m_model->query().words.empty())
        return;
    const auto count = [query = m_model->query()](service::Workspace &workspace) {
        return service::countCases(workspace, query);
    };
    whenDone(this, m_workspace.run(count), [this](const Result<std::int64_t> &now) {
        if (!now || !m_model->total())
            return;
        const std::int64_t changed = *now - *m_model->total() + m_model->leftCount();
        m_news->setVisible(changed != 0);
        m_news->setText(changed > 0 ? tr("%n new case(s) (F5 loads them)", nullptr, static_cast<int>(changed))
                                    : tr("%n case(s) went elsewhere (F5 loads anew)", nullptr,
                                         static_cast<int>(-changed)));
    });
}

void QueueScreen::reload()
{
    m_news->hide();
    m_wanted = m_model->serial(m_table->currentIndex().row());
    m_model->show(m_model->query());
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

void QueueScreen::updateCount()
{
    const auto total = m_model->total();
    const QLocale locale;
    m_count->setToolTip({});
    if (!m_model->query().words.empty() && total) {
        m_count->setText(tr("%n found", nullptr, static_cast<int>(*total)));
        m_count->setToolTip(
            tr("Searched: case number, beginning of the name, ID or credit code, plate, channel's number."));
        return;
    }
    m_count->setText(
        total ? tr("%1 of %2").arg(locale.toString(m_model->rowCount()), locale.toString(qlonglong{*total}))
              : tr("%1 of ...").arg(locale.toString(m_model->rowCount())));
}

} // namespace tongban::ui
