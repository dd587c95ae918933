// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/case_answer_store.h"

namespace tongban::storage {

struct CaseAnswerStore::Statements {
    Statement *insert;
    Statement *drop;
    Statement *list;
    Statement *putLook;
    Statement *look;
};

Result<CaseAnswerStore> CaseAnswerStore::create(Database &database)
{
    Statements s{};
    s.insert = TRY(database.prepare("case_answer_insert", {"case_no", "kept_at", "body"}));
    s.drop = TRY(database.prepare("case_answer_drop", {"case_no"}));
    s.list = TRY(database.prepare("case_answer_list", {"case_no"}, {"kept_at", "body"}));
    s.putLook = TRY(database.prepare("case_answer_look_put", {"case_no", "version", "asked_at", "denied"}));
    s.look = TRY(database.prepare("case_answer_look", {"case_no"}, {"version", "asked_at", "denied"}));
    return CaseAnswerStore(s);
}

CaseAnswerStore::CaseAnswerStore(const Statements &statements)
    : m_statements(std::make_shared<const Statements>(statements))
{
}

Result<> CaseAnswerStore::replace(std::int64_t caseNo, const std::vector<CaseAnswerRow> &rows,
                                  const CaseAnswerLook &look)
{
    TRY(m_statements->drop->run(caseNo));
    for (const CaseAnswerRow &row : rows)
        TRY(m_statements->insert->run(caseNo, row.keptAt, row.body));
    return m_statements->putLook->run(caseNo, look.version, look.askedAt, look.denied ? 1 : 0);
}

Result<std::vector<CaseAnswerRow>> CaseAnswerStore::ofCase(std::int64_t caseNo)
{
    std::vector<CaseAnswerRow> answers;
    Rows rows = m_statements->list->query(caseNo);
    while (TRY(rows.next())) {
        CaseAnswerRow &answer = answers.emplace_back();
        answer.keptAt = rows.instant(0);
        answer.body = rows.text(1);
    }
    return answers;
}

Result<std::optional<CaseAnswerLook>> CaseAnswerStore::look(std::int64_t caseNo)
{
    Rows rows = m_statements->look->query(caseNo);
    if (!TRY(rows.next()))
        return std::optional<CaseAnswerLook>();
    CaseAnswerLook look;
    look.version = rows.integer(0);
    look.askedAt = rows.instant(1);
    look.denied = rows.integer(2) != 0;
    return std::optional(look);
}

} // namespace tongban::storage
