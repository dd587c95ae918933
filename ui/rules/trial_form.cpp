// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/rules/trial_form.h"

#include "ui/base/text.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace tongban::ui {

using approval::FactType;

TrialForm::TrialForm(const Theme &theme, approval::Language language, QWidget *parent)
    : QScrollArea(parent), m_theme(theme), m_language(language)
{
    setObjectName(QStringLiteral("trialForm"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void TrialForm::show(const std::vector<service::TrialField> &fields)
{
    m_rows.clear();
    auto *body = new QWidget(this);
    auto *layout = new QFormLayout(body);
    layout->setRowWrapPolicy(QFormLayout::WrapLongRows);
    layout->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    for (const service::TrialField &field : fields) {
        auto *cell = new QWidget(body);
        auto *column = new QVBoxLayout(cell);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(1);
        QWidget *input = makeField(field, cell);
        auto *problem = new QLabel(tr("This cannot be read. %1").arg(hint(field)), cell);
        problem->setWordWrap(true);
        problem->hide();
        column->addWidget(input);
        column->addWidget(problem);
        const QString title =
            field.unit.empty() ? qt(field.label) : tr("%1 (%2)").arg(qt(field.label), qt(field.unit));
        auto *label = new QLabel(title, body);
        label->setBuddy(input);
        label->setToolTip(tr("A real case has it from: %1").arg(qt(field.source)));
        input->setToolTip(label->toolTip());
        input->setAccessibleName(title);
        input->setObjectName(QStringLiteral("trial.%1").arg(m_rows.size()));
        layout->addRow(label, cell);
        m_rows.push_back({input, problem});
    }
    setWidget(body);
}

QString TrialForm::hint(const service::TrialField &field)
{
    switch (field.type) {
    case FactType::Boolean: return {};
    case FactType::Number: return tr("A number");
    case FactType::Date: return tr("A day, such as 2026-03-17");
    case FactType::String: return tr("Words");
    case FactType::NumberList: return tr("Numbers with commas between");
    case FactType::StringList: return tr("Words with commas between");
    }
    return {};
}

QWidget *TrialForm::makeField(const service::TrialField &field, QWidget *parent) const
{
    const bool isTruth = field.type == FactType::Boolean;
    if (!isTruth && field.words.empty()) {
        auto *line = new QLineEdit(parent);
        line->setPlaceholderText(hint(field));
        return line;
    }
    auto *choice = new QComboBox(parent);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    choice->addItem(tr("(not known)"), QString());
    choice->addItem(tr("(the record leaves it open)"), QStringLiteral("null"));
    if (isTruth) {
        choice->addItem(tr("Yes"), QStringLiteral("true"));
        choice->addItem(tr("No"), QStringLiteral("false"));
    }
    for (const approval::CodeWord &word : field.words)
        choice->addItem(qt(m_language == approval::Language::Chinese ? word.zh : word.en), qt(word.value));
    return choice;
}

std::vector<std::string> TrialForm::values() const
{
    std::vector<std::string> values;
    for (const Row &row : m_rows) {
        if (const auto *choice = qobject_cast<QComboBox *>(row.field))
            values.push_back(utf8(choice->currentData().toString()));
        else
            values.push_back(utf8(static_cast<QLineEdit *>(row.field)->text()));
    }
    return values;
}

void TrialForm::setValues(const std::vector<std::string> &values)
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const QString value = i < values.size() ? qt(values[i]) : QString();
        if (auto *choice = qobject_cast<QComboBox *>(m_rows[i].field)) {
            if (choice->findData(value) < 0)
                choice->addItem(value, value); // a code that the dictionary has no word for
            choice->setCurrentIndex(choice->findData(value));
        } else {
            static_cast<QLineEdit *>(m_rows[i].field)->setText(value);
        }
    }
    showUnreadable({});
}

void TrialForm::showUnreadable(const std::vector<std::size_t> &places)
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        QPalette colours = m_rows[i].problem->palette();
        colours.setColor(QPalette::WindowText, m_theme.tokens().late);
        m_rows[i].problem->setPalette(colours);
        m_rows[i].problem->setVisible(std::ranges::find(places, i) != places.end());
    }
    if (!places.empty())
        m_rows[places.front()].field->setFocus();
}

void TrialForm::focusFirst()
{
    if (!m_rows.empty())
        m_rows.front().field->setFocus();
}

} // namespace tongban::ui
