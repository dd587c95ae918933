// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/application/act_panel.h"

#include "core/service/workspace/drafts.h"
#include "ui/application/act_preview.h"
#include "ui/application/act_words.h"
#include "ui/base/error_text.h"
#include "ui/base/text.h"
#include "ui/base/when_done.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

namespace tongban::ui {

ActPanel::ActPanel(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
                   const service::SignedIn &person, QWidget *parent)
    : QFrame(parent), m_workspace(workspace), m_theme(theme), m_language(language), m_person(person),
      m_title(new QLabel(this)), m_scroll(new QScrollArea(this)),
      m_preview(new ActPreview(workspace, language, person, this)),
      m_middle(new QBoxLayout(QBoxLayout::LeftToRight)), m_problem(new QLabel(this)),
      m_go(new QPushButton(this)), m_cancel(new QPushButton(tr("Back (Esc)"), this)),
      m_autosave(new Autosave(this))
{
    setObjectName(QStringLiteral("actPanel"));
    setAccessibleName(tr("Act"));
    setFrameShape(QFrame::StyledPanel);
    m_title->setWordWrap(true);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    m_problem->setObjectName(QStringLiteral("actProblem"));
    m_problem->setWordWrap(true);
    m_go->setObjectName(QStringLiteral("actGo"));
    m_go->setAutoDefault(true);
    m_cancel->setObjectName(QStringLiteral("actCancel"));
    m_cancel->setAutoDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_go);
    buttons->addWidget(m_cancel);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    m_middle->addWidget(m_scroll, 3);
    m_middle->addWidget(m_preview, 2);
    layout->addLayout(m_middle, 1);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    connect(m_go, &QPushButton::clicked, this, &ActPanel::submit);
    connect(m_cancel, &QPushButton::clicked, this, &ActPanel::leave);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &ActPanel::submit);
    }
    connect(m_preview, &ActPreview::failed, this, &ActPanel::failed);
    connect(m_autosave, &Autosave::due, this, &ActPanel::keep);
    connect(m_autosave, &Autosave::failed, this, [this](const Error &error) {
        m_problem->setText(tr("What you type cannot be written to the disk at present [%1]. It is all still "
                              "here; make room on the disk, and it is written by itself.")
                               .arg(errorCode(error)));
    });
    connect(m_autosave, &Autosave::recovered, m_problem, &QLabel::clear);
    const auto workflowOf = [](service::Workspace &open) -> Result<std::shared_ptr<const permit::Workflow>> {
        return open.resources().workflow;
    };
    whenDone(this, m_workspace.run(workflowOf),
             [this](const Result<std::shared_ptr<const permit::Workflow>> &workflow) {
                 if (workflow)
                     m_workflow = *workflow;
             });
    hide();
}

void ActPanel::open(const QString &serial, std::shared_ptr<const service::CaseDesk> desk, permit::Act act,
                    const QString &title)
{
    leave();
    const service::ActOffer *offer = desk->offer(act);
    if (offer == nullptr || !offer->isPossible())
        return;
    m_desk = std::move(desk);
    m_serial = serial;
    m_act = act;
    m_actTitle = title;
    m_title->setText(QStringLiteral("<b>%1</b>  %2").arg(title.toHtmlEscaped(), serial.toHtmlEscaped()));
    m_form = new ActForm(*m_desk, *offer, m_theme, m_language, m_scroll);
    m_scroll->setWidget(m_form);
    m_scroll->setMinimumHeight(qMin(m_form->sizeHint().height(), fontMetrics().height() * 16));
    m_scroll->setVisible(!offer->inputs.empty());
    m_pristine = m_form->draft();
    if (hasDraft(serial, act))
        m_form->setDraft(m_drafts[serial][act]);
    connect(m_form, &ActForm::edited, this, [this] {
        m_unwritten.insert(m_serial);
        m_autosave->touched();
        m_preview->refreshSoon();
    });
    const QString serve = serveTitle(act);
    m_go->setText(tr("%1 (Ctrl+Enter)").arg(serve.isEmpty() ? title : serve));
    m_go->setEnabled(true);
    m_problem->clear();
    show();
    if (!offer->inputs.empty())
        m_preview->open(serial, act, [this] { return m_form->act(); });
    setMinimumHeight(m_preview->isVisible() ? fontMetrics().height() * 24 : 0);
    if (hasDraft(serial, act))
        m_form->focusFirst(); // Whoever comes back goes on writing.
    else if (!m_form->focusFirstEmpty())
        m_cancel->setFocus();
}

/// The page stands beside the form where both have room, otherwise below it.
void ActPanel::arrange()
{
    constexpr int kCharactersForBoth = 115;
    const bool isBeside = width() >= fontMetrics().averageCharWidth() * kCharactersForBoth;
    m_middle->setDirection(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    // Below each other, the form takes what it needs and the page all the rest.
    m_scroll->setSizePolicy(QSizePolicy::Preferred, isBeside ? QSizePolicy::Preferred : QSizePolicy::Maximum);
}

void ActPanel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrange();
}

void ActPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

void ActPanel::leave()
{
    if (m_form == nullptr)
        return;
    m_autosave->flush();
    close();
    Q_EMIT left();
}

/// The window may go while somebody types: signing out, another language, the end of the day.
ActPanel::~ActPanel()
{
    if (m_form != nullptr)
        m_form->disconnect(this);
    m_autosave->flush();
}

bool ActPanel::hasDraft(const QString &serial, permit::Act act) const
{
    const auto drafts = m_drafts.find(serial);
    return drafts != m_drafts.end() && drafts->second.contains(act);
}

void ActPanel::restore(const QString &serial, const ActDrafts &drafts)
{
    m_drafts.try_emplace(serial, drafts);
}

void ActPanel::fill(const QString &serial, permit::Act act, const ActDraft &draft)
{
    m_drafts[serial][act] = draft;
    m_unwritten.insert(serial);
    m_autosave->touched();
}

/// The open form into the drafts; one that nobody touched is none.
void ActPanel::take()
{
    if (m_form == nullptr)
        return;
    const ActDraft draft = m_form->draft();
    if (draft == m_pristine)
        m_drafts[m_serial].erase(m_act);
    else
        m_drafts[m_serial][m_act] = draft;
}

void ActPanel::keep()
{
    take();
    // What is typed while this is under way counts as unwritten again.
    for (const QString &serial : std::exchange(m_unwritten, {})) {
        const service::DraftKey key{m_person.account.name, "act", utf8(serial)};
        const auto write = [key, drafts = m_drafts[serial]](service::Workspace &workspace) -> Result<> {
            return drafts.empty() ? service::dropDraft(workspace, key)
                                  : service::keepDraft(workspace, key, draftText(drafts));
        };
        whenDone(m_autosave, m_workspace.run(write), [this, serial](const Result<> &result) {
            if (!result)
                m_unwritten.insert(serial);
            m_autosave->written(result);
        });
    }
}

void ActPanel::close()
{
    m_preview->close();
    hide();
    delete m_scroll->takeWidget();
    m_form = nullptr;
}

void ActPanel::submit()
{
    if (m_form == nullptr || !m_go->isEnabled())
        return;
    m_form->clearProblems();
    m_problem->clear();
    if (m_form->hasUnreadableDay()) {
        showRefusals({{permit::ActProblem::DueDayMissing, {}, {}, 0}});
        return;
    }
    m_go->setEnabled(false); // Once: a second Enter must not do it to the next case.
    service::DeskAct filled = m_form->act();
    if (m_seen)
        filled.seen = m_seen();
    const auto work = [serial = utf8(m_serial), person = m_person,
                       act = std::move(filled)](service::Workspace &workspace) {
        return service::actAtDesk(workspace, serial, person, act);
    };
    whenDone(this, m_workspace.run(work),
             [this, serial = m_serial, act = m_act](const Result<service::DeskOutcome> &outcome) {
                 answer(serial, act, outcome);
             });
}

void ActPanel::answer(const QString &serial, permit::Act act, const Result<service::DeskOutcome> &outcome)
{
    const bool isHere = m_form != nullptr && m_serial == serial && m_act == act;
    if (isHere)
        m_go->setEnabled(true);
    if (!outcome) {
        if (isHere)
            m_problem->setText(errorLine(outcome.error()));
        Q_EMIT failed(outcome.error());
        return;
    }
    if (outcome->signature != service::SignInAnswer::Problem::None || !outcome->act.refusals.empty()) {
        if (!isHere)
            return;
        const QString signature = signatureText(outcome->signature);
        if (!signature.isEmpty() && !m_form->showProblem(service::ActInput::Signer, signature))
            m_problem->setText(signature);
        return showRefusals(outcome->act.refusals);
    }
    const QString title = m_actTitle;
    if (isHere)
        close();
    m_drafts[serial].erase(act);
    m_unwritten.insert(serial);
    keep();
    Q_EMIT done(serial, act, title);
    if (!outcome->act.warning.empty())
        Q_EMIT warned(tr("The act is done and kept, but its witness could not be written; tell support."));
}

void ActPanel::showRefusals(const std::vector<permit::ActRefusal> &refusals)
{
    QStringList rest;
    // Backwards, so that the first field with a problem has the focus in the end.
    for (auto refusal = refusals.rbegin(); m_workflow && refusal != refusals.rend(); ++refusal) {
        const QString text = refusalText(*refusal, *m_workflow, m_language);
        const auto input = service::inputFor(refusal->problem);
        if (!input || !m_form->showProblem(*input, text))
            rest.prepend(text);
    }
    if (!rest.isEmpty())
        m_problem->setText(rest.join(QLatin1Char(' ')));
}

} // namespace tongban::ui
