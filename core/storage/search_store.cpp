// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/search_store.h"

#include "core/storage/case_columns.h"

namespace tongban::storage {

struct SearchStore::Statements {
    Statement *codes;
    Statement *names;
    Statement *unread;
    Statement *add;
    Statement *clear;
};

Result<SearchStore> SearchStore::create(Database &database, Vocabulary &vocabulary)
{
    Statements s{};
    s.codes =
        TRY(database.prepare("search_codes", {"code", "words", "plate", "limit"}, {TONGBAN_CASE_COLUMNS}));
    s.names = TRY(database.prepare("search_names", {"query"}, {TONGBAN_CASE_COLUMNS}));
    s.unread = TRY(database.prepare("search_unread", {"after", "limit"}, {"no", "applicant_name"}));
    s.add = TRY(database.prepare("search_add", {"no", "words"}));
    s.clear = TRY(database.prepare("search_clear"));
    return SearchStore(vocabulary, s);
}

SearchStore::SearchStore(Vocabulary &vocabulary, const Statements &statements)
    : m_vocabulary(&vocabulary), m_statements(std::make_shared<const Statements>(statements))
{
}

Result<std::vector<StoredCase>> SearchStore::byCode(std::string_view words, std::string_view code,
                                                    std::string_view plate, int limit)
{
    return TRY(readPage(m_statements->codes->query(code, words, plate, limit), *m_vocabulary, false, limit))
        .cases;
}

Result<> SearchStore::byWords(std::string_view query, const std::function<bool(StoredCase &)> &visit)
{
    Rows rows = m_statements->names->query(query);
    StoredCase found;
    while (TRY(rows.next())) {
        TRY(readCase(rows, *m_vocabulary, false, found));
        if (!visit(found))
            break;
    }
    return {};
}

Result<std::vector<UnreadName>> SearchStore::unread(std::int64_t after, int limit)
{
    std::vector<UnreadName> names;
    Rows rows = m_statements->unread->query(after, limit);
    while (TRY(rows.next()))
        names.push_back({rows.integer(0), rows.string(1)});
    return names;
}

Result<> SearchStore::add(std::int64_t no, std::string_view words)
{
    return m_statements->add->run(no, words);
}

Result<> SearchStore::clear()
{
    return m_statements->clear->run();
}

} // namespace tongban::storage
