// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/cases.h"
#include "core/service/workspace_thread.h"
#include "ui/base/theme.h"

#include <QScrollArea>

class QLabel;
class QTextBrowser;

namespace tongban::ui {

class ClockPanel;
class EventTable;
class Section;

/// One case on one page: what was asked and by whom, where it stands, its clocks, the decision with its
/// reasons rule by rule, and every act. Reads only. GUI thread; what it shows is read by the workspace's
/// thread.
class CasePage : public QScrollArea
{
    Q_OBJECT

public:
    CasePage(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
             QWidget *parent = nullptr);

    /// Shows the case with this number (or id) once it was read; empty clears the page. What is asked for
    /// last wins.
    void show(const QString &key);

Q_SIGNALS:
    void shown(const QString &serial);
    void failed(const tongban::Error &error);

private:
    struct Page;

    static Result<Page> read(service::Workspace &workspace, const std::string &key,
                             approval::Language language);
    void fill(const Page &page);
    void showClock(permit::ClockKind kind);
    void setEmpty(bool empty);
    void sizeReasons();

    service::WorkspaceThread &m_workspace;
    approval::Language m_language;
    std::string m_key;
    QWidget *m_body;
    QLabel *m_empty;
    QLabel *m_title;
    QLabel *m_facts;
    Section *m_clockSection;
    ClockPanel *m_clocks;
    Section *m_reasonSection;
    QTextBrowser *m_reasons;
    bool m_hasReasons = false;
    EventTable *m_events;
};

} // namespace tongban::ui
