// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bench/bare_ledger.h"

#include "core/bench/bare_libpq.h"
#include "core/demo/generator.h"
#include "core/permit/application_reader.h"
#include "core/storage/event_log.h"

#include <fstream>

namespace tongban::bench {

namespace {

constexpr std::int64_t kFirstMoment = 1'790'000'000'000;
constexpr std::size_t kRowsAtOnce = 2000;

/// A value of COPY's text format.
void append(std::string &out, std::string_view value, char end = '\t')
{
    for (const char c : value) {
        if (c == '\\' || c == '\t' || c == '\n' || c == '\r')
            out += '\\';
        out += c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : c;
    }
    out += end;
}

class LedgerMaker
{
public:
    LedgerMaker(int district, std::int64_t cases, const std::filesystem::path &applications)
        : m_lines(applications), m_cases(cases)
    {
        m_place.district = district;
    }

    /// Appends rows of the staging table; false once there are enough cases.
    Result<bool> more(std::string &out)
    {
        std::string line;
        for (std::size_t i = 0; i < kRowsAtOnce && m_caseNo < m_cases; ++i) {
            if (!std::getline(m_lines, line))
                return fail(ErrorCode::Internal, "the made-up year is too short");
            auto application = m_reader.readStored(line);
            if (!application)
                continue; // one of the lines that are made to be refused
            application->district = m_place.district;
            application->externalNo += '-' + std::to_string(m_caseNo + 1);
            add(out, *application);
        }
        return m_caseNo < m_cases;
    }

    storage::EventPosition place() const { return m_place; }
    std::int64_t accepted() const { return m_accepted; }
    std::int64_t cases() const { return m_caseNo; }

private:
    void add(std::string &out, const permit::Application &application)
    {
        ++m_caseNo;
        const std::string text = permit::canonicalText(application);
        const Uuid id = Uuid::v7(fromUnixMilliseconds(kFirstMoment + m_place.n), m_random);
        addEvent(out, id, "apply", "applied", "clerk", "clerk",
                 R"({"detail":{"application":")" + sha256(text).hex() + "\"}}");
        append(out, text);
        append(out, application.item);
        append(out, permit::name(application.channel));
        append(out, application.externalNo, '\n');
        if (m_caseNo % 2 == 1)
            return;
        addEvent(out, id, "accept", "accepted", "robot", "system",
                 "{\"acceptance_no\":" + std::to_string(++m_accepted) + '}');
        append(out, {});
        append(out, {});
        append(out, {});
        append(out, {}, '\n');
    }

    void addEvent(std::string &out, const Uuid &id, std::string_view act, std::string_view state,
                  std::string_view actor, std::string_view role, const std::string &body)
    {
        const Timestamp at = fromUnixMilliseconds(kFirstMoment + m_place.n);
        const Digest digest =
            m_digester.digest({m_place.district, id, act, state, actor, role, at, {}, {}, body});
        ++m_place.n;
        m_place.hash = storage::chainHash(m_place.hash, m_place.n, digest);
        append(out, std::to_string(m_place.n));
        append(out, id.text());
        append(out, std::to_string(m_caseNo));
        append(out, act);
        append(out, state);
        append(out, actor);
        append(out, role);
        append(out, std::to_string(unixMilliseconds(at)));
        append(out, body);
        append(out, central::bytesText(m_place.hash.blob()));
    }

    std::ifstream m_lines;
    std::int64_t m_cases;
    permit::ApplicationReader m_reader;
    storage::EventDigester m_digester;
    SeededRandom m_random{20190823};
    storage::EventPosition m_place;
    std::int64_t m_caseNo = 0;
    std::int64_t m_accepted = 0;
};

/// From the staging table to where the centre's own functions would have put it.
std::string fillTables(const LedgerMaker &made)
{
    std::string sql =
        "INSERT INTO core.ledger SELECT {d}, n, case_id, act, state, actor, role, at, '', '', "
        "sha256(convert_to(body, 'UTF8')), hash, core.year_at(at) FROM made;"
        "INSERT INTO core.ledger_body SELECT {d}, n, core.sealed(convert_to(body, 'UTF8'), k.keys), "
        "core.year_at(at) "
        "FROM made, (SELECT core.seal_keys() AS keys OFFSET 0) k;"
        "INSERT INTO core.permit_case (district, id, no, item, item_version, channel, external_no, "
        "taken_in_by, state, "
        "version, acceptance_no, changed_at) SELECT {d}, a.case_id, a.case_no, a.item, 1, a.channel, "
        "a.external_no, "
        "'clerk', coalesce(b.state, a.state), CASE WHEN b.n IS NULL THEN 1 ELSE 2 END, "
        "CASE WHEN b.n IS NULL THEN 0 ELSE a.case_no / 2 END, coalesce(b.at, a.at) "
        "FROM made a LEFT JOIN made b ON b.n = a.n + 1 AND b.act = 'accept' WHERE a.act = 'apply';"
        "INSERT INTO core.application SELECT {d}, case_id, "
        "ARRAY[core.marker(sha256(convert_to(application::jsonb->'applicant'->>'id', 'UTF8')), k.keys)], "
        "core.sealed(convert_to(application, 'UTF8'), k.keys), core.year_at(at) "
        "FROM made, (SELECT core.seal_keys() AS keys OFFSET 0) k WHERE act = 'apply';"
        "UPDATE core.head SET n = {n}, hash = '{h}', at = {t}, case_no = {c}, acceptance_no = {a} WHERE "
        "district = {d};"
        "DROP TABLE made";
    const auto put = [&sql](const std::string &word, const std::string &value) {
        for (auto at = sql.find(word); at != std::string::npos; at = sql.find(word))
            sql.replace(at, word.size(), value);
    };
    put("{d}", std::to_string(made.place().district));
    put("{n}", std::to_string(made.place().n));
    put("{h}", central::bytesText(made.place().hash.blob()));
    put("{t}", std::to_string(kFirstMoment + made.place().n));
    put("{c}", std::to_string(made.cases()));
    put("{a}", std::to_string(made.accepted()));
    return sql;
}

} // namespace

Result<std::int64_t> makeLedger(const CentrePlan &plan, ScratchCentre &centre, std::int64_t cases)
{
    demo::DemoPlan year;
    // Some lines are made to be refused.
    year.applications = static_cast<std::uint64_t>(cases + cases / 20 + 1000);
    year.resources = plan.resources;
    year.referenceDay = officialDate(fromUnixMilliseconds(kFirstMoment)) - std::chrono::days(1);
    const auto files = plan.folder / "made-year";
    TRY(demo::generateDemo(year, files));
    LedgerMaker made(centre.desktop(0).district, cases, files / "applications.jsonl");
    central::Connection administrator = TRY(central::Connection::open(centre.administrator()));
    TRY(administrator.script(
        "CREATE UNLOGGED TABLE made (n bigint, case_id uuid, case_no bigint, act text, state text, actor "
        "text, "
        "role text, at bigint, body text, hash bytea, application text, item text, channel text, "
        "external_no text)"));
    BareLibpq bare = TRY(BareLibpq::open(centre.administrator()));
    TRY(bare.copyIn("COPY made FROM STDIN", [&](std::string &out) { return made.more(out); }));
    std::filesystem::remove_all(files);
    TRY(administrator.script("CREATE INDEX ON made (n); ANALYZE made"));
    TRY(administrator.script(fillTables(made)));
    TRY(administrator.script("VACUUM ANALYZE"));
    TRY(administrator.script("CHECKPOINT"));
    return made.place().n;
}

} // namespace tongban::bench
