// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/centre/centre_link.h"

#include "core/service/centre/outbox_desk.h"
#include "core/service/workspace/beside.h"
#include "ui/base/text.h"
#include "ui/base/when_done.h"

namespace tongban::ui {

CentreLink::CentreLink(service::WorkspaceThread &workspace) : m_workspace(workspace)
{
    begin();
}

CentreLink::~CentreLink()
{
    m_sync.reset(); // it tells this until it has ended
}

void CentreLink::begin()
{
    using Opener = std::optional<service::WorkspaceThread::Opener>;
    const auto read = [](service::Workspace &workspace) -> Result<Opener> {
        if (!TRY(service::outboxCount(workspace)))
            return Opener();
        return Opener(service::besideOf(workspace, service::OpenMode::Write));
    };
    whenDone(this, m_workspace.run(read), [this](const Result<Opener> &opener) {
        m_isAlone = opener && !*opener;
        if (opener && *opener)
            start(**opener);
        Q_EMIT changed();
    });
}

void CentreLink::start(const service::WorkspaceThread::Opener &opener)
{
    const auto listen = [this](const service::LinkNews &news) {
        QMetaObject::invokeMethod(
            this, [this, news] { take(news); }, Qt::QueuedConnection);
    };
    m_sync.reset();
    m_news.emplace();
    m_sync = std::make_unique<service::BackgroundSync>(opener, listen);
    if (!m_password.empty())
        m_sync->usePassword(m_password);
}

void CentreLink::take(const service::LinkNews &news)
{
    const bool isTurn = !m_news || m_news->state != news.state;
    const bool hasMore = m_news && (news.pulled > m_news->pulled || news.claimChanges > m_news->claimChanges);
    m_news = news;
    Q_EMIT changed();
    if (isTurn)
        Q_EMIT turned();
    if (hasMore)
        Q_EMIT arrived();
}

void CentreLink::retry()
{
    if (m_sync)
        m_sync->wake();
}

void CentreLink::rememberPassword(const QString &password)
{
    m_password = utf8(password);
}

void CentreLink::usePassword(const QString &password)
{
    m_password = utf8(password);
    if (m_sync)
        m_sync->usePassword(m_password);
}

} // namespace tongban::ui
