// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/intake/counter.h"
#include "core/service/workspace/drafts.h"
#include "core/service/workspace/workspace_thread.h"
#include "ui/base/autosave.h"
#include "ui/base/theme.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QLabel;
class QPushButton;
class QScrollArea;

namespace tongban::ui {

class EntryForm;
class ItemChooser;

/// The counter: choose an item, type what the applicant says, take it in, print the receipt. The form is made
/// from the item's definition. What is typed is kept within two seconds below the workspace and is there
/// again after a crash. By keys: Ctrl+Enter takes in, Ctrl+P prints the receipt. GUI thread.
class IntakeScreen : public QWidget
{
    Q_OBJECT

public:
    /// `account`: who stands at the counter; it is recorded with the receipt. The thread outlives the screen
    /// and has the workspace open for writing.
    IntakeScreen(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
                 std::string account, QWidget *parent = nullptr);
    ~IntakeScreen() override;

    /// The next applicant: an empty form, the words of the item have the focus. What was typed is dropped.
    void startAnew();

Q_SIGNALS:
    void takenIn(const QString &serial); ///< The case is durable.
    void receiptPrinted(const QString &file); ///< A PDF below the workspace's papers.
    void restored(); ///< A draft is on the form again.
    void failed(const tongban::Error &error);

private:
    void dropForm();
    QWidget *makeSide();
    void makeButtons();
    void loadItems();
    void restoreDraft();
    void openForm(const QString &item, const std::optional<service::CounterEntry> &entry);
    void showForm(const service::CounterForm &form, const std::optional<service::CounterEntry> &entry);
    service::CounterEntry entry() const;
    void edited();
    void keep();
    void keepThen(const std::function<void(bool isKept)> &then);
    service::DraftKey draftKey() const { return {m_account, "counter", {}}; }
    void check();
    void showCheck(const service::CounterCheck &check);
    void showRecords(const std::vector<service::CounterRecord> &records);
    void takeName();
    void takeIn();
    void showTaken(const service::CounterIntake &taken);
    void printReceipt();

    service::WorkspaceThread &m_workspace;
    const Theme &m_theme;
    approval::Language m_language;
    std::string m_account;
    ItemChooser *m_chooser;
    QScrollArea *m_area;
    EntryForm *m_form = nullptr;
    QLabel *m_earlier;
    QLabel *m_records;
    QPushButton *m_useName;
    QLabel *m_status;
    QPushButton *m_take;
    QPushButton *m_print;
    Autosave *m_autosave;
    QTimer m_checkTimer;
    std::string m_item;
    std::string m_externalNo;
    QString m_serial; ///< Of the case that was taken in last.
    int m_asked = 0; ///< Checks sent; an answer to an earlier one is out of date.
    bool m_sending = false;
};

} // namespace tongban::ui
