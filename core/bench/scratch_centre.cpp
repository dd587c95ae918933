// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bench/scratch_centre.h"

#include "core/base/canonical_json.h"
#include "core/central/access.h"
#include "core/central/schema.h"
#include "core/service/administration/catalogues.h"
#include "core/service/workspace/resources.h"

#include <span>

namespace tongban::bench {

namespace {

constexpr const char *kLogin = "bench_clerk";
constexpr const char *kItem = "KY-001";

} // namespace

central::Command ScratchDesktop::next()
{
    ++sequence;
    const std::string application =
        R"({"applicant":{"id":"91440305MAD000000A","kind":"enterprise","name":"深圳市样例联运有限公司"},)"
        R"("channel":"window","district":")"
        + std::to_string(district) + R"(","external_no":")" + device.text() + '-' + std::to_string(sequence)
        + R"(","fields":{"vehicles":12},"item":")" + kItem
        + R"(","received_at":"2026-03-02T09:30:00.000+08:00"})";
    std::string body = R"({"kind":"act","act":"apply","role":"clerk","item":")" + std::string(kItem)
        + R"(","item_version":1,"case":")" + nextId().text() + R"(","application":)";
    CanonicalWriter(body).string(application);
    return {nextId(), sequence, body + '}'};
}

std::vector<central::Command> ScratchDesktop::next(int count)
{
    std::vector<central::Command> commands;
    for (int i = 0; i < count; ++i)
        commands.push_back(next());
    return commands;
}

Result<ScratchCentre> ScratchCentre::create(const std::filesystem::path &folder,
                                            const std::filesystem::path &resources, int desktops)
{
    ScratchCentre centre;
    centre.m_server = TRY(ScratchPostgres::start(folder));
    central::Connection administrator = TRY(central::Connection::open(centre.m_server->text("admin")));
    TRY(central::migrate(administrator));
    TRY(central::sealUp(administrator,
                        TRY(centre.m_server->writeFile("seal.keys", "1 " + sha256("bench").hex()))));
    const auto loaded = TRY(service::Resources::load(resources));
    const auto review = TRY(service::reviewCatalogue(resources / "catalogue", resources));
    if (!review.catalogue)
        return fail(ErrorCode::InvalidInput, "the catalogue has problems");
    TRY(central::publishRules(administrator, {*loaded->workflow, *review.catalogue, Digest()}));
    TRY(central::addAccount(administrator, {kLogin, "clerk", central::AccountKind::Person, {}}));
    TRY(central::grantRight(administrator, {"clerk", "clerk", 0, {}}));
    TRY(administrator.script("ALTER ROLE bench_clerk CONNECTION LIMIT -1"));
    const std::span<const int> districts = review.catalogue->districts();
    SystemRandom random;
    for (int i = 0; i < desktops; ++i) {
        ScratchDesktop &desktop = centre.m_desktops.emplace_back();
        desktop.district = districts[static_cast<std::size_t>(i) % districts.size()];
        desktop.device = Uuid::v7(fromUnixMilliseconds(1'790'000'000'000), random);
        desktop.random = SeededRandom(static_cast<std::uint64_t>(i) + 1);
        TRY(central::enrolDevice(administrator, "clerk", desktop.device));
    }
    return centre;
}

std::string ScratchCentre::text() const
{
    return m_server->text(kLogin);
}

Result<> ScratchCentre::learnStatistics() const
{
    central::Connection administrator = TRY(central::Connection::open(m_server->text("admin")));
    return administrator.script("ANALYZE");
}

} // namespace tongban::bench
