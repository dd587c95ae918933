// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/block_list.h"

namespace tongban::storage {

struct BlockList::Statements {
    Statement *add;
    Statement *lift;
    Statement *active;
    Statement *list;
};

namespace {

#define TONGBAN_BLOCK_COLUMNS "no", "kind", "value", "reason", "basis", "from_day", "until_day", "added_by"

Result<std::vector<BlockRow>> readBlocks(Rows rows)
{
    std::vector<BlockRow> blocks;
    while (TRY(rows.next()))
        blocks.push_back({rows.integer(0), rows.string(1), rows.string(2), rows.string(3), rows.string(4),
                          rows.date(5), rows.optionalDate(6), rows.string(7)});
    return blocks;
}

} // namespace

Result<BlockList> BlockList::create(Database &database)
{
    Statements s{};
    s.add = TRY(database.prepare("block_add",
                                 {"kind", "value", "reason", "basis", "from_day", "until_day", "added_by"}));
    s.lift = TRY(database.prepare("block_lift", {"until_day", "no"}));
    s.active = TRY(database.prepare("block_active", {"value", "kind", "day"}, {TONGBAN_BLOCK_COLUMNS}));
    s.list = TRY(database.prepare("block_list", {"after", "limit"}, {TONGBAN_BLOCK_COLUMNS}));
    return BlockList(s);
}

BlockList::BlockList(const Statements &statements)
    : m_statements(std::make_shared<const Statements>(statements))
{
}

Result<std::int64_t> BlockList::add(const BlockRow &row)
{
    TRY(m_statements->add->run(row.kind, row.value, row.reason, row.basis, row.from, row.until, row.addedBy));
    return m_statements->add->lastInsertedKey();
}

Result<> BlockList::lift(std::int64_t no, Date lastDay)
{
    TRY(m_statements->lift->run(lastDay, no));
    if (m_statements->lift->changes() != 1)
        return fail(ErrorCode::NotFound, "there is no such entry in the block list");
    return {};
}

Result<std::vector<BlockRow>> BlockList::activeOn(std::string_view kind, std::string_view value, Date day)
{
    return readBlocks(m_statements->active->query(value, kind, day));
}

Result<std::vector<BlockRow>> BlockList::list(std::int64_t afterNo, int limit)
{
    return readBlocks(m_statements->list->query(afterNo, limit));
}

} // namespace tongban::storage
