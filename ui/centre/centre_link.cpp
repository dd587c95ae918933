// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/centre/centre_link.h"

#include "core/service/centre/centre_account.h"
#include "core/service/centre/outbox_desk.h"
#include "core/service/workspace/beside.h"
#include "ui/base/text.h"
#include "ui/base/when_done.h"
#include "ui/keyring/keyring.h"

#include <utility>

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
    struct Line {
        std::optional<service::WorkspaceThread::Opener> opener;
        std::string entry;
    };
    const auto read = [](service::Workspace &workspace) -> Result<Line> {
        if (!TRY(service::outboxCount(workspace)))
            return Line();
        return Line{service::besideOf(workspace, service::OpenMode::Write),
                    service::centrePasswordEntry(workspace)};
    };
    whenDone(this, m_workspace.run(read), [this](const Result<Line> &line) {
        m_isAlone = line && !line->opener;
        if (line && line->opener) {
            m_entry = qt(line->entry);
            start(*line->opener);
        }
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
    const bool hasTold = m_news && news.fetched > m_news->fetched;
    m_news = news;
    Q_EMIT changed();
    if (isTurn)
        Q_EMIT turned();
    if (hasMore)
        Q_EMIT arrived();
    if (hasTold)
        Q_EMIT fetched();
    if (news.state == service::LinkState::PasswordWanted && m_password.empty())
        askKeyring();
    else if (news.state == service::LinkState::Online && m_keep)
        tellKeyring();
}

/// Once: a password that is not the right one any more is typed.
void CentreLink::askKeyring()
{
    if (m_entry.isEmpty() || std::exchange(m_wasKeyringAsked, true))
        return;
    readFromKeyring(this, m_entry, [this](const KeyringAnswer &answer) {
        m_isKept = answer.state == KeyringAnswer::State::Done && !answer.secret.isEmpty();
        if (m_isKept && m_password.empty())
            rememberPassword(answer.secret);
        if (m_sync && !m_password.empty())
            m_sync->usePassword(m_password);
    });
}

void CentreLink::tellKeyring()
{
    const Keep keep = *std::exchange(m_keep, std::nullopt);
    if (m_entry.isEmpty() || m_password.empty())
        return;
    if (keep == Keep::No)
        return removeFromKeyring(this, m_entry, [this](const KeyringAnswer &) { m_isKept = false; });
    writeToKeyring(this, m_entry, qt(m_password), [this](const KeyringAnswer &answer) {
        m_isKept = answer.state == KeyringAnswer::State::Done;
        if (!m_isKept)
            Q_EMIT notKept();
    });
}

void CentreLink::want(const QString &caseKey)
{
    if (m_sync)
        m_sync->want(utf8(caseKey));
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

void CentreLink::usePassword(const QString &password, Keep keep)
{
    m_keep = keep;
    m_password = utf8(password);
    if (m_sync)
        m_sync->usePassword(m_password);
}

} // namespace tongban::ui
