// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/demo/case_maker.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace tongban::demo {

namespace {

struct Share {
    std::string_view name;
    std::uint64_t weight;
};

constexpr std::array<Share, 9> kDistricts{{{"440303", 9},
                                           {"440304", 13},
                                           {"440305", 15},
                                           {"440306", 24},
                                           {"440307", 20},
                                           {"440308", 2},
                                           {"440309", 11},
                                           {"440310", 3},
                                           {"440311", 3}}};
constexpr std::array<Share, 4> kOnlineChannels{
    {{"unified_platform", 35}, {"i_shenzhen", 45}, {"wechat", 20}, {"unified_platform", 1}}};

constexpr std::uint64_t kCounterPerMille = 120;
constexpr std::uint64_t kHumanPleasePerMille = 3;
constexpr std::uint64_t kIncompletePerMille = 12;
constexpr std::uint64_t kSecondDefectPerMille = 100;
constexpr std::uint64_t kAgentPerMille = 700;

template <std::size_t N>
std::string_view pick(const std::array<Share, N> &shares, SeededRandom &random)
{
    std::uint64_t total = 0;
    for (const Share &share : shares)
        total += share.weight;
    std::uint64_t at = random.below(total);
    for (const Share &share : shares) {
        if (at < share.weight)
            return share.name;
        at -= share.weight;
    }
    return shares.back().name;
}

/// Whether a counter is open: working days from nine to half past five.
bool officeHours(Timestamp instant)
{
    using namespace std::chrono;
    const auto local = instant + kOfficialUtcOffset;
    const auto day = floor<days>(local);
    const weekday name(day);
    const auto time = local - day;
    return name != Saturday && name != Sunday && time >= hours(9) && time < hours(17) + minutes(30);
}

bool contains(const std::vector<std::size_t> &list, std::size_t value)
{
    return std::find(list.begin(), list.end(), value) != list.end();
}

std::string_view numberPrefix(std::string_view channel)
{
    static constexpr std::pair<std::string_view, std::string_view> kPrefixes[] = {{"unified_platform", "UP"},
                                                                                  {"i_shenzhen", "IS"},
                                                                                  {"wechat", "WX"},
                                                                                  {"window", "CK"},
                                                                                  {"district_hall", "QT"}};
    for (const auto &[name, prefix] : kPrefixes) {
        if (name == channel)
            return prefix;
    }
    return "XX";
}

} // namespace

CaseMaker::CaseMaker(Scenario &scenario, IdentityPool &pool, std::vector<OutputFile> &registers,
                     SeededRandom &random, Date today, DemoReport &report)
    : m_scenario(scenario), m_pool(pool), m_registers(registers), m_random(random), m_report(report)
{
    m_scope.today = today;
    m_scope.values.resize(scenario.variables.size());
    m_defectsShown.resize(scenario.items.size());
    m_rows.resize(scenario.registers.records().size());
}

CaseMaker::Plan CaseMaker::choose()
{
    Plan plan;
    std::uint64_t at = m_random.below(m_scenario.totalWeight);
    for (ItemPlan &item : m_scenario.items) {
        plan.item = &item;
        if (at < item.weight)
            break;
        at -= item.weight;
    }
    Profile &profile = plan.item->profile;
    if (profile.defects.empty() || m_random.below(100) < plan.item->cleanPercent)
        return plan;
    const auto draw = [&]() -> const Twist * {
        std::uint64_t weight = m_random.below(profile.defectWeight);
        for (const Twist &defect : profile.defects) {
            if (weight < defect.share)
                return &defect;
            weight -= defect.share;
        }
        return &profile.defects.back();
    };
    // Each defect is shown once before chance decides: a small demo has the rare ones, too.
    std::size_t &shown = m_defectsShown[static_cast<std::size_t>(plan.item - m_scenario.items.data())];
    plan.defects[0] = shown < profile.defects.size() ? &profile.defects[shown++] : draw();
    if (chance(kSecondDefectPerMille)) {
        const Twist *second = draw();
        plan.defects[1] = second == plan.defects[0] ? nullptr : second;
    }
    return plan;
}

void CaseMaker::putInPlace(const Twist &twist)
{
    m_twists.push_back(&twist);
    for (const Change &change : twist.changes)
        m_slots[change.slot] = &change.value;
}

std::string CaseMaker::nextNumber(std::string_view channel)
{
    const std::chrono::year_month_day day(m_scope.received);
    char text[32];
    std::snprintf(text, sizeof text, "%04d%09llu", int(day.year()),
                  static_cast<unsigned long long>(++m_serial));
    return std::string(numberPrefix(channel)) + text;
}

void CaseMaker::choosePlace(DemoCase &demoCase, bool districtLevel)
{
    demoCase.district = pick(kDistricts, m_random);
    demoCase.channel = pick(kOnlineChannels, m_random);
    if (officeHours(demoCase.received) && chance(kCounterPerMille))
        demoCase.channel = districtLevel ? "district_hall" : "window";
    demoCase.externalNumber = nextNumber(demoCase.channel);
}

void CaseMaker::makeEntities(const Profile &profile, DemoCase &demoCase)
{
    using namespace std::chrono;
    m_cell.clear();
    m_slots[Profile::kApplicantKind]->append(m_cell, m_scope, m_scenario.names, m_random);
    demoCase.applicant.enterprise = m_cell == "enterprise";
    std::string &applicant = m_scope.values[VariableNames::kApplicant];
    m_scope.birth = m_scope.today;
    if (demoCase.applicant.enterprise) {
        applicant = m_pool.enterprise(m_random);
    } else {
        const auto age = static_cast<int>(m_slots[Profile::kApplicantAge]->number(m_random));
        applicant = m_pool.person(m_scope.received, age, m_random, &m_scope.birth);
    }
    for (const Profile::Entity &entity : profile.entities) {
        std::string &value = m_scope.values[static_cast<std::size_t>(entity.variable)];
        switch (entity.kind) {
        case EntityKind::Person:
            value =
                m_pool.person(m_scope.received, 25 + static_cast<int>(m_random.below(35)), m_random, nullptr);
            break;
        case EntityKind::Enterprise: value = m_pool.enterprise(m_random); break;
        case EntityKind::Vin: value = m_pool.vin(m_random); break;
        case EntityKind::ElectricPlate: value = m_pool.electricPlate(); break;
        case EntityKind::OrdinaryPlate: value = m_pool.ordinaryPlate(); break;
        case EntityKind::CertificateNumber: value = m_pool.certificateNumber(demoCase.district); break;
        case EntityKind::DocumentNumber: value = m_pool.documentNumber(m_scope.received); break;
        }
    }
    demoCase.applicant.id = applicant;
}

void CaseMaker::fillForm(const ItemPlan &item, DemoCase &demoCase)
{
    for (const Profile::FormField &field : item.profile.form) {
        DemoCase::FormValue value;
        value.name = &field.name;
        value.kind = m_slots[field.slot]->append(value.text, m_scope, m_scenario.names, m_random);
        // A variable that this case does not have is a field left empty, not an empty text.
        if (value.text.empty())
            value.kind = ValueExpression::Kind::Null;
        demoCase.form.push_back(std::move(value));
    }
    m_cell.clear();
    m_slots[Profile::kPromise]->append(m_cell, m_scope, m_scenario.names, m_random);
    demoCase.promise = m_cell == "true";
    const ItemVersion &version = item.versionOn(m_scope.received);
    demoCase.materials = version.materials;
    if (chance(kIncompletePerMille) && version.mainUpload != 0)
        demoCase.missingMaterial = version.mainUpload;
    demoCase.humanPlease = chance(kHumanPleasePerMille);
    if (demoCase.applicant.enterprise && chance(kAgentPerMille))
        demoCase.agent.id =
            m_pool.person(m_scope.received, 23 + static_cast<int>(m_random.below(30)), m_random, nullptr);
}

void CaseMaker::writeRow(const Profile::Row &row, const Change *contradiction)
{
    const std::string &key = m_scope.values[static_cast<std::size_t>(row.keyVariable)];
    const RegisterLayout::Record &record = m_scenario.registers.records()[row.record];
    const bool enterpriseKey = key.starts_with('9');
    if (key.empty() || (record.key == KeyKind::Person && enterpriseKey)
        || (record.key == KeyKind::Enterprise && !enterpriseKey))
        return; // A person has no entry in the register of enterprises, nor the other way round.
    OutputFile &file = m_registers[row.record];
    std::string &out = file.buffer();
    m_scope.values[VariableNames::kRowKey] = key;
    out += record.code;
    out += ',';
    appendCsvCell(out, key);
    for (std::size_t field = 0; field < record.fields.size(); ++field) {
        const std::size_t slot = row.firstSlot + field;
        const ValueExpression &value =
            contradiction != nullptr && contradiction->slot == slot ? contradiction->value : *m_slots[slot];
        m_cell.clear();
        value.append(m_cell, m_scope, m_scenario.names, m_random);
        out += ',';
        appendCsvCell(out, m_cell);
    }
    out += '\n';
    file.written();
    ++m_rows[row.record];
}

void CaseMaker::writeRows(const Profile &profile)
{
    for (std::size_t i = 0; i < profile.rows.size(); ++i) {
        // The last twist that says something of the row decides: a defect in it brings back a row that a
        // variation left out.
        bool dropped = false;
        for (const Twist *twist : m_twists)
            dropped = contains(twist->droppedRows, i) || (dropped && !contains(twist->touchedRows, i));
        if (dropped)
            continue;
        writeRow(profile.rows[i], nullptr);
        for (const Twist *twist : m_twists) {
            for (const Contradiction &contradiction : twist->contradictions) {
                if (contradiction.row == i)
                    writeRow(profile.rows[i], &contradiction.change);
            }
        }
    }
}

DemoCase CaseMaker::makeWithoutRows(Timestamp received)
{
    DemoCase demoCase;
    demoCase.received = received;
    m_scope.received = officialDate(received);
    for (std::string &value : m_scope.values)
        value.clear();
    m_plan = choose();
    const ItemPlan &item = *m_plan.item;
    m_slots.clear();
    m_twists.clear();
    for (const ValueExpression &slot : item.profile.slots)
        m_slots.push_back(&slot);
    for (const Twist &variation : item.profile.variations) {
        if (m_random.below(100) < variation.share)
            putInPlace(variation);
    }
    for (const Twist *defect : m_plan.defects) {
        if (defect != nullptr)
            putInPlace(*defect);
    }
    demoCase.item = item.code;
    choosePlace(demoCase, item.districtLevel);
    makeEntities(item.profile, demoCase);
    fillForm(item, demoCase);
    return demoCase;
}

DemoCase CaseMaker::make(Timestamp received)
{
    DemoCase demoCase = makeWithoutRows(received);
    const ItemPlan &item = *m_plan.item;
    writeRows(item.profile);
    if (item.automatic) {
        ++m_report.automaticItems;
        m_report.withoutDefect += m_plan.defects[0] == nullptr ? 1 : 0;
    }
    for (const Twist *defect : m_plan.defects) {
        if (defect != nullptr)
            ++m_report.byDefect[item.profileName + ": " + defect->name];
    }
    return demoCase;
}

DemoCase CaseMaker::sendAgain(const DemoCase &earlier, Timestamp received)
{
    DemoCase demoCase = earlier;
    demoCase.received = received;
    m_scope.received = officialDate(received);
    demoCase.channel = earlier.channel == "wechat" ? "i_shenzhen" : "wechat";
    demoCase.externalNumber = nextNumber(demoCase.channel);
    return demoCase;
}

} // namespace tongban::demo
