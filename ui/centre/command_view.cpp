// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/centre/command_view.h"

#include "ui/base/text.h"
#include "ui/base/wrap_table.h"
#include "ui/centre/centre_words.h"

#include <QLabel>
#include <QVBoxLayout>

namespace tongban::ui {

CommandView::CommandView(const Theme &theme, QWidget *parent)
    : QScrollArea(parent), m_theme(theme), m_sheet(new QWidget(this)), m_title(makeText("commandTitle")),
      m_state(makeText("commandState")), m_why(makeText("commandWhy")), m_remedy(makeText("commandRemedy")),
      m_sides(new WrapTable(QStringLiteral("commandSides"), tr("Both sides"),
                            {{tr("What"), 2}, {tr("Done here"), 5}, {tr("Stands at the centre"), 5}}, theme,
                            m_sheet)),
      m_sinceTitle(makeText("commandSinceTitle")),
      m_since(new WrapTable(QStringLiteral("commandSince"), tr("What happened to the case in between"),
                            {{tr("When"), 4}, {tr("Act"), 3}, {tr("By"), 4}, {tr("Reason"), 5}}, theme,
                            m_sheet)),
      m_behind(makeText("commandBehind"))
{
    setObjectName(QStringLiteral("commandView"));
    setAccessibleName(tr("The act"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    QFont strong = m_title->font();
    strong.setBold(true);
    m_title->setFont(strong);
    m_sinceTitle->setText(tr("What happened to the case in between"));
    auto *column = new QVBoxLayout(m_sheet);
    for (QWidget *part : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_state),
                          static_cast<QWidget *>(m_why), static_cast<QWidget *>(m_remedy),
                          static_cast<QWidget *>(m_sides), static_cast<QWidget *>(m_sinceTitle),
                          static_cast<QWidget *>(m_since), static_cast<QWidget *>(m_behind)})
        column->addWidget(part);
    column->addStretch(1);
    setWidget(m_sheet);
    connect(&theme, &Theme::changed, this, &CommandView::colour);
    clear();
}

QLabel *CommandView::makeText(const char *name)
{
    auto *label = new QLabel(m_sheet);
    label->setObjectName(QString::fromLatin1(name));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

void CommandView::setParts(bool visible)
{
    for (QWidget *part :
         {static_cast<QWidget *>(m_state), static_cast<QWidget *>(m_why), static_cast<QWidget *>(m_remedy),
          static_cast<QWidget *>(m_sides), static_cast<QWidget *>(m_sinceTitle),
          static_cast<QWidget *>(m_since), static_cast<QWidget *>(m_behind)})
        part->setVisible(visible);
}

void CommandView::clear()
{
    m_title->setText(tr("No act is chosen."));
    setParts(false);
}

void CommandView::colour()
{
    const Tokens &tokens = m_theme.tokens();
    QPalette palette = m_state->palette();
    palette.setColor(QPalette::WindowText,
                     m_tone == Tone::Late       ? tokens.late
                         : m_tone == Tone::Near ? tokens.near
                         : m_tone == Tone::Good ? tokens.good
                                                : tokens.muted);
    m_state->setPalette(palette);
}

void CommandView::show(const CommandReport &report)
{
    const service::OutboxLine &line = report.command.line;
    setParts(true);
    m_title->setText(QStringLiteral("%1  %2").arg(report.command.act, report.command.caseName));
    m_state->setText(line.toldAt ? tr("%1, %2").arg(stateText(line), minuteText(*line.toldAt))
                                 : stateText(line));
    m_tone = stateTone(line);
    colour();
    const auto say = [](QLabel *label, const QString &text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    say(m_why,
        line.note.empty()
            ? outcomeText(line)
            : tr("%1\nClosed with the note: %2").arg(outcomeText(line), qt(line.note)).trimmed());
    say(m_remedy, remedyText(line));
    const bool isAside = line.state == "attention" || line.state == "closed";
    say(m_behind,
        isAside && report.doneBehind > 0 ? tr("It held nothing up: %n act(s) made after it were carried out.",
                                              nullptr, static_cast<int>(report.doneBehind))
                                         : QString());
    std::vector<std::vector<WrapCell>> rows;
    for (const CommandReport::Row &row : report.rows)
        rows.push_back(
            {{row.title, Tone::Muted},
             {row.here},
             {row.there, isAside && row.differs ? Tone::Near : Tone::Plain, isAside && row.differs}});
    m_sides->setRows(std::move(rows));
    std::vector<std::vector<WrapCell>> events;
    for (const CommandReport::Event &event : report.since)
        events.push_back(
            {{event.at, Tone::Muted}, {event.act, Tone::Plain, true}, {event.by}, {event.reason}});
    const bool hasEvents = isAside && !events.empty();
    m_sinceTitle->setVisible(hasEvents);
    m_since->setVisible(hasEvents);
    m_since->setRows(std::move(events));
}

} // namespace tongban::ui
