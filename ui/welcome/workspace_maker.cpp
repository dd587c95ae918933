// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/welcome/workspace_maker.h"

#include "ui/base/background.h"
#include "ui/base/error_text.h"
#include "ui/base/text.h"

namespace tongban::ui {

namespace {

constexpr int kPracticeApplications = 600; ///< Some hundred cases that wait for people, made in seconds.

Result<bool> createEmpty(const std::filesystem::path &folder, const std::filesystem::path &resources)
{
    const SystemClock clock;
    TRY(service::Workspace::create(folder, resources, service::WorkspaceKind::Production, clock));
    return true;
}

} // namespace

WorkspaceMaker::WorkspaceMaker(std::filesystem::path resources, std::filesystem::path commandLine,
                               QObject *parent)
    : QObject(parent), m_resources(std::move(resources)), m_commandLine(std::move(commandLine))
{
}

WorkspaceMaker::~WorkspaceMaker() = default;

void WorkspaceMaker::makeEmpty(const std::filesystem::path &folder)
{
    Q_EMIT step(tr("Making the workspace…"));
    const auto make = [folder, resources = m_resources] {
        return createEmpty(folder, resources);
    };
    inBackground(this, make, [this](const Result<bool> &done) {
        if (done)
            Q_EMIT made();
        else
            Q_EMIT failed(errorLine(done.error()));
    });
}

void WorkspaceMaker::makeDemo(const std::filesystem::path &folder)
{
    if (m_process != nullptr)
        return;
    m_folder = folder;
    const QString named = qt(folder.string());
    m_commands = {{QStringLiteral("--workspace"), named, QStringLiteral("demo"),
                   QStringLiteral("--applications"), QString::number(kPracticeApplications)},
                  {QStringLiteral("--workspace"), named, QStringLiteral("work")}};
    runNext();
}

void WorkspaceMaker::runNext()
{
    Q_EMIT step(m_commands.size() == 2 ? tr("Making up a year of applications…")
                                       : tr("Letting the rules decide what they can…"));
    m_process = new QProcess(this);
    m_process->setProgram(qt(m_commandLine.string()));
    m_process->setArguments(m_commands.takeFirst());
    connect(m_process, &QProcess::finished, this, &WorkspaceMaker::finished);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            finished(-1);
    });
    m_process->start();
}

void WorkspaceMaker::finished(int code)
{
    m_process->deleteLater();
    m_process = nullptr;
    if (code != 0) {
        m_commands.clear();
        Q_EMIT failed(
            tr("It was not finished (tongbanctl said %1). The folder can be removed; try again.").arg(code));
    } else if (m_commands.isEmpty()) {
        Q_EMIT made();
    } else {
        runNext();
    }
}

} // namespace tongban::ui
