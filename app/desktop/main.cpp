// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/bench_queue.h"
#include "app/desktop/desktop.h"
#include "app/desktop/quit_signal.h"
#include "app/desktop/screenshots.h"
#include "app/desktop/settings.h"
#include "app/desktop/still_pictures.h"
#include "app/desktop/window_probe.h"
#include "core/service/workspace/resources.h"
#include "ui/base/font_files.h"
#include "ui/base/frame_style.h"

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>
#include <exception>
#include <string>

namespace {

using namespace tongban;

struct Options {
    std::filesystem::path workspace;
    QString screenshots;
    QString size;
    int zoom = 0; ///< 0 = as it was left.
    desktop::BenchOptions bench;
    bool untilQueue = false;
};

/// Named outright, else where this person worked last, else a folder of the name in the place one stands in.
std::filesystem::path usualWorkspace(const desktop::Settings &settings)
{
    const QString named = qEnvironmentVariable("TONGBAN_WORKSPACE");
    if (!named.isEmpty())
        return named.toStdString();
    if (const std::filesystem::path last = settings.workspace(); !last.empty())
        return last;
    const std::filesystem::path here("tongban-workspace");
    return std::filesystem::exists(here / "workspace.json") ? here : desktop::Desktop::officeFolder();
}

Options readOptions(const QApplication &app, desktop::Settings &settings)
{
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption workspace(QStringLiteral("workspace"), QStringLiteral("Folder of the workspace"),
                                       QStringLiteral("folder"));
    const QCommandLineOption practice(QStringLiteral("practice"),
                                      QStringLiteral("Practise on made-up cases, in a folder of their own"));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("zh or en"),
                                      QStringLiteral("name"));
    const QCommandLineOption screenshots(QStringLiteral("screenshots"),
                                         QStringLiteral("Write pictures of the window into a folder and end"),
                                         QStringLiteral("folder"));
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("Size of the window, 1440x900"),
                                  QStringLiteral("size"));
    const QCommandLineOption zoom(QStringLiteral("zoom"),
                                  QStringLiteral("Size of text and controls in percent, 80 to 200"),
                                  QStringLiteral("percent"));
    const QCommandLineOption bench(
        QStringLiteral("bench"),
        QStringLiteral(
            "Measure the window and end: \"queue\", the list of cases on a store of millions. Makes the "
            "store in a folder for temporary files (2.7 GB a million); --workspace names a store to use, or "
            "a folder to make and keep one"),
        QStringLiteral("what"));
    const QCommandLineOption cases(QStringLiteral("cases"), QStringLiteral("How many cases --bench makes"),
                                   QStringLiteral("number"), QStringLiteral("3000000"));
    const QCommandLineOption json(QStringLiteral("json"), QStringLiteral("Figures of --bench as JSON lines"));
    QCommandLineOption untilQueue(QStringLiteral("until-queue"));
    untilQueue.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions(
        {workspace, practice, language, screenshots, size, zoom, bench, cases, json, untilQueue});
    parser.process(app);
    if (parser.isSet(language))
        settings.setLanguage(parser.value(language) == QStringLiteral("en") ? approval::Language::English
                                                                            : approval::Language::Chinese);
    Options options;
    options.workspace = usualWorkspace(settings);
    if (parser.isSet(practice))
        options.workspace = desktop::Desktop::practiceFolder();
    if (parser.isSet(workspace))
        options.workspace = parser.value(workspace).toStdString();
    options.screenshots = parser.value(screenshots);
    options.size = parser.value(size);
    options.zoom = parser.value(zoom).toInt();
    options.bench = {parser.value(bench), parser.value(workspace), parser.value(cases).toLongLong(),
                     parser.isSet(json)};
    options.untilQueue = parser.isSet(untilQueue);
    return options;
}

/// Nothing to do when another window has the workspace and came forward.
bool open(desktop::Desktop &desktop, const Options &options)
{
    const QStringList size = options.size.split(QLatin1Char('x'));
    if (!std::filesystem::exists(options.workspace / "workspace.json")) {
        desktop.welcome(options.workspace == desktop::Desktop::practiceFolder()
                            ? desktop::Desktop::officeFolder()
                            : options.workspace);
        if (size.size() == 2)
            desktop.welcomeScreen()->resize(size[0].toInt(), size[1].toInt());
        if (!options.screenshots.isEmpty())
            desktop::takePictures(*desktop.welcomeScreen(), desktop.theme(), QStringLiteral("welcome"),
                                  options.screenshots);
        return true;
    }
    if (!desktop.openOffice(options.workspace))
        return false;
    QWidget *shown = desktop.window() != nullptr ? desktop.window() : desktop.gate();
    if (size.size() == 2)
        shown->resize(size[0].toInt(), size[1].toInt());
    if (!options.screenshots.isEmpty() && desktop.window() == nullptr)
        desktop::takePictures(*shown, desktop.theme(), QStringLiteral("locked"), options.screenshots);
    else if (!options.screenshots.isEmpty())
        desktop::takeScreenshots(*desktop.window(), desktop.theme(), options.screenshots);
    return true;
}

int run(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("tongban"));
    QApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    QApplication::setStyle(new ui::FrameStyle);
    ui::readFontsAhead();
    const auto resources = service::findResources();
    if (!resources) {
        std::fprintf(stderr, "tongban: %s\n", resources.error().detail.c_str());
        return 3;
    }
    const desktop::QuitSignal quitSignal;
    desktop::Settings settings;
    const Options options = readOptions(app, settings);
    if (!options.bench.what.isEmpty())
        return desktop::benchQueue(options.bench);
    desktop::Desktop desktop(app, settings, *resources);
    if (options.zoom != 0)
        desktop.theme().setZoom(options.zoom);
    if (!open(desktop, options))
        return 0;
    if (options.untilQueue && desktop.window() == nullptr) {
        std::printf("locked\n");
        return 7;
    }
    if (options.untilQueue) {
        const bool isReady = desktop::WindowProbe(*desktop.window()).signIn();
        std::printf(isReady ? "ready\n" : "no list\n");
        return isReady ? 0 : 2;
    }
    const int code = QApplication::exec();
    if (options.screenshots.isEmpty())
        desktop.keep();
    return code;
}

} // namespace

int main(int argc, char **argv)
{
    try {
        return run(argc, argv);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "tongban: %s\n", error.what());
        return 8;
    }
}
