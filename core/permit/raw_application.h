// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/permit/intake_problem.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tongban::permit {

/// A value as a file gives it, before anything is checked. Views into the line or into the reader's buffer.
struct RawValue {
    enum class Type : std::uint8_t { Absent, Null, Text, Number, True, False, Object, Array };
    Type type = Type::Absent;
    std::string_view text; ///< Of Text, unescaped, and of Number.

    bool isAbsent() const { return type == Type::Absent; }
};

struct RawParty {
    RawValue self; ///< Object when there is one.
    RawValue kind;
    RawValue id;
    RawValue name;
    RawValue phone;
};

struct RawField {
    std::string_view name;
    RawValue value;
};

struct RawMaterial {
    RawValue self;
    RawValue no;
    RawValue provided;
};

/// The members of an application as they were found, whatever the form of the file. Reused from line to line.
struct RawApplication {
    /// Cells are all text: "true" stands for a truth value and "3" for a number.
    bool cells = false;
    RawValue channel;
    RawValue externalNo;
    RawValue item;
    RawValue district;
    RawValue receivedAt;
    RawParty applicant;
    RawParty agent;
    RawValue fieldsSelf;
    std::vector<RawField> fields;
    RawValue materialsSelf;
    std::vector<RawMaterial> materials;
    RawValue stage;
    RawValue promise;
    RawValue conditional;
    RawValue humanPlease;

    void clear();
};

/// The member of that name, or null: what both forms of the file share.
RawValue *memberOf(RawApplication &raw, std::string_view name);
RawValue *memberOf(RawParty &party, std::string_view name);

/// Collects what is wrong with one line, up to the most that is told.
class IntakeProblems
{
public:
    void add(std::string field, IntakeReason reason, std::string detail);
    bool empty() const { return m_problems.empty(); }
    std::vector<IntakeProblem> take() { return std::move(m_problems); }

private:
    std::vector<IntakeProblem> m_problems;
};

} // namespace tongban::permit
