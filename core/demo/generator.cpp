// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/demo/generator.h"

#include "core/base/canonical_json.h"
#include "core/base/file.h"
#include "core/demo/application_writer.h"
#include "core/demo/case_maker.h"
#include "core/demo/day_schedule.h"
#include "core/demo/identity_pool.h"
#include "core/demo/output_file.h"
#include "core/demo/scenario.h"

#include <algorithm>
#include <string_view>

namespace tongban::demo {

namespace {

enum class LineKind {
    Ordinary,
    Repeat,
    SameMatter,
    WrongCheckDigit,
    UnknownItem,
    CancelledItem,
    BrokenJson,
    WrongDate
};

/// Below this size a demo has no odd lines: there is nothing to hide them among.
constexpr std::uint64_t kSmallestWithOddLines = 20;
constexpr std::uint64_t kBadLinePeriod = 5000;
constexpr std::uint64_t kRepeatPeriod = 1000;
constexpr std::uint64_t kProgressStep = 10000;

/// A million applications a year.
constexpr std::uint64_t kApplicationsPerDay = 2740;

/// What the line of this index is: the odd ones stand at fixed places of a period, so that their number is
/// known.
LineKind kindOfLine(std::uint64_t index, std::uint64_t lines)
{
    if (lines < kSmallestWithOddLines)
        return LineKind::Ordinary;
    static constexpr LineKind kBad[] = {LineKind::WrongCheckDigit, LineKind::UnknownItem,
                                        LineKind::CancelledItem, LineKind::BrokenJson, LineKind::WrongDate};
    const std::uint64_t badPeriod = std::min(lines, kBadLinePeriod);
    for (std::uint64_t i = 0; i < std::size(kBad); ++i) {
        if (index % badPeriod == (i + 1) * badPeriod / 8)
            return kBad[i];
    }
    const std::uint64_t period = std::min(lines, kRepeatPeriod);
    if (index % period == period * 13 / 20)
        return LineKind::Repeat;
    return index % period == period * 17 / 20 ? LineKind::SameMatter : LineKind::Ordinary;
}

std::string_view kindName(LineKind kind)
{
    switch (kind) {
    case LineKind::Ordinary: return "ordinary";
    case LineKind::Repeat: return "repeat";
    case LineKind::SameMatter: return "same_matter";
    case LineKind::WrongCheckDigit: return "wrong_check_digit";
    case LineKind::UnknownItem: return "unknown_item";
    case LineKind::CancelledItem: return "cancelled_item";
    case LineKind::BrokenJson: return "broken_json";
    case LineKind::WrongDate: return "wrong_date";
    }
    return "";
}

/// One run of the generator: the open files and what was written last.
class Run
{
public:
    Run(const DemoPlan &plan, Scenario &scenario, OutputFile &applications,
        std::vector<OutputFile> &registers)
        : m_plan(plan), m_scenario(scenario), m_applications(applications), m_random(plan.seed),
          m_maker(scenario, m_pool, registers, m_random, plan.referenceDay, m_report)
    {
    }

    void writeLine(std::uint64_t index, Timestamp received);
    const DemoReport &finish();
    SeededRandom &random() { return m_random; }

private:
    void writeOrdinary(DemoCase demoCase);
    void writeBad(LineKind kind, Timestamp received);

    const DemoPlan &m_plan;
    Scenario &m_scenario;
    OutputFile &m_applications;
    DemoReport m_report;
    IdentityPool m_pool;
    SeededRandom m_random;
    CaseMaker m_maker;
    DemoCase m_last; ///< The last ordinary application: what a repeat repeats.
};

void Run::writeOrdinary(DemoCase demoCase)
{
    appendApplication(m_applications.buffer(), demoCase, m_scenario.names);
    ++m_report.applications;
    ++m_report.byItem[std::string(demoCase.item)];
    m_report.humanPlease += demoCase.humanPlease ? 1 : 0;
    m_report.incomplete += demoCase.missingMaterial != 0 ? 1 : 0;
    m_last = std::move(demoCase);
}

void Run::writeBad(LineKind kind, Timestamp received)
{
    DemoCase bad = m_maker.makeWithoutRows(received);
    if (kind == LineKind::WrongCheckDigit)
        bad.applicant.id.back() = bad.applicant.id.back() == '1' ? '2' : '1';
    if (kind == LineKind::UnknownItem)
        bad.item = "ZZ-999";
    if (kind == LineKind::CancelledItem)
        bad.item = m_scenario.cancelledItem;
    std::string line;
    appendApplication(line, bad, m_scenario.names);
    if (kind == LineKind::BrokenJson) {
        line.resize(line.find("\"applicant\""));
        line += '\n';
    }
    if (kind == LineKind::WrongDate)
        line.replace(line.find("\"received_at\":\"") + 15, 10, "2026-02-30");
    m_applications.buffer() += line;
    ++m_report.quarantined;
    ++m_report.quarantinedByKind[std::string(kindName(kind))];
}

void Run::writeLine(std::uint64_t index, Timestamp received)
{
    const LineKind kind = kindOfLine(index, m_plan.applications);
    switch (kind) {
    case LineKind::Ordinary: writeOrdinary(m_maker.make(received)); break;
    case LineKind::SameMatter:
        writeOrdinary(m_maker.sendAgain(m_last, received));
        ++m_report.sameMatter;
        break;
    case LineKind::Repeat:
        appendApplication(m_applications.buffer(), m_last, m_scenario.names);
        ++m_report.repeats;
        break;
    case LineKind::WrongCheckDigit:
    case LineKind::UnknownItem:
    case LineKind::CancelledItem:
    case LineKind::BrokenJson:
    case LineKind::WrongDate: writeBad(kind, received); break;
    }
    m_applications.written();
    ++m_report.lines;
}

const DemoReport &Run::finish()
{
    for (std::size_t i = 0; i < m_scenario.registers.records().size(); ++i)
        m_report.registerRows[m_scenario.registers.records()[i].name] = m_maker.rowsWritten()[i];
    return m_report;
}

void writeCounts(CanonicalWriter &json, const char *key, const std::map<std::string, std::uint64_t> &counts)
{
    json.key(key);
    json.beginObject();
    for (const auto &[name, count] : counts) {
        json.key(name);
        json.number(static_cast<std::int64_t>(count));
    }
    json.endObject();
}

std::string summary(const DemoPlan &plan, Date firstDay, const DemoReport &report)
{
    std::string text;
    CanonicalWriter json(text);
    const auto number = [&](const char *key, std::uint64_t value) {
        json.key(key);
        json.numberText(std::to_string(value));
    };
    json.beginObject();
    number("applications", report.applications);
    json.key("as_of");
    json.string(isoDate(plan.referenceDay));
    number("automatic_items", report.automaticItems);
    writeCounts(json, "by_defect", report.byDefect);
    writeCounts(json, "by_item", report.byItem);
    json.key("first_day");
    json.string(isoDate(firstDay));
    number("human_please", report.humanPlease);
    number("incomplete", report.incomplete);
    number("lines", report.lines);
    number("quarantined", report.quarantined);
    writeCounts(json, "quarantined_by_kind", report.quarantinedByKind);
    writeCounts(json, "register_rows", report.registerRows);
    number("repeats", report.repeats);
    number("same_matter", report.sameMatter);
    number("seed", plan.seed);
    number("without_defect", report.withoutDefect);
    json.endObject();
    text += '\n';
    return text;
}

Result<std::vector<OutputFile>> openRegisters(const Scenario &scenario, const std::filesystem::path &folder)
{
    std::vector<OutputFile> files;
    for (const RegisterLayout::Record &record : scenario.registers.records()) {
        files.push_back(TRY(OutputFile::create(folder / (record.name + ".csv"))));
        std::string &header = files.back().buffer();
        header += "record,key";
        for (const std::string &field : record.fields) {
            header += ',';
            appendCsvCell(header, field);
        }
        header += '\n';
    }
    return files;
}

Result<Date> checkedFirstDay(const DemoPlan &plan)
{
    using namespace std::chrono;
    Date first = plan.firstDay;
    if (first == Date{days(0)}) {
        const auto needed = days((plan.applications + kApplicationsPerDay - 1) / kApplicationsPerDay);
        const Date newYear =
            sys_days(year_month_day(year_month_day(plan.referenceDay).year(), January, day(1)));
        first = std::max(newYear, plan.referenceDay - needed + days(1));
    }
    if (plan.applications == 0)
        return fail(ErrorCode::InvalidInput, "a demo needs at least one application");
    if (first > plan.referenceDay || plan.referenceDay - first > days(3660))
        return fail(ErrorCode::InvalidInput,
                    "the first day must lie at most ten years before the reference day");
    return first;
}

} // namespace

Result<DemoReport> generateDemo(const DemoPlan &plan, const std::filesystem::path &folder,
                                const std::function<bool(std::uint64_t)> &progress)
{
    const Date firstDay = TRY(checkedFirstDay(plan));
    Scenario scenario = TRY(Scenario::read(plan.resources));
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return Failure(fileError(error.value(), "make", folder));
    OutputFile applications = TRY(OutputFile::create(folder / "applications.jsonl"));
    std::vector<OutputFile> registers = TRY(openRegisters(scenario, folder));

    Run run(plan, scenario, applications, registers);
    DaySchedule schedule(firstDay, plan.referenceDay, plan.applications);
    for (std::uint64_t index = 0; index < plan.applications; ++index) {
        run.writeLine(index, schedule.at(index, run.random()));
        if (progress && (index + 1) % kProgressStep == 0 && !progress(index + 1))
            return fail(ErrorCode::Unavailable, "the generation was stopped");
    }
    TRY(applications.close());
    for (OutputFile &file : registers)
        TRY(file.close());
    const DemoReport &report = run.finish();
    TRY(replaceFile(folder / "demo.json", summary(plan, firstDay, report)));
    return report;
}

} // namespace tongban::demo
