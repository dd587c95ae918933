// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/screenshots.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

#include <array>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace tongban::desktop {

namespace {

constexpr std::array kLooks{ui::Look::Light, ui::Look::Dark, ui::Look::EyeCare, ui::Look::HighContrast};
constexpr int kPatienceMilliseconds = 60'000;
constexpr int kSettleMilliseconds = 500; ///< What follows a step is read by another thread.

/// One picture: how to get there from the one before.
struct Scene {
    QString name;
    std::function<void()> enter;
};

/// One step a turn: a palette and an answer of the store reach the widgets by an event.
class Album : public QObject
{
public:
    Album(ui::MainWindow &window, ui::Theme &theme, QString folder)
        : QObject(&window), m_window(window), m_theme(theme), m_folder(std::move(folder))
    {
        const auto trigger = [this](const QString &name) {
            return [this, name] {
                for (QAction *action : m_window.findChildren<QAction *>(name))
                    action->trigger();
            };
        };
        m_scenes = {{QStringLiteral("sign-in"),
                     [] {
                     }},
                    {QStringLiteral("desk"),
                     [this] {
                         click(QStringLiteral("practice_approver"));
                     }},
                    {QStringLiteral("grant"), trigger(QStringLiteral("act_grant"))},
                    {QStringLiteral("refusal"), trigger(QStringLiteral("act_propose_refusal"))},
                    {QStringLiteral("counter"), trigger(QStringLiteral("to_counter"))},
                    {QStringLiteral("form"),
                     [this] {
                         choose(QStringLiteral("CZ-001"));
                     }},
                    {QStringLiteral("locked"), [this] {
                         m_window.lock();
                     }}};
        QTimer::singleShot(kSettleMilliseconds, this, [this] { next(); });
    }

private:
    void click(const QString &name)
    {
        if (auto *button = m_window.findChild<QPushButton *>(name))
            button->click();
    }

    /// An item at the counter, the way a person chooses it.
    void choose(const QString &item)
    {
        auto *words = m_window.findChild<QLineEdit *>(QStringLiteral("intakeItem"));
        if (words == nullptr)
            return;
        words->setText(item);
        QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
        QApplication::sendEvent(words, &enter);
    }

    void next()
    {
        if (m_scene == m_scenes.size())
            return QApplication::exit(0);
        m_scenes[m_scene].enter();
        QTimer::singleShot(kSettleMilliseconds, this, [this] { take(0); });
    }

    void take(std::size_t look)
    {
        if (look == kLooks.size()) {
            ++m_scene;
            return next();
        }
        m_theme.setLook(kLooks[look]);
        QTimer::singleShot(kSettleMilliseconds / 2, this, [this, look] {
            const QString file = m_scenes[m_scene].name + QLatin1Char('-') + ui::Theme::name(kLooks[look])
                + QStringLiteral(".png");
            if (!m_window.grab().save(QDir(m_folder).filePath(file)))
                return QApplication::exit(1);
            take(look + 1);
        });
    }

    ui::MainWindow &m_window;
    ui::Theme &m_theme;
    QString m_folder;
    std::vector<Scene> m_scenes;
    std::size_t m_scene = 0;
};

} // namespace

void takeScreenshots(ui::MainWindow &window, ui::Theme &theme, const QString &folder)
{
    QDir().mkpath(folder);
    QTimer::singleShot(kPatienceMilliseconds, &window, [] { QApplication::exit(1); });
    new Album(window, theme, folder);
}

} // namespace tongban::desktop
