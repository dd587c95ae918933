// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/bench_report.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace tongban::desktop {

namespace {

struct Line {
    const char *name;
    const char *unit;
    double budget; ///< 0 = none.
    const char *reference; ///< Of Qt's own model; null = it has none.
};

constexpr Line kLines[] = {{"cold_start", "ms", 2000, "cold_start"},
                           {"first_rows", "ms", 300, "first_rows"},
                           {"first_rows_counted", "ms", 300, "first_rows_counted"},
                           {"filter", "ms", 150, "filter"},
                           {"filter_counted", "ms", 150, "filter_counted"},
                           {"filter_by_day_counted", "ms", 0, "filter_counted"},
                           {"search", "ms", 100, "search"},
                           {"jump_p99", "ms", 150, "jump"},
                           {"next_page_p99", "ms", 150, "next_page_p99"},
                           {"frame_cpu_p99", "ms", 16, "frame_cpu_p99"},
                           {"save_p99", "ms", 100, "save_p99"},
                           {"stall", "ms", 100, "stall"},
                           {"memory", "MB", 150, "memory_after_jump"},
                           {"search_built", "s", 0, nullptr}};

} // namespace

int printReport(const Figures &figures, const Figures &reference, bool json)
{
    int code = 0;
    for (const Line &line : kLines) {
        const auto found = figures.find(line.name);
        const double value = found == figures.end() ? -1 : found->second;
        if (value < 0 || (line.budget > 0 && value > line.budget))
            code = 1;
        QJsonObject object{
            {QStringLiteral("name"), QString(QStringLiteral("queue.") + QLatin1String(line.name))},
            {QStringLiteral("value"), value},
            {QStringLiteral("unit"), QLatin1String(line.unit)}};
        if (line.budget > 0)
            object[QStringLiteral("budget")] = line.budget;
        const auto other = line.reference == nullptr ? reference.end() : reference.find(line.reference);
        if (other != reference.end()) {
            object[QStringLiteral("reference")] = QStringLiteral("QSqlTableModel");
            object[QStringLiteral("reference_value")] = other->second;
        }
        if (json) {
            std::printf("%s\n", QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
            continue;
        }
        std::printf("%-20s %10.2f %-3s", line.name, value, line.unit);
        if (line.budget > 0)
            std::printf("  budget %6.0f", line.budget);
        if (other != reference.end())
            std::printf("  QSqlTableModel %10.2f", other->second);
        std::printf("\n");
    }
    return code;
}

} // namespace tongban::desktop
