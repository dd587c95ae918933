// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/base/digest.h"
#include "core/storage/database.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::storage {

/// One imported register as it stands: what file, from when, how many rows.
struct RegisterVersion {
    std::int64_t no = 0;
    std::string source;
    std::string record;
    Date asOf{};
    Digest file; ///< SHA-256 of the imported file.
    Timestamp importedAt{};
    std::int64_t rows = 0;
    std::int64_t rejected = 0;
    std::int64_t contradictoryKeys = 0;
};

enum class RegisterStatus {
    Found, ///< One row.
    NoRecord, ///< The register was imported and holds no row for the key.
    Contradictory, ///< Rows with different contents: nobody can say which is right.
    /// The row of this key could not be read at the import; or there is none, but among the rows that could
    /// not be read is one that does not tell whose it is. Either way nobody can say that there is no record.
    Unreadable,
    NotImported, ///< No such register.
};

/// What a register holds about one key.
struct RegisterAnswer {
    RegisterStatus status = RegisterStatus::NotImported;
    std::string body; ///< Canonical JSON object of the fields, without the key; empty unless Found.
    Digest digest; ///< Of the body; as it was computed at the import.
    Date asOf{};
    Timestamp importedAt{};
};

/// `registers.sqlite`: the imported registers of other authorities. Holds the current version of each
/// (source, record). One connection for each thread. A reader sees a new version from the next lookup on.
class RegisterStore
{
public:
    struct Opening {
        OpenOutcome outcome = OpenOutcome::Current;
        std::unique_ptr<RegisterStore> store;
        std::string message;
    };

    static Result<Opening> open(const std::filesystem::path &file, const OpenOptions &options);

    /// The options that fit registers: what can be imported again need not survive a power cut.
    static OpenOptions writingOptions();
    static OpenOptions readingOptions();

    RegisterStore(const RegisterStore &) = delete;
    RegisterStore &operator=(const RegisterStore &) = delete;
    ~RegisterStore();

    Database &database();

    /// A few microseconds when the pages are warm. `answer` is reused: no allocation once its strings have
    /// grown.
    Result<> find(std::string_view source, std::string_view record, std::string_view key,
                  RegisterAnswer &answer);

    /// Every key of the register in force with its one record, in the order of the keys; nothing where it was
    /// not imported. Keys whose rows contradict each other or could not be read are left out: how many.
    Result<std::int64_t>
    forEach(std::string_view source, std::string_view record,
            const std::function<Result<>(std::string_view key, std::string_view body)> &visit);

    /// The registers that are in force, by source and record.
    Result<std::vector<RegisterVersion>> versions();

    /// The version in force; nothing when it was never imported.
    Result<std::optional<RegisterVersion>> version(std::string_view source, std::string_view record);

    /// Writing side of an import, in one Transaction: a new version is filled row by row and then takes the
    /// place of the old one, whose rows are deleted.
    Result<std::int64_t> beginVersion(const RegisterVersion &version);
    Result<> addRow(std::int64_t versionNo, std::string_view key, std::string_view body,
                    const Digest &digest);

    /// A row that the import left out. An empty key stands for a row that does not tell whose it is.
    Result<> addUnreadableRow(std::int64_t versionNo, std::string_view key);

    /// Counts contradictions, puts the version in force and deletes the older one.
    Result<RegisterVersion> publishVersion(std::int64_t versionNo, std::int64_t rejected);

private:
    struct Parts;

    explicit RegisterStore(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace tongban::storage
