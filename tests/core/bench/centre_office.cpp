// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/bench/centre_office.h"

#include "core/central/push.h"
#include "core/service/cases/cases.h"
#include "tests/core/bench/copy_contents.h"
#include "tests/support/paths.h"

#include <csignal>
#include <libpq-fe.h>
#include <thread>
#include <unistd.h>

namespace tests {

namespace {

const SystemClock s_clock;

} // namespace

int rounds(int atLeast)
{
    const char *times = std::getenv("TONGBAN_ROUNDS");
    return atLeast * std::max(1, times != nullptr ? std::atoi(times) : 1);
}

bool OfficeDesk::checkIn(const std::string &caseKey, const std::string &reason) const
{
    permit::ActRequest request;
    request.act = permit::Act::CheckIn;
    request.reason = reason;
    const auto outcome =
        service::actOnCase(*workspace, caseKey, {"clerk", permit::Role::Clerk, {}, {}, {}}, request, {});
    return outcome && outcome->refusals.empty();
}

void OfficeDesk::drain() const
{
    for (int attempt = 0; attempt < 200; ++attempt) {
        const auto report = sync->run({});
        if (report && report->isFinished() && report->sent == 0)
            return;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    qFatal("the desktop does not come to rest");
}

CentreOffice::CentreOffice()
{
    m_serverFolder = std::filesystem::path("/tmp") / ("tongban-office-" + std::to_string(getpid()));
    m_centre = std::make_unique<bench::ScratchCentre>(
        needed(bench::ScratchCentre::create(m_serverFolder, sourcePath("resources"), 8)));
    m_robot = admit("office_robot", central::AccountKind::Worker, "system");
}

std::string CentreOffice::text(const std::string &login) const
{
    return "host=" + m_serverFolder.string() + " dbname=tongban user=" + login;
}

void CentreOffice::administer(const std::string &sql) const
{
    needed(needed(central::Connection::open(text("admin"))).script(sql));
}

Uuid CentreOffice::admit(const std::string &login, central::AccountKind kind, const std::string &role)
{
    auto administrator = needed(central::Connection::open(text("admin")));
    needed(central::addAccount(administrator, {login, login, kind, {}}));
    needed(central::grantRight(administrator, {login, role, 0, {}}));
    needed(administrator.script("ALTER ROLE " + login + " CONNECTION LIMIT -1"));
    const Uuid device = desktop(0).nextId();
    needed(central::enrolDevice(administrator, login, device));
    return device;
}

std::vector<std::string> CentreOffice::takeIn(int count)
{
    auto connection = needed(central::Connection::open(m_centre->text()));
    bench::ScratchDesktop &window = desktop(0);
    const auto before = static_cast<std::int64_t>(ledger().size());
    for (const central::Answer &answer :
         needed(central::push(connection, window.district, window.device, window.next(count))))
        if (answer.outcome != "applied")
            qFatal("an application was not taken in: %s", answer.detail.c_str());
    std::vector<std::string> cases;
    for (const central::PulledEvent &event : ledger())
        if (event.event.n > before && event.event.act == "apply")
            cases.push_back(event.event.caseId.text());
    return cases;
}

void CentreOffice::accept(const std::vector<std::string> &cases)
{
    auto connection = needed(central::Connection::open(text("office_robot")));
    std::vector<central::Command> commands;
    for (const std::string &id : cases)
        commands.push_back(
            {desktop(0).nextId(), ++m_robotSequence,
             R"({"kind":"act","act":"accept","role":"system","version":1,"case":")" + id + "\"}"});
    for (const central::Answer &answer : needed(central::push(connection, district(), m_robot, commands)))
        if (answer.outcome != "applied")
            qFatal("an application was not accepted: %s", answer.detail.c_str());
}

void CentreOffice::join(const std::string &name, const std::string &connect, const Uuid &device)
{
    const auto workspace = needed(service::Workspace::create(m_folder / name, sourcePath("resources"),
                                                             service::WorkspaceKind::Training, s_clock));
    needed(service::joinCentre(*workspace, {connect, {district()}, device}));
}

OfficeDesk CentreOffice::open(const std::string &name) const
{
    OfficeDesk desk;
    desk.folder = m_folder / name;
    desk.workspace = needed(
        service::Workspace::open(desk.folder, sourcePath("resources"), service::OpenMode::Write, s_clock));
    desk.sync = needed(service::CentreSync::open(*desk.workspace));
    return desk;
}

/// The end of one of its processes by SIGKILL is the end of all of them, without a word to anybody.
void CentreOffice::crashServer() const
{
    PGconn *victim = PQconnectdb(text("admin").c_str());
    const pid_t process = PQbackendPID(victim);
    kill(process, SIGKILL);
    while (kill(process, 0) == 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    PQfinish(victim);
    for (int attempt = 0; attempt < 1000; ++attempt) {
        PGconn *again = PQconnectdb(text("admin").c_str());
        const bool isBack = PQstatus(again) == CONNECTION_OK;
        PQfinish(again);
        if (isBack)
            return;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    qFatal("the server does not come back");
}

std::vector<central::PulledEvent> CentreOffice::ledger()
{
    auto connection = needed(central::Connection::open(m_centre->text()));
    std::vector<central::PulledEvent> all;
    storage::EventPosition place{district(), 0, {}};
    while (true) {
        auto page = needed(central::pull(connection, place, 5000));
        if (page.empty())
            return all;
        place = {district(), page.back().event.n, page.back().event.hash};
        std::ranges::move(page, std::back_inserter(all));
    }
}

std::map<std::string, int> CentreOffice::reasons()
{
    std::map<std::string, int> found;
    for (const central::PulledEvent &event : ledger())
        ++found[event.event.reason];
    return found;
}

QByteArray CentreOffice::freshCopy()
{
    const std::string name = "fresh-" + std::to_string(++m_copies);
    join(name, m_centre->text(), desktop(7).device);
    QByteArray copy;
    {
        const OfficeDesk desk = open(name);
        desk.drain();
        copy = contents(desk.store());
    }
    remove(name);
    return copy;
}

} // namespace tests
