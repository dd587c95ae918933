// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/workspace_thread.h"
#include "ui/base/theme.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace tongban::ui {

class QueueModel;

/// The list of cases: which list, how many of how many, search by number. Says which case is current and
/// never moves a row under the cursor. GUI thread.
class QueueScreen : public QWidget
{
    Q_OBJECT

public:
    QueueScreen(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
                QWidget *parent = nullptr);

    /// Reads the list anew; the case that was current stays current when it is still there.
    void reload();
    void focusList();
    void focusSearch();
    void step(int rows);

    /// An act was done to this case: its row is read anew where it stands, and the next one that still waits
    /// is current.
    void acted(const QString &serial);

Q_SIGNALS:
    /// Another case is current; empty = none.
    void currentChanged(const QString &serial);
    void entered(); ///< Enter was pressed on a case.
    void failed(const tongban::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showList(int index);
    void search();
    void updateCount();
    void lookForNews();
    void selectFirst();
    QWidget *makeBar();
    void makeTable();
    void resizeColumns();

    service::WorkspaceThread &m_workspace;
    QueueModel *m_model;
    QComboBox *m_lists;
    QLineEdit *m_search;
    QLabel *m_count;
    QPushButton *m_news; ///< Appears when the list is no longer what is shown; nothing moves by itself.
    QTableView *m_table;
    QString m_wanted; ///< The case to make current once the list is there.
};

} // namespace tongban::ui
