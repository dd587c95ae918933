// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/centre/connect_page.h"

#include "core/base/text.h"
#include "ui/base/error_text.h"
#include "ui/base/flow_layout.h"
#include "ui/base/path_field.h"
#include "ui/base/spoken.h"
#include "ui/base/text.h"
#include "ui/base/wrap_table.h"
#include "ui/centre/connect_words.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace tongban::ui {

ConnectPage::ConnectPage(const Theme &theme, QWidget *parent)
    : QScrollArea(parent), m_job(new JoinJob(this)), m_check(new QPushButton(tr("&Check the way"), this)),
      m_join(new QPushButton(tr("&Join and copy"), this)), m_cancel(new QPushButton(tr("Back"), this)),
      m_message(new QLabel(this)), m_progress(new QProgressBar(this)),
      m_steps(new WrapTable(QStringLiteral("connectSteps"), tr("Step by step"),
                            {{tr("Step"), 4}, {tr("Result"), 2}, {tr("What to do"), 8}}, theme, this))
{
    setObjectName(QStringLiteral("connectPage"));
    setAccessibleName(tr("Connect to a centre"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    m_check->setObjectName(QStringLiteral("connectCheck"));
    m_join->setObjectName(QStringLiteral("connectJoin"));
    m_cancel->setObjectName(QStringLiteral("connectCancel"));
    m_message->setObjectName(QStringLiteral("connectMessage"));
    m_message->setWordWrap(true);
    m_progress->setObjectName(QStringLiteral("connectProgress"));
    m_progress->setAccessibleName(tr("The first copy"));
    m_progress->hide();
    auto *sheet = new QWidget(this);
    auto *column = new QVBoxLayout(sheet);
    auto *words =
        new QLabel(tr("A desktop of a centre keeps a copy of its districts: everything can be done while "
                      "the network is away, and reaches the others when it is back. Your administrator "
                      "tells what to enter here."),
                   sheet);
    words->setWordWrap(true);
    column->addWidget(words);
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    makeForm(*form);
    column->addLayout(form);
    auto *bar = new QWidget(sheet);
    auto *buttons = new FlowLayout(bar);
    buttons->setContentsMargins(0, 0, 0, 0);
    for (QPushButton *button : {m_check, m_join, m_cancel})
        buttons->addWidget(button);
    column->addWidget(bar);
    column->addWidget(m_message);
    column->addWidget(m_progress);
    column->addWidget(m_steps);
    column->addStretch(1);
    setWidget(sheet);
    listen();
    forget();
}

void ConnectPage::listen()
{
    connect(m_check, &QPushButton::clicked, this, &ConnectPage::check);
    connect(m_join, &QPushButton::clicked, this, &ConnectPage::joinWanted);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_job->isRunning())
            m_job->stop();
        else
            Q_EMIT cancelled();
    });
    connect(m_job, &JoinJob::stepped, this, &ConnectPage::addStep);
    connect(m_job, &JoinJob::checked, this, &ConnectPage::takeCheck);
    connect(m_job, &JoinJob::ended, this, &ConnectPage::takeEnd);
    connect(m_job, &JoinJob::joined, this, [this] { Q_EMIT joined(m_password->text()); });
    connect(m_job, &JoinJob::copied, this, [this](qlonglong acts) {
        m_progress->setMaximum(static_cast<int>(std::max<std::int64_t>(m_acts, acts)));
        m_progress->setValue(static_cast<int>(acts));
        m_message->setText(
            tr("The first copy: %1 of %2 acts. It can be broken off; it goes on by itself later.")
                .arg(acts)
                .arg(std::max<std::int64_t>(m_acts, acts)));
    });
}

QLineEdit *ConnectPage::addLine(QFormLayout &form, const char *name, const QString &title,
                                const QString &hint)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(QString::fromLatin1(name));
    line->setPlaceholderText(hint);
    line->setAccessibleName(spokenTitle(title));
    form.addRow(title, line);
    connect(line, &QLineEdit::textEdited, this, &ConnectPage::forget);
    connect(line, &QLineEdit::returnPressed, this, &ConnectPage::check);
    return line;
}

void ConnectPage::makeForm(QFormLayout &form)
{
    m_host = addLine(form, "connectHost", tr("Se&rver"), tr("centre.example, or the folder of a socket"));
    m_port = new QSpinBox(this);
    m_port->setObjectName(QStringLiteral("connectPort"));
    m_port->setRange(1, 65535);
    m_port->setValue(5432);
    m_port->setAccessibleName(tr("Port"));
    form.addRow(tr("&Port"), m_port);
    m_database = addLine(form, "connectDatabase", tr("&Database"), QStringLiteral("tongban"));
    m_database->setText(QStringLiteral("tongban"));
    m_authority =
        new PathField(PathField::Wanted::File, tr("Certificate authority that vouches for the server"),
                      QStringLiteral("connectAuthority"), this);
    form.addRow(tr("Certificate &authority"), m_authority);
    connect(m_authority, &PathField::changed, this, &ConnectPage::forget);
    m_login = addLine(form, "connectLogin", tr("A&ccount at the centre"),
                      tr("as the administrator has admitted you"));
    m_byTicket = new QCheckBox(tr("Si&gn in with the domain, without typing (Kerberos)"), this);
    m_byTicket->setObjectName(QStringLiteral("connectTicket"));
    form.addRow(QString(), m_byTicket);
    m_password = addLine(form, "connectPassword", tr("Pass&word"), tr("kept in memory only"));
    m_password->setEchoMode(QLineEdit::Password);
    connect(m_byTicket, &QCheckBox::toggled, m_password, &QLineEdit::setDisabled);
    connect(m_byTicket, &QCheckBox::toggled, this, &ConnectPage::forget);
    m_districts =
        addLine(form, "connectDistricts", tr("D&istricts"), tr("440305; empty = all the account may read"));
    m_device = addLine(form, "connectDevice", tr("Identity of this &desktop"), {});
    m_device->setText(qt(service::newDevice(m_clock).text()));
    m_device->setToolTip(
        tr("The administrator of the centre enrols this desktop by it. If you were given one, enter "
           "that instead."));
}

void ConnectPage::focusFirst()
{
    m_host->setFocus();
}

/// What was checked is no longer what stands there.
void ConnectPage::forget()
{
    m_join->setEnabled(false);
    m_join->setToolTip(tr("Check the way first; every step has to be passed."));
    m_lines.clear();
    m_steps->setRows({});
    m_steps->setVisible(false);
    m_message->clear();
}

JoinJob::Question ConnectPage::question() const
{
    JoinJob::Question question;
    question.address.host = utf8(m_host->text().trimmed());
    question.address.port = m_port->value();
    question.address.database = utf8(m_database->text().trimmed());
    question.address.login = utf8(m_login->text().trimmed());
    question.address.authorityFile = m_authority->isEmpty() ? std::string() : m_authority->path().string();
    question.address.byTicket = m_byTicket->isChecked();
    if (!m_byTicket->isChecked())
        question.password = utf8(m_password->text());
    if (const auto device = Uuid::parse(utf8(m_device->text().trimmed())))
        question.device = *device;
    static const QRegularExpression between(QStringLiteral("[\\s,;、，；]+"));
    for (const QString &code : qt(halfWidth(utf8(m_districts->text()))).split(between, Qt::SkipEmptyParts))
        question.districts.push_back(code.toInt());
    return question;
}

/// What is wrong with what was typed, before anybody is asked.
std::optional<QString> ConnectPage::problem() const
{
    if (m_host->text().trimmed().isEmpty())
        return tr("Enter the name of the server.");
    if (m_login->text().trimmed().isEmpty() && !m_byTicket->isChecked())
        return tr("Enter the account.");
    if (!Uuid::parse(utf8(m_device->text().trimmed())))
        return tr("The identity of this desktop is not one: 32 hexadecimal digits in five groups.");
    const auto districts = question().districts;
    if (std::ranges::count(districts, 0) > 0)
        return tr("A district is a number of six digits.");
    return std::nullopt;
}

void ConnectPage::setBusy(bool busy)
{
    for (QWidget *field : std::initializer_list<QWidget *>{m_host, m_port, m_database, m_authority, m_login,
                                                           m_byTicket, m_districts, m_device, m_check})
        field->setEnabled(!busy);
    m_password->setEnabled(!busy && !m_byTicket->isChecked());
    m_cancel->setText(busy ? tr("Break off") : tr("Back"));
}

void ConnectPage::check()
{
    if (m_job->isRunning())
        return;
    forget();
    if (const auto wrong = problem())
        return m_message->setText(*wrong);
    m_message->setText(tr("Looking at the way to the centre…"));
    setBusy(true);
    m_job->check(question());
}

void ConnectPage::addStep(const service::CentreStepLine &line)
{
    m_lines.push_back(line);
    std::vector<std::vector<WrapCell>> rows;
    for (const service::CentreStepLine &step : m_lines)
        rows.push_back(
            {{stepTitle(step.step), Tone::Plain, false, qt(step.detail)},
             {step.passed ? tr("passed") : tr("not passed"), step.passed ? Tone::Good : Tone::Late, true},
             {stepRemedy(step)}});
    m_steps->setVisible(true);
    m_steps->setRows(std::move(rows));
}

void ConnectPage::takeCheck(const Result<service::CentreCheck> &check)
{
    setBusy(false);
    if (!check)
        return m_message->setText(errorLine(check.error()));
    m_acts = check->acts;
    if (!check->isReady()) {
        m_message->setText(tr("Not yet: see what to do at the last step."));
        m_check->setFocus();
        return;
    }
    QStringList districts;
    for (const int district : check->districts)
        districts += QString::number(district);
    if (m_districts->text().trimmed().isEmpty())
        m_districts->setText(districts.join(QStringLiteral(", ")));
    m_message->setText(tr("Ready. You are %1 at the centre; the first copy brings %2 acts.")
                           .arg(qt(check->account))
                           .arg(check->acts));
    m_join->setEnabled(true);
    m_join->setToolTip({});
    m_join->setFocus();
}

void ConnectPage::join()
{
    if (!m_open || m_job->isRunning())
        return;
    const JoinJob::Question asked = question();
    setBusy(true);
    m_join->setEnabled(false);
    m_progress->setRange(0, static_cast<int>(m_acts));
    m_progress->setValue(0);
    m_progress->show();
    m_message->setText(tr("Joining the centre…"));
    m_job->join(m_open, {service::connectText(asked.address), asked.districts, asked.device, asked.password});
}

void ConnectPage::takeEnd(const Result<service::SyncReport> &report)
{
    setBusy(false);
    m_progress->hide();
    if (!report) {
        m_join->setEnabled(true);
        m_message->setText(report.error().code == ErrorCode::Conflict
                               ? tr("This workspace has cases of its own, or belongs to another account: "
                                    "make a new one for working "
                                    "with a centre.")
                               : errorLine(report.error()));
        return;
    }
    m_message->setText(
        report->isFinished()
            ? tr("This is a desktop of the centre now; %1 acts were copied.").arg(report->pulled)
            : tr("Joined. The copy is not complete yet and goes on by itself."));
    m_password->clear();
    Q_EMIT ended();
}

} // namespace tongban::ui
