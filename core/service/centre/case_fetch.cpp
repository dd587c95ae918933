// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/centre/case_fetch.h"

#include "core/base/canonical_json.h"
#include "core/central/pull.h"
#include "core/central/records.h"
#include "core/service/cases/case_answers.h"
#include "core/service/cases/case_lookup.h"
#include "core/service/centre/case_fetch_session.h"
#include "core/service/centre/record_keeper.h"
#include "core/service/decision/decision_text.h"
#include "core/service/workspace/workspace_parts.h"

#include <algorithm>
#include <set>

namespace tongban::service {

namespace {

constexpr std::string_view kPurpose = "case opened";

class CaseFetch
{
public:
    CaseFetch(Workspace &workspace, central::Connection &connection, storage::StoredCase stored,
              std::vector<storage::StoredEvent> events, FetchReason reason)
        : m_workspace(workspace), m_store(*workspace.parts().store), m_connection(connection),
          m_stored(std::move(stored)), m_events(std::move(events)), m_reason(reason)
    {
    }

    Result<FetchedCase> run()
    {
        const auto look = TRY(m_store.caseAnswers().look(m_stored.record.no));
        const bool wantsAnswers =
            !look || look->version != version() || (look->denied && m_reason == FetchReason::Wanted);
        const bool wantsRecords = TRY(isLacking());
        central::MayRead may{true, true};
        if (m_reason == FetchReason::Opened && (wantsAnswers || wantsRecords))
            may = TRY(central::mayRead(m_connection, m_stored.record.district, m_stored.record.id));
        m_fetched.recordsDenied = !may.records;
        if (wantsRecords && may.records)
            TRY(takeRecords());
        if (wantsAnswers && may.evidence)
            TRY(takeAnswers());
        else if (wantsAnswers)
            TRY(keepAnswers({}, true));
        TRY(settleDoubts());
        return m_fetched;
    }

private:
    std::int64_t version() const { return static_cast<std::int64_t>(m_events.size()); }

    /// Whether everything that an act names is here, and is what it names.
    Result<bool> isWhole(const storage::StoredEvent &event, const std::set<std::string> &decisions)
    {
        const std::string record = detailOf(event, "record");
        const auto seen = Digest::parse(detailOf(event, "seen"));
        return (record.empty() || decisions.contains(record))
            && (!seen || TRY(m_store.attachments().seen(*seen)));
    }

    /// The digests of what the rules decided from, as far as it is here.
    Result<std::set<std::string>> decisionsHere()
    {
        std::set<std::string> digests;
        for (const storage::DecisionRow &row : TRY(m_store.decisions().ofCase(m_stored.record.no)))
            digests.insert(sha256(decisionText(row)).hex());
        return digests;
    }

    Result<bool> isLacking()
    {
        const auto decisions = TRY(decisionsHere());
        for (const storage::StoredEvent &event : m_events)
            if (!TRY(isWhole(event, decisions)))
                return true;
        return false;
    }

    /// What was doubted and is here now, as the act names it, is doubted no more. What the centre told wrong
    /// just now stays.
    Result<> settleDoubts()
    {
        const auto listed = TRY(m_store.replica().recordDoubtsOf(m_stored.record.id));
        if (listed.empty())
            return {};
        const auto decisions = TRY(decisionsHere());
        auto transaction = TRY(m_store.begin());
        for (const storage::StoredEvent &event : m_events)
            if (std::ranges::find(listed, event.n) != listed.end() && !m_doubted.contains(event.n)
                && TRY(isWhole(event, decisions)))
                TRY(m_store.replica().dropRecordDoubt(event.district, event.n));
        return transaction.commit();
    }

    const storage::StoredEvent *eventAt(std::int64_t n) const
    {
        const auto found = std::ranges::find(m_events, n, &storage::StoredEvent::n);
        return found == m_events.end() ? nullptr : &*found;
    }

    Result<> takeRecords()
    {
        const auto records =
            central::readRecords(m_connection, m_stored.record.district, m_stored.record.id, kPurpose);
        if (!records) {
            m_fetched.recordsDenied = records.error().code == ErrorCode::Denied;
            return m_fetched.recordsDenied ? Result<>() : Failure(records.error());
        }
        std::vector<central::PublishedModel> models;
        for (const central::ActRecord &record : *records)
            if (record.kind == "decision")
                TRY(askForRules(record.body, models));
        auto transaction = TRY(m_store.begin());
        for (const central::PublishedModel &model : models) {
            const auto put = m_store.models().put(model.ruleSet, model.version, model.model, model.manifest,
                                                  m_workspace.clock().now());
            if (!put && put.error().code != ErrorCode::Conflict)
                return Failure(put.error());
        }
        for (const central::ActRecord &record : *records)
            if (const storage::StoredEvent *event = eventAt(record.n))
                TRY(keep(record, *event));
        return transaction.commit();
    }

    Result<> askForRules(const std::string &body, std::vector<central::PublishedModel> &models)
    {
        const auto row = readDecisionText(body);
        if (!row || m_store.models().byDigests(row->model, row->manifest))
            return {};
        if (auto model = TRY(central::publishedModel(m_connection, row->model)))
            models.push_back(*std::move(model));
        return {};
    }

    Result<> keep(const central::ActRecord &record, const storage::StoredEvent &event)
    {
        if (record.kind == "decision") {
            const std::string doubt =
                TRY(RecordKeeper(m_workspace).take(m_stored.record.no, event, record.body));
            if (!doubt.empty())
                return addDoubt(event, doubt);
            ++m_fetched.decisions;
            return {};
        }
        const Digest digest = sha256(record.body);
        if (detailOf(event, "seen") != digest.hex())
            return addDoubt(event, storage::record_doubt::kDiffers);
        if (TRY(m_store.attachments().seen(digest)))
            return {};
        ++m_fetched.pages;
        return m_store.attachments().keepSeen(digest, record.body);
    }

    Result<> addDoubt(const storage::StoredEvent &event, std::string_view problem)
    {
        m_doubted.insert(event.n);
        return m_store.replica().addDoubt(event.district, event.n, problem);
    }

    Result<> takeAnswers()
    {
        const auto answers =
            central::readEvidence(m_connection, m_stored.record.district, m_stored.record.id, kPurpose);
        if (!answers && answers.error().code != ErrorCode::Denied)
            return Failure(answers.error());
        std::vector<storage::CaseAnswerRow> rows;
        for (std::size_t i = 0; answers && i < answers->size(); ++i)
            rows.push_back({(*answers)[i].keptAt,
                            answerLine((*answers)[i].source, (*answers)[i].record, (*answers)[i].body)});
        return keepAnswers(rows, !answers);
    }

    Result<> keepAnswers(const std::vector<storage::CaseAnswerRow> &rows, bool isDenied)
    {
        m_fetched.answers = static_cast<int>(rows.size());
        m_fetched.answersDenied = isDenied;
        auto transaction = TRY(m_store.begin());
        TRY(m_store.caseAnswers().replace(m_stored.record.no, rows,
                                          {version(), m_workspace.clock().now(), isDenied}));
        return transaction.commit();
    }

    Workspace &m_workspace;
    storage::Store &m_store;
    central::Connection &m_connection;
    storage::StoredCase m_stored;
    std::vector<storage::StoredEvent> m_events;
    FetchReason m_reason;
    FetchedCase m_fetched;
    std::set<std::int64_t> m_doubted; ///< Places, just now.
};

} // namespace

Result<FetchedCase> fetchCaseBy(Workspace &workspace, central::Connection &connection, int schemaVersion,
                                std::string_view key, FetchReason reason)
{
    storage::StoredCase stored = TRY(findCase(*workspace.parts().store, key));
    auto events = TRY(workspace.parts().store->events().ofCase(stored.record.id));
    // What only this desktop knows, or an older centre, has nothing to tell.
    if (events.empty() || schemaVersion < central::kSchemaWithRecords)
        return FetchedCase();
    return CaseFetch(workspace, connection, std::move(stored), std::move(events), reason).run();
}

Result<FetchedCase> fetchCase(Workspace &workspace, std::string_view key, FetchReason reason,
                              const std::string &password)
{
    if (!workspace.parts().joined)
        return FetchedCase();
    central::Connection connection =
        TRY(central::Connection::open(workspace.parts().joined->connect, password));
    const central::Greeting greeting = TRY(central::hello(connection));
    return fetchCaseBy(workspace, connection, greeting.schemaVersion, key, reason);
}

} // namespace tongban::service
