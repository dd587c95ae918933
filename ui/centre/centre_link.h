// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/centre/background_sync.h"
#include "core/service/workspace/workspace_thread.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace tongban::ui {

/// The line to the centre as the window knows it: begins to synchronise where the workspace belongs to a
/// centre, and tells how that goes. Shared by the windows of one workspace, so that another language does not
/// break the line. GUI thread; everything slow is done by a thread of its own.
class CentreLink : public QObject
{
    Q_OBJECT

public:
    /// The workspace outlives it.
    explicit CentreLink(service::WorkspaceThread &workspace);
    ~CentreLink() override;

    /// Nothing = the workspace belongs to no centre, or that is not known yet.
    const std::optional<service::LinkNews> &news() const { return m_news; }
    /// Whether it is known that there is no centre.
    bool isAlone() const { return m_isAlone; }

    /// Looks again whether there is a centre: after joining one.
    void begin();
    void retry();
    /// A case is looked at: what the centre knows of it and this machine does not is asked for.
    void want(const QString &caseKey);
    /// `keep`: in the keyring of this machine, once the centre has taken it; otherwise what the keyring holds
    /// goes.
    enum class Keep { No, Yes };
    void usePassword(const QString &password, Keep keep);
    /// The same, for a line that is begun later.
    void rememberPassword(const QString &password);
    /// Whether the keyring has the password.
    bool isKept() const { return m_isKept; }
    /// As it was given; empty = none was needed.
    const std::string &password() const { return m_password; }

Q_SIGNALS:
    void changed();
    /// From one state to another: worth a word to whoever works.
    void turned();
    /// The keyring is locked or not there: the password was not kept.
    void notKept();
    /// Acts of others came in, or others took up or put back a case.
    void arrived();
    /// The centre told more of the case that was wanted.
    void fetched();

private:
    void start(const service::WorkspaceThread::Opener &opener);
    void take(const service::LinkNews &news);
    void askKeyring();
    void tellKeyring();

    service::WorkspaceThread &m_workspace;
    std::optional<service::LinkNews> m_news;
    bool m_isAlone = false;
    std::string m_password; ///< Typed before the line was there.
    QString m_entry; ///< Of the keyring.
    bool m_wasKeyringAsked = false;
    bool m_isKept = false;
    std::optional<Keep> m_keep; ///< Typed, and not yet taken by the centre.
    std::unique_ptr<service::BackgroundSync> m_sync;
};

} // namespace tongban::ui
