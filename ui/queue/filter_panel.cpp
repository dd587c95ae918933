// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/queue/filter_panel.h"

#include "core/base/text.h"
#include "ui/base/text.h"

#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

namespace tongban::ui {

namespace {

constexpr int kPairsInARow = 2;

/// What is typed as a day, in half or full width; nothing while it is none.
std::optional<Date> dayOf(const QLineEdit &line)
{
    const auto day = parseIsoDate(halfWidth(utf8(line.text().trimmed())));
    return day ? std::optional<Date>(*day) : std::nullopt;
}

QString textOf(const std::optional<Date> &day)
{
    return day ? dayText(*day) : QString();
}

void choose(QComboBox *box, const QString &value)
{
    const QSignalBlocker quiet(box);
    int index = box->findData(value);
    if (index < 0) { // kept by a filter, no longer to be chosen: still shown
        box->addItem(value, value);
        index = box->count() - 1;
    }
    box->setCurrentIndex(index);
}

} // namespace

FilterPanel::FilterPanel(QWidget *parent)
    : QFrame(parent), m_grid(new QGridLayout(this)), m_light(addChoice(tr("Limit"), "filterLight")),
      m_state(addChoice(tr("State"), "filterState")), m_item(addChoice(tr("Item"), "filterItem")),
      m_field(addChoice(tr("Field"), "filterField")), m_district(addChoice(tr("District"), "filterDistrict")),
      m_channel(addChoice(tr("Channel"), "filterChannel")),
      m_holder(addChoice(tr("In work"), "filterHolder")),
      m_reason(addChoice(tr("Why not automatic"), "filterReason")),
      m_outcome(addChoice(tr("Outcome"), "filterOutcome")), m_from(addDay(tr("Received from"), "filterFrom")),
      m_through(addDay(tr("Received until"), "filterThrough")), m_problem(new QLabel(this)),
      m_name(new QLineEdit(this)), m_save(new QPushButton(tr("Save"), this))
{
    setObjectName(QStringLiteral("filterPanel"));
    setFrameShape(QFrame::StyledPanel);
    m_grid->setContentsMargins(6, 6, 6, 6);
    m_problem->setObjectName(QStringLiteral("filterProblem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_name->setObjectName(QStringLiteral("filterName"));
    m_name->setAccessibleName(tr("Name of the filter"));
    m_name->setPlaceholderText(tr("Name to keep this filter under"));
    m_name->setMaxLength(60);
    m_save->setObjectName(QStringLiteral("filterSave"));
    m_save->setEnabled(false);
    const int row = m_grid->rowCount();
    m_grid->addWidget(m_problem, row, 0, 1, -1);
    m_grid->addWidget(m_name, row + 1, 0, 1, 3);
    m_grid->addWidget(m_save, row + 1, 3);
    for (int column = 1; column < 2 * kPairsInARow; column += 2)
        m_grid->setColumnStretch(column, 1);
    for (const auto light : {service::DueLight::Any, service::DueLight::Late, service::DueLight::Soon,
                             service::DueLight::Later, service::DueLight::Nothing})
        m_light->addItem(light == service::DueLight::Any ? tr("any") : lightTitle(light),
                         static_cast<int>(light));
    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString &name) { m_save->setEnabled(!name.trimmed().isEmpty()); });
    const auto save = [this] {
        if (!m_name->text().trimmed().isEmpty())
            Q_EMIT saveWanted(m_name->text().trimmed());
    };
    connect(m_name, &QLineEdit::returnPressed, this, save);
    connect(m_save, &QPushButton::clicked, this, save);
}

QComboBox *FilterPanel::addChoice(const QString &title, const char *name)
{
    auto *box = new QComboBox(this);
    box->setObjectName(QString::fromLatin1(name));
    box->setAccessibleName(title);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(6);
    auto *label = new QLabel(title, this);
    label->setBuddy(box);
    m_grid->addWidget(label, m_cells / kPairsInARow, 2 * (m_cells % kPairsInARow));
    m_grid->addWidget(box, m_cells / kPairsInARow, 2 * (m_cells % kPairsInARow) + 1);
    ++m_cells;
    connect(box, &QComboBox::currentIndexChanged, this, &FilterPanel::changed);
    return box;
}

QLineEdit *FilterPanel::addDay(const QString &title, const char *name)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(QString::fromLatin1(name));
    line->setAccessibleName(title);
    line->setPlaceholderText(QStringLiteral("2026-01-31"));
    line->setMaxLength(20);
    auto *label = new QLabel(title, this);
    label->setBuddy(line);
    m_grid->addWidget(label, m_cells / kPairsInARow, 2 * (m_cells % kPairsInARow));
    m_grid->addWidget(line, m_cells / kPairsInARow, 2 * (m_cells % kPairsInARow) + 1);
    ++m_cells;
    connect(line, &QLineEdit::editingFinished, this, &FilterPanel::checkDays);
    return line;
}

/// A day that is none is said, and no list is shown for it.
void FilterPanel::checkDays()
{
    for (const QLineEdit *line : {m_from, m_through})
        if (!line->text().trimmed().isEmpty() && !dayOf(*line)) {
            m_problem->setText(tr("\"%1\" is no day; days look like 2026-01-31.").arg(line->text()));
            m_problem->show();
            return;
        }
    m_problem->hide();
    Q_EMIT changed();
}

void FilterPanel::fill(QComboBox *box, const std::vector<Choice> &choices)
{
    const QSignalBlocker quiet(box);
    const QString before = box->currentData().toString();
    box->clear();
    box->addItem(tr("any"), QString());
    for (const auto &[value, title] : choices)
        box->addItem(title, value);
    choose(box, before);
}

void FilterPanel::setChoices(const FilterChoices &choices)
{
    fill(m_state, choices.states);
    fill(m_item, choices.items);
    fill(m_field, choices.fields);
    fill(m_district, choices.districts);
    fill(m_channel, choices.channels);
    fill(m_holder, choices.holders);
    fill(m_reason, choices.reasons);
    fill(m_outcome, choices.outcomes);
}

void FilterPanel::setQuery(const service::CaseQuery &query)
{
    const QSignalBlocker quiet(this);
    m_light->setCurrentIndex(m_light->findData(static_cast<int>(query.light)));
    choose(m_state, qt(query.state));
    choose(m_item, qt(query.item));
    choose(m_field, qt(query.field));
    choose(m_district, query.district == 0 ? QString() : QString::number(query.district));
    choose(m_channel, qt(query.channel));
    choose(m_holder, qt(query.holder));
    choose(m_reason, qt(query.reason));
    choose(m_outcome, qt(query.outcome));
    m_from->setText(textOf(query.receivedFrom));
    m_through->setText(textOf(query.receivedThrough));
    m_problem->hide();
}

void FilterPanel::applyTo(service::CaseQuery &query) const
{
    const auto chosen = [](const QComboBox *box) {
        return utf8(box->currentData().toString());
    };
    query.light = static_cast<service::DueLight>(m_light->currentData().toInt());
    query.state = chosen(m_state);
    query.item = chosen(m_item);
    query.field = chosen(m_field);
    query.district = m_district->currentData().toString().toInt();
    query.channel = chosen(m_channel);
    query.holder = chosen(m_holder);
    query.reason = chosen(m_reason);
    query.outcome = chosen(m_outcome);
    query.receivedFrom = dayOf(*m_from);
    query.receivedThrough = dayOf(*m_through);
}

void FilterPanel::focusFirst()
{
    m_light->setFocus();
}

void FilterPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return Q_EMIT left();
    QFrame::keyPressEvent(event);
}

} // namespace tongban::ui
