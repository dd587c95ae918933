// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/administration/backup_page.h"

#include "ui/administration/long_job.h"
#include "ui/base/error_text.h"
#include "ui/base/section.h"
#include "ui/base/text.h"

#include <QFormLayout>
#include <QVBoxLayout>

namespace tongban::ui {

namespace {

QString megabytes(std::int64_t bytes)
{
    return QLocale().toString(static_cast<double>(bytes) / 1'000'000.0, 'f', 1);
}

} // namespace

BackupPage::BackupPage(AdministrationContext given, QWidget *parent)
    : AdministrationPage(std::move(given), parent),
      m_target(new PathField(PathField::Wanted::Folder, tr("Folder for the copy"),
                             QStringLiteral("backupTarget"), this)),
      m_backUp(new QPushButton(tr("&Back up now"), this)), m_backedUp(new QLabel(this)),
      m_from(new PathField(PathField::Wanted::Folder, tr("Folder of the copy"), QStringLiteral("restoreFrom"),
                           this)),
      m_to(new PathField(PathField::Wanted::Folder, tr("New, empty folder"), QStringLiteral("restoreTo"),
                         this)),
      m_restore(new QPushButton(tr("&Restore and check"), this)), m_restored(new QLabel(this)),
      m_job(new LongJob(context().workspace, tr("Copying"), LongJob::Stoppable::Yes, this))
{
    m_backUp->setObjectName(QStringLiteral("backupGo"));
    m_backedUp->setObjectName(QStringLiteral("backupResult"));
    m_restore->setObjectName(QStringLiteral("restoreGo"));
    m_restored->setObjectName(QStringLiteral("restoreResult"));
    for (QLabel *label : {m_backedUp, m_restored})
        label->setWordWrap(true);
    const auto section = [this](const QString &title, const QList<std::pair<QString, QWidget *>> &rows,
                                QWidget *go, QLabel *result) {
        auto *body = new QWidget(this);
        auto *form = new QFormLayout(body);
        form->setRowWrapPolicy(QFormLayout::WrapLongRows);
        for (const auto &[label, field] : rows)
            form->addRow(label, field);
        form->addRow(QString(), go);
        form->addRow(result);
        auto *part = new Section(this);
        part->setTitle(title);
        part->setBody(body);
        return part;
    };
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(section(tr("Back up while people work"), {{tr("&Folder for the copy"), m_target}},
                              m_backUp, m_backedUp));
    layout->addWidget(section(tr("Restore into a new folder; this office stays as it is"),
                              {{tr("Folder of the &copy"), m_from}, {tr("&New, empty folder"), m_to}},
                              m_restore, m_restored));
    layout->addWidget(m_job);
    layout->addStretch(1);
    connect(m_backUp, &QPushButton::clicked, this, &BackupPage::backUp);
    connect(m_restore, &QPushButton::clicked, this, &BackupPage::restore);
    connect(m_job, &LongJob::runningChanged, this, &BackupPage::setRunning);
}

void BackupPage::setRunning(bool running)
{
    m_backUp->setEnabled(!running);
    m_restore->setEnabled(!running);
}

void BackupPage::tell(QLabel *line, const QString &message)
{
    line->setText(message);
    Q_EMIT said(message);
}

void BackupPage::backUp()
{
    if (m_target->isEmpty())
        return m_backedUp->setText(tr("Choose a folder."));
    m_backedUp->clear();
    const auto copy = [account = context().account, target = m_target->path()](
                          service::Workspace &workspace,
                          const service::Progress &progress) -> Result<service::WorkspaceBackup> {
        const auto desk = TRY(service::AdministratorDesk::open(workspace, account));
        return desk.backUp(target, progress);
    };
    m_job->start(copy, [this](const Result<service::WorkspaceBackup> &done) {
        if (!done)
            return tell(m_backedUp, errorLine(done.error()));
        if (!done->finished)
            return tell(m_backedUp, tr("Stopped. An older copy in that folder is kept as it was."));
        tell(m_backedUp,
             tr("Copied and checked: %1 MB, %2 acts, each hash recomputed.")
                 .arg(megabytes(done->bytes))
                 .arg(done->events));
    });
}

void BackupPage::restore()
{
    if (m_from->isEmpty() || m_to->isEmpty())
        return m_restored->setText(tr("Choose both folders."));
    m_restored->clear();
    const auto bring = [account = context().account, from = m_from->path(), to = m_to->path()](
                           service::Workspace &workspace,
                           const service::Progress &progress) -> Result<service::RestoreReport> {
        const auto desk = TRY(service::AdministratorDesk::open(workspace, account));
        return desk.restore(from, to, progress);
    };
    m_job->start(bring, [this](const Result<service::RestoreReport> &done) {
        if (!done)
            return tell(m_restored, errorLine(done.error()));
        if (!done->finished)
            return tell(m_restored, tr("Stopped. Nothing was restored."));
        const QString text = done->findings == 0
            ? tr("Restored and checked: %1 cases, %2 acts, nothing found. Open it with "
                 "tongban --workspace.")
            : tr("Restored, but the check found faults in %1 cases, %2 acts: keep the copy and "
                 "call support.");
        tell(m_restored, text.arg(done->cases).arg(done->events));
    });
}

} // namespace tongban::ui
