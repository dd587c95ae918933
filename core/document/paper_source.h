// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/document/paper_fields.h"
#include "core/document/paper_kind.h"
#include "core/permit/act_rules.h"
#include "core/permit/application.h"

#include <optional>
#include <string>
#include <vector>

namespace tongban::document {

/// An act of the case as the ledger keeps it.
struct PaperEvent {
    permit::Act act = permit::Act::Apply;
    std::string actor;
    Timestamp at{};
    std::string reason; ///< In words of the language that the paper is in.
    std::string basis;
    std::string body; ///< Canonical JSON.
};

/// A field of the form in words.
struct LabelledValue {
    std::string label;
    std::string value;
};

/// Everything a paper is made from: the case and its acts as the store keeps them, never what a screen shows.
struct PaperSource {
    std::string serial;
    const permit::Item &item;
    const permit::Application &application;
    const permit::CaseState &state;
    const permit::Procedure &procedure;
    std::vector<PaperEvent> events; ///< In order.
    std::string organisation; ///< Name of the body that decides.
    std::vector<LabelledValue> facts;
    std::string capsule; ///< Hash of the decision by rules; empty = none.
};

/// The act that a paper states.
struct PaperSubject {
    std::size_t event = 0; ///< Place in PaperSource::events.
    int ordinal = 1; ///< 1 = the first of its kind in this case.
};

/// Which papers the case can have now: for every kind the acts it states, oldest first. Empty where nothing
/// durable has happened that the paper could state. A certificate is none once the licence was revoked.
std::vector<PaperSubject> subjectsOf(PaperKind kind, const PaperSource &source);

/// What the paper about one act says. `number` is the paper's, `decisionNumber` that of the paper that states
/// the decision (for certificate and delivery). A pure function: the same acts give the same text, also
/// after later acts, so that a reprint equals the first print.
PaperFields fieldsOf(PaperKind kind, const PaperSource &source, const PaperSubject &subject,
                     PaperLanguage language);

/// "深交审-2026-440305-0000123-C-SL-1": unique, because the case's number is and the act has one place.
std::string paperNumber(std::string_view serial, std::string_view code, int ordinal);

/// The day as papers write it: 2026年11月23日, 23 November 2026.
std::string paperDay(Date day, PaperLanguage language);

} // namespace tongban::document
