// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/application/past_page.h"

#include "core/base/text.h"
#include "ui/application/case_body.h"
#include "ui/application/clock_panel.h"
#include "ui/base/flow_layout.h"
#include "ui/base/fold.h"
#include "ui/base/text.h"
#include "ui/base/when_done.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace tongban::ui {

/// Made on the workspace's thread.
struct PastPage::Page {
    service::PastCase past;
    std::vector<EventLine> events;
};

PastPage::PastPage(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
                   QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_theme(theme), m_language(language),
      m_problem(new QLabel(this)), m_area(new QScrollArea(this)), m_title(new QLabel(m_area)),
      m_body(new CaseBody(theme, m_area)), m_clocks(new ClockPanel(theme, m_area)),
      m_events(new EventTable(theme, m_area))
{
    setObjectName(QStringLiteral("pastPage"));
    m_band = makeBand();
    m_problem->setObjectName(QStringLiteral("pastProblem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_title->setObjectName(QStringLiteral("pastTitle"));
    m_title->setWordWrap(true);
    m_events->setObjectName(QStringLiteral("pastEvents"));
    QFont strong = m_title->font();
    strong.setBold(true);
    m_title->setFont(strong);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setAccessibleName(tr("The case as it stood"));
    auto *sheet = new QWidget(m_area);
    auto *column = new QVBoxLayout(sheet);
    column->addWidget(m_title);
    column->addWidget(m_body);
    auto *clocks = new Fold(QStringLiteral("pastClocks"), tr("Limits, as they read on that day"), {}, sheet);
    clocks->addPart(m_clocks);
    column->addWidget(clocks);
    auto *events = new Fold(QStringLiteral("pastActs"), tr("Acts done by then"), {}, sheet);
    events->addPart(m_events);
    column->addWidget(events);
    column->addStretch(1);
    m_area->setWidget(sheet);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_band);
    layout->addWidget(m_problem);
    layout->addWidget(m_area, 1);
    connect(m_events, &QTableWidget::itemActivated, this, [this](const QTableWidgetItem *item) {
        read({item->row() + 1, {}});
    });
    connect(m_clocks, &ClockPanel::chosen, this, [this](permit::ClockKind kind) {
        for (const auto &[of, account] : m_accounts)
            if (of == kind)
                return m_clocks->showStrip(account);
    });
    connect(&theme, &Theme::changed, this, &PastPage::colour);
    colour();
    fit();
}

QWidget *PastPage::makeBand()
{
    auto *band = new QWidget(this);
    band->setObjectName(QStringLiteral("pastBand"));
    band->setAutoFillBackground(true);
    m_words = new QLabel(band);
    m_words->setObjectName(QStringLiteral("pastWords"));
    m_words->setWordWrap(true);
    auto *tools = new QWidget(band);
    auto *row = new FlowLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    m_moment = new QLineEdit(tools);
    m_moment->setObjectName(QStringLiteral("pastMoment"));
    m_moment->setPlaceholderText(tr("2026-11-23 or 2026-11-23 10:03"));
    m_moment->setAccessibleName(tr("Day, or day and time"));
    row->addWidget(m_moment);
    m_earlier = addButton(*row, "pastEarlier", tr("One act earlier"), Qt::ALT | Qt::Key_Left);
    m_later = addButton(*row, "pastLater", tr("One act later"), Qt::ALT | Qt::Key_Right);
    m_back = new QPushButton(tr("Back to the present (Esc)"), tools);
    m_back->setObjectName(QStringLiteral("pastBack"));
    row->addWidget(m_back);
    auto *column = new QVBoxLayout(band);
    column->addWidget(m_words);
    column->addWidget(tools);
    connect(m_moment, &QLineEdit::returnPressed, this, &PastPage::readMoment);
    connect(m_earlier, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_later, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_back, &QPushButton::clicked, this, &PastPage::left);
    return band;
}

QPushButton *PastPage::addButton(QLayout &row, const char *name, const QString &title,
                                 const QKeySequence &key)
{
    auto *button =
        new QPushButton(tr("%1 (%2)").arg(title, key.toString(QKeySequence::NativeText)), row.parentWidget());
    button->setObjectName(QString::fromLatin1(name));
    button->setAccessibleName(title);
    button->setShortcut(key);
    row.addWidget(button);
    return button;
}

/// The band is seen whatever the look: it has the colours of the strips above the window.
/// The example of a day stands whole in its field, whatever the size of the letters.
void PastPage::fit()
{
    const int text = m_moment->fontMetrics().horizontalAdvance(m_moment->placeholderText());
    m_moment->setMinimumWidth(text + 2 * m_moment->fontMetrics().height());
}

void PastPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_moment != nullptr)
        fit();
}

void PastPage::colour()
{
    const Tokens &tokens = m_theme.tokens();
    QPalette palette = m_words->palette();
    palette.setColor(QPalette::WindowText, tokens.onBar);
    palette.setColor(QPalette::Window, tokens.practice);
    m_band->setPalette(palette);
    m_words->setPalette(palette);
    for (QWidget *tool : std::initializer_list<QWidget *>{m_moment, m_earlier, m_later, m_back})
        tool->setPalette(QWidget::palette());
    palette = m_problem->palette();
    palette.setColor(QPalette::WindowText, tokens.late);
    m_problem->setPalette(palette);
}

void PastPage::open(const QString &serial, int act)
{
    m_key = utf8(serial);
    m_acts = m_allActs = 0;
    m_problem->hide();
    m_moment->clear();
    show();
    m_moment->setFocus();
    read(act > 0 ? service::PastPoint{act, {}} : service::PastPoint{});
}

void PastPage::readMoment()
{
    const auto moment = service::parseMoment(halfWidth(utf8(m_moment->text().trimmed())));
    m_problem->setVisible(!moment);
    if (!moment)
        return m_problem->setText(tr("Enter a day such as 2026-11-23, or with the time, 2026-11-23 10:03."));
    read({{}, *moment});
}

void PastPage::step(int acts)
{
    const std::int64_t wanted = m_acts + acts;
    if (wanted >= 1 && wanted <= m_allActs)
        read({wanted, {}});
}

void PastPage::read(const service::PastPoint &point)
{
    const auto work = [key = m_key, point,
                       language = m_language](service::Workspace &workspace) -> Result<Page> {
        Page page{TRY(service::caseAsOf(workspace, key, point, language)), {}};
        page.events = eventLines(page.past.events, workspace, language);
        return page;
    };
    whenDone(this, m_workspace.run(work), [this, key = m_key](const Result<Page> &page) {
        if (key != m_key || isHidden())
            return;
        m_problem->hide();
        if (page)
            return fill(*page);
        if (page.error().code != ErrorCode::NotFound)
            return Q_EMIT failed(page.error());
        m_problem->setText(tr("There was no such case then: nothing is recorded before its first act."));
        m_problem->show();
    });
}

void PastPage::fill(const Page &page)
{
    const service::PastCase &past = page.past;
    m_acts = past.acts;
    m_allActs = past.allActs;
    m_accounts = past.accounts;
    m_words->setText(
        tr("THE PAST, read only. As the case stood on %1, after act %2 of %3. Nothing that came later "
           "is shown.")
            .arg(minuteText(past.at))
            .arg(past.acts)
            .arg(past.allActs));
    m_title->setText(QStringLiteral("%1  %2  %3")
                         .arg(qt(past.view.serial), qt(past.view.itemName), qt(past.view.stateName)));
    m_earlier->setEnabled(past.acts > 1);
    m_later->setEnabled(past.acts < past.allActs);
    m_body->show(past.view, true);
    m_clocks->show(past.clocks);
    m_events->show(page.events);
    m_area->verticalScrollBar()->setValue(0);
}

} // namespace tongban::ui
