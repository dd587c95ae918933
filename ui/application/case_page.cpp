// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/application/case_page.h"

#include "ui/application/clock_panel.h"
#include "ui/application/event_table.h"
#include "ui/base/section.h"
#include "ui/base/text.h"
#include "ui/base/when_done.h"

#include <QLabel>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace tongban::ui {

/// A case in the words of the screen, made on the workspace's thread.
struct CasePage::Page {
    QString serial;
    QString title;
    QString facts;
    std::vector<permit::ClockReading> clocks;
    QString explanation;
    std::vector<EventLine> events;
};

CasePage::CasePage(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
                   QWidget *parent)
    : QScrollArea(parent), m_workspace(workspace), m_language(language), m_body(new QWidget(this)),
      m_empty(new QLabel(m_body)), m_title(new QLabel(m_body)), m_facts(new QLabel(m_body)),
      m_clockSection(new Section(m_body)), m_clocks(new ClockPanel(theme, m_body)),
      m_reasonSection(new Section(m_body)), m_reasons(new QTextBrowser(m_body)),
      m_events(new EventTable(m_body))
{
    setObjectName(QStringLiteral("casePage"));
    setAccessibleName(tr("Case"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    m_title->setObjectName(QStringLiteral("caseTitle"));
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_title->setWordWrap(true);
    m_facts->setObjectName(QStringLiteral("caseFacts"));
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_facts->setWordWrap(true);
    m_empty->setText(tr("No case is chosen. Choose one in the list, or press / and type its number."));
    m_empty->setWordWrap(true);
    m_reasons->setObjectName(QStringLiteral("caseReasons"));
    m_reasons->setAccessibleName(tr("The decision and its reasons"));
    m_reasons->setOpenLinks(false);
    sizeReasons();
    m_clockSection->setTitle(tr("Limits"));
    m_clockSection->setBody(m_clocks);
    m_reasonSection->setTitle(tr("The decision and its reasons"));
    m_reasonSection->setBody(m_reasons);
    auto *eventSection = new Section(m_body);
    eventSection->setTitle(tr("Every act on this case"));
    eventSection->setBody(m_events);
    auto *layout = new QVBoxLayout(m_body);
    layout->setSpacing(fontMetrics().height());
    for (QWidget *part : {static_cast<QWidget *>(m_empty), static_cast<QWidget *>(m_title),
                          static_cast<QWidget *>(m_facts), static_cast<QWidget *>(m_clockSection),
                          static_cast<QWidget *>(m_reasonSection), static_cast<QWidget *>(eventSection)})
        layout->addWidget(part);
    layout->addStretch(1);
    setWidget(m_body);
    connect(m_clocks, &ClockPanel::chosen, this, &CasePage::showClock);
    connect(&theme, &Theme::changed, this, &CasePage::sizeReasons);
    setEmpty(true);
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
    const service::CaseStory story = TRY(service::caseStory(workspace, key, language));
    const permit::Workflow &workflow = *workspace.resources().workflow;
    const bool isChinese = language == approval::Language::Chinese;
    const permit::Title &state = workflow.title(story.state.state);
    Page page;
    page.serial = qt(story.line.serial);
    page.title = page.serial + QStringLiteral("  ")
        + qt(isChinese ? story.line.itemNameZh : story.line.itemNameEn) + QStringLiteral("  ")
        + qt(isChinese ? state.zh : state.en);
    page.facts = tr("%1, %2. Received %3 through %4, external number %5.")
                     .arg(qt(story.line.applicantName), qt(story.line.applicantId),
                          minuteText(story.line.receivedAt), qt(story.line.channel), qt(story.externalNo));
    if (!story.duplicateOf.empty())
        page.facts += QLatin1Char(' ') + tr("Looks like the earlier case %1.").arg(qt(story.duplicateOf));
    page.clocks = story.clocks;
    page.explanation = qt(story.explanation);
    page.events = eventLines(story.events, workflow, language);
    return page;
}

void CasePage::fill(const Page &page)
{
    setEmpty(false);
    m_key = utf8(page.serial);
    m_title->setText(page.title);
    m_facts->setText(page.facts);
    m_clockSection->setVisible(!page.clocks.empty());
    m_clocks->show(page.clocks);
    m_reasons->setMarkdown(page.explanation.isEmpty() ? tr("People decide this item; no rules were applied.")
                                                      : page.explanation);
    m_hasReasons = !page.explanation.isEmpty();
    sizeReasons();
    m_events->show(page.events);
    ensureVisible(0, 0);
    Q_EMIT shown(page.serial);
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

/// A page of reasons gets room for a page, one sentence that for a sentence.
void CasePage::sizeReasons()
{
    m_reasons->setFixedHeight(fontMetrics().height() * (m_hasReasons ? 18 : 3));
}

void CasePage::setEmpty(bool empty)
{
    for (QObject *child : m_body->children())
        if (auto *part = qobject_cast<QWidget *>(child))
            part->setVisible((part == m_empty) == empty);
}

} // namespace tongban::ui
