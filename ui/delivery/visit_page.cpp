// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delivery/visit_page.h"

#include "ui/base/scrolled.h"
#include "ui/base/spoken.h"
#include "ui/base/text.h"
#include "ui/base/when_done.h"
#include "ui/base/wrap_table.h"
#include "ui/delivery/delivery_words.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tongban::ui {

namespace {

constexpr int kMostRepeated = 200;

} // namespace

VisitPage::VisitPage(service::WorkspaceThread &workspace, const Theme &theme, const service::SignedIn &person,
                     QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_theme(theme), m_person(person), m_words(new QLineEdit(this)),
      m_cases(new QComboBox(this)), m_reason(new QComboBox(this)), m_answer(new QLabel(this)),
      m_repeated(new WrapTable(QStringLiteral("repeatedVisits"), tr("More than one visit"),
                               {{tr("Case"), 5},
                                {tr("Applicant"), 3},
                                {tr("Visits"), 2},
                                {tr("Last time"), 3},
                                {tr("Why again"), 4}},
                               theme, this))
{
    m_words->setObjectName(QStringLiteral("visitWords"));
    m_words->setPlaceholderText(tr("Case number, identity number or name; Enter looks"));
    m_cases->setObjectName(QStringLiteral("visitCase"));
    m_reason->setObjectName(QStringLiteral("visitReason"));
    m_reason->addItem(tr("(first visit)"), QString());
    for (const std::string_view code : service::kVisitReasons)
        m_reason->addItem(visitReasonTitle(std::string(code)), QString(QStringLiteral("visit:") + qt(code)));
    m_answer->setObjectName(QStringLiteral("visitAnswer"));
    m_answer->setWordWrap(true);
    auto *form = new QFormLayout;
    const auto add = [form](const QString &title, QWidget *field) {
        field->setAccessibleName(spokenTitle(title));
        form->addRow(title, field);
    };
    add(tr("&Who is here"), m_words);
    add(tr("&Case"), m_cases);
    add(tr("Why &again"), m_reason);
    auto *go = new QPushButton(tr("Check &in"), this);
    go->setObjectName(QStringLiteral("visitGo"));
    go->setAutoDefault(true);
    auto *title = new QLabel(tr("More than one visit"), this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(go, 0, Qt::AlignLeft);
    layout->addWidget(m_answer);
    layout->addWidget(title);
    layout->addWidget(scrolled(m_repeated, this), 1);
    connect(m_words, &QLineEdit::returnPressed, this, &VisitPage::find);
    connect(go, &QPushButton::clicked, this, &VisitPage::checkIn);
    connect(m_repeated, &QTableWidget::itemActivated, this, [this](const QTableWidgetItem *item) {
        if (item->row() < static_cast<int>(m_visits.size()))
            Q_EMIT caseWanted(qt(m_visits[static_cast<std::size_t>(item->row())].line.serial));
    });
}

void VisitPage::enter()
{
    m_words->setFocus();
    m_words->selectAll();
}

void VisitPage::reload()
{
    const auto read = [](service::Workspace &workspace) {
        return service::repeatedVisits(workspace, kMostRepeated);
    };
    whenDone(this, m_workspace.run(read), [this](const Result<std::vector<service::RepeatedVisit>> &visits) {
        if (!visits)
            return Q_EMIT failed(visits.error());
        showRepeated(*visits);
    });
}

void VisitPage::find()
{
    service::CaseQuery query;
    query.words = utf8(m_words->text());
    const auto look = [query](service::Workspace &workspace) {
        return service::listCases(workspace, query);
    };
    whenDone(this, m_workspace.run(look), [this](const Result<std::vector<service::CaseLine>> &lines) {
        if (!lines)
            return Q_EMIT failed(lines.error());
        showFound(*lines);
    });
}

void VisitPage::showFound(const std::vector<service::CaseLine> &lines)
{
    m_cases->clear();
    m_reason->setCurrentIndex(0);
    for (const service::CaseLine &line : lines)
        m_cases->addItem(QStringLiteral("%1  %2").arg(qt(line.serial), qt(line.applicantName)),
                         qt(line.serial));
    if (lines.empty())
        return tell(tr("There is no such case."), false);
    tell(tr("%n case(s) found. Enter checks in.", nullptr, static_cast<int>(lines.size())), true);
    if (lines.size() > 1)
        return m_cases->setFocus();
    findChild<QPushButton *>(QStringLiteral("visitGo"))->setFocus();
}

void VisitPage::checkIn()
{
    const QString serial = m_cases->currentData().toString();
    if (serial.isEmpty())
        return tell(tr("Look for the case first."), false);
    permit::ActRequest request;
    request.act = permit::Act::CheckIn;
    request.reason = utf8(m_reason->currentData().toString());
    const auto work = [key = utf8(serial), person = m_person, request](service::Workspace &workspace) {
        return service::actNow(workspace, key, person, request);
    };
    whenDone(this, m_workspace.run(work),
             [this, serial](const Result<service::DeskOutcome> &outcome) { answer(serial, outcome); });
}

void VisitPage::answer(const QString &serial, const Result<service::DeskOutcome> &outcome)
{
    if (!outcome)
        return Q_EMIT failed(outcome.error());
    const auto &refusals = outcome->act.refusals;
    if (!refusals.empty()) {
        if (refusals.front().problem == permit::ActProblem::VisitReasonMissing)
            m_reason->setFocus();
        return tell(refusalInShort(refusals), false);
    }
    tell(tr("%1 is checked in.").arg(serial), true);
    Q_EMIT said(m_answer->text());
    m_cases->clear();
    m_words->clear();
    m_reason->setCurrentIndex(0);
    m_words->setFocus();
    reload();
}

void VisitPage::showRepeated(const std::vector<service::RepeatedVisit> &visits)
{
    m_visits = visits;
    std::vector<std::vector<WrapCell>> rows;
    for (const service::RepeatedVisit &visit : visits)
        rows.push_back({{qt(visit.line.serial), Tone::Plain, true},
                        {qt(visit.line.applicantName)},
                        {tr("%1 of %2 allowed").arg(visit.visits).arg(visit.allowed), Tone::Late, true},
                        {minuteText(visit.lastAt), Tone::Muted},
                        {visitReasonTitle(visit.lastReason)}});
    if (rows.empty())
        rows.push_back({{tr("Nobody had to come twice.")}});
    m_repeated->setRows(std::move(rows));
}

void VisitPage::tell(const QString &message, bool isGood)
{
    QPalette palette = m_answer->palette();
    palette.setColor(QPalette::WindowText, isGood ? m_theme.tokens().good : m_theme.tokens().late);
    m_answer->setPalette(palette);
    m_answer->setText(message);
}

} // namespace tongban::ui
