// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/window_probe.h"

#include "app/desktop/process_figures.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QEventLoop>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace tongban::desktop {

namespace {

constexpr int kPatienceMilliseconds = 60'000;
constexpr double kNanoseconds = 1e6; ///< In a millisecond.

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / kNanoseconds;
}

} // namespace

double percentile(std::vector<double> values, double percent)
{
    if (values.empty())
        return -1;
    std::ranges::sort(values);
    const auto at = static_cast<std::size_t>(std::ceil(percent / 100 * static_cast<double>(values.size())));
    return values[std::clamp<std::size_t>(at, 1, values.size()) - 1];
}

WindowProbe::WindowProbe(ui::MainWindow &window) : m_window(window)
{
    connect(&window, &ui::MainWindow::caseShown, this, [this](const QString &serial) { m_shown = serial; });
    m_beat.setTimerType(Qt::PreciseTimer);
    connect(&m_beat, &QTimer::timeout, this, [this] {
        m_stall = std::max(m_stall, milliseconds(m_sinceBeat));
        m_sinceBeat.restart();
    });
    m_sinceBeat.start();
    m_beat.start(1);
}

double WindowProbe::longestStall()
{
    const double stall = m_stall;
    forgetStalls();
    return stall;
}

void WindowProbe::forgetStalls()
{
    m_stall = 0;
    m_sinceBeat.restart();
}

double WindowProbe::until(const std::function<bool()> &isThere)
{
    QElapsedTimer timer;
    timer.start();
    QEventLoop loop;
    while (!isThere()) {
        if (timer.elapsed() > kPatienceMilliseconds)
            return -1;
        loop.processEvents(QEventLoop::WaitForMoreEvents);
    }
    return milliseconds(timer);
}

bool WindowProbe::signIn()
{
    if (until([this] { return find<QAbstractButton>("practice_approver") != nullptr; }) < 0)
        return false;
    find<QAbstractButton>("practice_approver")->click();
    return until([this] { return table() != nullptr && table()->model()->rowCount() > 0; }) >= 0;
}

double WindowProbe::untilRows(const std::function<void()> &change)
{
    QElapsedTimer timer;
    timer.start();
    change();
    // A list without rows is there when its count is.
    const auto *count = find<QLabel>("queueCount");
    const auto isCounted = [&] {
        return !count->text().contains(QStringLiteral("..."));
    };
    m_counted = -1;
    if (until([&] { return table()->model()->rowCount() > 0 || isCounted(); }) < 0)
        return -1;
    table()->viewport()->repaint();
    const double rows = milliseconds(timer);
    if (until(isCounted) >= 0)
        m_counted = milliseconds(timer);
    return rows;
}

double WindowProbe::showList(int index)
{
    auto *lists = find<QComboBox>("queueLists");
    if (lists->currentIndex() == index)
        return 0;
    return untilRows([&] { lists->setCurrentIndex(index); });
}

double WindowProbe::search(const QString &words)
{
    auto *line = find<QLineEdit>("queueSearch");
    return untilRows([&] {
        line->setText(words);
        QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
        QCoreApplication::sendEvent(line, &enter);
    });
}

double WindowProbe::choose(const char *box, const QVariant &value)
{
    auto *choices = find<QComboBox>(box);
    const int index = choices->findData(value);
    return index < 0 ? -1 : untilRows([&] { choices->setCurrentIndex(index); });
}

double WindowProbe::type(const char *field, const QString &text)
{
    auto *line = find<QLineEdit>(field);
    return untilRows([&] {
        line->setText(text);
        QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
        QCoreApplication::sendEvent(line, &enter);
    });
}

double WindowProbe::jumpTo(int row)
{
    const QString serial = table()->model()->index(row, 1).data().toString();
    m_shown.clear();
    QElapsedTimer timer;
    timer.start();
    table()->selectRow(row);
    if (until([&] { return m_shown == serial; }) < 0)
        return -1;
    return milliseconds(timer);
}

double WindowProbe::nextPage()
{
    QAbstractItemModel *model = table()->model();
    const int before = model->rowCount();
    if (!model->canFetchMore({}))
        return -1;
    QElapsedTimer timer;
    timer.start();
    model->fetchMore({});
    // While a page is under way the model takes no more either: only its rows say that it came.
    return until([&] { return model->rowCount() > before; }) < 0 ? -1 : milliseconds(timer);
}

double WindowProbe::framePaint()
{
    auto *bar = table()->verticalScrollBar();
    bar->setValue(bar->value() + bar->pageStep() > bar->maximum() ? 0 : bar->value() + bar->pageStep());
    const double before = threadCpuMilliseconds();
    table()->viewport()->repaint();
    return threadCpuMilliseconds() - before;
}

} // namespace tongban::desktop
