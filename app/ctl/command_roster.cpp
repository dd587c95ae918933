// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command_help.h"
#include "app/ctl/commands.h"
#include "app/ctl/intake_text.h"
#include "app/ctl/session.h"
#include "app/ctl/table.h"
#include "core/base/resident_id.h"
#include "core/service/registers/roster.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace tongban::ctl {

namespace {

struct Options {
    std::string file;
    std::string text;
    int most = 20;
};

std::string joined(const std::vector<std::string> &words, std::string_view between)
{
    std::string all;
    for (const std::string &word : words) {
        if (!all.empty())
            all += between;
        all += word;
    }
    return all;
}

nlohmann::ordered_json json(const service::RosterReport &report)
{
    nlohmann::ordered_json problems = nlohmann::ordered_json::array();
    for (const auto &problem : report.problems)
        problems.push_back({{"line", problem.line}, {"column", problem.column}, {"reason", problem.reason}});
    return {{"objects", report.objects()},
            {"enterprises", report.enterprises},
            {"persons", report.persons},
            {"imported", report.imported},
            {"registered", report.registered},
            {"licensed", report.licensed},
            {"granted", report.granted},
            {"unreadable", report.unreadable},
            {"without_code", report.withoutCode},
            {"without_name", report.withoutName},
            {"lines", report.lines},
            {"rejected", report.rejected},
            {"built_at", isoTimestamp(report.builtAt)},
            {"problems", std::move(problems)}};
}

void printText(const Session &session, const service::RosterReport &report)
{
    const auto part = [&](std::string_view zh, std::string_view en, std::int64_t count) {
        return std::string(session.text(zh, en)) + grouped(count);
    };
    session.printLine(part("名录库对象 ", "Objects in the roster ", report.objects())
                      + part(":企业 ", ": enterprises ", report.enterprises)
                      + part(",个人 ", ", persons ", report.persons));
    session.printLine(part("依据:文件导入 ", "Because of: a file ", report.imported)
                      + part(",登记 ", ", the register ", report.registered)
                      + part(",持证 ", ", a licence ", report.licensed)
                      + part(",办件准予 ", ", a granted case ", report.granted));
    if (report.unreadable + report.withoutCode + report.withoutName > 0)
        session.printLine(
            part("未列入:登记矛盾或者无法读取 ", "Left out: contradictory or unreadable ", report.unreadable)
            + part(",无有效证件号码 ", ", without a valid code ", report.withoutCode)
            + part(",查无名称 ", ", no register knows the name ", report.withoutName));
    if (report.lines > 0)
        session.printLine(part("文件行数 ", "Lines of the file ", report.lines)
                          + part(",拒收 ", ", rejected ", report.rejected));
    for (const auto &problem : report.problems)
        session.printLine("  " + std::string(session.text("第 ", "line ")) + std::to_string(problem.line)
                          + std::string(session.text(" 行 ", " ")) + problem.column + " " + problem.reason);
}

Result<> build(Session &session, const Options &options)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Write));
    const auto progress = progressOf(session, session.text("正在编制名录库", "Making the roster"));
    const auto report = TRY(options.file.empty() ? service::rebuildRoster(*workspace, progress)
                                                 : service::importRoster(*workspace, options.file, progress));
    if (session.json)
        session.printJson(json(report));
    else
        printText(session, report);
    if (report.rejected > 0)
        session.setExitCode(ExitCode::Findings);
    return {};
}

std::string_view matchWords(const Session &session, service::ObjectMatch match)
{
    using Match = service::ObjectMatch;
    switch (match) {
    case Match::Code: return session.text("代码", "code");
    case Match::WholeName: return session.text("名称相同", "whole name");
    case Match::WholeInitials: return session.text("首字母相同", "whole initials");
    case Match::NameBegins: return session.text("名称开头", "name begins");
    case Match::InitialsBegin: return session.text("首字母开头", "initials begin");
    case Match::Name: return session.text("名称", "name");
    case Match::Initials: return session.text("首字母", "initials");
    }
    return {};
}

/// A person's number is shown in full only to whoever typed its beginning.
std::string shownCode(const service::RosterObject &object)
{
    const bool hidden =
        object.kind == service::ObjectKind::Person && object.match != service::ObjectMatch::Code;
    return hidden ? masked(object.code, 6, 4) : object.code;
}

void printTable(const Session &session, const service::Workspace &workspace,
                const service::RosterAnswer &answer)
{
    Table table({{std::string(session.text("代码", "code"))},
                 {std::string(session.text("名称", "name"))},
                 {std::string(session.text("首字母", "initials"))},
                 {std::string(session.text("领域", "field"))},
                 {std::string(session.text("区划", "district"))},
                 {std::string(session.text("匹配", "found by"))}});
    for (const auto &object : answer.objects) {
        std::vector<std::string> fields;
        for (const std::string &code : object.fields) {
            const permit::Field *field = workspace.catalogue().field(code);
            fields.push_back(field == nullptr ? code
                                              : std::string(session.text(field->nameZh, field->nameEn)));
        }
        table.addRow({shownCode(object), object.name,
                      object.initials.empty() ? std::string() : object.initials.front(),
                      joined(fields, session.text("、", ", ")),
                      object.district == 0 ? std::string() : std::to_string(object.district),
                      std::string(matchWords(session, object.match))});
    }
    session.print(table.text());
    if (answer.more)
        session.printLine(session.text("还有其他对象,请多输入几个字。", "There are others; type more."));
}

Result<> search(Session &session, const Options &options)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Read));
    const auto answer = TRY(service::searchRoster(*workspace, options.text, options.most));
    if (session.json) {
        nlohmann::ordered_json objects = nlohmann::ordered_json::array();
        for (const auto &object : answer.objects)
            objects.push_back({{"code", object.code},
                               {"kind", name(object.kind)},
                               {"name", object.name},
                               {"initials", object.initials},
                               {"fields", object.fields},
                               {"district", object.district},
                               {"basis", object.basis},
                               {"found_by", name(object.match)}});
        session.printJson({{"built_at", isoTimestamp(answer.builtAt)},
                           {"more", answer.more},
                           {"objects", std::move(objects)}});
    } else {
        printTable(session, *workspace, answer);
    }
    if (answer.objects.empty())
        session.setExitCode(ExitCode::NotFound);
    return {};
}

} // namespace

void addRosterCommand(CLI::App &app, Session &session)
{
    CLI::App &group = addGroup(app, "roster", "Supervised enterprises and persons (检查对象名录库)");
    const auto options = std::make_shared<Options>();
    CLI::App &import = addCommand(
        group,
        {"import", "Take in a list of objects and make the roster anew (导入名录)",
         "roster import objects.csv",
         "CSV with the header code,name,field,district: USCC or resident id, fields of the "
         "catalogue joined by\n\";\". It takes the place of what was imported before. Exit code 1: "
         "some lines were rejected."});
    import.add_option("file", options->file, "objects.csv")->required();
    import.callback([&session, options] { runCommand(session, [&] { return build(session, *options);
});
} // namespace tongban::ctl
);
CLI::App &rebuild = addCommand(
    group,
    {"rebuild", "Make the roster from registers, licences and granted cases (编制名录)", "roster rebuild",
     "What came into the workspace since is found after the next rebuild only; the "
     "old roster is used until\nthe new one is whole."});
rebuild.callback([&session, options] { runCommand(session, [&] { return build(session, *options); }); });
CLI::App &searching =
    addCommand(group,
               {"search", "Find objects by code, name or pinyin initials (查找对象)", "roster search sztd",
                "The beginning of a code, any part of a name, or initials; every reading of a character "
                "counts.\nPersons' numbers are shortened unless they were typed. Exit code 3: nothing "
                "was found."});
searching.add_option("text", options->text, "Code, name or initials")->required();
searching.add_option("--most", options->most, "Lines at most")
    ->check(CLI::Range(1, 1000))
    ->capture_default_str();
searching.callback([&session, options] { runCommand(session, [&] { return search(session, *options); }); });
}

} // namespace tongban::ctl
