// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/application/case_pane.h"

#include "core/service/workspace/drafts.h"
#include "ui/application/act_panel.h"
#include "ui/application/act_words.h"
#include "ui/application/case_body.h"
#include "ui/application/case_page.h"
#include "ui/application/paper_list.h"
#include "ui/application/past_page.h"
#include "ui/base/flow_layout.h"
#include "ui/base/fold.h"
#include "ui/base/text.h"
#include "ui/base/when_done.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace tongban::ui {

using permit::Act;

namespace {

/// In the order of the menu: what happens most stands first.
constexpr std::array kMenu{Act::Grant,
                           Act::ProposeRefusal,
                           Act::GiveNotice,
                           Act::Apply,
                           Act::PreReview,
                           Act::Accept,
                           Act::AcceptConditionally,
                           Act::Decline,
                           Act::Countersign,
                           Act::RejectProposal,
                           Act::Refer,
                           Act::Supplement,
                           Act::Suspend,
                           Act::Resume,
                           Act::Extend,
                           Act::RecordEvidence,
                           Act::AwaitEvidence,
                           Act::CheckIn,
                           Act::DeliverInPerson,
                           Act::SendByCourier,
                           Act::ReturnParcel,
                           Act::Close,
                           Act::RequestHuman,
                           Act::Promise,
                           Act::WithdrawPromise,
                           Act::Withdraw,
                           Act::Revoke};

/// The act that takes another one back; nothing = only a new act can correct it.
std::optional<Act> inverse(Act act)
{
    switch (act) {
    case Act::ProposeRefusal: return Act::RejectProposal;
    case Act::Suspend: return Act::Resume;
    case Act::Promise: return Act::WithdrawPromise;
    default: return std::nullopt;
    }
}

} // namespace

CasePane::CasePane(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
                   const service::SignedIn &person, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_language(language), m_person(person),
      m_page(new CasePage(workspace, theme, language, this)),
      m_past(new PastPage(workspace, theme, language, this)), m_bar(new QWidget(this)),
      m_unfinished(new QLabel(this)), m_panel(new ActPanel(workspace, theme, language, person, this)),
      m_papers(new PaperList(workspace, theme, language, person, this)),
      m_undo(new QAction(tr("Take back"), this))
{
    m_undo->setObjectName(QStringLiteral("take_back"));
    m_bar->setObjectName(QStringLiteral("actBar"));
    auto *flow = new FlowLayout(m_bar);
    flow->setContentsMargins(6, 6, 6, 0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_bar);
    layout->addWidget(m_unfinished);
    m_unfinished->setObjectName(QStringLiteral("caseUnfinished"));
    m_unfinished->setContentsMargins(6, 6, 6, 0);
    m_unfinished->setWordWrap(true);
    m_unfinished->hide();
    layout->addWidget(m_page, 1);
    layout->addWidget(m_past, 1);
    m_past->hide();
    layout->addWidget(m_panel);
    auto *papers =
        new Fold(QStringLiteral("casePapers"), tr("Papers"), QStringLiteral("8"), m_page->widget());
    papers->addPart(m_papers);
    m_page->addPart(papers);
    makeActions();
    makePageActions();
    connect(m_page, &CasePage::shown, this, [this](const QString &serial) {
        readDesk(serial);
        m_papers->show(serial);
        Q_EMIT shown(serial);
    });
    connect(m_page, &CasePage::failed, this, &CasePane::failed);
    connect(m_past, &PastPage::failed, this, &CasePane::failed);
    connect(m_past, &PastPage::left, this, &CasePane::leavePast);
    connect(m_panel, &ActPanel::failed, this, &CasePane::failed);
    connect(m_papers, &PaperList::said, this, &CasePane::said);
    connect(m_papers, &PaperList::failed, this, &CasePane::failed);
    connect(m_panel, &ActPanel::left, this, &CasePane::showDrafts);
    connect(m_panel, &ActPanel::left, this, &CasePane::formLeft);
    connect(m_panel, &ActPanel::warned, this, &CasePane::said);
    connect(m_panel, &ActPanel::done, this, &CasePane::afterAct);
    const auto workflowOf = [](service::Workspace &open) -> Result<std::shared_ptr<const permit::Workflow>> {
        return open.resources().workflow;
    };
    whenDone(this, m_workspace.run(workflowOf),
             [this](const Result<std::shared_ptr<const permit::Workflow>> &workflow) {
                 if (!workflow)
                     return;
                 m_workflow = *workflow;
                 for (const auto &[act, action] : m_actions)
                     action->setText(titleOf(act));
             });
    tellDrafts();
}

/// After a crash or a language change: what was typed is there, but who remembers in which case.
void CasePane::tellDrafts()
{
    const auto read = [account = m_person.account.name](service::Workspace &workspace) {
        return service::draftsOf(workspace, account);
    };
    whenDone(this, m_workspace.run(read), [this](const Result<std::vector<service::DraftKey>> &drafts) {
        QStringList cases;
        for (std::size_t i = 0; drafts && i < drafts->size(); ++i)
            if ((*drafts)[i].form == "act")
                cases += qt((*drafts)[i].subject);
        if (!cases.isEmpty())
            Q_EMIT said(tr("%n unfinished form(s) are kept: %1", nullptr, static_cast<int>(cases.size()))
                            .arg(cases.mid(0, 5).join(QStringLiteral(", "))));
    });
}

void CasePane::showDrafts()
{
    QStringList words;
    for (const Act act : kMenu)
        if (m_panel->hasDraft(m_serial, act))
            words += m_buttons.at(act)->text();
    m_unfinished->setVisible(!words.isEmpty());
    m_unfinished->setText(
        tr("Unfinished here, with what you typed: %1").arg(words.join(QStringLiteral(", "))));
}

void CasePane::makeActions()
{
    for (const Act act : kMenu) {
        auto *action = new QAction(this);
        action->setObjectName(QStringLiteral("act_") + qt(permit::name(act)));
        action->setShortcut(actKey(act));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setEnabled(false);
        m_actions[act] = action;
        connect(action, &QAction::triggered, this, [this, act] { open(act); });
        auto *button = new QToolButton(m_bar);
        button->setObjectName(QStringLiteral("button_") + qt(permit::name(act)));
        button->setFocusPolicy(Qt::TabFocus);
        button->hide();
        m_bar->layout()->addWidget(button);
        m_buttons[act] = button;
        connect(button, &QToolButton::clicked, action, &QAction::trigger);
    }
    m_undo->setShortcut(Qt::Key_U);
    m_undo->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_undo->setEnabled(false);
    m_undo->setToolTip(tr("There is nothing to take back; only what you did last can be."));
    connect(m_undo, &QAction::triggered, this, &CasePane::undo);
}

QList<QAction *> CasePane::actions() const
{
    QList<QAction *> all;
    for (const Act act : kMenu)
        all += m_actions.at(act);
    all += m_undo;
    return all += m_pageActions;
}

/// The digits open the parts of the page, from the list too.
void CasePane::makePageActions()
{
    int key = 0;
    for (Fold *part : m_page->parts()) {
        auto *action = new QAction(part->accessibleName(), this);
        action->setObjectName(QStringLiteral("show_") + part->objectName());
        action->setShortcut(QKeySequence(static_cast<int>(Qt::Key_1) + key++));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, [this, part] { m_page->reveal(part); });
        m_pageActions += action;
    }
    CaseBody &body = m_page->body();
    connect(&body, &CaseBody::said, this, &CasePane::said);
    connect(&body, &CaseBody::relatedWanted, this, &CasePane::show);
    connect(&body, &CaseBody::attachWanted, this, &CasePane::attach);
    connect(&body, &CaseBody::attachmentWanted, this, &CasePane::openAttachment);
    auto *past = new QAction(tr("As it stood on a day"), this);
    past->setObjectName(QStringLiteral("as_it_stood"));
    past->setShortcut(Qt::Key_9);
    past->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(past, &QAction::triggered, this, &CasePane::openPast);
    m_pageActions += past;
    m_panel->setSeen([this] { return m_page->body().seen(); });
    setAcceptDrops(true);
}

QString CasePane::titleOf(Act act) const
{
    if (!m_workflow)
        return {};
    const permit::Title &title = m_workflow->title(act);
    return qt(m_language == approval::Language::Chinese ? title.zh : title.en);
}

void CasePane::show(const QString &key)
{
    m_panel->leave();
    leavePast();
    m_redo.reset();
    clearOffers();
    m_page->show(key);
}

void CasePane::refresh()
{
    const auto *field = qobject_cast<const QLineEdit *>(QApplication::focusWidget());
    const bool isTyping = field != nullptr && isAncestorOf(field) && !field->text().isEmpty();
    if (!m_serial.isEmpty() && !m_panel->isVisible() && !m_past->isVisible() && !isTyping)
        show(m_serial);
}

void CasePane::clearOffers()
{
    m_desk.reset();
    m_serial.clear();
    m_unfinished->hide();
    for (const auto &[act, action] : m_actions) {
        action->setEnabled(false);
        action->setToolTip(tr("No case is chosen, or it is still being read."));
    }
}

void CasePane::readDesk(const QString &serial)
{
    m_serial = serial;
    struct Read {
        service::CaseDesk desk;
        ActDrafts drafts;
    };
    const auto read = [key = utf8(serial), person = m_person](service::Workspace &workspace) -> Result<Read> {
        Read all{TRY(service::caseDesk(workspace, key, person)), {}};
        // A draft that cannot be read stays where it is and stops nobody.
        const auto kept = service::readDraft(workspace, {person.account.name, "act", key});
        if (kept && *kept)
            if (auto drafts = parseActDrafts(**kept))
                all.drafts = *std::move(drafts);
        return all;
    };
    whenDone(this, m_workspace.run(read), [this, serial](const Result<Read> &all) {
        if (serial != m_serial)
            return;
        if (!all)
            return Q_EMIT failed(all.error());
        m_desk = std::make_shared<const service::CaseDesk>(all->desk);
        m_panel->restore(serial, all->drafts);
        offer(*m_desk);
        showDrafts();
        openRedone();
    });
}

void CasePane::offer(const service::CaseDesk &desk)
{
    for (const auto &[act, action] : m_actions) {
        const service::ActOffer *offer = desk.offer(act);
        QStringList why;
        if (offer != nullptr && m_workflow)
            for (const permit::ActRefusal &refusal : offer->obstacles)
                why += refusalText(refusal, *m_workflow, m_language);
        const bool isPossible = offer != nullptr && offer->isPossible();
        action->setEnabled(isPossible);
        action->setToolTip(why.isEmpty() ? titleOf(act) : why.join(QLatin1Char(' ')));
        QToolButton &button = *m_buttons.at(act);
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        button.setText(key.isEmpty() ? titleOf(act) : QStringLiteral("%1 (%2)").arg(titleOf(act), key));
        // Nobody in this role or this state could: the menu says why, the bar stays short.
        const bool isElsewhere = offer == nullptr
            || (!isPossible
                && (offer->obstacles.front().problem == permit::ActProblem::UndefinedHere
                    || offer->obstacles.front().problem == permit::ActProblem::RoleMayNot));
        button.setVisible(!isElsewhere);
        button.setEnabled(isPossible);
        button.setToolTip(action->toolTip());
    }
    m_bar->updateGeometry();
}

void CasePane::open(Act act)
{
    if (!m_desk)
        return;
    m_panel->open(m_serial, m_desk, act, titleOf(act));
    const service::ActOffer *offer = m_desk->offer(act);
    // What asks nothing is done at once; it stands in the line below and can be followed by a correction.
    if (offer != nullptr && offer->isPossible() && offer->inputs.empty())
        m_panel->submit();
}

void CasePane::afterAct(const QString &serial, Act act, const QString &title)
{
    const auto back = inverse(act);
    m_undo->setEnabled(back.has_value());
    m_undoSerial = back ? serial : QString();
    m_undoAct = back.value_or(Act::RejectProposal);
    const QString key = m_undo->shortcut().toString(QKeySequence::NativeText);
    Q_EMIT said(back ? tr("Done: %1, %2. %3 takes it back.").arg(title, serial, key)
                     : tr("Done: %1, %2.").arg(title, serial));
    // What is to be signed by a second person is served by that person.
    if (const auto paper = service::paperOf(act); paper && act != Act::ProposeRefusal)
        m_papers->serve(serial, {*paper, 0, document::PaperLanguage::Chinese});
    if (serial == m_serial)
        m_page->show(serial);
    Q_EMIT acted(serial, title);
}

void CasePane::undo()
{
    m_undo->setEnabled(false);
    const auto work = [serial = utf8(m_undoSerial), act = m_undoAct,
                       person = m_person](service::Workspace &workspace) -> Result<service::DeskOutcome> {
        service::DeskAct back;
        back.seenVersion = TRY(service::caseDesk(workspace, serial, person)).version;
        back.request.act = act;
        back.request.reason = "经办人撤回本人刚才的操作。";
        return service::actAtDesk(workspace, serial, person, back);
    };
    whenDone(this, m_workspace.run(work),
             [this, serial = m_undoSerial](const Result<service::DeskOutcome> &outcome) {
                 if (!outcome)
                     return Q_EMIT failed(outcome.error());
                 const bool isDone = outcome->act.refusals.empty();
                 Q_EMIT said(isDone ? tr("Taken back: %1.").arg(serial)
                                    : tr("It cannot be taken back any more: %1.").arg(serial));
                 if (isDone)
                     Q_EMIT acted(serial, {});
             });
}

void CasePane::focusPage()
{
    m_page->setFocus();
}

void CasePane::listenTo(const QList<QAction *> &keys)
{
    m_page->addActions(keys);
    m_bar->addActions(keys);
}

} // namespace tongban::ui
