// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/administration/calendar_page.h"

#include "ui/base/flow_layout.h"
#include "ui/base/text.h"

#include <QCoreApplication>
#include <QVBoxLayout>

namespace tongban::ui {

namespace {

class DayWords
{
    Q_DECLARE_TR_FUNCTIONS(tongban::ui::DayWords)

public:
    static QString of(DayKind kind)
    {
        switch (kind) {
        case DayKind::Workday: return tr("working day");
        case DayKind::Weekend: return tr("weekend");
        case DayKind::Holiday: return tr("holiday");
        case DayKind::MakeUpWorkday: return tr("weekend day that is worked");
        }
        return {};
    }
};

} // namespace

CalendarPage::CalendarPage(AdministrationContext context, QWidget *parent)
    : AdministrationPage(std::move(context), parent), m_until(new QLabel(this)),
      m_years(new ValueTable(tr("Years of the calendar"),
                             {tr("Year"), tr("Working days"), tr("Rest days of holidays"),
                              tr("Weekend days worked"), tr("From")},
                             this)),
      m_file(
          new PathField(PathField::Wanted::File, tr("File of a year"), QStringLiteral("calendarFile"), this)),
      m_preview(new QPushButton(tr("&Preview"), this)), m_take(new QPushButton(tr("&Take this year"), this)),
      m_problem(makeProblemLine(QStringLiteral("calendarProblem"))), m_summary(new QLabel(this)),
      m_changes(new ValueTable(tr("Days that change"),
                               {tr("Day"), tr("Until now"), tr("From now on"), tr("Holiday")}, this))
{
    m_years->setObjectName(QStringLiteral("calendarYears"));
    m_changes->setObjectName(QStringLiteral("calendarChanges"));
    m_preview->setObjectName(QStringLiteral("calendarPreview"));
    m_take->setObjectName(QStringLiteral("calendarTake"));
    m_summary->setObjectName(QStringLiteral("calendarSummary"));
    for (QLabel *label : {m_until, m_summary})
        label->setWordWrap(true);
    m_take->setEnabled(false);
    auto *buttons = new FlowLayout;
    buttons->addWidget(m_preview);
    buttons->addWidget(m_take);
    auto *title = new QLabel(tr("&File of a year (form: resources/calendar/README.md)"), this);
    title->setBuddy(m_file);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_until);
    layout->addWidget(m_years, 2);
    layout->addWidget(title);
    layout->addWidget(m_file);
    layout->addLayout(buttons);
    layout->addWidget(m_problem);
    layout->addWidget(m_summary);
    layout->addWidget(m_changes, 1);
    connect(m_file, &PathField::changed, this, [this] { m_take->setEnabled(false); });
    connect(m_file->line(), &QLineEdit::returnPressed, this, [this] { read(service::Rehearse::Yes); });
    connect(m_preview, &QPushButton::clicked, this, [this] { read(service::Rehearse::Yes); });
    connect(m_take, &QPushButton::clicked, this, [this] { read(service::Rehearse::No); });
}

void CalendarPage::load()
{
    const auto read = [](const service::AdministratorDesk &desk) {
        return desk.calendarYears();
    };
    ask(read, [this](const std::vector<service::CalendarYear> &years) {
        QList<QStringList> rows;
        for (const service::CalendarYear &year : years)
            rows.prepend({QString::number(year.year), QString::number(year.workdays),
                          QString::number(year.restDays), QString::number(year.makeUpDays),
                          year.isOwn ? tr("this office") : tr("the program")});
        m_years->setRows(rows);
        if (!years.empty())
            m_until->setText(
                tr("Known through %1. Limits that pass that day are provisional and are not printed.")
                    .arg(years.back().year));
    });
}

void CalendarPage::read(service::Rehearse rehearse)
{
    m_problem->clear();
    m_summary->clear();
    if (m_file->isEmpty())
        return m_problem->setText(tr("Choose a file."));
    const auto take = [file = m_file->path(), rehearse](const service::AdministratorDesk &desk) {
        return desk.importCalendar(file, rehearse);
    };
    ask(take, [this](const service::CalendarImport &import) { show(import); });
}

void CalendarPage::show(const service::CalendarImport &import)
{
    m_problem->setText(qt(import.problem));
    m_take->setEnabled(import.problem.empty() && !import.stored);
    if (!import.problem.empty())
        return m_changes->setRows({});
    QList<QStringList> rows;
    for (const service::CalendarDayChange &change : import.changes)
        rows.append({dayText(change.day), import.isNewYear ? tr("provisional") : DayWords::of(change.before),
                     DayWords::of(change.after), qt(change.name)});
    m_changes->setRows(rows);
    if (import.stored) {
        m_summary->setText(tr("%1 is in the workspace and is reckoned with.").arg(import.year));
        takeUp(m_summary->text());
        return load();
    }
    m_summary->setText(import.changes.empty() ? tr("%1 says the same as what is in force.").arg(import.year)
                                              : tr("%1 changes %n day(s); nothing was changed yet.", nullptr,
                                                   static_cast<int>(import.changes.size()))
                                                    .arg(import.year));
}

} // namespace tongban::ui
