// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/chain_check.h"

#include "core/storage/vocabulary.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

namespace tongban::storage {

std::string_view name(ChainFault fault)
{
    switch (fault) {
    case ChainFault::Gap: return "gap";
    case ChainFault::Edited: return "edited";
    case ChainFault::Reordered: return "reordered";
    case ChainFault::Truncated: return "truncated";
    case ChainFault::Forged: return "forged";
    case ChainFault::Rewritten: return "rewritten";
    case ChainFault::HeadMismatch: return "head_mismatch";
    case ChainFault::StandingChanged: return "standing_changed";
    }
    return "";
}

namespace {

// What is known of one chain while it is read.
struct Chain {
    EventPosition last; // The last event that was where it belongs.
    std::optional<EventPosition> head; // What the store says the end is.
    std::vector<Anchor> anchors; // By n.
    std::size_t nextAnchor = 0;
    std::set<std::int64_t> missing; // Places skipped so far; a late one is a re-ordering.
};

// More skipped places than this are reported as one gap and not remembered one by one.
constexpr std::int64_t kMostRemembered = 10000;

// Events between two reports, a tenth of a second.
constexpr std::int64_t kReportEvery = 10000;

class ChainChecker
{
public:
    ChainChecker(Database &database, const ChainCheckOptions &options)
        : m_database(database), m_options(options)
    {
    }

    Result<ChainReport> check(std::span<const Anchor> anchors);

private:
    bool goesOn() const
    {
        if (m_options.progress)
            m_options.progress(m_report.events);
        return !m_options.stopped || !m_options.stopped();
    }
    Result<> readHeads(EventLog &log, std::span<const Anchor> anchors);
    void takeEvent(const StoredEvent &event);
    void takeOutOfPlace(Chain &chain, const StoredEvent &event);
    void compareAnchors(Chain &chain, std::int64_t through);
    void finishChain(int district, Chain &chain);
    Result<> checkOwners();
    Result<> checkStandings();
    void report(ChainFault fault, int district, std::int64_t n, std::string detail);

    Database &m_database;
    const ChainCheckOptions &m_options;
    EventDigester m_digester;
    std::map<int, Chain> m_chains;
    ChainReport m_report;
};

void ChainChecker::report(ChainFault fault, int district, std::int64_t n, std::string detail)
{
    ++m_report.problemCount;
    if (m_report.problemCount <= m_options.maximumProblems)
        m_report.problems.push_back({fault, district, n, std::move(detail)});
}

Result<> ChainChecker::readHeads(EventLog &log, std::span<const Anchor> anchors)
{
    const std::vector<EventPosition> heads = TRY(log.heads());
    for (const EventPosition &head : heads)
        m_chains[head.district].head = head;
    for (const Anchor &anchor : anchors)
        m_chains[anchor.position.district].anchors.push_back(anchor);
    for (auto &[district, chain] : m_chains) {
        chain.last.district = district;
        std::stable_sort(chain.anchors.begin(), chain.anchors.end(),
                         [](const Anchor &a, const Anchor &b) { return a.position.n < b.position.n; });
    }
    return {};
}

// A late event fills a place that looked missing: it was moved. Anything else stands twice.
void ChainChecker::takeOutOfPlace(Chain &chain, const StoredEvent &event)
{
    if (chain.missing.erase(event.n) > 0)
        report(ChainFault::Reordered, event.district, event.n, "the event stands after a later one");
    else
        report(ChainFault::Forged, event.district, event.n,
               "the event stands at a place that was passed already");
}

void ChainChecker::takeEvent(const StoredEvent &event)
{
    Chain &chain = m_chains[event.district];
    chain.last.district = event.district;
    const std::int64_t expected = chain.last.n + 1;
    if (event.n < expected) {
        takeOutOfPlace(chain, event);
        return;
    }
    if (event.n > expected) {
        const std::int64_t skipped = event.n - expected;
        if (skipped > kMostRemembered)
            report(ChainFault::Gap, event.district, expected,
                   std::to_string(skipped) + " events are missing");
        else
            for (std::int64_t n = expected; n < event.n; ++n)
                chain.missing.insert(n);
    } else {
        const EventDraft draft{event.district, event.caseId, event.act,    event.stateAfter, event.actor,
                               event.role,     event.at,     event.reason, event.basis,      event.body};
        if (chainHash(chain.last.hash, event.n, m_digester.digest(draft)) != event.hash)
            report(ChainFault::Edited, event.district, event.n,
                   "the event does not have the hash it was written with");
    }
    // Going on with the stored hash names each changed event alone, not everything behind it.
    chain.last.n = event.n;
    chain.last.hash = event.hash;
    if (chain.head && event.n == chain.head->n && event.hash != chain.head->hash)
        report(ChainFault::HeadMismatch, event.district, event.n,
               "the head has another hash than the last event");
    if (!chain.head || event.n > chain.head->n)
        report(ChainFault::Forged, event.district, event.n, "the head does not know the event");
    compareAnchors(chain, event.n);
}

void ChainChecker::compareAnchors(Chain &chain, std::int64_t through)
{
    while (chain.nextAnchor < chain.anchors.size() && chain.anchors[chain.nextAnchor].position.n <= through) {
        const Anchor &anchor = chain.anchors[chain.nextAnchor++];
        if (anchor.position.n == through && anchor.position.hash != chain.last.hash)
            report(ChainFault::Rewritten, anchor.position.district, through,
                   "the witness of " + isoTimestamp(anchor.at) + " saw another event here");
    }
}

void ChainChecker::finishChain(int district, Chain &chain)
{
    for (auto place = chain.missing.begin(); place != chain.missing.end();) {
        const std::int64_t first = *place;
        std::int64_t last = first;
        while (++place != chain.missing.end() && *place == last + 1)
            ++last;
        report(ChainFault::Gap, district, first, std::to_string(last - first + 1) + " events are missing");
    }
    if (chain.head && chain.last.n < chain.head->n)
        report(ChainFault::Truncated, district, chain.last.n + 1,
               "the head says the chain ends at " + std::to_string(chain.head->n));
    if (!chain.anchors.empty() && chain.last.n < chain.anchors.back().position.n)
        report(ChainFault::Truncated, district, chain.last.n + 1,
               "the witness of " + isoTimestamp(chain.anchors.back().at) + " saw the chain end at "
                   + std::to_string(chain.anchors.back().position.n));
    if (chain.last.n > 0)
        m_report.ends.push_back(chain.last);
}

Result<> ChainChecker::checkOwners()
{
    Statement *orphans = TRY(m_database.prepare("event_without_case", {}, {"district", "n"}));
    Rows rows = orphans->query();
    while (TRY(rows.next()))
        report(ChainFault::Forged, static_cast<int>(rows.integer(0)), rows.integer(1),
               "the event belongs to no case of the store");
    return {};
}

Result<> ChainChecker::checkStandings()
{
    Statement *standings = TRY(
        m_database.prepare("state_after_last_event", {}, {"no", "district", "state", "event_state", "n"}));
    Rows rows = standings->query();
    while (TRY(rows.next())) {
        ++m_report.cases;
        if (rows.isNull(2) || rows.isNull(3) || rows.integer(2) != rows.integer(3))
            report(ChainFault::StandingChanged, static_cast<int>(rows.integer(1)), rows.integer(4),
                   "case " + std::to_string(rows.integer(0)) + " is not in the state its last event left");
    }
    return {};
}

Result<ChainReport> ChainChecker::check(std::span<const Anchor> anchors)
{
    const ReadScope moment = TRY(ReadScope::begin(m_database));
    Vocabulary vocabulary = TRY(Vocabulary::create(m_database));
    EventLog log = TRY(EventLog::create(m_database, vocabulary));
    TRY(readHeads(log, anchors));
    TRY(log.scan(0, [this](const StoredEvent &event) {
        takeEvent(event);
        return ++m_report.events % kReportEvery != 0 || goesOn();
    }));
    if (m_options.stopped && m_options.stopped())
        return std::move(m_report); // the ends of the chains were not reached
    for (auto &[district, chain] : m_chains)
        finishChain(district, chain);
    TRY(checkOwners());
    TRY(checkStandings());
    return std::move(m_report);
}

} // namespace

Result<ChainReport> checkChains(Database &database, std::span<const Anchor> anchors,
                                const ChainCheckOptions &options)
{
    return ChainChecker(database, options).check(anchors);
}

} // namespace tongban::storage
