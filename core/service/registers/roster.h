// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/workspace/progress.h"
#include "core/service/workspace/workspace.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::service {

// The object roster (名录库, S27): the enterprises and persons that the authority supervises. It is made from
// what the workspace holds, in this order, the first to name an object giving its name:
//
// 1. what was imported by file (importRoster),
// 2. the market regulator's register: every enterprise in it that was not deregistered,
// 3. the authority's own licences in force: their holders, with the name that the register of enterprises or
// of
//    persons gives them,
// 4. granted cases that were not revoked: their applicants.
//
// A person is in it for a licence or a granted case only, never for standing in another authority's register.

enum class ObjectKind { Enterprise, Person };
std::string_view name(ObjectKind kind); ///< "enterprise", "person"

/// By what an object was found, best first.
enum class ObjectMatch { Code, WholeName, WholeInitials, NameBegins, InitialsBegin, Name, Initials };
std::string_view name(ObjectMatch match); ///< "code", "whole_name", ...

struct RosterObject {
    std::string code; ///< USCC or resident id: personal data where it is a person.
    ObjectKind kind = ObjectKind::Enterprise;
    std::string name;
    std::vector<std::string> initials; ///< The most usual spellings, "szs..."; at most four.
    std::vector<std::string> fields; ///< Codes of the catalogue's fields.
    int district = 0; ///< Division code; 0 = not known.
    std::vector<std::string> basis; ///< "imported", "registered", "licensed", "granted"
    ObjectMatch match = ObjectMatch::Code;
};

struct RosterAnswer {
    std::vector<RosterObject> objects;
    bool more = false; ///< There are others than these.
    Timestamp builtAt{}; ///< What came into the workspace later is not in it.
};

struct RosterProblem {
    std::int64_t line = 0;
    std::string column;
    std::string reason; ///< "required", "unknown", "wrong_code", "repeated", "unreadable", "too_long"
};

struct RosterReport {
    std::int64_t enterprises = 0;
    std::int64_t persons = 0;
    std::int64_t imported = 0; ///< Objects for which each ground holds; one may have several.
    std::int64_t registered = 0;
    std::int64_t licensed = 0;
    std::int64_t granted = 0;
    /// Left out: keys of registers that contradict themselves or could not be read, holders and applicants
    /// whose code is neither a USCC nor a resident id, holders that no register names.
    std::int64_t unreadable = 0;
    std::int64_t withoutCode = 0;
    std::int64_t withoutName = 0;
    std::int64_t lines = 0; ///< Of the file, its header left out; = imported lines + rejected
    std::int64_t rejected = 0;
    std::vector<RosterProblem> problems; ///< The first thousand.
    Timestamp builtAt{};

    std::int64_t objects() const { return enterprises + persons; }
};

/// Makes the roster anew. The old one stays until the new one is whole; stopping keeps it.
Result<RosterReport> rebuildRoster(Workspace &workspace, const Progress &progress);

/// Takes a CSV file (code,name,field,district; fields joined by ";", field and district may be empty) in the
/// place of what was imported before, and makes the roster anew. Bad lines are left out and named; a wrong
/// header is InvalidInput.
Result<RosterReport> importRoster(Workspace &workspace, const std::filesystem::path &file,
                                  const Progress &progress);

/// The objects whose code begins with `text`, whose name holds it (also a single character) or whose pinyin
/// initials are spelled by it; at most `limit`. InvalidInput when there is nothing to look for; NotFound
/// before the first rebuildRoster(); Conflict when the roster was made by a program with other readings of
/// characters.
Result<RosterAnswer> searchRoster(Workspace &workspace, std::string_view text, int limit);

} // namespace tongban::service
