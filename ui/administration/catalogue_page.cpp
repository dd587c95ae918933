// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/administration/catalogue_page.h"

#include "ui/base/flow_layout.h"
#include "ui/base/text.h"

#include <QCoreApplication>
#include <QFormLayout>
#include <QVBoxLayout>

namespace tongban::ui {

namespace {

class ChangeWords
{
    Q_DECLARE_TR_FUNCTIONS(tongban::ui::ChangeWords)

public:
    static QString of(permit::CatalogueChangeKind kind)
    {
        using permit::CatalogueChangeKind;
        switch (kind) {
        case CatalogueChangeKind::NewItem: return tr("new item");
        case CatalogueChangeKind::NewVersion: return tr("new version");
        case CatalogueChangeKind::Ended: return tr("takes no new cases");
        case CatalogueChangeKind::PowerGiven: return tr("power given");
        case CatalogueChangeKind::PowerEnded: return tr("power ends");
        }
        return {};
    }
};

} // namespace

CataloguePage::CataloguePage(AdministrationContext context, QWidget *parent)
    : AdministrationPage(std::move(context), parent),
      m_folder(new PathField(PathField::Wanted::Folder, tr("Folder with the eight files"),
                             QStringLiteral("catalogueFolder"), this)),
      m_from(new QDateEdit(QDate::currentDate().addDays(1), this)), m_document(new QLineEdit(this)),
      m_preview(new QPushButton(tr("&Preview"), this)), m_take(new QPushButton(tr("Put in &force"), this)),
      m_problem(makeProblemLine(QStringLiteral("catalogueProblem"))), m_summary(new QLabel(this)),
      m_changes(new ValueTable(tr("What changes"),
                               {tr("Change"), tr("Item"), tr("Version"), tr("From"), tr("What")}, this)),
      m_problems(
          new ValueTable(tr("What is wrong"), {tr("File"), tr("Line"), tr("Column"), tr("Reason")}, this))
{
    m_from->setObjectName(QStringLiteral("catalogueFrom"));
    m_from->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_from->setAccessibleName(tr("In force from"));
    m_document->setObjectName(QStringLiteral("catalogueDocument"));
    m_document->setAccessibleName(tr("Document that orders it"));
    m_preview->setObjectName(QStringLiteral("cataloguePreview"));
    m_take->setObjectName(QStringLiteral("catalogueTake"));
    m_take->setEnabled(false);
    m_take->setToolTip(tr("Look at a preview without problems first."));
    m_summary->setObjectName(QStringLiteral("catalogueSummary"));
    m_summary->setWordWrap(true);
    m_changes->setObjectName(QStringLiteral("catalogueChanges"));
    m_problems->setObjectName(QStringLiteral("catalogueProblems"));
    m_problems->hide();
    arrange();
    const auto another = [this] {
        m_take->setEnabled(false);
    };
    connect(m_folder, &PathField::changed, this, another);
    connect(m_from, &QDateEdit::dateChanged, this, another);
    connect(m_preview, &QPushButton::clicked, this, [this] { run(true); });
    connect(m_folder->line(), &QLineEdit::returnPressed, this, [this] { run(true); });
    connect(m_take, &QPushButton::clicked, this, [this] { run(false); });
}

void CataloguePage::arrange()
{
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(tr("&Folder with the eight files"), m_folder);
    form->addRow(tr("&In force from"), m_from);
    form->addRow(tr("&Document that orders it"), m_document);
    auto *buttons = new FlowLayout;
    buttons->addWidget(m_preview);
    buttons->addWidget(m_take);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addLayout(buttons);
    layout->addWidget(m_problem);
    layout->addWidget(m_summary);
    layout->addWidget(m_changes, 1);
    layout->addWidget(m_problems, 1);
}

void CataloguePage::run(bool dryRun)
{
    m_problem->clear();
    m_summary->clear();
    if (m_folder->isEmpty())
        return m_problem->setText(tr("Choose a folder."));
    service::CatalogueImportOptions options;
    options.folder = m_folder->path();
    const QDate from = m_from->date();
    options.from = std::chrono::year(from.year()) / from.month() / from.day();
    options.document = utf8(m_document->text().trimmed());
    options.dryRun = dryRun;
    const auto import = [options](const service::AdministratorDesk &desk) {
        return desk.importCatalogue(options);
    };
    ask(import, [this](const service::CatalogueImport &done) { show(done); });
}

void CataloguePage::show(const service::CatalogueImport &import)
{
    const bool isSound = import.problems.empty();
    m_take->setEnabled(isSound && !import.stored);
    m_problems->setVisible(!isSound);
    m_changes->setVisible(isSound);
    QList<QStringList> rows;
    for (const permit::TableProblem &problem : import.problems)
        rows.append({qt(problem.file), problem.line > 0 ? QString::number(problem.line) : QString(),
                     qt(problem.column), qt(problem.reason)});
    m_problems->setRows(rows);
    rows.clear();
    for (const permit::CatalogueChange &change : import.changes)
        rows.append({ChangeWords::of(change.kind), qt(change.item),
                     change.version > 0 ? QString::number(change.version) : QString(), dayText(change.from),
                     qt(change.what)});
    m_changes->setRows(rows);
    if (!isSound)
        m_problem->setText(
            tr("%n problem(s); nothing was changed.", nullptr, static_cast<int>(import.problems.size())));
    else if (import.stored)
        takeUp(tr("The catalogue is stored and in use."));
    if (isSound)
        m_summary->setText((import.stored
                                ? tr("Stored. Changes: %1, items without a change: %2.")
                                : tr("Nothing was changed yet. Changes: %1, items without a change: %2."))
                               .arg(import.changes.size())
                               .arg(import.unchanged));
}

} // namespace tongban::ui
