// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/cases/case_view.h"
#include "core/service/cases/cases.h"
#include "core/service/workspace/workspace_thread.h"
#include "ui/base/theme.h"

#include <QScrollArea>

class QLabel;

namespace tongban::ui {

class CaseBody;
class ClockPanel;
class EventTable;
class Fold;

/// One case on one page: what was stated, what other authorities say, the documents, what the rules make of
/// it, its clocks, and every act. Reads only. GUI thread; what it shows is read by the workspace's thread.
class CasePage : public QScrollArea
{
    Q_OBJECT

public:
    CasePage(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
             QWidget *parent = nullptr);

    /// Shows the case with this number (or id) once it was read; empty clears the page. What is asked for
    /// last wins.
    void show(const QString &key);

    /// Of the acts in the table where the focus is there, counted from 1; 0 = none is chosen.
    int chosenAct() const;

    CaseBody &body() { return *m_body; }
    /// The parts in the order of their keys 1, 2, 3, ...
    QList<Fold *> parts() const { return m_parts; }
    /// Opens a part and brings it into sight.
    void reveal(Fold *part);
    /// A part of another class below the others, with the next key.
    void addPart(Fold *part);

    /// However much the page holds, the list beside it keeps its room.
    QSize sizeHint() const override;

Q_SIGNALS:
    void shown(const QString &serial);
    void failed(const tongban::Error &error);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Page;

    static Result<Page> read(service::Workspace &workspace, const std::string &key,
                             approval::Language language);
    void fill(const Page &page);
    void showClock(permit::ClockKind kind);
    void showSeen(int row);
    void setEmpty(bool empty);
    void lookForEvidence();

    service::WorkspaceThread &m_workspace;
    const Theme &m_theme;
    approval::Language m_language;
    std::string m_key;
    QWidget *m_sheet;
    QLabel *m_empty;
    QLabel *m_title;
    QLabel *m_facts;
    CaseBody *m_body;
    ClockPanel *m_clocks;
    Fold *m_clockFold;
    EventTable *m_events;
    QList<Fold *> m_parts;
    std::vector<service::StoryEvent> m_story;
};

} // namespace tongban::ui
