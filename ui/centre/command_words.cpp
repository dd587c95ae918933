// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/centre/command_words.h"

#include "ui/base/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace tongban::ui {

namespace {

/// Puts acts, states and roles into the words of the published table.
class CommandWords
{
    Q_DECLARE_TR_FUNCTIONS(tongban::ui::CommandWords)

public:
    CommandWords(const service::Workspace &workspace, approval::Language language)
        : m_workflow(*workspace.resources().workflow), m_isChinese(language == approval::Language::Chinese)
    {
    }

    QString act(const std::string &name) const
    {
        if (name == "claim")
            return tr("claim");
        const auto known = permit::parseAct(name);
        return known ? word(m_workflow.title(*known)) : qt(name);
    }
    QString state(const std::string &name) const
    {
        const auto known = permit::parseState(name);
        return known ? word(m_workflow.title(*known)) : qt(name);
    }
    QString role(const std::string &name) const
    {
        const auto known = permit::parseRole(name);
        return known ? word(m_workflow.title(*known)) : qt(name);
    }
    CommandLine line(service::OutboxLine line) const
    {
        CommandLine made;
        made.act = act(line.act);
        made.caseName = line.serial.empty() ? tr("no longer here") : qt(line.serial);
        made.line = std::move(line);
        return made;
    }
    std::vector<CommandReport::Row> rows(const service::CommandConflict &conflict) const;
    std::vector<CommandReport::Event> since(const service::CommandConflict &conflict) const;

private:
    QString word(const permit::Title &title) const { return qt(m_isChinese ? title.zh : title.en); }
    /// Of the program's own acts it is a code, which the case's page puts into words.
    static QString reason(const service::StoryEvent &event)
    {
        return event.role == "system" ? QString() : qt(event.reason);
    }

    const permit::Workflow &m_workflow;
    bool m_isChinese;
};

std::vector<CommandReport::Row> CommandWords::rows(const service::CommandConflict &conflict) const
{
    const bool isThere = !conflict.state.empty();
    const service::StoryEvent *last = conflict.since.empty() ? nullptr : &conflict.since.back();
    std::vector<CommandReport::Row> rows;
    const auto add = [&rows](const QString &title, const QString &here, const QString &there) {
        if (!here.isEmpty() || !there.isEmpty())
            rows.push_back({title, here, there, here != there});
    };
    add(tr("The case"), conflict.seenVersion == 0 ? tr("was to be opened") : state(conflict.seenState),
        isThere ? state(conflict.state) : tr("is not there"));
    add(tr("Act"), act(conflict.line.act), act(conflict.lastAct));
    add(tr("By"), tr("this desktop, as %1").arg(role(conflict.role)),
        conflict.lastActor.empty() ? QString() : qt(conflict.lastActor));
    add(tr("When"), minuteText(conflict.line.madeAt),
        conflict.lastAt ? minuteText(*conflict.lastAt) : QString());
    if (!conflict.request)
        return rows;
    const permit::ActRequest &request = *conflict.request;
    add(tr("Reason"), qt(request.reason), last == nullptr ? QString() : reason(*last));
    add(tr("Basis"), qt(request.basis), last == nullptr ? QString() : qt(last->basis));
    add(tr("Document"), qt(request.document), {});
    add(tr("Until"), request.dueOn ? dayText(*request.dueOn) : QString(), {});
    add(tr("Waybill"), qt(request.waybill), {});
    add(tr("Receiver"), qt(request.receiver), {});
    QStringList defects;
    for (const permit::Defect &defect : request.defects)
        defects += qt(m_isChinese || defect.textEn.empty() ? defect.textZh : defect.textEn);
    add(tr("Defects"), defects.join(QLatin1Char('\n')), {});
    add(tr("Decision"), {}, conflict.outcome.empty() ? QString() : state(conflict.outcome));
    return rows;
}

std::vector<CommandReport::Event> CommandWords::since(const service::CommandConflict &conflict) const
{
    std::vector<CommandReport::Event> events;
    for (const service::StoryEvent &event : conflict.since)
        events.push_back({minuteText(event.at), act(event.act),
                          tr("%1 (%2)").arg(qt(event.actor), role(event.role)), reason(event)});
    return events;
}

} // namespace

Result<CommandList> commandList(service::Workspace &workspace, bool all, approval::Language language)
{
    const CommandWords words(workspace, language);
    auto lines = TRY(service::outboxLines(workspace, all));
    std::erase_if(lines, [](const service::OutboxLine &line) { return line.act == "claim"; });
    CommandList list;
    list.total = static_cast<std::int64_t>(lines.size());
    std::ranges::reverse(lines);
    // What waits for a person comes first, however old it is.
    std::ranges::stable_partition(lines,
                                  [](const service::OutboxLine &line) { return line.state == "attention"; });
    for (service::OutboxLine &line : lines) {
        if (list.lines.size() == static_cast<std::size_t>(kMostCommands))
            break;
        list.lines.push_back(words.line(std::move(line)));
    }
    return list;
}

Result<CommandReport> commandReport(service::Workspace &workspace, const std::string &id,
                                    approval::Language language)
{
    const CommandWords words(workspace, language);
    service::CommandConflict conflict = TRY(service::commandConflict(workspace, id));
    CommandReport report;
    report.rows = words.rows(conflict);
    report.since = words.since(conflict);
    report.doneBehind = conflict.doneBehind;
    report.canBeFilledIn = conflict.seenVersion > 0 && !conflict.state.empty();
    report.request = std::move(conflict.request);
    report.command = words.line(std::move(conflict.line));
    return report;
}

} // namespace tongban::ui
