// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/help_menu.h"

#include "ui/base/when_done.h"
#include "ui/shell/help_viewer.h"
#include "ui/welcome/check_list.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace tongban::ui {

HelpMenu::HelpMenu(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
                   QWidget *parent)
    : QMenu(tr("&Help"), parent), m_workspace(workspace), m_theme(theme), m_language(language)
{
    add(tr("Help about this"), QStringLiteral("help"), QKeySequence(Qt::Key_F1), &HelpMenu::showHelp);
    add(tr("Check this machine"), QStringLiteral("checks"), {}, &HelpMenu::showChecks);
    add(tr("Practise"), QStringLiteral("practise"), {}, &HelpMenu::practiceWanted);
}

void HelpMenu::add(const QString &title, const QString &name, const QKeySequence &key,
                   void (HelpMenu::*run)())
{
    QAction *action = addAction(title);
    action->setObjectName(name);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, run);
}

void HelpMenu::showHelp()
{
    const QString page = HelpViewer::pageOf(parentWidget()->focusWidget());
    if (m_viewer == nullptr) {
        m_viewer = new HelpViewer(m_language, parentWidget());
        m_viewer->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_viewer->showPage(page);
    m_viewer->show();
    m_viewer->raise();
}

void HelpMenu::showChecks()
{
    using Places = std::pair<std::filesystem::path, std::filesystem::path>;
    const auto places = [](service::Workspace &workspace) -> Result<Places> {
        return Places(workspace.folder(), workspace.resources().folder);
    };
    whenDone(this, m_workspace.run(places), [this](const Result<Places> &found) {
        if (!found) {
            Q_EMIT failed(found.error());
            return;
        }
        auto *dialog = new QDialog(parentWidget());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setWindowTitle(tr("Check this machine"));
        auto *checks = new CheckList(m_theme, machineChecks(found->first, found->second), dialog);
        auto *buttons = new QDialogButtonBox(dialog);
        QPushButton *again = buttons->addButton(tr("Check &again"), QDialogButtonBox::ActionRole);
        buttons->addButton(tr("&Close"), QDialogButtonBox::RejectRole);
        connect(again, &QPushButton::clicked, checks, &CheckList::run);
        connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
        auto *layout = new QVBoxLayout(dialog);
        layout->addWidget(checks);
        layout->addWidget(buttons);
        dialog->resize(fontMetrics().averageCharWidth() * 130, fontMetrics().height() * 26);
        dialog->open();
        checks->run();
    });
}

} // namespace tongban::ui
