// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/base/theme.h"

#include <QCoreApplication>
#include <QDir>
#include <QEvent>
#include <QFutureWatcherBase>
#include <QKeyEvent>
#include <QPointer>
#include <QString>
#include <QWidget>

#include <array>
#include <chrono>
#include <functional>

namespace tongban::desktop {

/// Steps at the window that each wait for their answer, and pictures of it in every look. On the window's
/// thread.
class WindowSteps
{
public:
    /// For one step; a demonstration answers in milliseconds.
    static constexpr std::chrono::seconds kPatience{20};

    /// Pictures go into `folder`, which is made.
    WindowSteps(QWidget &window, ui::Theme &theme, const QString &folder)
        : m_root(&window), m_theme(theme), m_folder(folder)
    {
        QDir().mkpath(folder);
    }

protected:
    template <typename Widget>
    Widget *find(const QString &name) const
    {
        return m_root->findChild<Widget *>(name);
    }

    /// Whether every answer that was asked of the workspace is on the screen.
    bool isAtRest() const
    {
        for (const auto *watcher : m_root->findChildren<QFutureWatcherBase *>())
            if (!watcher->isFinished())
                return false;
        return true;
    }

    bool until(const std::function<bool()> &condition)
    {
        const auto end = std::chrono::steady_clock::now() + kPatience;
        while (!condition()) {
            if (std::chrono::steady_clock::now() > end)
                return false;
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
        }
        return true;
    }

    /// Answers lead to questions; three rounds are more than any screen needs.
    void settle()
    {
        for (int round = 0; round < 3; ++round) {
            QCoreApplication::processEvents();
            m_isComplete = until([this] { return isAtRest(); }) && m_isComplete;
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }

    void picture(const QString &name, QWidget *window = nullptr)
    {
        for (const ui::Look look : kLooks) {
            m_theme.setLook(look);
            settle();
            const QString file = name + QLatin1Char('-') + ui::Theme::name(look) + QStringLiteral(".png");
            m_isComplete =
                (window == nullptr ? m_root.data() : window)->grab().save(QDir(m_folder).filePath(file))
                && m_isComplete;
        }
        m_theme.setLook(ui::Look::Light);
        settle();
    }

    void press(QWidget *widget, int key)
    {
        QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier);
        QCoreApplication::sendEvent(widget, &down);
    }

    static constexpr std::array kLooks{ui::Look::Light, ui::Look::Dark, ui::Look::EyeCare,
                                       ui::Look::HighContrast};

    QPointer<QWidget> m_root;
    ui::Theme &m_theme;
    QString m_folder;
    bool m_isComplete = true; ///< Every picture was written and every step ended.
};

} // namespace tongban::desktop
