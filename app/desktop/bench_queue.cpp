// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/bench_queue.h"

#include "app/desktop/bench_report.h"
#include "app/desktop/process_figures.h"
#include "app/desktop/sql_model_bench.h"
#include "app/desktop/window_probe.h"
#include "core/base/clock.h"
#include "core/bench/many_cases.h"
#include "core/bench/measure.h"
#include "core/service/acts/case_desk.h"
#include "core/service/cases/search.h"
#include "core/service/workspace/workspace_thread.h"
#include "ui/base/text.h"

#include <QApplication>
#include <QComboBox>
#include <QDate>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFuture>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>
#include <memory>

namespace tongban::desktop {

namespace {

constexpr int kStarts = 3;
constexpr int kJumps = 100;
constexpr int kPages = 30;
constexpr int kFrames = 300;
constexpr int kSaves = 40;
constexpr int kNamesAPiece = 20'000;
constexpr int kProcessPatience = 600'000;
constexpr std::uint64_t kDecidedCases = 20'000; ///< Of which the others are copies.

void note(const QString &text)
{
    std::fprintf(stderr, "%s\n", qPrintable(text));
}

/// A program of its own that says "ready" or figures, a line each.
QByteArray outputOf(const QStringList &arguments, double *milliseconds)
{
    QProcess process;
    QElapsedTimer timer;
    timer.start();
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), arguments);
    QByteArray output;
    while (process.waitForReadyRead(kProcessPatience)) {
        output += process.readAllStandardOutput();
        if (output.contains("ready\n") && milliseconds != nullptr && *milliseconds < 0)
            *milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    }
    process.waitForFinished(kProcessPatience);
    return output + process.readAllStandardOutput();
}

/// What a program of its own measures, a figure a line: its memory is then its own.
Figures figuresOf(const char *what, const QString &workspace, double *milliseconds = nullptr)
{
    Figures figures;
    const QByteArray output =
        outputOf({QStringLiteral("--bench"), QLatin1String(what), QStringLiteral("--workspace"), workspace},
                 milliseconds);
    for (const QByteArray &line : output.split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() == 2)
            figures[words[0].toStdString()] = words[1].toDouble();
    }
    return figures;
}

/// From the start of the program over the sign-in to rows that can be worked with; the worst of a few.
double coldStart(const QString &workspace)
{
    double worst = -1;
    for (int i = 0; i < kStarts; ++i) {
        double ready = -1;
        outputOf({QStringLiteral("--until-queue"), QStringLiteral("--workspace"), workspace}, &ready);
        worst = std::max(worst, ready);
    }
    return worst;
}

class QueueBench
{
public:
    QueueBench(service::WorkspaceThread &workspace, ui::MainWindow &window)
        : m_workspace(workspace), m_window(window), m_probe(window)
    {
    }

    bool run()
    {
        if (!m_probe.signIn())
            return false;
        makeSearchable();
        m_probe.forgetStalls();
        for (const auto &[name, part] :
             {std::pair{"lists", &QueueBench::lists}, std::pair{"filters", &QueueBench::filters},
              std::pair{"searches", &QueueBench::searches}, std::pair{"jumps", &QueueBench::jumps},
              std::pair{"saves", &QueueBench::saves}}) {
            (this->*part)();
            timed("stall", QLatin1String(name), m_probe.longestStall());
        }
        m_figures["memory"] = residentMegabytes();
        frames();
        return true;
    }

    const Figures &figures() const { return m_figures; }

private:
    template <typename Function>
    auto answer(Function function)
    {
        auto future = m_workspace.run(std::move(function));
        m_probe.until([&] { return future.isFinished(); });
        return future.result();
    }

    void worst(const char *name, double milliseconds)
    {
        double &kept = m_figures[name];
        kept = milliseconds < 0 || kept < 0 ? -1 : std::max(kept, milliseconds);
    }

    void timed(const char *name, const QString &what, double milliseconds)
    {
        note(QStringLiteral("%1 %2: %3 ms").arg(QLatin1String(name), what).arg(milliseconds, 0, 'f', 1));
        worst(name, milliseconds);
    }

    /// Names come into the search in the background; here it is waited for and timed.
    void makeSearchable()
    {
        QElapsedTimer timer;
        timer.start();
        bool isWhole = false;
        while (!isWhole) {
            const auto reach = answer(
                [](service::Workspace &workspace) { return service::growSearch(workspace, kNamesAPiece); });
            if (!reach) {
                m_figures["search_built"] = -1;
                return;
            }
            isWhole = reach->isWhole();
        }
        m_figures["search_built"] = static_cast<double>(timer.elapsed()) / 1000;
    }

    void lists()
    {
        for (const int index : {5, 0, 4, 0}) { // all, people, delivery, people
            timed("first_rows", m_probe.find<QComboBox>("queueLists")->itemText(index),
                  m_probe.showList(index));
            timed("first_rows_counted", QString(), m_probe.counted());
        }
    }

    /// What a person sees after a filter: rows, and how many there are. Kinds of cases have their totals;
    /// what a day bounds is counted, and says "..." until it is.
    void filtered(const QString &what, double rows, const char *counted = "filter_counted")
    {
        timed("filter", what, rows);
        timed(counted, what, m_probe.counted());
    }
    static const char *countedAs(const char *box)
    {
        return qstrcmp(box, "filterLight") == 0 ? "filter_by_day_counted" : "filter_counted";
    }

    void filters()
    {
        const int late = static_cast<int>(service::DueLight::Late);
        const int later = static_cast<int>(service::DueLight::Later);
        const std::vector<std::pair<const char *, QVariant>> people{
            {"filterHolder", ui::qt(service::kNobody)},
            {"filterDistrict", QString()},
            {"filterChannel", QStringLiteral("wechat")},
            {"filterField", QStringLiteral("taxi")},
            {"filterLight", late},
            {"filterLight", later}};
        m_probe.until([this] { return m_probe.find<QComboBox>("filterDistrict")->count() > 3; });
        for (const auto &[box, value] : people)
            filtered(QLatin1String(box) + QLatin1Char(' ') + value.toString(), m_probe.choose(box, value),
                     countedAs(box));
        // Among all cases: common, rare, by a limit and by a day.
        const std::vector<std::pair<const char *, QVariant>> all{{"filterOutcome", QStringLiteral("refused")},
                                                                 {"filterState", QStringLiteral("suspended")},
                                                                 {"filterChannel", QStringLiteral("wechat")},
                                                                 {"filterLight", late}};
        for (const auto &[box, value] : all) {
            m_probe.showList(0);
            m_probe.showList(5);
            filtered(QLatin1String("all: ") + QLatin1String(box) + QLatin1Char(' ') + value.toString(),
                     m_probe.choose(box, value), countedAs(box));
        }
        m_probe.showList(0);
        m_probe.showList(5);
        filtered(QStringLiteral("all: received this week"),
                 m_probe.type("filterFrom", QDate::currentDate().addDays(-7).toString(Qt::ISODate)),
                 "filter_by_day_counted");
        m_probe.showList(0);
    }

    void searches()
    {
        const auto lines = answer([](service::Workspace &workspace) {
            service::CaseQuery query;
            query.limit = 400;
            return service::listCases(workspace, query);
        });
        if (!lines || lines->empty())
            return worst("search", -1);
        const service::CaseLine &first = lines->front();
        const service::CaseLine &last = lines->back();
        const QString name = ui::qt(last.applicantName);
        for (const QString &words : {ui::qt(first.serial), ui::qt(last.applicantId), name, name.left(2),
                                     name.right(2), QStringLiteral("有限"), QStringLiteral("zw"),
                                     ui::qt(first.serial).section(QLatin1Char('-'), 3, 3)})
            timed("search", words, m_probe.search(words));
        m_probe.search(QString());
    }

    void jumps()
    {
        m_probe.showList(5);
        std::vector<double> pages;
        for (int i = 0; i < kPages; ++i)
            pages.push_back(m_probe.nextPage());
        m_figures["next_page_p99"] = percentile(pages, 99);
        std::vector<double> jumps;
        const int rows = m_probe.table()->model()->rowCount();
        for (int i = 1; i <= kJumps; ++i)
            jumps.push_back(m_probe.jumpTo(static_cast<int>((i * qint64{7919}) % rows)));
        m_figures["jump_p99"] = percentile(jumps, 99);
    }

    /// Claims and their ends, as a person makes them: each is on the disk when it is answered.
    void saves()
    {
        service::SignedIn person;
        person.account.name = "approver";
        person.account.roles = {permit::Role::Approver};
        const auto lines = answer([](service::Workspace &workspace) {
            service::CaseQuery query;
            query.queue = "people";
            query.limit = kSaves;
            return service::listCases(workspace, query);
        });
        if (!lines)
            return worst("save_p99", -1);
        std::vector<double> saves;
        for (const service::CaseLine &line : *lines) {
            QElapsedTimer timer;
            timer.start();
            permit::ActRequest visit;
            visit.act = permit::Act::CheckIn;
            visit.hall = "SZ";
            visit.reason = "bench";
            const auto outcome = answer([key = line.serial, visit](service::Workspace &workspace) {
                return service::actOnCase(workspace, key, {"clerk", permit::Role::Clerk, {}}, visit);
            });
            if (outcome && outcome->refusals.empty())
                saves.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
        m_figures["save_p99"] = percentile(saves, 99);
    }

    void frames()
    {
        m_probe.showList(0);
        m_probe.showList(5);
        for (int i = 0; i < kPages; ++i)
            m_probe.nextPage();
        std::vector<double> frames;
        for (int i = 0; i < kFrames; ++i)
            frames.push_back(m_probe.framePaint());
        m_figures["frame_cpu_p99"] = percentile(frames, 99);
    }

    service::WorkspaceThread &m_workspace;
    ui::MainWindow &m_window;
    WindowProbe m_probe;
    Figures m_figures;
};

Result<> makeStore(const QString &folder, std::int64_t cases)
{
    bench::YearPlan plan;
    plan.folder = std::filesystem::path(folder.toStdU16String());
    plan.resources = TRY(service::findResources());
    plan.applications = std::min<std::uint64_t>(kDecidedCases, static_cast<std::uint64_t>(cases));
    plan.say = [](std::string_view step) {
        note(ui::qt(step));
    };
    const SystemClock clock;
    TRY(bench::makeManyCases(plan, clock, cases));
    return {};
}

/// The window's part, in a program that has done nothing else.
int benchWindow(const QString &workspace)
{
    const SystemClock clock;
    service::WorkspaceThread thread([&]() -> Result<std::unique_ptr<service::Workspace>> {
        return service::Workspace::open(std::filesystem::path(workspace.toStdU16String()),
                                        TRY(service::findResources()), service::OpenMode::Write, clock);
    });
    ui::Theme theme;
    ui::MainWindow window(thread, theme, approval::Language::Chinese);
    window.resize(1440, 900);
    window.show();
    QueueBench bench(thread, window);
    if (!bench.run()) {
        note(QStringLiteral("tongban: the list did not appear; the workspace has to be a demonstration"));
        return 2;
    }
    for (const auto &[name, value] : bench.figures())
        printFigure(name.c_str(), value);
    return 0;
}

} // namespace

int benchQueue(const BenchOptions &options)
{
    if (options.what == QLatin1String("sql-model"))
        return benchSqlModel(options.workspace);
    if (options.what == QLatin1String("queue-window"))
        return benchWindow(options.workspace);
    if (options.what != QLatin1String("queue")) {
        note(QStringLiteral("tongban: --bench knows \"queue\""));
        return 2;
    }
    const QTemporaryDir scratch;
    const QString folder = options.workspace.isEmpty() ? scratch.path() : options.workspace;
    QString workspace = QDir(folder).filePath(QStringLiteral("workspace"));
    if (QFile::exists(QDir(folder).filePath(QStringLiteral("store.sqlite"))))
        workspace = folder;
    if (!QFile::exists(QDir(workspace).filePath(QStringLiteral("store.sqlite")))) {
        QDir().mkpath(folder);
        const auto made = makeStore(folder, options.cases);
        if (!made) {
            note(ui::qt(made.error().detail));
            return 2;
        }
    }
    note(QStringLiteral("starting the program"));
    const double start = coldStart(workspace);
    note(QStringLiteral("working on the list"));
    Figures figures = figuresOf("queue-window", workspace);
    figures["cold_start"] = start;
    note(QStringLiteral("the same with QSqlTableModel"));
    double referenceStart = -1;
    Figures reference = figuresOf("sql-model", workspace, &referenceStart);
    reference["cold_start"] = referenceStart;
    return printReport(figures, reference, options.json);
}

} // namespace tongban::desktop
