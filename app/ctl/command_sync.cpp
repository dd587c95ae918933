// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command_help.h"
#include "app/ctl/commands.h"
#include "app/ctl/intake_text.h"
#include "app/ctl/session.h"
#include "app/ctl/table.h"
#include "core/service/centre/centre_sync.h"

#include <chrono>
#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <thread>

namespace tongban::ctl {

namespace {

struct Options {
    std::string connect;
    std::vector<int> districts;
    std::string device;
    bool status = false;
    bool loop = false;
    double every = 5;
    int page = 2000;
};

nlohmann::ordered_json json(const service::SyncReport &report)
{
    nlohmann::ordered_json changed = nlohmann::ordered_json::array();
    for (const service::ChangedAct &act : report.changed)
        changed.push_back({{"id", act.id}, {"before", act.before}, {"after", act.after}});
    return {{"sent", report.sent},
            {"applied", report.applied},
            {"attention", report.attention},
            {"pulled", report.pulled},
            {"rewinds", report.rewinds},
            {"new_identities", report.newIdentities},
            {"changed", changed},
            {"closed", report.closed},
            {"unreachable", report.unreachable},
            {"stopped_by", report.stoppedBy},
            {"finished", report.isFinished()}};
}

void print(const Session &session, const service::SyncReport &report)
{
    if (session.json) {
        session.printJson(json(report));
        return;
    }
    const auto text = [&](std::string_view zh, std::string_view en) {
        return std::string(session.text(zh, en));
    };
    session.printLine(text("上报 ", "Sent ") + grouped(report.sent) + text(",中心已确认 ", ", confirmed ")
                      + grouped(report.applied) + text(",需处理 ", ", to be looked at ")
                      + grouped(report.attention) + text(";下载 ", "; pulled ") + grouped(report.pulled)
                      + text(" 条", " acts"));
    if (report.rewinds > 0)
        session.printLine(text("中心曾回到较早的备份,已核对并重新上报。",
                               "The centre had been set back; compared, and told again what it had lost."));
    if (report.newIdentities > 0)
        session.printLine(text("另一台机器使用了本机的编号,已换新编号。",
                               "Another machine had this desktop's identity; it has a new one now."));
    for (const service::ChangedAct &act : report.changed)
        session.printLine(text("中心恢复后结果改变:", "Came out differently after the restore: ") + act.id
                          + "  " + act.before + " -> " + act.after);
    for (const int district : report.closed)
        session.printLine(text("不再有权读取辖区 ", "No longer allowed to read district ")
                          + std::to_string(district));
    if (!report.unreachable.empty())
        session.printLine(
            text("中心暂不可达,稍后再试:", "The centre cannot be reached now; try again later: ")
            + report.unreachable);
    if (!report.stoppedBy.empty())
        session.printLine(
            text("中心不再接受,须管理员处理:", "The centre refuses; an administrator has to see to it: ")
            + report.stoppedBy);
}

void printStatus(const Session &session, const service::SyncStatus &status)
{
    if (session.json) {
        nlohmann::ordered_json districts = nlohmann::ordered_json::array();
        for (const auto &line : status.districts)
            districts.push_back(
                {{"district", line.district},
                 {"n", line.n},
                 {"central_n", line.centralN},
                 {"settled_n", line.settledN},
                 {"hash", line.hash},
                 {"pulled_at", line.pulledAt ? isoTimestamp(*line.pulledAt) : std::string()}});
        session.printJson({{"account", status.account},
                           {"districts", districts},
                           {"saved", status.saved},
                           {"told", status.told},
                           {"attention", status.attention},
                           {"oldest", status.oldest ? isoTimestamp(*status.oldest) : std::string()},
                           {"doubts", status.doubts},
                           {"rewinds", status.rewinds}});
        return;
    }
    Table table({{std::string(session.text("辖区", "District")), Table::Align::Right},
                 {std::string(session.text("本机", "Here")), Table::Align::Right},
                 {std::string(session.text("中心", "Centre")), Table::Align::Right},
                 {std::string(session.text("上次下载", "Pulled"))}});
    for (const auto &line : status.districts)
        table.addRow({std::to_string(line.district), grouped(line.n), grouped(line.centralN),
                      line.pulledAt ? isoTimestamp(*line.pulledAt) : std::string()});
    session.print(table.text());
    session.printLine(std::string(session.text("已存本机未上报 ", "Saved here, not answered: "))
                      + grouped(status.saved) + std::string(session.text(",需处理 ", ", to be looked at: "))
                      + grouped(status.attention));
}

/// Sleeps in short steps so that a signal ends it at once.
void rest(const Session &session, std::chrono::milliseconds span)
{
    const auto until = std::chrono::steady_clock::now() + span;
    while (!session.stop() && std::chrono::steady_clock::now() < until)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
}

void setExitCode(Session &session, const service::SyncReport &report)
{
    if (!report.stoppedBy.empty())
        session.setExitCode(ExitCode::Denied);
    else if (!report.unreachable.empty())
        session.setExitCode(ExitCode::Unavailable);
    else if (report.attention > 0)
        session.setExitCode(ExitCode::Findings);
}

Result<> loop(Session &session, service::CentreSync &sync, const Options &options,
              const service::SyncOptions &run)
{
    constexpr double kLongestSeconds = 60;
    int failures = 0;
    do {
        const service::SyncReport report = TRY(sync.run(run));
        const bool isWorthTelling = report.sent + report.pulled > 0 || !report.isFinished();
        if (!options.loop || isWorthTelling)
            print(session, report);
        setExitCode(session, report);
        // Doubles up to a minute while the centre is away: a thousand desktops do not knock in step for ever.
        failures = report.isFinished() ? 0 : std::min(failures + 1, 6);
        const double seconds =
            std::min(options.every * (1 << failures), std::max(kLongestSeconds, options.every));
        if (options.loop)
            rest(session, std::chrono::milliseconds(static_cast<int>(seconds * 1000)));
    } while (options.loop && !session.stop());
    if (options.loop)
        session.setExitCode(ExitCode::Success);
    return {};
}

Result<> sync(Session &session, const Options &options)
{
    TRY(session.prepare());
    const auto workspace =
        TRY(session.openWorkspace(options.status ? service::OpenMode::Read : service::OpenMode::Write));
    if (options.status) {
        const auto status = TRY(service::syncStatus(*workspace));
        if (!status)
            return fail(ErrorCode::Conflict, "the workspace belongs to no centre");
        printStatus(session, *status);
        return {};
    }
    if (!options.districts.empty()) {
        if (options.connect.empty() || options.device.empty())
            return fail(ErrorCode::InvalidInput, "joining takes --connect, --district and --device");
        TRY(service::joinCentre(*workspace,
                                {options.connect, options.districts, TRY(Uuid::parse(options.device))}));
    }
    const auto sync = TRY(service::CentreSync::open(*workspace));
    service::SyncOptions run;
    run.eventsPerPage = options.page;
    run.progress = progressOf(session, session.text("正在同步", "Synchronising"));
    return loop(session, *sync, options, run);
}

} // namespace

void addSyncCommand(CLI::App &app, Session &session)
{
    CLI::App &command = addCommand(
        app,
        {"sync", "Tell the centre what waits and copy what it knows (同步)",
         "sync --connect 'host=centre.example dbname=tongban user=wang' --district 440305 --device "
         "01890a5d-ac96-774b-bcce-b302099a8057",
         "The first time it joins: a workspace without cases becomes one of the centre's, as the device the "
         "administrator\nhas enrolled. Later `sync` alone, or `sync --loop`. What cannot be sent waits; "
         "nothing is "
         "lost by stopping it.\nExit code 1: an act waits for a person, see outbox; 5: the centre cannot be "
         "reached; 7: it refuses."});
    const auto options = std::make_shared<Options>();
    command.add_option("--connect", options->connect, "The centre to join")->envname("TONGBAN_CENTRE");
    command.add_option("--district", options->districts, "A district to keep a copy of; joins it");
    command.add_option("--device", options->device, "This desktop, as the administrator enrolled it");
    command.add_flag("--status", options->status, "Show how the workspace stands, without asking the centre");
    command.add_flag("--loop", options->loop, "Keep at it until stopped");
    command
        .add_option("--every", options->every, "Seconds between two rounds; a quiet one asks one question")
        ->check(CLI::Range(0.05, 3600.0))
        ->capture_default_str();
    command.add_option("--page", options->page, "Acts copied in one transaction")
        ->check(CLI::Range(1, 5000))
        ->capture_default_str();
    command.callback([&session, options] { runCommand(session, [&] { return sync(session, *options); }); });
}

} // namespace tongban::ctl
