// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/answer_store.h"

namespace tongban::storage {

struct AnswerStore::Statements {
    Statement *put;
    Statement *find;
    Statement *forget;
};

Result<AnswerStore> AnswerStore::create(Database &database)
{
    Statements s{};
    s.put = TRY(database.prepare(
        "answer_put", {"source", "record", "key", "status", "body", "digest", "as_of", "answered_at"}));
    s.find = TRY(
        database.prepare("answer_find", {"source", "record", "key"},
                         {"source", "record", "key", "status", "body", "digest", "as_of", "answered_at"}));
    s.forget = TRY(database.prepare("answer_forget", {"before"}));
    return AnswerStore(s);
}

AnswerStore::AnswerStore(const Statements &statements)
    : m_statements(std::make_shared<const Statements>(statements))
{
}

Result<> AnswerStore::put(const AnswerRow &row)
{
    return m_statements->put->run(row.source, row.record, row.key, row.status, row.body, row.digest, row.asOf,
                                  row.answeredAt);
}

Result<std::optional<AnswerRow>> AnswerStore::find(std::string_view source, std::string_view record,
                                                   std::string_view key)
{
    Rows rows = m_statements->find->query(source, record, key);
    if (!TRY(rows.next()))
        return std::optional<AnswerRow>();
    AnswerRow row;
    row.source = rows.text(0);
    row.record = rows.text(1);
    row.key = rows.text(2);
    row.status = rows.text(3);
    row.body = rows.text(4);
    row.digest = TRY(rows.digest(5));
    row.asOf = rows.optionalDate(6);
    row.answeredAt = rows.instant(7);
    return std::optional<AnswerRow>(std::move(row));
}

Result<std::int64_t> AnswerStore::forgetBefore(Timestamp before)
{
    TRY(m_statements->forget->run(before));
    return m_statements->forget->changes();
}

} // namespace tongban::storage
