// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/queue/batch_panel.h"

#include "ui/base/table_size.h"
#include "ui/base/text.h"
#include "ui/base/when_done.h"

#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tongban::ui {

using service::BatchVerb;

namespace {

enum Column { Serial, Applicant, Outcome, ColumnCount };

} // namespace

BatchPanel::BatchPanel(service::WorkspaceThread &workspace, const service::SignedIn &person, QWidget *parent)
    : QFrame(parent), m_workspace(workspace), m_person(person), m_what(new QLabel(this)),
      m_extra(new QLineEdit(this)), m_table(new QTableWidget(this)), m_go(new QPushButton(this)),
      m_cancel(new QPushButton(tr("Cancel"), this))
{
    setObjectName(QStringLiteral("batchPanel"));
    setFrameShape(QFrame::StyledPanel);
    m_what->setObjectName(QStringLiteral("batchWhat"));
    m_what->setWordWrap(true);
    m_extra->setObjectName(QStringLiteral("batchExtra"));
    m_table->setObjectName(QStringLiteral("batchRows"));
    m_table->setAccessibleName(tr("What comes of each case"));
    m_table->setColumnCount(ColumnCount);
    m_table->setHorizontalHeaderLabels({tr("Case number"), tr("Applicant"), tr("What comes of it")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_go->setObjectName(QStringLiteral("batchGo"));
    m_cancel->setObjectName(QStringLiteral("batchCancel"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_go);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(m_what);
    layout->addWidget(m_extra);
    layout->addWidget(m_table);
    layout->addLayout(buttons);
    connect(m_go, &QPushButton::clicked, this, &BatchPanel::begin);
    connect(m_extra, &QLineEdit::returnPressed, this, &BatchPanel::begin);
    connect(m_cancel, &QPushButton::clicked, this, &BatchPanel::close);
}

QString BatchPanel::verbTitle() const
{
    switch (m_request.verb) {
    case BatchVerb::Claim: return tr("Claim the whole list");
    case BatchVerb::PutBack: return tr("Put the whole list back");
    case BatchVerb::PrintReceipts: return tr("Print a receipt for each");
    }
    return {};
}

void BatchPanel::open(BatchVerb verb, const service::CaseQuery &query, const QString &what)
{
    if (m_isRunning)
        return;
    m_request.verb = verb;
    m_list = what;
    m_extra->clear();
    m_extra->setVisible(verb != BatchVerb::PutBack);
    if (verb == BatchVerb::PrintReceipts) {
        m_extra->setAccessibleName(tr("Folder for the receipts"));
        m_extra->setText(QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
                             .filePath(tr("receipts")));
    } else {
        m_extra->setAccessibleName(tr("Reason"));
        m_extra->setPlaceholderText(tr("Why, where cases of the same kind wait longer"));
    }
    const auto read = [verb, query, person = m_person](service::Workspace &workspace) {
        return service::previewBatch(workspace, verb, query, person);
    };
    whenDone(this, m_workspace.run(read), [this](const Result<service::BatchPreview> &preview) {
        if (!preview)
            return Q_EMIT failed(preview.error());
        show(*preview);
    });
}

void BatchPanel::show(const service::BatchPreview &preview)
{
    m_rows = preview.rows;
    m_next = 0;
    m_good = 0;
    m_bad = 0;
    const auto possible = std::ranges::count_if(m_rows, &service::BatchRow::isGood);
    m_table->setRowCount(static_cast<int>(m_rows.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const service::BatchRow &line = m_rows[static_cast<std::size_t>(row)];
        m_table->setItem(row, Serial, new QTableWidgetItem(qt(line.serial)));
        m_table->setItem(row, Applicant, new QTableWidgetItem(qt(line.applicantName)));
        setResult(row, line.isGood() ? tr("will be done") : problemText(line));
    }
    m_table->resizeColumnsToContents();
    sizeRows(*m_table);
    const QString count = preview.isTooMany()
        ? tr("At most %1 cases at a time: narrow the filter.").arg(service::kMostBatch)
        : tr("%1 of %2 can be done.").arg(possible).arg(m_rows.size());
    m_what->setText(tr("%1: %2 %3").arg(verbTitle(), m_list, count));
    m_go->setText(verbTitle());
    m_go->setEnabled(possible > 0 && !preview.isTooMany());
    m_cancel->setText(tr("Cancel"));
    QFrame::show();
    m_cancel->setFocus(); // whoever hits Enter by habit changes nothing
}

void BatchPanel::begin()
{
    if (m_isRunning || !m_go->isEnabled())
        return;
    const QString extra = m_extra->text().trimmed();
    if (m_request.verb == BatchVerb::PrintReceipts) {
        if (extra.isEmpty() || !QDir().mkpath(extra))
            return m_what->setText(tr("The folder cannot be made: %1").arg(extra));
        m_request.folder = std::filesystem::path(extra.toStdU16String());
    }
    m_request.reason = utf8(extra);
    m_isRunning = true;
    m_isStopped = false;
    m_go->setEnabled(false);
    m_cancel->setText(tr("Stop"));
    next();
}

/// One case a turn: whoever works on comes in between, and stopping leaves no case half done.
void BatchPanel::next()
{
    while (m_next < m_rows.size() && !m_rows[m_next].isGood()) {
        ++m_bad;
        ++m_next;
    }
    if (m_isStopped || m_next >= m_rows.size())
        return finish();
    const auto work = [request = m_request, serial = m_rows[m_next].serial,
                       person = m_person](service::Workspace &workspace) {
        return service::doBatchRow(workspace, request, serial, person);
    };
    whenDone(this, m_workspace.run(work), [this](const Result<service::BatchRow> &row) {
        const int at = static_cast<int>(m_next);
        const bool isGood = row && row->isGood();
        ++(isGood ? m_good : m_bad);
        if (row)
            setResult(at, isGood ? tr("done") : problemText(*row));
        else
            setResult(at, tr("failed"));
        m_table->scrollToItem(m_table->item(at, Outcome));
        if (isGood)
            Q_EMIT done(qt(m_rows[m_next].serial));
        ++m_next;
        if (!row) {
            Q_EMIT failed(row.error());
            m_isStopped = true; // the machine has a problem: the next case would have it too
        }
        next();
    });
}

void BatchPanel::finish()
{
    m_isRunning = false;
    const int undone = static_cast<int>(m_rows.size()) - m_good - m_bad;
    const QString text =
        tr("%1: %2 done, %3 not done, %4 not tried.").arg(verbTitle()).arg(m_good).arg(m_bad).arg(undone);
    m_what->setText(text);
    m_cancel->setText(tr("Close"));
    m_cancel->setFocus();
    Q_EMIT said(text);
}

void BatchPanel::close()
{
    if (m_isRunning) {
        m_isStopped = true;
        return;
    }
    hide();
    Q_EMIT left();
}

void BatchPanel::setResult(int row, const QString &text)
{
    m_table->setItem(row, Outcome, new QTableWidgetItem(text));
}

QString BatchPanel::problemText(const service::BatchRow &row) const
{
    if (row.problem == "held_by_other")
        return tr("%1 works on it").arg(qt(row.holderName));
    if (row.problem == "out_of_turn")
        return tr("others of this kind wait longer: give a reason");
    if (row.problem == "waits_for_nobody")
        return tr("waits for nobody");
    if (row.problem == "not_held")
        return tr("nobody has claimed it");
    if (row.problem == "role_may_not" || row.problem == "undefined_here")
        return tr("not in your role, or not in this state");
    if (row.problem == "paper_missing")
        return tr("there is no receipt of it");
    return tr("cannot be done (%1)").arg(qt(row.problem));
}

void BatchPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return close();
    QFrame::keyPressEvent(event);
}

} // namespace tongban::ui
