// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agency/agency_config.h"

#include "core/base/canonical_json.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace tongban::agency {

namespace {

using nlohmann::json;

Failure wrong(std::size_t index, std::string_view field, std::string_view why)
{
    return fail(ErrorCode::InvalidInput,
                "agencies.json, entry " + std::to_string(index + 1) + ", " + std::string(field) + ": "
                    + std::string(why));
}

bool isLoopback(std::string_view url)
{
    constexpr std::array<std::string_view, 3> prefixes{"http://127.0.0.1", "http://localhost",
                                                       "http://[::1]"};
    return std::ranges::any_of(prefixes, [&](std::string_view prefix) {
        const bool begins = url.substr(0, prefix.size()) == prefix;
        const char next = url.size() > prefix.size() ? url[prefix.size()] : '/';
        return begins && (next == ':' || next == '/');
    });
}

Result<std::chrono::milliseconds> milliseconds(const json &value, std::size_t index, std::string_view field)
{
    constexpr std::int64_t kMost = 600'000;
    if (!value.is_number_integer() || value.get<std::int64_t>() < 1 || value.get<std::int64_t>() > kMost)
        return wrong(index, field, "a whole number of milliseconds from 1 to 600000 is expected");
    return std::chrono::milliseconds(value.get<std::int64_t>());
}

Result<int> count(const json &value, std::size_t index, std::string_view field, int most)
{
    if (!value.is_number_integer() || value.get<std::int64_t>() < 1 || value.get<std::int64_t>() > most)
        return wrong(index, field, "a whole number from 1 to " + std::to_string(most) + " is expected");
    return value.get<int>();
}

Result<std::string> text(const json &value, std::size_t index, std::string_view field)
{
    if (!value.is_string())
        return wrong(index, field, "text is expected");
    return value.get<std::string>();
}

Result<std::map<std::string, int>> freshness(const json &value, std::size_t index)
{
    if (!value.is_object())
        return wrong(index, "freshness_days", "an object of record names and days is expected");
    std::map<std::string, int> days;
    for (const auto &[record, number] : value.items())
        days[record] = TRY(count(number, index, "freshness_days." + record, 3660));
    return days;
}

Result<> readField(AgencyConfig &config, const std::string &key, const json &value, std::size_t index)
{
    const std::map<std::string_view, std::string AgencyConfig::*> texts{
        {"source", &AgencyConfig::source},
        {"url", &AgencyConfig::url},
        {"ca_file", &AgencyConfig::caFile},
        {"token_file", &AgencyConfig::tokenFile},
        {"secret_file", &AgencyConfig::secretFile}};
    const std::map<std::string_view, std::chrono::milliseconds AgencyConfig::*> times{
        {"connect_timeout_ms", &AgencyConfig::connectTimeout},
        {"timeout_ms", &AgencyConfig::timeout},
        {"open_for_ms", &AgencyConfig::openFor}};
    if (const auto member = texts.find(key); member != texts.end())
        config.*(member->second) = TRY(text(value, index, key));
    else if (const auto time = times.find(key); time != times.end())
        config.*(time->second) = TRY(milliseconds(value, index, key));
    else if (key == "attempts")
        config.attempts = TRY(count(value, index, key, 10));
    else if (key == "failures_to_open")
        config.failuresToOpen = TRY(count(value, index, key, 1000));
    else if (key == "freshness_days")
        config.freshnessDays = TRY(freshness(value, index));
    else
        return wrong(index, key, "unknown key");
    return {};
}

} // namespace

Result<std::vector<AgencyConfig>> readAgencies(std::string_view jsonText)
{
    const json document = TRY(parseJson(jsonText));
    if (!document.is_object() || !document.contains("agencies") || !document["agencies"].is_array())
        return fail(ErrorCode::InvalidInput,
                    "agencies.json: an object with the array 'agencies' is expected");
    std::vector<AgencyConfig> agencies;
    for (const json &entry : document["agencies"]) {
        const std::size_t index = agencies.size();
        if (!entry.is_object())
            return wrong(index, "entry", "an object is expected");
        AgencyConfig config;
        for (const auto &[key, value] : entry.items())
            TRY(readField(config, key, value, index));
        if (config.source.empty())
            return wrong(index, "source", "missing");
        if (config.url.substr(0, 8) != "https://" && !isLoopback(config.url))
            return wrong(index, "url", "https is expected (plain http for loopback addresses only)");
        const auto same = [&](const AgencyConfig &other) {
            return other.source == config.source;
        };
        if (std::ranges::any_of(agencies, same))
            return wrong(index, "source", "a second entry for the same source");
        agencies.push_back(std::move(config));
    }
    return agencies;
}

} // namespace tongban::agency
