// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/central/pull.h"

#include "core/central/copied_rows.h"

namespace tongban::central {

Result<std::vector<CentralHead>> heads(Connection &connection)
{
    const Rows rows = TRY(connection.run("heads"));
    std::vector<CentralHead> heads;
    for (int row = 0; row < rows.count(); ++row) {
        CentralHead &head = heads.emplace_back();
        head.position.district = static_cast<int>(rows.integer(row, 0));
        head.epoch = static_cast<int>(rows.integer(row, 1));
        head.position.n = rows.integer(row, 2);
        head.position.hash = TRY(rows.digest(row, 3));
        head.settledN = rows.integer(row, 4);
    }
    return heads;
}

Result<Greeting> hello(Connection &connection)
{
    const Rows rows = TRY(connection.run("hello"));
    if (rows.count() != 1)
        return fail(ErrorCode::Denied, "the centre does not know this login or no longer admits it");
    return Greeting{std::string(rows.text(0, 0)), std::string(rows.text(0, 1)),
                    static_cast<int>(rows.integer(0, 2)), fromUnixMilliseconds(rows.integer(0, 3))};
}

namespace {

Result<PulledEvent> readEvent(const CopiedRows &row, int district, PullForm form)
{
    PulledEvent pulled;
    storage::StoredEvent &event = pulled.event;
    event.district = district;
    event.n = row.integer(0);
    event.caseId = TRY(row.uuid(1));
    event.act = row.text(2);
    event.stateAfter = row.text(3);
    event.actor = row.text(4);
    event.role = row.text(5);
    event.at = fromUnixMilliseconds(row.integer(6));
    event.reason = row.text(7);
    event.basis = row.text(8);
    event.body = row.text(9);
    event.hash = TRY(row.digest(10));
    pulled.application = row.text(11);
    pulled.caseNo = row.integer(12);
    pulled.itemVersion = static_cast<int>(row.integer(13));
    if (form == PullForm::WithRecords)
        pulled.record = row.text(14);
    return pulled;
}

} // namespace

Result<std::vector<PulledEvent>> pull(Connection &connection, const storage::EventPosition &from, int limit,
                                      PullForm form)
{
    TRY(requestPull(connection, from.district, from.n, limit, form));
    return receivePull(connection, from, form);
}

Result<> requestPull(Connection &connection, int district, std::int64_t after, int limit, PullForm form)
{
    return connection.sendCopy(form == PullForm::WithRecords ? "pull_with_records" : "pull",
                               {district, after, limit});
}

Result<std::vector<PulledEvent>> receivePull(Connection &connection, const storage::EventPosition &from,
                                             PullForm form)
{
    CopiedRows rows(connection);
    std::vector<PulledEvent> events;
    storage::EventDigester digester;
    storage::EventPosition last = from;
    while (TRY(rows.next())) {
        PulledEvent &pulled = events.emplace_back(TRY(readEvent(rows, from.district, form)));
        ++last.n;
        pulled.digest = digester.digest(draftOf(pulled.event));
        last.hash = storage::chainHash(last.hash, last.n, pulled.digest);
        if (pulled.event.n != last.n || pulled.event.hash != last.hash)
            return fail(ErrorCode::Corrupted,
                        "the centre's chain of district " + std::to_string(from.district)
                            + " does not go on at " + std::to_string(last.n));
    }
    return events;
}

Result<std::optional<std::int64_t>> commonPlace(Connection &connection, int district,
                                                std::span<const storage::EventPosition> mine)
{
    std::vector<std::string> places;
    std::vector<std::string> hashes;
    for (const storage::EventPosition &position : mine) {
        places.push_back(std::to_string(position.n));
        hashes.push_back(bytesText(position.hash.blob()));
    }
    const Rows rows =
        TRY(connection.run("common", {std::to_string(district), arrayText(places), arrayText(hashes)}));
    return rows.isNull(0, 0) ? std::optional<std::int64_t>() : rows.integer(0, 0);
}

} // namespace tongban::central
