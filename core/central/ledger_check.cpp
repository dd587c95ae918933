// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/central/ledger_check.h"

#include "core/central/pull.h"

#include <algorithm>
#include <iterator>

namespace tongban::central {

namespace {

using storage::ChainFault;
using storage::EventPosition;

constexpr int kPage = 20000;

/// One district's chain while it is read.
class ChainReader
{
public:
    ChainReader(Connection &connection, const EventPosition &head, std::span<const storage::Anchor> witnesses,
                const storage::ChainCheckOptions &options, storage::ChainReport &report)
        : m_connection(connection), m_head(head), m_options(options), m_report(report)
    {
        m_last.district = head.district;
        std::ranges::copy_if(witnesses, std::back_inserter(m_witnesses),
                             [&](const auto &witness) { return witness.position.district == head.district; });
    }

    Result<> check();

private:
    Result<> takeRow(const Rows &rows, int row);
    void compareWitnesses();
    void finish();
    Result<> checkContents();
    void report(ChainFault fault, std::int64_t n, std::string detail);

    Connection &m_connection;
    EventPosition m_head;
    EventPosition m_last;
    std::vector<storage::Anchor> m_witnesses;
    const storage::ChainCheckOptions &m_options;
    storage::ChainReport &m_report;
};

void ChainReader::report(ChainFault fault, std::int64_t n, std::string detail)
{
    if (++m_report.problemCount <= m_options.maximumProblems)
        m_report.problems.push_back({fault, m_head.district, n, std::move(detail)});
}

/// Going on with the stored hash names each changed event alone, not everything behind it.
Result<> ChainReader::takeRow(const Rows &rows, int row)
{
    const std::int64_t n = rows.integer(row, 0);
    const Digest stored = TRY(rows.digest(row, 1));
    if (n > m_last.n + 1)
        report(ChainFault::Gap, m_last.n + 1, std::to_string(n - m_last.n - 1) + " events are missing");
    else if (storage::chainHash(m_last.hash, n, TRY(rows.digest(row, 2))) != stored)
        report(ChainFault::Edited, n, "the event does not have the hash it was written with");
    m_last.n = n;
    m_last.hash = stored;
    if (n == m_head.n && stored != m_head.hash)
        report(ChainFault::HeadMismatch, n, "the head has another hash than the last event");
    if (n > m_head.n)
        report(ChainFault::Forged, n, "the head does not know the event");
    compareWitnesses();
    if (++m_report.events % 100000 == 0 && m_options.progress)
        m_options.progress(m_report.events);
    return {};
}

void ChainReader::compareWitnesses()
{
    for (const storage::Anchor &witness : m_witnesses)
        if (witness.position.n == m_last.n && witness.position.hash != m_last.hash)
            report(ChainFault::Rewritten, m_last.n,
                   "the witness of " + isoTimestamp(witness.at) + " saw another event here");
}

void ChainReader::finish()
{
    if (m_last.n < m_head.n)
        report(ChainFault::Truncated, m_last.n + 1,
               "the head says the chain ends at " + std::to_string(m_head.n));
    for (const storage::Anchor &witness : m_witnesses)
        if (witness.position.n > m_last.n)
            report(ChainFault::Truncated, m_last.n + 1,
                   "the witness of " + isoTimestamp(witness.at) + " saw the chain end at "
                       + std::to_string(witness.position.n));
    if (m_last.n > 0)
        m_report.ends.push_back(m_last);
}

Result<> ChainReader::checkContents()
{
    const Rows rows = TRY(m_connection.run("ledger_faults", {std::to_string(m_head.district)}));
    for (int row = 0; row < rows.count(); ++row) {
        const std::string_view fault = rows.text(row, 0);
        if (fault == "standing_changed")
            report(ChainFault::StandingChanged, rows.integer(row, 1),
                   "a case is not where its last event left it");
        else if (fault == "forged")
            report(ChainFault::Forged, rows.integer(row, 1),
                   "the event has no case, or the decision no event of its own");
        else
            report(ChainFault::Edited, rows.integer(row, 1),
                   "the body or the application is not the one the event was written with");
    }
    return {};
}

Result<> ChainReader::check()
{
    int read = kPage;
    while (read == kPage) {
        const Rows rows = TRY(m_connection.run(
            "ledger_page",
            {std::to_string(m_head.district), std::to_string(m_last.n), std::to_string(kPage)}));
        read = rows.count();
        for (int row = 0; row < read; ++row)
            TRY(takeRow(rows, row));
    }
    finish();
    return checkContents();
}

Result<> checkAll(Connection &auditor, std::span<const storage::Anchor> witnesses,
                  const storage::ChainCheckOptions &options, storage::ChainReport &report)
{
    std::vector<EventPosition> chains;
    for (const CentralHead &head : TRY(heads(auditor)))
        chains.push_back(head.position);
    // A district that a witness saw and that is gone altogether is cut off at its beginning.
    for (const storage::Anchor &witness : witnesses)
        if (std::ranges::find(chains, witness.position.district, &EventPosition::district) == chains.end())
            chains.push_back({witness.position.district, 0, {}});
    for (const EventPosition &head : chains)
        TRY(ChainReader(auditor, head, witnesses, options, report).check());
    return {};
}

} // namespace

Result<storage::ChainReport> checkLedger(Connection &auditor, std::span<const storage::Anchor> witnesses,
                                         const storage::ChainCheckOptions &options)
{
    storage::ChainReport report;
    TRY(auditor.run("read_begin"));
    const Result<> checked = checkAll(auditor, witnesses, options, report);
    TRY(auditor.run("read_end"));
    TRY(checked);
    return report;
}

} // namespace tongban::central
