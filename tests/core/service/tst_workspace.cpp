// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/service/office.h"

#include <QTest>

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace tests;
using namespace tongban;
using namespace tongban::service;
using permit::Act;
using permit::Role;

namespace {

/// Something mounted for the time of a test; needs the right to mount.
class Mount
{
public:
    static std::unique_ptr<Mount> smallDisk(const std::filesystem::path &path, const char *options)
    {
        std::filesystem::create_directories(path);
        return ::mount("tmpfs", path.c_str(), "tmpfs", 0, options) == 0 ? std::make_unique<Mount>(path)
                                                                        : nullptr;
    }

    /// The folder itself once more, read-only: unlike file modes this binds the superuser too.
    static std::unique_ptr<Mount> readOnly(const std::filesystem::path &path)
    {
        if (::mount(path.c_str(), path.c_str(), nullptr, MS_BIND, nullptr) != 0)
            return nullptr;
        auto mount = std::make_unique<Mount>(path);
        const bool done =
            ::mount(nullptr, path.c_str(), nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr) == 0;
        return done ? std::move(mount) : nullptr;
    }

    explicit Mount(std::filesystem::path path) : m_path(std::move(path)) { }
    Mount(const Mount &) = delete;
    Mount &operator=(const Mount &) = delete;
    ~Mount() { ::umount2(m_path.c_str(), MNT_DETACH); }

private:
    std::filesystem::path m_path;
};

bool isRoot()
{
    return ::geteuid() == 0;
}

permit::ActRequest accept()
{
    permit::ActRequest request;
    request.act = Act::Accept;
    return request;
}

} // namespace

/// The folder, the store and the clock when they are not as they should be: a clear message, nothing lost.
class TstWorkspace : public QObject
{
    Q_OBJECT

private slots:
    void aFolderHoldsOneWorkspace();
    void anInterruptedCreationCanBeRepeated();
    void aFolderWithoutOneIsNotFound();
    void aStoreOfANewerVersionIsLeftAlone();
    void aFileThatIsNoStoreIsLeftAlone();
    void aClockSetBackADayStampsNothing();
    void aClockSetBackIsNoticedByAProgramThatKeepsRunning();
    void aSmallCorrectionOfTheClockIsNoFault();
    void aClockSetForwardADayStampsNothingUntilItIsAccepted();
    void aClockIsNotComparedOverAStartOfTheMachine();
    void aReadOnlyFolderIsReadAndNotWritten();
    void aFullDiskKeepsWhatWasCommitted();
    void twoProcessesWriteInTurn();
};

void TstWorkspace::aFolderHoldsOneWorkspace()
{
    Office office;
    const auto second =
        Workspace::create(office.folder(), Office::resources(), WorkspaceKind::Production, office.clock);
    QVERIFY_FAILS(second, ErrorCode::Conflict);
    office.reopen();
    QCOMPARE(office.workspace().kind(), WorkspaceKind::Demo);
}

void TstWorkspace::anInterruptedCreationCanBeRepeated()
{
    Office office;
    office.close();
    std::filesystem::remove(office.folder() / "workspace.json"); // written last
    const auto again =
        Workspace::create(office.folder(), Office::resources(), WorkspaceKind::Demo, office.clock);
    QVERIFY_OK(again);
}

void TstWorkspace::aFolderWithoutOneIsNotFound()
{
    const TemporaryDirectory folder;
    const FixedClock clock(at("2026-11-23T09:00:00+08:00"));
    const auto opened = Workspace::open(folder.path(), Office::resources(), OpenMode::Read, clock);
    QVERIFY_FAILS(opened, ErrorCode::NotFound);
    QVERIFY(opened.error().detail.find("tongbanctl init") != std::string::npos);
}

void TstWorkspace::aStoreOfANewerVersionIsLeftAlone()
{
    Office office;
    office.takeIn({{.person = 1}});
    office.close();
    const auto store = office.folder() / "store.sqlite";
    const std::string version = askSql(store, "PRAGMA user_version");
    askSql(store, "PRAGMA user_version = 99");
    for (const OpenMode mode : {OpenMode::Read, OpenMode::Write}) {
        const auto opened = Workspace::open(office.folder(), Office::resources(), mode, office.clock);
        QVERIFY_FAILS(opened, ErrorCode::Conflict);
        QVERIFY2(opened.error().detail.find("newer") != std::string::npos, opened.error().detail.c_str());
    }
    QCOMPARE(askSql(store, "SELECT count(*) FROM permit_case"), std::string("1"));
    askSql(store, "PRAGMA user_version = " + version);
    office.reopen();
    QVERIFY(office.audit().isSound());
}

void TstWorkspace::aFileThatIsNoStoreIsLeftAlone()
{
    Office office;
    office.close();
    const auto store = office.directory().write("office/store.sqlite", "this is a letter, not a database\n");
    const auto opened = Workspace::open(office.folder(), Office::resources(), OpenMode::Write, office.clock);
    QVERIFY_FAILS(opened, ErrorCode::Corrupted);
    QCOMPARE(readFile(store), std::string("this is a letter, not a database\n"));
}

void TstWorkspace::aClockSetBackADayStampsNothing()
{
    Office office;
    office.importRegisters({{.person = 1}});
    office.takeIn({{.person = 1}, {.person = 2}});
    const std::string ends = office.ends();
    office.clock.set(at("2026-11-22T09:00:00+08:00"));
    office.reopen();
    const auto work = must(Worker::open(office.workspace()))->run({});
    QVERIFY_FAILS(work, ErrorCode::Conflict);
    QVERIFY(work.error().detail.find("Set the clock") != std::string::npos);
    const auto intake = service::takeIn(office.workspace(), office.writeFile("a.jsonl", {}), {});
    QVERIFY_FAILS(intake, ErrorCode::Conflict);
    const auto act =
        actOnCase(office.workspace(), office.serialOf(2), {"clerk-1", Role::Clerk, {}}, accept());
    QVERIFY_FAILS(act, ErrorCode::Conflict);
    QCOMPARE(office.ends(), ends);
    office.clock.set(at("2026-11-23T09:00:01+08:00"));
    QCOMPARE(office.work().granted, std::int64_t{1});
}

void TstWorkspace::aClockSetBackIsNoticedByAProgramThatKeepsRunning()
{
    Office office;
    office.takeIn({{.person = 1}});
    auto other = must(Workspace::open(office.folder(), Office::resources(), OpenMode::Write, office.clock));
    office.clock.set(at("2026-11-24T09:00:00+08:00"));
    must(actOnCase(office.workspace(), office.serialOf(1), {"clerk-1", Role::Clerk, {}}, accept()));
    office.clock.set(at("2026-11-23T12:00:00+08:00")); // later than anything `other` has stamped
    QVERIFY_FAILS(other->stamp(), ErrorCode::Conflict);
}

void TstWorkspace::aSmallCorrectionOfTheClockIsNoFault()
{
    Office office;
    office.takeIn({{.person = 1}});
    office.clock.set(at("2026-11-23T08:59:59+08:00"));
    const ActOutcome outcome = office.act(1, "clerk-1", Role::Clerk, accept());
    QCOMPARE(problemsOf(outcome), std::string());
    QVERIFY(office.story(1).events.back().at >= office.story(1).events.front().at);
}

void TstWorkspace::aClockSetForwardADayStampsNothingUntilItIsAccepted()
{
    using namespace std::chrono_literals;
    Office office;
    office.clock.setSinceBoot(BootTime{"first", 5min});
    office.takeIn({{.person = 1}});
    // A night passes: both clocks go on together.
    office.clock.advance(14h);
    office.clock.setSinceBoot(BootTime{"first", 14h + 5min});
    QCOMPARE(problemsOf(office.act(1, "clerk-1", Role::Clerk, accept())), std::string());
    // Somebody sets the clock; in this process and in the next one nothing is stamped.
    office.clock.advance(24h);
    const std::string ends = office.ends();
    for (int process = 1; process <= 2; ++process) {
        const auto stamped = office.workspace().stamp();
        QVERIFY_FAILS(stamped, ErrorCode::Conflict);
        QVERIFY(stamped.error().detail.find("1440 minutes forward") != std::string::npos);
        QCOMPARE(must(office.workspace().clockStep()), std::chrono::milliseconds(24h));
        office.reopen();
    }
    QVERIFY_FAILS(must(Worker::open(office.workspace()))->run({}), ErrorCode::Conflict);
    QCOMPARE(office.ends(), ends);
    // Set right, work goes on; or it was right, and somebody says so.
    office.clock.advance(-24h);
    QVERIFY_OK(office.workspace().stamp());
    office.clock.advance(24h);
    QVERIFY_OK(office.workspace().acceptClock());
    office.reopen();
    QVERIFY_OK(office.workspace().stamp());
    QCOMPARE(must(office.workspace().clockStep()), std::chrono::milliseconds(0));
}

void TstWorkspace::aClockIsNotComparedOverAStartOfTheMachine()
{
    using namespace std::chrono_literals;
    Office office;
    office.clock.setSinceBoot(BootTime{"first", 300min});
    office.takeIn({{.person = 1}});
    office.clock.advance(72h);
    office.clock.setSinceBoot(BootTime{"second", 1min});
    QVERIFY_OK(office.workspace().stamp());
}

void TstWorkspace::aReadOnlyFolderIsReadAndNotWritten()
{
    Office office;
    office.takeIn({{.person = 1}});
    const std::string serial = office.serialOf(1);
    office.close();
    askSql(office.folder() / "store.sqlite", "PRAGMA wal_checkpoint(TRUNCATE)");
    std::unique_ptr<Mount> mount;
    if (isRoot()) {
        mount = Mount::readOnly(office.folder());
        if (!mount)
            QSKIP("a superuser who may not mount cannot make a folder read-only for itself");
    } else {
        ::chmod(office.folder().c_str(), 0555);
    }
    const auto writing = Workspace::open(office.folder(), Office::resources(), OpenMode::Write, office.clock);
    QVERIFY_FAILS(writing, ErrorCode::Denied);
    QVERIFY(!writing.error().detail.empty());
    const auto reading = Workspace::open(office.folder(), Office::resources(), OpenMode::Read, office.clock);
    QVERIFY_OK(reading);
    QVERIFY_OK(caseStory(**reading, serial, approval::Language::English));
    QVERIFY(must(auditChains(**reading, {})).isSound());
    mount.reset();
    ::chmod(office.folder().c_str(), 0755);
}

void TstWorkspace::aFullDiskKeepsWhatWasCommitted()
{
    const TemporaryDirectory folder;
    std::unique_ptr<Mount> disk = Mount::smallDisk(folder / "disk", "size=6m");
    if (!disk)
        QSKIP("mounting a small file system needs root; the limit of a file is tested with the store");
    const FixedClock clock(at("2026-11-23T09:00:00+08:00"));
    const auto office = folder / "disk/office";
    auto workspace = must(Workspace::create(office, Office::resources(), WorkspaceKind::Demo, clock));
    std::string text;
    for (int i = 1; i <= 12000; ++i)
        text += ApplicationLine{.person = i}.text() + '\n';
    const auto file = folder.write("applications.jsonl", text);
    IntakeOptions options;
    options.linesPerCommit = 200;
    const auto full = service::takeIn(*workspace, file, options);
    QVERIFY_FAILS(full, ErrorCode::Unavailable);
    QVERIFY(!full.error().detail.empty());
    const Status status = must(statusOf(*workspace));
    QVERIFY(status.all.cases > 0 && status.all.cases < 12000);
    QCOMPARE(status.all.cases % 200, std::int64_t{0});
    workspace.reset();

    QVERIFY(::mount("tmpfs", (folder / "disk").c_str(), "tmpfs", MS_REMOUNT, "size=200m") == 0);
    workspace = must(Workspace::open(office, Office::resources(), OpenMode::Write, clock));
    const IntakeReport report = must(service::takeIn(*workspace, file, options));
    QVERIFY(report.finished);
    QVERIFY(report.resumed);
    QCOMPARE(report.accepted, std::int64_t{12000});
    QVERIFY(must(auditChains(*workspace, {})).isSound());
    workspace.reset();
}

void TstWorkspace::twoProcessesWriteInTurn()
{
    Office office;
    std::vector<ApplicationLine> lines;
    for (int i = 1; i <= 20; ++i)
        lines.push_back({.person = i});
    office.takeIn(lines);
    auto other = must(Workspace::open(office.folder(), Office::resources(), OpenMode::Write, office.clock));
    for (int i = 1; i <= 20; ++i) {
        Workspace &mine = i % 2 == 0 ? office.workspace() : *other;
        const auto outcome =
            must(actOnCase(mine, office.serialOf(i), {"clerk-1", Role::Clerk, {}}, accept()));
        QVERIFY(outcome.refusals.empty());
        QCOMPARE(must(caseStory(mine, office.serialOf(i), approval::Language::English)).state.acceptanceNo,
                 std::int64_t{i});
    }
    QVERIFY(office.audit().isSound());
}

QTEST_GUILESS_MAIN(TstWorkspace)
#include "tst_workspace.moc"
