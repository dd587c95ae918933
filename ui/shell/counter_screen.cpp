// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/counter_screen.h"

#include "ui/intake/intake_screen.h"
#include "ui/shell/decider.h"

#include <QVBoxLayout>

namespace tongban::ui {

CounterScreen::CounterScreen(service::WorkspaceThread &workspace, const Theme &theme,
                             approval::Language language, const service::SignedIn &person, QWidget *parent)
    : Screen(parent)
{
    auto *counter = new IntakeScreen(workspace, theme, language, person.account.name, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(counter);
    connect(counter, &IntakeScreen::failed, this, &Screen::failed);
    auto *decider = new Decider(workspace, this);
    connect(counter, &IntakeScreen::takenIn, this, [this, decider](const QString &serial) {
        m_last = serial;
        Q_EMIT said(tr("Taken in: %1").arg(serial));
        Q_EMIT caseTouched(serial);
        decider->wake();
    });
    connect(decider, &Decider::failed, this, &Screen::failed);
    connect(decider, &Decider::decided, this, [this](int cases) {
        Q_EMIT said(tr("The rules were applied to %n case(s).", nullptr, cases));
        if (!m_last.isEmpty())
            Q_EMIT caseTouched(m_last); // its page says what became of it
    });
    decider->begin();
    connect(counter, &IntakeScreen::receiptPrinted, this,
            [this](const QString &file) { Q_EMIT said(tr("The receipt is in %1").arg(file)); });
}

} // namespace tongban::ui
