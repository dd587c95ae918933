// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/manifest.h"
#include "core/permit/application.h"
#include "core/permit/intake_problem.h"
#include "core/service/cases/cases.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::service {

/// An item that can be applied for at a counter today.
struct CounterItem {
    std::string code;
    std::string nameZh;
    std::string nameEn;
    permit::ItemLevel level = permit::ItemLevel::City;
};

/// One field of an item's form, as its rules and the dictionary define it.
struct CounterField {
    std::string name; ///< Of the form: "vin".
    std::string labelZh;
    std::string labelEn;
    approval::FactType type = approval::FactType::String;
    std::vector<approval::CodeWord> words; ///< The values it may have, where they are codes.
};

struct CounterDistrict {
    int code = 0;
    std::string nameZh;
    std::string nameEn;
};

/// Everything a counter needs to take in applications for one item: nothing of it is written in code.
struct CounterForm {
    CounterItem item;
    int version = 0;
    std::string legalBasis;
    int promisedDays = 0;
    std::vector<CounterField> fields;
    std::vector<permit::Material> materials;
    std::vector<CounterDistrict> districts;
    bool promiseOffered = false;
    bool conditionalOffered = false; ///< The item has minor documents that may follow.
};

/// Where a value of the entry was taken over from; it stays when a hand changes the value afterwards.
struct CounterSource {
    std::string field; ///< "applicant.name", "plate".
    std::string source;
    std::string record;
    Date asOf{}; ///< Of which day the register spoke.
    std::string digest; ///< SHA-256 of the record, hexadecimal.
    std::string value; ///< What the register says.

    bool operator==(const CounterSource &) const = default;
};

/// A value that a register knows for a field of the form.
struct CounterPrefill {
    CounterSource from;
    std::string nameZh; ///< Of source and record, in words.
    std::string nameEn;
};

/// What a clerk has typed so far; any part may be empty or wrong.
struct CounterEntry {
    std::string externalNo; ///< Given with the first keystroke, so that the same entry is one case however
                            ///< often it is sent.
    std::string item;
    int district = 440300;
    permit::ApplicantKind kind = permit::ApplicantKind::Person;
    std::string id;
    std::string name;
    std::string phone;
    std::vector<permit::FormField> fields;
    std::vector<int> materials; ///< Numbers of the documents that are there.
    bool humanPlease = false;
    bool promise = false; ///< Promises instead of proving; the item has to offer it.
    bool conditional = false; ///< Minor documents are to follow.
    permit::Stage stage = permit::Stage::Apply;
    std::vector<CounterSource> sources; ///< By field, each once.
    std::map<int, std::string>
        paperAsked; ///< Document that shared data delivers, and why paper is asked for (S1).

    bool operator==(const CounterEntry &) const = default;
};

/// What a register says about the applicant: shown, never written into the entry without a hand.
struct CounterRecord {
    std::string source;
    std::string record;
    std::string nameZh; ///< Of source and record, in words.
    std::string nameEn;
    bool found = false;
    Date asOf{}; ///< Of which day the register speaks.
    std::string holderName; ///< The name it knows; empty where it knows none.
};

struct CounterCheck {
    std::vector<permit::IntakeProblem> problems; ///< Empty = it can be taken in.
    std::vector<CaseLine> earlier; ///< Open cases of the same applicant for the same item.
    std::vector<CounterRecord> records; ///< The registers that the item's documents come from.
    std::vector<CounterPrefill> prefill; ///< What registers know of the form's fields.
    std::vector<int>
        paperWithoutReason; ///< Paper asked for that shared data delivers; somebody has to say why.
};

struct CounterIntake {
    std::vector<permit::IntakeProblem> problems; ///< Not empty = nothing was taken in.
    std::vector<int> paperWithoutReason; ///< Not empty = nothing was taken in.
    std::string serial;
    std::string duplicateOf; ///< Serial of the older case; empty = none.
};

/// By code; items that take no new cases today are left out.
Result<std::vector<CounterItem>> counterItems(Workspace &workspace);

/// NotFound when the item takes no cases today.
Result<CounterForm> counterForm(Workspace &workspace, std::string_view item);

/// Looks at an entry without writing anything. Cheap enough to be asked while somebody types.
Result<CounterCheck> checkEntry(Workspace &workspace, const CounterEntry &entry);

/// Takes an entry in through the same door as files (takeIn()), by the channel "window"; durable when it
/// returns. The same entry sent again is the same case. `account`: who stands at the counter; the opening act
/// is his, and says where each value comes from.
Result<CounterIntake> takeInEntry(Workspace &workspace, const CounterEntry &entry,
                                  const std::string &account);

/// The entry as JSON for a draft, and back. InvalidInput when the text is something else.
std::string draftText(const CounterEntry &entry);
Result<CounterEntry> parseDraft(std::string_view text);

} // namespace tongban::service
