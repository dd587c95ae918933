// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/acts/batch.h"
#include "core/service/workspace/workspace_thread.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace tongban::ui {

/// One thing done to every case of the list: first what would come of each, then what came of each. Only for
/// what can be taken back. GUI thread; the cases are done one by one by the workspace's thread, so that
/// cancelling stops between two.
class BatchPanel : public QFrame
{
    Q_OBJECT

public:
    BatchPanel(service::WorkspaceThread &workspace, const service::SignedIn &person, QWidget *parent);

    /// `what`: the rows in words.
    void open(service::BatchVerb verb, const service::CaseQuery &query, const QString &what);

Q_SIGNALS:
    void done(const QString &serial);
    void said(const QString &message);
    void failed(const tongban::Error &error);
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void show(const service::BatchPreview &preview);
    void begin();
    void next();
    void finish();
    void close();
    void setResult(int row, const QString &text);
    QString verbTitle() const;
    QString problemText(const service::BatchRow &row) const;

    service::WorkspaceThread &m_workspace;
    service::SignedIn m_person;
    service::BatchRequest m_request;
    std::vector<service::BatchRow> m_rows;
    QString m_list; ///< The rows in words.
    std::size_t m_next = 0;
    int m_good = 0;
    int m_bad = 0;
    bool m_isRunning = false;
    bool m_isStopped = false;
    QLabel *m_what;
    QLineEdit *m_extra; ///< The reason, or the folder.
    QTableWidget *m_table;
    QPushButton *m_go;
    QPushButton *m_cancel;
};

} // namespace tongban::ui
