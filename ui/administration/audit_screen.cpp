// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/administration/audit_screen.h"

#include "ui/administration/audit_model.h"
#include "ui/administration/chain_check_panel.h"
#include "ui/base/flow_layout.h"
#include "ui/base/spoken.h"
#include "ui/base/table_size.h"
#include "ui/base/text.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace tongban::ui {

AuditScreen::AuditScreen(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
                         const service::SignedIn &person, QWidget *parent)
    : Screen(parent), m_language(language),
      m_model(new AuditModel(workspace, language, person.account.name, this)), m_count(new QLabel(this)),
      m_table(new QTableView(this))
{
    auto *check = new ChainCheckPanel({workspace, theme, language, person.account.name}, this);
    m_count->setObjectName(QStringLiteral("auditCount"));
    m_table->setObjectName(QStringLiteral("auditTable"));
    m_table->setAccessibleName(tr("The record, the latest act first"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAlternatingRowColors(true);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeFilters());
    layout->addWidget(m_count);
    layout->addWidget(m_table, 1);
    layout->addWidget(check);
    // Queued: the table and the lines get the new size of the text after this is told.
    connect(&theme, &Theme::changed, this, &AuditScreen::fit, Qt::QueuedConnection);
    fit();
    connect(m_model, &PagedTableModel::failed, this, &Screen::failed);
    connect(m_model, &PagedTableModel::settled, this, &AuditScreen::tellCount);
    connect(m_model, &AuditModel::searching, this,
            [this] { m_count->setText(tr("Searching further back…")); });
    connect(m_model, &AuditModel::actsKnown, this, &AuditScreen::offerActs);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (const QString serial = m_model->serialAt(index.row()); !serial.isEmpty())
            Q_EMIT caseWanted(serial);
    });
    connect(check, &AdministrationPage::said, this, &Screen::said);
    connect(check, &AdministrationPage::failed, this, &Screen::failed);
}

QLineEdit *AuditScreen::addLine(QLayout *row, const QString &title, const char *name)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(QString::fromLatin1(name));
    line->setAccessibleName(title);
    line->setPlaceholderText(title);
    addClearButton(*line);
    row->addWidget(line);
    connect(line, &QLineEdit::returnPressed, this, &AuditScreen::find);
    return line;
}

QWidget *AuditScreen::makeFilters()
{
    auto *filters = new QWidget(this);
    auto *row = new FlowLayout(filters);
    row->setContentsMargins(0, 0, 0, 0);
    m_who = addLine(row, tr("Who (account)"), "auditWho");
    m_case = addLine(row, tr("Case number"), "auditCase");
    auto *label = new QLabel(tr("&Act"), filters);
    m_act = new QComboBox(filters);
    m_act->setObjectName(QStringLiteral("auditAct"));
    m_act->setAccessibleName(tr("Act"));
    m_act->addItem(tr("every act"), -1);
    label->setBuddy(m_act);
    row->addWidget(label);
    row->addWidget(m_act);
    m_from = addLine(row, tr("From day, 2026-01-31"), "auditFrom");
    m_through = addLine(row, tr("Through day, 2026-01-31"), "auditThrough");
    auto *go = new QPushButton(tr("&Search"), filters);
    go->setObjectName(QStringLiteral("auditGo"));
    row->addWidget(go);
    connect(go, &QPushButton::clicked, this, &AuditScreen::find);
    return filters;
}

/// What is written into an empty line is to be read whole, in every size of the text.
void AuditScreen::fit()
{
    for (QLineEdit *line : {m_who, m_case, m_from, m_through})
        line->setMinimumWidth(line->fontMetrics().horizontalAdvance(line->placeholderText())
                              + line->fontMetrics().height() * 3);
    sizeRows(*m_table);
    m_table->resizeColumnsToContents();
    widenToTitles(*m_table);
}

void AuditScreen::enter()
{
    if (!std::exchange(m_wasEntered, true)) {
        find();
        m_who->setFocus();
        return;
    }
    Screen::enter();
}

std::optional<Date> AuditScreen::dayIn(const QLineEdit *line, bool &isGood)
{
    if (line->text().trimmed().isEmpty())
        return std::nullopt;
    const auto day = parseIsoDate(utf8(line->text().trimmed()));
    isGood = isGood && day.has_value();
    return day ? std::optional(*day) : std::nullopt;
}

void AuditScreen::find()
{
    bool isGood = true;
    service::AuditFilter filter;
    filter.actor = utf8(m_who->text().trimmed());
    filter.serial = utf8(m_case->text().trimmed());
    if (const int act = m_act->currentData().toInt(); act >= 0)
        filter.act = static_cast<permit::Act>(act);
    filter.from = dayIn(m_from, isGood);
    filter.through = dayIn(m_through, isGood);
    if (!isGood)
        return m_count->setText(tr("A day is written like 2026-01-31."));
    m_count->setText(tr("Searching…"));
    m_model->find(filter);
}

void AuditScreen::tellCount()
{
    const int rows = m_model->rowCount();
    if (m_model->isComplete())
        m_count->setText(tr("%n act(s), all that fit.", nullptr, rows));
    else
        m_count->setText(tr("The latest %n act(s); more are read as you go down.", nullptr, rows));
    if (rows > 0 && !m_table->currentIndex().isValid()) {
        fit();
        m_table->setCurrentIndex(m_model->index(0, 0));
    }
}

void AuditScreen::offerActs(const std::vector<std::pair<permit::Act, permit::Title>> &acts)
{
    if (m_act->count() > 1)
        return;
    for (const auto &[act, title] : acts)
        m_act->addItem(qt(m_language == approval::Language::Chinese ? title.zh : title.en),
                       static_cast<int>(act));
}

} // namespace tongban::ui
