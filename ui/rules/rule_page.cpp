// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/rules/rule_page.h"

#include "core/base/file.h"
#include "ui/base/flow_layout.h"
#include "ui/base/text.h"
#include "ui/base/when_done.h"
#include "ui/rules/item_page.h"
#include "ui/rules/rule_html.h"
#include "ui/rules/rule_table.h"
#include "ui/rules/trial_form.h"
#include "ui/rules/trial_words.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace tongban::ui {

namespace {

enum Tab { kItem, kTables, kTrial };

/// Buttons and choices side by side, in as many rows as the width asks for.
QWidget *barOf(const QList<QWidget *> &parts, QWidget *parent)
{
    auto *bar = new QWidget(parent);
    auto *flow = new FlowLayout(bar);
    flow->setContentsMargins(0, 0, 0, 0);
    for (QWidget *part : parts)
        flow->addWidget(part);
    return bar;
}

} // namespace

RulePage::RulePage(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
                   QWidget *parent)
    : QTabWidget(parent), m_workspace(workspace), m_language(language), m_itemPage(new ItemPage(this)),
      m_about(new QLabel(this)), m_version(new QComboBox(this)), m_tables(new QComboBox(this)),
      m_policy(new QLabel(this)), m_result(new QLabel(this)), m_view(new RuleTableView(theme, this)),
      m_case(new QLineEdit(this)), m_form(new TrialForm(theme, language, this))
{
    setObjectName(QStringLiteral("rulePage"));
    tabBar()->setAccessibleName(tr("Item, rules, trial"));
    connect(command(QStringLiteral("rules_try"), tr("Try the values"), Qt::CTRL | Qt::Key_Return),
            &QAction::triggered, this, &RulePage::run);
    connect(command(QStringLiteral("rules_copy"), tr("Copy all tables"), Qt::CTRL | Qt::SHIFT | Qt::Key_C),
            &QAction::triggered, this, &RulePage::copyAll);
    connect(
        command(QStringLiteral("rules_save"), tr("Save the rules as a page to print"), Qt::CTRL | Qt::Key_S),
        &QAction::triggered, this, &RulePage::savePage);
    addTab(m_itemPage, tr("Item"));
    addTab(makeTables(), tr("Rules"));
    addTab(makeTrial(), tr("Try it"));
    clearRules({});
}

QAction *RulePage::command(const QString &name, const QString &title, const QKeySequence &key)
{
    auto *action = new QAction(title, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    m_commands += action;
    return action;
}

QWidget *RulePage::makeTables()
{
    auto *tab = new QWidget(this);
    auto *layout = new QVBoxLayout(tab);
    m_about->setObjectName(QStringLiteral("ruleAbout"));
    m_policy->setObjectName(QStringLiteral("rulePolicy"));
    m_result->setObjectName(QStringLiteral("trialResult"));
    m_version->setObjectName(QStringLiteral("ruleVersion"));
    m_version->setAccessibleName(tr("Version of the rules"));
    m_version->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_tables->setObjectName(QStringLiteral("ruleTables"));
    m_tables->setAccessibleName(tr("Table"));
    m_tables->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (QLabel *label : {m_about, m_policy, m_result}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    QFont strong = m_result->font();
    strong.setBold(true);
    m_result->setFont(strong);
    m_result->hide();
    layout->addWidget(m_about);
    layout->addWidget(barOf({m_version, m_tables}, tab));
    layout->addWidget(m_policy);
    layout->addWidget(m_result);
    layout->addWidget(m_view, 1);
    connect(m_tables, &QComboBox::currentIndexChanged, this, &RulePage::showTable);
    connect(m_version, &QComboBox::currentIndexChanged, this,
            [this] { readVersion(m_version->currentData().toInt(), {}); });
    return tab;
}

QWidget *RulePage::makeTrial()
{
    auto *tab = new QWidget(this);
    auto *layout = new QVBoxLayout(tab);
    m_case->setObjectName(QStringLiteral("trialCase"));
    m_case->setAccessibleName(tr("Number of a past case"));
    m_case->setPlaceholderText(tr("Number of a past case"));
    auto *take = new QPushButton(tr("Take its &values"), tab);
    take->setObjectName(QStringLiteral("trialTake"));
    auto *empty = new QPushButton(tr("&Empty the form"), tab);
    empty->setObjectName(QStringLiteral("trialEmpty"));
    auto *go = new QPushButton(tr("Try the values (Ctrl+Enter)"), tab);
    go->setObjectName(QStringLiteral("trialGo"));
    auto *hint = new QLabel(tr("Nothing of a trial is kept. What is left empty is something nobody knows; "
                               "“null” stands for what a record leaves open."),
                            tab);
    hint->setWordWrap(true);
    m_case->setMinimumWidth(fontMetrics().averageCharWidth() * 30);
    layout->addWidget(hint);
    layout->addWidget(barOf({m_case, take, empty}, tab));
    layout->addWidget(m_form, 1);
    layout->addWidget(barOf({go}, tab));
    connect(m_case, &QLineEdit::returnPressed, this, &RulePage::takeCase);
    connect(take, &QPushButton::clicked, this, &RulePage::takeCase);
    connect(empty, &QPushButton::clicked, this, [this] { m_form->setValues({}); });
    connect(go, &QPushButton::clicked, this, &RulePage::run);
    return tab;
}

void RulePage::show(const QString &item, Date day)
{
    // Asked already; a second answer would make the form anew, and what was typed would be gone.
    if (!item.isEmpty() && item == m_item && day == m_day)
        return;
    m_item = item;
    m_day = day;
    if (item.isEmpty()) {
        m_itemPage->clear();
        return clearRules({});
    }
    const auto read = [code = utf8(item), day, language = m_language](service::Workspace &workspace) {
        return service::itemSheet(workspace, code, day, language);
    };
    whenDone(this, m_workspace.run(read), [this, item, day](const Result<service::ItemSheet> &sheet) {
        if (item != m_item || day != m_day)
            return;
        if (!sheet) {
            m_item.clear();
            return Q_EMIT failed(sheet.error());
        }
        m_itemPage->show(*sheet, day, m_language);
        if (sheet->item.ruleSet.empty())
            clearRules(tr("People decide this item; it has no rules."));
        else
            readRules(sheet->item.ruleSet);
    });
}

void RulePage::readRules(const std::string &code)
{
    const auto read = [code, day = m_day, language = m_language](service::Workspace &workspace) {
        return service::ruleSheet(workspace, code, day, language);
    };
    whenDone(this, m_workspace.run(read), [this, item = m_item](const Result<service::RuleSheet> &sheet) {
        if (item != m_item)
            return;
        if (sheet)
            return showSheet(*sheet);
        clearRules(
            tr("No version of its rules was in force on %1; people decided then.").arg(dayText(m_day)));
        if (sheet.error().code != ErrorCode::NotFound)
            Q_EMIT failed(sheet.error());
    });
}

void RulePage::readVersion(int version, const std::vector<std::string> &values)
{
    if (!m_sheet)
        return;
    const auto read = [code = m_sheet->code, version, language = m_language](service::Workspace &workspace) {
        return service::ruleSheet(workspace, code, version, language);
    };
    whenDone(this, m_workspace.run(read), [this, values](const Result<service::RuleSheet> &sheet) {
        if (!sheet)
            return Q_EMIT failed(sheet.error());
        showSheet(*sheet);
        m_form->setValues(values);
    });
}

void RulePage::clearRules(const QString &why)
{
    m_sheet.reset();
    m_trial.reset();
    for (const int tab : {kTables, kTrial}) {
        setTabEnabled(tab, false);
        setTabToolTip(tab, why);
    }
    for (QAction *action : std::as_const(m_commands)) {
        action->setEnabled(false);
        action->setToolTip(why);
    }
}

void RulePage::showSheet(const service::RuleSheet &sheet)
{
    m_sheet = sheet;
    m_trial.reset();
    m_result->hide();
    for (const int tab : {kTables, kTrial}) {
        setTabEnabled(tab, true);
        setTabToolTip(tab, {});
    }
    for (QAction *action : std::as_const(m_commands)) {
        action->setEnabled(true);
        action->setToolTip({});
    }
    m_about->setText(aboutText(sheet));
    fillVersions();
    const QSignalBlocker tables(m_tables);
    m_tables->clear();
    for (const approval::RuleTable &table : sheet.tables)
        m_tables->addItem(
            tr("%1 (%n row(s))", nullptr, static_cast<int>(table.rows.size())).arg(qt(table.name)));
    m_form->show(sheet.fields);
    showTable();
}

void RulePage::fillVersions()
{
    const QSignalBlocker blocker(m_version);
    m_version->clear();
    for (const service::RuleVersion &version : m_sheet->versions)
        m_version->addItem(versionText(version), version.version);
    m_version->setCurrentIndex(m_version->findData(m_sheet->version.version));
}

void RulePage::showTable()
{
    const int index = m_tables->currentIndex();
    if (!m_sheet || index < 0)
        return;
    const approval::RuleTable &table = m_sheet->tables[static_cast<std::size_t>(index)];
    std::optional<approval::TriedTable> tried;
    if (m_trial)
        for (const approval::TriedTable &one : m_trial->tables)
            if (one.number == table.number)
                tried = one;
    m_policy->setText(qt(table.policy));
    m_view->show(table, tried);
}

void RulePage::run()
{
    if (!m_sheet)
        return;
    const auto work = [code = m_sheet->code, version = m_sheet->version.version, values = m_form->values(),
                       language = m_language](service::Workspace &workspace) {
        return service::tryValues(workspace, code, version, values, language);
    };
    whenDone(this, m_workspace.run(work),
             [this](const Result<service::TrialAnswer> &given) { answer(given); });
}

void RulePage::answer(const Result<service::TrialAnswer> &given)
{
    if (!given)
        return Q_EMIT failed(given.error());
    m_form->showUnreadable(given->unreadable);
    if (!given->unreadable.empty() || !m_sheet)
        return setCurrentIndex(kTrial);
    m_trial = given->trial;
    m_result->setText(trialText(*m_trial, m_language));
    m_result->show();
    setCurrentIndex(kTables);
    showTable();
    m_view->setFocus();
    Q_EMIT said(m_result->text().section(QLatin1Char('\n'), 0, 0));
}

void RulePage::takeCase()
{
    if (m_case->text().trimmed().isEmpty())
        return m_case->setFocus();
    const auto read = [key = utf8(m_case->text().trimmed())](service::Workspace &workspace) {
        return service::valuesOfCase(workspace, key);
    };
    whenDone(this, m_workspace.run(read), [this](const Result<service::CaseValues> &values) {
        if (!values && values.error().code == ErrorCode::NotFound)
            return Q_EMIT said(tr("No decision by rules is kept under this number."));
        if (!values)
            return Q_EMIT failed(values.error());
        if (!m_sheet || values->code != m_sheet->code)
            return Q_EMIT said(tr("That case was decided by other rules: %1.").arg(qt(values->code)));
        Q_EMIT said(
            tr("The values of %1, decided by version %2.").arg(qt(values->serial)).arg(values->version));
        if (values->version == m_sheet->version.version)
            m_form->setValues(values->values);
        else
            readVersion(values->version, values->values);
    });
}

void RulePage::copyAll()
{
    if (!m_sheet)
        return;
    QApplication::clipboard()->setText(sheetText(*m_sheet));
    Q_EMIT said(tr("The rules are copied; a spreadsheet takes them as they are."));
}

void RulePage::savePage()
{
    if (!m_sheet)
        return;
    const QString page = sheetHtml(*m_sheet);
    const QString name = QStringLiteral("%1-%2.html").arg(qt(m_sheet->code)).arg(m_sheet->version.version);
    const auto save = [page = utf8(page),
                       name = utf8(name)](service::Workspace &workspace) -> Result<std::string> {
        const std::filesystem::path folder = workspace.folder() / "papers";
        std::error_code failed;
        std::filesystem::create_directories(folder, failed);
        TRY(replaceFile(folder / name, page));
        return (folder / name).string();
    };
    whenDone(this, m_workspace.run(save), [this](const Result<std::string> &file) {
        if (!file)
            return Q_EMIT failed(file.error());
        Q_EMIT said(tr("The rules are in %1; any browser prints the page.").arg(qt(*file)));
    });
}

void RulePage::focusPage()
{
    currentWidget()->setFocus();
    if (currentIndex() == kTables)
        m_view->setFocus();
    else if (currentIndex() == kTrial)
        m_form->focusFirst();
}

} // namespace tongban::ui
