// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/manual_page.h"

#include "app/ctl/exit_code.h"

#include <CLI/CLI.hpp>

namespace tongban::ctl {

namespace {

/// Text as roff shows it: backslashes and hyphens literally, no line taken for a request.
std::string escaped(const std::string &text)
{
    std::string out;
    bool lineStart = true;
    for (const char c : text) {
        if (lineStart && (c == '.' || c == '\''))
            out += "\\&";
        if (c == '\\')
            out += "\\e";
        else if (c == '-')
            out += "\\-";
        else
            out += c;
        lineStart = c == '\n';
    }
    return out;
}

/// Paragraphs of a footer; examples are set apart from the text.
void addFooter(std::string &out, const std::string &footer)
{
    std::string rest = footer;
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        const std::string line = rest.substr(0, end);
        rest = end == std::string::npos ? std::string() : rest.substr(end + 1);
        const bool apart = line.starts_with("Example") || line.starts_with(" ");
        out += (apart ? ".br\n" : "") + escaped(line) + '\n';
    }
}

std::string nameOf(const CLI::Option &option)
{
    std::string name;
    for (const std::string &shortName : option.get_snames())
        name += (name.empty() ? "" : ", ") + std::string("-") + shortName;
    for (const std::string &longName : option.get_lnames())
        name += (name.empty() ? "" : ", ") + std::string("--") + longName;
    return name.empty() ? option.get_name(true) : name;
}

void addOptions(std::string &out, const CLI::App &app)
{
    for (const CLI::Option *option : app.get_options()) {
        const bool flag = option->get_expected_min() == 0;
        out += ".TP\n\\fB" + escaped(nameOf(*option)) + "\\fR";
        if (!flag && !option->get_positional())
            out += " \\fI" + escaped(option->get_type_name()) + "\\fR";
        out += '\n' + escaped(option->get_description());
        if (!option->get_default_str().empty())
            out += " (default: " + escaped(option->get_default_str()) + ")";
        out += '\n';
    }
}

std::string usageOf(const std::string &path, const CLI::App &app)
{
    std::string out = "\\fB" + escaped(path) + "\\fR";
    for (const CLI::Option *option : app.get_options())
        if (option->get_positional())
            out += " \\fI" + escaped(option->get_name(true)) + "\\fR";
    return out;
}

void addCommands(std::string &out, const std::string &path, const CLI::App &app)
{
    for (const CLI::App *command : app.get_subcommands({})) {
        const std::string name = path + ' ' + command->get_name();
        if (command->get_subcommands({}).empty()) {
            out += ".SS " + escaped(name) + '\n' + usageOf(name, *command) + "\n.PP\n"
                + escaped(command->get_description()) + ".\n";
            addFooter(out, command->get_footer());
            addOptions(out, *command);
        } else {
            out += ".SS " + escaped(name) + '\n' + escaped(command->get_description()) + '\n';
            addCommands(out, name, *command);
        }
    }
}

} // namespace

std::string manualPage(const CLI::App &app)
{
    const std::string name = app.get_name();
    std::string out = ".\\\" Made by " + escaped(name) + " \\-\\-man; edit the program, not this page.\n.TH "
        + name + " 1 \"\" \"" + app.version() + "\"\n.SH NAME\n" + name
        + " \\- command line and worker of Tongban (通办)\n.SH SYNOPSIS\n\\fB" + name
        + "\\fR [\\fIglobal options\\fR] \\fIcommand\\fR [\\fIoptions\\fR]\n.SH DESCRIPTION\n"
          "Tongban takes in applications for permits, lets published rules decide what they can decide, "
          "says\n"
          "why, and leaves the rest to people. A workspace is a folder; its store is the whole system.\n"
          "Results are printed in Chinese unless another language is asked for, one JSON object a line with\n"
          "\\fB\\-\\-json\\fR; remarks and progress go to the standard error.\n.SH GLOBAL OPTIONS\n";
    addOptions(out, app);
    out += ".SH COMMANDS\n";
    addCommands(out, name, app);
    out += ".SH EXIT STATUS\n";
    for (const ExitCodeLine &line : exitCodes())
        out += ".TP\n\\fB" + std::to_string(static_cast<int>(line.code)) + "\\fR\n"
            + escaped(std::string(line.meaning)) + '\n';
    out +=
        ".SH ENVIRONMENT\n.TP\n\\fBTONGBAN_WORKSPACE\\fR\nFolder of the workspace.\n.TP\n"
        "\\fBTONGBAN_RESOURCES\\fR\nFolder of the shipped data.\n.TP\n"
        "\\fBTONGBAN_FONTS\\fR\nFolder of the document font, where it is not the system's.\n.TP\n"
        "\\fBLC_ALL\\fR, \\fBLC_MESSAGES\\fR, \\fBLANG\\fR\nEnglish results where the first of them that is "
        "set begins with \"en\".\n.SH FILES\n"
        "A workspace holds store.sqlite, registers.sqlite, anchors.jsonl (witnesses of the record),\n"
        "workspace.json, intake/ (lines set aside) and, where agencies are asked, agencies.json.\n";
    return out;
}

} // namespace tongban::ctl
