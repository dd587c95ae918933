// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/account_store.h"
#include "core/storage/annex_store.h"
#include "core/storage/answer_store.h"
#include "core/storage/attachment_store.h"
#include "core/storage/block_list.h"
#include "core/storage/case_answer_store.h"
#include "core/storage/case_list_store.h"
#include "core/storage/case_store.h"
#include "core/storage/claim_store.h"
#include "core/storage/database.h"
#include "core/storage/decision_store.h"
#include "core/storage/event_log.h"
#include "core/storage/intake_store.h"
#include "core/storage/meta_store.h"
#include "core/storage/model_store.h"
#include "core/storage/office_record.h"
#include "core/storage/outbox_store.h"
#include "core/storage/preference_store.h"
#include "core/storage/replica_store.h"
#include "core/storage/search_store.h"

#include <filesystem>
#include <memory>
#include <string>

namespace tongban::storage {

class Store;

/// See Opened: `store` is absent for Newer and NotAStore.
struct OpenedStore {
    OpenOutcome outcome = OpenOutcome::Current;
    std::unique_ptr<Store> store;
    std::string message;
};

/// `store.sqlite` with everything in it: one connection and the stores that share it, for one thread.
///
///     Transaction work = TRY(store.begin());
///     no = TRY(store.cases().insert(record, standing));
///     TRY(store.events().append(prepared));
///     TRY(work.commit());
class Store
{
public:
    static Result<OpenedStore> open(const std::filesystem::path &file, const OpenOptions &options = {});

    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;
    ~Store();

    /// A writing transaction; waits for other writers up to the busy timeout.
    Result<Transaction> begin();

    Database &database();
    CaseStore &cases();
    EventLog &events();
    DecisionStore &decisions();
    IntakeStore &intake();
    AnnexStore &annexes();
    ModelStore &models();
    AnswerStore &answers();
    CaseAnswerStore &caseAnswers();
    BlockList &blocks();
    MetaStore &meta();
    AccountStore &accounts();
    ClaimStore &claims();
    CaseListStore &lists();
    SearchStore &search();
    PreferenceStore &preferences();
    OutboxStore &outbox();
    ReplicaStore &replica();
    AttachmentStore &attachments();
    OfficeRecord &office();

private:
    struct Parts;

    explicit Store(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace tongban::storage
