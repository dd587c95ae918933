// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/service/workspace/resources.h"
#include "core/vault/secret_key.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace tongban::service {

/// What a workspace is for; made-up data can only be put into a demo or training workspace.
enum class WorkspaceKind { Demo, Training, Production };

std::string_view name(WorkspaceKind kind);

/// How far the wall clock may wander from the time since the machine was started: adjustments by a time
/// service.
inline constexpr std::chrono::minutes kClockTolerance{2};

enum class OpenMode { Read, Write };

/// A folder that holds everything of one office: the store, the registers, the witnesses of the chains, the
/// files that intake set aside. Without a centre it is the whole system. Opened once by the composition root;
/// belongs to the thread that opened it.
class Workspace
{
public:
    /// Makes the folder and an empty store with the catalogue of `resources`; sealed from the first row on
    /// when a key is given, whose vault lies in the folder already (core/service/workspace/vault.h). Conflict
    /// when there is a workspace already.
    static Result<std::unique_ptr<Workspace>> create(const std::filesystem::path &folder,
                                                     const std::filesystem::path &resources,
                                                     WorkspaceKind kind, const Clock &clock,
                                                     vault::DataKey key = nullptr);

    /// NotFound when there is none; what the store's opening says otherwise (newer version, not a store,
    /// read-only, damaged). Denied when it is locked: it has a vault, and no key or another one is given. The
    /// clock outlives the workspace.
    static Result<std::unique_ptr<Workspace>> open(const std::filesystem::path &folder,
                                                   const std::filesystem::path &resources, OpenMode mode,
                                                   const Clock &clock, vault::DataKey key = nullptr);
    ~Workspace();

    const std::filesystem::path &folder() const;
    WorkspaceKind kind() const;
    const Resources &resources() const;
    const permit::Catalogue &catalogue() const;
    const Clock &clock() const;

    /// With what the personal fields are sealed; null in a plain workspace.
    const vault::DataKey &key() const;

    /// The present for stamping an act. Conflict when the clock stands before the last act, or was set by
    /// more than kClockTolerance since then while the machine ran on: nothing is stamped, because the order
    /// of acts and every limit would lie (B7).
    Result<Timestamp> stamp();

    /// By how much the wall clock was set since the last act; forward is positive. Zero when nothing is
    /// known: before the first act, and after the machine was started anew.
    Result<std::chrono::milliseconds> clockStep();

    /// An administrator has looked at the clock: from now on it counts as right. Conflict when it stands
    /// before the last act.
    Result<> acceptClock();

    /// The store and the registers; visible inside core/service only.
    struct Parts;
    Parts &parts() { return *m_parts; }

private:
    explicit Workspace(std::unique_ptr<Parts> parts);

    /// Not before the last act.
    Result<Timestamp> checkedNow();

    std::unique_ptr<Parts> m_parts;
};

} // namespace tongban::service
