// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/screenshots.h"

#include "app/desktop/gate_pictures.h"
#include "app/desktop/window_steps.h"
#include "ui/shell/main_window.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFutureWatcher>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QRegularExpression>
#include <QSet>
#include <QTableView>
#include <QTabWidget>
#include <QTimer>

#include <array>
#include <chrono>
#include <functional>
#include <utility>

namespace tongban::desktop {

namespace {

constexpr int kCasesLookedAt = 200;

/// What a person would do at the window to see everything, in one language; every step waits for its answer.
class Tour : private WindowSteps
{
public:
    Tour(ui::MainWindow &window, ui::Theme &theme, const QString &folder)
        : WindowSteps(window, theme, folder), m_window(&window)
    {
    }

    /// False when a picture could not be written or a step never ended.
    bool take()
    {
        until([this] { return !practice().isEmpty(); });
        picture(QStringLiteral("sign-in"));
        // The approver first: what everybody may see is shown with the list of whoever decides.
        for (const QString &account : {QStringLiteral("approver"), QStringLiteral("clerk"),
                                       QStringLiteral("head"), QStringLiteral("admin")}) {
            signIn(account);
            walkScreens();
            if (account == QStringLiteral("approver")) {
                walkActs({QStringLiteral("act_grant"), QStringLiteral("act_give_notice"),
                          QStringLiteral("act_propose_refusal")});
                walkPast();
                walkList();
                walkRules();
            }
            if (account == QStringLiteral("clerk"))
                walkCounter();
            if (account == QStringLiteral("head"))
                walkBeside();
            if (account == QStringLiteral("admin"))
                walkAdministration();
            signOut();
        }
        return m_isComplete;
    }

private:
    QList<QAbstractButton *> practice() const
    {
        return m_window->findChildren<QAbstractButton *>(QRegularExpression(QStringLiteral("^practice_")));
    }

    void signIn(const QString &account)
    {
        const QString name = QStringLiteral("practice_") + account;
        if (!until([&] { return find<QAbstractButton>(name) != nullptr; }))
            return;
        find<QAbstractButton>(name)->click();
        until([this] { return m_window->person().has_value(); });
        until([this] {
            const auto *table = find<QTableView>(QStringLiteral("queueTable"));
            return table != nullptr && table->model()->rowCount() > 0;
        });
        settle();
    }

    void signOut()
    {
        if (auto *action = find<QAction>(QStringLiteral("signOut")))
            action->trigger();
        settle();
    }

    void walkScreens()
    {
        for (QAction *action :
             m_window->findChildren<QAction *>(QRegularExpression(QStringLiteral("^to_")))) {
            if (!action->isEnabled() || m_seen.contains(action->objectName()))
                continue;
            m_seen.insert(action->objectName());
            action->trigger();
            settle();
            picture(action->objectName().mid(3));
        }
        toDesk();
    }

    void toDesk()
    {
        if (auto *desk = find<QAction>(QStringLiteral("to_desk")))
            desk->trigger();
        settle();
    }

    /// Each on the first case where it can be done.
    void walkActs(const QStringList &acts)
    {
        auto *table = find<QTableView>(QStringLiteral("queueTable"));
        if (table == nullptr)
            return;
        QStringList wanted = acts;
        const int rows = std::min(kCasesLookedAt, table->model()->rowCount());
        for (int row = 0; row < rows && !wanted.isEmpty(); ++row) {
            table->selectRow(row);
            settle();
            for (const QString &name : QStringList(wanted)) {
                auto *act = find<QAction>(name);
                if (act == nullptr || !act->isEnabled())
                    continue;
                wanted.removeAll(name);
                act->trigger();
                settle();
                picture(name);
                if (auto *cancel = find<QAbstractButton>(QStringLiteral("actCancel")))
                    cancel->click();
                toDesk();
            }
        }
    }

    /// The first case as it stood one act ago.
    void walkPast()
    {
        auto *table = find<QTableView>(QStringLiteral("queueTable"));
        auto *past = find<QAction>(QStringLiteral("as_it_stood"));
        if (table == nullptr || past == nullptr)
            return;
        table->selectRow(0);
        settle();
        past->trigger();
        settle();
        if (auto *earlier = find<QAbstractButton>(QStringLiteral("pastEarlier")))
            earlier->click();
        settle();
        picture(QStringLiteral("past"));
        if (auto *back = find<QAbstractButton>(QStringLiteral("pastBack")))
            back->click();
        toDesk();
    }

    void walkCounter()
    {
        if (auto *to = find<QAction>(QStringLiteral("to_counter")))
            to->trigger();
        settle();
        auto *words = find<QLineEdit>(QStringLiteral("intakeItem"));
        if (words == nullptr)
            return;
        words->setText(QStringLiteral("CZ-001"));
        press(words, Qt::Key_Return);
        settle();
        picture(QStringLiteral("counter-form"));
        toDesk();
    }

    /// The numbers of the cases in the list that have this in one of their columns.
    QStringList casesWith(const QString &words) const
    {
        static const QRegularExpression serial(QStringLiteral("-\\d{6}-\\d+-"));
        const auto *table = find<QTableView>(QStringLiteral("queueTable"));
        QStringList numbers;
        for (int row = 0; table != nullptr && row < table->model()->rowCount(); ++row) {
            QString number;
            bool fits = false;
            for (int column = 0; column < table->model()->columnCount(); ++column) {
                const QString text = table->model()->index(row, column).data().toString();
                fits = fits || text == words;
                if (text.contains(serial))
                    number = text;
            }
            if (fits)
                numbers += number;
        }
        return numbers;
    }

    /// Those of the first case that the rules have decided; the others have no values.
    void takeValuesOf(const QStringList &serials)
    {
        auto *number = find<QLineEdit>(QStringLiteral("trialCase"));
        auto *take = find<QAbstractButton>(QStringLiteral("trialTake"));
        const auto isFilled = [this] {
            for (const QLineEdit *line :
                 m_window->findChildren<QLineEdit *>(QRegularExpression(QStringLiteral("^trial\\."))))
                if (!line->text().isEmpty())
                    return true;
            return false;
        };
        for (const QString &serial : serials) {
            if (number == nullptr || take == nullptr || isFilled())
                return;
            number->setText(serial);
            take->click();
            settle();
        }
    }

    /// The rules of one item, and what they say to the values of a case.
    void walkRules()
    {
        auto *to = find<QAction>(QStringLiteral("to_rules"));
        if (to == nullptr)
            return;
        to->trigger();
        settle();
        auto *words = find<QLineEdit>(QStringLiteral("itemWords"));
        auto *page = find<QTabWidget>(QStringLiteral("rulePage"));
        if (words == nullptr || page == nullptr)
            return;
        words->setText(QStringLiteral("CZ-001"));
        settle();
        const QStringList names{QStringLiteral("rules-item"), QStringLiteral("rules-table"),
                                QStringLiteral("rules-trial")};
        for (int tab = 0; tab < std::min<int>(page->count(), static_cast<int>(names.size())); ++tab) {
            page->setCurrentIndex(tab);
            settle();
            picture(names[tab]);
        }
        if (auto *items = find<QTableView>(QStringLiteral("itemTable")))
            takeValuesOf(casesWith(items->model()->index(0, 1).data().toString()));
        if (auto *go = find<QAbstractButton>(QStringLiteral("trialGo")))
            go->click();
        settle();
        picture(QStringLiteral("rules-tried"));
        toDesk();
    }

    /// What stands above the list when it is asked for.
    void walkList()
    {
        const std::array<std::array<QString, 3>, 3> panels{
            {{QStringLiteral("list-filter"), QStringLiteral("filterList"), QStringLiteral("queueFilter")},
             {QStringLiteral("list-export"), QStringLiteral("exportList"), QStringLiteral("exportCancel")},
             {QStringLiteral("list-claim"), QStringLiteral("claimList"), QStringLiteral("batchCancel")}}};
        for (const auto &[name, open, close] : panels) {
            auto *action = find<QAction>(open);
            auto *button = find<QAbstractButton>(close);
            if (action == nullptr || button == nullptr)
                return;
            action->trigger();
            settle();
            picture(name);
            button->click();
            settle();
        }
    }

    /// The pages behind the first one, and the windows of settings and help.
    void walkAdministration()
    {
        if (auto *to = find<QAction>(QStringLiteral("to_administration")))
            to->trigger();
        settle();
        auto *pages = find<QListWidget>(QStringLiteral("administrationPages"));
        for (int page = 1; pages != nullptr && page < pages->count(); ++page) {
            pages->setCurrentRow(page);
            settle();
            picture(QStringLiteral("administration-%1").arg(page + 1));
        }
        for (const char *name : {"settings", "checks", "help"}) {
            if (auto *action = find<QAction>(QString::fromLatin1(name)))
                action->trigger();
            settle();
            for (QDialog *dialog : m_window->findChildren<QDialog *>())
                if (dialog->isVisible()) {
                    picture(QString::fromLatin1(name), dialog);
                    dialog->close();
                    settle();
                    break;
                }
        }
        toDesk();
    }

    void walkBeside()
    {
        for (QAction *menu : m_window->menuBar()->actions())
            for (QAction *action : menu->menu() == nullptr ? QList<QAction *>() : menu->menu()->actions()) {
                if (action->shortcut() != QKeySequence(Qt::CTRL | Qt::Key_K))
                    continue;
                action->trigger();
                settle();
                for (QDialog *dialog : m_window->findChildren<QDialog *>())
                    if (dialog->isVisible()) {
                        picture(QStringLiteral("palette"), dialog);
                        dialog->close();
                        settle();
                        break;
                    }
            }
        m_window->lock();
        settle();
        picture(QStringLiteral("locked"));
    }

    QPointer<ui::MainWindow> m_window;
    QSet<QString> m_seen;
};

/// The window as it is now: another language makes it anew.
ui::MainWindow *currentWindow()
{
    for (QWidget *widget : QApplication::topLevelWidgets())
        if (auto *window = qobject_cast<ui::MainWindow *>(widget); window != nullptr && window->isVisible())
            return window;
    return nullptr;
}

/// Asks for the other language, and waits for its window.
ui::MainWindow *inTheOtherLanguage(ui::MainWindow *window, approval::Language language)
{
    if (window == nullptr)
        return nullptr;
    const QSize size = window->size();
    QPointer<ui::MainWindow> before = window;
    Q_EMIT window->languageWanted(language);
    const auto end = std::chrono::steady_clock::now() + WindowSteps::kPatience;
    while (before != nullptr && std::chrono::steady_clock::now() < end)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
    ui::MainWindow *after = currentWindow();
    if (after != nullptr)
        after->resize(size);
    return after;
}

} // namespace

void takeScreenshots(ui::MainWindow &window, ui::Theme &theme, const QString &folder)
{
    QTimer::singleShot(0, qApp, [first = QPointer(&window), &theme, folder] {
        const bool isChinese = QLocale().language() == QLocale::Chinese;
        const auto album = [&](bool chinese) {
            return QDir(folder).filePath(chinese ? QStringLiteral("zh") : QStringLiteral("en"));
        };
        const auto language = [](bool chinese) {
            return chinese ? approval::Language::Chinese : approval::Language::English;
        };
        bool isComplete = first != nullptr && Tour(*first, theme, album(isChinese)).take();
        isComplete = takeGatePictures(theme, album(isChinese)) && isComplete;
        ui::MainWindow *other = inTheOtherLanguage(first, language(!isChinese));
        isComplete = other != nullptr && Tour(*other, theme, album(!isChinese)).take() && isComplete;
        isComplete = takeGatePictures(theme, album(!isChinese)) && isComplete;
        inTheOtherLanguage(other, language(isChinese)); // as it was found
        QApplication::exit(isComplete ? 0 : 1);
    });
}

} // namespace tongban::desktop
