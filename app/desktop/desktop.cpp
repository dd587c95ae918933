// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/desktop.h"

#include "app/desktop/marks.h"
#include "core/service/workspace/vault.h"
#include "ui/centre/centre_link.h"
#include "ui/centre/connect_page.h"
#include "ui/unlock/protect_screen.h"
#include "ui/unlock/unlock_screen.h"
#include "ui/welcome/welcome_screen.h"

#include <QApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>

#include <cstdio>
#include <utility>

namespace tongban::desktop {

namespace fs = std::filesystem;

namespace {

fs::path dataFolder()
{
    return fs::path(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation).toStdString())
        / "tongban";
}

} // namespace

Desktop::Desktop(QApplication &app, Settings &settings, fs::path resources)
    : m_app(app), m_settings(settings), m_resources(std::move(resources))
{
    settings.restore(m_theme);
    m_words.use(app, settings.language());
}

Desktop::~Desktop()
{
    closeWork();
}

/// The last words typed are written before the workspace closes.
void Desktop::closeWork()
{
    m_window.reset();
    if (m_workspace)
        m_workspace->run([](service::Workspace &) -> Result<> { return {}; }).waitForFinished();
    m_workspace.reset();
}

fs::path Desktop::practiceFolder()
{
    return dataFolder() / "practice";
}

fs::path Desktop::officeFolder()
{
    return dataFolder() / "office";
}

bool Desktop::openOffice(const fs::path &workspace)
{
    const QString marks = marksFolder(workspace);
    m_instance = std::make_unique<SingleInstance>(marks);
    if (!m_instance->claim())
        return false;
    connect(m_instance.get(), &SingleInstance::raiseWanted, this, [this] {
        QWidget *shown = m_gate ? m_gate.get() : m_window.get();
        if (shown == nullptr)
            return;
        shown->setWindowState(shown->windowState() & ~Qt::WindowMinimized);
        shown->raise();
        shown->activateWindow();
    });
    m_crash = std::make_unique<CrashWatch>(marks);
    m_office = workspace;
    if (vault::VaultFile::existsIn(workspace))
        unlock();
    else if (m_isNew)
        protect();
    else
        startWork({});
    return true;
}

void Desktop::showGate(std::unique_ptr<QWidget> gate)
{
    gate->setWindowTitle(tr("Tongban"));
    gate->resize(gate->fontMetrics().averageCharWidth() * 110, gate->fontMetrics().height() * 28);
    m_gate = std::move(gate);
}

void Desktop::unlock()
{
    auto screen = std::make_unique<ui::UnlockScreen>(m_theme, m_office);
    ui::UnlockScreen *asking = screen.get();
    connect(asking, &ui::UnlockScreen::personWanted, asking, &QWidget::show);
    connect(asking, &ui::UnlockScreen::opened, this, [this](const vault::DataKey &key) {
        QTimer::singleShot(0, this, [this, key] { startWork(key); });
    });
    showGate(std::move(screen));
    asking->start();
}

void Desktop::protect()
{
    auto screen = std::make_unique<ui::ProtectScreen>(m_theme, m_office);
    connect(screen.get(), &ui::ProtectScreen::done, this, [this](const vault::DataKey &key) {
        QTimer::singleShot(0, this, [this, key] { startWork(key); });
    });
    screen->show();
    showGate(std::move(screen));
}

/// The gate is shown before the window goes: with its last window the program ends.
void Desktop::sealOffice()
{
    keep();
    protect();
    closeWork();
}

void Desktop::startWork(const vault::DataKey &key)
{
    m_workspace = std::make_unique<service::WorkspaceThread>(
        [this, workspace = m_office, key]() -> Result<std::unique_ptr<service::Workspace>> {
            // A machine that was switched off while a new office was sealed: the rest of it now.
            if (key && !TRY(service::vaultStatus(workspace)).plainFiles.empty())
                TRY(service::sealWorkspace(workspace, key, {}));
            return service::Workspace::open(workspace, m_resources, service::OpenMode::Write, m_clock, key);
        });
    openWindow();
    m_gate.reset();
    if (const auto &link = m_window->state().link; link && !m_centrePassword.isEmpty())
        link->usePassword(std::exchange(m_centrePassword, {}), ui::CentreLink::Keep::No);
    if (const QString notice = lastEndText(); !notice.isEmpty()) {
        m_window->notice(notice);
        std::fprintf(stderr, "tongban: %s\n", qPrintable(notice));
    }
}

QString Desktop::lastEndText() const
{
    switch (m_crash->lastEnd()) {
    case LastEnd::Closed: return {};
    case LastEnd::Cut:
        return tr(
            "The program was cut off the last time. Everything that was done is kept, and so are drafts.");
    case LastEnd::Crashed:
        return tr("The program crashed the last time. Everything that was done is kept, and so are drafts. "
                  "For support: "
                  "%1 (it holds no data of cases).")
            .arg(m_crash->report());
    }
    return {};
}

void Desktop::openWindow()
{
    const approval::Language language = m_settings.language();
    m_words.use(m_app, language);
    auto window = std::make_unique<ui::MainWindow>(*m_workspace, m_theme, language,
                                                   m_window ? m_window->state() : m_settings.windowState());
    window->restoreGeometry(m_window ? m_window->saveGeometry() : m_settings.geometry());
    connect(window.get(), &ui::MainWindow::languageWanted, this, [this](approval::Language wanted) {
        m_settings.setLanguage(wanted);
        QTimer::singleShot(0, this, &Desktop::openWindow);
    });
    connect(window.get(), &ui::MainWindow::practiceWanted, this, &Desktop::practise);
    connect(window.get(), &ui::MainWindow::sealWanted, this,
            [this] { QTimer::singleShot(0, this, &Desktop::sealOffice); });
    window->show();
    m_window = std::move(window);
}

void Desktop::practise() const
{
    QProcess::startDetached(QApplication::applicationFilePath(), {QStringLiteral("--practice")});
}

void Desktop::welcome(const fs::path &office)
{
    auto screen = std::make_unique<ui::WelcomeScreen>(
        m_theme,
        ui::WelcomePlaces{office, practiceFolder(), m_resources,
                          QApplication::applicationDirPath().toStdString() + "/tongbanctl"});
    screen->setWindowTitle(tr("Welcome to Tongban"));
    screen->resize(screen->fontMetrics().averageCharWidth() * 140, screen->fontMetrics().height() * 42);
    connect(screen.get(), &ui::WelcomeScreen::chosen, this, [this](const fs::path &workspace) {
        m_isNew = workspace != practiceFolder();
        if (m_isNew)
            m_settings.setWorkspace(workspace);
        QTimer::singleShot(0, this, [this, workspace] {
            if (!openOffice(workspace))
                QApplication::exit(0);
            m_welcome.reset();
        });
    });
    connect(screen.get(), &ui::WelcomeScreen::centreWanted, this, &Desktop::openConnect);
    screen->show();
    m_welcome = std::move(screen);
}

/// The workspace is made when everything on the way was passed and the person joins, not before.
void Desktop::openConnect(const fs::path &workspace)
{
    m_connect = std::make_unique<ui::ConnectPage>(m_theme, nullptr);
    m_connect->setWindowTitle(tr("Connect to a centre"));
    m_connect->setWorkspace([this, workspace]() -> Result<std::unique_ptr<service::Workspace>> {
        if (fs::exists(workspace / "workspace.json"))
            return service::Workspace::open(workspace, m_resources, service::OpenMode::Write, m_clock);
        return service::Workspace::create(workspace, m_resources, service::WorkspaceKind::Production,
                                          m_clock);
    });
    m_connect->resize(m_welcome->size());
    connect(m_connect.get(), &ui::ConnectPage::joinWanted, m_connect.get(), &ui::ConnectPage::join);
    connect(m_connect.get(), &ui::ConnectPage::joined, this,
            [this](const QString &password) { m_centrePassword = password; });
    connect(m_connect.get(), &ui::ConnectPage::cancelled, this, [this] {
        m_welcome->show();
        m_connect.release()->deleteLater();
    });
    connect(m_connect.get(), &ui::ConnectPage::ended, this, [this, workspace] {
        m_isNew = true; // and the copy in it is still to be protected
        m_settings.setWorkspace(workspace);
        QTimer::singleShot(0, this, [this, workspace] {
            if (!openOffice(workspace))
                return QApplication::exit(0);
            m_connect.reset();
            m_welcome.reset();
        });
    });
    m_connect->show();
    m_connect->focusFirst();
    m_welcome->hide();
}

void Desktop::keep()
{
    if (!m_window)
        return;
    m_settings.keep(m_theme);
    m_settings.keep(m_window->state());
    m_settings.setGeometry(m_window->saveGeometry());
}

} // namespace tongban::desktop
