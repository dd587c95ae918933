// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The one place that knows Qt's SQL: what the product is measured against, never what it uses.

#include "app/desktop/sql_model_bench.h"

#include "app/desktop/process_figures.h"
#include "app/desktop/window_probe.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QScrollBar>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QSqlTableModel>
#include <QTableView>
#include <QWindow>

#include <cstdio>

namespace tongban::desktop {

namespace {

constexpr int kFrames = 200;
constexpr qint64 kJumpPatience = 30'000;

double since(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double select(QSqlTableModel &model, QTableView &view, const QString &filter)
{
    QElapsedTimer timer;
    timer.start();
    model.setFilter(filter);
    model.select();
    view.viewport()->repaint();
    return since(timer);
}

/// To the end, the way a person drags the bar: the model has to read everything that lies between.
double jumpToEnd(QSqlTableModel &model, QTableView &view)
{
    QElapsedTimer timer;
    timer.start();
    while (model.canFetchMore() && timer.elapsed() < kJumpPatience)
        model.fetchMore();
    view.scrollToBottom();
    view.viewport()->repaint();
    return since(timer);
}

} // namespace

int benchSqlModel(const QString &workspace)
{
    if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QSQLITE")))
        return 2;
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
    database.setDatabaseName(workspace + QStringLiteral("/store.sqlite"));
    database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
    if (!database.open())
        return 2;
    QSqlTableModel model(nullptr, database);
    QTableView view;
    view.resize(720, 800);
    view.verticalHeader()->hide();
    view.show();
    while (!view.windowHandle()->isExposed())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    QElapsedTimer timer;
    timer.start();
    model.setTable(QStringLiteral("permit_case"));
    model.setSort(model.fieldIndex(QStringLiteral("no")), Qt::DescendingOrder);
    view.setModel(&model);
    model.select();
    view.viewport()->repaint();
    printFigure("first_rows", since(timer));
    const QString name = model.record(100).value(QStringLiteral("applicant_name")).toString();
    const QString number = model.record(100).value(QStringLiteral("applicant_id")).toString();
    printFigure("filter", select(model, view, QStringLiteral("district = 440304 AND item_version = 1")));
    double worst = select(model, view, QStringLiteral("applicant_name LIKE '%%1%'").arg(name.right(2)));
    worst = std::max(worst, select(model, view, QStringLiteral("applicant_id = '%1'").arg(number)));
    printFigure("search", worst);
    select(model, view, {});
    std::vector<double> frames;
    for (int i = 0; i < kFrames; ++i) {
        view.verticalScrollBar()->setValue((i * 20) % std::max(1, view.verticalScrollBar()->maximum()));
        const double before = threadCpuMilliseconds();
        view.viewport()->repaint();
        frames.push_back(threadCpuMilliseconds() - before);
    }
    printFigure("frame_cpu_p99", percentile(frames, 99));
    printFigure("memory", residentMegabytes());
    printFigure("jump", jumpToEnd(model, view));
    printFigure("memory_after_jump", residentMegabytes());
    return 0;
}

} // namespace tongban::desktop
