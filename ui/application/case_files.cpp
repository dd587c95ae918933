// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/acts/attachments.h"
#include "ui/application/act_words.h"
#include "ui/application/case_body.h"
#include "ui/application/case_page.h"
#include "ui/application/case_pane.h"
#include "ui/application/case_words.h"
#include "ui/base/page_view.h"
#include "ui/base/text.h"
#include "ui/base/when_done.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>

/// The files of a case: put there from a folder or dropped on the page, and looked at.
namespace tongban::ui {

void CasePane::attach(int material)
{
    auto *dialog = new QFileDialog(this, tr("Put a file to the case"));
    dialog->setObjectName(QStringLiteral("attachDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("Scans and photos (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, material](const QString &file) { attachFile(material, file); });
    dialog->open();
}

void CasePane::attachFile(int material, const QString &file)
{
    const auto work = [serial = utf8(m_serial), person = m_person, material,
                       path = std::filesystem::path(file.toStdString())](service::Workspace &workspace) {
        return service::attachFile(workspace, serial, person, material, path);
    };
    whenDone(
        this, m_workspace.run(work),
        [this, file, serial = m_serial](const Result<service::AttachOutcome> &outcome) {
            if (!outcome)
                return Q_EMIT failed(outcome.error());
            const QString name = QFileInfo(file).fileName();
            const QString most = sizeText(service::kMostAttachmentBytes);
            switch (outcome->problem) {
            case service::AttachProblem::None: break;
            case service::AttachProblem::TooLarge:
                return Q_EMIT said(tr("%1 has %2; at most %3 are taken. Nothing was changed: scan it with "
                                      "300 dpi, or in several files.")
                                       .arg(name, sizeText(outcome->bytes), most));
            case service::AttachProblem::Empty:
                return Q_EMIT said(tr("%1 is empty. Nothing was changed.").arg(name));
            case service::AttachProblem::KindUnknown:
                return Q_EMIT said(tr("%1 is no PDF, JPEG, PNG or TIFF. Nothing was changed.").arg(name));
            case service::AttachProblem::NoSuchDocument:
                return Q_EMIT said(tr("The item has no such document. Nothing was changed."));
            }
            if (!outcome->act.refusals.empty() && m_workflow)
                return Q_EMIT said(
                    tr("%1 was not put to the case: %2")
                        .arg(name, refusalText(outcome->act.refusals.front(), *m_workflow, m_language)));
            Q_EMIT said(tr("%1 was put to %2.").arg(name, serial));
            if (serial == m_serial)
                m_page->show(serial);
        });
}

void CasePane::openAttachment(const QString &digest, const QString &name)
{
    const auto read = [digest = utf8(digest)](service::Workspace &workspace) {
        return service::attachmentContent(workspace, digest);
    };
    whenDone(this, m_workspace.run(read), [this, name](const Result<std::string> &content) {
        if (!content)
            return Q_EMIT failed(content.error());
        auto *dialog = new PageDialog(name, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->view().load(QByteArray::fromStdString(*content), [this, name](bool isShown) {
            if (!isShown)
                Q_EMIT said(tr("%1 cannot be shown here.").arg(name));
        });
        dialog->open();
    });
}

void CasePane::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && !m_serial.isEmpty())
        event->acceptProposedAction();
}

void CasePane::dropEvent(QDropEvent *event)
{
    for (const QUrl &url : event->mimeData()->urls())
        if (url.isLocalFile())
            attachFile(m_page->body().chosenMaterial(), url.toLocalFile());
}

} // namespace tongban::ui
