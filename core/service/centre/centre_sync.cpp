// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/centre/centre_sync.h"

#include "core/central/device.h"
#include "core/service/centre/centre_session.h"
#include "core/service/centre/claim_sync.h"
#include "core/service/centre/district_sync.h"
#include "core/service/centre/duplicate_marks.h"
#include "core/service/centre/standing_renewal.h"
#include "core/service/workspace/worker_lock.h"
#include "core/service/workspace/workspace_parts.h"
#include "core/storage/bulk_load.h"

#include <algorithm>

namespace tongban::service {

namespace {

const central::CentralHead *headOf(const std::vector<central::CentralHead> &heads, int district)
{
    const auto found = std::ranges::find(
        heads, district, [](const central::CentralHead &head) { return head.position.district; });
    return found == heads.end() ? nullptr : &*found;
}

struct Greeted {
    JoinedCentre centre;
    int schemaVersion = 0;
};

Result<Greeted> greet(central::Connection &connection, const std::string &text, const std::string &device,
                      const Clock &clock)
{
    const Timestamp before = clock.now();
    const central::Greeting greeting = TRY(central::hello(connection));
    if (greeting.schemaVersion < kLeastCentreSchema)
        return fail(
            ErrorCode::Unavailable,
            "the centre's schema is older than this program needs; its administrator has to migrate it");
    const auto travel = (clock.now() - before) / 2;
    return Greeted{{text, greeting.account, greeting.kind, device,
                    std::chrono::duration_cast<std::chrono::milliseconds>(greeting.now - (before + travel))},
                   greeting.schemaVersion};
}

} // namespace

Result<> joinCentre(Workspace &workspace, const JoinRequest &request)
{
    Workspace::Parts &parts = workspace.parts();
    if (!parts.joined && TRY(parts.store->cases().count()) > 0)
        return fail(ErrorCode::Conflict,
                    "the workspace has cases of its own; make a new one for working with a centre");
    central::Connection connection = TRY(central::Connection::open(request.connect, request.password));
    JoinedCentre centre =
        TRY(greet(connection, request.connect, request.device.text(), workspace.clock())).centre;
    if (parts.joined && parts.joined->account != centre.account)
        return fail(ErrorCode::Conflict, "the workspace belongs to the account " + parts.joined->account);
    const auto heads = TRY(central::heads(connection));
    auto transaction = TRY(parts.store->begin());
    for (const int district : request.districts) {
        if (headOf(heads, district) == nullptr)
            return fail(ErrorCode::NotFound,
                        "the login may not read district " + std::to_string(district) + " of the centre");
        if (TRY(parts.store->replica().of(district)))
            continue;
        storage::ReplicaRow row;
        row.district = district;
        row.device = request.device;
        row.nextSequence = TRY(central::nextSequence(connection, district, request.device));
        TRY(parts.store->replica().put(row));
    }
    TRY(keepJoinedCentre(*parts.store, centre));
    TRY(transaction.commit());
    parts.joined = std::move(centre);
    return {};
}

Result<> noticeCentre(Workspace &workspace)
{
    workspace.parts().joined = TRY(readJoinedCentre(*workspace.parts().store));
    return {};
}

CentreSync::CentreSync(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) { }

CentreSync::~CentreSync() = default;

Result<std::unique_ptr<CentreSync>> CentreSync::open(Workspace &workspace, std::string password)
{
    if (!workspace.parts().joined)
        return fail(ErrorCode::Conflict, "the workspace belongs to no centre; see 'tongbanctl sync --help'");
    auto lock = std::make_unique<WorkspaceLock>(TRY(lockForSync(workspace.folder())));
    return std::unique_ptr<CentreSync>(new CentreSync(
        std::unique_ptr<Parts>(new Parts{workspace, std::move(lock), {}, std::move(password), 0})));
}

Result<central::Connection *> CentreSync::Parts::session()
{
    if (connection)
        return &*connection;
    JoinedCentre &centre = *workspace.parts().joined;
    central::Connection fresh = TRY(central::Connection::open(centre.connect, password));
    Greeted greeted = TRY(greet(fresh, centre.connect, centre.device, workspace.clock()));
    if (greeted.centre.account != centre.account)
        return fail(ErrorCode::Denied,
                    "the login is now " + greeted.centre.account + "; the workspace belongs to "
                        + centre.account);
    auto transaction = TRY(workspace.parts().store->begin());
    TRY(keepJoinedCentre(*workspace.parts().store, greeted.centre));
    TRY(transaction.commit());
    centre = std::move(greeted.centre);
    schemaVersion = greeted.schemaVersion;
    connection.emplace(std::move(fresh));
    return &*connection;
}

Result<SyncReport> CentreSync::run(const SyncOptions &options)
{
    TRY(m_parts->workspace.parts().noticeOffice());
    std::vector<int> districts;
    for (const storage::ReplicaRow &row : TRY(m_parts->workspace.parts().store->replica().all()))
        districts.push_back(row.district);
    return run(options, districts);
}

Result<SyncReport> CentreSync::run(const SyncOptions &options, const std::vector<int> &districts)
{
    auto report = m_parts->round(options, districts);
    // What a first copy has put aside, this one or one that was killed, is made again however it ended.
    if (report)
        TRY(storage::BulkLoad::end(m_parts->workspace.parts().store->database()));
    if (report)
        TRY(markDuplicates(m_parts->workspace, [&] { return options.progress.stopRequested(); }));
    return report;
}

Result<SyncReport> CentreSync::Parts::round(const SyncOptions &options, const std::vector<int> &districts)
{
    SyncReport report;
    const auto isAnswer = [&](const Error &error) {
        report.wantsPassword =
            error.detail == central::kPasswordWanted || error.detail == central::kPasswordRefused;
        if (error.code == ErrorCode::Denied)
            report.stoppedBy = error.detail;
        else if (error.code == ErrorCode::Unavailable)
            report.unreachable = error.detail;
        connection.reset();
        return !report.isFinished();
    };
    const auto open = session();
    if (!open)
        return isAnswer(open.error()) ? Result<SyncReport>(report)
                                      : Result<SyncReport>(Failure(open.error()));
    const auto heads = central::heads(**open);
    if (!heads)
        return isAnswer(heads.error()) ? Result<SyncReport>(report)
                                       : Result<SyncReport>(Failure(heads.error()));
    TRY(renewStandings(workspace, [&] { return options.progress.stopRequested(); }));
    for (const int district : districts) {
        const central::CentralHead *head = headOf(*heads, district);
        if (head == nullptr)
            report.closed.push_back(district);
        DistrictSync sync(workspace, **open, options, report, pullForm());
        TRY(sync.run(district, head));
        if (!report.isFinished() || options.progress.stopRequested())
            break;
        if (head == nullptr)
            continue;
        const auto isChanged = syncClaims(workspace, **open, district);
        if (!isChanged && isAnswer(isChanged.error()))
            break;
        if (!isChanged)
            return Failure(isChanged.error());
        report.claimChanges += *isChanged ? 1 : 0;
    }
    report.hasNoRoom = report.unreachable.starts_with(central::kNoRoom);
    if (!report.isFinished())
        connection.reset();
    if (report.pulled > 0)
        TRY(workspace.parts().witness(TRY(workspace.stamp())));
    return report;
}

Result<std::optional<SyncStatus>> syncStatus(Workspace &workspace)
{
    Workspace::Parts &parts = workspace.parts();
    if (!parts.joined)
        return std::optional<SyncStatus>();
    storage::Store &store = *parts.store;
    SyncStatus status;
    status.account = parts.joined->account;
    const auto heads = TRY(store.events().heads());
    for (const storage::ReplicaRow &row : TRY(store.replica().all())) {
        SyncStatus::District &line = status.districts.emplace_back();
        line.district = row.district;
        line.centralN = row.centralN;
        line.settledN = row.settledN;
        line.pulledAt = row.pulledAt;
        for (const storage::EventPosition &head : heads)
            if (head.district == row.district) {
                line.n = head.n;
                line.hash = head.hash.hex();
            }
    }
    const storage::OutboxCounts counts = TRY(store.outbox().counts());
    status.saved = counts.saved;
    status.told = counts.told;
    status.attention = counts.attention;
    status.oldest = counts.oldest;
    status.doubts = TRY(store.replica().doubts());
    status.rewinds = TRY(store.replica().rewinds());
    return std::optional(std::move(status));
}

} // namespace tongban::service
