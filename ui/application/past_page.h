// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/cases/time_machine.h"
#include "core/service/workspace/workspace_thread.h"
#include "ui/application/event_table.h"
#include "ui/base/theme.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;

namespace tongban::ui {

class CaseBody;
class ClockPanel;

/// A case as it stood on a day or after one of its acts: what was known then and nothing that came later,
/// under a band that says so. Reads only. GUI thread; the acts are followed by the workspace's thread.
class PastPage : public QWidget
{
    Q_OBJECT

public:
    PastPage(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
             QWidget *parent);

    /// `act`: after this one of its acts, counted from 1; 0 = as it stands, and a day is asked for.
    void open(const QString &serial, int act);

Q_SIGNALS:
    /// Back to the present.
    void left();
    void failed(const tongban::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Page;

    QWidget *makeBand();
    QPushButton *addButton(QLayout &row, const char *name, const QString &title, const QKeySequence &key);
    void readMoment();
    void read(const service::PastPoint &point);
    void fill(const Page &page);
    void step(int acts);
    void colour();
    void fit();

    service::WorkspaceThread &m_workspace;
    const Theme &m_theme;
    approval::Language m_language;
    QWidget *m_band = nullptr;
    QLabel *m_words = nullptr;
    QLineEdit *m_moment = nullptr;
    QPushButton *m_earlier = nullptr;
    QPushButton *m_later = nullptr;
    QPushButton *m_back = nullptr;
    QLabel *m_problem;
    QScrollArea *m_area;
    QLabel *m_title;
    CaseBody *m_body;
    ClockPanel *m_clocks;
    EventTable *m_events;
    std::string m_key;
    std::int64_t m_acts = 0;
    std::int64_t m_allActs = 0;
    std::vector<std::pair<permit::ClockKind, DeadlineAccount>> m_accounts;
};

} // namespace tongban::ui
