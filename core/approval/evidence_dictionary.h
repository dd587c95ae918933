// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/manifest.h"
#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace tongban::approval {

/// A code value of a field in words: "normal" is 正常.
struct CodeWord {
    std::string value;
    std::string zh;
    std::string en;
};

/// A field of a record, or of the application form.
struct EvidenceField {
    std::string name;
    FactType type = FactType::String;
    bool nullable = false;
    std::string zh;
    std::string en;
    std::vector<CodeWord> words; ///< The values it may have, where they are codes.
};

struct EvidenceRecord {
    std::string source;
    std::string sourceZh;
    std::string sourceEn;
    std::string record;
    std::string zh;
    std::string en;
    std::vector<EvidenceField> fields;

    const EvidenceField *field(std::string_view fieldName) const;
};

/// `resources/registers/dictionary.json` as rule sets and explanations need it: what may be asked, of which
/// type the answers are and how they are called in both languages. Immutable.
class EvidenceDictionary
{
public:
    /// Knows nothing; with it, rule sets are not checked against registers and codes are shown as they are.
    EvidenceDictionary() = default;

    /// InvalidInput says where the file is wrong.
    static Result<EvidenceDictionary> parse(std::string_view json);

    bool isEmpty() const { return m_records.empty(); }
    /// Null pointer when there is none.
    const EvidenceRecord *record(std::string_view source, std::string_view record) const;
    const EvidenceField *formField(std::string_view fieldName) const;
    /// The field that a fact comes from; null pointer when there is none.
    const EvidenceField *fieldOf(const FactDefinition &fact) const;

private:
    std::vector<EvidenceRecord> m_records;
    std::vector<EvidenceField> m_formFields;
};

} // namespace tongban::approval
