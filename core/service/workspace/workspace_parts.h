// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/papers/paper_press.h"
#include "core/service/workspace/joined.h"
#include "core/service/workspace/workspace.h"
#include "core/storage/anchor_file.h"
#include "core/storage/register_store.h"
#include "core/storage/store.h"

namespace tongban::service {

/// What is behind a workspace; private to core/service.
struct Workspace::Parts {
    std::filesystem::path folder;
    WorkspaceKind kind = WorkspaceKind::Production;
    const Clock &clock;
    std::shared_ptr<const Resources> resources;
    std::shared_ptr<const permit::Catalogue> catalogue;
    std::unique_ptr<storage::Store> store;
    OpenMode mode = OpenMode::Read;
    vault::DataKey key; ///< Null = plain.
    Timestamp lastAct{}; ///< That this process has stamped or seen.
    bool witnessKept = false; ///< The store remembers the last witness that this process knows of.
    std::optional<JoinedCentre> joined; ///< Nothing = this workspace is the whole system.
    std::shared_ptr<const PaperPress> press = nullptr; ///< Once the first paper was wanted.
    std::filesystem::file_time_type calendarTime{}; ///< Of the office's own years, as they were read.

    std::filesystem::path registerFile() const { return folder / "registers.sqlite"; }
    std::filesystem::path rosterFile() const
    {
        return folder / "roster.sqlite"; // absent until it is made
    }
    storage::AnchorFile anchors() const { return storage::AnchorFile(folder / "anchors.jsonl"); }

    /// A connection of the calling thread.
    Result<std::unique_ptr<storage::RegisterStore>> openRegisters(storage::OpenOptions options) const;

    /// Takes up a catalogue, and years of the calendar with what else is read beside them, that another
    /// connection has put into the workspace since it was opened. Nobody may be using the ones before.
    Result<> noticeOffice();

    /// The time of the last act of whichever process.
    Result<Timestamp> storedStamp();

    /// Remembers the time of the last act inside the open transaction, so that a clock that was set is
    /// noticed by every other process too, and the last witness, so that a missing one is.
    Result<> keepStamp(Timestamp at);

    /// Remembers how wall clock and running time stand to each other, inside the open transaction.
    Result<> keepClock();

    /// The number of the next acceptance (Licensing Law, article 57), and remembering that it was given; both
    /// inside the open transaction.
    Result<std::int64_t> nextAcceptanceNo();
    Result<> keepAcceptanceNo(std::int64_t number);

    /// Writes the present ends of the chains beside the store.
    Result<> witness(Timestamp at);

    /// After a centre was set back: the witnesses so far are kept apart, and new ones begin. Outside a
    /// transaction.
    Result<> restartWitnesses(std::int64_t rewind);
};

/// The witness that a store remembers: the digest of its line; nothing before the first.
Result<std::optional<Digest>> rememberedWitness(storage::Store &store);

} // namespace tongban::service
