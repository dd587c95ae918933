// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/base/pinyin.h"
#include "core/storage/database.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace tongban::storage {

enum class RosterKind { Enterprise, Person };

/// Why an object is in the roster; several may hold.
enum class RosterBasis : unsigned { Imported = 1, Registered = 2, Licensed = 4, Granted = 8 };

/// A supervised object. Codes are personal data where it is a person.
struct RosterEntry {
    std::string code; ///< USCC or resident id, normalised; unique.
    RosterKind kind = RosterKind::Enterprise;
    std::string name;
    std::vector<std::string> fields; ///< Of the catalogue, without repeats.
    int district = 0; ///< Division code; 0 = not known.
    unsigned basis = 0; ///< Sum of RosterBasis.
};

/// By what an entry was found, best first.
enum class RosterMatch { Code, WholeName, WholeInitials, NameBegins, InitialsBegin, Name, Initials };

struct RosterHit {
    RosterEntry entry;
    RosterMatch match = RosterMatch::Code;
};

struct RosterPage {
    std::vector<RosterHit> hits;
    bool more = false; ///< There are others than these.
};

struct RosterTotal {
    RosterKind kind = RosterKind::Enterprise;
    unsigned basis = 0;
    std::int64_t count = 0;
};

/// `roster.sqlite`: the objects an authority supervises, made for searching. One connection for each thread;
/// readers see the old roster until a new one is complete.
class RosterStore
{
public:
    struct Opening {
        OpenOutcome outcome = OpenOutcome::Current;
        std::unique_ptr<RosterStore> store; ///< Absent for Newer and NotAStore.
        std::string message;
    };

    static Result<Opening> open(const std::filesystem::path &file, const OpenOptions &options);

    RosterStore(const RosterStore &) = delete;
    RosterStore &operator=(const RosterStore &) = delete;
    ~RosterStore();

    Database &database();

    /// What was made from elsewhere is emptied and begun again with what was imported. Needs an open
    /// Transaction, as all writing does.
    Result<> beginRebuild();

    /// Adds an object, or a ground and a field to one that is there: the first to name it gives the name and,
    /// unless it knew none, the district. Needs beginRebuild().
    Result<> add(const RosterEntry &entry);

    /// Makes the new roster searchable. `progress` is told how many are done; it returns false to stop
    /// (Unavailable).
    Result<> finishRebuild(Timestamp at, const std::function<bool(std::int64_t)> &progress);

    /// Forgets what was imported before; then one entry after the other. Conflict when a code comes twice.
    Result<> beginImport();
    Result<> addImported(const RosterEntry &entry);

    /// When the roster was made; nothing before the first time.
    Result<std::optional<Timestamp>> builtAt();

    /// Whether it was made with this program's readings of characters; otherwise it has to be made again.
    Result<bool> readsAlike();

    Result<std::vector<RosterTotal>> totals();

    /// Entries whose code begins with `text`, whose name holds it or whose initials are spelled by it: by
    /// RosterMatch, at most `limit`. Nothing fits a text without letters and digits.
    Result<RosterPage> search(std::string_view text, int limit);

private:
    struct Parts;
    class Search;

    explicit RosterStore(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace tongban::storage
