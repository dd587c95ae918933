// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/decision/answer_text.h"

#include "core/base/canonical_json.h"

#include <nlohmann/json.hpp>

namespace tongban::service {

namespace {

using approval::EvidenceAnswer;
using approval::EvidenceStatus;

std::string answerText(const EvidenceAnswer &answer)
{
    std::string out;
    CanonicalWriter w(out);
    const auto text = [&w](std::string_view key, std::string_view value) {
        w.key(key);
        w.string(value);
    };
    w.beginObject();
    w.key("answered_at");
    w.number(unixMilliseconds(answer.answeredAt));
    text("as_of", answer.asOf ? isoDate(*answer.asOf) : std::string());
    text("body", answer.body);
    text("digest", answer.status == EvidenceStatus::Answered ? answer.digest.hex() : std::string());
    text("key", answer.query.key);
    text("reason", answer.status == EvidenceStatus::Unknown ? approval::name(answer.reason) : "");
    text("record", answer.query.record);
    text("source", answer.query.source);
    text("status", approval::name(answer.status));
    w.endObject();
    return out;
}

} // namespace

std::string answersText(std::span<const EvidenceAnswer> answers)
{
    std::string out;
    CanonicalWriter w(out);
    w.beginArray();
    for (const EvidenceAnswer &answer : answers) {
        w.beginObject();
        w.key("body");
        w.string(answerText(answer));
        w.key("record");
        w.string(answer.query.record);
        w.key("source");
        w.string(answer.query.source);
        w.endObject();
    }
    w.endArray();
    return out;
}

Result<EvidenceAnswer> readAnswerText(std::string_view source, std::string_view record, std::string_view text)
{
    const nlohmann::json told = TRY(parseJson(text));
    const auto wrong = [](std::string_view what) {
        return fail(ErrorCode::Corrupted, "an answer of a source cannot be read: " + std::string(what));
    };
    if (!told.is_object())
        return wrong("it is no object");
    try {
        EvidenceAnswer answer;
        answer.query = {std::string(source), std::string(record), told.at("key").get<std::string>()};
        const auto status = approval::parseEvidenceStatus(told.at("status").get<std::string>());
        if (!status)
            return wrong("its status is not known");
        answer.status = *status;
        answer.reason = approval::parseUnknownReason(told.at("reason").get<std::string>())
                            .value_or(approval::UnknownReason::NoAnswer);
        answer.body = told.at("body").get<std::string>();
        answer.answeredAt = fromUnixMilliseconds(told.at("answered_at").get<std::int64_t>());
        if (const auto day = parseIsoDate(told.at("as_of").get<std::string>()))
            answer.asOf = *day;
        if (answer.status != EvidenceStatus::Answered)
            return answer;
        answer.digest = sha256(answer.body);
        if (answer.digest.hex() != told.at("digest").get<std::string>())
            return wrong("it is not what its digest says");
        return answer;
    } catch (const nlohmann::json::exception &missing) {
        return wrong(missing.what());
    }
}

} // namespace tongban::service
