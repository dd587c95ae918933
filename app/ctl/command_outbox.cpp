// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command_help.h"
#include "app/ctl/commands.h"
#include "app/ctl/session.h"
#include "app/ctl/table.h"
#include "core/service/centre/outbox_desk.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace tongban::ctl {

namespace {

struct Options {
    std::string id;
    std::string note;
    std::filesystem::path file;
    bool all = false;
};

/// The states of SYNC in words.
std::string stateText(const Session &session, const std::string &state)
{
    struct Line {
        std::string_view code, zh, en;
    };
    static constexpr Line kLines[] = {
        {"saved", "已存本机(未上报)", "saved here, not answered"},
        {"told", "中心已确认", "carried out by the centre"},
        {"confirmed", "中心已确认", "carried out by the centre"},
        {"settled", "已归档", "settled"},
        {"attention", "需处理", "to be looked at"},
        {"closed", "已处理", "seen to"},
    };
    for (const Line &line : kLines)
        if (line.code == state)
            return std::string(session.text(line.zh, line.en));
    return state;
}

nlohmann::ordered_json json(const service::OutboxLine &line)
{
    return {{"id", line.id},
            {"act", line.act},
            {"case", line.caseId},
            {"serial", line.serial},
            {"district", line.district},
            {"state", line.state},
            {"may_be_sent", line.mayBeSent},
            {"outcome", line.outcome},
            {"detail", line.detail},
            {"made_at", isoTimestamp(line.madeAt)},
            {"told_at", line.toldAt ? isoTimestamp(*line.toldAt) : std::string()},
            {"note", line.note}};
}

Result<> list(Session &session, const Options &options)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Read));
    Table table({{std::string(session.text("标识", "Id"))},
                 {std::string(session.text("行为", "Act"))},
                 {std::string(session.text("办件", "Case"))},
                 {std::string(session.text("状态", "State"))},
                 {std::string(session.text("原因", "Why"))},
                 {std::string(session.text("时间", "Made"))}});
    for (const service::OutboxLine &line : TRY(service::outboxLines(*workspace, options.all))) {
        if (session.json)
            session.printJson(json(line));
        else
            table.addRow({line.id, line.act, line.serial, stateText(session, line.state),
                          line.outcome.empty() || line.outcome == "applied"
                              ? line.detail
                              : line.outcome + ":" + line.detail,
                          isoTimestamp(line.madeAt)});
    }
    if (!session.json)
        session.print(table.text());
    return {};
}

Result<> show(Session &session, const Options &options)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Read));
    const service::CommandConflict found = TRY(service::commandConflict(*workspace, options.id));
    if (session.json) {
        nlohmann::ordered_json document = json(found.line);
        document["meant"] = nlohmann::ordered_json::parse(found.meant, nullptr, false);
        document["centre"] = {{"state", found.state},
                              {"outcome", found.outcome},
                              {"last_act", found.lastAct},
                              {"last_actor", found.lastActor},
                              {"last_at", found.lastAt ? isoTimestamp(*found.lastAt) : std::string()}};
        session.printJson(document);
        return {};
    }
    session.printLine(std::string(session.text("本机:", "Here:   ")) + found.line.act + "  "
                      + stateText(session, found.line.state) + "  " + found.line.outcome + ":"
                      + found.line.detail);
    session.printLine(std::string(session.text("中心:", "Centre: ")) + found.state + "  " + found.lastAct
                      + "  " + found.lastActor + "  "
                      + (found.lastAt ? isoTimestamp(*found.lastAt) : std::string()));
    session.printLine(found.meant);
    return {};
}

Result<> withdraw(Session &session, const Options &options)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Write));
    TRY(service::withdrawCommand(*workspace, options.id));
    if (session.json)
        session.printJson({{"withdrawn", options.id}});
    else
        session.printLine(session.text("已撤回,未上报。", "Taken back; it was never sent."));
    return {};
}

Result<> redo(Session &session, const Options &options)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Write));
    const std::string id = TRY(service::redoCommand(*workspace, options.id));
    if (session.json)
        session.printJson({{"redone", options.id}, {"id", id}});
    else
        session.printLine(
            std::string(session.text("已按现状重新提交:", "Made again for the case as it is now: ")) + id);
    return {};
}

Result<> close(Session &session, const Options &options)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Write));
    TRY(service::closeCommand(*workspace, options.id, options.note));
    if (session.json)
        session.printJson({{"closed", options.id}});
    else
        session.printLine(session.text("已标记为已处理。", "Marked as seen to."));
    return {};
}

Result<> exportAll(Session &session, const Options &options)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Read));
    const std::int64_t count = TRY(service::exportOutbox(*workspace, options.file));
    if (session.json)
        session.printJson({{"exported", count}, {"file", options.file.string()}});
    else
        session.printLine(std::string(session.text("已导出 ", "Exported ")) + grouped(count));
    return {};
}

} // namespace

void addOutboxCommand(CLI::App &app, Session &session)
{
    CLI::App &group = addGroup(app, "outbox", "What this desktop has to tell the centre (待上报)");
    const auto add = [&](const CommandHelp &help,
                         auto run) -> std::pair<CLI::App &, std::shared_ptr<Options>> {
        CLI::App &command = addCommand(group, help);
        const auto options = std::make_shared<Options>();
        command.callback(
            [&session, options, run] { runCommand(session, [&] { return run(session, *options); }); });
        return {command, options};
    };
    const std::string id = " 01890a5d-ac96-774b-bcce-b302099a8057";
    auto [listed, listOptions] = add({"list", "Acts with state and reason (列出)", "outbox list", ""}, list);
    listed.add_flag("--all", listOptions->all, "Those that are settled or closed too");
    for (const auto &[help, run] :
         std::initializer_list<std::pair<CommandHelp, Result<> (*)(Session &, const Options &)>>{
             {{"show", "What was meant beside how the case stands at the centre (对照)", "outbox show" + id,
               ""},
              show},
             {{"withdraw", "Take an act back that was never sent (撤回)", "outbox withdraw" + id, ""},
              withdraw},
             {{"redo", "Do an act again that was not carried out, to the case as it is now (重新提交)",
               "outbox redo" + id, ""},
              redo}}) {
        auto [command, options] = add(help, run);
        command.add_option("id", options->id, "As `outbox list` shows it")->required();
    }
    auto [closed, closeOptions] =
        add({"close", "Mark an act that was not carried out as seen to (标记已处理)",
             "outbox close" + id + " --note 'decided by li'", ""},
            close);
    closed.add_option("id", closeOptions->id, "As `outbox list` shows it")->required();
    closed.add_option("--note", closeOptions->note, "Why nothing more is to be done")->required();
    auto [exported, exportOptions] = add(
        {"export", "Write what the centre has not confirmed into a file (导出)", "outbox export outbox.jsonl",
         "A last resort where the network stays away: the administrator can push the lines elsewhere, "
         "with the same keys,\nand nothing is done twice."},
        exportAll);
    exported.add_option("file", exportOptions->file, "The file; replaced when it is there")->required();
}

} // namespace tongban::ctl
