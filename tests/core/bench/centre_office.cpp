// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/bench/centre_office.h"

#include "core/central/ledger_check.h"
#include "core/central/push.h"
#include "core/service/cases/cases.h"
#include "core/service/intake/intake.h"
#include "tests/core/bench/copy_contents.h"
#include "tests/support/paths.h"

#include <csignal>
#include <fstream>
#include <libpq-fe.h>
#include <nlohmann/json.hpp>
#include <thread>
#include <unistd.h>

namespace tests {

namespace {

const SystemClock s_clock;

bool isDone(const Result<service::ActOutcome> &outcome)
{
    return outcome && outcome->refusals.empty();
}

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
    return isDone(
        service::actOnCase(*workspace, caseKey, {"clerk", permit::Role::Clerk, {}, {}, {}}, request, {}));
}

bool OfficeDesk::decide(const std::string &approver, permit::Act act, const std::string &caseKey,
                        const std::string &reason) const
{
    permit::ActRequest request;
    request.act = act;
    request.basis = "《中华人民共和国道路运输条例》";
    request.reason = reason;
    return isDone(
        service::actOnCase(*workspace, caseKey, {approver, permit::Role::Approver, {}, {}, {}}, request, {}));
}

bool takeInPaper(service::Workspace &workspace, int district, const std::string &number,
                 const std::string &applicant)
{
    std::ifstream example(sourcePath("docs/examples/applications.jsonl"));
    std::string first;
    std::getline(example, first);
    auto line = nlohmann::json::parse(first);
    line["channel"] = "window";
    line["external_no"] = number;
    line["item"] = "KY-001";
    line["fields"] = nlohmann::json::object();
    line["materials"] = nlohmann::json::array();
    line["district"] = std::to_string(district);
    line["applicant"]["name"] = applicant;
    const TemporaryDirectory folder;
    const auto report = service::takeIn(workspace, folder.write("paper.jsonl", line.dump() + '\n'), {});
    return report && report->accepted == 1;
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

void OfficeDesk::close()
{
    sync.reset();
    workspace.reset();
}

CentreOffice::CentreOffice()
{
    m_serverFolder = std::filesystem::path("/tmp") / ("tongban-office-" + std::to_string(getpid()));
    m_centre = std::make_unique<bench::ScratchCentre>(
        needed(bench::ScratchCentre::create(m_serverFolder, sourcePath("resources"), 8)));
    m_robot = admit("office_robot", central::AccountKind::Worker, {"system"});
    admit("office_auditor", central::AccountKind::Auditor, {"auditor"});
}

CentreOffice::~CentreOffice()
{
    m_centre.reset();
    std::error_code ignored;
    std::filesystem::remove_all(m_serverFolder, ignored);
}

std::string CentreOffice::text(const std::string &login) const
{
    return "host=" + m_serverFolder.string() + " dbname=tongban user=" + login;
}

void CentreOffice::administer(const std::string &sql) const
{
    needed(needed(central::Connection::open(text("admin"))).script(sql));
}

std::string CentreOffice::value(const std::string &sql) const
{
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(
        PQconnectdb((text("admin") + " connect_timeout=10").c_str()), &PQfinish);
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(connection.get(), sql.c_str()),
                                                               &PQclear);
    if (PQresultStatus(result.get()) != PGRES_TUPLES_OK || PQntuples(result.get()) == 0)
        qFatal("%s: %s", sql.c_str(), PQerrorMessage(connection.get()));
    return PQgetvalue(result.get(), 0, 0);
}

Uuid CentreOffice::admit(const std::string &login, central::AccountKind kind,
                         const std::vector<std::string> &roles)
{
    auto administrator = needed(central::Connection::open(text("admin")));
    needed(central::addAccount(administrator, {login, login, kind, {}}));
    for (const std::string &role : roles)
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
    const std::vector<central::Command> commands = window.next(count);
    for (const central::Answer &answer :
         needed(central::push(connection, window.district, window.device, commands)))
        if (answer.outcome != "applied")
            qFatal("an application was not taken in: %s", answer.detail.c_str());
    std::vector<std::string> cases;
    for (const central::Command &command : commands)
        cases.push_back(nlohmann::json::parse(command.body)["case"]);
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
    return needed(tryToOpen(name));
}

Result<OfficeDesk> CentreOffice::tryToOpen(const std::string &name) const
{
    OfficeDesk desk;
    desk.folder = m_folder / name;
    desk.workspace = TRY(
        service::Workspace::open(desk.folder, sourcePath("resources"), service::OpenMode::Write, s_clock));
    desk.sync = TRY(service::CentreSync::open(*desk.workspace));
    return desk;
}

void CentreOffice::crashServer(SeededRandom &random) const
{
    const std::string count = value("SELECT count(*) FROM pg_stat_activity");
    const std::string victim =
        value("SELECT pid FROM pg_stat_activity ORDER BY pid OFFSET "
              + std::to_string(random.below(static_cast<std::uint64_t>(std::stoi(count)))) + " LIMIT 1");
    // It may have ended meanwhile: then the session that asks is as good.
    PGconn *session = PQconnectdb((text("admin") + " connect_timeout=10").c_str());
    pid_t process = std::stoi(victim);
    if (kill(process, SIGKILL) != 0) {
        process = PQbackendPID(session);
        kill(process, SIGKILL);
    }
    // The server's first process has seen the death once it has taken leave of the dead.
    while (kill(process, 0) == 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    PQfinish(session);
    for (int attempt = 0; attempt < 1000; ++attempt) {
        PGconn *again = PQconnectdb((text("admin") + " connect_timeout=10").c_str());
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

std::string CentreOffice::ledgerFault() const
{
    auto auditor = needed(central::Connection::open(text("office_auditor")));
    const storage::ChainReport report = needed(central::checkLedger(auditor, {}));
    if (report.events == 0)
        return "the auditor sees no ledger";
    return report.problems.empty() ? std::string() : "the auditor objects: " + report.problems.front().detail;
}

std::string CentreOffice::faultOf(const OfficeDesk &desk, const Confirmed &confirmed,
                                  const std::string &prefix)
{
    const auto told = reasons();
    for (const std::string &reason : confirmed.reasons)
        if (!told.contains(reason))
            return "lost: " + reason;
    for (const auto &[reason, times] : told)
        if (reason.starts_with(prefix) && times != 1)
            return "twice: " + reason;
    const auto papers = paperNumbers(desk.store());
    for (const std::string &paper : confirmed.papers)
        if (!papers.contains(paper))
            return "lost: the paper " + paper;
    const auto status = needed(service::syncStatus(*desk.workspace));
    if (status->saved != 0)
        return "acts without an answer: " + std::to_string(status->saved);
    const QByteArray own(
        value("SELECT string_agg(upper(replace(id::text, '-', '')) || ' ' || state || ' ' || "
              "version || '\n', '' ORDER BY id) FROM core.permit_case WHERE district = "
              + std::to_string(m_centre->desktop(0).district))
            .c_str());
    if (standings(desk.store()) != own)
        return "the copy's cases do not stand as the centre's";
    if (contents(desk.store()) != freshCopy())
        return "the copy is not the one that is made now";
    return ledgerFault();
}

} // namespace tests
