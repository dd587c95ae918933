// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/acts/act_command.h"

#include "core/base/canonical_json.h"
#include "core/permit/recorded_act.h"

#include <array>
#include <nlohmann/json.hpp>

namespace tongban::service {

using nlohmann::json;

namespace {

/// Members of a body that the centre writes itself: from the command's own members, or from what it knows.
constexpr std::string_view kCentresOwn[] = {"acceptance_no", "advice_against", "document", "organisation",
                                            "pinned_model",  "power_entry",    "proposer", "signer",
                                            "signer_role",   "standing"};

void moveText(json &from, const char *key, json &command)
{
    const auto found = from.find(key);
    if (found != from.end())
        command[key] = *found;
}

/// The centre takes 64 KB.
constexpr std::size_t kLongestCommand = 60'000;

/// Puts beside the act what it rests on, the weightiest first, as long as there is room.
Result<std::string> withCompany(json command, const CommandSource &source)
{
    std::string text = TRY(canonicalJson(command));
    const auto add = [&](const char *name, std::string_view company) -> Result<> {
        if (company.empty())
            return {};
        json fuller = command;
        fuller[name] = name == std::string_view("answers") ? TRY(parseJson(company)) : json(company);
        std::string whole = TRY(canonicalJson(fuller));
        if (whole.size() > kLongestCommand) {
            command["say"]["detail"]["left_out"].push_back(name);
            text = TRY(canonicalJson(command));
            return {};
        }
        command = std::move(fuller);
        text = std::move(whole);
        return {};
    };
    if (command.contains("capsule"))
        TRY(add("record", source.record));
    TRY(add("page", source.page));
    TRY(add("answers", source.answers));
    return text;
}

} // namespace

Result<std::string> actCommand(const storage::EventDraft &act, const CommandSource &source)
{
    json say = TRY(parseJson(act.body));
    json command{{"kind", "act"}, {"act", act.act}, {"case", act.caseId.text()}, {"role", source.role}};
    for (const char *key : {"document", "signer", "advice_against"})
        moveText(say, key, command);
    if (const auto detail = say.find("detail"); detail != say.end() && detail->is_object()) {
        moveText(*detail, "model", command);
        moveText(*detail, "capsule", command);
        for (const char *key : {"application", "model", "capsule"})
            detail->erase(key);
        if (detail->empty())
            say.erase(detail);
    }
    for (const std::string_view key : kCentresOwn)
        say.erase(std::string(key));
    if (!source.duplicateOf.empty())
        say["detail"]["duplicate_of"] = source.duplicateOf;
    if (!say.empty())
        command["say"] = std::move(say);
    if (!act.reason.empty())
        command["reason"] = act.reason;
    if (!act.basis.empty())
        command["basis"] = act.basis;
    if (source.version > 0) {
        command["version"] = source.version;
    } else {
        command["application"] = source.application;
        command["item"] = source.item;
        command["item_version"] = source.itemVersion;
    }
    return withCompany(std::move(command), source);
}

std::string claimCommand(const Uuid &caseId, std::string_view role, ClaimAsked asked)
{
    constexpr std::array<std::string_view, 3> kKinds{"claim", "release", "seize"};
    return R"({"case":")" + caseId.text() + R"(","kind":")"
        + std::string(kKinds[static_cast<std::size_t>(asked)]) + R"(","role":")" + std::string(role) + "\"}";
}

bool needsClaim(permit::Act act)
{
    using permit::Act;
    return act == Act::Decline || act == Act::GiveNotice || act == Act::Grant || act == Act::Refuse
        || act == Act::ProposeRefusal || act == Act::Countersign || act == Act::RejectProposal
        || act == Act::Extend || act == Act::Suspend;
}

Result<WaitingAct> readActCommand(std::string_view body)
{
    const json command = TRY(parseJson(body));
    if (!command.is_object())
        return fail(ErrorCode::Corrupted, "a command of the outbox cannot be read");
    json told = command.value("say", json::object());
    for (const char *key : {"document", "signer", "advice_against"})
        if (command.contains(key))
            told[key] = command[key];
    WaitingAct act;
    act.request =
        TRY(permit::requestOf(command.value("act", std::string()), command.value("reason", std::string()),
                              command.value("basis", std::string()), told.dump()));
    act.role = permit::parseRole(command.value("role", std::string())).value_or(permit::Role::Clerk);
    act.application = command.value("application", std::string());
    act.itemVersion = command.value("item_version", 0);
    return act;
}

Result<std::string> commandAnew(std::string_view body, std::int64_t version)
{
    json command = TRY(parseJson(body));
    if (!command.is_object())
        return fail(ErrorCode::Corrupted, "a command of the outbox cannot be read");
    command.erase("token");
    if (command.contains("version"))
        command["version"] = version;
    return canonicalJson(command);
}

} // namespace tongban::service
