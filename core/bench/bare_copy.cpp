// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bench/bare_copy.h"

#include "core/bench/bare_sqlite.h"

#include <array>
#include <chrono>
#include <vector>

namespace tongban::bench {

namespace {

using Clock = std::chrono::steady_clock;

/// A row out of the source, kept so that only the writing is timed.
using Row = std::vector<BareValue>;

class YearWriter
{
public:
    YearWriter(BareDatabase &source, BareDatabase &target, const BareCopyOptions &options)
        : m_source(source), m_target(target), m_options(options)
    {
    }

    Result<> prepare()
    {
        TRY(m_target.copySchema(m_source, m_options.indexesAfterwards ? "'table'" : "'table', 'index'"));
        m_insertCase = TRY(m_target.prepareInsert("permit_case"));
        m_insertState = TRY(m_target.prepareInsert("case_state"));
        m_insertEvent = TRY(m_target.prepareInsert("event"));
        m_insertDecision = TRY(m_target.prepareInsert("decision"));
        m_updateState = TRY(m_target.prepare(
            "UPDATE case_state SET version = ?2, item = ?3, district = ?4, state = ?5, "
            "queue = ?6, due = ?7, outcome = ?8, reason = ?9, open = ?10, touched = ?11, "
            "changed_at = ?12, details = ?13, channel = ?14, received_day = ?15 WHERE no = ?1"));
        return {};
    }

    /// Every case as it came in, with the event that opened it.
    Result<> takeIn()
    {
        BareStatement cases = TRY(m_source.prepare("SELECT * FROM permit_case ORDER BY no"));
        BareStatement states = TRY(m_source.prepare("SELECT * FROM case_state ORDER BY no"));
        BareStatement events = TRY(m_source.prepare("SELECT * FROM event ORDER BY key"));
        bool more = true;
        while (more) {
            std::vector<Write> writes;
            for (int i = 0; more && i < m_options.casesPerIntakeCommit; ++i) {
                more = TRY(fetch(cases, m_insertCase, writes)) && TRY(fetch(states, m_insertState, writes));
                if (more)
                    TRY(fetch(events, m_insertEvent, writes));
            }
            TRY(commit(writes));
        }
        m_restOfEvents = std::move(events);
        return {};
    }

    /// Every standing again, with the remaining events and the decisions.
    Result<> work()
    {
        BareStatement states = TRY(m_source.prepare("SELECT * FROM case_state ORDER BY no"));
        BareStatement decisions = TRY(m_source.prepare("SELECT * FROM decision ORDER BY no"));
        const std::int64_t caseCount = TRY(m_source.number("SELECT count(*) FROM permit_case"));
        const std::int64_t rest = TRY(m_source.number("SELECT count(*) FROM event")) - caseCount;
        std::int64_t cases = 0;
        std::int64_t events = 0;
        bool more = true;
        while (more) {
            std::vector<Write> writes;
            for (int i = 0; more && i < m_options.casesPerWorkCommit; ++i) {
                more = TRY(fetch(states, m_updateState, writes));
                if (!more)
                    break;
                ++cases;
                for (; events * caseCount < cases * rest; ++events)
                    TRY(fetch(m_restOfEvents, m_insertEvent, writes));
                TRY(fetch(decisions, m_insertDecision, writes));
            }
            TRY(commit(writes));
        }
        return {};
    }

    Result<> restOfEvents()
    {
        for (bool more = true; more;) {
            std::vector<Write> writes;
            for (int i = 0; more && i < m_options.casesPerIntakeCommit; ++i)
                more = TRY(fetch(m_restOfEvents, m_insertEvent, writes));
            TRY(commit(writes));
        }
        return {};
    }

    Result<> indexes()
    {
        const auto start = Clock::now();
        TRY(m_target.copySchema(m_source, "'index'"));
        m_outcome.seconds += std::chrono::duration<double>(Clock::now() - start).count();
        return {};
    }

    /// The source's index of words holds no texts: what each case is found by is put together first.
    Result<> words()
    {
        TRY(m_source.execute(
            "CREATE VIRTUAL TABLE temp.word_of USING fts5vocab('main', 'case_word', 'instance')"));
        TRY(m_target.execute(
            "CREATE VIRTUAL TABLE case_word USING fts5 (words, content = '', columnsize = 0, "
            "detail = none)"));
        BareStatement found = TRY(m_source.prepare(
            "SELECT doc, group_concat(term, ' ') FROM temp.word_of GROUP BY doc ORDER BY doc"));
        BareStatement insert = TRY(m_target.prepare("INSERT INTO case_word (rowid, words) VALUES (?, ?)"));
        for (bool more = true; more;) {
            std::vector<Write> writes;
            for (int i = 0; more && i < m_options.casesPerIntakeCommit; ++i)
                more = TRY(fetch(found, insert, writes));
            TRY(commit(writes));
        }
        return {};
    }

    BareCopyOutcome outcome() const { return m_outcome; }

private:
    struct Write {
        BareStatement *statement;
        Row row;
    };

    static Result<bool> fetch(BareStatement &from, BareStatement &to, std::vector<Write> &writes)
    {
        if (!TRY(from.next()))
            return false;
        writes.push_back({&to, from.row()});
        return true;
    }

    Result<> commit(const std::vector<Write> &writes)
    {
        if (writes.empty())
            return {};
        const auto start = Clock::now();
        TRY(m_target.execute("BEGIN IMMEDIATE"));
        for (const Write &write : writes)
            TRY(write.statement->run(write.row));
        TRY(m_target.execute("COMMIT"));
        m_outcome.seconds += std::chrono::duration<double>(Clock::now() - start).count();
        m_outcome.rows += static_cast<std::int64_t>(writes.size());
        return {};
    }

    BareDatabase &m_source;
    BareDatabase &m_target;
    const BareCopyOptions &m_options;
    BareStatement m_insertCase;
    BareStatement m_insertState;
    BareStatement m_insertEvent;
    BareStatement m_insertDecision;
    BareStatement m_updateState;
    BareStatement m_restOfEvents;
    BareCopyOutcome m_outcome;
};

} // namespace

Result<BareCopyOutcome> bareCopy(const std::filesystem::path &store, const std::filesystem::path &target,
                                 const BareCopyOptions &options)
{
    if (std::filesystem::exists(target))
        return fail(ErrorCode::Conflict, target.string() + " is there already; nothing was written");
    BareDatabase source = TRY(BareDatabase::openForReading(store));
    BareDatabase copy = TRY(BareDatabase::create(target, source));
    YearWriter writer(source, copy, options);
    TRY(writer.prepare());
    TRY(writer.takeIn());
    if (options.withWork)
        TRY(writer.work());
    else if (options.withRestOfEvents)
        TRY(writer.restOfEvents());
    if (options.indexesAfterwards)
        TRY(writer.indexes());
    if (options.withWords)
        TRY(writer.words());
    return writer.outcome();
}

} // namespace tongban::bench
