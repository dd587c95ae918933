// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/application/case_body.h"
#include "ui/base/fold.h"
#include "ui/base/text.h"
#include "ui/base/wrap_table.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

/// What the person did with the page: what was opened, chosen and noted.
namespace tongban::ui {

bool CaseBody::isProposalGuarded() const
{
    if (!m_view.hasProposal || m_view.decision.isMade())
        return false;
    return !m_view.evidenceOpened || !m_view.proposalOpened;
}

/// When the aid is wrong, people who saw it first do worse than those who looked for themselves.
void CaseBody::guardProposal()
{
    if (m_isRecord || !isProposalGuarded())
        return;
    if (!m_view.evidenceOpened) {
        m_proposalFold->object();
        m_evidenceFold->reveal();
        Q_EMIT said(
            tr("First what other authorities say; then 4 once more opens what the rules make of it."));
    } else if (m_view.isRisky && m_view.ownView.empty()) {
        m_proposalFold->object();
        m_ownChoice->setFocus();
        Q_EMIT said(tr("Something speaks against this case: note your own view first."));
    }
}

void CaseBody::noteOwnView()
{
    const QString choice = m_ownChoice->currentData().toString();
    m_view.ownView = choice.isEmpty() ? std::string() : utf8(m_ownChoice->currentText());
    const std::string why = utf8(m_ownWords->text().simplified());
    if (!choice.isEmpty() && !why.empty())
        m_view.ownView += ": " + why;
}

void CaseBody::markEvidenceOpened()
{
    m_view.evidenceOpened = true;
}

service::CaseView CaseBody::seen() const
{
    return m_view;
}

int CaseBody::chosenMaterial() const
{
    const int row = m_materials->currentRow();
    return row < 0 || row >= static_cast<int>(m_view.materials.size())
        ? 0
        : m_view.materials[static_cast<std::size_t>(row)].no;
}

QString CaseBody::text() const
{
    QStringList words{m_why->text()};
    const auto add = [&words](const Fold *fold, const WrapTable *table) {
        if (fold->isHidden() || !fold->isOpen())
            return;
        words += fold->accessibleName();
        for (const std::vector<WrapCell> &row : table->rows())
            for (const WrapCell &cell : row)
                words += cell.text;
    };
    add(m_evidenceFold, m_evidence);
    add(m_fieldFold, m_fields);
    add(m_materialFold, m_materials);
    add(m_materialFold, m_attachments);
    if (m_proposalFold->isOpen())
        words += m_result->text();
    add(m_proposalFold, m_rules);
    if (m_proposalFold->isOpen())
        words += m_changes->text();
    add(m_relatedFold, m_related);
    return words.join(QLatin1Char('\n'));
}

} // namespace tongban::ui
