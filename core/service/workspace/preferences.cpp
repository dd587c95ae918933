// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/workspace/preferences.h"

#include "core/base/canonical_json.h"
#include "core/base/text.h"
#include "core/service/workspace/workspace_parts.h"

#include <nlohmann/json.hpp>

namespace tongban::service {

namespace {

constexpr std::string_view kFilter = "filter:";
constexpr std::size_t kLongestName = 60;

std::string day(const std::optional<Date> &date)
{
    return date ? isoDate(*date) : std::string();
}

std::string textOf(const CaseQuery &query)
{
    nlohmann::json json;
    json["channel"] = query.channel;
    json["district"] = query.district;
    json["field"] = query.field;
    json["from"] = day(query.receivedFrom);
    json["holder"] = query.holder;
    json["item"] = query.item;
    json["light"] = static_cast<int>(query.light);
    json["outcome"] = query.outcome;
    json["queue"] = query.queue;
    json["reason"] = query.reason;
    json["state"] = query.state;
    json["through"] = day(query.receivedThrough);
    return json.dump();
}

std::optional<Date> dayOf(const nlohmann::json &json, const char *member)
{
    const auto date = parseIsoDate(json.value(member, std::string()));
    return date ? std::optional<Date>(*date) : std::nullopt;
}

/// What a later version wrote and this one does not know is left out; a text that is no filter is none.
std::optional<CaseQuery> queryOf(const std::string &text)
{
    const auto json = parseJson(text);
    if (!json || !json->is_object())
        return std::nullopt;
    try {
        CaseQuery query;
        query.channel = json->value("channel", std::string());
        query.district = json->value("district", 0);
        query.field = json->value("field", std::string());
        query.receivedFrom = dayOf(*json, "from");
        query.holder = json->value("holder", std::string());
        query.item = json->value("item", std::string());
        const int light = json->value("light", 0);
        if (light >= 0 && light <= static_cast<int>(DueLight::Nothing))
            query.light = static_cast<DueLight>(light);
        query.outcome = json->value("outcome", std::string());
        query.queue = json->value("queue", std::string());
        query.reason = json->value("reason", std::string());
        query.state = json->value("state", std::string());
        query.receivedThrough = dayOf(*json, "through");
        return query;
    } catch (const nlohmann::json::exception &) {
        return std::nullopt;
    }
}

} // namespace

Result<std::string> preference(Workspace &workspace, std::string_view account, std::string_view name)
{
    return TRY(workspace.parts().store->preferences().value(account, name)).value_or(std::string());
}

Result<> setPreference(Workspace &workspace, std::string_view account, std::string_view name,
                       std::string_view value)
{
    storage::Store &store = *workspace.parts().store;
    auto transaction = TRY(store.begin());
    TRY(store.preferences().put(account, name, value));
    return transaction.commit();
}

Result<std::vector<SavedFilter>> savedFilters(Workspace &workspace, std::string_view account)
{
    std::vector<SavedFilter> filters;
    for (const auto &[name, value] : TRY(workspace.parts().store->preferences().list(account))) {
        if (!name.starts_with(kFilter))
            continue;
        if (auto query = queryOf(value))
            filters.push_back({name.substr(kFilter.size()), *std::move(query)});
    }
    return filters;
}

Result<> saveFilter(Workspace &workspace, std::string_view account, const SavedFilter &filter)
{
    const std::string_view name = trimmed(filter.name);
    if (name.empty() || codePointCount(name) > kLongestName || hasControlCharacters(name))
        return fail(ErrorCode::InvalidInput, "a filter has a name of 1 to 60 characters");
    return setPreference(workspace, account, std::string(kFilter).append(name), textOf(filter.query));
}

Result<> removeFilter(Workspace &workspace, std::string_view account, std::string_view name)
{
    storage::Store &store = *workspace.parts().store;
    auto transaction = TRY(store.begin());
    TRY(store.preferences().drop(account, std::string(kFilter).append(name)));
    return transaction.commit();
}

} // namespace tongban::service
