// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/screenshots.h"

#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QTimer>

#include <array>
#include <memory>
#include <utility>

namespace tongban::desktop {

namespace {

constexpr std::array kLooks{ui::Look::Light, ui::Look::Dark, ui::Look::EyeCare, ui::Look::HighContrast};
constexpr int kPatienceMilliseconds = 30'000;
constexpr int kSettleMilliseconds = 400; ///< The strip of days comes after the page.

/// One look a turn: a palette reaches the widgets by an event.
void takeFrom(std::size_t look, ui::MainWindow &window, ui::Theme &theme, const QString &folder)
{
    if (look == kLooks.size())
        return QApplication::exit(0);
    theme.setLook(kLooks[look]);
    QTimer::singleShot(kSettleMilliseconds, &window, [=, &window, &theme] {
        const QString file = QDir(folder).filePath(ui::Theme::name(kLooks[look]) + QStringLiteral(".png"));
        if (!window.grab().save(file))
            return QApplication::exit(1);
        takeFrom(look + 1, window, theme, folder);
    });
}

} // namespace

void takeScreenshots(ui::MainWindow &window, ui::Theme &theme, const QString &folder)
{
    QDir().mkpath(folder);
    // A demonstration lets one in with the account that stands on its first page.
    QTimer::singleShot(kSettleMilliseconds, &window, [&window] {
        if (auto *approver = window.findChild<QPushButton *>(QStringLiteral("practice_approver")))
            approver->click();
    });
    QTimer::singleShot(kPatienceMilliseconds, &window, [] { QApplication::exit(1); });
    auto begun = std::make_shared<bool>(false);
    QObject::connect(&window, &ui::MainWindow::caseShown, &window, [&window, &theme, folder, begun] {
        if (!std::exchange(*begun, true))
            takeFrom(0, window, theme, folder);
    });
}

} // namespace tongban::desktop
