// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/intake/entry_form.h"

#include "ui/base/flow_layout.h"
#include "ui/base/spoken.h"
#include "ui/base/text.h"
#include "ui/intake/problem_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QToolButton>
#include <QVBoxLayout>

namespace tongban::ui {

namespace {

/// What is copied from letters and web pages brings the ends of their lines along: between two Latin letters
/// one stands for a blank, anywhere else for nothing.
QString withoutLineBreaks(const QString &text)
{
    static const QRegularExpression inWords(
        QStringLiteral("(?<=[A-Za-z])[ ]*[\\r\\n\\x{2028}\\x{2029}]+[ ]*(?=[A-Za-z])"));
    static const QRegularExpression others(QStringLiteral("[\\r\\n\\x{2028}\\x{2029}\\t]+"));
    return QString(text).replace(inWords, QStringLiteral(" ")).remove(others);
}

/// A person reads it, a test finds it.
void name(QWidget *widget, const QString &objectName, const QString &accessibleName)
{
    widget->setObjectName(QStringLiteral("intake.") + objectName);
    widget->setAccessibleName(accessibleName);
}

} // namespace

EntryForm::EntryForm(const service::CounterForm &form, const Theme &theme, approval::Language language,
                     QWidget *parent)
    : QWidget(parent), m_theme(theme), m_language(language), m_definitions(form.fields),
      m_kind(new QComboBox(this)), m_district(new QComboBox(this)),
      m_human(new QCheckBox(tr("The applicant wants a &person to decide"), this)),
      m_promise(new QCheckBox(tr("The applicant p&romises instead of proving"), this)),
      m_conditional(new QCheckBox(tr("&Minor documents are to follow"), this)), m_stage(new QComboBox(this))
{
    auto *layout = new QFormLayout(this);
    layout->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    layout->setRowWrapPolicy(QFormLayout::WrapLongRows);
    addApplicant(layout, form);
    for (const service::CounterField &field : form.fields)
        addField(layout, field);
    addMaterials(layout, form);
    name(m_human, QStringLiteral("human"), tr("The applicant wants a person to decide"));
    layout->addRow(QString(), m_human);
    connect(m_human, &QCheckBox::toggled, this, &EntryForm::edited);
    addWays(layout, form);
}

/// What the item offers beside the plain way; what it does not offer says so.
void EntryForm::addWays(QFormLayout *layout, const service::CounterForm &form)
{
    name(m_promise, QStringLiteral("promise"), tr("The applicant promises instead of proving"));
    name(m_conditional, QStringLiteral("conditional"), tr("Minor documents are to follow"));
    m_promise->setEnabled(form.promiseOffered);
    m_conditional->setEnabled(form.conditionalOffered);
    if (!form.promiseOffered)
        m_promise->setToolTip(tr("The item does not offer a promise, or it is a matter of safety."));
    if (!form.conditionalOffered)
        m_conditional->setToolTip(tr("The item has no minor documents; main ones may not follow."));
    for (QCheckBox *box : {m_promise, m_conditional}) {
        layout->addRow(QString(), box);
        connect(box, &QCheckBox::toggled, this, &EntryForm::edited);
    }
    m_stage->addItem(tr("Application"), static_cast<int>(permit::Stage::Apply));
    m_stage->addItem(tr("For a look beforehand (pre-review)"), static_cast<int>(permit::Stage::PreReview));
    m_stage->addItem(tr("Appointment"), static_cast<int>(permit::Stage::Book));
    add(layout, QStringLiteral("stage"), tr("Hand&ed in as"), m_stage);
    connect(m_stage, &QComboBox::currentIndexChanged, this, &EntryForm::edited);
}

QString EntryForm::pick(const std::string &zh, const std::string &en) const
{
    return qt(m_language == approval::Language::Chinese ? zh : en);
}

void EntryForm::add(QFormLayout *layout, const QString &field, const QString &label, QWidget *widget)
{
    auto *cell = new QWidget(this);
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    column->addWidget(widget);
    auto *problem = new QLabel(cell);
    problem->setObjectName(QStringLiteral("intakeProblem.") + field);
    problem->setWordWrap(true);
    problem->hide();
    column->addWidget(problem);
    auto *from = new QLabel(cell);
    from->setObjectName(QStringLiteral("intakeFrom.") + field);
    from->setWordWrap(true);
    from->hide();
    column->addWidget(from);
    auto *title = new QLabel(label, this);
    title->setBuddy(widget);
    name(widget, field, spokenTitle(label));
    layout->addRow(title, cell);
    m_fields.insert(field, {widget, problem, from});
    m_order.append(field);
}

QLineEdit *EntryForm::line(QFormLayout *layout, const QString &field, const QString &label)
{
    auto *edit = new QLineEdit(this);
    add(layout, field, label, edit);
    connect(edit, &QLineEdit::textEdited, this, [this, field, edit](const QString &text) {
        const QString clean = withoutLineBreaks(text);
        if (clean != text)
            edit->setText(clean);
        m_touched.insert(field);
        showFrom(field);
        Q_EMIT edited();
    });
    // What was left in peace while it was typed is looked at when it is left.
    connect(edit, &QLineEdit::editingFinished, this, &EntryForm::edited);
    return edit;
}

void EntryForm::addApplicant(QFormLayout *layout, const service::CounterForm &form)
{
    m_kind->addItem(tr("Person"), static_cast<int>(permit::ApplicantKind::Person));
    m_kind->addItem(tr("Enterprise"), static_cast<int>(permit::ApplicantKind::Enterprise));
    add(layout, QStringLiteral("applicant.kind"), tr("&Applicant"), m_kind);
    m_id = line(layout, QStringLiteral("applicant.id"), tr("I&D number or credit code"));
    m_name = line(layout, QStringLiteral("applicant.name"), tr("&Name"));
    m_phone = line(layout, QStringLiteral("applicant.phone"), tr("P&hone"));
    for (const service::CounterDistrict &district : form.districts)
        m_district->addItem(pick(district.nameZh, district.nameEn), district.code);
    add(layout, QStringLiteral("district"), tr("Di&strict"), m_district);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &EntryForm::edited);
    connect(m_district, &QComboBox::currentIndexChanged, this, &EntryForm::edited);
}

void EntryForm::addField(QFormLayout *layout, const service::CounterField &field)
{
    const QString key = keyOf(field.name);
    const QString label = pick(field.labelZh, field.labelEn);
    const bool isTruth = field.type == approval::FactType::Boolean;
    if (!isTruth && field.words.empty()) {
        line(layout, key, label);
        return;
    }
    auto *choice = new QComboBox(this);
    // Nothing is chosen for the applicant: an open question stays open.
    choice->addItem(tr("(not stated)"), QString());
    if (isTruth) {
        choice->addItem(tr("Yes"), QStringLiteral("true"));
        choice->addItem(tr("No"), QStringLiteral("false"));
    }
    for (const approval::CodeWord &word : field.words)
        choice->addItem(pick(word.zh, word.en), qt(word.value));
    add(layout, key, label, choice);
    connect(choice, &QComboBox::currentIndexChanged, this, &EntryForm::edited);
}

void EntryForm::addMaterials(QFormLayout *layout, const service::CounterForm &form)
{
    auto *list = new QWidget(this);
    list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    for (const permit::Material &material : form.materials) {
        const QString title = pick(material.nameZh, material.nameEn);
        const bool asked =
            material.mode == permit::SourceMode::Upload || material.mode == permit::SourceMode::WindowScan;
        QString state =
            material.importance == permit::Importance::Main ? tr("main") : tr("minor, may follow");
        if (material.mode == permit::SourceMode::Exempt)
            state = tr("not asked for");
        else if (!asked)
            state = tr("delivered by shared data");
        auto *box = new QCheckBox(tr("%1. %2 (%3)").arg(material.no).arg(title, state), list);
        name(box, QStringLiteral("material.%1").arg(material.no), title);
        // What arrives by itself is not asked for on paper (one may not even tick it).
        box->setEnabled(asked);
        if (!asked)
            box->setToolTip(
                tr("Shared data or the licence store delivers this document; paper is not asked for."));
        auto *line = new FlowLayout;
        line->addWidget(box);
        column->addLayout(line);
        if (!asked && material.mode != permit::SourceMode::Exempt)
            addPaper(*line, column, material, title);
        if (asked)
            m_materials.insert(material.no, box);
        connect(box, &QCheckBox::toggled, this, &EntryForm::edited);
    }
    layout->addRow(new QLabel(tr("Documents received"), this), list);
}

/// Paper can be asked for once the reason is written (S1); the place for it opens when it is wanted.
void EntryForm::addPaper(QLayout &line, QBoxLayout *column, const permit::Material &material,
                         const QString &title)
{
    auto *rowWidget = new QWidget(this);
    const Paper paper{new QToolButton(this), rowWidget, new QLineEdit(rowWidget),
                      new QCheckBox(tr("Ask for paper"), rowWidget)};
    paper.open->setText(tr("Ask for paper…"));
    paper.open->setAutoRaise(true);
    paper.open->setFocusPolicy(Qt::TabFocus);
    name(paper.open, QStringLiteral("paperOpen.%1").arg(material.no),
         tr("Say why paper is asked for: %1").arg(title));
    line.addWidget(paper.open);
    name(paper.reason, QStringLiteral("paperReason.%1").arg(material.no),
         tr("Why paper is asked for: %1").arg(title));
    name(paper.asked, QStringLiteral("paperAsked.%1").arg(material.no), tr("Ask for paper: %1").arg(title));
    paper.reason->setPlaceholderText(tr("Why on paper?"));
    paper.asked->setEnabled(false);
    paper.asked->setToolTip(tr("Write the reason first."));
    auto *row = new QHBoxLayout(paper.row);
    row->setContentsMargins(fontMetrics().height() * 2, 0, 0, 0);
    row->addWidget(paper.reason, 1);
    row->addWidget(paper.asked);
    column->addWidget(paper.row);
    paper.row->hide();
    m_papers.insert(material.no, paper);
    connect(paper.open, &QToolButton::clicked, this, [paper] {
        paper.row->show();
        paper.reason->setFocus();
    });
    connect(paper.reason, &QLineEdit::textChanged, this, [this, paper](const QString &reason) {
        const bool isGiven = !reason.trimmed().isEmpty();
        paper.asked->setEnabled(isGiven);
        if (!isGiven)
            paper.asked->setChecked(false);
        Q_EMIT edited();
    });
    connect(paper.asked, &QCheckBox::toggled, this, &EntryForm::edited);
}

void EntryForm::showPaperWithoutReason(const std::vector<int> &materials)
{
    if (materials.empty() || !m_papers.contains(materials.front()))
        return;
    const Paper paper = m_papers.value(materials.front());
    paper.row->show();
    paper.reason->setFocus();
}

void EntryForm::writeTo(service::CounterEntry &entry) const
{
    entry.kind = static_cast<permit::ApplicantKind>(m_kind->currentData().toInt());
    entry.district = m_district->currentData().toInt();
    entry.id = utf8(m_id->text());
    entry.name = utf8(m_name->text());
    entry.phone = utf8(m_phone->text());
    entry.humanPlease = m_human->isChecked();
    entry.promise = m_promise->isChecked();
    entry.conditional = m_conditional->isChecked();
    entry.stage = static_cast<permit::Stage>(m_stage->currentData().toInt());
    entry.sources.assign(m_sources.cbegin(), m_sources.cend());
    entry.paperAsked.clear();
    for (auto paper = m_papers.begin(); paper != m_papers.end(); ++paper)
        if (paper->asked->isChecked())
            entry.paperAsked[paper.key()] = utf8(paper->reason->text().simplified());
    entry.materials.clear();
    for (auto box = m_materials.begin(); box != m_materials.end(); ++box)
        if (box.value()->isChecked())
            entry.materials.push_back(box.key());
    entry.fields.clear();
    for (const service::CounterField &field : m_definitions) {
        QWidget *widget = m_fields.value(keyOf(field.name)).widget;
        if (const auto *choice = qobject_cast<QComboBox *>(widget)) {
            const QString value = choice->currentData().toString();
            if (value.isEmpty())
                continue;
            entry.fields.push_back({field.name,
                                    field.type == approval::FactType::Boolean
                                        ? permit::FieldValue::fromBoolean(value == QStringLiteral("true"))
                                        : permit::FieldValue::fromText(utf8(value))});
        } else if (const auto *edit = qobject_cast<QLineEdit *>(widget);
                   edit != nullptr && !edit->text().isEmpty())
            entry.fields.push_back({field.name, permit::FieldValue::fromText(utf8(edit->text()))});
    }
}

void EntryForm::show(const service::CounterEntry &entry)
{
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(entry.kind)));
    m_district->setCurrentIndex(std::max(0, m_district->findData(entry.district)));
    m_id->setText(qt(entry.id));
    m_name->setText(qt(entry.name));
    m_phone->setText(qt(entry.phone));
    m_human->setChecked(entry.humanPlease);
    m_promise->setChecked(entry.promise && m_promise->isEnabled());
    m_conditional->setChecked(entry.conditional && m_conditional->isEnabled());
    m_stage->setCurrentIndex(std::max(0, m_stage->findData(static_cast<int>(entry.stage))));
    for (const service::CounterSource &source : entry.sources)
        if (m_fields.contains(keyOf(source.field)))
            m_sources.insert(keyOf(source.field), source);
    for (const auto &[material, reason] : entry.paperAsked)
        if (m_papers.contains(material)) {
            m_papers[material].row->show();
            m_papers[material].reason->setText(qt(reason));
            m_papers[material].asked->setChecked(true);
        }
    for (const int no : entry.materials)
        if (QCheckBox *box = m_materials.value(no))
            box->setChecked(true);
    for (const permit::FormField &field : entry.fields) {
        m_touched.insert(keyOf(field.name));
        QWidget *widget = m_fields.value(keyOf(field.name)).widget;
        if (auto *choice = qobject_cast<QComboBox *>(widget))
            choice->setCurrentIndex(std::max(0, choice->findData(qt(field.value.text()))));
        else if (auto *edit = qobject_cast<QLineEdit *>(widget))
            edit->setText(qt(field.value.text()));
    }
}

/// Half a number is no mistake as long as somebody is typing it.
bool EntryForm::isBusy(const Field &field)
{
    constexpr int kWholeNumber = 18;
    const auto *edit = qobject_cast<QLineEdit *>(field.widget);
    return edit != nullptr && edit->hasFocus() && edit->text().simplified().size() < kWholeNumber;
}

void EntryForm::showProblems(const std::vector<permit::IntakeProblem> &problems, bool typing)
{
    QMap<QString, QString> sentences;
    for (const permit::IntakeProblem &problem : problems) {
        const QString field = qt(problem.field);
        if (typing && (problem.reason == permit::IntakeReason::Missing || isBusy(m_fields.value(field))))
            continue;
        if (!sentences.contains(field))
            sentences.insert(field, ProblemWords::sentence(problem));
    }
    for (auto field = m_fields.begin(); field != m_fields.end(); ++field) {
        QLabel *label = field->problem;
        const QString sentence = sentences.value(field.key());
        QPalette colours = label->palette();
        colours.setColor(QPalette::WindowText, m_theme.tokens().late);
        label->setPalette(colours);
        label->setText(sentence);
        label->setVisible(!sentence.isEmpty());
        field->widget->setAccessibleDescription(sentence);
    }
}

void EntryForm::focusFirst()
{
    m_id->setFocus();
}

void EntryForm::focusProblem()
{
    for (const QString &field : m_order)
        if (!m_fields[field].problem->text().isEmpty()) {
            m_fields[field].widget->setFocus();
            return;
        }
}

} // namespace tongban::ui
