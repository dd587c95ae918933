// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/application_check.h"

#include "core/base/credit_code.h"
#include "core/base/resident_id.h"
#include "core/base/text.h"
#include "core/permit/intake_values.h"

#include <algorithm>
#include <charconv>

namespace tongban::permit {

namespace {

constexpr std::size_t kLongestName = 200;

class Check
{
public:
    Check(const RawApplication &raw, const IntakeContext *context, IntakeProblems &problems)
        : m_raw(raw), m_context(context), m_problems(problems), m_values(raw.cells, problems)
    {
    }

    Application run()
    {
        Application out;
        out.channel = m_values.choice(m_raw.channel, "channel", parseChannel).value_or(Channel::Window);
        out.externalNo = m_values.needed(m_raw.externalNo, "external_no", kLongestCode);
        readReceivedAt(out);
        readItem(out);
        readDistrict(out);
        if (m_values.needsObject(m_raw.applicant.self, "applicant"))
            out.applicant = party(m_raw.applicant, "applicant", dayOf(out));
        if (!m_raw.agent.self.isAbsent() && m_values.needsObject(m_raw.agent.self, "agent"))
            out.agent = party(m_raw.agent, "agent", dayOf(out));
        checkForm(m_raw, m_context, m_problems, out);
        if (!m_raw.stage.isAbsent())
            out.stage = m_values.choice(m_raw.stage, "stage", parseStage).value_or(Stage::Apply);
        out.promise = m_values.flag(m_raw.promise, "promise").value_or(false);
        out.conditional = m_values.flag(m_raw.conditional, "conditional").value_or(false);
        out.humanPlease = m_values.flag(m_raw.humanPlease, "human_please").value_or(false);
        return out;
    }

private:
    /// The day by which identity numbers are judged; without a day of receipt the present, so that one
    /// mistake is not told as two.
    Date dayOf(const Application &out) const
    {
        return m_hasReceivedAt || !m_context ? out.receivedOn() : officialDate(m_context->now);
    }

    void readReceivedAt(Application &out)
    {
        const std::string given = m_values.needed(m_raw.receivedAt, "received_at", kLongestCode);
        if (given.empty())
            return;
        const Result<Timestamp> at = parseIsoTimestamp(given);
        if (!at) {
            m_values.bad("received_at", IntakeReason::BadDate,
                         "has to be an existing instant like 2026-11-22T21:03:00+08:00");
            return;
        }
        out.receivedAt = *at;
        m_hasReceivedAt = true;
        if (m_context && *at > m_context->now + kChannelClockTolerance)
            m_values.bad("received_at", IntakeReason::InFuture, "lies in the future");
    }

    void readItem(Application &out)
    {
        const std::string given = m_values.needed(m_raw.item, "item", kLongestCode);
        if (given.empty())
            return;
        out.item = isItemCode(given) ? given : halfWidth(given);
        std::ranges::transform(out.item, out.item.begin(), [](char c) {
            return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        });
        if (!isItemCode(out.item)) {
            m_values.bad("item", IntakeReason::BadFormat, "has to be two letters, a hyphen and three digits");
            return;
        }
        if (m_context)
            checkItem(out);
    }

    void checkItem(const Application &out)
    {
        if (m_context->catalogue.versions(out.item).empty()) {
            m_values.bad("item", IntakeReason::UnknownItem, "the catalogue has no such item");
            return;
        }
        if (!m_hasReceivedAt)
            return;
        const Item *item = m_context->catalogue.item(out.item, out.receivedOn());
        if (!item) {
            m_values.bad("item", IntakeReason::UnknownItem,
                         "no version of the item was in force on the day of receipt");
            return;
        }
        if (const auto refusal = refusesNewCases(*item, out.receivedOn()))
            m_values.bad("item", IntakeReason::ItemCancelled,
                         std::string(name(refusal->status)) + " since " + isoDate(refusal->since) + " by "
                             + std::string(refusal->basis));
    }

    void readDistrict(Application &out)
    {
        const std::string given = m_values.needed(m_raw.district, "district", kLongestCode);
        if (given.empty())
            return;
        const std::string code = identifierText(given);
        const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), out.district);
        if (code.size() != 6 || error != std::errc{} || end != code.data() + code.size())
            m_values.bad("district", IntakeReason::BadFormat, "has to be a division code of six digits");
        else if (m_context && !m_context->catalogue.knowsDistrict(out.district))
            m_values.bad("district", IntakeReason::UnknownDistrict, "is no district of this city");
    }

    Party party(const RawParty &raw, std::string_view name, Date today)
    {
        const std::string prefix = std::string(name) + '.';
        Party out;
        const auto kind = m_values.choice(raw.kind, prefix + "kind", parseApplicantKind);
        out.kind = kind.value_or(ApplicantKind::Person);
        const std::string id = m_values.needed(raw.id, prefix + "id", kLongestCode);
        out.id = identifierText(id);
        if (kind && !id.empty())
            checkIdentity(prefix + "id",
                          out.kind == ApplicantKind::Person ? ResidentId::check(out.id, today)
                                                            : CreditCode::check(out.id));
        out.name = m_values.needed(raw.name, prefix + "name", kLongestName);
        out.phone = phone(raw.phone, prefix + "phone");
        return out;
    }

    void checkIdentity(std::string_view field, std::optional<IdentifierProblem> problem)
    {
        // What was stored has passed; the tests of a later version of the program must not undo it.
        if (m_context && problem)
            m_values.complainIdentity(field, *problem);
    }

    std::string phone(const RawValue &value, std::string_view field)
    {
        std::string given(m_values.text(value, field, kLongestCode));
        if (given.empty())
            return given;
        given = halfWidth(given);
        std::erase_if(given, [](char c) { return c == ' ' || c == '-' || c == '(' || c == ')'; });
        const std::string_view digits = std::string_view(given).substr(given.starts_with('+') ? 1 : 0);
        if (digits.size() < 5 || digits.size() > 20
            || digits.find_first_not_of("0123456789") != std::string_view::npos)
            m_values.bad(field, IntakeReason::BadFormat, "has to be a telephone number");
        return given;
    }

    const RawApplication &m_raw;
    const IntakeContext *m_context;
    IntakeProblems &m_problems;
    IntakeValues m_values;
    bool m_hasReceivedAt = false;
};

} // namespace

std::optional<Application> checkApplication(const RawApplication &raw, const IntakeContext *context,
                                            IntakeProblems &problems)
{
    Application out = Check(raw, context, problems).run();
    if (!problems.empty())
        return std::nullopt;
    return out;
}

} // namespace tongban::permit
