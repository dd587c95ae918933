// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/measure_text.h"

#include "app/ctl/session.h"
#include "app/ctl/table.h"

#include <cstdio>
#include <nlohmann/json.hpp>

namespace tongban::ctl {

namespace {

/// Three significant places are as much as a shared machine can tell; counts are whole.
std::string number(double value)
{
    char text[64];
    const int places =
        value >= 1000 || value == static_cast<double>(static_cast<std::int64_t>(value)) ? 0 : 3;
    std::snprintf(text, sizeof text, "%.*f", places, value);
    return text;
}

std::string optionalNumber(const std::optional<double> &value)
{
    return value ? number(*value) : std::string();
}

bool isWithin(const bench::Measure &measure)
{
    const auto ratio = measure.ratio();
    return (!measure.budget || measure.value <= *measure.budget)
        && (!measure.ratioBudget || !ratio || *ratio <= *measure.ratioBudget);
}

nlohmann::ordered_json json(const bench::Measure &measure)
{
    nlohmann::ordered_json line{{"name", measure.name}, {"value", measure.value}, {"unit", measure.unit}};
    if (measure.referenceValue) {
        line["reference"] = measure.reference;
        line["reference_value"] = *measure.referenceValue;
    }
    if (const auto ratio = measure.ratio())
        line["ratio"] = *ratio;
    if (measure.budget)
        line["budget"] = *measure.budget;
    if (measure.ratioBudget)
        line["ratio_budget"] = *measure.ratioBudget;
    return line;
}

} // namespace

void printMeasures(Session &session, const std::vector<bench::Measure> &measures)
{
    const auto right = Table::Align::Right;
    Table table({{std::string(session.text("指标", "measure"))},
                 {std::string(session.text("数值", "value")), right},
                 {std::string(session.text("单位", "unit"))},
                 {std::string(session.text("上限", "budget")), right},
                 {std::string(session.text("对照", "reference")), right},
                 {std::string(session.text("倍数", "ratio")), right},
                 {std::string(session.text("倍数上限", "ratio budget")), right}});
    for (const bench::Measure &measure : measures) {
        if (!isWithin(measure))
            session.setExitCode(ExitCode::Findings);
        if (session.json)
            session.printJson(json(measure));
        table.addRow({measure.name, number(measure.value), measure.unit, optionalNumber(measure.budget),
                      optionalNumber(measure.referenceValue), optionalNumber(measure.ratio()),
                      optionalNumber(measure.ratioBudget)});
    }
    if (!session.json)
        session.print(table.text());
}

} // namespace tongban::ctl
