// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/flow/program.h"
#include "tests/support/paths.h"
#include "tests/support/patience.h"
#include "tests/support/temporary_directory.h"

#include <QTest>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <sqlite3.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace tests;
namespace fs = std::filesystem;

/// The night and the morning of an office, and what it is told when something is wrong.
class TstCommands : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyCommandSpeaksJson_data();
    void everyCommandSpeaksJson();
    void aCaseIsToldInBothLanguages();
    void aCapsuleVerifiesAndOneChangedByteIsFound();
    void actsAreDoneAndRefusedActsChangeNothing();
    void exitCodesTellWhatHappened_data();
    void exitCodesTellWhatHappened();
    void badInputSaysWhatWasKeptAndWhatToDo_data();
    void badInputSaysWhatWasKeptAndWhatToDo();
    void aRunningWorkerKeepsASecondOneOut();
    void aFullDiskSaysSoAndGoesOnAfterwards();
    void aReadOnlyFolderIsReadAndNotWritten();

private:
    std::string serialWith(const std::string &state) const;
    static bool hasChinese(const std::string &text);
    void checkMessage(const Program &program, const std::vector<std::string> &arguments, int exitCode,
                      const std::string &english, const std::string &chinese);

    TemporaryDirectory m_folder;
    std::unique_ptr<Program> m_program;
};

void TstCommands::initTestCase()
{
    m_program = std::make_unique<Program>(m_folder / "office");
    const RunResult demo = m_program->run({"demo", "--applications", "400", "--seed", "3", "--json"});
    QVERIFY2(demo.exitCode == 0 || demo.exitCode == 1, demo.errors.c_str());
    const auto intake = demo.document()["intake"];
    QCOMPARE(intake["accepted"].get<int>() + intake["repeated"].get<int>() + intake["quarantined"].get<int>()
                 + intake["blank"].get<int>(),
             intake["lines"].get<int>());
    const RunResult work = m_program->run({"work", "--json"});
    QCOMPARE(work.exitCode, 0);
    QVERIFY(work.document()["granted"].get<int>() > 100);
    QCOMPARE(work.document()["finished"].get<bool>(), true);
}

std::string TstCommands::serialWith(const std::string &state) const
{
    const auto lines =
        m_program->run({"case", "list", "--state", state, "--limit", "1", "--json"}).documents();
    return lines.front()["serial"].get<std::string>();
}

bool TstCommands::hasChinese(const std::string &text)
{
    return std::ranges::any_of(text, [](char c) { return (static_cast<unsigned char>(c) & 0xF0U) == 0xE0U; });
}

void TstCommands::everyCommandSpeaksJson_data()
{
    QTest::addColumn<std::string>("arguments");
    for (const char *line :
         {"status", "case list --limit 5", "case show SERIAL", "register list", "audit verify", "work",
          "capsule export SERIAL FOLDER", "capsule export --all FOLDER", "capsule verify CAPSULE",
          "import nothing.jsonl", "case show 0", "catalogue check", "catalogue counts", "clock show",
          "clock accept", "case clock SERIAL", "rules show quota-renewal",
          "capsule verify --recorded CAPSULE"})
        QTest::newRow(line) << std::string(line);
}

void TstCommands::everyCommandSpeaksJson()
{
    QFETCH(std::string, arguments);
    const std::string serial = serialWith("granted");
    const auto folder = m_folder / "json-capsules";
    m_program->run({"capsule", "export", serial, folder.string()});
    std::vector<std::string> words;
    std::istringstream in(arguments);
    for (std::string word; in >> word;)
        words.push_back(word == "SERIAL"        ? serial
                            : word == "FOLDER"  ? folder.string()
                            : word == "CAPSULE" ? (folder / (serial + "-1.json")).string()
                                                : word);
    words.emplace_back("--json");
    const RunResult result = m_program->run(words);
    const auto documents = result.documents(); // ends the program when a line is no JSON
    QVERIFY2(documents.front().is_object(), result.errors.c_str());
    QVERIFY2(result.exitCode != 8 && result.exitCode >= 0, result.errors.c_str());
}

void TstCommands::aCaseIsToldInBothLanguages()
{
    for (const char *state : {"granted", "referred", "supplement_pending"}) {
        const std::string serial = serialWith(state);
        const RunResult english = m_program->run({"case", "show", serial});
        QCOMPARE(english.exitCode, 0);
        m_program->setLanguage("zh");
        const RunResult chinese = m_program->run({"case", "show", serial});
        m_program->setLanguage("en");
        QCOMPARE(chinese.exitCode, 0);
        QVERIFY(chinese.output.find(serial) != std::string::npos);
        QVERIFY(hasChinese(chinese.output));
        QVERIFY(english.output != chinese.output);
    }
}

void TstCommands::aCapsuleVerifiesAndOneChangedByteIsFound()
{
    const std::string serial = serialWith("granted");
    const auto folder = m_folder / "capsules";
    QCOMPARE(m_program->run({"capsule", "export", serial, folder.string()}).exitCode, 0);
    const auto file = folder / (serial + "-1.json");
    const Program elsewhere(m_folder / "no workspace here");
    QCOMPARE(elsewhere.run({"capsule", "verify", file.string()}).exitCode, 0);
    std::string text = readFile(file);
    text[text.size() / 2] = static_cast<char>(text[text.size() / 2] ^ 1);
    m_folder.write("capsules/changed.json", text);
    const RunResult changed = elsewhere.run({"capsule", "verify", (folder / "changed.json").string()});
    QCOMPARE(changed.exitCode, 1);
    QVERIFY(changed.output.find("DIFFERENT") != std::string::npos);
}

void TstCommands::actsAreDoneAndRefusedActsChangeNothing()
{
    const std::string serial = serialWith("referred");
    const std::string before = fingerprint(m_program->workspace());
    const RunResult refused = m_program->run(
        {"case", "act", serial, "propose_refusal", "--actor", "approver", "--role", "approver"});
    QCOMPARE(refused.exitCode, 4);
    QCOMPARE(fingerprint(m_program->workspace()), before);
    const RunResult human = m_program->run(
        {"case", "act", serial, "request_human", "--actor", "clerk", "--role", "clerk", "--json"});
    QCOMPARE(human.exitCode, 0);
    QCOMPARE(human.document()["state"].get<std::string>(), std::string("referred"));
    QVERIFY(fingerprint(m_program->workspace()) != before);
    QCOMPARE(m_program->run({"audit", "verify"}).exitCode, 0);
}

void TstCommands::exitCodesTellWhatHappened_data()
{
    QTest::addColumn<std::string>("arguments");
    QTest::addColumn<int>("exitCode");
    const auto row = [](const char *arguments, int exitCode) {
        QTest::newRow(arguments) << std::string(arguments) << exitCode;
    };
    row("--help", 0);
    row("--version", 0);
    row("work --help", 0);
    row("", 2);
    row("no-such-command", 2);
    row("case show", 2);
    row("case show 12345", 2);
    row("case show 01890a5d-ac96-774b-bcce-b302099a8057", 3);
    row("import /no/such/file.jsonl", 3);
    row("register import /no/such/police.person.csv --as-of 2026-11-22", 3);
    row("init", 4);
    row("capsule verify /no/such/capsule.json", 3);
    row("case act 1 dance --actor a", 2);
}

void TstCommands::exitCodesTellWhatHappened()
{
    QFETCH(std::string, arguments);
    QFETCH(int, exitCode);
    std::vector<std::string> words;
    std::istringstream in(arguments);
    for (std::string word; in >> word;)
        words.push_back(word);
    const RunResult result = m_program->run(words);
    QVERIFY2(result.exitCode == exitCode, (std::to_string(result.exitCode) + ": " + result.errors).c_str());
}

void TstCommands::checkMessage(const Program &program, const std::vector<std::string> &arguments,
                               int exitCode, const std::string &english, const std::string &chinese)
{
    Program speaking = program;
    for (const bool isChinese : {false, true}) {
        speaking.setLanguage(isChinese ? "zh" : "en");
        const RunResult result = speaking.run(arguments);
        const std::string said = result.output + result.errors;
        QVERIFY2(result.exitCode == exitCode, (std::to_string(result.exitCode) + ": " + said).c_str());
        QVERIFY2(said.find(isChinese ? chinese : english) != std::string::npos, said.c_str());
    }
}

void TstCommands::badInputSaysWhatWasKeptAndWhatToDo_data()
{
    QTest::addColumn<std::string>("damage");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<std::string>("english");
    QTest::addColumn<std::string>("chinese");
    const auto row = [](const char *damage, int exitCode, const char *english, const char *chinese) {
        QTest::newRow(damage) << std::string(damage) << exitCode << std::string(english)
                              << std::string(chinese);
    };
    row("half-written", 1, "set aside", "搁置");
    row("wrong encoding", 1, "set aside", "搁置");
    row("wrong check digit", 1, "bad_check_digit", "bad_check_digit");
    row("wrong header", 2, "nothing was changed", "没有作任何改动");
    row("newer database", 4, "newer", "冲突");
    row("no store", 6, "Do not write any further", "请不要继续写入");
    row("clock set back", 4, "Set the clock", "已提交的都保留着");
}

void TstCommands::badInputSaysWhatWasKeptAndWhatToDo()
{
    QFETCH(std::string, damage);
    QFETCH(int, exitCode);
    QFETCH(std::string, english);
    QFETCH(std::string, chinese);
    const TemporaryDirectory folder;
    Program program(folder / "office");
    QCOMPARE(program.run({"init", "--kind", "demo"}).exitCode, 0);
    const std::string good = readFile(m_folder / "office/demo/applications.jsonl");
    const std::string first = good.substr(0, good.find('\n') + 1);
    const auto store = folder / "office/store.sqlite";
    std::vector<std::string> arguments{"import", (folder / "a.jsonl").string()};
    folder.write("a.jsonl", first);
    if (damage == "half-written") {
        folder.write("a.jsonl", first + first.substr(0, first.size() / 2));
    } else if (damage == "wrong encoding") {
        folder.write("a.jsonl", first + "{\"channel\":\"\xC1\xD6\"}\n");
    } else if (damage == "wrong check digit") {
        std::string line = first;
        const std::size_t place = line.find("\"id\":\"") + 6 + 17;
        line[place] = line[place] == '0' ? '1' : '0';
        folder.write("a.jsonl", line);
    } else if (damage == "wrong header") {
        folder.write("a.csv", "what,is,this\n");
        arguments[1] = (folder / "a.csv").string();
    } else if (damage == "newer database") {
        sqlite3 *database = nullptr;
        sqlite3_open(store.c_str(), &database);
        sqlite3_exec(database, "PRAGMA user_version = 99", nullptr, nullptr, nullptr);
        sqlite3_close(database);
    } else if (damage == "no store") {
        folder.write("office/store.sqlite", "a letter\n");
    } else if (damage == "clock set back") {
        QCOMPARE(program.run(arguments).exitCode, 0);
        program.setPresent("2026-11-22T09:00:00+08:00");
    }
    checkMessage(program, arguments, exitCode, english, chinese);
}

void TstCommands::aRunningWorkerKeepsASecondOneOut()
{
    const auto lock = m_program->workspace() / "worker.lock";
    const auto isHeldBy = [&lock](const QProcess &process) {
        return fs::exists(lock) && readFile(lock) == std::to_string(process.processId()) + '\n';
    };
    const auto service = m_program->start({"work", "--service", "--interval", "1"});
    EVENTUALLY(isHeldBy(*service));
    checkMessage(*m_program, {"work"}, 4, "another worker", "冲突");
    QCOMPARE(m_program->run({"status"}).exitCode, 0);
    ::kill(static_cast<pid_t>(service->processId()), SIGKILL);
    Program::finish(*service);
    QCOMPARE(m_program->run({"work"}).exitCode, 0); // what a killed worker left behind is no obstacle
    // Nor is a lock file that was begun and never written.
    std::ofstream(lock, std::ios::trunc).close();
    QCOMPARE(m_program->run({"work"}).exitCode, 0);
    const auto again = m_program->start({"work", "--service", "--interval", "1"});
    EVENTUALLY(isHeldBy(*again));
    ::kill(static_cast<pid_t>(again->processId()), SIGTERM);
    QVERIFY(Program::finish(*again).exitCode >= 0);
}

void TstCommands::aFullDiskSaysSoAndGoesOnAfterwards()
{
    const TemporaryDirectory folder;
    fs::create_directories(folder / "disk");
    if (::mount("tmpfs", (folder / "disk").c_str(), "tmpfs", 0, "size=5m") != 0)
        QSKIP("mounting a small file system needs root; the limit of a file is tested with the store");
    {
        const Program files(folder / "demo");
        QCOMPARE(files.run({"demo", "--applications", "6000", "--files-only"}).exitCode, 0);
        const Program program(folder / "disk/office");
        QCOMPARE(program.run({"init", "--kind", "demo"}).exitCode, 0);
        const std::vector<std::string> import{"import", (folder / "demo/applications.jsonl").string(),
                                              "--commit-every", "200"};
        checkMessage(program, import, 5, "What was committed is kept", "已提交的都保留着");
        QVERIFY(::mount("tmpfs", (folder / "disk").c_str(), "tmpfs", MS_REMOUNT, "size=100m") == 0);
        const RunResult done = program.run(import);
        QVERIFY2(done.exitCode == 0 || done.exitCode == 1, done.errors.c_str());
        QCOMPARE(program.run({"audit", "verify"}).exitCode, 0);
    }
    ::umount2((folder / "disk").c_str(), MNT_DETACH);
}

void TstCommands::aReadOnlyFolderIsReadAndNotWritten()
{
    if (::geteuid() != 0)
        QSKIP("needs the right to mount");
    const auto office = m_program->workspace();
    if (::mount(office.c_str(), office.c_str(), nullptr, MS_BIND, nullptr) != 0)
        QSKIP("needs the right to mount");
    QVERIFY(::mount(nullptr, office.c_str(), nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr) == 0);
    const RunResult status = m_program->run({"status", "--json"});
    const RunResult work = m_program->run({"work"});
    const RunResult audit = m_program->run({"audit", "verify"});
    ::umount2(office.c_str(), MNT_DETACH);
    QVERIFY2(status.exitCode == 0, status.errors.c_str());
    QVERIFY2(work.exitCode == 7, work.errors.c_str());
    QVERIFY2(audit.exitCode == 0, audit.errors.c_str());
}

QTEST_GUILESS_MAIN(TstCommands)
#include "tst_commands.moc"
