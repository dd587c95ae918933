// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/centre/copy_page.h"

#include "ui/base/district_name.h"
#include "ui/base/text.h"
#include "ui/base/when_done.h"
#include "ui/centre/centre_words.h"

#include <QLabel>
#include <QVBoxLayout>

#include <cstdlib>

namespace tongban::ui {

/// Made on the workspace's thread, where the words of acts and districts are.
struct CopyPage::Page {
    std::optional<service::CentreDesk> desk;
    std::vector<QString> acts; ///< Of the doubts.
};

CopyPage::CopyPage(service::WorkspaceThread &workspace, CentreLink &link, const Theme &theme,
                   approval::Language language, QWidget *parent)
    : QScrollArea(parent), m_workspace(workspace), m_link(link), m_language(language)
{
    setObjectName(QStringLiteral("copyPage"));
    setAccessibleName(tr("The copy on this desktop"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    auto *sheet = new QWidget(this);
    auto *column = new QVBoxLayout(sheet);
    setWidget(sheet);
    m_about = new WrapTable(QStringLiteral("copyAbout"), tr("This desktop"),
                            {{tr("This desktop"), 3}, {{}, 8}}, theme, sheet);
    m_districts = new WrapTable(QStringLiteral("copyDistricts"), tr("How far the copy reaches"),
                                {{tr("District"), 4},
                                 {tr("Acts copied"), 2},
                                 {tr("At the centre when last seen"), 3},
                                 {tr("Safe there up to"), 2},
                                 {tr("Last contact"), 3}},
                                theme, sheet);
    m_doubts = new WrapTable(
        QStringLiteral("copyDoubts"), tr("Acts this program would not have allowed"),
        {{tr("Case"), 4}, {tr("Act"), 3}, {tr("By"), 3}, {tr("When"), 3}, {tr("Against it"), 5}}, theme,
        sheet);
    column->addWidget(m_about);
    column->addWidget(m_districts);
    m_happened = addText("copyHappened");
    m_doubtWords = addText("copyDoubtWords");
    column->addWidget(m_happened);
    column->addWidget(m_doubtWords);
    column->addWidget(m_doubts);
    column->addStretch(1);
    connect(m_doubts, &QTableWidget::itemActivated, this, [this](const QTableWidgetItem *item) {
        const auto row = static_cast<std::size_t>(item->row());
        if (row < m_doubted.size() && !m_doubted[row].isEmpty())
            Q_EMIT caseWanted(m_doubted[row]);
    });
}

QLabel *CopyPage::addText(const char *name)
{
    auto *label = new QLabel(widget());
    label->setObjectName(QString::fromLatin1(name));
    label->setWordWrap(true);
    return label;
}

Result<CopyPage::Page> CopyPage::read(service::Workspace &workspace, approval::Language language)
{
    const bool isChinese = language == approval::Language::Chinese;
    Page page;
    page.desk = TRY(service::centreDesk(workspace));
    if (!page.desk)
        return page;
    for (const service::Doubt &doubt : page.desk->doubts) {
        const auto act = permit::parseAct(doubt.act);
        const permit::Title title =
            act ? workspace.resources().workflow->title(*act) : permit::Title{doubt.act, doubt.act};
        page.acts.push_back(qt(isChinese ? title.zh : title.en));
    }
    return page;
}

void CopyPage::load()
{
    const auto work = [language = m_language](service::Workspace &workspace) {
        return read(workspace, language);
    };
    whenDone(this, m_workspace.run(work), [this](const Result<Page> &page) {
        if (!page)
            return Q_EMIT failed(page.error());
        fill(*page);
    });
}

void CopyPage::fill(const Page &page)
{
    if (!page.desk)
        return;
    const service::CentreDesk &desk = *page.desk;
    const auto seconds = std::abs(std::chrono::duration_cast<std::chrono::seconds>(desk.clockOffset).count());
    const QString where =
        desk.port.empty() ? qt(desk.host) : QStringLiteral("%1:%2").arg(qt(desk.host), qt(desk.port));
    m_about->setRows(
        {{{tr("Centre"), Tone::Muted}, {tr("%1, database %2").arg(where, qt(desk.database))}},
         {{tr("Line"), Tone::Muted},
          {desk.isOverNetwork ? tr("encrypted; the centre has proved by its certificate who it is")
                              : tr("on this machine, without a network")}},
         {{tr("Login and account"), Tone::Muted},
          {tr("%1, in the record as %2").arg(qt(desk.login), qt(desk.account))}},
         {{tr("Enrolled as"), Tone::Muted}, {qt(desk.device)}},
         {{tr("Clock"), Tone::Muted},
          {seconds < 2 ? tr("as the centre's")
                       : tr("%n second(s) off the centre's; limits go by the centre's clock", nullptr,
                            static_cast<int>(seconds)),
           seconds > 120 ? Tone::Late : Tone::Plain}}});
    std::vector<std::vector<WrapCell>> rows;
    for (std::size_t i = 0; i < desk.status.districts.size(); ++i) {
        const auto &line = desk.status.districts[i];
        rows.push_back(
            {{districtName(line.district, m_language == approval::Language::Chinese), Tone::Plain, true},
             {QString::number(line.n)},
             {QString::number(line.centralN), line.n < line.centralN ? Tone::Near : Tone::Plain},
             {QString::number(line.settledN)},
             {line.pulledAt ? minuteText(*line.pulledAt) : tr("never")}});
    }
    m_districts->setRows(std::move(rows));
    rows.clear();
    m_doubted.clear();
    for (std::size_t i = 0; i < desk.doubts.size(); ++i) {
        const service::Doubt &doubt = desk.doubts[i];
        m_doubted.push_back(qt(doubt.serial));
        rows.push_back({{qt(doubt.serial), Tone::Plain, true,
                         tr("Place in the chain: %1 / %2").arg(doubt.district).arg(doubt.n)},
                        {page.acts[i]},
                        {qt(doubt.actor)},
                        {doubt.at ? minuteText(*doubt.at) : QString(), Tone::Muted},
                        {doubtText(doubt.problem)}});
    }
    m_doubts->setVisible(!rows.empty());
    m_doubts->setRows(std::move(rows));
    m_doubtWords->setText(
        desk.doubts.empty() ? tr("Every act of the centre agrees with what this program would have allowed.")
                            : tr("The centre carried out %n act(s) that this program would not have allowed: "
                                 "it judged them by its "
                                 "own texts and calendar, and they stand. If there are many, this program or "
                                 "its catalogue is older "
                                 "than the centre's; tell the administrator.",
                                 nullptr, static_cast<int>(desk.status.doubts)));
    tellHappenings();
}

/// What the line has been through since the program was started.
void CopyPage::tellHappenings()
{
    QStringList lines;
    if (const auto &news = m_link.news()) {
        if (news->rewinds > 0)
            lines += tr(
                "The centre came back from a backup. The copy was compared with it, and what it had lost was "
                "sent again.");
        if (news->newIdentities > 0)
            lines += tr("Another machine had this desktop's identity; it has a new one now.");
        if (!news->changed.empty())
            lines += tr("%n act(s) came out differently after the backup: look at them in the list of acts.",
                        nullptr, static_cast<int>(news->changed.size()));
        for (const int district : news->closed)
            lines += tr("District %1 may no longer be read by this login; its copy stays as it was.")
                         .arg(district);
    }
    m_happened->setText(lines.join(QLatin1Char('\n')));
    m_happened->setVisible(!lines.isEmpty());
}

} // namespace tongban::ui
