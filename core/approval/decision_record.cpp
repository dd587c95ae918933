// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/decision_record.h"

#include "core/approval/byte_stream.h"

namespace tongban::approval {

namespace {

constexpr std::uint8_t kForm = 1;
constexpr std::uint64_t kMostMaterials = 1000;
constexpr std::uint64_t kLongestList = 10'000;

// What a fact's first byte says. Unknown facts follow as kUnknown + cause.
enum Tag : std::uint8_t {
    kFalse = 0,
    kTrue = 1,
    kInteger = 2,
    kDecimal = 3, // as text
    kText = 4,
    kDay = 5,
    kList = 6,
    kUnknown = 16,
};

// Circumstances, one bit each.
constexpr std::uint8_t kHumanRequested = 1;
constexpr std::uint8_t kDuplicate = 2;
constexpr std::uint8_t kAutomaticItem = 4;
constexpr std::uint8_t kInsidePower = 8;
constexpr std::uint8_t kMayGrant = 16;
constexpr std::uint8_t kMayNotice = 32;
constexpr std::uint8_t kMayRefuse = 64;

using permit::AutomaticOutcome;

std::uint8_t flagsOf(const Circumstances &circumstances)
{
    unsigned flags = 0;
    flags |= circumstances.humanRequested ? kHumanRequested : 0U;
    flags |= circumstances.duplicate ? kDuplicate : 0U;
    flags |= circumstances.automaticItem ? kAutomaticItem : 0U;
    flags |= circumstances.insidePower ? kInsidePower : 0U;
    flags |= circumstances.automatic.has(AutomaticOutcome::Grant) ? kMayGrant : 0U;
    flags |= circumstances.automatic.has(AutomaticOutcome::Notice) ? kMayNotice : 0U;
    flags |= circumstances.automatic.has(AutomaticOutcome::Refuse) ? kMayRefuse : 0U;
    return static_cast<std::uint8_t>(flags);
}

void setFlags(std::uint8_t flags, Circumstances &circumstances)
{
    circumstances.humanRequested = (flags & kHumanRequested) != 0;
    circumstances.duplicate = (flags & kDuplicate) != 0;
    circumstances.automaticItem = (flags & kAutomaticItem) != 0;
    circumstances.insidePower = (flags & kInsidePower) != 0;
    circumstances.automatic = {};
    if ((flags & kMayGrant) != 0)
        circumstances.automatic.add(AutomaticOutcome::Grant);
    if ((flags & kMayNotice) != 0)
        circumstances.automatic.add(AutomaticOutcome::Notice);
    if ((flags & kMayRefuse) != 0)
        circumstances.automatic.add(AutomaticOutcome::Refuse);
}

void writeValue(ByteWriter &writer, const feel::Value &value)
{
    switch (value.kind()) {
    case feel::Kind::Boolean: writer.byte(value.boolean() ? kTrue : kFalse); return;
    case feel::Kind::Number:
        if (const auto integer = value.number().integer()) {
            writer.byte(kInteger);
            writer.integer(*integer);
        } else {
            writer.byte(kDecimal);
            writer.text(value.number().text());
        }
        return;
    case feel::Kind::String:
        writer.byte(kText);
        writer.text(value.string());
        return;
    case feel::Kind::Date:
        writer.byte(kDay);
        writer.integer(value.date().dayNumber());
        return;
    case feel::Kind::List:
        writer.byte(kList);
        writer.natural(value.list().size());
        for (const feel::Value &element : value.list())
            writeValue(writer, element);
        return;
    case feel::Kind::Null:
    case feel::Kind::Time:
    case feel::Kind::DateTime:
    case feel::Kind::DaysDuration:
    case feel::Kind::MonthsDuration:
    case feel::Kind::Context:
    case feel::Kind::Range:
    case feel::Kind::Function: break;
    }
    // No fact has such a value; a reader of the record would say so.
    writer.byte(kUnknown - 1);
}

/// Nothing when the bytes are not a value.
std::optional<feel::Value> readValue(ByteReader &reader, std::uint8_t tag)
{
    switch (tag) {
    case kFalse: return feel::Value(false);
    case kTrue: return feel::Value(true);
    case kInteger: return feel::Value(reader.integer());
    case kDecimal:
        if (const auto number = feel::Decimal::parse(reader.text()))
            return feel::Value(*number);
        return std::nullopt;
    case kText: return feel::Value(reader.text());
    case kDay:
        if (const auto day = feel::Date::fromDayNumber(reader.integer()))
            return feel::Value(*day);
        return std::nullopt;
    case kList: {
        const std::uint64_t count = reader.natural();
        if (count > kLongestList)
            return std::nullopt;
        std::vector<feel::Value> elements;
        for (std::uint64_t i = 0; i < count; ++i) {
            const std::uint8_t elementTag = reader.byte();
            auto element = elementTag == kList ? std::nullopt : readValue(reader, elementTag);
            if (!element)
                return std::nullopt;
            elements.push_back(*std::move(element));
        }
        return feel::Value(std::move(elements));
    }
    default: return std::nullopt;
    }
}

void writeEvidence(ByteWriter &writer, const EvidenceUse &use, const CaseHeader &header)
{
    const auto status = static_cast<unsigned>(use.status);
    const auto reason = static_cast<unsigned>(use.reason);
    const bool isApplicants = use.key == header.applicantId;
    writer.byte(static_cast<std::uint8_t>(status | (reason << 2) | (isApplicants ? 0x80U : 0U)));
    if (!isApplicants)
        writer.text(use.key);
    const Date decidedOn = officialDate(header.decidedAt);
    writer.integer((decidedOn - use.asOf).count());
    writer.integer((header.decidedAt - use.answeredAt).count());
    if (use.status == EvidenceStatus::Answered)
        writer.bytes(use.digest.blob());
}

/// Whether a number of days or milliseconds can be counted with; damaged bytes may say anything.
bool isSpan(std::int64_t number)
{
    constexpr std::int64_t kLongest = 100'000'000'000'000;
    return number > -kLongest && number < kLongest;
}

bool readEvidence(ByteReader &reader, const CaseHeader &header, EvidenceUse &use)
{
    const std::uint8_t first = reader.byte();
    const unsigned status = first & 3U;
    const unsigned reason = (first >> 2) & 31U;
    if (status > static_cast<unsigned>(EvidenceStatus::Unknown)
        || reason > static_cast<unsigned>(UnknownReason::NotConfigured))
        return false;
    use.status = static_cast<EvidenceStatus>(status);
    use.reason = static_cast<UnknownReason>(reason);
    use.key = (first & 0x80) != 0 ? std::string_view(header.applicantId) : reader.text();
    const std::int64_t days = reader.integer();
    const std::int64_t milliseconds = reader.integer();
    if (!isSpan(days) || !isSpan(milliseconds))
        return false;
    use.asOf = fromDayNumber(dayNumber(officialDate(header.decidedAt)) - days);
    use.answeredAt = header.decidedAt - std::chrono::milliseconds(milliseconds);
    use.digest = Digest();
    if (use.status == EvidenceStatus::Answered) {
        const auto digest = Digest::fromBlob(reader.bytes(use.digest.bytes.size()));
        if (!digest)
            return false;
        use.digest = *digest;
    }
    return reader.isSound();
}

bool readFact(ByteReader &reader, Fact &fact)
{
    const std::uint8_t tag = reader.byte();
    if (tag > kUnknown && tag <= kUnknown + static_cast<unsigned>(FactCause::NotDerivable)) {
        fact.value = feel::Value();
        fact.cause = static_cast<FactCause>(tag - kUnknown);
        return reader.isSound();
    }
    auto value = readValue(reader, tag);
    if (!value || !reader.isSound())
        return false;
    fact.value = *std::move(value);
    fact.cause = FactCause::None;
    return true;
}

Failure damaged(std::string_view what)
{
    return fail(ErrorCode::Corrupted, "decision record: " + std::string(what));
}

} // namespace

void appendRecord(const RuleSet &ruleSet, const DecisionInputs &inputs, std::string &out)
{
    ByteWriter writer(out);
    writer.byte(kForm);
    writer.integer(unixMilliseconds(inputs.header.decidedAt));
    writer.byte(flagsOf(inputs.circumstances));
    writer.natural(inputs.circumstances.missingMaterials.size());
    for (const int no : inputs.circumstances.missingMaterials)
        writer.integer(no);
    for (std::size_t i = 0; i < ruleSet.needs().size(); ++i)
        writeEvidence(writer, inputs.facts.evidence[i], inputs.header);
    for (const Fact &fact : inputs.facts.values) {
        if (fact.isKnown())
            writeValue(writer, fact.value);
        else
            writer.byte(static_cast<std::uint8_t>(kUnknown + static_cast<unsigned>(fact.cause)));
    }
}

Result<> readRecord(const RuleSet &ruleSet, std::string_view bytes, DecisionInputs &inputs)
{
    ByteReader reader(bytes);
    if (reader.byte() != kForm)
        return damaged("the form is not known");
    const std::int64_t decidedAt = reader.integer();
    if (!isSpan(decidedAt))
        return damaged("the instant cannot be read");
    inputs.header.decidedAt = fromUnixMilliseconds(decidedAt);
    setFlags(reader.byte(), inputs.circumstances);
    const std::uint64_t materials = reader.natural();
    if (materials > kMostMaterials)
        return damaged("the documents cannot be read");
    inputs.circumstances.missingMaterials.clear();
    for (std::uint64_t i = 0; i < materials; ++i)
        inputs.circumstances.missingMaterials.push_back(static_cast<int>(reader.integer()));
    inputs.facts.evidence.resize(ruleSet.needs().size());
    for (EvidenceUse &use : inputs.facts.evidence) {
        if (!readEvidence(reader, inputs.header, use))
            return damaged("the evidence cannot be read");
    }
    inputs.facts.values.resize(ruleSet.manifest().facts.size());
    for (Fact &fact : inputs.facts.values) {
        if (!readFact(reader, fact))
            return damaged("a fact cannot be read");
    }
    if (!reader.isSound() || !reader.atEnd())
        return damaged("the length is wrong");
    return {};
}

} // namespace tongban::approval
