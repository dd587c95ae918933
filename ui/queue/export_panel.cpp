// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/queue/export_panel.h"

#include "ui/base/error_text.h"
#include "ui/base/text.h"
#include "ui/base/when_done.h"

#include <QComboBox>
#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace tongban::ui {

namespace {

constexpr int kMostShown = 500; ///< Rows of a report; the rest is counted.

} // namespace

ExportPanel::ExportPanel(service::WorkspaceThread &workspace, approval::Language language, QWidget *parent)
    : QFrame(parent), m_workspace(workspace), m_language(language), m_what(new QLabel(this)),
      m_format(new QComboBox(this)), m_file(new QLineEdit(this)),
      m_browse(new QPushButton(tr("Browse..."), this)), m_go(new QPushButton(tr("Export"), this)),
      m_check(new QPushButton(tr("Check a file that came back"), this)),
      m_cancel(new QPushButton(tr("Cancel"), this)), m_progress(new QProgressBar(this)),
      m_report(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("exportPanel"));
    setFrameShape(QFrame::StyledPanel);
    makeFields();
    auto *place = new QHBoxLayout;
    place->addWidget(m_format);
    place->addWidget(m_file, 1);
    place->addWidget(m_browse);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_go);
    buttons->addWidget(m_check);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(m_what);
    layout->addLayout(place);
    layout->addLayout(buttons);
    layout->addWidget(m_progress);
    layout->addWidget(m_report);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportPanel::suggestName);
    connect(m_browse, &QPushButton::clicked, this, &ExportPanel::browse);
    connect(m_go, &QPushButton::clicked, this, &ExportPanel::begin);
    connect(m_file, &QLineEdit::returnPressed, this, &ExportPanel::begin);
    connect(m_check, &QPushButton::clicked, this, &ExportPanel::check);
    connect(m_cancel, &QPushButton::clicked, this, &ExportPanel::cancel);
    setBusy(false);
}

ExportPanel::~ExportPanel() = default;

void ExportPanel::makeFields()
{
    m_what->setObjectName(QStringLiteral("exportWhat"));
    m_what->setWordWrap(true);
    m_format->setObjectName(QStringLiteral("exportFormat"));
    m_format->setAccessibleName(tr("Format"));
    m_format->addItem(QStringLiteral("XLSX"), QStringLiteral("xlsx"));
    m_format->addItem(QStringLiteral("CSV"), QStringLiteral("csv"));
    m_file->setObjectName(QStringLiteral("exportFile"));
    m_file->setAccessibleName(tr("File"));
    m_go->setObjectName(QStringLiteral("exportGo"));
    m_check->setObjectName(QStringLiteral("exportCheck"));
    m_cancel->setObjectName(QStringLiteral("exportCancel"));
    m_progress->setObjectName(QStringLiteral("exportProgress"));
    m_progress->setAccessibleName(tr("Progress"));
    m_report->setObjectName(QStringLiteral("exportReport"));
    m_report->setAccessibleName(tr("What is wrong with the file"));
    m_report->setReadOnly(true);
    m_report->setTabChangesFocus(true);
    m_report->hide();
}

void ExportPanel::open(const service::CaseQuery &query, const QString &what)
{
    if (m_running == nullptr) {
        m_query = query;
        m_what->setText(tr("Exports every row of the list, not only those loaded. %1").arg(what));
        m_report->hide();
        suggestName();
    }
    show();
    m_file->setFocus();
    m_file->selectAll();
}

/// Where documents are kept; another ending where the format changes.
void ExportPanel::suggestName()
{
    const QString ending = QLatin1Char('.') + m_format->currentData().toString();
    const QString typed = m_file->text().trimmed();
    if (!typed.isEmpty()) {
        const QFileInfo kept(typed);
        m_file->setText(kept.dir().filePath(kept.completeBaseName() + ending));
        return;
    }
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    m_file->setText(folder.filePath(tr("cases-%1").arg(QDate::currentDate().toString(Qt::ISODate)) + ending));
}

void ExportPanel::browse()
{
    auto *dialog = new QFileDialog(this, tr("Export"), m_file->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(m_format->currentData().toString());
    connect(dialog, &QFileDialog::fileSelected, m_file, &QLineEdit::setText);
    dialog->open();
}

void ExportPanel::begin()
{
    if (m_running != nullptr || m_file->text().trimmed().isEmpty())
        return;
    service::ExportPlan plan;
    plan.file = std::filesystem::path(m_file->text().trimmed().toStdU16String());
    plan.format = m_format->currentIndex() == 0 ? service::ExportFormat::Xlsx : service::ExportFormat::Csv;
    plan.query = m_query;
    plan.language = m_language;
    m_isCancelled = false;
    m_report->hide();
    setBusy(true);
    using Started = Result<std::shared_ptr<service::CaseExport>>;
    const auto start = [plan](service::Workspace &workspace) {
        return service::CaseExport::begin(workspace, plan);
    };
    whenDone(this, m_workspace.run(start), [this](const Started &started) {
        if (!started)
            return end(started.error());
        goOn(*started);
    });
}

/// One piece after another, so that a case that is asked for in between comes first.
void ExportPanel::goOn(const std::shared_ptr<service::CaseExport> &running)
{
    m_running = running;
    if (m_isCancelled)
        return end({});
    // Read by the thread that writes it.
    struct Step {
        bool hasMore = false;
        std::int64_t done = 0;
        std::int64_t total = 0;
    };
    const auto work = [running](service::Workspace &workspace) -> Result<Step> {
        Step step;
        step.hasMore = TRY(running->step(workspace));
        if (!step.hasMore)
            TRY(running->finish());
        step.done = running->done();
        step.total = running->total();
        return step;
    };
    whenDone(this, m_workspace.run(work), [this, running](const Result<Step> &step) {
        if (!step)
            return end(step.error());
        m_progress->setMaximum(static_cast<int>(std::max<std::int64_t>(1, step->total)));
        m_progress->setValue(static_cast<int>(step->done));
        if (step->hasMore)
            return goOn(running);
        Q_EMIT said(tr("%n row(s) exported to %1", nullptr, static_cast<int>(step->done))
                        .arg(QDir::toNativeSeparators(m_file->text())));
        end({});
        hide();
        Q_EMIT left();
    });
}

void ExportPanel::end(const std::optional<Error> &problem)
{
    // What was begun goes on the thread that made it.
    if (m_running != nullptr)
        m_workspace.run([gone = std::move(m_running)](service::Workspace &) -> Result<bool> { return true; });
    m_running.reset();
    setBusy(false);
    if (m_isCancelled)
        Q_EMIT said(tr("The export was cancelled; no file was written."));
    if (!problem)
        return;
    m_report->setPlainText(tr("Nothing was written: %1").arg(errorText(*problem)));
    m_report->show();
    Q_EMIT failed(*problem);
}

void ExportPanel::cancel()
{
    if (m_running != nullptr) {
        m_isCancelled = true;
        return;
    }
    hide();
    Q_EMIT left();
}

void ExportPanel::check()
{
    const std::filesystem::path file(m_file->text().trimmed().toStdU16String());
    const auto look = [file](service::Workspace &workspace) {
        return service::checkReturnedSheet(workspace, file);
    };
    whenDone(this, m_workspace.run(look), [this](const Result<service::ReturnedSheet> &sheet) {
        if (sheet)
            return showReturned(*sheet);
        m_report->setPlainText(tr("The file cannot be read: %1").arg(errorText(sheet.error())));
        m_report->show();
    });
}

void ExportPanel::showReturned(const service::ReturnedSheet &sheet)
{
    const auto problemText = [](const service::ReturnedRow &row) {
        if (row.problem == "code_rounded")
            return tr("a code was turned into a number by a spreadsheet");
        if (row.problem == "seal_missing")
            return tr("the seal is missing");
        if (row.problem == "unknown_case")
            return tr("there is no such case");
        if (row.problem == "code_differs")
            return tr("the code is not that of the case");
        return tr("the row was changed");
    };
    QStringList lines;
    if (sheet.isAccepted()) {
        lines += tr("%n row(s), all as they were written.", nullptr, static_cast<int>(sheet.rows));
    } else {
        lines += tr("The file is refused: %n row(s) are damaged or changed.", nullptr,
                    static_cast<int>(sheet.problems.size()));
        for (const service::ReturnedRow &row : sheet.problems) {
            if (lines.size() > kMostShown) {
                lines += tr("and more");
                break;
            }
            QString line = tr("Row %1, %2: %3").arg(row.row).arg(qt(row.serial), problemText(row));
            if (!row.column.empty())
                line += tr(" (%1)").arg(qt(row.column));
            if (!row.stored.empty())
                line += tr("; right is %1").arg(qt(row.stored));
            lines += line;
        }
    }
    m_report->setPlainText(lines.join(QLatin1Char('\n')));
    m_report->show();
}

void ExportPanel::setBusy(bool busy)
{
    for (QWidget *field :
         {static_cast<QWidget *>(m_format), static_cast<QWidget *>(m_file), static_cast<QWidget *>(m_browse),
          static_cast<QWidget *>(m_go), static_cast<QWidget *>(m_check)})
        field->setEnabled(!busy);
    m_progress->setVisible(busy);
    m_progress->setValue(0);
    m_cancel->setText(busy ? tr("Cancel") : tr("Close"));
}

void ExportPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return cancel();
    QFrame::keyPressEvent(event);
}

} // namespace tongban::ui
