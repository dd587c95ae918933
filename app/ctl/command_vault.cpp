// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command_help.h"
#include "app/ctl/commands.h"
#include "app/ctl/intake_text.h"
#include "app/ctl/password_input.h"
#include "app/ctl/session.h"
#include "app/ctl/table.h"
#include "app/ctl/unlock.h"
#include "core/base/file.h"
#include "core/service/workspace/vault.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace tongban::ctl {

namespace fs = std::filesystem;

namespace {

struct VaultOptions {
    std::string newPassphraseFile;
    std::string codeFile;
    std::string target;
};

/// From the file, or typed twice.
Result<std::string> newPassphrase(const Session &session, const std::string &file)
{
    if (!file.empty())
        return readPassphraseFile(file);
    std::string first = TRY(readPassword(session, session.text("新口令:", "New passphrase:")));
    std::string second = TRY(readPassword(session, session.text("再输入一次:", "Once more:")));
    const bool same = first == second;
    vault::wipe(second);
    if (!same)
        return fail(ErrorCode::InvalidInput, "the two passphrases differ; nothing was changed");
    return first;
}

void showCode(const Session &session, const std::string &code)
{
    session.printLine(session.text("恢复码(只显示这一次,请抄写后存入保险柜;口令忘记、密钥环丢失时凭它找回):",
                                   "Recovery code (shown this once; write it down and lock it away, for a "
                                   "forgotten passphrase or a lost "
                                   "keyring):"));
    session.printLine("  " + code);
}

Result<> seal(Session &session, const vault::DataKey &key, const std::string &code)
{
    const std::int64_t rows = TRY(service::sealWorkspace(
        session.workspace, key, progressOf(session, session.text("正在加密", "Sealing"))));
    session.endProgress();
    if (session.json) {
        nlohmann::ordered_json document{{"workspace", session.workspace.string()}, {"rows", rows}};
        if (!code.empty())
            document["recovery_code"] = code;
        session.printJson(document);
        return {};
    }
    session.printLine(std::string(session.text("已加密并逐行核对:", "Sealed and compared row by row: "))
                      + grouped(rows) + std::string(session.text(" 行", " rows")));
    session.printLine(
        session.text("此前的备份和导出仍是明文,请重新备份后销毁旧的。",
                     "Backups and exports of before are still plain: back up anew, then destroy "
                     "the old ones."));
    return {};
}

Result<> create(Session &session)
{
    TRY(session.prepare());
    if (!fs::exists(session.workspace / "workspace.json"))
        return fail(ErrorCode::NotFound,
                    "no workspace in " + session.workspace.string() + "; make one with 'tongbanctl init'");
    const auto status = TRY(service::vaultStatus(session.workspace));
    if (status.isSealed())
        return fail(ErrorCode::Conflict,
                    session.workspace.string() + " has a vault already; it was left as it is");
    if (status.hasVault) // Stopped half-way the last time.
        return seal(session, TRY(unlock(session, session.workspace)), {});
    service::VaultPlan plan;
    plan.passphrase = TRY(newPassphrase(session, session.passphraseFile));
    auto made = TRY(service::createVault(session.workspace, plan));
    vault::wipe(plan.passphrase);
    // Shown before anything is sealed: what is sealed can then always be opened.
    if (!session.json)
        showCode(session, made.recoveryCode);
    TRY(seal(session, made.key, made.recoveryCode));
    return {};
}

std::string wayText(const Session &session, vault::Slot slot)
{
    switch (slot) {
    case vault::Slot::Keyring: return std::string(session.text("密钥环", "keyring"));
    case vault::Slot::Passphrase: return std::string(session.text("口令", "passphrase"));
    case vault::Slot::Recovery: return std::string(session.text("恢复码", "recovery code"));
    case vault::Slot::KeyFile: return std::string(session.text("密钥文件", "key file"));
    }
    return {};
}

Result<> status(Session &session)
{
    TRY(session.prepare());
    const auto found = TRY(service::vaultStatus(session.workspace));
    if (!found.plainFiles.empty())
        session.setExitCode(ExitCode::Findings);
    if (session.json) {
        nlohmann::ordered_json ways = nlohmann::ordered_json::array();
        for (const vault::Slot slot : found.ways)
            ways.push_back(vault::name(slot));
        session.printJson({{"vault", found.hasVault},
                           {"sealed", found.isSealed()},
                           {"ways", ways},
                           {"plain_files", found.plainFiles}});
        return {};
    }
    if (!found.hasVault) {
        session.printLine(session.text("没有保险库:个人信息以明文保存。可用 tongbanctl vault create 加密。",
                                       "No vault: personal data is stored plain. 'tongbanctl vault create' "
                                       "seals it."));
        return {};
    }
    std::string ways;
    for (const vault::Slot slot : found.ways)
        ways += (ways.empty() ? "" : std::string(session.text("、", ", "))) + wayText(session, slot);
    session.printLine(std::string(session.text("个人信息已加密;可用以下方式打开:",
                                               "Personal data is sealed; it opens by: "))
                      + ways);
    for (const std::string &file : found.plainFiles) {
        session.printLine(std::string(session.text("尚未加密:", "Still plain: ")) + file);
    }
    return {};
}

/// Of a workspace that has a vault.
Result<vault::DataKey> keyOf(Session &session)
{
    TRY(session.prepare());
    const auto key = TRY(unlock(session, session.workspace));
    if (!key)
        return fail(ErrorCode::NotFound, session.workspace.string() + " has no vault");
    return key;
}

Result<> passphrase(Session &session, const VaultOptions &options)
{
    const auto key = TRY(keyOf(session));
    std::string wanted = TRY(newPassphrase(session, options.newPassphraseFile));
    const auto changed = service::changePassphrase(session.workspace, key, wanted);
    vault::wipe(wanted);
    TRY(Result<>(changed));
    session.printLine(session.text("口令已更换;数据没有重新加密,其他打开方式不变。",
                                   "The passphrase is changed; no row was touched, every other way stays."));
    return {};
}

Result<> recover(Session &session, const VaultOptions &options)
{
    TRY(session.prepare());
    const auto file = TRY(vault::VaultFile::read(session.workspace));
    std::string code = options.codeFile.empty()
        ? TRY(readPassword(session, session.text("恢复码:", "Recovery code:")))
        : TRY(readPassphraseFile(options.codeFile));
    auto opened = file.openWithRecovery(code);
    vault::wipe(code);
    if (!opened)
        return Failure(std::move(opened).error());
    const auto key = std::make_shared<const vault::SecretKey>(std::move(*opened));
    std::string wanted = TRY(newPassphrase(session, options.newPassphraseFile));
    const auto changed = service::changePassphrase(session.workspace, key, wanted);
    vault::wipe(wanted);
    TRY(Result<>(changed));
    const std::string renewed = TRY(service::renewRecoveryCode(session.workspace, key));
    if (session.json)
        session.printJson({{"recovery_code", renewed}});
    else
        showCode(session, renewed);
    return {};
}

Result<> recoveryCode(Session &session)
{
    const auto key = TRY(keyOf(session));
    const std::string renewed = TRY(service::renewRecoveryCode(session.workspace, key));
    if (session.json)
        session.printJson({{"recovery_code", renewed}});
    else
        showCode(session, renewed);
    return {};
}

Result<> keyFile(Session &session, const VaultOptions &options)
{
    const auto key = TRY(keyOf(session));
    if (fs::exists(options.target))
        return fail(ErrorCode::Conflict, options.target + " is there already; it was left as it is");
    // Readable by its owner alone before the key is in it.
    TRY(replaceFile(options.target, {}));
    std::error_code failed;
    fs::permissions(options.target, fs::perms::owner_read | fs::perms::owner_write, failed);
    if (failed)
        return Failure(fileError(failed.value(), "protect", options.target));
    std::string content = TRY(service::renewKeyFile(session.workspace, key));
    const auto written = replaceFile(options.target, content + '\n');
    vault::wipe(content);
    TRY(Result<>(written));
    session.printLine(std::string(session.text("密钥文件已写入:", "Key file written: ")) + options.target);
    return {};
}

void addCreate(CLI::App &group, Session &session)
{
    addCommand(
        group,
        {"create", "Make a vault and seal what is in the workspace (建立保险库)",
         "--workspace /srv/office vault create",
         "Asks for a passphrase, or takes it from --passphrase-file, and prints a recovery code once.\n"
         "Every window and worker of the workspace has to be closed. Stopped half-way, run it again."})
        .callback([&session] { runCommand(session, [&] { return create(session); }); });
}

void addStatus(CLI::App &group, Session &session)
{
    addCommand(group,
               {"status", "Whether personal data is sealed, and what opens it (保险库状态)", "vault status",
                "Needs no key. Exit code 1: files are still plain although there is a vault."})
        .callback([&session] { runCommand(session, [&] { return status(session); }); });
}

void addPassphrase(CLI::App &group, Session &session)
{
    CLI::App &command = addCommand(group,
                                   {"passphrase", "Change the passphrase (更换口令)", "vault passphrase",
                                    "Opens the vault as every command does, then asks for the new one."});
    const auto options = std::make_shared<VaultOptions>();
    command.add_option("--new-passphrase-file", options->newPassphraseFile, "File with the new passphrase");
    command.callback(
        [&session, options] { runCommand(session, [&] { return passphrase(session, *options); }); });
}

void addRecover(CLI::App &group, Session &session)
{
    CLI::App &command =
        addCommand(group,
                   {"recover", "Open the vault with the recovery code and set a passphrase (凭恢复码找回)",
                    "vault recover", "Prints a new recovery code; the old one opens nothing any more."});
    const auto options = std::make_shared<VaultOptions>();
    command.add_option("--code-file", options->codeFile, "File with the recovery code");
    command.add_option("--new-passphrase-file", options->newPassphraseFile, "File with the new passphrase");
    command.callback(
        [&session, options] { runCommand(session, [&] { return recover(session, *options); }); });
}

void addRecoveryCode(CLI::App &group, Session &session)
{
    addCommand(group,
               {"recovery-code", "Print a new recovery code (更换恢复码)", "vault recovery-code",
                "The old one opens nothing any more."})
        .callback([&session] { runCommand(session, [&] { return recoveryCode(session); }); });
}

void addKeyFile(CLI::App &group, Session &session)
{
    CLI::App &command = addCommand(
        group,
        {"key-file", "Write a key for a service that starts with nobody there (服务用密钥文件)",
         "vault key-file /etc/tongban/office.key",
         "For --key-file, TONGBAN_KEY_FILE, or LoadCredential=tongban-key:FILE of a systemd unit. An "
         "earlier key\nfile opens nothing from then on."});
    const auto options = std::make_shared<VaultOptions>();
    command.add_option("file", options->target, "The file; made for its owner alone")->required();
    command.callback(
        [&session, options] { runCommand(session, [&] { return keyFile(session, *options); }); });
}

} // namespace

void addVaultCommand(CLI::App &app, Session &session)
{
    CLI::App &group = addGroup(app, "vault", "What protects the personal data of a workspace (保险库)");
    addCreate(group, session);
    addStatus(group, session);
    addPassphrase(group, session);
    addRecover(group, session);
    addRecoveryCode(group, session);
    addKeyFile(group, session);
}

} // namespace tongban::ctl
