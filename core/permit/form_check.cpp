// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/credit_code.h"
#include "core/base/resident_id.h"
#include "core/base/text.h"
#include "core/base/vehicle_identifier.h"
#include "core/permit/application_check.h"
#include "core/permit/intake_values.h"

#include <algorithm>
#include <charconv>

namespace tongban::permit {

namespace {

using Type = RawValue::Type;

constexpr std::size_t kLongestField = 500;
constexpr std::size_t kLongestNumber = 40;
constexpr std::size_t kMostFields = 64;
constexpr std::size_t kMostMaterials = 99;

bool isFieldName(std::string_view name)
{
    return !name.empty() && name.size() <= kLongestCode && name[0] >= 'a' && name[0] <= 'z'
        && std::ranges::all_of(
            name, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

class FormCheck
{
public:
    FormCheck(const RawApplication &raw, const IntakeContext *context, IntakeProblems &problems)
        : m_raw(raw), m_context(context), m_values(raw.cells, problems)
    {
    }

    void readFields(Application &out)
    {
        if (m_raw.fieldsSelf.isAbsent() || !m_values.needsObject(m_raw.fieldsSelf, "fields"))
            return;
        if (m_raw.fields.size() > kMostFields) {
            m_values.bad("fields", IntakeReason::TooLong,
                         "has more than " + std::to_string(kMostFields) + " members");
            return;
        }
        out.fields.reserve(m_raw.fields.size());
        for (const RawField &raw : m_raw.fields)
            readField(raw, out);
        std::ranges::sort(out.fields, {}, &FormField::name);
        const auto twice = std::ranges::adjacent_find(out.fields, {}, &FormField::name);
        if (twice != out.fields.end())
            m_values.bad("fields." + twice->name, IntakeReason::Repeated, "stands twice in the form");
    }

    void readMaterials(Application &out)
    {
        if (m_raw.materialsSelf.isAbsent())
            return;
        if (m_raw.materialsSelf.type != Type::Array) {
            m_values.bad("materials", IntakeReason::WrongType, "has to be a list");
            return;
        }
        if (m_raw.materials.size() > kMostMaterials) {
            m_values.bad("materials", IntakeReason::TooLong,
                         "has more than " + std::to_string(kMostMaterials) + " entries");
            return;
        }
        out.materials.reserve(m_raw.materials.size());
        for (std::size_t i = 0; i < m_raw.materials.size(); ++i)
            readMaterial(m_raw.materials[i], i, out);
        std::ranges::sort(out.materials, {}, &ProvidedMaterial::no);
        if (std::ranges::adjacent_find(out.materials, {}, &ProvidedMaterial::no) != out.materials.end())
            m_values.bad("materials", IntakeReason::Repeated, "names a document twice");
    }

private:
    void readField(const RawField &raw, Application &out)
    {
        if (!isFieldName(raw.name)) {
            m_values.bad("fields", IntakeReason::BadFormat, "has a member that is not in lower snake case");
            return;
        }
        switch (raw.value.type) {
        case Type::Absent:
        case Type::Null: return;
        case Type::True:
        case Type::False:
            out.fields.push_back(
                {std::string(raw.name), FieldValue::fromBoolean(raw.value.type == Type::True)});
            return;
        case Type::Number: readNumber(raw, out); return;
        case Type::Text: readText(raw, out); return;
        case Type::Object:
        case Type::Array:
            m_values.bad(pathOf(raw), IntakeReason::WrongType, "has to be a single value");
            return;
        }
    }

    void complain(const RawField &raw, std::optional<IdentifierProblem> problem)
    {
        // What was stored has passed; the tests of a later version of the program must not undo it.
        if (m_context && problem)
            m_values.complainIdentity(pathOf(raw), *problem);
    }

    static std::string pathOf(const RawField &raw) { return "fields." + std::string(raw.name); }

    void readNumber(const RawField &raw, Application &out)
    {
        if (raw.value.text.size() > kLongestNumber)
            m_values.bad(pathOf(raw), IntakeReason::TooLong,
                         "has more than " + std::to_string(kLongestNumber) + " digits");
        else
            out.fields.push_back(
                {std::string(raw.name), FieldValue::fromNumberText(std::string(raw.value.text))});
    }

    void readText(const RawField &raw, Application &out)
    {
        const std::string_view trimmedText = trimmed(raw.value.text);
        const bool fine = trimmedText.size() <= kLongestField && !hasInvisible(trimmedText);
        const std::string_view given =
            fine ? trimmedText : m_values.text(raw.value, pathOf(raw), kLongestField);
        if (given.empty())
            return;
        if (m_values.isDamagedCell(given)) {
            m_values.bad(pathOf(raw), IntakeReason::BadFormat, IntakeValues::kDamagedCell);
            return;
        }
        if (m_values.cells() && (given == "true" || given == "false"))
            out.fields.push_back({std::string(raw.name), FieldValue::fromBoolean(given == "true")});
        else
            out.fields.push_back({std::string(raw.name), FieldValue::fromText(normalisedField(raw, given))});
    }

    /// Fields whose name says what they are get the treatment of such a thing (see the schema).
    std::string normalisedField(const RawField &raw, std::string_view given)
    {
        const std::string_view name = raw.name;
        if (name == "vin" || name.ends_with("_vin")) {
            std::string vin = identifierText(given);
            // A check digit that does not hold is worth a look, not a refusal: not every maker writes one.
            auto problem = Vin::check(vin);
            if (problem == IdentifierProblem::WrongCheckCharacter)
                problem.reset();
            complain(raw, problem);
            return vin;
        }
        if (name == "plate" || name.ends_with("_plate")) {
            std::string plate = identifierText(given);
            complain(raw, PlateNumber::check(plate));
            return plate;
        }
        if (name.ends_with("_id"))
            return personOrEnterprise(raw, given);
        if (name.ends_with("_uscc")) {
            std::string code = identifierText(given);
            complain(raw, CreditCode::check(code));
            return code;
        }
        if (name.ends_with("_on"))
            return day(raw, given);
        return name.ends_with("_number") ? halfWidth(given) : std::string(given);
    }

    std::string day(const RawField &raw, std::string_view given)
    {
        std::string text = halfWidth(given);
        if (m_context && !parseIsoDate(text))
            m_values.bad(pathOf(raw), IntakeReason::BadDate, "has to be an existing day written YYYY-MM-DD");
        return text;
    }

    std::string personOrEnterprise(const RawField &raw, std::string_view given)
    {
        std::string id = identifierText(given);
        if (!m_context)
            return id;
        const Date today = officialDate(m_context->now);
        const auto asPerson = ResidentId::check(id, today);
        if (!asPerson)
            return id;
        const auto asEnterprise = CreditCode::check(id);
        // A wrong digit says more than that the number is none of the other kind.
        if (asEnterprise)
            complain(raw, asPerson == IdentifierProblem::WrongCheckCharacter ? asPerson : asEnterprise);
        return id;
    }

    void readMaterial(const RawMaterial &raw, std::size_t place, Application &out)
    {
        const auto path = [&](std::string_view member) {
            return "materials[" + std::to_string(place) + "]" + std::string(member);
        };
        if (raw.self.type != Type::Object) {
            m_values.bad(path(""), IntakeReason::WrongType, "has to be an object");
            return;
        }
        ProvidedMaterial material;
        const char *begin = raw.no.text.data();
        const char *end = begin + raw.no.text.size();
        if (raw.no.isAbsent())
            m_values.bad(path(".no"), IntakeReason::Missing, "is missing or empty");
        else if (raw.no.type != Type::Number)
            m_values.bad(path(".no"), IntakeReason::WrongType, "has to be a number");
        else if (std::from_chars(begin, end, material.no).ptr != end || material.no < 1
                 || material.no > static_cast<int>(kMostMaterials))
            m_values.bad(path(".no"), IntakeReason::NotAllowed, "has to be a whole number from 1 to 99");
        if (raw.provided.isAbsent())
            m_values.bad(path(".provided"), IntakeReason::Missing, "is missing or empty");
        else if (raw.provided.type == Type::True || (m_values.cells() && raw.provided.text == "true"))
            material.provided = true;
        else if (raw.provided.type != Type::False && !(m_values.cells() && raw.provided.text == "false"))
            m_values.bad(path(".provided"), IntakeReason::WrongType, "has to be true or false");
        out.materials.push_back(material);
    }

    const RawApplication &m_raw;
    const IntakeContext *m_context;
    IntakeValues m_values;
};

} // namespace

void checkForm(const RawApplication &raw, const IntakeContext *context, IntakeProblems &problems,
               Application &out)
{
    FormCheck check(raw, context, problems);
    check.readFields(out);
    check.readMaterials(out);
}

} // namespace tongban::permit
