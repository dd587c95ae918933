// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/catalogue_text.h"

#include "app/ctl/table.h"

#include <nlohmann/json.hpp>

namespace tongban::ctl {

using namespace permit;

std::string_view word(ItemLevel level, Language language)
{
    return level == ItemLevel::City ? pick(language, "市级大厅", "city hall")
                                    : pick(language, "区级大厅", "district halls");
}

std::string_view word(ItemStatus status, Language language)
{
    switch (status) {
    case ItemStatus::Active: return pick(language, "在用", "active");
    case ItemStatus::Cancelled: return pick(language, "已取消", "cancelled");
    case ItemStatus::Transferred: return pick(language, "已转移社会组织", "handed to society");
    }
    return {};
}

std::string_view word(SourceMode mode, Language language)
{
    switch (mode) {
    case SourceMode::SharedData: return pick(language, "数据共享", "shared data");
    case SourceMode::ELicence: return pick(language, "电子证照", "electronic licence");
    case SourceMode::Upload: return pick(language, "申请人上传", "upload by the applicant");
    case SourceMode::WindowScan: return pick(language, "窗口扫描", "scanned at the window");
    case SourceMode::Exempt: return pick(language, "免予提交", "not asked for");
    }
    return {};
}

std::string_view word(Importance importance, Language language)
{
    return importance == Importance::Main ? pick(language, "主要", "main") : pick(language, "次要", "minor");
}

std::string_view word(Step step, Language language)
{
    switch (step) {
    case Step::Accept: return pick(language, "受理", "accept");
    case Step::Review: return pick(language, "审查", "review");
    case Step::Decide: return pick(language, "决定", "decide");
    case Step::Deliver: return pick(language, "送达", "deliver");
    }
    return {};
}

namespace {

constexpr Step kSteps[] = {Step::Accept, Step::Review, Step::Decide, Step::Deliver};

/// Lines "label: value", labels in the page's language.
class Page
{
public:
    explicit Page(Language language) : m_language(language) { }

    void line(std::string_view zh, std::string_view en, std::string_view value)
    {
        m_text += pick(m_language, zh, en);
        m_text += pick(m_language, ":", ": ");
        m_text += value;
        m_text += '\n';
    }
    void add(std::string_view text) { m_text += text; }
    std::string take() { return std::move(m_text); }

private:
    Language m_language;
    std::string m_text;
};

std::string nameOf(const Catalogue &catalogue, std::string_view organisation, Language language)
{
    const Organisation *body = catalogue.organisation(organisation);
    return std::string(body ? pick(language, body->nameZh, body->nameEn) : organisation);
}

std::string validity(const Item &item, Language language)
{
    std::string out = isoDate(item.effectiveFrom);
    out += item.effectiveTo ? " – " + isoDate(*item.effectiveTo)
                            : std::string(pick(language, " 起", " until further notice"));
    return out + std::string(pick(language, ",第 ", ", version ")) + std::to_string(item.version)
        + std::string(pick(language, " 版", ""));
}

std::string materialTable(const Item &item, Language language)
{
    Table table({{std::string(pick(language, "序号", "no")), Table::Align::Right},
                 {std::string(pick(language, "材料", "document"))},
                 {std::string(pick(language, "来源方式", "source"))},
                 {std::string(pick(language, "主次", "weight"))},
                 {std::string(pick(language, "对应登记记录", "register record"))}});
    for (const Material &material : item.materials)
        table.addRow({std::to_string(material.no),
                      std::string(pick(language, material.nameZh, material.nameEn)),
                      std::string(word(material.mode, language)),
                      std::string(word(material.importance, language)), material.evidence});
    return table.text();
}

std::string stepTable(const Item &item, Language language)
{
    Table table({{std::string(pick(language, "环节(工作日)", "step (working days)"))},
                 {std::string(pick(language, "法定", "statutory")), Table::Align::Right},
                 {std::string(pick(language, "承诺", "promised")), Table::Align::Right}});
    for (const Step step : kSteps)
        table.addRow({std::string(word(step, language)), std::to_string(item.limit(step).statutoryDays),
                      std::to_string(item.limit(step).promisedDays)});
    table.addRow({std::string(pick(language, "合计", "in all")), std::to_string(item.statutoryDays),
                  std::to_string(item.promisedDays)});
    return table.text();
}

struct Place {
    const Hall *hall = nullptr;
    std::string windows;
};

/// The halls and windows that may open a case of the item.
std::vector<Place> placesOf(const Catalogue &catalogue, const Item &item)
{
    std::vector<Place> places;
    for (const Hall &hall : catalogue.halls()) {
        Place place{&hall, {}};
        for (const Window &window : catalogue.windows())
            if (window.hall == hall.code
                && catalogue.windowProblem(hall.code, window.window, item) == WindowProblem::None)
                place.windows += (place.windows.empty() ? "" : ", ") + window.window;
        if (!place.windows.empty())
            places.push_back(std::move(place));
    }
    return places;
}

void addStatus(Page &page, const Item &item, Date day, Language language)
{
    if (const auto refusal = refusesNewCases(item, day)) {
        page.line("状态", "Status",
                  std::string(word(refusal->status, language))
                      + std::string(pick(language, ",自 ", " since ")) + isoDate(refusal->since)
                      + std::string(pick(language, " 起不再收件;依据:", "; no new cases; by "))
                      + std::string(refusal->basis));
        return;
    }
    page.line("状态", "Status", word(ItemStatus::Active, language));
    if (item.statusSince)
        page.line("将于", "Ends", isoDate(*item.statusSince) + "  " + item.statusBasis);
}

std::string automaticText(const Item &item, Language language)
{
    if (!item.isAutomatic())
        return std::string(pick(language, "否,由人审批", "no, people decide"));
    const bool notice = item.automaticOutcomes.has(AutomaticOutcome::Notice);
    const bool refuse = item.automaticOutcomes.has(AutomaticOutcome::Refuse);
    std::string outcomes(pick(language, "准予", "grant"));
    if (notice)
        outcomes += pick(language, "、一次性补正告知", ", one-time notice");
    if (refuse)
        outcomes += pick(language, "、依条款不予许可(可申请人工复核)",
                         ", refuse by article (human review on request)");
    return std::string(pick(language, "规则集 ", "rule set ")) + item.ruleSet
        + std::string(pick(language, ";机器可单独作出:", "; the machine alone may: ")) + outcomes
        + std::string(pick(language, ";其余转人工", "; everything else goes to a person"));
}

} // namespace

std::string powerLine(const Catalogue &catalogue, const DecisionPower &power, Language language)
{
    std::string out = nameOf(catalogue, power.organisation, language);
    if (power.delegation) {
        out += std::string(pick(language, "(自 ", " (since ")) + isoDate(power.delegation->fromDate);
        if (power.delegation->toDate)
            out += std::string(pick(language, " 至 ", " until ")) + isoDate(*power.delegation->toDate);
        out += std::string(pick(language, ",由", ", given by "))
            + nameOf(catalogue, power.delegation->from, language)
            + std::string(pick(language, "下放,", ", power ")) + power.delegation->power
            + std::string(pick(language, ")", ")"));
    }
    return out + std::string(pick(language, ";依据:", "; by ")) + std::string(power.basis);
}

std::string itemPage(const Catalogue &catalogue, const Item &item, Date day, Language language)
{
    Page page(language);
    page.add(item.code + "  " + std::string(pick(language, item.nameZh, item.nameEn)) + "\n\n");
    const Field *field = catalogue.field(item.field);
    page.line("领域", "Field", field ? pick(language, field->nameZh, field->nameEn) : item.field);
    addStatus(page, item, day, language);
    page.line("版本", "In force", validity(item, language));
    page.line("权责清单条目", "Power list entry", item.powerEntry);
    page.line("依据", "Legal basis", item.legalBasis);
    page.line("受理层级", "Taken in at", word(item.level, language));
    page.line("允许到场次数", "Visits allowed", std::to_string(item.visitsAllowed));
    page.line("快递送达", "Courier",
              item.courier ? pick(language, "可以", "yes") : pick(language, "不可以", "no"));
    page.line("告知承诺", "Promise instead of proof",
              item.promiseAllowed ? pick(language, "可以", "yes") : pick(language, "不可以", "no"));
    page.line("无人工干预", "Automatic", automaticText(item, language));
    page.line("本级权力", "Power held by", nameOf(catalogue, item.organisation, language));
    page.add("\n" + materialTable(item, language) + "\n" + stepTable(item, language) + "\n");
    for (const Place &place : placesOf(catalogue, item))
        page.line(place.hall->nameZh, place.hall->nameEn,
                  std::string(pick(language, "窗口 ", "windows ")) + place.windows);
    return page.take();
}

nlohmann::ordered_json itemJson(const Catalogue &catalogue, const Item &item, Date day)
{
    nlohmann::ordered_json materials = nlohmann::ordered_json::array();
    for (const Material &m : item.materials)
        materials.push_back({{"no", m.no},
                             {"name_zh", m.nameZh},
                             {"name_en", m.nameEn},
                             {"mode", name(m.mode)},
                             {"importance", name(m.importance)},
                             {"evidence", m.evidence}});
    nlohmann::ordered_json steps = nlohmann::ordered_json::object();
    for (const Step step : kSteps)
        steps[std::string(name(step))] = {{"statutory_days", item.limit(step).statutoryDays},
                                          {"promised_days", item.limit(step).promisedDays}};
    nlohmann::ordered_json places = nlohmann::ordered_json::array();
    for (const Place &place : placesOf(catalogue, item))
        places.push_back({{"hall", place.hall->code}, {"windows", place.windows}});
    const auto refusal = refusesNewCases(item, day);
    return {{"code", item.code},
            {"version", item.version},
            {"effective_from", isoDate(item.effectiveFrom)},
            {"effective_to", item.effectiveTo ? isoDate(*item.effectiveTo) : ""},
            {"field", item.field},
            {"name_zh", item.nameZh},
            {"name_en", item.nameEn},
            {"level", name(item.level)},
            {"status", name(refusal ? refusal->status : ItemStatus::Active)},
            {"status_since", item.statusSince ? isoDate(*item.statusSince) : ""},
            {"status_basis", item.statusBasis},
            {"power_entry", item.powerEntry},
            {"legal_basis", item.legalBasis},
            {"organisation", item.organisation},
            {"statutory_days", item.statutoryDays},
            {"promised_days", item.promisedDays},
            {"visits_allowed", item.visitsAllowed},
            {"courier", item.courier},
            {"promise_allowed", item.promiseAllowed},
            {"safety_related", item.safetyRelated},
            {"area", item.area},
            {"rule_set", item.ruleSet},
            {"automatic_outcomes", text(item.automaticOutcomes)},
            {"materials", std::move(materials)},
            {"steps", std::move(steps)},
            {"halls", std::move(places)}};
}

nlohmann::ordered_json powerJson(const Catalogue &catalogue, int district, const DecisionPower &power)
{
    const Organisation *body = catalogue.organisation(power.organisation);
    return {
        {"district", district},
        {"organisation", power.organisation},
        {"name_zh", body ? body->nameZh : ""},
        {"name_en", body ? body->nameEn : ""},
        {"power_entry", power.powerEntry},
        {"basis", power.basis},
        {"delegation", power.delegation ? power.delegation->power : ""},
        {"since", power.delegation ? isoDate(power.delegation->fromDate) : ""},
        {"until", power.delegation && power.delegation->toDate ? isoDate(*power.delegation->toDate) : ""}};
}

std::string countsPage(const Catalogue &catalogue, Date day, std::size_t published, Language language)
{
    const CatalogueCounts counts = catalogue.counts(day);
    Page page(language);
    const auto share = [](const Share &part) {
        return std::to_string(part.part) + " / " + std::to_string(part.whole) + " = " + part.percentText()
            + " %";
    };
    page.line("统计日", "On", isoDate(day));
    page.line("在用事项", "Active items",
              std::to_string(counts.active) + std::string(pick(language, "(市级 ", " (city hall "))
                  + std::to_string(counts.city) + std::string(pick(language, ",区级 ", ", district halls "))
                  + std::to_string(counts.district) + std::string(pick(language, ")", ")")));
    page.line("已取消", "Cancelled", std::to_string(counts.cancelled));
    page.line("已转移社会组织", "Handed to society", std::to_string(counts.transferred));
    std::string areas;
    for (const auto &[area, number] : counts.automaticByArea)
        areas += (areas.empty() ? "" : ", ") + area + " " + std::to_string(number);
    page.line(
        "无人工干预事项", "Decided by rules",
        std::to_string(counts.automatic) + std::string(pick(language, "(", " ("))
            + std::to_string(counts.automaticByArea.size())
            + std::string(pick(language, " 个领域:", " areas: ")) + areas
            + std::string(pick(language, ");规则集已公布并生效 ", "); with a published rule set in force "))
            + std::to_string(published));
    page.line("零跑动", "Zero visits", share(counts.zeroVisits));
    page.line("最多跑一次", "At most one visit", share(counts.atMostOneVisit));
    page.line("可快递送达", "Courier", std::to_string(counts.courier));
    page.line("可告知承诺", "Promise instead of proof", std::to_string(counts.promise));
    page.line("下放各区的事权", "Powers given to districts", std::to_string(counts.powersToDistricts));
    page.line("下放管理局的事权", "Powers given to bureaus", std::to_string(counts.powersToBureaus));
    Table fields({{std::string(pick(language, "领域", "field"))},
                  {std::string(pick(language, "在用事项", "active items")), Table::Align::Right}});
    for (const Field &field : catalogue.fields())
        fields.addRow({std::string(pick(language, field.nameZh, field.nameEn)),
                       std::to_string(counts.byField.at(field.code))});
    page.add("\n" + fields.text());
    return page.take();
}

nlohmann::ordered_json countsJson(const Catalogue &catalogue, Date day, std::size_t published)
{
    const CatalogueCounts counts = catalogue.counts(day);
    const auto share = [](const Share &part) {
        return nlohmann::ordered_json{
            {"part", part.part}, {"whole", part.whole}, {"per_mille", part.perMille()}};
    };
    return {{"on", isoDate(day)},
            {"active", counts.active},
            {"city", counts.city},
            {"district", counts.district},
            {"cancelled", counts.cancelled},
            {"transferred", counts.transferred},
            {"automatic", counts.automatic},
            {"automatic_published", published},
            {"automatic_by_area", counts.automaticByArea},
            {"zero_visits", share(counts.zeroVisits)},
            {"at_most_one_visit", share(counts.atMostOneVisit)},
            {"courier", counts.courier},
            {"promise", counts.promise},
            {"powers_to_districts", counts.powersToDistricts},
            {"powers_to_bureaus", counts.powersToBureaus},
            {"by_field", counts.byField},
            {"by_organisation", counts.byOrganisation},
            {"digest", catalogue.digest().hex()}};
}

} // namespace tongban::ctl
