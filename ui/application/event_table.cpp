// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/application/event_table.h"

#include "core/approval/decision.h"
#include "ui/base/text.h"
#include "ui/words/actor_words.h"
#include "ui/words/reason_words.h"

namespace tongban::ui {

std::vector<EventLine> eventLines(const std::vector<service::StoryEvent> &events,
                                  const service::Workspace &workspace, approval::Language language)
{
    const permit::Workflow &workflow = *workspace.resources().workflow;
    const auto word = [language](const permit::Title &title) {
        return qt(language == approval::Language::Chinese ? title.zh : title.en);
    };
    std::vector<EventLine> lines;
    for (const service::StoryEvent &event : events) {
        EventLine &line = lines.emplace_back();
        const auto act = permit::parseAct(event.act);
        const auto role = permit::parseRole(event.role);
        const auto reason = approval::Reason::parse(event.reason);
        line.at = minuteText(event.at);
        line.act = act ? word(workflow.title(*act)) : qt(event.act);
        line.actor = actorTitle(event.actor);
        line.role = role ? word(workflow.title(*role)) : qt(event.role);
        line.reason = reasonSentence(event.reason,
                                     reason && !reason->finding.empty()
                                         ? service::findingWords(workspace, reason->finding, language)
                                         : std::string());
        line.basis = qt(event.basis);
        if (event.n > 0)
            line.place = QStringLiteral("%1 / %2").arg(event.district).arg(event.n);
        line.namesSeen = service::namesWhatWasSeen(event);
    }
    return lines;
}

EventTable::EventTable(const Theme &theme, QWidget *parent)
    : WrapTable(QStringLiteral("eventTable"), tr("Every act on this case"),
                {{tr("When"), 3}, {tr("Act"), 4}, {tr("By"), 3}, {tr("Reason and basis"), 9}}, theme, parent)
{
}

void EventTable::show(const std::vector<EventLine> &lines)
{
    std::vector<std::vector<WrapCell>> rows;
    for (const EventLine &line : lines) {
        QStringList why;
        for (const QString &part : {line.reason, line.basis})
            if (!part.isEmpty())
                why += part;
        if (line.place.isEmpty())
            why += tr("Done at this desktop; the centre has not confirmed it yet.");
        if (line.namesSeen)
            why += tr("(Enter shows what was on the screen)");
        const QString place = line.place.isEmpty() ? QString() : tr("Place in the chain: %1").arg(line.place);
        rows.push_back({{line.at, Tone::Muted, false, place},
                        {line.act, Tone::Plain, true},
                        {tr("%1 (%2)").arg(line.actor, line.role)},
                        {why.join(QLatin1Char('\n'))}});
    }
    setRows(std::move(rows));
}

} // namespace tongban::ui
