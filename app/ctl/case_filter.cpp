// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/case_filter.h"

#include <array>
#include <CLI/CLI.hpp>

namespace tongban::ctl {

namespace {

struct LightName {
    service::DueLight light;
    std::string_view name;
};
constexpr std::array kLights{
    LightName{service::DueLight::Any, ""}, LightName{service::DueLight::Late, "late"},
    LightName{service::DueLight::Soon, "soon"}, LightName{service::DueLight::Later, "later"},
    LightName{service::DueLight::Nothing, "nothing"}};

Result<std::optional<Date>> dayOf(const std::string &text)
{
    if (text.empty())
        return std::optional<Date>();
    return std::optional<Date>(TRY(parseIsoDate(text)));
}

} // namespace

void addCaseFilter(CLI::App &command, CaseFilterOptions &options)
{
    service::CaseQuery &query = options.query;
    command.add_option("--state", query.state, "Only this state");
    command.add_option("--item", query.item, "Only this item");
    command.add_option("--field", query.field, "Only items of this field of the catalogue");
    command.add_option("--district", query.district, "Only this district, by its code");
    command.add_option("--channel", query.channel, "Only what came this way");
    command.add_option("--reason", query.reason, "Only those not automatic for this reason");
    command.add_option("--outcome", query.outcome, "granted, refused");
    command.add_option("--queue", query.queue, "Only this queue, most urgent first");
    command.add_option("--light", options.light, "How the limit stands: late, soon, later, nothing");
    command.add_option("--holder", query.holder, "Only what this account works on; - = nobody");
    command.add_option("--received-from", options.receivedFrom, "Received on this day or later, 2026-11-01");
    command.add_option("--received-through", options.receivedThrough, "Received on this day or earlier");
}

Result<service::CaseQuery> caseQuery(const CaseFilterOptions &options)
{
    service::CaseQuery query = options.query;
    const auto *light = std::ranges::find(kLights, options.light, &LightName::name);
    if (light == kLights.end())
        return fail(ErrorCode::InvalidInput,
                    "unknown light '" + options.light + "': late, soon, later or nothing");
    query.light = light->light;
    query.receivedFrom = TRY(dayOf(options.receivedFrom));
    query.receivedThrough = TRY(dayOf(options.receivedThrough));
    return query;
}

} // namespace tongban::ctl
