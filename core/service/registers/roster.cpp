// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/registers/roster.h"

#include "core/base/pinyin.h"
#include "core/base/text.h"
#include "core/service/registers/roster_file.h"
#include "core/service/registers/roster_sources.h"
#include "core/service/workspace/workspace_parts.h"
#include "core/storage/roster_grams.h"

#include <array>
#include <tuple>

namespace tongban::service {

namespace {

constexpr std::size_t kShownSpellings = 4;

struct BasisName {
    storage::RosterBasis basis;
    std::string_view name;
    std::int64_t RosterReport::*total;
};
constexpr std::array kBases = {
    BasisName{storage::RosterBasis::Imported, "imported", &RosterReport::imported},
    BasisName{storage::RosterBasis::Registered, "registered", &RosterReport::registered},
    BasisName{storage::RosterBasis::Licensed, "licensed", &RosterReport::licensed},
    BasisName{storage::RosterBasis::Granted, "granted", &RosterReport::granted}};

bool holds(unsigned basis, storage::RosterBasis one)
{
    return (basis & static_cast<unsigned>(one)) != 0;
}

Result<std::unique_ptr<storage::RosterStore>> openRoster(Workspace &workspace, storage::OpenOptions options)
{
    options.key = workspace.key();
    auto opened = TRY(storage::RosterStore::open(workspace.parts().rosterFile(), options));
    if (!opened.store)
        return fail(ErrorCode::Conflict, opened.message);
    return std::move(opened.store);
}

ObjectMatch matchOf(storage::RosterMatch match)
{
    switch (match) {
    case storage::RosterMatch::Code: return ObjectMatch::Code;
    case storage::RosterMatch::WholeName: return ObjectMatch::WholeName;
    case storage::RosterMatch::WholeInitials: return ObjectMatch::WholeInitials;
    case storage::RosterMatch::NameBegins: return ObjectMatch::NameBegins;
    case storage::RosterMatch::InitialsBegin: return ObjectMatch::InitialsBegin;
    case storage::RosterMatch::Name: return ObjectMatch::Name;
    case storage::RosterMatch::Initials: return ObjectMatch::Initials;
    }
    return ObjectMatch::Code;
}

RosterObject objectOf(storage::RosterHit hit)
{
    RosterObject object;
    object.initials = pinyinInitials(hit.entry.name, kShownSpellings);
    object.code = std::move(hit.entry.code);
    object.kind = hit.entry.kind == storage::RosterKind::Person ? ObjectKind::Person : ObjectKind::Enterprise;
    object.name = std::move(hit.entry.name);
    object.fields = std::move(hit.entry.fields);
    object.district = hit.entry.district;
    for (const BasisName &known : kBases) {
        if (holds(hit.entry.basis, known.basis))
            object.basis.emplace_back(known.name);
    }
    object.match = matchOf(hit.match);
    return object;
}

/// Everything but what was imported is made anew; inside the roster's open transaction.
Result<> rebuild(Workspace &workspace, storage::RosterStore &roster, RosterReport &report,
                 const Progress &progress)
{
    const auto registers = TRY(workspace.parts().openRegisters(storage::RegisterStore::readingOptions()));
    TRY(roster.beginRebuild());
    TRY(RosterSources(workspace, *registers, roster, report, progress).addAll());
    for (const storage::RosterTotal &total : TRY(roster.totals())) {
        (total.kind == storage::RosterKind::Person ? report.persons : report.enterprises) += total.count;
        for (const BasisName &known : kBases) {
            if (holds(total.basis, known.basis))
                report.*known.total += total.count;
        }
    }
    report.builtAt = workspace.clock().now();
    return roster.finishRebuild(report.builtAt, [&](std::int64_t done) {
        progress.say(done, report.objects());
        return !progress.stopRequested();
    });
}

Result<RosterReport> make(Workspace &workspace, const std::filesystem::path &file, const Progress &progress)
{
    const auto roster = TRY(openRoster(workspace, storage::RegisterStore::writingOptions()));
    RosterReport report;
    {
        storage::Transaction work = TRY(storage::Transaction::begin(roster->database()));
        if (!file.empty())
            TRY(readRosterFile(file, workspace.catalogue(), officialDate(workspace.clock().now()), *roster,
                               report, progress));
        TRY(rebuild(workspace, *roster, report, progress));
        TRY(work.commit());
    }
    // The log has grown by the whole roster. A reader that still looks at the old one leaves it to a later
    // time.
    std::ignore = roster->database().checkpoint();
    return report;
}

} // namespace

std::string_view name(ObjectKind kind)
{
    return kind == ObjectKind::Person ? "person" : "enterprise";
}

std::string_view name(ObjectMatch match)
{
    switch (match) {
    case ObjectMatch::Code: return "code";
    case ObjectMatch::WholeName: return "whole_name";
    case ObjectMatch::WholeInitials: return "whole_initials";
    case ObjectMatch::NameBegins: return "name_begins";
    case ObjectMatch::InitialsBegin: return "initials_begin";
    case ObjectMatch::Name: return "name";
    case ObjectMatch::Initials: return "initials";
    }
    return {};
}

Result<RosterReport> rebuildRoster(Workspace &workspace, const Progress &progress)
{
    return make(workspace, {}, progress);
}

Result<RosterReport> importRoster(Workspace &workspace, const std::filesystem::path &file,
                                  const Progress &progress)
{
    return make(workspace, file, progress);
}

Result<RosterAnswer> searchRoster(Workspace &workspace, std::string_view text, int limit)
{
    if (findInvalidUtf8(text) || storage::foldedName(text).empty())
        return fail(ErrorCode::InvalidInput, "nothing to look for: letters, digits or characters of a name");
    const Failure never =
        fail(ErrorCode::NotFound, "the roster was never made; make it by `tongbanctl roster rebuild`");
    if (!std::filesystem::exists(workspace.parts().rosterFile()))
        return never;
    const auto roster = TRY(openRoster(workspace, storage::RegisterStore::readingOptions()));
    const auto built = TRY(roster->builtAt());
    if (!built)
        return never;
    if (!TRY(roster->readsAlike()))
        return fail(ErrorCode::Conflict,
                    "the roster was made with other readings of characters; make it anew by `tongbanctl "
                    "roster rebuild`");
    storage::RosterPage page = TRY(roster->search(text, limit));
    RosterAnswer answer;
    for (storage::RosterHit &hit : page.hits)
        answer.objects.push_back(objectOf(std::move(hit)));
    answer.more = page.more;
    answer.builtAt = *built;
    return answer;
}

} // namespace tongban::service
