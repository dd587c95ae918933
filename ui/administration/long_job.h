// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/workspace/beside.h"
#include "core/service/workspace/progress.h"
#include "ui/base/when_done.h"

#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QWidget>

#include <atomic>
#include <memory>

namespace tongban::ui {

/// Something that takes minutes: runs beside the window's own thread on a second connection, shows how far it
/// is, and can be stopped where the use case can. One at a time. GUI thread.
class LongJob : public QWidget
{
    Q_OBJECT

public:
    enum class Stoppable { Yes, No };

    /// `title`: what is being done, as a screen reader says it.
    LongJob(service::WorkspaceThread &workspace, const QString &title, Stoppable stoppable, QWidget *parent);
    ~LongJob() override;

    bool isRunning() const { return m_running; }

    /// `work` takes a Workspace & and a const Progress & and returns a Result; `done` gets that Result here.
    template <typename Work, typename Done>
    void start(Work work, Done done, service::OpenMode mode = service::OpenMode::Read)
    {
        using Answer = std::invoke_result_t<Work, service::Workspace &, const service::Progress &>;
        if (m_running)
            return;
        begin();
        const auto beside =
            [mode](service::Workspace &workspace) -> Result<service::WorkspaceThread::Opener> {
            return service::besideOf(workspace, mode);
        };
        const auto run = [this, work = std::move(work),
                          done = std::move(done)](const Result<service::WorkspaceThread::Opener> &opener) {
            if (!opener) {
                end();
                return done(Answer(Failure(opener.error())));
            }
            m_thread = std::make_unique<service::WorkspaceThread>(*opener);
            const auto job = [work, state = m_state](service::Workspace &workspace) {
                return work(workspace, state->progress());
            };
            whenDone(this, m_thread->run(job), [this, done](const Answer &answer) {
                end();
                done(answer);
            });
        };
        whenDone(this, m_workspace.run(beside), run);
    }

Q_SIGNALS:
    void runningChanged(bool running);

private:
    /// Shared with the other thread, which may end after this.
    struct State : std::enable_shared_from_this<State> {
        std::atomic<bool> stop = false;
        std::atomic<std::int64_t> done = 0;
        std::atomic<std::int64_t> total = 0;

        service::Progress progress();
    };

    void begin();
    void end();
    void show();

    service::WorkspaceThread &m_workspace;
    QProgressBar *m_bar;
    QPushButton *m_stop;
    QTimer m_look;
    bool m_running = false;
    std::shared_ptr<State> m_state;
    std::unique_ptr<service::WorkspaceThread> m_thread;
};

} // namespace tongban::ui
