// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/queue/claim_bar.h"

#include "ui/base/text.h"
#include "ui/base/when_done.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace tongban::ui {

using service::ClaimProblem;

ClaimBar::ClaimBar(service::WorkspaceThread &workspace, const service::SignedIn &person, QWidget *parent)
    : QFrame(parent), m_workspace(workspace), m_person(person), m_action(new QAction(tr("Claim"), this)),
      m_words(new QLabel(this)), m_button(new QToolButton(this)), m_why(new QLabel(this)),
      m_reason(new QComboBox(this)), m_question(makeQuestion())
{
    setObjectName(QStringLiteral("claimBar"));
    m_words->setObjectName(QStringLiteral("claimWords"));
    m_words->setWordWrap(true);
    m_button->setObjectName(QStringLiteral("claimButton"));
    m_button->setFocusPolicy(Qt::TabFocus);
    m_button->hide(); // until it is known what it would do
    m_action->setObjectName(QStringLiteral("claim"));
    m_action->setShortcut(Qt::Key_C);
    m_action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    auto *line = new QHBoxLayout;
    line->addWidget(m_words, 1);
    line->addWidget(m_button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 0);
    layout->addLayout(line);
    layout->addWidget(m_question);
    m_question->hide();
    connect(m_action, &QAction::triggered, this, &ClaimBar::run);
    connect(m_button, &QToolButton::clicked, this, &ClaimBar::run);
    follow({});
}

QWidget *ClaimBar::makeQuestion()
{
    auto *question = new QWidget(this);
    m_why->setWordWrap(true);
    m_reason->setObjectName(QStringLiteral("claimReason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setEditable(true);
    m_reason->lineEdit()->setMaxLength(200);
    m_reason->installEventFilter(this);
    m_reason->lineEdit()->installEventFilter(this);
    auto *go = new QToolButton(question);
    go->setText(tr("Claim with this reason"));
    go->setObjectName(QStringLiteral("claimWithReason"));
    auto *layout = new QVBoxLayout(question);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_why);
    auto *line = new QHBoxLayout;
    line->addWidget(m_reason, 1);
    line->addWidget(go);
    layout->addLayout(line);
    connect(go, &QToolButton::clicked, this, [this] { claim(m_reason->currentText().simplified()); });
    return question;
}

bool ClaimBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            claim(m_reason->currentText().simplified());
            return true;
        }
        if (key == Qt::Key_Escape) {
            leave();
            return true;
        }
    }
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept(); // the window's own Escape would leave the question open
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void ClaimBar::follow(const QString &serial)
{
    if (serial != m_serial)
        m_question->hide();
    m_serial = serial;
    setVisible(!serial.isEmpty());
    m_step = Step::None;
    m_action->setEnabled(false);
    if (serial.isEmpty())
        return;
    const auto read = [key = utf8(serial)](service::Workspace &workspace) {
        return service::claimOf(workspace, key);
    };
    whenDone(this, m_workspace.run(read), [this, serial](const Result<service::ClaimOutcome> &now) {
        if (now && serial == m_serial)
            show(*now);
    });
}

void ClaimBar::show(const service::ClaimOutcome &now)
{
    const bool isMine = now.since && now.holder == m_person.account.name;
    if (now.problem == ClaimProblem::WaitsForNobody) {
        m_step = Step::None;
        m_words->setText(tr("This case waits for nobody."));
    } else if (now.holder.empty()) {
        m_step = Step::Claim;
        m_words->setText(tr("Nobody works on this case."));
    } else if (isMine) {
        m_step = Step::PutBack;
        m_words->setText(tr("You work on this case since %1.").arg(minuteText(*now.since)));
    } else {
        m_step = m_person.account.holds(permit::Role::Supervisor) ? Step::TakeOver : Step::None;
        m_words->setText(
            now.until
                ? tr("%1 works on this case at another desktop, until %2 if it is not put back before.")
                      .arg(qt(now.holderName), minuteText(*now.until))
                : tr("%1 works on this case since %2.").arg(qt(now.holderName), minuteText(*now.since)));
    }
    const QString title = m_step == Step::PutBack ? tr("Put back")
        : m_step == Step::TakeOver                ? tr("Take over")
                                                  : tr("Claim");
    m_action->setText(title);
    m_action->setEnabled(m_step != Step::None);
    m_button->setText(
        QStringLiteral("%1 (%2)").arg(title, m_action->shortcut().toString(QKeySequence::NativeText)));
    m_button->setVisible(m_step != Step::None);
    m_words->setAccessibleName(m_words->text());
}

void ClaimBar::run()
{
    switch (m_step) {
    case Step::Claim: return claim({});
    case Step::PutBack: return putBack();
    case Step::TakeOver: return ask(tr("Why do you take this case over?"));
    case Step::None: return;
    }
}

void ClaimBar::claim(const QString &reason)
{
    const Step step = m_step;
    const auto work = [key = utf8(m_serial), person = m_person,
                       request = service::ClaimRequest{utf8(reason), step == Step::TakeOver}](
                          service::Workspace &workspace) {
        return service::claimCase(workspace, key, person, request);
    };
    whenDone(this, m_workspace.run(work), [this, step, serial = m_serial](const auto &outcome) {
        if (serial == m_serial)
            answer(outcome, step);
    });
}

void ClaimBar::putBack()
{
    const auto work = [key = utf8(m_serial), person = m_person](service::Workspace &workspace) {
        return service::releaseCase(workspace, key, person);
    };
    whenDone(this, m_workspace.run(work), [this, serial = m_serial](const auto &outcome) {
        if (serial == m_serial)
            answer(outcome, Step::PutBack);
    });
}

void ClaimBar::answer(const Result<service::ClaimOutcome> &outcome, Step step)
{
    if (!outcome)
        return Q_EMIT failed(outcome.error());
    if (outcome->problem == ClaimProblem::OutOfTurn)
        return ask(
            tr("%n case(s) of this kind wait longer. Why this one first?", nullptr, outcome->passedOver));
    if (outcome->problem == ClaimProblem::ReasonMissing)
        return ask(tr("Why do you take this case over?"));
    if (outcome->problem != ClaimProblem::None)
        Q_EMIT said(problemText(*outcome));
    else
        Q_EMIT said(step == Step::PutBack ? tr("Put back: %1").arg(m_serial)
                                          : tr("Claimed: %1").arg(m_serial));
    const QString serial = m_serial;
    leave();
    follow(serial);
    Q_EMIT changed(serial);
}

QString ClaimBar::problemText(const service::ClaimOutcome &outcome) const
{
    switch (outcome.problem) {
    case ClaimProblem::HeldByOther:
        return tr("%1 was faster and works on this case.").arg(qt(outcome.holderName));
    case ClaimProblem::WaitsForNobody: return tr("This case waits for nobody.");
    case ClaimProblem::NotHeld: return tr("Nobody works on this case.");
    case ClaimProblem::RoleMayNot: return tr("Only a supervisor takes over; only staff who decide claim.");
    case ClaimProblem::AccountUnknown: return tr("The account may not work here any more.");
    case ClaimProblem::None:
    case ClaimProblem::OutOfTurn:
    case ClaimProblem::ReasonMissing: break;
    }
    return {};
}

void ClaimBar::ask(const QString &question)
{
    m_why->setText(question);
    m_reason->clear();
    m_reason->addItems({tr("The applicant is here and waits"), tr("Belongs with another case"),
                        tr("Told to by the supervisor"), tr("The holder is away")});
    m_question->show();
    m_reason->setFocus();
    m_reason->lineEdit()->selectAll();
}

void ClaimBar::leave()
{
    if (!m_question->isVisible())
        return;
    m_question->hide();
    Q_EMIT left();
}

} // namespace tongban::ui
