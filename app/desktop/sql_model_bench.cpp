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
constexpr int kPages = 30;
constexpr int kSaves = 40;
constexpr qint64 kJumpPatience = 30'000;

double since(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Qt's model on one table, in a view of the size of ours.
class SqlModelBench
{
public:
    explicit SqlModelBench(const QSqlDatabase &database) : m_model(nullptr, database)
    {
        m_view.resize(720, 800);
        m_view.verticalHeader()->hide();
        m_view.show();
        while (!m_view.windowHandle()->isExposed())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

    void run();

private:
    double select(const QString &filter);
    double selectAndCount(const QString &filter);
    double nextPage();
    double toTheEnd();
    QString number(const char *word) const;
    void filters();
    void searches();
    void frames();
    void saves();

    QSqlTableModel m_model;
    QTableView m_view;
    double m_stall = 0; ///< Every select is one: the model reads in the thread of the window.
};

double SqlModelBench::select(const QString &filter)
{
    QElapsedTimer timer;
    timer.start();
    m_model.setFilter(filter);
    m_model.select();
    m_view.viewport()->repaint();
    m_stall = std::max(m_stall, since(timer));
    return since(timer);
}

/// The model knows how many rows there are once it has read the last one.
double SqlModelBench::toTheEnd()
{
    QElapsedTimer timer;
    timer.start();
    while (m_model.canFetchMore() && timer.elapsed() < kJumpPatience)
        m_model.fetchMore();
    return since(timer);
}

double SqlModelBench::selectAndCount(const QString &filter)
{
    return select(filter) + toTheEnd();
}

double SqlModelBench::nextPage()
{
    QElapsedTimer timer;
    timer.start();
    m_model.fetchMore();
    return since(timer);
}

/// Words of the store by their numbers.
QString SqlModelBench::number(const char *word) const
{
    QSqlTableModel words(nullptr, m_model.database());
    words.setTable(QStringLiteral("vocabulary"));
    words.setFilter(QStringLiteral("word = '%1'").arg(QLatin1String(word)));
    words.select();
    return words.record(0).value(QStringLiteral("no")).toString();
}

/// In the queue of the people, which has its own index as ours has.
void SqlModelBench::filters()
{
    m_model.setTable(QStringLiteral("case_state"));
    m_model.setSort(m_model.fieldIndex(QStringLiteral("due")), Qt::AscendingOrder);
    const QString people = QStringLiteral("queue = %1").arg(number("people"));
    const QString wechat = people + QStringLiteral(" AND channel = %1").arg(number("wechat"));
    const QString suspended = people + QStringLiteral(" AND state = %1").arg(number("suspended"));
    double rows = 0;
    double counted = 0;
    for (const QString &filter :
         {QString(people + QStringLiteral(" AND district = 440304")), wechat, suspended}) {
        rows = std::max(rows, select(filter));
        counted = std::max(counted, selectAndCount(filter));
    }
    printFigure("filter", rows);
    printFigure("filter_counted", counted);
    m_model.setTable(QStringLiteral("permit_case"));
    m_model.setSort(m_model.fieldIndex(QStringLiteral("no")), Qt::DescendingOrder);
    select({});
}

void SqlModelBench::searches()
{
    const QString name = m_model.record(100).value(QStringLiteral("applicant_name")).toString();
    const QString number = m_model.record(100).value(QStringLiteral("applicant_id")).toString();
    double worst = select(QStringLiteral("applicant_name LIKE '%%1%'").arg(name.right(2)));
    worst = std::max(worst, select(QStringLiteral("applicant_id = '%1'").arg(number)));
    printFigure("search", worst);
    select({});
}

void SqlModelBench::frames()
{
    std::vector<double> frames;
    for (int i = 0; i < kFrames; ++i) {
        m_view.verticalScrollBar()->setValue((i * 20) % std::max(1, m_view.verticalScrollBar()->maximum()));
        const double before = threadCpuMilliseconds();
        m_view.viewport()->repaint();
        frames.push_back(threadCpuMilliseconds() - before);
    }
    printFigure("frame_cpu_p99", percentile(frames, 99));
}

/// A row of a visit each, with its commit, and away again.
void SqlModelBench::saves()
{
    QSqlTableModel visits(nullptr, m_model.database());
    visits.setTable(QStringLiteral("visit"));
    visits.setFilter(QStringLiteral("hall = 'bench-reference'"));
    visits.setEditStrategy(QSqlTableModel::OnManualSubmit);
    visits.select();
    std::vector<double> saves;
    for (int i = 0; i < kSaves; ++i) {
        QSqlRecord record = visits.record();
        record.setValue(QStringLiteral("case_no"), i + 1);
        record.setValue(QStringLiteral("at"), 0);
        for (const char *text : {"hall_window", "purpose", "reason"})
            record.setValue(QLatin1String(text), QStringLiteral("bench"));
        record.setValue(QStringLiteral("hall"), QStringLiteral("bench-reference"));
        record.setGenerated(QStringLiteral("no"), false);
        QElapsedTimer timer;
        timer.start();
        if (visits.insertRecord(-1, record) && visits.submitAll())
            saves.push_back(since(timer));
    }
    printFigure("save_p99", percentile(saves, 99));
    visits.removeRows(0, visits.rowCount());
    visits.submitAll();
}

void SqlModelBench::run()
{
    QElapsedTimer timer;
    timer.start();
    m_model.setTable(QStringLiteral("permit_case"));
    m_model.setSort(m_model.fieldIndex(QStringLiteral("no")), Qt::DescendingOrder);
    m_view.setModel(&m_model);
    m_model.select();
    m_view.viewport()->repaint();
    std::printf("ready\n");
    std::fflush(stdout);
    printFigure("first_rows", since(timer));
    std::vector<double> pages;
    for (int i = 0; i < kPages; ++i)
        pages.push_back(nextPage());
    printFigure("next_page_p99", percentile(pages, 99));
    filters();
    searches();
    saves();
    frames();
    printFigure("stall", m_stall);
    printFigure("memory", residentMegabytes());
    // To the end, the way a person drags the bar: the model has to read everything that lies between, and
    // only then knows how much there is.
    const double end = toTheEnd();
    printFigure("first_rows_counted", end);
    m_view.scrollToBottom();
    m_view.viewport()->repaint();
    printFigure("jump", end);
    printFigure("memory_after_jump", residentMegabytes());
}

} // namespace

int benchSqlModel(const QString &workspace)
{
    if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QSQLITE")))
        return 2;
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
    database.setDatabaseName(workspace + QStringLiteral("/store.sqlite"));
    if (!database.open())
        return 2;
    SqlModelBench(database).run();
    return 0;
}

} // namespace tongban::desktop
