// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/application/case_body.h"

#include "ui/application/case_words.h"
#include "ui/base/fold.h"
#include "ui/base/text.h"
#include "ui/base/wrap_table.h"
#include "ui/words/actor_words.h"
#include "ui/words/reason_words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace tongban::ui {

namespace {

QLabel *makeText(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

Tone toneOf(service::EvidenceState state)
{
    switch (state) {
    case service::EvidenceState::Current: return Tone::Good;
    case service::EvidenceState::Stale:
    case service::EvidenceState::Missing: return Tone::Late;
    case service::EvidenceState::NoRecord: return Tone::Near;
    case service::EvidenceState::Computed: return Tone::Muted;
    }
    return Tone::Plain;
}

Tone toneOf(service::MaterialState state)
{
    switch (state) {
    case service::MaterialState::Provided:
    case service::MaterialState::Delivered: return Tone::Good;
    case service::MaterialState::Missing: return Tone::Late;
    case service::MaterialState::Follows: return Tone::Near;
    case service::MaterialState::Exempt: return Tone::Muted;
    }
    return Tone::Plain;
}

/// A requirement is met or not; a rule that only leads to the conclusion is neither good nor bad.
Tone toneOf(const approval::Condition &condition)
{
    if (condition.standing == approval::Condition::Standing::Open)
        return Tone::Near;
    if (!condition.isFinding)
        return Tone::Muted;
    return condition.standing == approval::Condition::Standing::Met ? Tone::Good : Tone::Late;
}

/// What an officer looks for first: what is not met, then what cannot be told.
int rank(const approval::Condition &condition)
{
    if (condition.isFinding && condition.standing == approval::Condition::Standing::NotMet)
        return 0;
    if (condition.standing == approval::Condition::Standing::Open)
        return 1;
    return condition.isFinding ? 2 : 3;
}

} // namespace

CaseBody::CaseBody(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_why(makeText(QStringLiteral("caseWhy"), this)),
      m_visits(makeText(QStringLiteral("caseVisits"), this)),
      m_evidenceFold(new Fold(QStringLiteral("caseEvidence"), tr("What other authorities say"),
                              QStringLiteral("1"), this)),
      m_fieldFold(new Fold(QStringLiteral("caseFields"), tr("What was stated"), QStringLiteral("2"), this)),
      m_materialFold(new Fold(QStringLiteral("caseMaterials"), tr("Documents"), QStringLiteral("3"), this)),
      m_proposalFold(new Fold(QStringLiteral("caseProposal"), tr("What the rules make of it"),
                              QStringLiteral("4"), this)),
      m_relatedFold(new Fold(QStringLiteral("caseRelated"), tr("Other cases of the applicant"),
                             QStringLiteral("5"), this))
{
    setObjectName(QStringLiteral("caseBody"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(fontMetrics().height());
    makeEvidence();
    makeMaterials();
    makeProposal();
    makeRelated();
    connect(&theme, &Theme::changed, this, &CaseBody::showVisits);
    for (QWidget *part : {static_cast<QWidget *>(m_why), static_cast<QWidget *>(m_visits),
                          static_cast<QWidget *>(m_evidenceFold), static_cast<QWidget *>(m_fieldFold),
                          static_cast<QWidget *>(m_materialFold), m_ownView,
                          static_cast<QWidget *>(m_proposalFold), static_cast<QWidget *>(m_relatedFold)})
        layout->addWidget(part);
}

void CaseBody::makeEvidence()
{
    m_evidence = new WrapTable(
        QStringLiteral("evidenceTable"), tr("What other authorities say"),
        {{tr("Fact"), 3}, {tr("Value"), 4}, {tr("Source and day"), 5}, {tr("State"), 2}}, m_theme, this);
    m_evidenceFold->addPart(m_evidence);
    connect(m_evidenceFold, &Fold::opened, this, &CaseBody::markEvidenceOpened);
    m_fields =
        new WrapTable(QStringLiteral("fieldTable"), tr("What was stated"),
                      {{tr("Field"), 3}, {tr("Value"), 5}, {tr("Where it comes from"), 6}}, m_theme, this);
    m_fieldFold->addPart(m_fields);
}

void CaseBody::makeMaterials()
{
    m_materials = new WrapTable(QStringLiteral("materialTable"), tr("Documents"),
                                {{tr("Document"), 7}, {tr("Kind"), 2}, {tr("State"), 3}, {tr("Source"), 4}},
                                m_theme, this);
    m_attachments = new WrapTable(
        QStringLiteral("attachmentTable"), tr("Files"),
        {{tr("File"), 5}, {tr("Document"), 2}, {tr("Size"), 2}, {tr("Put there"), 4}}, m_theme, this);
    m_attach = new QPushButton(tr("Put a &file to the chosen document…"), this);
    m_attach->setObjectName(QStringLiteral("attachFile"));
    m_attach->setAutoDefault(false);
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_attach);
    line->addStretch(1);
    m_materialFold->addPart(m_materials);
    m_materialFold->addPart(m_attachments);
    m_materialFold->addPart(row);
    connect(m_attach, &QPushButton::clicked, this, [this] { Q_EMIT attachWanted(chosenMaterial()); });
    connect(m_attachments, &QTableWidget::itemActivated, this, [this](const QTableWidgetItem *item) {
        const auto &chosen = m_view.attachments[static_cast<std::size_t>(item->row())];
        Q_EMIT attachmentWanted(qt(chosen.digest), qt(chosen.name));
    });
}

void CaseBody::makeProposal()
{
    m_ownView = new QWidget(this);
    m_ownChoice = new QComboBox(m_ownView);
    m_ownChoice->setObjectName(QStringLiteral("ownViewChoice"));
    m_ownChoice->setAccessibleName(tr("My own view"));
    m_ownChoice->addItem(tr("My own view first…"), QString());
    m_ownChoice->addItem(tr("I would grant"), QStringLiteral("grant"));
    m_ownChoice->addItem(tr("I would refuse"), QStringLiteral("refuse"));
    m_ownChoice->addItem(tr("Something is missing"), QStringLiteral("notice"));
    m_ownChoice->addItem(tr("I cannot tell yet"), QStringLiteral("open"));
    m_ownWords = new QLineEdit(m_ownView);
    m_ownWords->setObjectName(QStringLiteral("ownViewWords"));
    m_ownWords->setAccessibleName(tr("Why, in a few words"));
    m_ownWords->setPlaceholderText(tr("Why, in a few words"));
    auto *line = new QHBoxLayout(m_ownView);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_ownChoice);
    line->addWidget(m_ownWords, 1);
    m_result = makeText(QStringLiteral("proposalResult"), this);
    m_rules = new WrapTable(QStringLiteral("ruleTable"), tr("Condition by condition"),
                            {{tr("Result"), 2},
                             {tr("Article"), 4},
                             {tr("Not met when"), 5},
                             {tr("This case"), 5},
                             {tr("What it means"), 4}},
                            m_theme, this);
    m_changes = makeText(QStringLiteral("proposalChanges"), this);
    for (QWidget *part : {static_cast<QWidget *>(m_result), static_cast<QWidget *>(m_rules),
                          static_cast<QWidget *>(m_changes)})
        m_proposalFold->addPart(part);
    connect(m_proposalFold, &Fold::wanted, this, &CaseBody::guardProposal);
    connect(m_proposalFold, &Fold::opened, this, [this] { m_view.proposalOpened = true; });
    connect(m_ownChoice, &QComboBox::currentIndexChanged, this, &CaseBody::noteOwnView);
    connect(m_ownWords, &QLineEdit::editingFinished, this, &CaseBody::noteOwnView);
}

void CaseBody::makeRelated()
{
    m_related = new WrapTable(
        QStringLiteral("relatedTable"), tr("Other cases of the applicant"),
        {{tr("Number"), 5}, {tr("Permit item"), 6}, {tr("State"), 2}, {tr("Received"), 3}}, m_theme, this);
    m_relatedFold->addPart(m_related);
    connect(m_related, &QTableWidget::itemActivated, this, [this](const QTableWidgetItem *item) {
        Q_EMIT relatedWanted(qt(m_view.related[static_cast<std::size_t>(item->row())].serial));
    });
}

void CaseBody::show(const service::CaseView &view, bool isRecord)
{
    const service::CaseView before = std::exchange(m_view, view);
    m_isRecord = isRecord;
    // Shown anew after an act or a file: what was opened and noted stays so.
    if (!isRecord && before.serial == view.serial) {
        m_view.evidenceOpened = before.evidenceOpened;
        m_view.proposalOpened = before.proposalOpened;
        m_view.ownView = before.ownView;
    }
    m_why->setText(view.reason.empty()
                       ? QString()
                       : tr("With a person because: %1").arg(reasonSentence(view.reason, {})));
    m_why->setVisible(!view.reason.empty());
    showVisits();
    showEvidence();
    showFields();
    showMaterials();
    showProposal();
    showRelated();
}

/// At most one visit is promised; whoever had to come again is marked.
void CaseBody::showVisits()
{
    m_visits->setVisible(m_view.visits > 1);
    m_visits->setText(tr("%1 visits to the hall, %2 allowed").arg(m_view.visits).arg(m_view.visitsAllowed));
    QPalette palette = m_visits->palette();
    palette.setColor(QPalette::WindowText, m_theme.tokens().late);
    m_visits->setPalette(palette);
}

void CaseBody::showEvidence()
{
    std::vector<std::vector<WrapCell>> rows;
    for (const service::ViewEvidence &line : m_view.evidence) {
        const Tone tone = toneOf(line.state);
        rows.push_back({{qt(line.label)},
                        {qt(line.value), tone == Tone::Late || tone == Tone::Near ? tone : Tone::Plain, true},
                        {evidenceTime(line), Tone::Muted, false, qt(line.digest)},
                        {evidenceState(line.state), tone}});
    }
    if (!m_view.evidenceNote.empty())
        rows.insert(rows.begin(), {{qt(m_view.evidenceNote), Tone::Near}});
    if (rows.empty())
        rows.push_back({{tr("No other authority is asked for this item.")}});
    m_evidence->setRows(std::move(rows));
}

void CaseBody::showFields()
{
    std::vector<std::vector<WrapCell>> rows;
    for (const service::ViewField &field : m_view.fields) {
        const bool isTakenOver = field.origin == service::FieldOrigin::Register;
        const bool isChanged =
            field.origin == service::FieldOrigin::Changed || field.origin == service::FieldOrigin::Supplement;
        rows.push_back({{qt(field.label)},
                        {field.value.empty() ? tr("(left open)") : qt(field.value),
                         isTakenOver     ? Tone::Good
                             : isChanged ? Tone::Near
                                         : Tone::Plain,
                         !isTakenOver},
                        {fieldSource(field), isChanged ? Tone::Near : Tone::Muted}});
    }
    m_fields->setRows(std::move(rows));
}

void CaseBody::showMaterials()
{
    std::vector<std::vector<WrapCell>> rows;
    for (const service::ViewMaterial &material : m_view.materials)
        rows.push_back({{QStringLiteral("%1. %2").arg(material.no).arg(qt(material.name))},
                        {material.isMain ? tr("main") : tr("minor"), Tone::Muted},
                        {materialState(material.state), toneOf(material.state)},
                        {material.source.empty() ? tr("paper or file") : qt(material.source), Tone::Muted}});
    m_materials->setRows(std::move(rows));
    m_materials->setCurrentCell(0, 0);
    std::vector<std::vector<WrapCell>> files;
    for (const service::ViewAttachment &file : m_view.attachments)
        files.push_back({{qt(file.name), Tone::Plain, true, tr("SHA-256 %1").arg(qt(file.digest))},
                         {file.material == 0 ? tr("the case") : tr("document %1").arg(file.material)},
                         {sizeText(file.bytes), Tone::Muted},
                         {tr("%1, %2").arg(actorTitle(file.by), minuteText(file.at)), Tone::Muted}});
    m_attachments->setVisible(!files.empty());
    m_attachments->setRows(std::move(files));
    m_attach->setVisible(!m_isRecord);
}

QString CaseBody::rulesText() const
{
    if (m_view.hasProposal || !m_view.recordNote.empty()) {
        const QString looked = m_view.hasProposal ? tr("The rules: %1").arg(qt(m_view.result))
                                                  : tr("The rules have looked at this case.");
        return m_view.recordNote.empty() ? looked : looked + QLatin1Char('\n') + qt(m_view.recordNote);
    }
    if (!m_view.isAutomaticItem)
        return tr("The item has no rules; people decide it.");
    return m_view.humanRequested
        ? tr("The applicant asked for a person, so the rules have not looked at this case.")
        : tr("The item has rules; they have not looked at this case.");
}

void CaseBody::showProposal()
{
    QStringList result;
    if (m_view.decision.isMade())
        result += tr("%1 by %2, %3. Basis: %4")
                      .arg(qt(m_view.decision.title),
                           m_view.decision.byProgram ? tr("the program, by the published rules")
                                                     : actorTitle(m_view.decision.by),
                           minuteText(m_view.decision.at), qt(m_view.decision.basis));
    if (m_view.decision.isMade() && !m_view.decision.reason.empty())
        result += tr("Reason: %1").arg(reasonSentence(m_view.decision.reason, {}));
    result += rulesText();
    if (!m_view.why.empty())
        result += tr("Why a person: %1").arg(qt(m_view.why));
    if (!m_view.ownView.empty())
        result += tr("Own view noted before: %1").arg(qt(m_view.ownView));
    m_result->setText(result.join(QLatin1Char('\n')));
    std::vector<approval::Condition> conditions;
    for (const approval::ConditionTable &table : m_view.tables)
        conditions.insert(conditions.end(), table.conditions.begin(), table.conditions.end());
    std::ranges::stable_sort(conditions, {}, rank);
    std::vector<std::vector<WrapCell>> rows;
    for (const approval::Condition &condition : conditions)
        rows.push_back(
            {{standingTitle(condition), toneOf(condition), true},
             {qt(condition.article)},
             {qt(condition.test)},
             {qt(condition.values)},
             {qt(condition.code.empty() ? condition.text : condition.text + " " + condition.code)}});
    m_rules->setVisible(!rows.empty());
    m_rules->setRows(std::move(rows));
    QStringList changes;
    for (const std::string &change : m_view.changes)
        changes += QStringLiteral("• ") + qt(change);
    m_changes->setVisible(!changes.isEmpty());
    m_changes->setText(
        tr("What would change the result:") + QLatin1Char('\n') + changes.join(QLatin1Char('\n'))
        + QLatin1Char('\n')
        + tr("Rules: %1, SHA-256 %2").arg(qt(m_view.ruleSet), qt(m_view.modelDigest).left(16)));
    const bool needsOwnView = m_view.hasProposal && m_view.isRisky && !m_view.decision.isMade();
    m_ownView->setVisible(needsOwnView && !m_isRecord);
    if (m_view.ownView.empty()) {
        const QSignalBlocker unasked(m_ownChoice);
        m_ownChoice->setCurrentIndex(0);
        m_ownWords->clear();
    }
    m_proposalFold->setTitle(m_view.decision.isMade() ? tr("Decision and reasons")
                                                      : tr("What the rules make of it"));
    m_proposalFold->setOpen(m_isRecord ? m_view.proposalOpened || !m_view.hasProposal : !isProposalGuarded());
}

void CaseBody::showRelated()
{
    std::vector<std::vector<WrapCell>> rows;
    for (const service::ViewRelated &other : m_view.related)
        rows.push_back({{qt(other.serial), Tone::Plain, other.isSameItem},
                        {qt(other.itemName), other.isSameItem ? Tone::Near : Tone::Plain},
                        {qt(other.state)},
                        {minuteText(other.receivedAt), Tone::Muted}});
    m_relatedFold->setVisible(!rows.empty());
    m_related->setRows(std::move(rows));
}

} // namespace tongban::ui
