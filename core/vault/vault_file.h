// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/vault/key_wrap.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace tongban::vault {

/// In what a data key can be wrapped. Each is a way of its own to open the vault.
/// - Keyring: a key in the keyring of the person's session.
/// - Passphrase: what people know.
/// - Recovery: a code on paper in a safe.
/// - KeyFile: a key in a file, for a service that starts with nobody there.
enum class Slot { Keyring, Passphrase, Recovery, KeyFile };

/// "keyring", "passphrase", "recovery", "key_file".
std::string_view name(Slot slot);

inline constexpr std::size_t kShortestPassphrase = 8; ///< Characters.

/// `vault.json` of a workspace: the data key of its personal fields, wrapped in one or more ways, and nothing
/// that is secret by itself. Changing a way wraps the same data key anew; no row of the workspace is
/// touched. A value; files are read and written by read() and write() alone.
class VaultFile
{
public:
    /// A new data key with no way to open it yet: it is lost unless one is added and written.
    static VaultFile create(const SecretKey &dataKey);

    static std::filesystem::path pathIn(const std::filesystem::path &workspace);
    static bool existsIn(const std::filesystem::path &workspace);

    /// NotFound when the workspace has none; Corrupted when the file is no vault.
    static Result<VaultFile> read(const std::filesystem::path &workspace);

    /// In one step; the file belongs to its owner alone. Refused (Internal) while there is no way to open it.
    Result<> write(const std::filesystem::path &workspace) const;

    /// Of the data key, see FieldCipher.
    const std::string &keyId() const { return m_keyId; }
    bool has(Slot slot) const { return m_slots.contains(slot); }
    void remove(Slot slot) { m_slots.erase(slot); }

    /// Where the keyring keeps its part; empty when there is no such way.
    std::string keyringEntry() const;

    /// InvalidInput: shorter than kShortestPassphrase or not readable.
    Result<> setPassphrase(const SecretKey &dataKey, std::string_view passphrase,
                           const PassphraseCost &cost = {});
    /// Returns what is printed and kept nowhere.
    Result<std::string> setRecovery(const SecretKey &dataKey);
    /// Returns what goes into the keyring under keyringEntry(); a new entry each time.
    Result<std::string> setKeyring(const SecretKey &dataKey);
    /// Returns what goes into the file.
    Result<std::string> setKeyFile(const SecretKey &dataKey);

    /// Each gives the data key. NotFound: the vault has no such way. InvalidInput: mistyped, or no key at
    /// all. Denied: the wrong one.
    Result<SecretKey> openWithPassphrase(std::string_view passphrase) const;
    Result<SecretKey> openWithRecovery(std::string_view typed) const;
    Result<SecretKey> openWithKeyring(std::string_view secret) const;
    Result<SecretKey> openWithKeyFile(std::string_view content) const;

private:
    struct Wrapped {
        std::string bytes;
        std::string entry; ///< Keyring.
        std::string salt; ///< Passphrase.
        PassphraseCost cost;
    };

    std::string purposeOf(Slot slot) const;
    Result<> put(Slot slot, const SecretKey &with, const SecretKey &dataKey, Wrapped wrapped);
    Result<std::string> putSecret(Slot slot, const SecretKey &dataKey, std::string_view prefix);
    Result<SecretKey> open(Slot slot, const SecretKey &with) const;
    Result<SecretKey> openSecret(Slot slot, std::string_view text, std::string_view prefix) const;
    Result<const Wrapped *> wrapped(Slot slot) const;

    std::string m_keyId;
    std::map<Slot, Wrapped> m_slots;
};

} // namespace tongban::vault
