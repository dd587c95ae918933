// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/audit/capsules.h"

#include "core/base/file.h"
#include "core/service/cases/case_lookup.h"
#include "core/service/workspace/workspace_parts.h"

#include <functional>
#include <set>

namespace tongban::service {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMostCapsuleBytes = std::size_t{64} << 20U;
constexpr std::size_t kMostNamedCases = 100;

/// Makes capsules anew and compares them with what was kept.
class Remaker
{
public:
    static Result<Remaker> create(Workspace &workspace)
    {
        return Remaker(*workspace.parts().store, TRY(everyRuleSet(workspace)));
    }

    storage::Store &store() { return *m_store; }

    struct Capsule {
        std::string serial;
        std::string text;
        approval::RuleSetPtr ruleSet;
        bool matches = false;
    };

    Result<Capsule> remake(const storage::StoredCase &stored, const storage::DecisionRow &row)
    {
        const RemadeInputs remade = TRY(remakeInputs(m_library, stored.record, row, m_reader));
        Capsule capsule;
        capsule.serial = stored.record.serial;
        capsule.text = approval::makeCapsule(*remade.ruleSet, remade.inputs, m_engine);
        const approval::Decision &decision = m_engine.decide(*remade.ruleSet, remade.inputs);
        capsule.matches = m_hasher.hash(*remade.ruleSet, remade.inputs, decision) == row.capsule;
        capsule.ruleSet = remade.ruleSet;
        return capsule;
    }

    /// The hash alone, without writing the readable trace.
    Result<bool> matches(const storage::StoredCase &stored, const storage::DecisionRow &row)
    {
        const RemadeInputs remade = TRY(remakeInputs(m_library, stored.record, row, m_reader));
        const approval::Decision &decision = m_engine.decide(*remade.ruleSet, remade.inputs);
        return m_hasher.hash(*remade.ruleSet, remade.inputs, decision) == row.capsule;
    }

private:
    Remaker(storage::Store &store, approval::RuleSetLibrary library)
        : m_store(&store), m_library(std::move(library))
    {
    }

    storage::Store *m_store;
    approval::RuleSetLibrary m_library;
    permit::ApplicationReader m_reader;
    approval::DecisionEngine m_engine;
    approval::CapsuleHasher m_hasher;
};

/// Writes capsules and, once for each rule set, its files.
class CapsuleFolder
{
public:
    CapsuleFolder(fs::path folder, storage::Store &store) : m_folder(std::move(folder)), m_store(store) { }

    Result<> create()
    {
        std::error_code failed;
        fs::create_directories(m_folder, failed);
        return failed ? Result<>(Failure(fileError(failed.value(), "make the folder", m_folder)))
                      : Result<>();
    }

    Result<> write(const Remaker::Capsule &capsule, int round, CapsuleExport &report)
    {
        if (!capsule.matches) {
            ++report.different;
            if (report.differentCases.size() < kMostNamedCases)
                report.differentCases.push_back(capsule.serial);
            return {};
        }
        TRY(writeRuleSet(*capsule.ruleSet));
        TRY(replaceFile(m_folder / (capsule.serial + "-" + std::to_string(round) + ".json"), capsule.text));
        ++report.written;
        return {};
    }

private:
    Result<> writeRuleSet(const approval::RuleSet &ruleSet)
    {
        if (!m_written.insert(ruleSet.manifestDigest()).second)
            return {};
        const auto kept = TRY(m_store.models().byDigests(ruleSet.modelDigest(), ruleSet.manifestDigest()));
        const fs::path folder = m_folder / "models" / ruleSet.code();
        std::error_code failed;
        fs::create_directories(folder, failed);
        if (failed)
            return Failure(fileError(failed.value(), "make the folder", folder));
        TRY(replaceFile(folder / (std::to_string(ruleSet.version()) + ".json"), kept.manifestText));
        return replaceFile(folder / ruleSet.manifest().modelFile, kept.modelText);
    }

    fs::path m_folder;
    storage::Store &m_store;
    std::set<Digest> m_written;
};

/// Visits every decision with its case, page by page: a statement is never left open while another one works.
Result<bool> forEachDecision(
    storage::Store &store, const Progress &progress,
    const std::function<Result<>(const storage::StoredCase &, const storage::DecisionRow &)> &visit)
{
    constexpr std::int64_t kPage = 2000;
    const std::int64_t total = TRY(store.decisions().count());
    std::int64_t done = 0;
    const auto ranges = TRY(store.decisions().ranges(1));
    for (const storage::DecisionRange &whole : ranges) {
        for (std::int64_t after = whole.after; after < whole.through; after += kPage) {
            if (progress.stopRequested())
                return false;
            std::vector<storage::DecisionRow> rows;
            TRY(store.decisions().scan({after, std::min(after + kPage, whole.through)},
                                       [&](const storage::DecisionRow &row) {
                                           rows.push_back(row);
                                           return true;
                                       }));
            for (const storage::DecisionRow &row : rows)
                TRY(visit(TRY(store.cases().byNo(row.caseNo)), row));
            done += static_cast<std::int64_t>(rows.size());
            progress.say(done, total);
        }
    }
    return true;
}

} // namespace

Result<CapsuleExport> exportCapsules(Workspace &workspace, std::string_view key, const fs::path &folder)
{
    Remaker remaker = TRY(Remaker::create(workspace));
    CapsuleFolder target(folder, remaker.store());
    const storage::StoredCase stored = TRY(findCase(remaker.store(), key));
    const auto rows = TRY(remaker.store().decisions().ofCase(stored.record.no));
    if (rows.empty())
        return fail(ErrorCode::NotFound, "no rules decided this case; it has no capsule");
    TRY(target.create());
    CapsuleExport report;
    for (const storage::DecisionRow &row : rows)
        TRY(target.write(TRY(remaker.remake(stored, row)), row.round, report));
    return report;
}

Result<CapsuleExport> exportAllCapsules(Workspace &workspace, const fs::path &folder,
                                        const Progress &progress)
{
    Remaker remaker = TRY(Remaker::create(workspace));
    CapsuleFolder target(folder, remaker.store());
    TRY(target.create());
    CapsuleExport report;
    report.finished = TRY(
        forEachDecision(remaker.store(), progress,
                        [&](const storage::StoredCase &stored, const storage::DecisionRow &row) -> Result<> {
                            return target.write(TRY(remaker.remake(stored, row)), row.round, report);
                        }));
    return report;
}

CapsuleVerifier::CapsuleVerifier(std::shared_ptr<const Resources> resources)
    : m_resources(std::move(resources)), m_library(*m_resources->ruleSets)
{
}

Result<CapsuleVerifier> CapsuleVerifier::create(const fs::path &resources)
{
    return CapsuleVerifier(TRY(Resources::load(resources)));
}

Result<VerifiedCapsule> CapsuleVerifier::verify(const fs::path &file)
{
    const std::string text = TRY(readFile(file, kMostCapsuleBytes));
    const fs::path beside = fs::absolute(file).parent_path() / "models";
    if (beside != m_beside) {
        m_library = *m_resources->ruleSets;
        if (fs::is_directory(beside))
            m_library = m_library.with(*TRY(loadRuleSets(beside, m_resources->dictionary)));
        m_engine = approval::DecisionEngine(); // it may remember rule sets that are gone now
        m_beside = beside;
    }
    VerifiedCapsule verified;
    verified.check = approval::verifyCapsule(text, m_library, m_engine);
    if (const auto contents = approval::readCapsule(text, m_library)) {
        verified.serial = contents->inputs.header.serial;
        verified.isByShippedRules = m_resources->ruleSets->byDigests(contents->ruleSet->modelDigest(),
                                                                     contents->ruleSet->manifestDigest())
            != nullptr;
    }
    return verified;
}

Result<bool> isRecorded(Workspace &workspace, const VerifiedCapsule &capsule)
{
    storage::Store &store = *workspace.parts().store;
    const auto stored = findCase(store, capsule.serial);
    if (!stored)
        return stored.error().code == ErrorCode::NotFound ? Result<bool>(false) : Failure(stored.error());
    for (const storage::StoredEvent &event : TRY(store.events().ofCase(stored->record.id)))
        if (detailOf(event, "capsule") == capsule.check.capsule.hex())
            return true;
    return false;
}

Result<approval::CapsuleCheck> verifyCapsuleFile(const fs::path &file, const fs::path &resources)
{
    auto verifier = TRY(CapsuleVerifier::create(resources));
    return TRY(verifier.verify(file)).check;
}

Result<CapsuleAudit> auditCapsules(Workspace &workspace, const Progress &progress)
{
    Remaker remaker = TRY(Remaker::create(workspace));
    CapsuleAudit audit;
    audit.finished = TRY(
        forEachDecision(remaker.store(), progress,
                        [&](const storage::StoredCase &stored, const storage::DecisionRow &row) -> Result<> {
                            ++audit.checked;
                            if (TRY(remaker.matches(stored, row)))
                                return {};
                            ++audit.different;
                            if (audit.differentCases.size() < kMostNamedCases)
                                audit.differentCases.push_back(stored.record.serial);
                            return {};
                        }));
    return audit;
}

} // namespace tongban::service
