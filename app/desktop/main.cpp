// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/bench_queue.h"
#include "app/desktop/screenshots.h"
#include "app/desktop/settings.h"
#include "app/desktop/window_probe.h"
#include "core/base/clock.h"
#include "core/service/workspace_thread.h"
#include "ui/base/theme.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLibraryInfo>
#include <QStyleFactory>
#include <QTimer>
#include <QTranslator>

#include <cstdio>
#include <exception>
#include <memory>

namespace {

using namespace tongban;

struct Options {
    std::filesystem::path workspace;
    QString screenshots;
    QString size;
    desktop::BenchOptions bench;
    bool untilQueue = false;
};

std::filesystem::path defaultWorkspace()
{
    const QString named = qEnvironmentVariable("TONGBAN_WORKSPACE");
    return named.isEmpty() ? std::filesystem::path("tongban-workspace")
                           : std::filesystem::path(named.toStdString());
}

Options readOptions(const QApplication &app, desktop::Settings &settings)
{
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption workspace(QStringLiteral("workspace"), QStringLiteral("Folder of the workspace"),
                                       QStringLiteral("folder"));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("zh or en"),
                                      QStringLiteral("name"));
    const QCommandLineOption screenshots(QStringLiteral("screenshots"),
                                         QStringLiteral("Write pictures of the window into a folder and end"),
                                         QStringLiteral("folder"));
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("Size of the window, 1440x900"),
                                  QStringLiteral("size"));
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
    parser.addOptions({workspace, language, screenshots, size, bench, cases, json, untilQueue});
    parser.process(app);
    if (parser.isSet(language))
        settings.setLanguage(parser.value(language) == QStringLiteral("en") ? approval::Language::English
                                                                            : approval::Language::Chinese);
    Options options;
    options.workspace = parser.isSet(workspace) ? std::filesystem::path(parser.value(workspace).toStdString())
                                                : defaultWorkspace();
    options.screenshots = parser.value(screenshots);
    options.size = parser.value(size);
    options.bench = {parser.value(bench), parser.value(workspace), parser.value(cases).toLongLong(),
                     parser.isSet(json)};
    options.untilQueue = parser.isSet(untilQueue);
    return options;
}

/// Translations of one language; English has one too, for its plurals.
class Words
{
public:
    void use(QApplication &app, approval::Language language)
    {
        app.removeTranslator(&m_own);
        app.removeTranslator(&m_qt);
        const bool isChinese = language == approval::Language::Chinese;
        QLocale::setDefault(isChinese ? QLocale(QLocale::Chinese, QLocale::China)
                                      : QLocale(QLocale::English));
        const QString name = isChinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
        if (m_own.load(QStringLiteral(":/translations/tongban_") + name))
            app.installTranslator(&m_own);
        if (isChinese
            && m_qt.load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            app.installTranslator(&m_qt);
    }

private:
    QTranslator m_own;
    QTranslator m_qt;
};

/// Makes the window, and makes it anew when the other language is wanted.
class Desktop
{
public:
    Desktop(QApplication &app, desktop::Settings &settings, service::WorkspaceThread &workspace)
        : m_app(app), m_settings(settings), m_workspace(workspace)
    {
        settings.restore(m_theme);
    }

    void keep()
    {
        m_settings.keep(m_theme);
        m_settings.setGeometry(m_window->saveGeometry());
    }

    void open()
    {
        const approval::Language language = m_settings.language();
        m_words.use(m_app, language);
        auto window = std::make_unique<ui::MainWindow>(m_workspace, m_theme, language,
                                                       m_window ? m_window->person()
                                                                : std::optional<service::SignedIn>());
        window->restoreGeometry(m_window ? m_window->saveGeometry() : m_settings.geometry());
        QObject::connect(window.get(), &ui::MainWindow::languageWanted, window.get(),
                         [this](approval::Language wanted) {
                             m_settings.setLanguage(wanted);
                             QTimer::singleShot(0, &m_app, [this] { open(); });
                         });
        window->show();
        m_window = std::move(window);
    }

    /// The last words typed are written before the workspace closes.
    void close()
    {
        m_window.reset();
        m_workspace.run([](service::Workspace &) -> Result<> { return {}; }).waitForFinished();
    }

    ui::MainWindow &window() { return *m_window; }
    ui::Theme &theme() { return m_theme; }

private:
    QApplication &m_app;
    desktop::Settings &m_settings;
    service::WorkspaceThread &m_workspace;
    Words m_words;
    ui::Theme m_theme;
    std::unique_ptr<ui::MainWindow> m_window;
};

int run(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("tongban"));
    QApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    desktop::Settings settings;
    const Options options = readOptions(app, settings);
    if (!options.bench.what.isEmpty())
        return desktop::benchQueue(options.bench);
    const SystemClock clock;
    service::WorkspaceThread workspace([&]() -> Result<std::unique_ptr<service::Workspace>> {
        return service::Workspace::open(options.workspace, TRY(service::findResources()),
                                        service::OpenMode::Write, clock);
    });
    Desktop desktop(app, settings, workspace);
    desktop.open();
    const QStringList size = options.size.split(QLatin1Char('x'));
    if (size.size() == 2)
        desktop.window().resize(size[0].toInt(), size[1].toInt());
    if (!options.screenshots.isEmpty())
        desktop::takeScreenshots(desktop.window(), desktop.theme(), options.screenshots);
    if (options.untilQueue) {
        const bool isReady = desktop::WindowProbe(desktop.window()).signIn();
        std::printf(isReady ? "ready\n" : "no list\n");
        return isReady ? 0 : 2;
    }
    const int code = QApplication::exec();
    if (options.screenshots.isEmpty())
        desktop.keep();
    desktop.close();
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
