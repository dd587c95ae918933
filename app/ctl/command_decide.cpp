// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command_decide.h"

#include "app/ctl/commands.h"
#include "app/ctl/finding_text.h"
#include "app/ctl/model_file.h"
#include "app/ctl/session.h"
#include "core/dmn/line_decider.h"

#include <cerrno>
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <unistd.h>

namespace tongban::ctl {

namespace {

/// The standard input, whatever it is: a file, a pipe or a socket.
class InputSource final : public ByteSource
{
public:
    explicit InputSource(const std::atomic<bool> &stop) : m_stop(stop) { }

    Result<std::size_t> read(std::span<char> into) override
    {
        for (;;) {
            const ssize_t count = ::read(STDIN_FILENO, into.data(), into.size());
            if (count >= 0)
                return static_cast<std::size_t>(count);
            if (errno != EINTR)
                return fail(ErrorCode::Unavailable, "the standard input cannot be read");
            if (m_stop)
                return std::size_t{0};
        }
    }

private:
    const std::atomic<bool> &m_stop;
};

Result<> writeOut(std::string_view text)
{
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0)
        return fail(ErrorCode::Unavailable, "the standard output cannot be written");
    return {};
}

struct Options {
    DecisionOptions decision;
    unsigned threads = 1;
    bool isTraced = false;
};

Result<> decide(Session &session, const Options &options)
{
    const NamedDecision named =
        TRY(loadDecision(options.decision, session.json ? Language::English : session.language));
    InputSource input(session.stop());
    const dmn::LineOptions lines{
        .decision = named.slot,
        .tracing = options.isTraced ? dmn::Tracing::On : dmn::Tracing::Off,
        .threads = options.threads,
    };
    const dmn::LineCounts counts = TRY(dmn::decideLines(named.model, lines, input, writeOut));
    if (session.stop())
        session.setExitCode(ExitCode::Interrupted);
    else if (counts.errors > 0)
        session.setExitCode(ExitCode::Findings);
    if (counts.errors > 0)
        session.note(std::to_string(counts.errors) + std::string(session.text(" 行无法作出决定,共 ", " of "))
                     + std::to_string(counts.lines)
                     + std::string(session.text(" 行", " lines could not be decided")));
    return {};
}

} // namespace

void addDecisionOptions(CLI::App &command, DecisionOptions &options)
{
    command.add_option("model", options.file, "A DMN file")->required();
    command.add_option("--decision", options.name, "Name of the decision")->required();
}

Result<NamedDecision> loadDecision(const DecisionOptions &options, Language language)
{
    NamedDecision named;
    ModelFile file = TRY(compileModelFile(options.file, language));
    // Only a model without errors decides anything; the first one is told in full.
    if (const dmn::Finding *error = dmn::firstError(file.model->findings()))
        return fail(ErrorCode::InvalidInput, findingText(*error, {}, language));
    named.bytes = std::move(file.bytes);
    named.model = std::move(file.model);
    for (const dmn::ElementInfo &decision : named.model->decisions()) {
        if (named.model->find(options.name) == decision.slot) {
            named.slot = decision.slot;
            return named;
        }
    }
    return fail(ErrorCode::NotFound,
                std::string(pick(language, "模型中没有这个决策:", "the model has no decision "))
                    + options.name);
}

void addDecideCommand(CLI::App &app, Session &session)
{
    CLI::App *command = app.add_subcommand(
        "decide", "Decide cases: JSON Lines of inputs in, JSON Lines of answers out (批量决定)");
    const auto options = std::make_shared<Options>();
    addDecisionOptions(*command, options->decision);
    command->add_option("--threads", options->threads, "Threads that decide")
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    command->add_flag("--trace", options->isTraced, "Tell with each answer how it came about");
    command->footer("A line that cannot be decided is answered in its place by an object with `error`, and "
                    "the exit code is 1.\n"
                    "Example: tongbanctl decide rules.dmn --decision 结论 --threads 2 < cases.jsonl > "
                    "answers.jsonl");
    command->callback(
        [&session, options] { runCommand(session, [&] { return decide(session, *options); }); });
}

} // namespace tongban::ctl
