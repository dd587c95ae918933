// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/decision.h"

#include <array>

namespace tongban::approval {

namespace {

constexpr std::string_view kFindingPrefix = "finding:";

constexpr std::array<ReasonKind, 13> kReasons{ReasonKind::None,
                                              ReasonKind::HumanRequested,
                                              ReasonKind::Duplicate,
                                              ReasonKind::NotAutomaticItem,
                                              ReasonKind::OutsidePower,
                                              ReasonKind::MaterialsIncomplete,
                                              ReasonKind::EvidencePending,
                                              ReasonKind::EvidenceUnknown,
                                              ReasonKind::Finding,
                                              ReasonKind::RefusalNeedsHuman,
                                              ReasonKind::ModelError,
                                              ReasonKind::Conflict,
                                              ReasonKind::TakenInLate};

std::string_view nameOf(ReasonKind kind)
{
    switch (kind) {
    case ReasonKind::None: return "";
    case ReasonKind::HumanRequested: return "human_requested";
    case ReasonKind::Duplicate: return "duplicate";
    case ReasonKind::NotAutomaticItem: return "not_automatic_item";
    case ReasonKind::OutsidePower: return "outside_power";
    case ReasonKind::MaterialsIncomplete: return "materials_incomplete";
    case ReasonKind::EvidencePending: return "evidence_pending";
    case ReasonKind::EvidenceUnknown: return "evidence_unknown";
    case ReasonKind::Finding: return kFindingPrefix;
    case ReasonKind::RefusalNeedsHuman: return "refusal_needs_human";
    case ReasonKind::ModelError: return "model_error";
    case ReasonKind::Conflict: return "conflict";
    case ReasonKind::TakenInLate: return "taken_in_late";
    }
    return "conflict";
}

} // namespace

std::string_view name(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Grant: return "grant";
    case Outcome::Notice: return "notice";
    case Outcome::Refer: return "refer";
    case Outcome::Refuse: return "refuse";
    case Outcome::AwaitEvidence: return "await_evidence";
    }
    return "refer";
}

std::optional<Outcome> parseOutcome(std::string_view text)
{
    using enum Outcome;
    for (const Outcome outcome : {Grant, Notice, Refer, Refuse, AwaitEvidence}) {
        if (name(outcome) == text)
            return outcome;
    }
    return std::nullopt;
}

std::string Reason::text() const
{
    std::string words(nameOf(kind));
    if (kind == ReasonKind::Finding)
        words += finding;
    return words;
}

std::optional<Reason> Reason::parse(std::string_view text)
{
    if (text.starts_with(kFindingPrefix))
        return Reason{ReasonKind::Finding, std::string(text.substr(kFindingPrefix.size()))};
    for (const ReasonKind kind : kReasons) {
        if (nameOf(kind) == text)
            return Reason{kind, {}};
    }
    return std::nullopt;
}

std::string_view modelWord(Handling handling)
{
    switch (handling) {
    case Handling::Notice: return "补正";
    case Handling::Refer: return "转人工";
    case Handling::Refuse: return "不予";
    }
    return "转人工";
}

std::string_view name(Handling handling)
{
    switch (handling) {
    case Handling::Notice: return "notice";
    case Handling::Refer: return "refer";
    case Handling::Refuse: return "refuse";
    }
    return "refer";
}

} // namespace tongban::approval
