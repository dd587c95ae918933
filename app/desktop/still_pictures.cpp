// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/still_pictures.h"

#include <QApplication>
#include <QDir>
#include <QTimer>

#include <array>
#include <chrono>

namespace tongban::desktop {

namespace {

constexpr std::array kLooks{ui::Look::Light, ui::Look::Dark, ui::Look::EyeCare, ui::Look::HighContrast};
constexpr std::chrono::seconds kFirstSight{4};

} // namespace

void takePictures(QWidget &window, ui::Theme &theme, const QString &name, const QString &folder)
{
    QDir().mkpath(folder);
    QTimer::singleShot(kFirstSight, &window, [&window, &theme, name, folder] {
        bool isComplete = true;
        for (const ui::Look look : kLooks) {
            theme.setLook(look);
            QCoreApplication::processEvents();
            const QString file = name + QLatin1Char('-') + ui::Theme::name(look) + QStringLiteral(".png");
            isComplete = window.grab().save(QDir(folder).filePath(file)) && isComplete;
        }
        QApplication::exit(isComplete ? 0 : 1);
    });
}

} // namespace tongban::desktop
