// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/raw_application.h"

#include "core/permit/application_reader.h"
#include "core/permit/enum_names.h"

namespace tongban::permit {

namespace {

constexpr NamesUpTo<IntakeReason::Conflicting> kReasons{
    "not_utf8",   "not_json",          "too_long",       "missing",          "unknown_member",  "repeated",
    "wrong_type", "control_character", "not_allowed",    "bad_format",       "bad_check_digit", "bad_date",
    "in_future",  "unknown_item",      "item_cancelled", "unknown_district", "conflicting"};

} // namespace

void RawApplication::clear()
{
    std::vector<RawField> oldFields = std::move(fields);
    std::vector<RawMaterial> oldMaterials = std::move(materials);
    *this = RawApplication();
    fields = std::move(oldFields);
    materials = std::move(oldMaterials);
    fields.clear();
    materials.clear();
}

RawValue *memberOf(RawApplication &raw, std::string_view name)
{
    struct Member {
        std::string_view name;
        RawValue RawApplication::*value;
    };
    static constexpr Member kMembers[] = {
        {"channel", &RawApplication::channel},
        {"external_no", &RawApplication::externalNo},
        {"item", &RawApplication::item},
        {"district", &RawApplication::district},
        {"received_at", &RawApplication::receivedAt},
        {"stage", &RawApplication::stage},
        {"promise", &RawApplication::promise},
        {"conditional", &RawApplication::conditional},
        {"human_please", &RawApplication::humanPlease},
    };
    for (const Member &member : kMembers) {
        if (member.name == name)
            return &(raw.*member.value);
    }
    return nullptr;
}

RawValue *memberOf(RawParty &party, std::string_view name)
{
    if (name == "kind")
        return &party.kind;
    if (name == "id")
        return &party.id;
    if (name == "name")
        return &party.name;
    return name == "phone" ? &party.phone : nullptr;
}

void IntakeProblems::add(std::string field, IntakeReason reason, std::string detail)
{
    if (m_problems.size() < kMostIntakeProblems)
        m_problems.push_back({std::move(field), reason, std::move(detail)});
}

std::string_view name(IntakeReason reason)
{
    return nameIn(kReasons, reason);
}

} // namespace tongban::permit
