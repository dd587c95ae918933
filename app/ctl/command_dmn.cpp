// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/commands.h"
#include "app/ctl/finding_text.h"
#include "app/ctl/model_file.h"
#include "app/ctl/session.h"
#include "core/base/file.h"
#include "core/dmn/check.h"
#include "core/dmn/compatibility_kit.h"

#include <algorithm>
#include <array>
#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <thread>

namespace tongban::ctl {

namespace {

namespace fs = std::filesystem;

struct TestOptions {
    std::vector<std::string> folders;
    std::string csv;
    unsigned threads = std::max(1u, std::thread::hardware_concurrency());
    bool listsFailures = false;
};

struct CheckOptions {
    std::string file;
};

/// A share with two digits, rounded down: 99.996 % is not yet everything.
std::string percent(std::size_t part, std::size_t whole)
{
    const std::size_t hundredths = whole == 0 ? 0 : part * 10'000 / whole;
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%zu.%02zu %%", hundredths / 100, hundredths % 100);
    return text.data();
}

void printFigures(const Session &session, const dmn::KitScore &score)
{
    const auto line = [&](std::string_view zh, std::string_view en, std::size_t part, std::size_t whole) {
        session.printLine(std::string(session.text(zh, en)) + std::to_string(part) + " / "
                          + std::to_string(whole) + "  " + percent(part, whole));
    };
    line("全部用例      ", "all cases       ", score.passed, score.total);
    line("非空结果用例  ", "non-null cases  ", score.nonNullPassed, score.nonNullTotal);
    session.printLine(
        std::string(session.text("各文件夹平均  ", "mean of folders ")) + std::to_string(score.folders) + "  "
        + percent(static_cast<std::size_t>(score.folderMean * 1e9), std::size_t{1'000'000'000}));
    line("已标出的错误  ", "errors flagged  ", score.errorsFlagged, score.errorsExpected);
}

/// The two means are shares from 0 to 1.
void printScoreJson(const Session &session, const dmn::KitScore &score)
{
    const double flagged = score.errorsExpected == 0
        ? 1.0
        : static_cast<double>(score.errorsFlagged) / static_cast<double>(score.errorsExpected);
    session.printJson({{"total", score.total},
                       {"passed", score.passed},
                       {"nonnull_total", score.nonNullTotal},
                       {"nonnull_passed", score.nonNullPassed},
                       {"folder_mean", score.folderMean},
                       {"errors_flagged", flagged},
                       {"errors_expected", score.errorsExpected},
                       {"errors_reported", score.errorsFlagged},
                       {"folders", score.folders}});
}

void printFailures(const Session &session, const std::vector<dmn::KitFolder> &folders)
{
    for (const dmn::KitFolder &folder : folders) {
        for (const dmn::KitOutcome &outcome : folder.outcomes) {
            if (!outcome.isPassed)
                session.note(folder.path + " " + outcome.id + ": " + outcome.detail);
        }
    }
}

Result<> test(Session &session, const TestOptions &options)
{
    std::vector<fs::path> folders;
    for (const std::string &root : options.folders) {
        std::error_code error;
        if (!fs::is_directory(root, error))
            return fail(ErrorCode::NotFound, "there is no folder " + root);
        const std::vector<fs::path> found = dmn::findKitFolders(root);
        folders.insert(folders.end(), found.begin(), found.end());
    }
    const std::vector<dmn::KitFolder> results = dmn::runKitFolders(folders, options.threads);
    if (!options.csv.empty())
        TRY(replaceFile(options.csv, dmn::kitCsv(results)));
    const dmn::KitScore score = dmn::scoreOf(results);
    bool hasProblems = false;
    for (const dmn::KitFolder &folder : results) {
        for (const std::string &problem : folder.problems) {
            session.note(folder.path + ": " + problem);
            hasProblems = true;
        }
    }
    if (options.listsFailures)
        printFailures(session, results);
    if (session.json) {
        printScoreJson(session, score);
    } else {
        printFigures(session, score);
        session.printLine(std::to_string(score.passed) + " passed, "
                          + std::to_string(score.total - score.passed) + " failed");
    }
    // A test file that cannot be read may hold any number of cases that would fail.
    if (score.passed != score.total || score.total == 0 || hasProblems)
        session.setExitCode(ExitCode::Findings);
    return {};
}

/// The legal basis that the annotations of the finding's rules name.
std::vector<std::string> articlesOf(const dmn::CompiledModel &model, const dmn::Finding &finding)
{
    std::vector<std::string> articles;
    for (std::size_t number = 0; number < model.tableCount(); ++number) {
        if (model.tableElement(number) != finding.element)
            continue;
        const dmn::DecisionTable &table = model.table(number);
        for (const int rule : finding.rules) {
            if (rule < 1 || static_cast<std::size_t>(rule) > table.rules.size())
                continue;
            for (const std::string &text : table.rules[static_cast<std::size_t>(rule) - 1].annotations) {
                if (!text.empty() && std::ranges::find(articles, text) == articles.end())
                    articles.push_back(text);
            }
        }
        break;
    }
    return articles;
}

void printFindingJson(const Session &session, const dmn::Finding &finding,
                      const std::vector<std::string> &articles)
{
    session.printJson({{"severity", finding.isError() ? "error" : "warning"},
                       {"kind", dmn::name(finding.kind)},
                       {"element", finding.element},
                       {"rules", finding.rules},
                       {"column", finding.column},
                       {"line", finding.place.line},
                       {"message", finding.message},
                       {"read", finding.read},
                       {"expected", finding.expected},
                       {"position", finding.position},
                       {"example", finding.example},
                       {"articles", articles}});
}

Result<> check(Session &session, const CheckOptions &options)
{
    const Language language = session.json ? Language::English : session.language;
    const auto compiled = TRY(compileModelFile(options.file, language)).model;
    std::vector<dmn::Finding> findings = compiled->findings();
    for (dmn::Finding &finding : dmn::checkModel(*compiled))
        findings.push_back(std::move(finding));
    std::size_t errors = 0;
    for (const dmn::Finding &finding : findings) {
        errors += finding.isError() ? 1 : 0;
        const std::vector<std::string> articles = articlesOf(*compiled, finding);
        if (session.json)
            printFindingJson(session, finding, articles);
        else
            session.print(findingText(finding, articles, session.language));
    }
    if (session.json)
        session.printJson({{"errors", errors}, {"warnings", findings.size() - errors}});
    else
        session.printLine(std::string(session.text("错误 ", "errors ")) + std::to_string(errors)
                          + std::string(session.text(",提醒 ", ", warnings "))
                          + std::to_string(findings.size() - errors));
    if (errors > 0)
        session.setExitCode(ExitCode::Findings);
    return {};
}

} // namespace

void addDmnCommand(CLI::App &app, Session &session)
{
    CLI::App *command =
        app.add_subcommand("dmn", "Decision models: compatibility kit and static checks (决策模型)");
    command->require_subcommand(1);

    auto tests = std::make_shared<TestOptions>();
    CLI::App *test =
        command->add_subcommand("test", "Runs folders of the DMN compatibility kit (兼容性测试)");
    test->add_option("dir", tests->folders, "Folders of the kit, or folders of such folders")->required();
    test->add_option("--csv", tests->csv, "Writes every case in the kit's layout of results");
    test->add_option("--threads", tests->threads, "How many folders at a time")->check(CLI::Range(1u, 256u));
    test->add_flag("--failures", tests->listsFailures, "Lists the cases that fail on the standard error");
    test->footer("Example: tongbanctl dmn test dmn-tck/TestCases --csv results.csv");
    test->callback([&session, tests] { runCommand(session, [&] { return ctl::test(session, *tests); }); });

    auto checks = std::make_shared<CheckOptions>();
    CLI::App *check = command->add_subcommand("check", "Looks for mistakes in a decision model (模型检查)");
    check->add_option("file", checks->file, "The DMN file; models it imports are found beside it")
        ->required();
    check->footer("Example: tongbanctl dmn check resources/models/quota-renewal/1.dmn");
    check->callback(
        [&session, checks] { runCommand(session, [&] { return ctl::check(session, *checks); }); });
}

} // namespace tongban::ctl
