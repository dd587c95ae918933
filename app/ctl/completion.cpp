// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/completion.h"

#include <CLI/CLI.hpp>

namespace tongban::ctl {

namespace {

/// Long options of a command, each with a blank before it.
std::string optionsOf(const CLI::App &app)
{
    std::string out;
    for (const CLI::Option *option : app.get_options())
        for (const std::string &name : option->get_lnames())
            out += " --" + name;
    return out;
}

/// Options that take a value: the word after them is not a command.
std::string valueOptionsOf(const CLI::App &app)
{
    std::string out;
    for (const CLI::Option *option : app.get_options())
        for (const std::string &name : option->get_lnames())
            if (option->get_expected_min() > 0)
                out += (out.empty() ? "--" : "|--") + name;
    return out;
}

/// One case of the shell's `case "$path"`: the words that may follow.
void addPaths(std::string &out, const std::string &path, const CLI::App &app, const std::string &globals)
{
    std::string words;
    for (const CLI::App *command : app.get_subcommands({}))
        words += " " + command->get_name();
    words += optionsOf(app) + (path.empty() ? "" : globals);
    out += "        '" + path + "') words='" + words.substr(words.empty() ? 0 : 1) + "' ;;\n";
    for (const CLI::App *command : app.get_subcommands({}))
        addPaths(out, path + '/' + command->get_name(), *command, globals);
}

void addValueOptions(std::string &out, const CLI::App &app)
{
    const std::string mine = valueOptionsOf(app);
    if (!mine.empty())
        out += (out.empty() ? "" : "|") + mine;
    for (const CLI::App *command : app.get_subcommands({}))
        addValueOptions(out, *command);
}

/// The paths of all commands, "|/case|/case/list|...": what tells a command from another word.
void addKnown(std::string &out, const std::string &path, const CLI::App &app)
{
    for (const CLI::App *command : app.get_subcommands({})) {
        const std::string name = path + '/' + command->get_name();
        out += name + '|';
        addKnown(out, name, *command);
    }
}

} // namespace

std::string completionScript(const CLI::App &app, std::string_view shell)
{
    if (shell != "bash" && shell != "zsh")
        return {};
    std::string paths;
    addPaths(paths, "", app, optionsOf(app));
    std::string known = "|";
    addKnown(known, "", app);
    std::string values;
    addValueOptions(values, app);
    const std::string name = app.get_name();
    // zsh runs the same function through its own layer for bash completions.
    const std::string head = shell == "zsh"
        ? "#compdef " + name + "\nautoload -Uz bashcompinit && bashcompinit\n"
        : "# bash completion for " + name + "\n";
    return head + "# Made by " + name + " --completion; edit the program, not this file.\n_" + name + "() {\n"
        + "    local current=${COMP_WORDS[COMP_CWORD]} path= word i skip= words=\n"
          "    local known='"
        + known
        + "'\n"
          "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
          "        word=${COMP_WORDS[i]}\n"
          "        if [ -n \"$skip\" ]; then skip=; continue; fi\n"
          "        case \"$word\" in\n"
          "        "
        + values
        + ") skip=1 ;;\n"
          "        -*) ;;\n"
          "        *) case \"$known\" in *\"|$path/$word|\"*) path=$path/$word ;; esac ;;\n"
          "        esac\n"
          "    done\n"
          "    if [ -z \"$skip\" ]; then\n"
          "        case \"$path\" in\n"
        + paths
        + "        esac\n"
          "    fi\n"
          "    COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
          "    [ ${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- \"$current\"))\n"
          "}\ncomplete -o filenames -F _"
        + name + " " + name + "\n";
}

} // namespace tongban::ctl
