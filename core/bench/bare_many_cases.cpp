// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bench/bare_many_cases.h"

#include "core/base/date.h"
#include "core/base/text.h"
#include "core/permit/serial.h"

#include <array>
#include <memory>
#include <sqlite3.h>
#include <string>

namespace tongban::bench {

namespace {

struct Close {
    void operator()(sqlite3 *handle) const { sqlite3_close_v2(handle); }
};
using Handle = std::unique_ptr<sqlite3, Close>;

constexpr std::array kGiven{"伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳",
                            "杰", "娟", "涛", "明", "超", "秀", "霞", "平", "刚", "桂", "英", "华",
                            "玉", "兰", "红", "建", "文", "辉", "力", "博", "诚", "先", "敬", "震",
                            "振", "壮", "会", "思", "群", "豪", "心", "邦", "承", "乐", "绍", "功",
                            "松", "善", "厚", "庆", "民", "友", "裕", "河"};

/// A number that looks like chance and is the same everywhere.
std::uint64_t mixed(std::int64_t number)
{
    auto x = static_cast<std::uint64_t>(number) * 0x9E3779B97F4A7C15ULL;
    x ^= x >> 32U;
    x *= 0xD6E8FEB86659FD93ULL;
    return x ^ (x >> 32U);
}

void setText(sqlite3_context *context, const std::string &text)
{
    sqlite3_result_text(context, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

std::string_view textOf(sqlite3_value *value)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return {text, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

/// made_id(no): sixteen bytes.
void madeId(sqlite3_context *context, int, sqlite3_value **values)
{
    const std::int64_t no = sqlite3_value_int64(values[0]);
    const std::array<std::uint64_t, 2> bytes{mixed(no), mixed(~no)};
    sqlite3_result_blob(context, bytes.data(), sizeof bytes, SQLITE_TRANSIENT);
}

/// made_serial(district, received_at, no): a number that checks itself.
void madeSerial(sqlite3_context *context, int, sqlite3_value **values)
{
    const Date day = officialDate(fromUnixMilliseconds(sqlite3_value_int64(values[1])));
    const auto serial =
        permit::CaseSerial::create(static_cast<int>(std::chrono::year_month_day(day).year()),
                                   sqlite3_value_int(values[0]), sqlite3_value_int64(values[2]));
    if (serial)
        setText(context, serial->text());
}

/// made_identity(identity, no): as long as the one it is made from.
void madeIdentity(sqlite3_context *context, int, sqlite3_value **values)
{
    std::string identity(textOf(values[0]));
    std::string digits = std::to_string(mixed(sqlite3_value_int64(values[1])));
    digits.insert(0, 12, '0');
    if (identity.size() > 12)
        identity.replace(identity.size() - 12, 12, digits.substr(digits.size() - 12));
    setText(context, identity);
}

/// made_name(name, no): the surname of a person with another given name; a company with a number in front.
void madeName(sqlite3_context *context, int, sqlite3_value **values)
{
    const std::string_view name = textOf(values[0]);
    const std::uint64_t chance = mixed(sqlite3_value_int64(values[1]));
    std::string made(firstCodePoints(name, 1));
    const std::size_t length = codePointCount(name);
    if (length > 4) {
        made = std::string(firstCodePoints(name, 2)) + kGiven[chance % kGiven.size()]
            + kGiven[(chance >> 8U) % kGiven.size()]
            + std::string(name.substr(firstCodePoints(name, 2).size()));
    } else {
        made += kGiven[chance % kGiven.size()];
        if (length > 2)
            made += kGiven[(chance >> 8U) % kGiven.size()];
    }
    setText(context, made);
}

/// In the order of the tables' columns; ?1 = how far numbers move, ?2 = the highest number to copy, ?3 = how
/// far in time, ?4 = how far places in the ledger move.
constexpr std::array kCopies{
    "INSERT INTO permit_case SELECT no + ?1, made_id(no + ?1), made_serial(district, received_at - "
    "iif(queued IS NULL, ?3, 0), no + ?1), channel, external_no || '-' || ?1, item, item_version, district, "
    "received_at - iif(queued IS NULL, ?3, 0), duplicate_key + ?1, NULL, intake_batch, "
    "made_identity(applicant_id, no + ?1), made_name(applicant_name, no + ?1), application, plate FROM "
    "(SELECT p.*, "
    "s.queue AS queued FROM permit_case AS p JOIN case_state AS s ON s.no = p.no WHERE p.no <= ?2 AND ?4 = "
    "?4)",
    "INSERT INTO case_state SELECT no + ?1, version, item, district, state, queue, due, outcome, reason, "
    "open, touched, changed_at, details, channel, received_day - iif(queue IS NULL, ?3 / 86400000, 0) FROM "
    "case_state WHERE no <= ?2 AND ?4 = ?4",
    "INSERT INTO event SELECT NULL, e.district, e.n + ?4, made_id(p.no + ?1), e.act, e.state, e.actor, "
    "e.role, "
    "e.at - ?3 * 0, e.reason, e.basis, e.body, e.hash FROM permit_case AS p CROSS JOIN event AS e ON "
    "e.case_id "
    "= p.id WHERE p.no <= ?2",
    "INSERT INTO decision SELECT NULL, case_no + ?1, round, outcome, reason, rule_set, engine, calendar, "
    "catalogue, decided_at - ?3 * 0, capsule, record FROM decision WHERE case_no <= ?2 AND ?4 = ?4"};

/// What the store's own program counts while it writes.
constexpr const char *kTotals =
    "BEGIN; DELETE FROM case_total; INSERT INTO case_total SELECT state, item, district, ifnull(queue, 0), "
    "ifnull(outcome, 0), ifnull(reason, 0), touched, channel, due <> 99999999 AS timed, count(*) FROM "
    "case_state INDEXED BY case_state_facets GROUP BY state, item, district, queue, outcome, reason, "
    "touched, "
    "channel, timed; COMMIT";

class Copier
{
public:
    explicit Copier(sqlite3 *handle) : m_handle(handle) { }

    Result<> run(const std::string &sql)
    {
        if (sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            return failure();
        return {};
    }

    Result<std::int64_t> number(const std::string &sql)
    {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(m_handle, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
            return failure();
        sqlite3_step(statement);
        const std::int64_t value = sqlite3_column_int64(statement, 0);
        sqlite3_finalize(statement);
        return value;
    }

    Result<> copy(const char *sql, const std::array<std::int64_t, 4> &values)
    {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(m_handle, sql, -1, &statement, nullptr) != SQLITE_OK)
            return failure();
        for (int i = 0; i < 4; ++i)
            sqlite3_bind_int64(statement, i + 1, values[static_cast<std::size_t>(i)]);
        const int done = sqlite3_step(statement);
        sqlite3_finalize(statement);
        return done == SQLITE_DONE ? Result<>() : Result<>(failure());
    }

    void addFunctions()
    {
        const auto add = [this](const char *name, int values, auto *function) {
            sqlite3_create_function(m_handle, name, values, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr,
                                    function, nullptr, nullptr);
        };
        add("made_id", 1, &madeId);
        add("made_serial", 3, &madeSerial);
        add("made_identity", 2, &madeIdentity);
        add("made_name", 2, &madeName);
    }

private:
    Failure failure() const
    {
        return fail(ErrorCode::Internal, std::string("copying cases: ") + sqlite3_errmsg(m_handle));
    }

    sqlite3 *m_handle;
};

} // namespace

Result<> multiplyCases(const std::filesystem::path &store, std::int64_t cases,
                       const std::function<bool()> &stop)
{
    sqlite3 *opened = nullptr;
    const int fault = sqlite3_open_v2(store.string().c_str(), &opened, SQLITE_OPEN_READWRITE, nullptr);
    const Handle handle(opened);
    if (fault != SQLITE_OK)
        return fail(ErrorCode::Unavailable, "the store of the benchmark cannot be opened");
    Copier copier(handle.get());
    copier.addFunctions();
    TRY(copier.run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -500000"));
    const std::int64_t base = TRY(copier.number("SELECT max(no) FROM permit_case"));
    const std::int64_t places = TRY(copier.number("SELECT max(n) FROM event"));
    constexpr std::int64_t kYear = std::int64_t{365} * 86'400'000;
    for (std::int64_t copy = 1; copy * base < cases; ++copy) {
        if (stop && stop())
            return fail(ErrorCode::Unavailable, "stopped");
        const std::int64_t last = std::min(base, cases - copy * base);
        TRY(copier.run("BEGIN"));
        for (const char *sql : kCopies)
            TRY(copier.copy(sql, {copy * base, last, (copy % 3) * kYear, copy * places}));
        TRY(copier.run("COMMIT"));
    }
    TRY(copier.run(kTotals));
    return copier.run("PRAGMA journal_mode = WAL");
}

} // namespace tongban::bench
