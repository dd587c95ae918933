// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/application/paper_list.h"

#include "ui/base/page_view.h"
#include "ui/base/text.h"
#include "ui/base/when_done.h"
#include "ui/base/wrap_table.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace tongban::ui {

namespace {

document::PaperLanguage paperLanguage(approval::Language language)
{
    return language == approval::Language::Chinese ? document::PaperLanguage::Chinese
                                                   : document::PaperLanguage::English;
}

} // namespace

PaperList::PaperList(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
                     const service::SignedIn &person, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_language(language), m_person(person),
      m_table(new WrapTable(
          QStringLiteral("paperTable"), tr("Papers"),
          {{tr("Paper"), 4}, {tr("Number"), 6}, {tr("About the act of"), 3}, {tr("Printed"), 5}}, theme,
          this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    connect(m_table, &QTableWidget::itemActivated, this,
            [this](const QTableWidgetItem *item) { look(item->row()); });
}

void PaperList::show(const QString &serial)
{
    m_serial = serial;
    const auto read =
        [key = utf8(serial)](service::Workspace &workspace) -> Result<std::vector<service::PaperLine>> {
        const auto press = TRY(service::pressOf(workspace));
        return service::papersOf(workspace, *press, key);
    };
    whenDone(this, m_workspace.run(read),
             [this, serial](const Result<std::vector<service::PaperLine>> &papers) {
                 if (serial != m_serial)
                     return;
                 if (!papers)
                     return Q_EMIT failed(papers.error());
                 fill(*papers);
             });
}

void PaperList::fill(const std::vector<service::PaperLine> &papers)
{
    m_papers = papers;
    std::vector<std::vector<WrapCell>> rows;
    for (const service::PaperLine &paper : papers) {
        const QString title = qt(m_language == approval::Language::Chinese ? paper.titleZh : paper.titleEn);
        rows.push_back({{title, Tone::Plain, true},
                        {qt(paper.number), Tone::Muted},
                        {minuteText(paper.statedAt), Tone::Muted},
                        paper.prints == 0
                            ? WrapCell{tr("not printed yet"), Tone::Near}
                            : WrapCell{tr("%n time(s), last by %1, %2", nullptr, paper.prints)
                                           .arg(qt(paper.printedBy), minuteText(paper.printedAt))}});
    }
    if (rows.empty())
        rows.push_back({{tr("There is no paper yet: each states an act.")}});
    m_table->setRows(std::move(rows));
}

void PaperList::look(int row)
{
    if (row < 0 || row >= static_cast<int>(m_papers.size()))
        return;
    const service::PaperLine &paper = m_papers[static_cast<std::size_t>(row)];
    const service::PaperRequest request{paper.kind, paper.ordinal, paperLanguage(m_language)};
    const auto read = [key = utf8(m_serial), request](service::Workspace &workspace) -> Result<std::string> {
        const auto press = TRY(service::pressOf(workspace));
        return TRY(service::previewPaper(workspace, *press, key, request)).pdf;
    };
    const QString print = paper.prints == 0 ? tr("&Print") : tr("&Print again (marked %1)").arg(paper.prints);
    whenDone(
        this, m_workspace.run(read),
        [this, request, print, serial = m_serial, number = qt(paper.number)](const Result<std::string> &pdf) {
            if (!pdf)
                return Q_EMIT failed(pdf.error());
            auto *dialog = new PageDialog(number, this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->view().load(QByteArray::fromStdString(*pdf));
            connect(dialog->addButton(print), &QPushButton::clicked, this, [this, dialog, serial, request] {
                serve(serial, request);
                dialog->accept();
            });
            dialog->open();
        });
}

void PaperList::serve(const QString &serial, const service::PaperRequest &request)
{
    service::Actor actor;
    actor.account = m_person.account.name;
    actor.role = m_person.account.roles.empty() ? permit::Role::Clerk : m_person.account.roles.front();
    actor.organisation = m_person.account.organisation;
    actor.hall = m_person.account.hall;
    actor.window = m_person.account.window;
    service::PaperRequest wanted = request;
    wanted.language = paperLanguage(m_language);
    const auto work = [key = utf8(serial), wanted,
                       actor](service::Workspace &workspace) -> Result<service::ServedPaper> {
        const auto press = TRY(service::pressOf(workspace));
        return service::servePaper(workspace, *press, key, wanted, actor);
    };
    whenDone(this, m_workspace.run(work), [this, serial](const Result<service::ServedPaper> &served) {
        if (!served)
            return Q_EMIT failed(served.error());
        tell(*served);
        if (serial == m_serial)
            show(serial);
    });
}

void PaperList::tell(const service::ServedPaper &served)
{
    if (!served.made.refusals.empty())
        return Q_EMIT said(tr("This account may not print papers."));
    const QString number = served.made.reprint == 0
        ? qt(served.made.number)
        : tr("%1, reprint %2").arg(qt(served.made.number)).arg(served.made.reprint);
    const auto told = [this, number, file = qt(served.file.string())](const QString &printer) {
        Q_EMIT said(printer.isEmpty()
                        ? tr("Paper %1 is in %2; there is no printer here.").arg(number, file)
                        : tr("Paper %1 goes to the printer %2; a copy is in %3.").arg(number, printer, file));
    };
    sendToPrinter(this, QByteArray::fromStdString(served.made.pdf), told);
}

} // namespace tongban::ui
