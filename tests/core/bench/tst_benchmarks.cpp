// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bench/benchmarks.h"
#include "core/service/cases/cases.h"
#include "core/service/decision/rehearsal.h"
#include "core/service/figures/status.h"
#include "tests/support/paths.h"
#include "tests/support/result_checks.h"
#include "tests/support/temporary_directory.h"

#include <QTest>

#include <algorithm>

using namespace tongban;
using tests::TemporaryDirectory;

/// What the benchmarks measure is real work: the figures are not judged here, the counts behind them are.
class TstBenchmarks : public QObject
{
    Q_OBJECT

private slots:
    void aYearIsTakenInDecidedAndComparedWithBareWriting();
    void aReplayJudgesEveryDecisionOfTheYear();
    void everyWaitingCaseIsDecidedOnceAndNothingIsWritten();
    void aFolderInUseIsLeftAlone();

private:
    static bench::YearPlan plan(const std::filesystem::path &folder)
    {
        bench::YearPlan made;
        made.folder = folder;
        made.resources = tests::sourcePath("resources");
        made.applications = 400;
        made.threads = 1;
        return made;
    }

    static double valueOf(const std::vector<bench::Measure> &measures, std::string_view name)
    {
        const auto found = std::ranges::find(measures, name, &bench::Measure::name);
        return found == measures.end() ? -1 : found->value;
    }

    FixedClock m_clock{*parseIsoTimestamp("2026-11-23T10:00:00+08:00")};
};

void TstBenchmarks::aYearIsTakenInDecidedAndComparedWithBareWriting()
{
    const TemporaryDirectory folder;
    const auto measures = bench::benchYear(plan(folder.path()), m_clock);
    QVERIFY_OK(measures);
    const auto workspace = service::Workspace::open(folder / "workspace", tests::sourcePath("resources"),
                                                    service::OpenMode::Read, m_clock);
    QVERIFY_OK(workspace);
    const auto status = service::statusOf(**workspace);
    QVERIFY_OK(status);
    QVERIFY(status->all.cases > 300);
    QCOMPARE(status->all.untouched, std::int64_t{0});
    QCOMPARE(valueOf(*measures, "year.cases"), static_cast<double>(status->all.cases));
    QCOMPARE(valueOf(*measures, "year.decisions"), static_cast<double>(status->decisions));
    QCOMPARE(valueOf(*measures, "year.events"), static_cast<double>(status->events));
    const auto total = std::ranges::find(*measures, "year.total", &bench::Measure::name);
    QVERIFY(total != measures->end());
    QVERIFY(total->ratio() && *total->ratio() > 0);
    QVERIFY(!std::filesystem::exists(folder / "bare.sqlite"));
}

void TstBenchmarks::aReplayJudgesEveryDecisionOfTheYear()
{
    const TemporaryDirectory folder;
    const auto replay = bench::benchReplay(plan(folder.path()), m_clock);
    QVERIFY_OK(replay);
    const auto workspace = service::Workspace::open(folder / "workspace", tests::sourcePath("resources"),
                                                    service::OpenMode::Read, m_clock);
    QVERIFY_OK(workspace);
    const auto status = service::statusOf(**workspace);
    QVERIFY_OK(status);
    QCOMPARE(valueOf(*replay, "replay.decisions"), static_cast<double>(status->decisions));
}

void TstBenchmarks::everyWaitingCaseIsDecidedOnceAndNothingIsWritten()
{
    const TemporaryDirectory folder;
    auto year = bench::makeYear(plan(folder.path()), m_clock);
    QVERIFY_OK(year);
    QVERIFY_OK(bench::takeInYear(*year, plan(folder.path())));
    const auto before = service::statusOf(*year->workspace);
    QVERIFY_OK(before);
    const auto rehearsal = service::Rehearsal::open(*year->workspace);
    QVERIFY_OK(rehearsal);
    const auto waiting = (*rehearsal)->waiting(1000);
    QVERIFY_OK(waiting);
    QCOMPARE(static_cast<std::int64_t>(waiting->size()), before->all.untouched);
    std::int64_t granted = 0;
    for (const std::int64_t no : *waiting) {
        const auto decided = (*rehearsal)->decide(no);
        QVERIFY_OK(decided);
        granted += decided->outcome == approval::Outcome::Grant;
    }
    const auto after = service::statusOf(*year->workspace);
    QVERIFY_OK(after);
    QCOMPARE(after->events, before->events);
    QCOMPARE(after->decisions, std::int64_t{0});
    // What was rehearsed is what the worker then does.
    QVERIFY_OK(bench::decideYear(*year, plan(folder.path())));
    const auto decided = service::statusOf(*year->workspace);
    QVERIFY_OK(decided);
    QCOMPARE(decided->all.granted, granted);
}

void TstBenchmarks::aFolderInUseIsLeftAlone()
{
    const TemporaryDirectory folder;
    QVERIFY_OK(bench::makeYear(plan(folder.path()), m_clock));
    const auto again = bench::benchYear(plan(folder.path()), m_clock);
    QVERIFY(!again.has_value());
    QCOMPARE(again.error().code, ErrorCode::Conflict);
}

QTEST_GUILESS_MAIN(TstBenchmarks)
#include "tst_benchmarks.moc"
