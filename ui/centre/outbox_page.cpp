// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/centre/outbox_page.h"

#include "core/base/file.h"
#include "core/service/centre/outbox_sheet.h"
#include "ui/base/flow_layout.h"
#include "ui/base/page_view.h"
#include "ui/base/spoken.h"
#include "ui/base/text.h"
#include "ui/base/value_table.h"
#include "ui/base/when_done.h"
#include "ui/centre/centre_words.h"
#include "ui/centre/command_view.h"

#include <QAction>
#include <QCheckBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace tongban::ui {

OutboxPage::OutboxPage(service::WorkspaceThread &workspace, CentreLink &link, const Theme &theme,
                       approval::Language language, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_link(link), m_language(language), m_count(new QLabel(this)),
      m_all(new QCheckBox(tr("Show &everything, also what is done"), this)),
      m_table(
          new ValueTable(tr("Acts of this desktop"), {tr("Act"), tr("State"), tr("Case"), tr("Made")}, this)),
      m_view(new CommandView(theme, this)), m_note(new QLineEdit(this))
{
    setObjectName(QStringLiteral("outboxPage"));
    m_table->setObjectName(QStringLiteral("outboxTable"));
    m_all->setObjectName(QStringLiteral("outboxAll"));
    m_note->setObjectName(QStringLiteral("outboxNote"));
    m_note->setPlaceholderText(tr("Note for closing: what was done about it"));
    m_note->setAccessibleName(tr("Note for closing"));
    m_count->setObjectName(QStringLiteral("outboxCount"));
    m_count->setWordWrap(true);
    layOut();
    connect(m_all, &QCheckBox::toggled, this, &OutboxPage::load);
    connect(m_table, &QTableWidget::currentCellChanged, this, [this] { showCurrent(); });
    connect(m_table, &QTableWidget::itemActivated, this, [this] { m_view->setFocus(); });
    connect(m_note, &QLineEdit::returnPressed, this, &OutboxPage::close);
    connect(m_note, &QLineEdit::textChanged, this, [this] { offer(m_report ? &*m_report : nullptr); });
    connect(&m_link, &CentreLink::changed, this, [this] {
        if (isVisible() || !m_redone.isEmpty())
            load();
    });
    offer(nullptr);
}

void OutboxPage::layOut()
{
    auto *left = new QWidget(this);
    auto *list = new QVBoxLayout(left);
    list->setContentsMargins(0, 0, 0, 0);
    list->addWidget(m_count);
    list->addWidget(m_table, 1);
    list->addWidget(m_all);
    auto *below = new QWidget(left);
    auto *flow = new FlowLayout(below);
    flow->setContentsMargins(0, 0, 0, 0);
    m_export = addButton(flow, "outboxExport", tr("Write to a file…"), Qt::CTRL | Qt::SHIFT | Qt::Key_E,
                         &OutboxPage::exportAll);
    addButton(flow, "outboxSheet", tr("Reconciliation sheet"), Qt::CTRL | Qt::SHIFT | Qt::Key_P,
              &OutboxPage::showSheet);
    list->addWidget(below);
    auto *right = new QWidget(this);
    auto *sheet = new QVBoxLayout(right);
    sheet->setContentsMargins(0, 0, 0, 0);
    sheet->addWidget(m_view, 1);
    sheet->addWidget(m_note);
    auto *bar = new QWidget(right);
    auto *buttons = new FlowLayout(bar);
    buttons->setContentsMargins(0, 0, 0, 0);
    m_redo = addButton(buttons, "outboxRedo", tr("Do it again now"), Qt::Key_F6, &OutboxPage::redo);
    m_close = addButton(buttons, "outboxClose", tr("Close with the note"), Qt::Key_F7, &OutboxPage::close);
    m_withdraw = addButton(buttons, "outboxWithdraw", tr("Take back"), Qt::Key_F4, &OutboxPage::withdraw);
    m_toCase = addButton(buttons, "outboxCase", tr("To the case"), Qt::Key_F9, &OutboxPage::toCase);
    sheet->addWidget(bar);
    auto *parts = new QSplitter(this);
    parts->addWidget(left);
    parts->addWidget(right);
    parts->setChildrenCollapsible(false);
    parts->setSizes({1000, 1100});
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(parts);
}

QPushButton *OutboxPage::addButton(QLayout *layout, const char *name, const QString &title,
                                   const QKeySequence &key, void (OutboxPage::*run)())
{
    auto *action = new QAction(title, this);
    action->setObjectName(QString::fromLatin1(name) + QStringLiteral("Command"));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    m_commands += action;
    auto *button = new QPushButton(
        tr("%1 (%2)").arg(title, action->shortcut().toString(QKeySequence::NativeText)), this);
    button->setObjectName(QString::fromLatin1(name));
    button->setAccessibleName(title);
    layout->addWidget(button);
    connect(button, &QPushButton::clicked, this, run);
    connect(action, &QAction::triggered, button, &QPushButton::click);
    return button;
}

void OutboxPage::load()
{
    const auto read = [all = m_all->isChecked() || !m_redone.isEmpty(),
                       language = m_language](service::Workspace &workspace) {
        return commandList(workspace, all, language);
    };
    whenDone(this, m_workspace.run(read), [this](const Result<CommandList> &list) {
        if (!list)
            return Q_EMIT failed(list.error());
        closeRedone(*list);
        fill(*list);
    });
}

void OutboxPage::fill(const CommandList &list)
{
    const QString kept = m_report ? qt(m_report->command.line.id) : QString();
    m_lines = list.lines;
    if (!m_all->isChecked())
        std::erase_if(m_lines, [](const CommandLine &line) {
            return line.line.state != "saved" && line.line.state != "told" && line.line.state != "attention";
        });
    QList<QStringList> rows;
    for (const CommandLine &command : m_lines)
        rows.append(
            {command.act, stateText(command.line), command.caseName, minuteText(command.line.madeAt)});
    int current = rows.isEmpty() ? -1 : 0;
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        if (qt(m_lines[i].line.id) == kept)
            current = static_cast<int>(i);
    m_table->setRows(rows);
    {
        const QSignalBlocker quiet(m_table);
        m_table->setCurrentCell(current, 0);
    }
    const auto shown = static_cast<std::int64_t>(m_lines.size());
    if (shown == 0)
        m_count->setText(tr("Nothing waits: everything done here has reached the centre."));
    else if (list.total > kMostCommands)
        m_count->setText(tr("The first %1 of %2").arg(shown).arg(list.total));
    else
        m_count->setText(tr("%n act(s)", nullptr, static_cast<int>(shown)));
    showCurrent();
}

void OutboxPage::showCurrent()
{
    const int row = m_table->currentRow();
    if (row < 0 || row >= static_cast<int>(m_lines.size())) {
        m_report.reset();
        m_view->clear();
        return offer(nullptr);
    }
    const std::string id = m_lines[static_cast<std::size_t>(row)].line.id;
    if (m_report && m_report->command.line.id != id)
        m_note->clear();
    const auto read = [id, language = m_language](service::Workspace &workspace) {
        return commandReport(workspace, id, language);
    };
    whenDone(this, m_workspace.run(read), [this, row](const Result<CommandReport> &report) {
        if (row != m_table->currentRow())
            return;
        if (!report)
            return Q_EMIT failed(report.error());
        m_report = *report;
        m_view->show(*report);
        offer(&*m_report);
    });
}

/// What cannot be done says why in its tooltip.
void OutboxPage::offer(const CommandReport *report)
{
    const auto set = [](QPushButton *button, bool enabled, const QString &why) {
        button->setEnabled(enabled);
        button->setToolTip(enabled ? QString() : why);
    };
    const service::OutboxLine *line = report == nullptr ? nullptr : &report->command.line;
    const bool isAside = line != nullptr && line->state == "attention";
    set(m_withdraw, line != nullptr && line->state == "saved" && !line->mayBeSent,
        tr("Only what was never sent can be taken back."));
    set(m_redo, isAside, tr("Only what was not carried out is done again."));
    set(m_close, isAside && !m_note->text().trimmed().isEmpty(),
        isAside ? tr("Write a note first.") : tr("Only what was not carried out has to be closed."));
    set(m_toCase, line != nullptr && !line->serial.empty(), tr("There is no such case here."));
    m_note->setEnabled(isAside);
}

template <typename Work>
void OutboxPage::act(Work work, const QString &done)
{
    whenDone(this, m_workspace.run(work), [this, done](const auto &result) {
        if (!result)
            Q_EMIT failed(result.error());
        else
            Q_EMIT said(done);
        m_link.retry();
        load();
    });
}

void OutboxPage::withdraw()
{
    if (!m_report)
        return;
    act([id = m_report->command.line.id](
            service::Workspace &workspace) { return service::withdrawCommand(workspace, id); },
        tr("Taken back, never sent: %1").arg(m_report->command.act));
}

/// Where the case's page has a form, it is opened as it was filled in; an act that opens a case goes out
/// again as it is.
void OutboxPage::redo()
{
    if (!m_report)
        return;
    const service::OutboxLine &line = m_report->command.line;
    if (m_report->canBeFilledIn && m_report->request) {
        m_redone.insert(qt(line.id));
        return Q_EMIT redoWanted(qt(line.serial), *m_report->request);
    }
    act([id = line.id](service::Workspace &workspace) { return service::redoCommand(workspace, id); },
        tr("Sent again: %1").arg(m_report->command.act));
}

/// An act whose form was opened here and that has been done since needs nobody any more.
void OutboxPage::closeRedone(const CommandList &list)
{
    for (const CommandLine &old : list.lines) {
        const QString id = qt(old.line.id);
        if (!m_redone.contains(id))
            continue;
        const auto again = std::ranges::find_if(list.lines, [&old](const CommandLine &other) {
            return other.line.no > old.line.no && other.line.caseId == old.line.caseId
                && other.line.act == old.line.act;
        });
        if (again == list.lines.end() && old.line.state == "attention")
            continue;
        m_redone.remove(id);
        if (old.line.state == "attention")
            act(
                [old = old.line.id, made = again->line.id](service::Workspace &workspace) {
                    return service::closeCommand(workspace, old, "redone as " + made);
                },
                tr("Done again, the first try is closed: %1").arg(old.act));
    }
}

void OutboxPage::close()
{
    const QString note = m_note->text().simplified();
    if (!m_report || note.isEmpty())
        return;
    m_note->clear();
    act([id = m_report->command.line.id, note = utf8(note)](
            service::Workspace &workspace) { return service::closeCommand(workspace, id, note); },
        tr("Closed: %1").arg(m_report->command.act));
}

void OutboxPage::toCase()
{
    if (m_report && !m_report->command.line.serial.empty())
        Q_EMIT caseWanted(m_report->command.caseName);
}

void OutboxPage::exportAll()
{
    auto *dialog = new QFileDialog(this, tr("Write what the centre has not confirmed to a file"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("jsonl"));
    dialog->selectFile(QStringLiteral("tongban-outbox.jsonl"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        const auto write = [path = std::filesystem::path(file.toStdString())](service::Workspace &workspace) {
            return service::exportOutbox(workspace, path);
        };
        whenDone(this, m_workspace.run(write), [this, file](const Result<std::int64_t> &count) {
            if (!count)
                return Q_EMIT failed(count.error());
            Q_EMIT said(tr("%n act(s) written to %1", nullptr, static_cast<int>(*count)).arg(file));
        });
    });
    dialog->open();
}

/// Of the last two weeks: five working days without the centre, and the days around them.
void OutboxPage::showSheet()
{
    const auto language = m_language == approval::Language::Chinese ? document::PaperLanguage::Chinese
                                                                    : document::PaperLanguage::English;
    const auto make = [language](service::Workspace &workspace) {
        const auto reason = [](const service::OutboxLine &line) {
            return utf8(outcomeText(line));
        };
        return service::outboxSheet(workspace,
                                    {workspace.clock().now() - std::chrono::days(14), language, reason});
    };
    whenDone(this, m_workspace.run(make), [this](const Result<service::OutboxSheet> &sheet) {
        if (!sheet && sheet.error().code == ErrorCode::NotFound)
            return Q_EMIT said(tr("Nothing was done without the centre in the last two weeks."));
        if (!sheet)
            return Q_EMIT failed(sheet.error());
        const QByteArray pdf = QByteArray::fromStdString(sheet->pdf);
        auto *dialog = new PageDialog(tr("Reconciliation sheet"), this);
        dialog->setObjectName(QStringLiteral("outboxSheetDialog"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->view().load(pdf);
        connect(dialog->addButton(tr("Print")), &QPushButton::clicked, this, [this, pdf] {
            sendToPrinter(this, pdf, [this](const QString &printer) {
                Q_EMIT said(printer.isEmpty() ? tr("There is no printer; save the sheet instead.")
                                              : tr("Sent to %1.").arg(printer));
            });
        });
        connect(dialog->addButton(tr("Save…")), &QPushButton::clicked, this, [this, pdf] { saveSheet(pdf); });
        dialog->open();
    });
}

void OutboxPage::saveSheet(const QByteArray &pdf)
{
    auto *dialog = new QFileDialog(this, tr("Save the reconciliation sheet"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this, pdf](const QString &name) {
        const auto write = [path = std::filesystem::path(name.toStdString()),
                            bytes = pdf.toStdString()](service::Workspace &) {
            return replaceFile(path, bytes);
        };
        whenDone(this, m_workspace.run(write), [this, name](const Result<> &kept) {
            Q_EMIT said(kept ? tr("Saved: %1").arg(name) : tr("It could not be written to %1.").arg(name));
        });
    });
    dialog->open();
}

void OutboxPage::focusList()
{
    m_table->setFocus();
}

} // namespace tongban::ui
