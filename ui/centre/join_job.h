// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/centre/centre_check.h"
#include "core/service/centre/centre_sync.h"
#include "core/service/workspace/workspace_thread.h"

#include <QObject>

#include <atomic>
#include <memory>
#include <thread>

namespace tongban::ui {

/// What takes its time with a centre, on a thread of its own: looking whether it can be joined, joining it,
/// and the first copy. One at a time. GUI thread.
class JoinJob : public QObject
{
    Q_OBJECT

public:
    explicit JoinJob(QObject *parent);
    /// Stops the copy; what was copied stays, and goes on from there later.
    ~JoinJob() override;

    struct Question {
        service::CentreAddress address;
        std::string password;
        Uuid device = Uuid::fromBytes({});
        std::vector<int> districts;
    };
    void check(const Question &question);
    /// `open`: the workspace for writing, by a door of its own.
    void join(const service::WorkspaceThread::Opener &open, const service::JoinRequest &request);
    void stop();

    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void stepped(const tongban::service::CentreStepLine &line);
    void checked(const tongban::Result<tongban::service::CentreCheck> &check);
    /// It is a desktop of the centre from here on.
    void joined();
    void copied(qlonglong acts);
    /// Of the first copy; a report that is not finished goes on later by itself.
    void ended(const tongban::Result<tongban::service::SyncReport> &report);

private:
    void finish();

    std::atomic<bool> m_stop = false;
    bool m_isRunning = false;
    std::thread m_checker;
    std::unique_ptr<service::WorkspaceThread> m_thread;
};

} // namespace tongban::ui
