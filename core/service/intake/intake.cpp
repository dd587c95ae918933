// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/intake/intake.h"

#include "core/base/byte_source.h"
#include "core/permit/serial.h"
#include "core/service/acts/act_sink.h"
#include "core/service/centre/replica_case.h"
#include "core/service/intake/again_after.h"
#include "core/service/intake/intake_source.h"
#include "core/service/intake/quarantine_file.h"
#include "core/service/workspace/ordered_pipeline.h"
#include "core/service/workspace/worker_lock.h"
#include "core/service/workspace/workspace_parts.h"

#include <algorithm>
#include <map>

namespace tongban::service {

namespace {

Result<Digest> fileDigest(const std::filesystem::path &path)
{
    FileSource file = TRY(FileSource::open(path));
    Digester digester;
    std::vector<char> buffer(std::size_t{1} << 20U);
    while (const std::size_t read = TRY(file.read(buffer)))
        digester.add({buffer.data(), read});
    return digester.finish();
}

/// A table knows no numbers: what is 10 in a line of JSON is "10" in a cell.
bool saysTheSame(std::string one, std::string other)
{
    std::erase(one, '"');
    std::erase(other, '"');
    return one == other;
}

/// Writes checked chunks in order: each chunk is one transaction with its cases, events and the place reached
/// in the file.
class IntakeWriter
{
public:
    IntakeWriter(Workspace &workspace, storage::IntakeBatch batch)
        : m_workspace(workspace), m_store(*workspace.parts().store), m_batch(std::move(batch)),
          m_quarantine(workspace.folder() / "intake"
                       / ("quarantine-" + m_batch.digest.hex().substr(0, 16) + ".jsonl"))
    {
    }

    QuarantineFile &quarantine() { return m_quarantine; }
    const storage::IntakeBatch &batch() const { return m_batch; }

    Result<> write(CheckedChunk chunk)
    {
        auto transaction = TRY(m_store.begin());
        ActSink sink(m_workspace);
        m_conflicts.clear();
        for (CheckedApplication &checked : chunk.applications)
            TRY(writeCase(checked, sink));
        std::ranges::move(m_conflicts, std::back_inserter(chunk.rejected));
        std::ranges::stable_sort(chunk.rejected, {},
                                 [](const RejectedLine &line) { return line.line.number; });
        TRY(m_quarantine.append(chunk.rejected));
        TRY(sink.finish());
        TRY(countRejected(chunk));
        m_batch.bytesDone = chunk.source.bytesDone;
        m_batch.linesDone = chunk.source.linesDone;
        TRY(m_store.intake().progress(m_batch));
        TRY(m_workspace.parts().keepStamp(chunk.source.at));
        TRY(transaction.commit());
        return {};
    }

    Result<> finish(Timestamp at)
    {
        auto transaction = TRY(m_store.begin());
        m_batch.finishedAt = at;
        TRY(m_store.intake().progress(m_batch));
        TRY(transaction.commit());
        return m_workspace.parts().witness(at);
    }

private:
    Result<> writeCase(CheckedApplication &checked, ActSink &sink)
    {
        storage::CaseRecord &record = checked.record;
        if (checked.standing.state.empty())
            return fail(ErrorCode::Internal,
                        "line " + std::to_string(checked.line) + " could not be opened as a case");
        if (const auto earlier = TRY(m_store.cases().findExternal(record.channel, record.externalNo))) {
            if (saysTheSame(TRY(m_store.cases().byNo(*earlier)).record.application, record.application))
                ++m_batch.repeated;
            else
                setAside(checked);
            return {};
        }
        if (const auto earlier = TRY(sameMatter(record)))
            record.duplicateOf = earlier->record.id;
        record.serial = TRY(nextSerial(record));
        record.intakeBatch = m_batch.no;
        TRY(m_store.cases().insert(record, checked.standing));
        const std::string older = record.duplicateOf ? record.duplicateOf->text() : std::string();
        TRY(sink.add({0, record.application, record.item, record.itemVersion, {}, older, {}},
                     checked.events.prepared()));
        ++m_batch.accepted;
        return {};
    }

    /// An earlier application for the same that is still open, or was granted not long ago.
    Result<std::optional<storage::StoredCase>> sameMatter(const storage::CaseRecord &record)
    {
        auto open = TRY(m_store.cases().openDuplicate(record.applicantId, record.duplicateKey));
        if (open)
            return open;
        const permit::Item *item = m_workspace.catalogue().version(record.item, record.itemVersion);
        return m_store.cases().grantedDuplicate(record.applicantId, record.duplicateKey,
                                                againSince(item, record.receivedAt));
    }

    /// The number of an earlier application with other contents: neither may be lost, so a person looks at
    /// it.
    void setAside(const CheckedApplication &checked)
    {
        RejectedLine &line = m_conflicts.emplace_back();
        line.line.number = checked.line;
        line.line.text = checked.record.application;
        line.problems.push_back(
            {"external_no", permit::IntakeReason::Conflicting,
             "came in before with other contents; the first stays as it is, this one is set aside"});
    }

    Result<std::string> nextSerial(const storage::CaseRecord &record)
    {
        // The centre counts; until it has answered the case goes by a name that no other desktop gives.
        if (m_workspace.parts().joined)
            return provisionalSerial(record.id);
        const std::chrono::year_month_day day{officialDate(record.receivedAt)};
        const int year = static_cast<int>(day.year());
        const std::int64_t number = TRY(m_store.meta().reserveSerials(record.district, year));
        return TRY(permit::CaseSerial::create(year, record.district, number)).text();
    }

    Result<> countRejected(const CheckedChunk &chunk)
    {
        std::map<std::pair<std::string, std::string>, std::int64_t> counts;
        for (const RejectedLine &line : chunk.rejected)
            for (const permit::IntakeProblem &problem : line.problems)
                ++counts[{problem.field, std::string(permit::name(problem.reason))}];
        m_batch.quarantined += static_cast<std::int64_t>(chunk.rejected.size());
        std::vector<storage::QuarantineCount> rows;
        for (const auto &[key, count] : counts)
            rows.push_back({key.first, key.second, count});
        return rows.empty() ? Result<>() : m_store.intake().addQuarantined(m_batch.no, rows);
    }

    Workspace &m_workspace;
    storage::Store &m_store;
    storage::IntakeBatch m_batch;
    QuarantineFile m_quarantine;
    std::vector<RejectedLine> m_conflicts; ///< Of the chunk being written.
};

Result<storage::IntakeBatch> beginBatch(Workspace &workspace, const std::filesystem::path &file, Timestamp at,
                                        bool again)
{
    storage::Store &store = *workspace.parts().store;
    Digest digest = TRY(fileDigest(file));
    // Each further look has a digest of its own, so that one that was stopped is found and goes on.
    while (auto earlier = TRY(store.intake().byDigest(digest))) {
        if (!again || !earlier->finishedAt)
            return std::move(*earlier);
        digest = sha256("again:" + digest.hex());
    }
    storage::IntakeBatch batch;
    batch.file = file.filename().string();
    batch.digest = digest;
    batch.fileBytes = static_cast<std::int64_t>(std::filesystem::file_size(file));
    batch.startedAt = at;
    auto transaction = TRY(store.begin());
    batch.no = TRY(store.intake().begin(batch));
    TRY(transaction.commit());
    return batch;
}

Result<IntakeReport> reportOf(Workspace &workspace, const IntakeWriter &writer)
{
    const storage::IntakeBatch &batch = writer.batch();
    IntakeReport report;
    report.lines = batch.linesDone;
    report.accepted = batch.accepted;
    report.repeated = batch.repeated;
    report.quarantined = batch.quarantined;
    report.blank = batch.linesDone - batch.accepted - batch.repeated - batch.quarantined;
    report.finished = batch.finishedAt.has_value();
    for (const auto &row : TRY(workspace.parts().store->intake().quarantined(batch.no)))
        report.faults.push_back({row.field, row.reason, row.count});
    std::ranges::stable_sort(report.faults, std::ranges::greater{}, &IntakeFault::count);
    return report;
}

} // namespace

Result<IntakeReport> takeIn(Workspace &workspace, const std::filesystem::path &file,
                            const IntakeOptions &options)
{
    const auto lock = TRY(lockForIntake(workspace.folder()));
    const Timestamp startedAt = TRY(workspace.stamp());
    storage::IntakeBatch batch = TRY(beginBatch(workspace, file, startedAt, options.again));
    const bool wasFinished = batch.finishedAt.has_value();
    const bool resumed = !wasFinished && batch.linesDone > 0;
    IntakeWriter writer(workspace, std::move(batch));
    if (!wasFinished) {
        TRY(writer.quarantine().keepThrough(writer.batch().linesDone));
        auto source = TRY(IntakeSource::open(file, writer.batch().linesDone));
        const Resources &resources = workspace.resources();
        const permit::Catalogue &catalogue = workspace.catalogue();
        OrderedPipeline<IntakeChunk, CheckedChunk> pipeline(options.threads, [&] {
            auto checker = std::make_shared<IntakeChecker>(
                resources, catalogue, source->csvHeader(),
                OpeningHand{options.enteredBy, options.openingDetail, options.receivedElsewhere});
            return [checker](IntakeChunk chunk) {
                return checker->check(std::move(chunk));
            };
        });
        bool isRead = false;
        const auto produce = [&]() -> Result<std::optional<IntakeChunk>> {
            if (options.progress.stopRequested())
                return std::optional<IntakeChunk>();
            auto chunk = TRY(source->next(options.linesPerCommit));
            if (chunk)
                chunk->at = TRY(workspace.stamp());
            else
                isRead = true;
            return chunk;
        };
        const auto consume = [&](CheckedChunk chunk) -> Result<> {
            TRY(writer.write(std::move(chunk)));
            options.progress.say(writer.batch().bytesDone, source->fileBytes());
            return {};
        };
        TRY(pipeline.run(produce, consume));
        if (isRead)
            TRY(writer.finish(TRY(workspace.stamp())));
    }
    IntakeReport report = TRY(reportOf(workspace, writer));
    report.resumed = resumed;
    report.wasFinished = wasFinished;
    if (report.quarantined > 0)
        report.quarantineFile = writer.quarantine().file();
    return report;
}

} // namespace tongban::service
