// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/document/paper_kind.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tongban::document {

/// A text in both languages, with {{fields}} in it.
struct TemplateText {
    std::string zh;
    std::string en;

    const std::string &in(PaperLanguage language) const
    {
        return language == PaperLanguage::Chinese ? zh : en;
    }
};

enum class TextStyle { Body, Addressee, Heading, Note };

struct TextBlock {
    TemplateText text;
    TextStyle style = TextStyle::Body;
};

/// Label and value, framed.
struct FormRow {
    TemplateText label;
    TemplateText value;
    std::string when;
};
struct FormBlock {
    std::vector<FormRow> rows;
};

/// A list of the case as a table; {{row.column}} stands for its cells.
struct ListColumn {
    TemplateText title;
    TemplateText value;
    double width = 0; ///< Millimetres; 0 = what the others leave.
};
struct ListBlock {
    std::string list;
    std::vector<ListColumn> columns;
};

struct QrBlock {
    std::string text;
    TemplateText caption;
};

/// Lines to sign on, two beside each other.
struct SignatureBlock {
    std::vector<TemplateText> labels;
};

/// Body and day at the lower right with the place of the seal.
struct SealBlock {
};

struct TemplateBlock {
    std::variant<TextBlock, FormBlock, ListBlock, QrBlock, SignatureBlock, SealBlock> content;
    std::string when; ///< A field or list: shown when it is not empty; "!field": when it is. Empty = always.
};

/// For how long a licence of one item is valid, as its law or the office says.
struct ValidityTerm {
    std::string item;
    int months = 0;
    Date from; ///< Of decisions from this day on; until the next entry of the item.
    std::string basis; ///< Where it is written.
};

/// One kind of paper as data: resources/templates/<kind>.json. docs/papers.md describes the format.
struct PaperTemplate {
    PaperKind kind = PaperKind::Receipt;
    int version = 0;
    std::string code; ///< "SL": the part of the paper's number that tells the kind.
    TemplateText title;
    TemplateText status; ///< The legal status that the act gave the case.
    std::vector<TemplateBlock> blocks;
    std::vector<ValidityTerm> terms; ///< Of licences; by item and day.

    /// The last day of a licence for the item that was granted on this day; nothing = no term is set.
    std::optional<Date> validThrough(std::string_view item, Date grantedOn) const;

    /// InvalidInput names the place and what is wrong: an unknown member, an unknown field or list, a text
    /// without Chinese or English.
    static Result<PaperTemplate> parse(std::string_view json, std::string_view file);
};

/// All kinds, checked together.
class PaperTemplates
{
public:
    /// `texts`: by kind. InvalidInput names file and place; two kinds with one code are refused.
    static Result<PaperTemplates> load(const std::array<std::string, kPaperKindCount> &texts);

    const PaperTemplate &of(PaperKind kind) const { return m_templates[static_cast<std::size_t>(kind)]; }

private:
    std::array<PaperTemplate, kPaperKindCount> m_templates;
};

} // namespace tongban::document
