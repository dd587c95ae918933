// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes as what an agency answers, and as the file that names the agencies.

#include "core/agency/agency_config.h"
#include "core/agency/answer_reader.h"
#include "core/base/canonical_json.h"
#include "tests/fuzz/fuzz_support.h"

#include <nlohmann/json.hpp>
#include <set>

using namespace tongban;
using tongban::fuzz::require;

namespace {

void checkAnswer(std::string_view text)
{
    const approval::EvidenceQuery query{"police", "person", "440301199001010013"};
    const Timestamp at = *parseIsoTimestamp("2026-11-22T21:03:00+08:00");
    const approval::EvidenceAnswer answer = agency::readAnswer(text, query, "r-1", at);
    require(answer.query == query && answer.answeredAt == at);
    if (answer.status != approval::EvidenceStatus::Answered) {
        require(answer.body.empty() && answer.digest == Digest());
        return;
    }
    require(answer.asOf && *answer.asOf <= officialDate(at));
    require(answer.digest == sha256(answer.body));
    const auto body = parseJson(answer.body);
    require(body && body->is_object() && canonicalJson(*body).value() == answer.body);
    // An answer is one to the question that was asked, or none.
    const auto document = parseJson(text);
    require(document && document->at("key") == query.key && document->at("request_id") == "r-1");
}

void checkAgencies(std::string_view text)
{
    const auto agencies = agency::readAgencies(text);
    if (!agencies)
        return;
    std::set<std::string> sources;
    for (const agency::AgencyConfig &one : *agencies) {
        require(sources.insert(one.source).second);
        const bool isLoopback = one.url.starts_with("http://127.0.0.1")
            || one.url.starts_with("http://localhost") || one.url.starts_with("http://[::1]");
        require(one.url.starts_with("https://") || isLoopback);
        require(one.timeout > std::chrono::milliseconds::zero() && one.timeout <= std::chrono::minutes(10));
        require(one.connectTimeout > std::chrono::milliseconds::zero() && one.attempts > 0);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text = fuzz::textOf(data, size);
    checkAnswer(text);
    checkAgencies(text);
    return 0;
}
