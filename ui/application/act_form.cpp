// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/application/act_form.h"

#include "core/base/text.h"
#include "ui/application/act_words.h"
#include "ui/application/choice_list.h"
#include "ui/base/spoken.h"
#include "ui/base/text.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace tongban::ui {

using service::ActInput;

namespace {

QString textOf(const QLineEdit *line)
{
    return line == nullptr ? QString() : line->text();
}

} // namespace

ActForm::ActForm(const service::CaseDesk &desk, const service::ActOffer &offer, const Theme &theme,
                 approval::Language language, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_offer(offer), m_theme(theme), m_language(language),
      m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setColumnStretch(1, 1);
    for (const ActInput input : offer.inputs)
        addRow(input);
    m_grid->setRowStretch(m_grid->rowCount(), 1); // what is over stays below
    listen();
}

void ActForm::listen()
{
    for (QLineEdit *line : findChildren<QLineEdit *>())
        connect(line, &QLineEdit::textChanged, this, &ActForm::edited);
    for (QPlainTextEdit *text : findChildren<QPlainTextEdit *>())
        connect(text, &QPlainTextEdit::textChanged, this, &ActForm::edited);
    for (QListWidget *list : findChildren<QListWidget *>())
        connect(list, &QListWidget::itemChanged, this, &ActForm::edited);
    for (QComboBox *choice : findChildren<QComboBox *>())
        connect(choice, &QComboBox::currentIndexChanged, this, &ActForm::edited);
    if (m_workdays != nullptr)
        connect(m_workdays, &QSpinBox::valueChanged, this, &ActForm::edited);
}

void ActForm::addRow(ActInput input)
{
    switch (input) {
    case ActInput::Defects: return place(input, makeDefects());
    case ActInput::Materials: return place(input, makeMaterials());
    case ActInput::Reason: return place(input, makeReason());
    case ActInput::Basis: return place(input, makeBasis());
    case ActInput::Signer: return place(input, makeSigner());
    case ActInput::Document: return place(input, m_document = makeLine({}));
    case ActInput::DueDay:
        return place(input,
                     m_dueDay = makeLine({},
                                         m_offer.act == permit::Act::GiveNotice
                                             ? tr("empty = %1").arg(dayText(m_desk.usualDueDay))
                                             : tr("such as 2026-12-15")));
    case ActInput::Waybill: return place(input, m_waybill = makeLine({}));
    case ActInput::Receiver: return place(input, m_receiver = makeLine({}));
    case ActInput::Workdays:
        m_workdays = new QSpinBox(this);
        m_workdays->setRange(1, 99);
        m_workdays->setValue(10);
        return place(input, m_workdays);
    case ActInput::Suspension:
        m_suspension = new QComboBox(this);
        for (int kind = 0; kind <= static_cast<int>(permit::SuspensionKind::ExpertReview); ++kind)
            m_suspension->addItem(suspensionTitle(static_cast<permit::SuspensionKind>(kind)));
        return place(input, m_suspension);
    }
}

void ActForm::place(ActInput input, QWidget *field)
{
    const int row = m_grid->rowCount();
    const QString title = inputTitle(input);
    auto *label = new QLabel(title, this);
    auto *problem = new QLabel(this);
    QWidget *target = field->focusProxy() != nullptr ? field->focusProxy() : field;
    label->setBuddy(target);
    const QString spoken = spokenTitle(title);
    if (target->accessibleName().isEmpty())
        target->setAccessibleName(spoken);
    if (const auto *box = qobject_cast<QComboBox *>(target); box != nullptr && box->isEditable())
        box->lineEdit()->setAccessibleName(spoken);
    problem->setWordWrap(true);
    problem->hide();
    QPalette palette = problem->palette();
    palette.setColor(QPalette::WindowText, m_theme.tokens().late);
    problem->setPalette(palette);
    m_grid->addWidget(label, row, 0, Qt::AlignTop);
    m_grid->addWidget(field, row, 1);
    m_grid->addWidget(problem, row + 1, 1);
    m_rows[input] = {target, problem};
}

QLineEdit *ActForm::makeLine(const QString &value, const QString &hint)
{
    auto *line = new QLineEdit(value, this);
    line->setPlaceholderText(hint);
    return line;
}

QWidget *ActForm::makeDefects()
{
    auto *box = new QWidget(this);
    m_defects = makeList(box, QStringLiteral("actDefects"), static_cast<int>(m_desk.defects.size()));
    for (const permit::Defect &defect : m_desk.defects) {
        const bool isChinese = m_language == approval::Language::Chinese || defect.textEn.empty();
        const QString text = qt(isChinese ? defect.textZh : defect.textEn);
        addChoice(m_defects, text, qt(defect.code));
    }
    m_defects->setCurrentRow(0);
    m_ownDefect = new QLineEdit(box);
    m_ownDefect->setObjectName(QStringLiteral("actOwnDefect"));
    m_ownDefect->setAccessibleName(tr("Something else, in your own words"));
    m_ownDefect->setPlaceholderText(tr("Something else, in your own words"));
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_defects);
    layout->addWidget(m_ownDefect);
    box->setFocusProxy(m_defects);
    return box;
}

QWidget *ActForm::makeMaterials()
{
    const bool onlyMinor = m_offer.act == permit::Act::AcceptConditionally;
    m_materials = makeList(this, QStringLiteral("actMaterials"), static_cast<int>(m_desk.materials.size()));
    for (const service::MaterialChoice &material : m_desk.materials) {
        if (onlyMinor && !material.mayFollow)
            continue;
        const QString name =
            qt(m_language == approval::Language::Chinese ? material.nameZh : material.nameEn);
        addChoice(m_materials, QStringLiteral("%1. %2").arg(material.no).arg(name),
                  QString::number(material.no))
            ->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    }
    m_materials->setCurrentRow(0);
    return m_materials;
}

QWidget *ActForm::makeReason()
{
    auto *box = new QWidget(this);
    m_reason = new QPlainTextEdit(qt(m_offer.reason), box);
    m_reason->setObjectName(QStringLiteral("actReason"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(m_reason->fontMetrics().lineSpacing() * 3 + 2 * m_reason->frameWidth());
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_reason);
    box->setFocusProxy(m_reason);
    if (m_desk.reasons.empty())
        return box;
    auto *pick = new QComboBox(box);
    pick->setObjectName(QStringLiteral("actReasonPick"));
    pick->setAccessibleName(tr("What the rules found"));
    pick->addItem(tr("What the rules found: choose to add it"));
    for (const std::string &reason : m_desk.reasons)
        pick->addItem(qt(reason));
    pick->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    layout->addWidget(pick);
    connect(pick, &QComboBox::activated, this, [this, pick](int index) {
        if (index > 0 && !m_reason->toPlainText().contains(pick->itemText(index)))
            m_reason->appendPlainText(pick->itemText(index));
    });
    return box;
}

QWidget *ActForm::makeBasis()
{
    m_basis = new QComboBox(this);
    m_basis->setObjectName(QStringLiteral("actBasis"));
    m_basis->setEditable(true);
    m_basis->setInsertPolicy(QComboBox::NoInsert);
    m_basis->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const std::string &basis : m_desk.bases)
        m_basis->addItem(qt(basis));
    m_basis->setCurrentText(qt(m_offer.basis));
    m_basis->lineEdit()->setCursorPosition(0);
    return m_basis;
}

QWidget *ActForm::makeSigner()
{
    auto *box = new QWidget(this);
    m_signer = new QComboBox(box);
    m_signer->setObjectName(QStringLiteral("actSigner"));
    m_signer->addItem(tr("Nobody"), QString());
    for (const service::SignerChoice &signer : m_desk.signers)
        m_signer->addItem(QStringLiteral("%1 (%2)").arg(qt(signer.displayName), qt(signer.account)),
                          qt(signer.account));
    m_signerPassword = new QLineEdit(box);
    m_signerPassword->setObjectName(QStringLiteral("actSignerPassword"));
    m_signerPassword->setEchoMode(QLineEdit::Password);
    m_signerPassword->setAccessibleName(tr("Password of the second person"));
    m_signerPassword->setPlaceholderText(tr("Password of the second person"));
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_signer);
    layout->addWidget(m_signerPassword, 1);
    box->setFocusProxy(m_signer);
    return box;
}

/// Words that were not changed keep both languages.
void ActForm::addDefects(permit::ActRequest &request) const
{
    for (int row = 0; m_defects != nullptr && row < m_defects->count(); ++row) {
        const QListWidgetItem &item = *m_defects->item(row);
        if (item.checkState() != Qt::Checked)
            continue;
        permit::Defect defect = m_desk.defects[static_cast<std::size_t>(row)];
        if (item.text() != originalText(item)) {
            defect.textZh = utf8(item.text().trimmed());
            defect.textEn.clear();
        }
        request.defects.push_back(std::move(defect));
    }
    const std::string own = utf8(textOf(m_ownDefect).trimmed());
    if (!own.empty())
        request.defects.push_back(
            {"other:1", {}, m_desk.bases.empty() ? std::string() : m_desk.bases.front(), own, {}, {}});
}

service::DeskAct ActForm::act() const
{
    service::DeskAct act;
    act.seenVersion = m_desk.version;
    permit::ActRequest &request = act.request;
    request.act = m_offer.act;
    if (m_reason != nullptr)
        request.reason = utf8(m_reason->toPlainText().simplified());
    if (m_basis != nullptr)
        request.basis = utf8(m_basis->currentText().simplified());
    request.document = utf8(textOf(m_document).simplified());
    request.waybill = utf8(textOf(m_waybill).simplified());
    request.receiver = utf8(textOf(m_receiver).simplified());
    if (const auto day = parseIsoDate(halfWidth(utf8(textOf(m_dueDay).trimmed()))))
        request.dueOn = *day;
    if (m_workdays != nullptr)
        request.workdays = m_workdays->value();
    if (m_suspension != nullptr)
        request.suspension = static_cast<permit::SuspensionKind>(m_suspension->currentIndex());
    for (const auto &[no, name] : checkedIn(m_materials))
        request.materials.push_back(no.toInt());
    act.supplement.materials = request.materials;
    addDefects(request);
    if (m_signer != nullptr && !m_signer->currentData().toString().isEmpty())
        act.signer =
            service::Credentials{utf8(m_signer->currentData().toString()), utf8(m_signerPassword->text())};
    return act;
}

ActDraft ActForm::draft() const
{
    ActDraft draft;
    if (m_reason != nullptr)
        draft.reason = m_reason->toPlainText();
    if (m_basis != nullptr)
        draft.basis = m_basis->currentText();
    draft.document = textOf(m_document);
    draft.dueDay = textOf(m_dueDay);
    draft.waybill = textOf(m_waybill);
    draft.receiver = textOf(m_receiver);
    draft.ownDefect = textOf(m_ownDefect);
    if (m_workdays != nullptr)
        draft.workdays = m_workdays->value();
    if (m_suspension != nullptr)
        draft.suspension = m_suspension->currentIndex();
    draft.defects = checkedIn(m_defects);
    draft.materials = checkedIn(m_materials);
    return draft;
}

void ActForm::setDraft(const ActDraft &draft)
{
    const QSignalBlocker restoring(this); // It is kept already.
    if (m_reason != nullptr)
        m_reason->setPlainText(draft.reason);
    if (m_workdays != nullptr && draft.workdays > 0)
        m_workdays->setValue(draft.workdays);
    if (m_suspension != nullptr)
        m_suspension->setCurrentIndex(draft.suspension);
    if (m_basis != nullptr)
        m_basis->setCurrentText(draft.basis);
    const auto put = [](QLineEdit *line, const QString &text) {
        if (line != nullptr)
            line->setText(text);
    };
    put(m_document, draft.document);
    put(m_dueDay, draft.dueDay);
    put(m_waybill, draft.waybill);
    put(m_receiver, draft.receiver);
    put(m_ownDefect, draft.ownDefect);
    checkIn(m_defects, draft.defects);
    checkIn(m_materials, draft.materials);
}

bool ActForm::hasUnreadableDay() const
{
    const std::string text = halfWidth(utf8(textOf(m_dueDay).trimmed()));
    return !text.empty() && !parseIsoDate(text);
}

bool ActForm::showProblem(ActInput input, const QString &text)
{
    const auto row = m_rows.find(input);
    if (row == m_rows.end())
        return false;
    row->second.problem->setText(text);
    row->second.problem->show();
    row->second.field->setFocus();
    return true;
}

void ActForm::clearProblems()
{
    for (const auto &[input, row] : m_rows)
        row.problem->hide();
}

void ActForm::focusFirst()
{
    if (!m_offer.inputs.empty())
        m_rows.at(m_offer.inputs.front()).field->setFocus();
}

bool ActForm::focusFirstEmpty()
{
    for (const ActInput input : m_offer.inputs) {
        const bool isMissing = input == ActInput::Defects || input == ActInput::Materials
            || input == ActInput::Workdays || input == ActInput::Suspension
            || (input == ActInput::Reason && m_reason->toPlainText().isEmpty())
            || (input == ActInput::Document && m_document->text().isEmpty())
            || (input == ActInput::Receiver && m_receiver->text().isEmpty())
            || (input == ActInput::Waybill && m_waybill->text().isEmpty());
        if (!isMissing)
            continue;
        m_rows.at(input).field->setFocus();
        return true;
    }
    return false;
}

} // namespace tongban::ui
