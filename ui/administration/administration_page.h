// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/administration/administration.h"
#include "core/service/workspace/workspace_thread.h"
#include "ui/base/theme.h"
#include "ui/base/when_done.h"

#include <QLabel>
#include <QWidget>

#include <string>
#include <type_traits>

namespace tongban::ui {

/// What every page of the administration is made with; workspace and theme outlive it.
struct AdministrationContext {
    service::WorkspaceThread &workspace;
    const Theme &theme;
    approval::Language language;
    std::string account; ///< Of the administrator who works here.

    QString word(const permit::Title &title) const;
};

/// One page of the administration. Everything it does goes through the administrator's desk of core/service,
/// on the workspace's thread. GUI thread.
class AdministrationPage : public QWidget
{
    Q_OBJECT

public:
    AdministrationPage(AdministrationContext context, QWidget *parent);

    /// Reads what it shows anew; nothing typed is lost.
    virtual void load() { }

Q_SIGNALS:
    void said(const QString &message);
    void failed(const tongban::Error &error);
    /// Catalogue or calendar are others from now on.
    void officeChanged();
    /// The personal data of this office is to be sealed: the window has to close for it.
    void sealWanted();

protected:
    const AdministrationContext &context() const { return m_context; }

    /// A line for what is wrong, in the colour of warnings; empty = nothing is.
    QLabel *makeProblemLine(const QString &name);

    /// `work` takes the desk and returns a Result; `done` gets its value here. A failure is told to whoever
    /// listens, and `done` is not called.
    template <typename Work, typename Done>
    void ask(Work work, Done done)
    {
        using Answer = std::invoke_result_t<Work, const service::AdministratorDesk &>;
        const auto job = [account = m_context.account,
                          work = std::move(work)](service::Workspace &workspace) -> Answer {
            const auto desk = TRY(service::AdministratorDesk::open(workspace, account));
            return work(desk);
        };
        whenDone(this, m_context.workspace.run(job), [this, done = std::move(done)](const Answer &answer) {
            if (answer)
                done(*answer);
            else
                Q_EMIT failed(answer.error());
        });
    }

    /// What was just stored counts from now on; `done` is said then. When the workspace cannot be opened anew
    /// that is told, and what was stored counts when the program is next started.
    void takeUp(const QString &done);

private:
    AdministrationContext m_context;
};

} // namespace tongban::ui
