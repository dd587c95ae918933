// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/administration/administration_screen.h"

#include "ui/administration/accounts_page.h"
#include "ui/administration/backup_page.h"
#include "ui/administration/calendar_page.h"
#include "ui/administration/catalogue_page.h"
#include "ui/administration/connections_page.h"
#include "ui/administration/office_record_page.h"
#include "ui/administration/protection_page.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QStackedWidget>

#include <utility>

namespace tongban::ui {

AdministrationScreen::AdministrationScreen(service::WorkspaceThread &workspace, const Theme &theme,
                                           approval::Language language, const service::SignedIn &person,
                                           QWidget *parent)
    : Screen(parent), m_list(new QListWidget(this)), m_pages(new QStackedWidget(this))
{
    m_list->setObjectName(QStringLiteral("administrationPages"));
    m_list->setAccessibleName(tr("Parts of the administration"));
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_list);
    layout->addWidget(m_pages, 1);
    const AdministrationContext context{workspace, theme, language, person.account.name};
    add(tr("Accounts"), new AccountsPage(context, m_pages));
    add(tr("Catalogue"), new CataloguePage(context, m_pages));
    add(tr("Calendar"), new CalendarPage(context, m_pages));
    add(tr("Connections"), new ConnectionsPage(context, m_pages));
    add(tr("Backup"), new BackupPage(context, m_pages));
    add(tr("Personal data"), new ProtectionPage(context, m_pages));
    add(tr("Changes"), new OfficeRecordPage(context, m_pages));
    const auto size = [this] {
        m_list->setFixedWidth(m_list->sizeHintForColumn(0) + fontMetrics().height() * 2);
    };
    connect(&theme, &Theme::changed, this, size);
    size();
    connect(m_list, &QListWidget::currentRowChanged, this, &AdministrationScreen::showPage);
    connect(m_list, &QListWidget::itemActivated, this, [this] { m_pages->currentWidget()->setFocus(); });
}

void AdministrationScreen::add(const QString &title, AdministrationPage *page)
{
    m_list->addItem(title);
    m_pages->addWidget(page);
    connect(page, &AdministrationPage::said, this, &Screen::said);
    connect(page, &AdministrationPage::failed, this, &Screen::failed);
    connect(page, &AdministrationPage::officeChanged, this, &Screen::officeChanged);
    connect(page, &AdministrationPage::sealWanted, this, &Screen::sealWanted);
}

void AdministrationScreen::enter()
{
    if (!std::exchange(m_wasEntered, true)) {
        m_list->setCurrentRow(0);
        m_list->setFocus();
        return;
    }
    reload();
    Screen::enter();
}

void AdministrationScreen::reload()
{
    showPage(m_list->currentRow());
}

bool AdministrationScreen::back()
{
    if (m_list->hasFocus())
        return false;
    m_list->setFocus();
    return true;
}

void AdministrationScreen::showPage(int row)
{
    auto *page = qobject_cast<AdministrationPage *>(m_pages->widget(row));
    if (page == nullptr)
        return;
    m_pages->setCurrentWidget(page);
    page->load();
}

} // namespace tongban::ui
