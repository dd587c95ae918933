// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/acts/case_desk.h"
#include "ui/application/act_draft.h"
#include "ui/base/theme.h"

#include <QWidget>

#include <map>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QSpinBox;

namespace tongban::ui {

/// The fields of one act, made from what the act asks; what is wrong with a field is said below it. GUI
/// thread.
class ActForm : public QWidget
{
    Q_OBJECT

public:
    ActForm(const service::CaseDesk &desk, const service::ActOffer &offer, const Theme &theme,
            approval::Language language, QWidget *parent);

    service::DeskAct act() const;
    ActDraft draft() const;
    void setDraft(const ActDraft &draft);

    /// A day that cannot be read is never taken for none.
    bool hasUnreadableDay() const;

    /// Below its field, or nothing when the form has no such field: then the caller says it.
    bool showProblem(service::ActInput input, const QString &text);
    void clearProblems();

    /// To the first field that has to be filled in; false when everything needed is there.
    bool focusFirstEmpty();
    void focusFirst();

Q_SIGNALS:
    /// Something was typed or chosen by hand.
    void edited();

private:
    struct Row {
        QWidget *field = nullptr;
        QLabel *problem = nullptr;
    };

    void addRow(service::ActInput input);
    void place(service::ActInput input, QWidget *field);
    QWidget *makeDefects();
    QWidget *makeMaterials();
    QWidget *makeReason();
    QWidget *makeBasis();
    QWidget *makeSigner();
    QLineEdit *makeLine(const QString &value, const QString &hint = {});
    void addDefects(permit::ActRequest &request) const;
    void listen();

    const service::CaseDesk &m_desk;
    const service::ActOffer &m_offer;
    const Theme &m_theme;
    approval::Language m_language;
    QGridLayout *m_grid;
    std::map<service::ActInput, Row> m_rows;
    QListWidget *m_defects = nullptr;
    QLineEdit *m_ownDefect = nullptr;
    QListWidget *m_materials = nullptr;
    QPlainTextEdit *m_reason = nullptr;
    QComboBox *m_basis = nullptr;
    QLineEdit *m_document = nullptr;
    QLineEdit *m_dueDay = nullptr;
    QSpinBox *m_workdays = nullptr;
    QComboBox *m_suspension = nullptr;
    QLineEdit *m_waybill = nullptr;
    QLineEdit *m_receiver = nullptr;
    QComboBox *m_signer = nullptr;
    QLineEdit *m_signerPassword = nullptr;
};

} // namespace tongban::ui
