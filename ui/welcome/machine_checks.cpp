// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/welcome/machine_checks.h"

#include "core/base/clock.h"
#include "core/service/papers/paper_press.h"
#include "core/service/workspace/workspace.h"
#include "core/vault/vault_file.h"
#include "ui/base/error_text.h"
#include "ui/base/text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QPrinterInfo>
#include <QStorageInfo>
#include <QTemporaryFile>

#include <sys/timex.h>

namespace tongban::ui {

namespace fs = std::filesystem;

namespace {

using State = CheckFinding::State;

constexpr qint64 kLeastFreeBytes = 1'000'000'000;
constexpr int kChinaOffsetSeconds = 8 * 3600;

QString pathText(const fs::path &path)
{
    return QDir::toNativeSeparators(qt(path.string()));
}

/// The folder itself, or the nearest one above it that is there.
fs::path nearestFolder(fs::path folder)
{
    std::error_code ignored;
    folder = fs::absolute(folder, ignored);
    while (!fs::exists(folder, ignored) && folder.has_relative_path())
        folder = folder.parent_path();
    return folder;
}

class Checks
{
    Q_DECLARE_TR_FUNCTIONS(tongban::ui::MachineChecks)

public:
    static CheckFinding store(const fs::path &workspace, const fs::path &resources)
    {
        if (!fs::exists(workspace / "workspace.json"))
            return {State::Good, tr("No workspace yet; it is made in the next step."), {}};
        if (vault::VaultFile::existsIn(workspace))
            return {State::Good, tr("The store is sealed: %1").arg(pathText(workspace)), {}};
        const SystemClock clock;
        const auto opened = service::Workspace::open(workspace, resources, service::OpenMode::Read, clock);
        if (opened)
            return {State::Good, tr("The store opens: %1").arg(pathText(workspace)), {}};
        return {
            State::Bad,
            tr("The store does not open: %1 [%2]").arg(errorText(opened.error()), errorCode(opened.error())),
            tr("Start the newest version of the program, or restore a backup into another folder.")};
    }

    static CheckFinding writing(const fs::path &workspace)
    {
        const QString folder = qt(nearestFolder(workspace).string());
        QTemporaryFile probe(folder + QStringLiteral("/tongban-check-XXXXXX"));
        if (!QFileInfo(folder).isDir() || !probe.open() || probe.write("x") != 1)
            return {State::Bad, tr("Nothing can be written into %1.").arg(folder),
                    tr("Choose another folder, or ask for the right to write there.")};
        const qint64 free = QStorageInfo(folder).bytesAvailable();
        if (free < kLeastFreeBytes)
            return {State::Doubtful, tr("Only %1 MB are free in %2.").arg(free / 1'000'000).arg(folder),
                    tr("Make room: a year of work takes some gigabytes.")};
        return {
            State::Good, tr("%1 can be written; %2 GB are free.").arg(folder).arg(free / 1'000'000'000), {}};
    }

    static CheckFinding font(const fs::path &resources)
    {
        const auto press = service::PaperPress::load(resources);
        if (press)
            return {State::Good, tr("Papers have their font, and it can be embedded."), {}};
        return {State::Bad, tr("The font of the papers is missing; receipts and decisions cannot be made."),
                tr("Install the package fonts-noto-cjk, then check again.")};
    }

    static CheckFinding clock()
    {
        timex state{};
        const bool isSynchronised = adjtimex(&state) != TIME_ERROR;
        const QDateTime now = QDateTime::currentDateTime();
        if (now.date().year() < 2025)
            return {State::Bad, tr("The clock says %1.").arg(now.toString(Qt::ISODate)),
                    tr("Set the clock: limits are counted from it.")};
        if (now.offsetFromUtc() != kChinaOffsetSeconds)
            return {State::Doubtful, tr("The time zone is not that of China; limits are counted by China's."),
                    tr("Set the time zone to Asia/Shanghai, so that the clock on the wall agrees.")};
        if (!isSynchronised)
            return {State::Doubtful, tr("No time service keeps the clock right."),
                    tr("Switch on network time (chrony or systemd-timesyncd).")};
        return {State::Good, tr("The clock is kept right, in the time of China."), {}};
    }

    static CheckFinding inputMethod()
    {
        const QString module = qEnvironmentVariable("QT_IM_MODULE", qEnvironmentVariable("XMODIFIERS"));
        const QString name = module.contains(QStringLiteral("fcitx")) ? QStringLiteral("fcitx")
            : module.contains(QStringLiteral("ibus"))                 ? QStringLiteral("ibus")
                                                                      : QString();
        const QString remedy = tr("Install fcitx5 with fcitx5-frontend-qt6 and sign in to the machine anew.");
        if (name.isEmpty())
            return {State::Doubtful, tr("No Chinese input method is switched on."), remedy};
        const QDir plugins(QLibraryInfo::path(QLibraryInfo::PluginsPath)
                           + QStringLiteral("/platforminputcontexts"));
        if (plugins.entryList({QStringLiteral("*") + name + QStringLiteral("*")}, QDir::Files).isEmpty())
            return {State::Doubtful,
                    tr("%1 is switched on, but its bridge to this program is missing.").arg(name), remedy};
        return {State::Good, tr("%1 is ready.").arg(name), {}};
    }

    static CheckFinding keyring()
    {
        const QString secrets = QStringLiteral("org.freedesktop.secrets");
        const auto *bus = QDBusConnection::sessionBus().interface();
        const QString remedy = tr(
            "Install gnome-keyring or KWallet, and unlock it by signing in to the machine. Without one, the "
            "passphrase of a sealed office is asked for at every start.");
        if (bus == nullptr)
            return {State::Doubtful, tr("There is no session bus, so no keyring either."), remedy};
        const QStringList startable = bus->activatableServiceNames();
        if (bus->isServiceRegistered(secrets) || startable.contains(secrets))
            return {State::Good, tr("A keyring answers."), {}};
        return {State::Doubtful, tr("No keyring answers."), remedy};
    }

    static CheckFinding printer()
    {
        const QStringList names = QPrinterInfo::availablePrinterNames();
        if (names.isEmpty())
            return {State::Doubtful, tr("There is no printer; papers are kept as PDF files."),
                    tr("Set up a printer in the system settings when papers are to be printed here.")};
        const QString usual = QPrinterInfo::defaultPrinterName();
        return {State::Good, tr("Printers: %1").arg(usual.isEmpty() ? names.first() : usual), {}};
    }
};

} // namespace

std::vector<MachineCheck> machineChecks(const fs::path &workspace, const fs::path &resources)
{
    return {
        {QStringLiteral("writing"), Checks::tr("Write access"),
         [workspace] {
             return Checks::writing(workspace);
         }},
        {QStringLiteral("store"), Checks::tr("Store"),
         [=] {
             return Checks::store(workspace, resources);
         }},
        {QStringLiteral("font"), Checks::tr("Font of the papers"),
         [resources] {
             return Checks::font(resources);
         }},
        {QStringLiteral("clock"), Checks::tr("Clock"), &Checks::clock},
        {QStringLiteral("input"), Checks::tr("Input method"), &Checks::inputMethod},
        {QStringLiteral("keyring"), Checks::tr("Keyring"), &Checks::keyring},
        {QStringLiteral("printer"), Checks::tr("Printer"), &Checks::printer},
    };
}

} // namespace tongban::ui
