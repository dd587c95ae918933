// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/base/id.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::permit {

using CaseId = Id<struct CaseTag>;

/// Where an application comes from (S7, S14, S15).
enum class Channel { UnifiedPlatform, IShenzhen, WeChat, Window, DistrictHall };

/// What is handed in: an application, papers for a look beforehand (S34), or the wish for an appointment
/// (S33).
enum class Stage { Apply, PreReview, Book };

enum class ApplicantKind { Person, Enterprise };

/// Who applies, or who acts for the applicant. Identity is the number, never the name (Shenzhen Credit
/// Regulation, article 24).
struct Party {
    ApplicantKind kind = ApplicantKind::Person;
    std::string id; ///< Resident id or unified social credit code, checked and normalised.
    std::string name;
    std::string phone; ///< Empty = not given.

    bool operator==(const Party &) const = default;
};

/// One value of the form. Numbers are kept as decimal text so that no floating point is involved. A table's
/// cells are all text, so the questions below also read text that says a number or a truth value.
class FieldValue
{
public:
    enum class Kind { Text, Number, Boolean };

    static FieldValue fromText(std::string text) { return FieldValue(Kind::Text, std::move(text)); }
    /// `text` is a JSON number.
    static FieldValue fromNumberText(std::string text) { return FieldValue(Kind::Number, std::move(text)); }
    static FieldValue fromBoolean(bool value) { return FieldValue(Kind::Boolean, value ? "true" : "false"); }

    Kind kind() const { return m_kind; }
    /// What a person would read: the text, the digits, "true" or "false".
    const std::string &text() const { return m_text; }
    /// The digits when this is a number or text that is written like a JSON number.
    std::optional<std::string_view> number() const;
    std::optional<bool> boolean() const;
    /// "2026-11-22" only.
    std::optional<Date> date() const;

    bool operator==(const FieldValue &) const = default;

private:
    FieldValue(Kind kind, std::string text) : m_kind(kind), m_text(std::move(text)) { }

    Kind m_kind;
    std::string m_text;
};

struct FormField {
    std::string name; ///< Lower snake case.
    FieldValue value;

    bool operator==(const FormField &) const = default;
};

/// Whether a required document is there.
struct ProvidedMaterial {
    int no = 0; ///< Number of the document in the item's version.
    bool provided = false;

    bool operator==(const ProvidedMaterial &) const = default;
};

/// How far the clock of a channel may be ahead of ours; an application from beyond that has a wrong date.
inline constexpr std::chrono::minutes kChannelClockTolerance{5};

/// What was applied for, as it came in and after normalisation. Made by ApplicationReader; a case keeps it
/// unchanged.
struct Application {
    Channel channel = Channel::Window;
    std::string externalNo; ///< Unique inside the channel.
    std::string item;
    int district = 0; ///< Division code; 440300 = city level.
    Timestamp receivedAt{};
    Party applicant;
    std::optional<Party> agent;
    std::vector<FormField> fields; ///< By name, each once.
    std::vector<ProvidedMaterial> materials; ///< By number, each once.
    Stage stage = Stage::Apply;
    bool promise = false; ///< Asks to promise instead of proving.
    bool conditional = false; ///< Asks to be accepted with minor documents to follow.
    bool humanPlease = false; ///< Does not want a decision by automated means alone (PIPL, article 24).

    /// Null when the form has no such field, or it was left empty.
    const FieldValue *field(std::string_view name) const;
    /// Whether document `no` was stated as there.
    bool provides(int no) const;
    Date receivedOn() const { return officialDate(receivedAt); }

    bool operator==(const Application &) const = default;
};

/// The identity of the case an application makes: the same application taken in twice, by whichever machine,
/// is one case.
CaseId caseId(const Application &application);

/// Canonical JSON in the form of resources/schema/application.schema.json: keys sorted, absent things left
/// out. What is stored and hashed.
std::string canonicalText(const Application &application);
/// The same, appended to a text of the caller.
void appendCanonical(std::string &out, const Application &application);

std::string_view name(Channel channel);
std::string_view name(Stage stage);
std::string_view name(ApplicantKind kind);
std::optional<Channel> parseChannel(std::string_view name);
std::optional<Stage> parseStage(std::string_view name);
std::optional<ApplicantKind> parseApplicantKind(std::string_view name);

} // namespace tongban::permit
