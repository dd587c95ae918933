// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/document/paper_template.h"

#include "core/base/canonical_json.h"
#include "core/document/paper_fields.h"
#include "core/document/placeholder.h"

#include <algorithm>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

namespace tongban::document {

namespace {

using nlohmann::json;

constexpr std::string_view kRow = "row.";

/// Reads one template; every question knows where it stands, so that an error names the place.
class TemplateReader
{
public:
    explicit TemplateReader(std::string_view file) : m_file(file) { }

    Result<PaperTemplate> read(const json &document)
    {
        TRY(needMembers(document, "",
                        {"paper", "version", "code", "title", "status", "sources", "blocks", "terms"}));
        PaperTemplate paper;
        const auto kind = parsePaperKind(TRY(text(document, "", "paper")));
        if (!kind)
            return wrong("/paper", "is no kind of paper");
        paper.kind = *kind;
        if (!document.contains("version") || !document["version"].is_number_integer())
            return wrong("/version", "has to be a number");
        paper.version = document["version"].get<int>();
        paper.code = TRY(text(document, "", "code"));
        if (paper.code.empty()
            || paper.code.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string::npos)
            return wrong("/code", "has to be capital letters");
        paper.title = TRY(bilingual(document, "", "title"));
        paper.status = TRY(bilingual(document, "", "status"));
        if (!document.contains("blocks") || !document["blocks"].is_array())
            return wrong("/blocks", "has to be a list");
        int number = 0;
        for (const json &block : document["blocks"])
            paper.blocks.push_back(TRY(readBlock(block, "/blocks/" + std::to_string(number++))));
        paper.terms = TRY(readTerms(document));
        return paper;
    }

private:
    Failure wrong(const std::string &where, const std::string &what) const
    {
        return fail(ErrorCode::InvalidInput, "template " + m_file + ' ' + where + ' ' + what);
    }

    Result<> needMembers(const json &object, const std::string &where,
                         std::initializer_list<std::string_view> known) const
    {
        if (!object.is_object())
            return wrong(where.empty() ? "/" : where, "has to be an object");
        for (const auto &[name, value] : object.items())
            if (std::ranges::find(known, name) == known.end())
                return wrong(where + '/' + name, "is no member of a template");
        return {};
    }

    Result<std::string> text(const json &object, const std::string &where, const char *name) const
    {
        if (!object.contains(name) || !object[name].is_string())
            return wrong(where + '/' + name, "has to be a text");
        return object[name].get<std::string>();
    }

    Result<> checkFields(const std::string &line, const std::string &where) const
    {
        for (const Placeholder &part : TRY(placeholders(line, where))) {
            const bool isCell = part.name.starts_with(kRow);
            if (isCell && m_list != nullptr
                && std::ranges::find(m_list->columns, part.name.substr(kRow.size())) != m_list->columns.end())
                continue;
            if (isCell || !isField(part.name))
                return wrong(where,
                             "names the unknown field {{" + std::string(part.name)
                                 + "}}; docs/papers.md lists the known ones");
        }
        return {};
    }

    Result<std::vector<Placeholder>> placeholders(const std::string &line, const std::string &where) const
    {
        auto parts = findPlaceholders(line);
        if (!parts)
            return wrong(where, parts.error().detail);
        return *std::move(parts);
    }

    Result<TemplateText> bilingual(const json &object, const std::string &where, const char *name) const
    {
        const std::string place = where + '/' + name;
        if (!object.contains(name))
            return wrong(place, "is missing");
        const json &value = object[name];
        // A text without words of its own, "{{case.serial}}", is the same in both languages.
        if (value.is_string()) {
            TRY(checkFields(value.get<std::string>(), place));
            return TemplateText{value.get<std::string>(), value.get<std::string>()};
        }
        TRY(needMembers(value, place, {"zh", "en"}));
        TemplateText both{TRY(text(value, place, "zh")), TRY(text(value, place, "en"))};
        if (both.zh.empty() || both.en.empty())
            return wrong(place, "has to be said in both languages");
        TRY(checkFields(both.zh, place + "/zh"));
        TRY(checkFields(both.en, place + "/en"));
        return both;
    }

    Result<std::string> when(const json &object, const std::string &where) const
    {
        if (!object.contains("when"))
            return std::string();
        std::string condition = TRY(text(object, where, "when"));
        const std::string_view name =
            condition.starts_with('!') ? std::string_view(condition).substr(1) : std::string_view(condition);
        if (!isField(name) && listNamed(name) == nullptr)
            return wrong(where + "/when",
                         "names the unknown field " + std::string(name)
                             + "; docs/papers.md lists the known ones");
        return condition;
    }

    Result<TemplateBlock> readBlock(const json &block, const std::string &where)
    {
        TRY(needMembers(
            block, where,
            {"text", "style", "form", "list", "columns", "qr", "caption", "signatures", "seal", "when"}));
        TemplateBlock read;
        read.when = TRY(when(block, where));
        if (block.contains("text"))
            read.content = TRY(readText(block, where));
        else if (block.contains("form"))
            read.content = TRY(readForm(block, where));
        else if (block.contains("list"))
            read.content = TRY(readList(block, where));
        else if (block.contains("qr"))
            read.content = TRY(readQr(block, where));
        else if (block.contains("signatures"))
            read.content = TRY(readSignatures(block, where));
        else if (block.contains("seal"))
            read.content = SealBlock{};
        else
            return wrong(where, "is none of text, form, list, qr, signatures, seal");
        return read;
    }

    Result<TextBlock> readText(const json &block, const std::string &where) const
    {
        TextBlock read;
        read.text = TRY(bilingual(block, where, "text"));
        const std::string style = block.value("style", std::string("body"));
        constexpr std::array<std::string_view, 4> kStyles{"body", "addressee", "heading", "note"};
        const auto found = std::ranges::find(kStyles, style);
        if (found == kStyles.end())
            return wrong(where + "/style", "is none of body, addressee, heading, note");
        read.style = static_cast<TextStyle>(found - kStyles.begin());
        return read;
    }

    Result<FormBlock> readForm(const json &block, const std::string &where) const
    {
        FormBlock read;
        if (!block["form"].is_array())
            return wrong(where + "/form", "has to be a list");
        int number = 0;
        for (const json &row : block["form"]) {
            const std::string place = where + "/form/" + std::to_string(number++);
            TRY(needMembers(row, place, {"label", "value", "when"}));
            FormRow line;
            line.label = TRY(bilingual(row, place, "label"));
            line.value = TRY(bilingual(row, place, "value"));
            line.when = TRY(when(row, place));
            read.rows.push_back(std::move(line));
        }
        return read;
    }

    Result<ListBlock> readList(const json &block, const std::string &where)
    {
        ListBlock read;
        read.list = TRY(text(block, where, "list"));
        m_list = listNamed(read.list);
        if (m_list == nullptr)
            return wrong(where + "/list", "names the unknown list " + read.list);
        if (!block.contains("columns") || !block["columns"].is_array())
            return wrong(where + "/columns", "has to be a list");
        int number = 0;
        for (const json &column : block["columns"]) {
            const std::string place = where + "/columns/" + std::to_string(number++);
            TRY(needMembers(column, place, {"title", "value", "width"}));
            ListColumn line;
            line.title = TRY(bilingual(column, place, "title"));
            line.value = TRY(bilingual(column, place, "value"));
            line.width = column.value("width", 0.0);
            read.columns.push_back(std::move(line));
        }
        m_list = nullptr;
        return read;
    }

    Result<QrBlock> readQr(const json &block, const std::string &where) const
    {
        QrBlock read;
        read.text = TRY(text(block, where, "qr"));
        TRY(checkFields(read.text, where + "/qr"));
        read.caption = TRY(bilingual(block, where, "caption"));
        return read;
    }

    Result<SignatureBlock> readSignatures(const json &block, const std::string &where) const
    {
        SignatureBlock read;
        if (!block["signatures"].is_array())
            return wrong(where + "/signatures", "has to be a list");
        int number = 0;
        for (const json &label : block["signatures"]) {
            const std::string place = where + "/signatures/" + std::to_string(number++);
            read.labels.push_back(TRY(bilingual(json{{"label", label}}, place, "label")));
        }
        return read;
    }

    Result<std::vector<ValidityTerm>> readTerms(const json &document) const
    {
        std::vector<ValidityTerm> terms;
        if (!document.contains("terms"))
            return terms;
        if (!document["terms"].is_array())
            return wrong("/terms", "has to be a list");
        int number = 0;
        for (const json &term : document["terms"]) {
            const std::string place = "/terms/" + std::to_string(number++);
            TRY(needMembers(term, place, {"item", "months", "from", "basis"}));
            ValidityTerm line;
            line.item = TRY(text(term, place, "item"));
            line.basis = TRY(text(term, place, "basis"));
            const auto from = parseIsoDate(TRY(text(term, place, "from")));
            if (!from)
                return wrong(place + "/from", "is no day");
            line.from = *from;
            if (!term.contains("months") || !term["months"].is_number_integer()
                || term["months"].get<int>() < 1)
                return wrong(place + "/months", "has to be a number of months");
            line.months = term["months"].get<int>();
            terms.push_back(std::move(line));
        }
        std::ranges::stable_sort(terms, {},
                                 [](const ValidityTerm &term) { return std::tie(term.item, term.from); });
        return terms;
    }

    std::string m_file;
    const ListName *m_list = nullptr; ///< Whose cells may be named just now.
};

} // namespace

std::optional<Date> PaperTemplate::validThrough(std::string_view item, Date grantedOn) const
{
    const ValidityTerm *found = nullptr;
    for (const ValidityTerm &term : terms)
        if (term.item == item && term.from <= grantedOn)
            found = &term;
    if (found == nullptr)
        return std::nullopt;
    // A month without that day ends on its last; the term ends the day before.
    std::chrono::year_month_day end =
        std::chrono::year_month_day(grantedOn) + std::chrono::months(found->months);
    if (!end.ok())
        end = end.year() / end.month() / std::chrono::last;
    return Date(end) - std::chrono::days(1);
}

Result<PaperTemplate> PaperTemplate::parse(std::string_view json, std::string_view file)
{
    const auto document = parseJson(json);
    if (!document)
        return fail(ErrorCode::InvalidInput,
                    "template " + std::string(file) + ": " + document.error().detail);
    return TemplateReader(file).read(*document);
}

Result<PaperTemplates> PaperTemplates::load(const std::array<std::string, kPaperKindCount> &texts)
{
    PaperTemplates all;
    std::set<std::string> codes;
    for (int place = 0; place < kPaperKindCount; ++place) {
        const auto kind = static_cast<PaperKind>(place);
        const auto index = static_cast<std::size_t>(place);
        const std::string file = std::string(name(kind)) + ".json";
        PaperTemplate paper = TRY(PaperTemplate::parse(texts[index], file));
        if (paper.kind != kind)
            return fail(ErrorCode::InvalidInput, "template " + file + " /paper is another kind");
        if (!codes.insert(paper.code).second)
            return fail(ErrorCode::InvalidInput, "template " + file + " /code is that of another kind");
        all.m_templates[index] = std::move(paper);
    }
    return all;
}

} // namespace tongban::document
