// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/vault/vault_file.h"

#include "core/base/canonical_json.h"
#include "core/base/file.h"
#include "core/base/hex.h"
#include "core/base/text.h"
#include "core/vault/field_cipher.h"
#include "core/vault/recovery_code.h"

#include <array>
#include <nlohmann/json.hpp>
#include <span>

namespace tongban::vault {
namespace {

namespace fs = std::filesystem;

constexpr std::array kSlots{Slot::Keyring, Slot::Passphrase, Slot::Recovery, Slot::KeyFile};
constexpr int kFormat = 1;
constexpr std::size_t kMostFileBytes = std::size_t{1} << 16U;
constexpr std::string_view kKeyringPrefix = "tongban-keyring-1 ";
constexpr std::string_view kKeyFilePrefix = "tongban-key-1 ";

std::string hexOf(std::string_view bytes)
{
    std::string out;
    appendHex(out, std::span(reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size()));
    return out;
}

/// Empty when it is none.
std::string bytesOf(std::string_view hex)
{
    std::string bytes(hex.size() / 2, '\0');
    const bool read = readHex(hex, std::span(reinterpret_cast<std::uint8_t *>(bytes.data()), bytes.size()));
    return read ? bytes : std::string();
}

std::string textOf(const nlohmann::json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::uint64_t numberOf(const nlohmann::json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_number_unsigned() ? found->get<std::uint64_t>() : 0;
}

Failure damaged(const fs::path &file)
{
    return fail(
        ErrorCode::Corrupted,
        file.string()
            + " is no vault or was damaged; nothing was changed; put the copy from the last backup in "
              "its place");
}

} // namespace

std::string_view name(Slot slot)
{
    switch (slot) {
    case Slot::Keyring: return "keyring";
    case Slot::Passphrase: return "passphrase";
    case Slot::Recovery: return "recovery";
    case Slot::KeyFile: return "key_file";
    }
    return {};
}

VaultFile VaultFile::create(const SecretKey &dataKey)
{
    VaultFile file;
    file.m_keyId = keyIdOf(dataKey);
    return file;
}

fs::path VaultFile::pathIn(const fs::path &workspace)
{
    return workspace / "vault.json";
}

bool VaultFile::existsIn(const fs::path &workspace)
{
    std::error_code unknown;
    return fs::exists(pathIn(workspace), unknown) || unknown;
}

Result<VaultFile> VaultFile::read(const fs::path &workspace)
{
    const fs::path path = pathIn(workspace);
    const auto document = parseJson(TRY(readFile(path, kMostFileBytes)));
    if (!document || !document->is_object() || document->value("format", nlohmann::json()) != kFormat)
        return damaged(path);
    VaultFile file;
    file.m_keyId = bytesOf(textOf(*document, "key_id"));
    for (const Slot slot : kSlots) {
        const auto found = document->find(std::string(name(slot)));
        if (found == document->end() || !found->is_object())
            continue;
        Wrapped wrapped;
        wrapped.bytes = bytesOf(textOf(*found, "wrapped"));
        wrapped.entry = textOf(*found, "entry");
        wrapped.salt = bytesOf(textOf(*found, "salt"));
        wrapped.cost = {numberOf(*found, "passes"), numberOf(*found, "memory_bytes")};
        file.m_slots.emplace(slot, std::move(wrapped));
    }
    if (file.m_keyId.empty() || file.m_slots.empty())
        return damaged(path);
    return file;
}

Result<> VaultFile::write(const fs::path &workspace) const
{
    if (m_slots.empty())
        return fail(ErrorCode::Internal, "a vault that nothing opens is not written");
    nlohmann::ordered_json document{{"format", kFormat}, {"key_id", hexOf(m_keyId)}};
    for (const auto &[slot, wrapped] : m_slots) {
        nlohmann::ordered_json entry;
        if (slot == Slot::Keyring)
            entry["entry"] = wrapped.entry;
        if (slot == Slot::Passphrase)
            entry.update({{"algorithm", "argon2id13"},
                          {"passes", wrapped.cost.passes},
                          {"memory_bytes", wrapped.cost.memoryBytes},
                          {"salt", hexOf(wrapped.salt)}});
        entry["wrapped"] = hexOf(wrapped.bytes);
        document[std::string(name(slot))] = std::move(entry);
    }
    const fs::path path = pathIn(workspace);
    TRY(replaceFile(path, document.dump(2) + '\n'));
    std::error_code failed;
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write, failed);
    if (failed)
        return Failure(fileError(failed.value(), "protect", path));
    return {};
}

std::string VaultFile::keyringEntry() const
{
    const auto found = m_slots.find(Slot::Keyring);
    return found == m_slots.end() ? std::string() : found->second.entry;
}

std::string VaultFile::purposeOf(Slot slot) const
{
    return "tongban vault " + std::string(name(slot)) + ' ' + hexOf(m_keyId);
}

Result<> VaultFile::put(Slot slot, const SecretKey &with, const SecretKey &dataKey, Wrapped wrapped)
{
    wrapped.bytes = TRY(wrapKey(with, purposeOf(slot), dataKey));
    m_slots.insert_or_assign(slot, std::move(wrapped));
    return {};
}

Result<const VaultFile::Wrapped *> VaultFile::wrapped(Slot slot) const
{
    const auto found = m_slots.find(slot);
    if (found == m_slots.end())
        return fail(ErrorCode::NotFound, "the vault has no way by " + std::string(name(slot)));
    return &found->second;
}

Result<SecretKey> VaultFile::open(Slot slot, const SecretKey &with) const
{
    const Wrapped *kept = TRY(wrapped(slot));
    auto key = TRY(unwrapKey(with, purposeOf(slot), kept->bytes));
    if (keyIdOf(key) != m_keyId)
        return fail(ErrorCode::Corrupted, "the vault names another key than it holds");
    return key;
}

Result<> VaultFile::setPassphrase(const SecretKey &dataKey, std::string_view passphrase,
                                  const PassphraseCost &cost)
{
    if (findInvalidUtf8(passphrase) || codePointCount(passphrase) < kShortestPassphrase)
        return fail(ErrorCode::InvalidInput,
                    "a passphrase has at least " + std::to_string(kShortestPassphrase) + " characters");
    Wrapped wrapped;
    wrapped.salt = randomSalt();
    wrapped.cost = cost;
    const SecretKey with = TRY(passphraseKey(passphrase, wrapped.salt, cost));
    return put(Slot::Passphrase, with, dataKey, std::move(wrapped));
}

Result<SecretKey> VaultFile::openWithPassphrase(std::string_view passphrase) const
{
    const Wrapped *kept = TRY(wrapped(Slot::Passphrase));
    auto with = passphraseKey(passphrase, kept->salt, kept->cost);
    if (!with && with.error().code == ErrorCode::InvalidInput)
        return fail(ErrorCode::Corrupted, "the vault is damaged: " + with.error().detail);
    if (!with)
        return Failure(std::move(with).error());
    auto key = open(Slot::Passphrase, *with);
    if (!key && key.error().code == ErrorCode::Denied)
        return fail(ErrorCode::Denied, "the passphrase is wrong; the workspace stays locked");
    return key;
}

Result<std::string> VaultFile::setRecovery(const SecretKey &dataKey)
{
    std::string code = makeRecoveryCode();
    const SecretKey with = TRY(recoveryKey(code));
    TRY(put(Slot::Recovery, with, dataKey, {}));
    return code;
}

Result<SecretKey> VaultFile::openWithRecovery(std::string_view typed) const
{
    const SecretKey with = TRY(recoveryKey(typed));
    auto key = open(Slot::Recovery, with);
    if (!key && key.error().code == ErrorCode::Denied)
        return fail(ErrorCode::Denied,
                    "this is the recovery code of another workspace, or an older one; the workspace stays "
                    "locked");
    return key;
}

Result<std::string> VaultFile::putSecret(Slot slot, const SecretKey &dataKey, std::string_view prefix)
{
    const SecretKey with = SecretKey::random();
    Wrapped wrapped;
    if (slot == Slot::Keyring)
        wrapped.entry = "workspace-" + hexOf(randomSalt());
    TRY(put(slot, with, dataKey, std::move(wrapped)));
    return std::string(prefix) + hexOf(with.bytes());
}

Result<SecretKey> VaultFile::openSecret(Slot slot, std::string_view text, std::string_view prefix) const
{
    const std::string_view line = trimmed(text);
    std::string bytes = line.starts_with(prefix) ? bytesOf(line.substr(prefix.size())) : std::string();
    const auto with = SecretKey::fromBytes(bytes);
    wipe(bytes);
    if (!with)
        return fail(ErrorCode::InvalidInput,
                    "what was given as " + std::string(name(slot)) + " is no key of Tongban");
    auto key = open(slot, *with);
    if (!key && key.error().code == ErrorCode::Denied)
        return fail(ErrorCode::Denied,
                    "the key given as " + std::string(name(slot))
                        + " is of another workspace, or an older one; the workspace stays locked");
    return key;
}

Result<std::string> VaultFile::setKeyring(const SecretKey &dataKey)
{
    return putSecret(Slot::Keyring, dataKey, kKeyringPrefix);
}

Result<SecretKey> VaultFile::openWithKeyring(std::string_view secret) const
{
    return openSecret(Slot::Keyring, secret, kKeyringPrefix);
}

Result<std::string> VaultFile::setKeyFile(const SecretKey &dataKey)
{
    return putSecret(Slot::KeyFile, dataKey, kKeyFilePrefix);
}

Result<SecretKey> VaultFile::openWithKeyFile(std::string_view content) const
{
    return openSecret(Slot::KeyFile, content, kKeyFilePrefix);
}

} // namespace tongban::vault
