// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/crash_watch.h"
#include "app/desktop/settings.h"
#include "app/desktop/single_instance.h"
#include "app/desktop/words.h"
#include "core/base/clock.h"
#include "core/service/workspace/workspace_thread.h"
#include "ui/base/theme.h"
#include "ui/shell/main_window.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <memory>

class QWidget;

namespace tongban::ui {
class ConnectPage;
}

namespace tongban::desktop {

/// What the program is from its start to its end: the first steps where there is no workspace yet, then the
/// window on one. Makes the window anew when the other language is wanted. GUI thread.
class Desktop : public QObject
{
    Q_OBJECT

public:
    Desktop(QApplication &app, Settings &settings, std::filesystem::path resources);
    ~Desktop() override;

    /// Shows the window, or first what opens a workspace with a vault; false when another one has this
    /// workspace open and was asked to come forward.
    bool openOffice(const std::filesystem::path &workspace);
    /// Shows what there is to choose from when there is no workspace.
    void welcome(const std::filesystem::path &office);

    /// The made-up cases to practise on; in a folder that no office is ever made in.
    static std::filesystem::path practiceFolder();
    static std::filesystem::path officeFolder();

    /// Remembers looks and place for the next start.
    void keep();

    QWidget *welcomeScreen() { return m_welcome.get(); }
    /// What stands before the window: unlocking, or sealing a new office; null when nothing does.
    QWidget *gate() { return m_gate.get(); }
    /// Null while the workspace is locked.
    ui::MainWindow *window() { return m_window.get(); }
    ui::Theme &theme() { return m_theme; }

private:
    void startWork(const vault::DataKey &key);
    void unlock();
    void protect();
    void sealOffice();
    void closeWork();
    void showGate(std::unique_ptr<QWidget> gate);
    void openWindow();
    void openConnect(const std::filesystem::path &workspace);
    QString lastEndText() const;
    void practise() const;

    QApplication &m_app;
    Settings &m_settings;
    std::filesystem::path m_resources;
    SystemClock m_clock;
    Words m_words;
    ui::Theme m_theme;
    std::unique_ptr<SingleInstance> m_instance;
    std::unique_ptr<CrashWatch> m_crash;
    std::unique_ptr<service::WorkspaceThread> m_workspace;
    std::filesystem::path m_office;
    bool m_isNew = false; ///< Made by the first steps a moment ago.
    std::unique_ptr<QWidget> m_welcome;
    std::unique_ptr<QWidget> m_gate;
    std::unique_ptr<ui::ConnectPage> m_connect;
    QString m_centrePassword; ///< From joining until the window is there.
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace tongban::desktop
