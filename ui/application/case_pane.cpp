// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/application/case_pane.h"

#include "ui/application/act_panel.h"
#include "ui/application/act_words.h"
#include "ui/application/case_page.h"
#include "ui/base/flow_layout.h"
#include "ui/base/text.h"
#include "ui/base/when_done.h"

#include <QAction>
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
      m_page(new CasePage(workspace, theme, language, this)), m_bar(new QWidget(this)),
      m_panel(new ActPanel(workspace, theme, language, person, this)),
      m_undo(new QAction(tr("Take back"), this))
{
    m_bar->setObjectName(QStringLiteral("actBar"));
    auto *flow = new FlowLayout(m_bar);
    flow->setContentsMargins(6, 6, 6, 0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_bar);
    layout->addWidget(m_page, 1);
    layout->addWidget(m_panel);
    makeActions();
    connect(m_page, &CasePage::shown, this, [this](const QString &serial) {
        readDesk(serial);
        Q_EMIT shown(serial);
    });
    connect(m_page, &CasePage::failed, this, &CasePane::failed);
    connect(m_panel, &ActPanel::failed, this, &CasePane::failed);
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
    connect(m_undo, &QAction::triggered, this, &CasePane::undo);
}

QList<QAction *> CasePane::actions() const
{
    QList<QAction *> all;
    for (const Act act : kMenu)
        all += m_actions.at(act);
    return all += m_undo;
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
    clearOffers();
    m_page->show(key);
}

void CasePane::clearOffers()
{
    m_desk.reset();
    m_serial.clear();
    for (const auto &[act, action] : m_actions)
        action->setEnabled(false);
}

void CasePane::readDesk(const QString &serial)
{
    m_serial = serial;
    const auto read = [key = utf8(serial), person = m_person](service::Workspace &workspace) {
        return service::caseDesk(workspace, key, person);
    };
    whenDone(this, m_workspace.run(read), [this, serial](const Result<service::CaseDesk> &desk) {
        if (serial != m_serial)
            return;
        if (!desk)
            return Q_EMIT failed(desk.error());
        m_desk = std::make_shared<const service::CaseDesk>(*desk);
        offer(*m_desk);
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

bool CasePane::leaveForm()
{
    if (!m_panel->isOpen())
        return false;
    m_panel->leave();
    return true;
}

} // namespace tongban::ui
