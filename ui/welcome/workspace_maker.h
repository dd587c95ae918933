// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/workspace/workspace.h"

#include <QFuture>
#include <QObject>
#include <QProcess>

#include <filesystem>

namespace tongban::ui {

/// Makes a workspace: an empty one in a thread of its own, or one with a made-up year through the command
/// line beside this program, because the window knows no made-up data. GUI thread.
class WorkspaceMaker : public QObject
{
    Q_OBJECT

public:
    /// The folder of the shipped data, and the command line.
    WorkspaceMaker(std::filesystem::path resources, std::filesystem::path commandLine, QObject *parent);
    ~WorkspaceMaker() override;

    void makeEmpty(const std::filesystem::path &folder);
    void makeDemo(const std::filesystem::path &folder);

Q_SIGNALS:
    void step(const QString &message);
    void made();
    void failed(const QString &message);

private:
    void runNext();
    void finished(int code);

    std::filesystem::path m_resources;
    std::filesystem::path m_commandLine;
    std::filesystem::path m_folder;
    QList<QStringList> m_commands; ///< Still to be run.
    QProcess *m_process = nullptr;
};

} // namespace tongban::ui
