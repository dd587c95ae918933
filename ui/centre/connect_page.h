// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/centre/centre_check.h"
#include "core/service/workspace/workspace_thread.h"
#include "ui/base/theme.h"
#include "ui/centre/join_job.h"

#include <QScrollArea>

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace tongban::ui {

class PathField;
class WrapTable;

/// Connects a workspace without cases to a centre: where it is, as whom, a look at every step of the way with
/// what to do where it ends, then joining and the first copy, which can be broken off and goes on later. What
/// is secret is asked for and kept nowhere. GUI thread.
class ConnectPage : public QScrollArea
{
    Q_OBJECT

public:
    ConnectPage(const Theme &theme, QWidget *parent);

    /// Where the workspace comes from when it is to join: by a door of its own, for writing.
    void setWorkspace(const service::WorkspaceThread::Opener &open) { m_open = open; }
    void focusFirst();

Q_SIGNALS:
    /// Everything was passed and the person wants it: whoever owns the page sees to the workspace and calls
    /// join().
    void joinWanted();
    void joined(const QString &password);
    /// The first copy is there, or was broken off.
    void ended();
    void cancelled();

public Q_SLOTS:
    void join();

private:
    void makeForm(QFormLayout &form);
    void listen();
    QLineEdit *addLine(QFormLayout &form, const char *name, const QString &title, const QString &hint);
    JoinJob::Question question() const;
    std::optional<QString> problem() const;
    void check();
    void addStep(const service::CentreStepLine &line);
    void takeCheck(const Result<service::CentreCheck> &check);
    void takeEnd(const Result<service::SyncReport> &report);
    void forget();
    void setBusy(bool busy);

    service::WorkspaceThread::Opener m_open;
    SystemClock m_clock;
    JoinJob *m_job;
    QLineEdit *m_host = nullptr;
    QSpinBox *m_port = nullptr;
    QLineEdit *m_database = nullptr;
    PathField *m_authority = nullptr;
    QLineEdit *m_login = nullptr;
    QCheckBox *m_byTicket = nullptr;
    QLineEdit *m_password = nullptr;
    QLineEdit *m_districts = nullptr;
    QLineEdit *m_device = nullptr;
    QPushButton *m_check;
    QPushButton *m_join;
    QPushButton *m_cancel;
    QLabel *m_message;
    QProgressBar *m_progress;
    WrapTable *m_steps;
    std::vector<service::CentreStepLine> m_lines;
    std::int64_t m_acts = 0;
};

} // namespace tongban::ui
