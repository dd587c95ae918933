// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/cases/case_export.h"
#include "core/service/workspace/workspace_thread.h"

#include <QFrame>

#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace tongban::ui {

/// Puts the whole filtered list into a file and says which rows that are; looks at such a file that comes
/// back. No window of its own. GUI thread; the file is written by the workspace's thread, a piece at a time.
class ExportPanel : public QFrame
{
    Q_OBJECT

public:
    ExportPanel(service::WorkspaceThread &workspace, approval::Language language, QWidget *parent);
    ~ExportPanel() override;

    /// `what`: the rows in words ("Filter: ...; 12 of 650").
    void open(const service::CaseQuery &query, const QString &what);

Q_SIGNALS:
    void said(const QString &message);
    void failed(const tongban::Error &error);
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeFields();
    void suggestName();
    void browse();
    void begin();
    void goOn(const std::shared_ptr<service::CaseExport> &running);
    void end(const std::optional<Error> &problem);
    void cancel();
    void check();
    void showReturned(const service::ReturnedSheet &sheet);
    void setBusy(bool busy);

    service::WorkspaceThread &m_workspace;
    approval::Language m_language;
    service::CaseQuery m_query;
    std::shared_ptr<service::CaseExport> m_running;
    bool m_isCancelled = false;
    QLabel *m_what;
    QComboBox *m_format;
    QLineEdit *m_file;
    QPushButton *m_browse;
    QPushButton *m_go;
    QPushButton *m_check;
    QPushButton *m_cancel;
    QProgressBar *m_progress;
    QPlainTextEdit *m_report;
};

} // namespace tongban::ui
