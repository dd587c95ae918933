// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/store.h"

#include <utility>

namespace tongban::storage {

// Built in two steps: the vocabulary and the stores keep references to what stands before them, so nothing
// may move once they exist.
struct Store::Parts {
    std::unique_ptr<Database> database;
    std::unique_ptr<Vocabulary> vocabulary;
    std::unique_ptr<CaseStore> cases;
    std::unique_ptr<EventLog> events;
    std::unique_ptr<DecisionStore> decisions;
    std::unique_ptr<IntakeStore> intake;
    std::unique_ptr<AnnexStore> annexes;
    std::unique_ptr<ModelStore> models;
    std::unique_ptr<AnswerStore> answers;
    std::unique_ptr<BlockList> blocks;
    std::unique_ptr<MetaStore> meta;
    std::unique_ptr<AccountStore> accounts;
    std::unique_ptr<ClaimStore> claims;
    std::unique_ptr<CaseListStore> lists;
    std::unique_ptr<SearchStore> search;
    std::unique_ptr<PreferenceStore> preferences;
    std::unique_ptr<OutboxStore> outbox;
    std::unique_ptr<ReplicaStore> replica;
    std::unique_ptr<AttachmentStore> attachments;
    std::unique_ptr<OfficeRecord> office;
    std::unique_ptr<CaseAnswerStore> caseAnswers;

    Result<> fill();
};

Result<> Store::Parts::fill()
{
    vocabulary = std::make_unique<Vocabulary>(TRY(Vocabulary::create(*database)));
    cases = std::make_unique<CaseStore>(TRY(CaseStore::create(*database, *vocabulary)));
    events = std::make_unique<EventLog>(TRY(EventLog::create(*database, *vocabulary)));
    decisions = std::make_unique<DecisionStore>(TRY(DecisionStore::create(*database, *vocabulary)));
    intake = std::make_unique<IntakeStore>(TRY(IntakeStore::create(*database)));
    annexes = std::make_unique<AnnexStore>(TRY(AnnexStore::create(*database)));
    models = std::make_unique<ModelStore>(TRY(ModelStore::create(*database)));
    answers = std::make_unique<AnswerStore>(TRY(AnswerStore::create(*database)));
    blocks = std::make_unique<BlockList>(TRY(BlockList::create(*database)));
    meta = std::make_unique<MetaStore>(TRY(MetaStore::create(*database)));
    accounts = std::make_unique<AccountStore>(TRY(AccountStore::create(*database)));
    claims = std::make_unique<ClaimStore>(TRY(ClaimStore::create(*database, *vocabulary)));
    lists = std::make_unique<CaseListStore>(TRY(CaseListStore::create(*database, *vocabulary)));
    search = std::make_unique<SearchStore>(TRY(SearchStore::create(*database, *vocabulary)));
    preferences = std::make_unique<PreferenceStore>(TRY(PreferenceStore::create(*database)));
    outbox = std::make_unique<OutboxStore>(TRY(OutboxStore::create(*database)));
    replica = std::make_unique<ReplicaStore>(TRY(ReplicaStore::create(*database, *vocabulary)));
    attachments = std::make_unique<AttachmentStore>(TRY(AttachmentStore::create(*database)));
    office = std::make_unique<OfficeRecord>(TRY(OfficeRecord::create(*database)));
    caseAnswers = std::make_unique<CaseAnswerStore>(TRY(CaseAnswerStore::create(*database)));
    return {};
}

Result<OpenedStore> Store::open(const std::filesystem::path &file, const OpenOptions &options)
{
    Opened opened = TRY(Database::open(file, StoreKind::Cases, options));
    OpenedStore result;
    result.outcome = opened.outcome;
    result.message = std::move(opened.message);
    if (opened.database != nullptr) {
        auto parts = std::make_unique<Parts>();
        parts->database = std::move(opened.database);
        TRY(parts->fill());
        result.store.reset(new Store(std::move(parts)));
    }
    return result;
}

Store::Store(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) { }

Store::~Store() = default;

Result<Transaction> Store::begin()
{
    return Transaction::begin(*m_parts->database);
}

Database &Store::database()
{
    return *m_parts->database;
}

CaseStore &Store::cases()
{
    return *m_parts->cases;
}

EventLog &Store::events()
{
    return *m_parts->events;
}

DecisionStore &Store::decisions()
{
    return *m_parts->decisions;
}

IntakeStore &Store::intake()
{
    return *m_parts->intake;
}

AnnexStore &Store::annexes()
{
    return *m_parts->annexes;
}

ModelStore &Store::models()
{
    return *m_parts->models;
}

AnswerStore &Store::answers()
{
    return *m_parts->answers;
}

BlockList &Store::blocks()
{
    return *m_parts->blocks;
}

MetaStore &Store::meta()
{
    return *m_parts->meta;
}

AccountStore &Store::accounts()
{
    return *m_parts->accounts;
}

ClaimStore &Store::claims()
{
    return *m_parts->claims;
}

CaseListStore &Store::lists()
{
    return *m_parts->lists;
}

SearchStore &Store::search()
{
    return *m_parts->search;
}

PreferenceStore &Store::preferences()
{
    return *m_parts->preferences;
}

OutboxStore &Store::outbox()
{
    return *m_parts->outbox;
}

ReplicaStore &Store::replica()
{
    return *m_parts->replica;
}

CaseAnswerStore &Store::caseAnswers()
{
    return *m_parts->caseAnswers;
}

AttachmentStore &Store::attachments()
{
    return *m_parts->attachments;
}

OfficeRecord &Store::office()
{
    return *m_parts->office;
}

} // namespace tongban::storage
