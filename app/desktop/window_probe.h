// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/main_window.h"

#include <QElapsedTimer>
#include <QString>
#include <QTableView>
#include <QTimer>
#include <QVariant>

#include <functional>
#include <vector>

namespace tongban::desktop {

/// Works on the real window the way a person does, and takes the time. For measuring only; GUI thread.
class WindowProbe : public QObject
{
    Q_OBJECT

public:
    explicit WindowProbe(ui::MainWindow &window);

    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_window.findChild<Widget *>(QString::fromLatin1(name));
    }
    QTableView *table() const { return find<QTableView>("queueTable"); }

    /// Signs in with the practice account of the demonstration; false when that does not come about.
    bool signIn();

    /// Milliseconds until `isThere`, with the event loop running; negative when it takes longer than a
    /// minute.
    double until(const std::function<bool()> &isThere);

    /// Does `change`, then waits for rows, and after that until their count is said without dots.
    double untilRows(const std::function<void()> &change);
    /// When that count was there, from the same beginning; negative when it never came.
    double counted() const { return m_counted; }

    /// A list by its place in the box, words in the search.
    double showList(int index);
    double search(const QString &words);
    double choose(const char *box, const QVariant &value);
    /// Types into a field of the filter and leaves it.
    double type(const char *field, const QString &text);
    /// Makes a row current until its case is on the page.
    double jumpTo(int row);
    /// The next rows of the list.
    double nextPage();
    /// CPU time of painting the table after it was scrolled by a page.
    double framePaint();

    /// The longest time between two turns of the event loop since the last call.
    double longestStall();
    void forgetStalls();

private:
    ui::MainWindow &m_window;
    QString m_shown;
    QTimer m_beat;
    QElapsedTimer m_sinceBeat;
    double m_stall = 0;
    double m_counted = -1;
};

/// The value below which so many per cent lie.
double percentile(std::vector<double> values, double percent);

} // namespace tongban::desktop
