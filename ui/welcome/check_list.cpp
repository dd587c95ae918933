// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/welcome/check_list.h"

#include <QHeaderView>
#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace tongban::ui {

CheckList::CheckList(const Theme &theme, std::vector<MachineCheck> checks, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_checks(std::move(checks)),
      m_table(new ValueTable(tr("Checks of this machine"),
                             {tr("Check"), tr("Result"), tr("Found"), tr("What to do")}, this)),
      m_summary(new QLabel(this))
{
    m_table->setObjectName(QStringLiteral("checkTable"));
    m_table->setWordWrap(true);
    m_table->setTextElideMode(Qt::ElideNone);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(3, QHeaderView::Stretch);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents); // seven rows
    m_summary->setObjectName(QStringLiteral("checkSummary"));
    m_summary->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_summary);
    layout->addWidget(m_table, 1);
    connect(&theme, &Theme::changed, this, &CheckList::show);
}

void CheckList::run()
{
    m_next = 0;
    m_findings.clear();
    show();
    QTimer::singleShot(0, this, &CheckList::runNext);
}

void CheckList::runNext()
{
    if (isDone())
        return;
    m_findings.push_back(m_checks[m_next].run());
    ++m_next;
    show();
    if (isDone())
        Q_EMIT done();
    else
        QTimer::singleShot(0, this, &CheckList::runNext);
}

bool CheckList::isUsable() const
{
    return isDone() && std::ranges::none_of(m_findings, [](const CheckFinding &finding) {
               return finding.state == CheckFinding::State::Bad;
           });
}

QString CheckList::word(CheckFinding::State state) const
{
    switch (state) {
    case CheckFinding::State::Good: return tr("✓ passed");
    case CheckFinding::State::Doubtful: return tr("! look at it");
    case CheckFinding::State::Bad: return tr("✗ failed");
    }
    return {};
}

void CheckList::show()
{
    QList<QStringList> rows;
    for (std::size_t i = 0; i < m_checks.size(); ++i) {
        if (i < m_findings.size())
            rows.append(
                {m_checks[i].title, word(m_findings[i].state), m_findings[i].found, m_findings[i].remedy});
        else
            rows.append({m_checks[i].title, tr("…"), {}, {}});
    }
    m_table->setRows(rows);
    const Tokens &tokens = m_theme.tokens();
    for (std::size_t i = 0; i < m_findings.size(); ++i) {
        const CheckFinding::State state = m_findings[i].state;
        m_table->item(static_cast<int>(i), 1)
            ->setForeground(state == CheckFinding::State::Good           ? tokens.good
                                : state == CheckFinding::State::Doubtful ? tokens.near
                                                                         : tokens.late);
    }
    if (!isDone())
        m_summary->setText(tr("Looking at this machine…"));
    else if (isUsable())
        m_summary->setText(tr("This machine is ready. What is marked with ! can be put right later."));
    else
        m_summary->setText(tr("Something keeps people from working here; see what to do."));
}

} // namespace tongban::ui
