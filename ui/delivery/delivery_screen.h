// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/papers/delivery_desk.h"
#include "core/service/workspace/workspace_thread.h"
#include "ui/base/screen.h"
#include "ui/base/theme.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QTabWidget;

namespace tongban::ui {

class VisitPage;
class WrapTable;

/// Results on their way and visits to the hall. One line takes what a scanner reads or a person types: a case
/// number chooses the case, a waybill sends it or says what became of the parcel. Whatever is typed goes to
/// that line, wherever the focus is. GUI thread.
class DeliveryScreen : public Screen
{
    Q_OBJECT

public:
    DeliveryScreen(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
                   const service::SignedIn &person, QWidget *parent);

    void enter() override;
    void reload() override;
    QList<QAction *> commands() const override { return m_commands; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// What a waybill under way means when it is scanned.
    enum class Mode { Send, Arrived, CameBack };

    QWidget *makeDelivery();
    void addCommand(const QString &name, const QString &title, const QKeySequence &key,
                    const std::function<void()> &run);
    void setMode(Mode mode);
    bool passToScan(const QKeyEvent &event);
    void scan();
    void take(const service::Scanned &found);
    void choose(const service::DeliveryTask &task);
    void handOver();
    void act(const QString &serial, permit::ActRequest request, const QString &done);
    void tell(const QString &message, bool isGood);
    void showTasks(const std::vector<service::DeliveryTask> &tasks);

    service::WorkspaceThread &m_workspace;
    const Theme &m_theme;
    approval::Language m_language;
    service::SignedIn m_person;
    QTabWidget *m_tabs;
    VisitPage *m_visits = nullptr;
    QLineEdit *m_scan = nullptr;
    QComboBox *m_modes = nullptr;
    QLineEdit *m_receiver = nullptr;
    QLabel *m_chosen = nullptr;
    QLabel *m_answer = nullptr;
    WrapTable *m_table = nullptr;
    QList<QAction *> m_commands;
    std::vector<service::DeliveryTask> m_tasks;
    std::optional<service::DeliveryTask> m_task;
    bool m_isGood = true;
};

} // namespace tongban::ui
