// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/permit/workflow.h"
#include "core/service/cases.h"

#include <QTableWidget>

#include <vector>

namespace tongban::ui {

/// One act of the story in the words of the screen's language.
struct EventLine {
    QString at;
    QString act;
    QString actor;
    QString role;
    QString reason;
    QString basis;
    QString place; ///< In the chain: "440305 / 1024".
};

/// Puts the acts of a case into words. Any thread.
std::vector<EventLine> eventLines(const std::vector<service::StoryEvent> &events,
                                  const permit::Workflow &workflow, approval::Language language);

/// Every act of a case in order. GUI thread.
class EventTable : public QTableWidget
{
    Q_OBJECT

public:
    explicit EventTable(QWidget *parent);

    void show(const std::vector<EventLine> &lines);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fitContents();
};

} // namespace tongban::ui
