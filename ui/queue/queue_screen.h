// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/accounts/accounts.h"
#include "core/service/cases/cases.h"
#include "core/service/workspace/preferences.h"
#include "core/service/workspace/workspace_thread.h"
#include "ui/base/theme.h"

#include <QWidget>

#include <memory>
#include <optional>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QTimer;
class QToolButton;

namespace tongban::ui {

struct FilterChoices;
class ExportPanel;
class BatchPanel;
class FilterPanel;
class QueueModel;
class QueueTable;

/// The list of cases: which list, filtered how, how many of how many; search by what a person knows of a
/// case. Says which case is current and never moves a row under the cursor. GUI thread.
class QueueScreen : public QWidget
{
    Q_OBJECT

public:
    QueueScreen(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
                const service::SignedIn &person, QWidget *parent = nullptr);
    ~QueueScreen() override;

    /// Reads the list anew; the case that was current stays current when it is still there.
    void reload();
    /// The row to stand on once the list is there; the first one when the case is not among its first rows.
    void want(const QString &serial) { m_wanted = serial; }
    void focusList();
    void focusSearch();
    void step(int rows);

    /// An act was done to this case: its row is read anew where it stands, and the next one that still waits
    /// is current.
    void acted(const QString &serial);

    /// Something about this case changed that moves nobody: its row is read anew where it stands.
    void refreshRow(const QString &serial);

    /// Looks whether the store holds another list than is shown, and says so in a bar; nothing moves.
    void lookForNews();

    /// Commands of the list with their keys, for a menu.
    QList<QAction *> commands() const;

Q_SIGNALS:
    /// Another case is current; empty = none.
    void currentChanged(const QString &serial);
    void entered(); ///< Enter was pressed on a case.
    void failed(const tongban::Error &error);
    void said(const QString &message);

private:
    QWidget *makeBar();
    QWidget *makeFilterLine();
    void makeTable();
    void makeCommands();
    void connectModel();
    void readChoices();
    void readFilters(const QString &choose);

    void showList(int index);
    void showQuery(const service::CaseQuery &query);
    void search();
    void applyFilter();
    void clearFilter();
    void saveFilter(const QString &name);
    void removeFilter();
    void toggleFilter();
    void openExport();
    QString listWords() const; ///< Which rows a thing that is done to all of them takes.
    void makeBatch();

    void updateCount();
    void countAll();
    void selectFirst();
    void readAhead();
    void growSearch();
    bool isFiltered() const;
    QString viewName() const;

    service::WorkspaceThread &m_workspace;
    approval::Language m_language;
    std::string m_account;
    QueueModel *m_model;
    QComboBox *m_lists;
    QLineEdit *m_search;
    QToolButton *m_filterButton;
    QLabel *m_filterText;
    QToolButton *m_clear;
    QLabel *m_count;
    FilterPanel *m_panel;
    ExportPanel *m_export;
    BatchPanel *m_batch;
    QPushButton *m_news; ///< Appears when the list is no longer what is shown; nothing moves by itself.
    QueueTable *m_table;
    QTimer *m_ahead; ///< Runs when the current case has stayed for a moment.
    QAction *m_filterAction;
    QAction *m_clearAction;
    QAction *m_removeAction;
    QAction *m_exportAction;
    QList<QAction *> m_batchActions;
    service::CaseQuery m_base; ///< The list without a filter.
    std::optional<std::int64_t> m_all; ///< How many it has, once that is known.
    std::unique_ptr<FilterChoices> m_choices;
    std::vector<service::SavedFilter> m_saved;
    QString m_wanted; ///< The case to make current once the list is there.
};

} // namespace tongban::ui
