// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/acts/claims.h"
#include "core/service/workspace/workspace_thread.h"

#include <QFrame>

class QAction;
class QComboBox;
class QLabel;
class QToolButton;

namespace tongban::ui {

/// Above a case: who works on it since when, and the one key that claims it, puts it back or takes it over.
/// Asks for a reason in place where one is needed. GUI thread.
class ClaimBar : public QFrame
{
    Q_OBJECT

public:
    ClaimBar(service::WorkspaceThread &workspace, const service::SignedIn &person, QWidget *parent = nullptr);

    /// Shows how things stand with this case; empty hides the bar.
    void follow(const QString &serial);

    /// Claims, puts back or takes over, whichever the case allows now.
    QAction *action() const { return m_action; }

Q_SIGNALS:
    /// Somebody else holds the case now, or nobody does.
    void changed(const QString &serial);
    void said(const QString &message);
    void failed(const tongban::Error &error);
    /// The reason was given or given up; the focus goes back to the list.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Step { Claim, PutBack, TakeOver, None };

    QWidget *makeQuestion();
    void run();
    void claim(const QString &reason);
    void putBack();
    void ask(const QString &question);
    void leave();
    void answer(const Result<service::ClaimOutcome> &outcome, Step step);
    void show(const service::ClaimOutcome &now);
    QString problemText(const service::ClaimOutcome &outcome) const;

    service::WorkspaceThread &m_workspace;
    service::SignedIn m_person;
    QString m_serial;
    Step m_step = Step::None;
    QAction *m_action;
    QLabel *m_words;
    QToolButton *m_button;
    QLabel *m_why;
    QComboBox *m_reason;
    QWidget *m_question; ///< Asks for the reason; hidden until one is needed.
};

} // namespace tongban::ui
