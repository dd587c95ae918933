// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/application/case_page.h"

#include "ui/application/case_body.h"
#include "ui/application/clock_panel.h"
#include "ui/application/event_table.h"
#include "ui/application/seen_dialog.h"
#include "ui/base/fold.h"
#include "ui/base/text.h"
#include "ui/base/when_done.h"
#include "ui/words/actor_words.h"

#include <QLabel>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace tongban::ui {

/// A case in the words of the screen, made on the workspace's thread.
struct CasePage::Page {
    service::CaseView view;
    std::vector<permit::ClockReading> clocks;
    std::vector<service::StoryEvent> story;
    std::vector<EventLine> events;
};

CasePage::CasePage(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
                   QWidget *parent)
    : QScrollArea(parent), m_workspace(workspace), m_theme(theme), m_language(language),
      m_sheet(new QWidget(this)), m_empty(new QLabel(m_sheet)), m_title(new QLabel(m_sheet)),
      m_facts(new QLabel(m_sheet)), m_body(new CaseBody(theme, m_sheet)),
      m_clocks(new ClockPanel(theme, m_sheet)),
      m_clockFold(new Fold(QStringLiteral("caseClocks"), tr("Limits"), QStringLiteral("6"), m_sheet)),
      m_events(new EventTable(theme, m_sheet))
{
    setObjectName(QStringLiteral("casePage"));
    setAccessibleName(tr("Case"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    m_title->setObjectName(QStringLiteral("caseTitle"));
    m_facts->setObjectName(QStringLiteral("caseFacts"));
    for (QLabel *label : {m_title, m_facts}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        label->setWordWrap(true);
    }
    QFont large = m_title->font();
    large.setBold(true);
    m_title->setFont(large);
    m_empty->setText(tr("No case is chosen. Choose one in the list, or press / and type its number."));
    m_empty->setWordWrap(true);
    auto *layout = new QVBoxLayout(m_sheet);
    layout->setSpacing(fontMetrics().height() / 2);
    for (QWidget *part : {static_cast<QWidget *>(m_empty), static_cast<QWidget *>(m_title),
                          static_cast<QWidget *>(m_facts), static_cast<QWidget *>(m_body)})
        layout->addWidget(part);
    layout->addStretch(1);
    setWidget(m_sheet);
    m_parts = {m_body->evidence(), m_body->fields(), m_body->materials(), m_body->proposal(),
               m_body->related()};
    m_clockFold->addPart(m_clocks);
    addPart(m_clockFold);
    auto *events =
        new Fold(QStringLiteral("caseEvents"), tr("Every act on this case"), QStringLiteral("7"), m_sheet);
    events->addPart(m_events);
    addPart(events);
    connect(m_clocks, &ClockPanel::chosen, this, &CasePage::showClock);
    connect(m_events, &QTableWidget::itemActivated, this,
            [this](const QTableWidgetItem *item) { showSeen(item->row()); });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &CasePage::lookForEvidence);
    setEmpty(true);
}

QSize CasePage::sizeHint() const
{
    constexpr int kCharacters = 50;
    return {fontMetrics().averageCharWidth() * kCharacters, QScrollArea::sizeHint().height()};
}

void CasePage::addPart(Fold *part)
{
    auto *layout = static_cast<QVBoxLayout *>(m_sheet->layout());
    layout->insertWidget(layout->count() - 1, part);
    m_parts += part;
}

void CasePage::show(const QString &key)
{
    m_key = utf8(key);
    if (m_key.empty())
        return setEmpty(true);
    const auto work = [wanted = m_key, language = m_language](service::Workspace &workspace) {
        return read(workspace, wanted, language);
    };
    whenDone(this, m_workspace.run(work), [this, wanted = m_key](const Result<Page> &page) {
        if (wanted != m_key)
            return;
        if (page)
            return fill(*page);
        setEmpty(true);
        Q_EMIT failed(page.error());
    });
}

Result<CasePage::Page> CasePage::read(service::Workspace &workspace, const std::string &key,
                                      approval::Language language)
{
    Page page;
    page.view = TRY(service::caseView(workspace, key, language));
    service::CaseStory story = TRY(service::caseStory(workspace, page.view.serial, language));
    page.clocks = std::move(story.clocks);
    page.story = std::move(story.events);
    page.events = eventLines(page.story, workspace, language);
    return page;
}

void CasePage::fill(const Page &page)
{
    setEmpty(false);
    const service::CaseView &view = page.view;
    m_key = view.serial;
    m_story = page.story;
    m_title->setText(
        QStringLiteral("%1  %2  %3").arg(qt(view.serial), qt(view.itemName), qt(view.stateName)));
    QString facts = tr("%1, %2. Received %3 through %4, external number %5.")
                        .arg(qt(view.applicantName), qt(view.applicantId), minuteText(view.receivedAt),
                             channelTitle(view.channel), qt(view.externalNo));
    if (!view.duplicateOf.empty())
        facts += QLatin1Char(' ') + tr("Looks like the earlier case %1.").arg(qt(view.duplicateOf));
    m_facts->setText(facts);
    m_body->show(view);
    m_clockFold->setVisible(!page.clocks.empty());
    m_clocks->show(page.clocks);
    m_events->show(page.events);
    verticalScrollBar()->setValue(0);
    // In sight is decided once the tables have their height.
    QTimer::singleShot(0, this, &CasePage::lookForEvidence);
    Q_EMIT shown(qt(view.serial));
}

/// Evidence that is in sight counts as opened: nobody should press a key for what he looks at.
void CasePage::lookForEvidence()
{
    const Fold *evidence = m_body->evidence();
    if (evidence->isOpen() && evidence->isVisible() && !evidence->visibleRegion().isEmpty())
        m_body->markEvidenceOpened();
}

void CasePage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    lookForEvidence();
}

void CasePage::reveal(Fold *part)
{
    part->reveal();
    const Fold *target = part->isOpen() ? part : m_body->evidence();
    // The part may be higher than the page: its title goes to the top.
    QTimer::singleShot(0, this, [this, target] {
        verticalScrollBar()->setValue(target->mapTo(m_sheet, QPoint()).y()
                                      - m_sheet->contentsMargins().top());
    });
}

void CasePage::showClock(permit::ClockKind kind)
{
    const auto work = [key = m_key, kind](service::Workspace &workspace) {
        return service::caseClock(workspace, key, kind);
    };
    whenDone(this, m_workspace.run(work), [this, key = m_key](const Result<DeadlineAccount> &account) {
        if (key == m_key && account)
            m_clocks->showStrip(*account);
    });
}

int CasePage::chosenAct() const
{
    return m_events->hasFocus() ? m_events->currentRow() + 1 : 0;
}

void CasePage::showSeen(int row)
{
    const service::StoryEvent event = m_story[static_cast<std::size_t>(row)];
    if (!service::namesWhatWasSeen(event))
        return;
    const auto read = [event](service::Workspace &workspace) {
        return service::seenBefore(workspace, event);
    };
    whenDone(this, m_workspace.run(read), [this, event](const Result<service::CaseView> &view) {
        if (!view)
            return Q_EMIT failed(view.error());
        auto *dialog =
            new SeenDialog(*view, tr("%1, %2,").arg(qt(event.actor), minuteText(event.at)), m_theme, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

void CasePage::setEmpty(bool empty)
{
    m_empty->setVisible(empty);
    for (QWidget *part :
         {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_facts), static_cast<QWidget *>(m_body)})
        part->setVisible(!empty);
    for (Fold *part : m_parts)
        if (part->parentWidget() == m_sheet)
            part->setVisible(!empty);
}

} // namespace tongban::ui
