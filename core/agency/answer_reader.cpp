// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agency/answer_reader.h"

#include "core/base/canonical_json.h"

#include <nlohmann/json.hpp>

namespace tongban::agency {

using approval::EvidenceAnswer;
using approval::UnknownReason;
using nlohmann::json;

namespace {

bool equals(const json &document, const char *name, std::string_view expected)
{
    const auto found = document.find(name);
    return found != document.end() && found->is_string() && found->get_ref<const std::string &>() == expected;
}

std::optional<Date> dateOf(const json &document)
{
    const auto found = document.find("as_of");
    if (found == document.end() || !found->is_string())
        return std::nullopt;
    const auto date = parseIsoDate(found->get_ref<const std::string &>());
    return date ? std::optional(*date) : std::nullopt;
}

} // namespace

EvidenceAnswer readAnswer(std::string_view body, const approval::EvidenceQuery &query,
                          std::string_view requestId, Timestamp at)
{
    const auto malformed = [&] {
        return EvidenceAnswer::unknown(query, UnknownReason::Malformed, at);
    };
    const auto document = parseJson(body);
    if (!document || !document->is_object() || !equals(*document, "request_id", requestId))
        return malformed();
    if (!equals(*document, "key", query.key) || !equals(*document, "source", query.source)
        || !equals(*document, "record", query.record))
        return EvidenceAnswer::unknown(query, UnknownReason::Contradictory, at);
    const std::optional<Date> asOf = dateOf(*document);
    if (equals(*document, "status", "no_record"))
        return EvidenceAnswer::noRecord(query, asOf, at);
    if (!equals(*document, "status", "answered") || !asOf || *asOf > officialDate(at)
        || !document->contains("fields") || !(*document)["fields"].is_object())
        return malformed();
    auto fields = canonicalJson((*document)["fields"]);
    if (!fields)
        return malformed();
    return EvidenceAnswer::answered(query, std::move(*fields), asOf, at);
}

std::string questionText(const approval::EvidenceQuery &query, std::string_view requestId)
{
    std::string out;
    CanonicalWriter w(out);
    w.beginObject();
    w.key("key");
    w.string(query.key);
    w.key("purpose");
    w.string("permit_decision");
    w.key("record");
    w.string(query.record);
    w.key("request_id");
    w.string(requestId);
    w.key("source");
    w.string(query.source);
    w.endObject();
    return out;
}

} // namespace tongban::agency
