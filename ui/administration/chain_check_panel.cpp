// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/administration/chain_check_panel.h"

#include "core/service/audit/audit_view.h"
#include "ui/administration/fault_words.h"
#include "ui/administration/long_job.h"
#include "ui/base/error_text.h"
#include "ui/base/text.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace tongban::ui {

ChainCheckPanel::ChainCheckPanel(AdministrationContext given, QWidget *parent)
    : AdministrationPage(std::move(given), parent), m_go(new QPushButton(tr("Check the &chain"), this)),
      m_result(new QLabel(this)),
      m_findings(new ValueTable(tr("What the check found"),
                                {tr("Fault"), tr("District"), tr("Place"), tr("Detail")}, this)),
      m_job(new LongJob(context().workspace, tr("Checking the chain"), LongJob::Stoppable::Yes, this))
{
    m_go->setObjectName(QStringLiteral("chainCheckGo"));
    m_result->setObjectName(QStringLiteral("chainCheckResult"));
    m_result->setWordWrap(true);
    m_result->setText(tr("Recomputes every hash and compares it with the witnesses beside the store."));
    m_findings->setObjectName(QStringLiteral("chainCheckFindings"));
    m_findings->hide();
    auto *row = new QHBoxLayout;
    row->addWidget(m_go);
    row->addWidget(m_result, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_job);
    layout->addWidget(m_findings);
    connect(m_go, &QPushButton::clicked, this, &ChainCheckPanel::check);
    connect(m_job, &LongJob::runningChanged, m_go, &QWidget::setDisabled);
}

void ChainCheckPanel::check()
{
    m_result->clear();
    m_findings->hide();
    const auto audit =
        [account = context().account](service::Workspace &workspace,
                                      const service::Progress &progress) -> Result<service::AuditReport> {
        TRY(service::mayAudit(workspace, account));
        return service::auditChains(workspace, progress);
    };
    m_job->start(audit, [this](const Result<service::AuditReport> &report) { show(report); });
}

void ChainCheckPanel::show(const Result<service::AuditReport> &report)
{
    if (!report) {
        m_result->setText(errorLine(report.error()));
        return;
    }
    QList<QStringList> rows;
    for (const service::ChainFinding &finding : report->findings)
        rows.append({faultWords(finding.fault), QString::number(finding.district), QString::number(finding.n),
                     qt(finding.detail)});
    m_findings->setRows(rows);
    m_findings->setVisible(!rows.isEmpty());
    QString text;
    if (!report->finished)
        text = tr("Stopped after %1 acts; it says nothing about the rest.").arg(report->events);
    else if (report->isSound())
        text = tr("Sound: %1 acts, %2 cases, %3 witnesses compared.")
                   .arg(report->events)
                   .arg(report->cases)
                   .arg(report->witnesses);
    else
        text = tr("%1 faults in %2 acts. Keep the folder as it is and call support.")
                   .arg(report->findingCount)
                   .arg(report->events);
    m_result->setText(text);
    Q_EMIT said(text);
}

} // namespace tongban::ui
