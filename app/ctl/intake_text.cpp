// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/intake_text.h"

#include "app/ctl/session.h"
#include "app/ctl/table.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace tongban::ctl {

std::string intakeText(const Session &session, const service::IntakeReport &report)
{
    const auto count = [](std::int64_t value) {
        return grouped(value);
    };
    std::string out;
    if (report.wasFinished)
        out += std::string(session.text("这个文件以前已经收完,没有作任何改动。\n",
                                        "This very file was taken in before; nothing was changed.\n"));
    else if (report.resumed)
        out +=
            std::string(session.text("接着上次停下的地方继续。\n", "Went on where the last run stopped.\n"));
    out += std::string(session.text("共读 ", "Lines read ")) + count(report.lines)
        + std::string(session.text(" 行:新收 ", ": new cases ")) + count(report.accepted)
        + std::string(session.text(",重复 ", ", repeated ")) + count(report.repeated)
        + std::string(session.text(",搁置 ", ", set aside ")) + count(report.quarantined)
        + std::string(session.text(",空行等 ", ", empty ")) + count(report.blank) + "\n";
    if (!report.finished)
        out += std::string(session.text("已停止;再次运行同一命令将从这里继续。\n",
                                        "Stopped; the same command goes on from here.\n"));
    if (report.faults.empty())
        return out;
    Table table({{std::string(session.text("字段", "field"))},
                 {std::string(session.text("原因", "reason"))},
                 {std::string(session.text("次数", "count")), Table::Align::Right}});
    for (const service::IntakeFault &fault : report.faults)
        table.addRow({fault.field.empty() ? "-" : fault.field, fault.reason, count(fault.count)});
    return out + table.text() + std::string(session.text("搁置的行在 ", "The lines set aside are in "))
        + report.quarantineFile.string() + "\n";
}

nlohmann::ordered_json intakeJson(const service::IntakeReport &report)
{
    nlohmann::ordered_json faults = nlohmann::ordered_json::array();
    for (const service::IntakeFault &fault : report.faults)
        faults.push_back({{"field", fault.field}, {"reason", fault.reason}, {"count", fault.count}});
    return {{"lines", report.lines},
            {"accepted", report.accepted},
            {"repeated", report.repeated},
            {"quarantined", report.quarantined},
            {"blank", report.blank},
            {"finished", report.finished},
            {"resumed", report.resumed},
            {"was_finished", report.wasFinished},
            {"quarantine_file", report.quarantineFile.string()},
            {"faults", std::move(faults)}};
}

service::Progress progressOf(Session &session, std::string_view label)
{
    return {&session.stop(), [&session, text = std::string(label)](std::int64_t done, std::int64_t total) {
                session.progress(
                    text + " "
                    + (total > 0 ? std::to_string(std::min<std::int64_t>(100, done * 100 / total)) + " %"
                                 : grouped(done)));
            }};
}

} // namespace tongban::ctl
