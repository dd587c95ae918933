// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/application/act_preview.h"

#include "core/service/papers/papers.h"
#include "ui/base/page_view.h"
#include "ui/base/text.h"
#include "ui/base/when_done.h"

#include <QLabel>
#include <QVBoxLayout>

namespace tongban::ui {

namespace {

constexpr int kRestMilliseconds = 350; ///< Between the last key and the page.

} // namespace

/// The page, or nothing because the form is not complete.
struct ActPreview::Shown {
    QList<QImage> pages;
};

ActPreview::ActPreview(service::WorkspaceThread &workspace, approval::Language language,
                       const service::SignedIn &person, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_language(language), m_person(person),
      m_head(new QLabel(this)), m_pages(new PageView(this))
{
    setObjectName(QStringLiteral("actPreview"));
    m_head->setObjectName(QStringLiteral("actPreviewHead"));
    m_head->setWordWrap(true);
    m_pages->setFocusPolicy(Qt::TabFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_head);
    layout->addWidget(m_pages, 1);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kRestMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &ActPreview::refresh);
    hide();
}

void ActPreview::open(const QString &serial, permit::Act act, std::function<service::DeskAct()> form)
{
    m_serial = serial;
    m_form = std::move(form);
    const bool hasPaper = service::paperOf(act).has_value();
    setVisible(hasPaper);
    m_pages->hide();
    m_head->setText(tr("The page as it will be served comes here."));
    if (hasPaper)
        refresh();
}

void ActPreview::close()
{
    ++m_asked;
    m_timer.stop();
    m_form = nullptr;
    hide();
}

void ActPreview::refreshSoon()
{
    if (m_form)
        m_timer.start();
}

void ActPreview::refresh()
{
    if (!m_form)
        return;
    const auto make = [serial = utf8(m_serial), person = m_person, act = m_form(),
                       language = m_language](service::Workspace &workspace) -> Result<Shown> {
        const auto made = TRY(service::previewAtDesk(workspace, serial, person, act,
                                                     language == approval::Language::Chinese
                                                         ? document::PaperLanguage::Chinese
                                                         : document::PaperLanguage::English));
        return Shown{made.refusals.empty() ? screenPagesOf(QByteArray::fromStdString(made.pdf))
                                           : QList<QImage>()};
    };
    whenDone(this, m_workspace.run(make), [this, asked = ++m_asked](const Result<Shown> &shown) {
        if (asked != m_asked)
            return;
        if (!shown) {
            m_pages->hide();
            m_head->setText(tr("The page cannot be shown; the act can be done all the same."));
            return Q_EMIT failed(shown.error());
        }
        const bool isShown = m_pages->show(shown->pages);
        m_pages->setVisible(isShown);
        m_head->setText(isShown ? tr("This is served as soon as you press the button.")
                                : tr("The page comes here once the form is complete."));
    });
}

QString serveTitle(permit::Act act)
{
    switch (act) {
    case permit::Act::Grant: return ActPreview::tr("Issue the decision to grant");
    case permit::Act::Countersign: return ActPreview::tr("Issue the decision to refuse");
    case permit::Act::ProposeRefusal: return ActPreview::tr("Send the refusal for a second signature");
    case permit::Act::GiveNotice: return ActPreview::tr("Issue the one-time notice");
    case permit::Act::Decline: return ActPreview::tr("Issue the decision not to accept");
    case permit::Act::AcceptConditionally: return ActPreview::tr("Issue the conditional acceptance");
    case permit::Act::Extend: return ActPreview::tr("Issue the extension");
    case permit::Act::DeliverInPerson:
    case permit::Act::SendByCourier: return ActPreview::tr("Hand over with the delivery slip");
    default: return {};
    }
}

} // namespace tongban::ui
