// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/cases/case_view.h"
#include "ui/base/theme.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tongban::ui {

class Fold;
class WrapTable;

/// What is known of a case, evidence first: what was stated and by whom, what other authorities say, the
/// documents; and folded behind them what the rules make of it, which opens once the evidence was looked at
/// and, where something speaks against the case, once the officer has noted his own view. Made from a
/// CaseView alone, so that a page which was kept shows the same again. GUI thread.
class CaseBody : public QWidget
{
    Q_OBJECT

public:
    CaseBody(const Theme &theme, QWidget *parent);

    /// `isRecord`: a page as somebody saw it: nothing can be changed, what he had folded stays folded.
    void show(const service::CaseView &view, bool isRecord = false);
    /// What is on the screen now, with what was opened and noted.
    service::CaseView seen() const;

    Fold *evidence() const { return m_evidenceFold; }
    Fold *fields() const { return m_fieldFold; }
    Fold *materials() const { return m_materialFold; }
    Fold *proposal() const { return m_proposalFold; }
    Fold *related() const { return m_relatedFold; }
    /// The evidence has come into sight.
    void markEvidenceOpened();
    /// The document whose line is chosen; 0 = none.
    int chosenMaterial() const;
    /// Every word on it, folded parts left out.
    QString text() const;

Q_SIGNALS:
    void attachWanted(int material);
    void attachmentWanted(const QString &digest, const QString &name);
    void relatedWanted(const QString &serial);
    /// The proposal stays folded; this is why.
    void said(const QString &message);

private:
    void makeEvidence();
    void makeMaterials();
    void makeProposal();
    void makeRelated();
    void showVisits();
    void showEvidence();
    void showFields();
    void showMaterials();
    void showProposal();
    QString rulesText() const;
    void showRelated();
    void guardProposal();
    void noteOwnView();
    bool isProposalGuarded() const;

    const Theme &m_theme;
    service::CaseView m_view;
    bool m_isRecord = false;
    QLabel *m_why;
    QLabel *m_visits;
    Fold *m_evidenceFold;
    WrapTable *m_evidence = nullptr;
    Fold *m_fieldFold;
    WrapTable *m_fields = nullptr;
    Fold *m_materialFold;
    WrapTable *m_materials = nullptr;
    WrapTable *m_attachments = nullptr;
    QPushButton *m_attach = nullptr;
    Fold *m_proposalFold;
    QWidget *m_ownView = nullptr;
    QComboBox *m_ownChoice = nullptr;
    QLineEdit *m_ownWords = nullptr;
    QLabel *m_result = nullptr;
    WrapTable *m_rules = nullptr;
    QLabel *m_changes = nullptr;
    Fold *m_relatedFold;
    WrapTable *m_related = nullptr;
};

} // namespace tongban::ui
