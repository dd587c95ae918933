// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/administration/administration_page.h"

#include <QLineEdit>
#include <QPushButton>

namespace tongban::ui {

class LongJob;
class Section;

/// Whether the personal data of this office is sealed, and what opens it: another passphrase, another
/// recovery code, or sealing an office that is still plain, for which its window has to close. GUI thread.
class ProtectionPage : public AdministrationPage
{
    Q_OBJECT

public:
    ProtectionPage(AdministrationContext context, QWidget *parent);

    /// A recovery code that is shown stays until another page is looked at.
    void load() override;

protected:
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makePassphrase();
    QWidget *makeRecovery();
    void show(const service::Protection &protection);
    void changePassphrase();
    void renewCode();
    void forget();

    QLabel *m_state;
    QPushButton *m_seal;
    QLineEdit *m_present;
    QLineEdit *m_wanted;
    QLineEdit *m_again;
    QPushButton *m_change;
    QLabel *m_problem;
    QPushButton *m_renew;
    QLineEdit *m_code;
    QLabel *m_codeNote;
    LongJob *m_job;
    Section *m_passphrase;
    Section *m_recovery;
};

} // namespace tongban::ui
