// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/base/theme.h"
#include "ui/base/value_table.h"
#include "ui/welcome/machine_checks.h"

class QLabel;

namespace tongban::ui {

/// The checks of this machine, each with what was found in words and what to do. GUI thread.
class CheckList : public QWidget
{
    Q_OBJECT

public:
    CheckList(const Theme &theme, std::vector<MachineCheck> checks, QWidget *parent);

    /// One check a turn of the event loop, so that the window stays alive.
    void run();
    bool isDone() const { return m_next == m_checks.size(); }
    /// Whether nothing was found that keeps people from working.
    bool isUsable() const;

Q_SIGNALS:
    void done();

private:
    void runNext();
    void show();
    QString word(CheckFinding::State state) const;

    const Theme &m_theme;
    std::vector<MachineCheck> m_checks;
    std::vector<CheckFinding> m_findings;
    std::size_t m_next = 0;
    ValueTable *m_table;
    QLabel *m_summary;
};

} // namespace tongban::ui
