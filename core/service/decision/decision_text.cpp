// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/decision/decision_text.h"

#include "core/base/canonical_json.h"
#include "core/base/hex.h"

#include <nlohmann/json.hpp>

namespace tongban::service {

namespace {

std::string hexOf(std::string_view bytes)
{
    std::string text;
    appendHex(text, {reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size()});
    return text;
}

Result<std::string> bytesOf(std::string_view hex)
{
    std::string bytes(hex.size() / 2, '\0');
    if (!readHex(hex, {reinterpret_cast<std::uint8_t *>(bytes.data()), bytes.size()}))
        return fail(ErrorCode::Corrupted, "the record of a decision is no sequence of bytes");
    return bytes;
}

} // namespace

std::string decisionText(const storage::DecisionRow &row)
{
    std::string out;
    CanonicalWriter w(out);
    const auto text = [&w](std::string_view key, std::string_view value) {
        w.key(key);
        w.string(value);
    };
    w.beginObject();
    text("calendar", row.calendar);
    text("capsule", row.capsule.hex());
    text("catalogue", row.catalogue);
    w.key("decided_at");
    w.number(unixMilliseconds(row.decidedAt));
    text("engine", row.engine);
    text("manifest", row.manifest.hex());
    text("model", row.model.hex());
    text("outcome", row.outcome);
    text("reason", row.reason);
    text("record", hexOf(row.record));
    w.key("round");
    w.number(row.round);
    w.endObject();
    return out;
}

Result<storage::DecisionRow> readDecisionText(std::string_view text)
{
    const nlohmann::json told = TRY(parseJson(text));
    try {
        storage::DecisionRow row;
        row.round = told.at("round").get<int>();
        row.outcome = told.at("outcome").get<std::string>();
        row.reason = told.at("reason").get<std::string>();
        row.model = TRY(Digest::parse(told.at("model").get<std::string>()));
        row.manifest = TRY(Digest::parse(told.at("manifest").get<std::string>()));
        row.engine = told.at("engine").get<std::string>();
        row.calendar = told.at("calendar").get<std::string>();
        row.catalogue = told.at("catalogue").get<std::string>();
        row.capsule = TRY(Digest::parse(told.at("capsule").get<std::string>()));
        row.decidedAt = fromUnixMilliseconds(told.at("decided_at").get<std::int64_t>());
        row.record = TRY(bytesOf(told.at("record").get<std::string>()));
        return row;
    } catch (const nlohmann::json::exception &wrong) {
        return fail(ErrorCode::Corrupted, std::string("this is no record of a decision: ") + wrong.what());
    }
}

} // namespace tongban::service
