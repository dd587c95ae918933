// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the list's screen is put together; what it does is in queue_screen.cpp.

#include "core/service/cases/queues.h"
#include "ui/base/spoken.h"
#include "ui/base/text.h"
#include "ui/base/when_done.h"
#include "ui/queue/batch_panel.h"
#include "ui/queue/export_panel.h"
#include "ui/queue/filter_panel.h"
#include "ui/queue/queue_model.h"
#include "ui/queue/queue_screen.h"
#include "ui/queue/queue_table.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace tongban::ui {

namespace {

constexpr int kNewsMilliseconds = 30'000;
constexpr int kAheadMilliseconds = 150;
constexpr int kGrowFirstMilliseconds = 3'000; ///< The list comes first.

} // namespace

QueueScreen::QueueScreen(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
                         const service::SignedIn &person, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_language(language), m_account(person.account.name),
      m_model(new QueueModel(workspace, theme, language, this)), m_lists(new QComboBox(this)),
      m_search(new QLineEdit(this)), m_filterButton(new QToolButton(this)), m_filterText(new QLabel(this)),
      m_clear(new QToolButton(this)), m_count(new QLabel(this)), m_panel(new FilterPanel(this)),
      m_export(new ExportPanel(workspace, language, this)), m_batch(new BatchPanel(workspace, person, this)),
      m_news(new QPushButton(this)), m_table(new QueueTable(this)), m_ahead(new QTimer(this)),
      m_filterAction(new QAction(tr("Filter"), this)),
      m_clearAction(new QAction(tr("Clear the filter"), this)),
      m_removeAction(new QAction(tr("Remove this kept list"), this)),
      m_exportAction(new QAction(tr("Export the list"), this)), m_choices(std::make_unique<FilterChoices>())
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeBar());
    layout->addWidget(makeFilterLine());
    m_panel->hide();
    layout->addWidget(m_panel);
    m_export->hide();
    layout->addWidget(m_export);
    m_batch->hide();
    layout->addWidget(m_batch);
    m_news->setObjectName(QStringLiteral("queueNews"));
    m_news->hide();
    layout->addWidget(m_news);
    makeTable();
    layout->addWidget(m_table, 1);
    makeCommands();
    makeBatch();
    addActions(commands());
    connectModel();
    readChoices();
    readFilters({});
    showList(0);
    QTimer::singleShot(kGrowFirstMilliseconds, this, &QueueScreen::growSearch);
}

QWidget *QueueScreen::makeBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(6, 4, 6, 0);
    auto *label = new QLabel(tr("&List"), bar);
    label->setBuddy(m_lists);
    m_lists->setObjectName(QStringLiteral("queueLists"));
    m_lists->setAccessibleName(tr("List"));
    const auto add = [this](const QString &title, std::string_view queue, const char *state = "") {
        m_lists->addItem(title, QString(qt(queue) + QLatin1String(state)));
    };
    add(tr("Waiting for people"), service::queue::kPeople);
    add(tr("Waiting for the rules"), service::queue::kAutomatic);
    add(tr("Waiting for a source"), service::queue::kEvidence);
    add(tr("Waiting for the applicant"), service::queue::kApplicant);
    add(tr("To be delivered"), service::queue::kDelivery);
    add(tr("All cases, newest first"), {});
    add(tr("Received, not accepted yet"), {}, "/applied");
    add(tr("Appointments"), service::queue::kPeople, "/booked");
    add(tr("Pre-reviews"), service::queue::kPeople, "/pre_review");
    m_search->setObjectName(QStringLiteral("queueSearch"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setPlaceholderText(tr("Number, name, ID, plate; Enter"));
    m_search->setToolTip(tr("Case number or its middle, part of a name or its pinyin initials, ID or credit "
                            "code, plate, channel's number; then Enter"));
    addClearButton(*m_search);
    layout->addWidget(label);
    layout->addWidget(m_lists);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_filterButton);
    connect(m_lists, &QComboBox::currentIndexChanged, this, &QueueScreen::showList);
    connect(m_search, &QLineEdit::returnPressed, this, &QueueScreen::search);
    return bar;
}

QWidget *QueueScreen::makeFilterLine()
{
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(6, 0, 6, 0);
    m_filterText->setObjectName(QStringLiteral("queueFilterText"));
    m_filterText->setWordWrap(true);
    m_count->setObjectName(QStringLiteral("queueCount"));
    m_clear->setObjectName(QStringLiteral("queueClear"));
    m_clear->setFocusPolicy(Qt::TabFocus);
    layout->addWidget(m_filterText, 1);
    layout->addWidget(m_clear);
    layout->addWidget(m_count);
    return line;
}

void QueueScreen::makeTable()
{
    m_table->setObjectName(QStringLiteral("queueTable"));
    m_table->setAccessibleName(tr("Cases"));
    m_table->setModel(m_model);
    m_table->setLayoutText({});
    m_ahead->setSingleShot(true);
    m_ahead->setInterval(kAheadMilliseconds);
    connect(m_ahead, &QTimer::timeout, this, &QueueScreen::readAhead);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                m_ahead->start();
                Q_EMIT currentChanged(m_model->serial(current.row()));
            });
    connect(m_table, &QTableView::activated, this, &QueueScreen::entered);
    connect(m_table, &QueueTable::layoutChosen, this, [this](const QString &layout) {
        const auto keep = [account = m_account, name = "columns:" + utf8(viewName()),
                           value = utf8(layout)](service::Workspace &workspace) {
            return service::setPreference(workspace, account, name, value);
        };
        whenDone(this, m_workspace.run(keep), [this](const Result<> &kept) {
            if (!kept)
                Q_EMIT failed(kept.error());
        });
    });
}

void QueueScreen::makeCommands()
{
    m_filterAction->setObjectName(QStringLiteral("filterList"));
    m_filterAction->setShortcut(Qt::Key_F);
    m_clearAction->setObjectName(QStringLiteral("clearFilter"));
    m_clearAction->setShortcut(Qt::SHIFT | Qt::Key_F);
    m_removeAction->setObjectName(QStringLiteral("removeKeptList"));
    m_removeAction->setEnabled(false);
    m_exportAction->setObjectName(QStringLiteral("exportList"));
    m_exportAction->setShortcut(Qt::Key_X);
    connect(m_exportAction, &QAction::triggered, this, &QueueScreen::openExport);
    connect(m_export, &ExportPanel::said, this, &QueueScreen::said);
    connect(m_export, &ExportPanel::failed, this, &QueueScreen::failed);
    connect(m_export, &ExportPanel::left, this, &QueueScreen::focusList);
    for (QAction *action : {m_filterAction, m_clearAction, m_removeAction, m_exportAction})
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_filterButton->setObjectName(QStringLiteral("queueFilter"));
    m_filterButton->setText(
        tr("Filter (%1)").arg(m_filterAction->shortcut().toString(QKeySequence::NativeText)));
    m_filterButton->setCheckable(true);
    m_filterButton->setFocusPolicy(Qt::TabFocus);
    m_clear->setText(tr("Clear (%1)").arg(m_clearAction->shortcut().toString(QKeySequence::NativeText)));
    connect(m_filterAction, &QAction::triggered, this, &QueueScreen::toggleFilter);
    connect(m_filterButton, &QToolButton::clicked, this, &QueueScreen::toggleFilter);
    connect(m_clearAction, &QAction::triggered, this, &QueueScreen::clearFilter);
    connect(m_clear, &QToolButton::clicked, this, &QueueScreen::clearFilter);
    connect(m_removeAction, &QAction::triggered, this, &QueueScreen::removeFilter);
    connect(m_panel, &FilterPanel::changed, this, &QueueScreen::applyFilter);
    connect(m_panel, &FilterPanel::saveWanted, this, &QueueScreen::saveFilter);
    connect(m_panel, &FilterPanel::left, this, &QueueScreen::toggleFilter);
    connect(m_news, &QPushButton::clicked, this, &QueueScreen::reload);
}

/// What can be done to the whole list; never what decides something.
void QueueScreen::makeBatch()
{
    using service::BatchVerb;
    const auto add = [this](const QString &title, const char *name, BatchVerb verb) {
        auto *action = new QAction(title, this);
        action->setObjectName(QString::fromLatin1(name));
        connect(action, &QAction::triggered, this,
                [this, verb] { m_batch->open(verb, m_model->query(), listWords()); });
        m_batchActions += action;
    };
    add(tr("Claim the whole list..."), "claimList", BatchVerb::Claim);
    add(tr("Put the whole list back..."), "putListBack", BatchVerb::PutBack);
    add(tr("Print receipts for the whole list..."), "printListReceipts", BatchVerb::PrintReceipts);
    connect(m_batch, &BatchPanel::done, this, &QueueScreen::refreshRow);
    connect(m_batch, &BatchPanel::said, this, &QueueScreen::said);
    connect(m_batch, &BatchPanel::failed, this, &QueueScreen::failed);
    connect(m_batch, &BatchPanel::left, this, &QueueScreen::focusList);
}

void QueueScreen::connectModel()
{
    auto *looking = new QTimer(this);
    connect(looking, &QTimer::timeout, this, &QueueScreen::lookForNews);
    looking->start(kNewsMilliseconds);
    connect(m_model, &QueueModel::totalChanged, this, &QueueScreen::updateCount);
    connect(m_model, &QueueModel::settled, this, &QueueScreen::updateCount);
    connect(m_model, &QueueModel::settled, this, &QueueScreen::selectFirst);
    connect(m_model, &QueueModel::failed, this, &QueueScreen::failed);
}

QList<QAction *> QueueScreen::commands() const
{
    return QList<QAction *>{m_filterAction, m_clearAction, m_removeAction, m_exportAction} + m_batchActions;
}

} // namespace tongban::ui
