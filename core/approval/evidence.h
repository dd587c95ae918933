// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/base/digest.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::approval {

/// One question to another authority: "police", "person", a resident id. What is asked about is always one
/// key; nothing more than the rules need is asked (Personal Information Protection Law, article 6).
struct EvidenceQuery {
    std::string source; ///< "police", "traffic_police", ...: a source of the register dictionary.
    std::string record; ///< "person", "driver", ...: a record of that source.
    std::string key; ///< Resident id, credit code, VIN, licence or document number.

    auto operator<=>(const EvidenceQuery &) const = default;
};

/// "No record" is an answer: the authority looked and holds nothing under this key. "Unknown" is no answer.
enum class EvidenceStatus : std::uint8_t { Answered, NoRecord, Unknown };

/// Why nothing is known. Unknown is never "no": none of these may lead to a refusal.
enum class UnknownReason : std::uint8_t {
    NoAnswer, ///< The source was asked and said nothing usable, or was not asked at all.
    Timeout, ///< It did not answer in time.
    Unavailable, ///< It could not be reached, or is left alone for a while after failures.
    Malformed, ///< It answered something that is not what was agreed on.
    Contradictory, ///< It holds two different answers for one key.
    Stale, ///< Its answer is older than the rule allows.
    NotConfigured, ///< There is no such source here.
};

/// "answered", "no_record", "unknown": stable, for stores and machine-readable output.
std::string_view name(EvidenceStatus status);
/// "no_answer", "timeout", ...
std::string_view name(UnknownReason reason);
std::optional<EvidenceStatus> parseEvidenceStatus(std::string_view name);
std::optional<UnknownReason> parseUnknownReason(std::string_view name);

/// Whether asking the same source again later may help; the case waits then and says for what. A source that
/// does not exist will never answer and needs a person; contradictory records wait until the source has
/// sorted them out.
bool mayAnswerLater(UnknownReason reason);

/// What a source said about one key, with where and when: the provenance of every fact made from it.
struct EvidenceAnswer {
    EvidenceQuery query;
    EvidenceStatus status = EvidenceStatus::Unknown;
    UnknownReason reason = UnknownReason::NoAnswer; ///< Counts only when Unknown.

    /// Canonical JSON of one flat object, the fields of the record by their names in the dictionary: strings,
    /// booleans, numbers, dates as "2026-03-17", lists of numbers or strings, null where the record leaves a
    /// field open. Every field of the record is there: one that is left out is unknown. Empty unless
    /// Answered.
    std::string body;
    Digest digest; ///< SHA-256 of `body`; all zeros unless Answered.

    std::optional<Date> asOf; ///< The day the source speaks of; none = the day of `answeredAt`.
    Timestamp answeredAt{}; ///< When the answer came, or when the asking was given up.

    static EvidenceAnswer unknown(EvidenceQuery query, UnknownReason reason, Timestamp at);
    static EvidenceAnswer noRecord(EvidenceQuery query, std::optional<Date> asOf, Timestamp at);
    /// Computes the digest. A body that is not one flat JSON object is kept and makes every fact from it
    /// unknown as malformed.
    static EvidenceAnswer answered(EvidenceQuery query, std::string body, std::optional<Date> asOf,
                                   Timestamp at);

    Date day() const { return asOf ? *asOf : officialDate(answeredAt); }
};

/// Where answers come from: imported registers (core/storage), agencies over the network (core/agency),
/// made-up ones in tests. May block; one object a thread unless the implementation says otherwise.
class EvidenceSource
{
public:
    virtual ~EvidenceSource() = default;

    /// Exactly one answer for each query, in the same order. There is no error: whatever goes wrong is an
    /// Unknown answer with its reason. `now` is the instant of asking.
    virtual std::vector<EvidenceAnswer> ask(std::span<const EvidenceQuery> queries, Timestamp now) = 0;
};

} // namespace tongban::approval
