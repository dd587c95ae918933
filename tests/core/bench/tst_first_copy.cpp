// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bench/bare_ledger.h"
#include "core/central/pull.h"
#include "core/service/cases/cases.h"
#include "core/service/cases/search.h"
#include "core/service/centre/centre_sync.h"
#include "tests/core/bench/centre_office.h"
#include "tests/core/bench/copy_contents.h"
#include "tests/support/paths.h"
#include "tests/support/result_checks.h"
#include "tests/support/temporary_directory.h"

#include <QTest>

#include <csignal>
#include <memory>
#include <sys/wait.h>
#include <unistd.h>

using namespace tongban;
using service::SyncReport;
using tests::TemporaryDirectory;

/// The first copy of a large district: put together without its reading indexes, cut off and killed on the
/// way, and in the end the same, row by row and hash by hash, as one that came page by page.
class TstFirstCopy : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aFirstCopyIsTheOneThatComesPageByPage();
    void aCopyThatWasStoppedGoesOnWhereItStood();
    void aCopyThatWasKilledAnywhereGoesOnWhereItStood();
    void theTailComesByTheOrdinaryWay();
    void aNameIsFoundUnderANumberThatWasGivenBack();

private:
    struct Desktop {
        std::filesystem::path folder;
        std::unique_ptr<service::Workspace> workspace;
        std::unique_ptr<service::CentreSync> sync;
    };

    Desktop opened(const std::string &name);
    Desktop joined(const std::string &name);
    SyncReport synced(Desktop &desktop, const service::SyncOptions &options = {});

    static constexpr std::int64_t kCases = 16'000;

    TemporaryDirectory m_folder;
    SystemClock m_clock;
    std::unique_ptr<bench::ScratchCentre> m_centre;
    std::int64_t m_acts = 0;
    QByteArray m_expected;
};

TstFirstCopy::Desktop TstFirstCopy::opened(const std::string &name)
{
    Desktop desktop;
    desktop.folder = m_folder / name;
    desktop.workspace = *service::Workspace::open(desktop.folder, tests::sourcePath("resources"),
                                                  service::OpenMode::Write, m_clock);
    desktop.sync = *service::CentreSync::open(*desktop.workspace);
    return desktop;
}

TstFirstCopy::Desktop TstFirstCopy::joined(const std::string &name)
{
    auto made = service::Workspace::create(m_folder / name, tests::sourcePath("resources"),
                                           service::WorkspaceKind::Training, m_clock);
    const auto done = service::joinCentre(
        **made, {m_centre->text(), {m_centre->desktop(0).district}, m_centre->desktop(1).device});
    if (!done)
        qFatal("%s", done.error().detail.c_str());
    made->reset();
    return opened(name);
}

SyncReport TstFirstCopy::synced(Desktop &desktop, const service::SyncOptions &options)
{
    auto report = desktop.sync->run(options);
    if (!report)
        qFatal("%s", report.error().detail.c_str());
    return *std::move(report);
}

void TstFirstCopy::initTestCase()
{
    bench::CentrePlan plan;
    plan.folder = std::filesystem::path("/tmp") / ("tongban-first-copy-" + std::to_string(getpid()));
    plan.resources = tests::sourcePath("resources");
    auto centre = bench::ScratchCentre::create(plan.folder, plan.resources, 2);
    QVERIFY_OK(centre);
    m_centre = std::make_unique<bench::ScratchCentre>(*std::move(centre));
    const auto acts = bench::makeLedger(plan, *m_centre, kCases);
    QVERIFY_OK(acts);
    m_acts = *acts;
    Desktop slow = joined("slow");
    service::SyncOptions options;
    options.aheadOfIndexes = false;
    QCOMPARE(synced(slow, options).pulled, m_acts);
    m_expected = tests::contents(slow.folder / "store.sqlite");
    QVERIFY(m_expected.size() > kCases * 1000);
}

void TstFirstCopy::aFirstCopyIsTheOneThatComesPageByPage()
{
    Desktop desktop = joined("whole");
    QCOMPARE(synced(desktop).pulled, m_acts);
    QVERIFY(tests::contents(desktop.folder / "store.sqlite") == m_expected);
    const auto status = service::syncStatus(*desktop.workspace);
    QVERIFY_OK(status);
    QCOMPARE((*status)->districts.front().n, m_acts);
    const auto reach = service::growSearch(*desktop.workspace, static_cast<int>(kCases));
    QVERIFY_OK(reach);
    QVERIFY(reach->isWhole());
}

void TstFirstCopy::aCopyThatWasStoppedGoesOnWhereItStood()
{
    Desktop desktop = joined("stopped");
    std::atomic<bool> stop = false;
    service::SyncOptions options;
    options.progress = {&stop, [&stop](std::int64_t done, std::int64_t) {
                            stop = done >= 10'000;
                        }};
    const std::int64_t first = synced(desktop, options).pulled;
    QVERIFY(first >= 10'000 && first < m_acts);
    QCOMPARE(synced(desktop).pulled, m_acts - first);
    QVERIFY(tests::contents(desktop.folder / "store.sqlite") == m_expected);
}

void TstFirstCopy::aCopyThatWasKilledAnywhereGoesOnWhereItStood()
{
    joined("killed");
    const auto store = m_folder / "killed" / "store.sqlite";
    SeededRandom random(static_cast<std::uint64_t>(getpid()));
    for (int round = 0; round < 8; ++round) {
        const pid_t child = fork();
        if (child == 0) {
            Desktop desktop = opened("killed");
            synced(desktop);
            _exit(0);
        }
        usleep(static_cast<useconds_t>(random.below(400'000)));
        kill(child, SIGKILL);
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
        // Whoever opens it meanwhile finds a store in which every statement works.
        QVERIFY_OK(service::Workspace::open(m_folder / "killed", tests::sourcePath("resources"),
                                            service::OpenMode::Read, m_clock));
    }
    Desktop desktop = opened("killed");
    QVERIFY(synced(desktop).isFinished());
    QVERIFY(tests::contents(store) == m_expected);
}

void TstFirstCopy::theTailComesByTheOrdinaryWay()
{
    Desktop desktop = opened("whole");
    auto connection = central::Connection::open(m_centre->text());
    QVERIFY_OK(connection);
    bench::ScratchDesktop &other = m_centre->desktop(0);
    const auto answers = central::push(*connection, other.district, other.device, other.next(3));
    QVERIFY_OK(answers);
    for (const central::Answer &answer : *answers)
        QCOMPARE(answer.outcome, std::string("applied"));
    QCOMPARE(synced(desktop).pulled, std::int64_t{3});
    const auto head = central::heads(*connection);
    QVERIFY_OK(head);
    const auto status = service::syncStatus(*desktop.workspace);
    QVERIFY_OK(status);
    for (const central::CentralHead &one : *head)
        if (one.position.district == other.district)
            QCOMPARE((*status)->districts.front().hash, one.position.hash.hex());
}

/// The centre has the paper from another window: the case here goes, and the next one gets its number.
void TstFirstCopy::aNameIsFoundUnderANumberThatWasGivenBack()
{
    Desktop desktop = opened("whole");
    synced(desktop);
    bench::ScratchDesktop &other = m_centre->desktop(0);
    const auto found = [&](const std::string &name) {
        while (!service::growSearch(*desktop.workspace, 1000)->isWhole()) { }
        service::CaseQuery query;
        query.words = name;
        return service::listCases(*desktop.workspace, query)->size();
    };
    const std::vector<central::Command> command = other.next(1);
    QVERIFY(tests::takeInPaper(*desktop.workspace, other.district,
                               other.device.text() + '-' + std::to_string(other.sequence), "欧阳青云"));
    QCOMPARE(found("欧阳青云"), std::size_t{1});
    auto connection = central::Connection::open(m_centre->text());
    QVERIFY_OK(connection);
    QVERIFY_OK(central::push(*connection, other.district, other.device, command));
    QCOMPARE(synced(desktop).attention, std::int64_t{1});
    QCOMPARE(found("欧阳青云"), std::size_t{0});
    QVERIFY(tests::takeInPaper(*desktop.workspace, other.district, "PAPER-2", "司马长风"));
    QCOMPARE(found("司马长风"), std::size_t{1});
}

QTEST_GUILESS_MAIN(TstFirstCopy)
#include "tst_first_copy.moc"
