// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/workspace/workspace.h"

#include "core/base/canonical_json.h"
#include "core/base/file.h"
#include "core/service/workspace/office_calendar.h"
#include "core/service/workspace/workspace_parts.h"
#include "core/vault/vault_file.h"

#include <array>
#include <nlohmann/json.hpp>
#include <sstream>

namespace tongban::service {

namespace fs = std::filesystem;

namespace {

constexpr std::array kKinds{WorkspaceKind::Demo, WorkspaceKind::Training, WorkspaceKind::Production};
constexpr std::string_view kLastActKey = "last_act";
constexpr std::string_view kClockKey =
    "last_clock"; // start of the machine, milliseconds since then, wall clock
constexpr std::string_view kWitnessKey = "last_witness";
constexpr std::string_view kAcceptanceKey = "last_acceptance_no";

/// How far the clock may stand before the last act: adjustments by a time service, not a clock that was set
/// back.
constexpr std::chrono::seconds kTolerance{2};

fs::path settingsFile(const fs::path &folder)
{
    return folder / "workspace.json";
}

Result<WorkspaceKind> readKind(const fs::path &folder)
{
    const auto file = settingsFile(folder);
    if (!fs::exists(file))
        return fail(ErrorCode::NotFound,
                    "no workspace in " + folder.string() + "; make one with 'tongbanctl init'");
    const auto document = TRY(parseJson(TRY(readFile(file, 1 << 20))));
    const std::string written = document.is_object() ? document.value("kind", std::string()) : std::string();
    for (const WorkspaceKind kind : kKinds)
        if (name(kind) == written)
            return kind;
    return fail(ErrorCode::Corrupted, file.string() + ": 'kind' is none of demo, training, production");
}

Result<std::shared_ptr<const permit::Catalogue>> catalogueFrom(const permit::CatalogueTexts &texts)
{
    permit::CatalogueLoad load = permit::loadCatalogue(texts);
    if (!load.catalogue)
        return fail(ErrorCode::InvalidInput,
                    "catalogue: " + permit::describe(load.problems.front()) + " ("
                        + std::to_string(load.problems.size())
                        + " problems in all; see 'tongbanctl catalogue check')");
    return load.catalogue;
}

Result<std::shared_ptr<const permit::Catalogue>> storedCatalogue(storage::Store &store)
{
    const auto snapshot = TRY(store.models().currentCatalogue());
    if (!snapshot)
        return fail(ErrorCode::Corrupted, "the store holds no catalogue");
    permit::CatalogueTexts texts;
    for (const permit::CatalogueFile &file : permit::kCatalogueFiles)
        for (const storage::NamedText &stored : snapshot->texts)
            if (stored.name == file.name)
                texts.*(file.text) = stored.text;
    return catalogueFrom(texts);
}

Result<std::unique_ptr<storage::Store>> openStore(const fs::path &folder, OpenMode mode, vault::DataKey key)
{
    storage::OpenOptions options;
    options.key = std::move(key);
    options.access = mode == OpenMode::Write ? storage::Access::ReadWrite : storage::Access::ReadOnly;
    auto opened = TRY(storage::Store::open(folder / "store.sqlite", options));
    if (!opened.store)
        return fail(opened.outcome == storage::OpenOutcome::NotAStore ? ErrorCode::Corrupted
                                                                      : ErrorCode::Conflict,
                    opened.message);
    if (mode == OpenMode::Write && opened.outcome == storage::OpenOutcome::ReadOnly)
        return fail(ErrorCode::Denied, opened.message);
    return std::move(opened.store);
}

/// When a year was put in last; nothing of its own is a time too.
fs::file_time_type calendarTimeOf(const fs::path &workspace)
{
    std::error_code none;
    const auto time = fs::last_write_time(officeCalendarFolder(workspace), none);
    return none ? fs::file_time_type{} : time;
}

Result<> checkKey(const fs::path &folder, const vault::DataKey &key)
{
    if (!key && vault::VaultFile::existsIn(folder))
        return fail(
            ErrorCode::Denied,
            "the workspace in " + folder.string()
                + " is locked; nothing was read or changed; unlock it with its passphrase or its key");
    return {};
}

} // namespace

std::string_view name(WorkspaceKind kind)
{
    switch (kind) {
    case WorkspaceKind::Demo: return "demo";
    case WorkspaceKind::Training: return "training";
    case WorkspaceKind::Production: return "production";
    }
    return {};
}

Workspace::Workspace(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) { }

Workspace::~Workspace() = default;

Result<std::unique_ptr<Workspace>> Workspace::create(const fs::path &folder, const fs::path &resources,
                                                     WorkspaceKind kind, const Clock &clock,
                                                     vault::DataKey key)
{
    if (fs::exists(settingsFile(folder)))
        return fail(ErrorCode::Conflict,
                    folder.string() + " holds a workspace already; it was left as it is");
    TRY(checkKey(folder, key));
    std::error_code failed;
    fs::create_directories(folder / "intake", failed);
    if (failed)
        return Failure(fileError(failed.value(), "make the folder", folder));
    const auto loaded = TRY(Resources::load(resources));
    const permit::CatalogueTexts texts = TRY(readCatalogueTexts(resources / "catalogue"));
    const auto catalogue = TRY(catalogueFrom(texts));
    auto store = TRY(openStore(folder, OpenMode::Write, key));
    auto transaction = TRY(store->begin());
    storage::CatalogueSnapshot snapshot{catalogue->digest(), clock.now(), "shipped reference catalogue", {}};
    for (const permit::CatalogueFile &file : permit::kCatalogueFiles)
        snapshot.texts.push_back({std::string(file.name), texts.*(file.text)});
    TRY(store->models().putCatalogue(snapshot));
    TRY(transaction.commit());
    // An empty file of registers, so that readers need not care whether anything was imported yet.
    auto registerOptions = storage::RegisterStore::writingOptions();
    registerOptions.key = key;
    const auto registers = TRY(storage::RegisterStore::open(folder / "registers.sqlite", registerOptions));
    if (!registers.store)
        return fail(ErrorCode::Conflict, registers.message);
    // Written last: a folder without it is no workspace, so that an interrupted creation can be repeated.
    const nlohmann::ordered_json settings{
        {"created", isoTimestamp(clock.now())}, {"format", 1}, {"kind", name(kind)}};
    TRY(replaceFile(settingsFile(folder), settings.dump(2) + '\n'));
    store.reset();
    return open(folder, resources, OpenMode::Write, clock, std::move(key));
}

Result<std::unique_ptr<Workspace>> Workspace::open(const fs::path &folder, const fs::path &resources,
                                                   OpenMode mode, const Clock &clock, vault::DataKey key)
{
    const WorkspaceKind kind = TRY(readKind(folder));
    TRY(checkKey(folder, key));
    const auto calendarTime = calendarTimeOf(folder); // before it is read: what comes after is noticed
    auto loaded = TRY(Resources::load(resources, officeCalendarFolder(folder)));
    auto store = TRY(openStore(folder, mode, key));
    auto catalogue = TRY(storedCatalogue(*store));
    auto joined = TRY(readJoinedCentre(*store));
    auto parts = std::unique_ptr<Parts>(new Parts{folder,
                                                  kind,
                                                  clock,
                                                  std::move(loaded),
                                                  std::move(catalogue),
                                                  std::move(store),
                                                  mode,
                                                  std::move(key),
                                                  {},
                                                  false,
                                                  std::move(joined)});
    parts->calendarTime = calendarTime;
    return std::unique_ptr<Workspace>(new Workspace(std::move(parts)));
}

Result<> Workspace::Parts::noticeOffice()
{
    if (const auto time = calendarTimeOf(folder); time != calendarTime) {
        resources = TRY(Resources::load(resources->folder, officeCalendarFolder(folder)));
        calendarTime = time;
    }
    const auto current = TRY(store->models().currentCatalogueDigest());
    if (current && *current != catalogue->digest())
        catalogue = TRY(storedCatalogue(*store));
    return {};
}

const fs::path &Workspace::folder() const
{
    return m_parts->folder;
}

WorkspaceKind Workspace::kind() const
{
    return m_parts->kind;
}

const Resources &Workspace::resources() const
{
    return *m_parts->resources;
}

const permit::Catalogue &Workspace::catalogue() const
{
    return *m_parts->catalogue;
}

const Clock &Workspace::clock() const
{
    return m_parts->clock;
}

const vault::DataKey &Workspace::key() const
{
    return m_parts->key;
}

Result<Timestamp> Workspace::checkedNow()
{
    m_parts->lastAct = std::max(m_parts->lastAct, TRY(m_parts->storedStamp()));
    // The centre's clock counts; this one only tells how much time has passed since they met.
    if (m_parts->joined)
        return std::max(m_parts->clock.now() + m_parts->joined->clockOffset, m_parts->lastAct);
    const Timestamp now = m_parts->clock.now();
    if (now + kTolerance < m_parts->lastAct)
        return fail(
            ErrorCode::Conflict,
            "the clock says " + isoTimestamp(now) + ", but the last act was stamped "
                + isoTimestamp(m_parts->lastAct)
                + "; nothing is stamped until the clock is right. Set the clock, then run the command again");
    return std::max(now, m_parts->lastAct);
}

Result<Timestamp> Workspace::stamp()
{
    const Timestamp now = TRY(checkedNow());
    const auto step = TRY(clockStep());
    if (std::chrono::abs(step) > kClockTolerance)
        return fail(
            ErrorCode::Conflict,
            "the clock was set " + std::to_string(std::chrono::abs(step) / std::chrono::minutes(1))
                + (step.count() > 0 ? " minutes forward" : " minutes back")
                + " since the last act; nothing is stamped until that is cleared up. Set the clock right, "
                  "or, when it is right now, confirm it with 'tongbanctl clock accept'");
    m_parts->lastAct = now;
    return now;
}

Result<std::chrono::milliseconds> Workspace::clockStep()
{
    constexpr std::chrono::milliseconds kNone{0};
    if (m_parts->joined)
        return kNone;
    const auto boot = m_parts->clock.sinceBoot();
    const auto kept = TRY(m_parts->store->meta().value(kClockKey));
    if (!boot || !kept)
        return kNone;
    std::istringstream words(*kept);
    std::string keptBoot;
    std::int64_t since = 0;
    std::int64_t wall = 0;
    if (!(words >> keptBoot >> since >> wall) || keptBoot != boot->boot)
        return kNone;
    const auto byWall = m_parts->clock.now() - fromUnixMilliseconds(wall);
    return byWall - (boot->since - std::chrono::milliseconds(since));
}

Result<> Workspace::acceptClock()
{
    auto transaction = TRY(m_parts->store->begin());
    TRY(checkedNow());
    TRY(m_parts->keepClock());
    return transaction.commit();
}

Result<std::unique_ptr<storage::RegisterStore>>
Workspace::Parts::openRegisters(storage::OpenOptions options) const
{
    options.key = key;
    auto opened = TRY(storage::RegisterStore::open(registerFile(), options));
    if (!opened.store)
        return fail(ErrorCode::Corrupted, opened.message);
    return std::move(opened.store);
}

Result<Timestamp> Workspace::Parts::storedStamp()
{
    const auto stored = TRY(store->meta().value(kLastActKey));
    return stored ? parseIsoTimestamp(*stored) : Timestamp{};
}

Result<> Workspace::Parts::keepStamp(Timestamp at)
{
    if (!witnessKept) {
        // A file of witnesses that cannot be read keeps nobody from acting; the audit tells.
        if (const auto line = anchors().lastLine(); line && *line)
            TRY(store->meta().setValue(kWitnessKey, (*line)->hex()));
        witnessKept = true;
    }
    TRY(keepClock());
    if (TRY(storedStamp()) >= at)
        return {};
    return store->meta().setValue(kLastActKey, isoTimestamp(at));
}

Result<> Workspace::Parts::keepClock()
{
    const auto boot = clock.sinceBoot();
    if (!boot)
        return {};
    return store->meta().setValue(kClockKey,
                                  boot->boot + " " + std::to_string(boot->since.count()) + " "
                                      + std::to_string(unixMilliseconds(clock.now())));
}

Result<std::int64_t> Workspace::Parts::nextAcceptanceNo()
{
    const auto last = TRY(store->meta().value(kAcceptanceKey));
    return last ? std::stoll(*last) + 1 : 1;
}

Result<> Workspace::Parts::keepAcceptanceNo(std::int64_t number)
{
    return store->meta().setValue(kAcceptanceKey, std::to_string(number));
}

Result<> Workspace::Parts::witness(Timestamp at)
{
    const auto heads = TRY(store->events().heads());
    witnessKept = false;
    return anchors().append(heads, at);
}

Result<> Workspace::Parts::restartWitnesses(std::int64_t rewind)
{
    std::error_code failed;
    const fs::path file = folder / "anchors.jsonl";
    if (fs::exists(file, failed))
        fs::rename(file, folder / ("anchors-before-rewind-" + std::to_string(rewind) + ".jsonl"), failed);
    if (failed)
        return Failure(fileError(failed.value(), "rename", file));
    witnessKept = false;
    auto transaction = TRY(store->begin());
    TRY(store->meta().setValue(kWitnessKey, {}));
    return transaction.commit();
}

Result<std::optional<Digest>> rememberedWitness(storage::Store &store)
{
    const auto stored = TRY(store.meta().value(kWitnessKey));
    if (!stored || stored->empty())
        return std::optional<Digest>();
    return std::optional(TRY(Digest::parse(*stored)));
}

} // namespace tongban::service
