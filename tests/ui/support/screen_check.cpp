// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/support/screen_check.h"

#include "tests/ui/support/contrast.h"
#include "tests/ui/support/text_fit.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QScrollBar>
#include <QSet>
#include <QTest>
#include <QToolButton>

namespace tests {

namespace {

/// What Qt puts inside its own widgets: arrows, clear buttons, corners. They have their owner's name and
/// keys.
bool isPartOfAnother(const QWidget &widget)
{
    const QWidget *parent = widget.parentWidget();
    return widget.objectName().startsWith(QLatin1String("qt_")) || qobject_cast<const QScrollBar *>(&widget)
        || qobject_cast<const QHeaderView *>(&widget) || qobject_cast<const QMenuBar *>(&widget)
        || qobject_cast<const QLineEdit *>(parent) || qobject_cast<const QAbstractSpinBox *>(parent)
        || qobject_cast<const QComboBox *>(parent) || widget.inherits("QTableCornerButton")
        || (parent != nullptr && parent->inherits("QTabBar"));
}

/// All that can be seen in the window now, dialogs of their own left out.
QList<QWidget *> shownIn(const QWidget &window)
{
    QList<QWidget *> shown;
    for (QWidget *widget : window.findChildren<QWidget *>())
        if (widget->isVisible() && widget->window() == &window && !widget->size().isEmpty())
            shown += widget;
    return shown;
}

/// Readers come to the buttons and lines inside other widgets as to any other.
bool isHeardAlone(const QWidget &widget)
{
    const QWidget *parent = widget.parentWidget();
    return (qobject_cast<const QAbstractButton *>(&widget) && qobject_cast<const QLineEdit *>(parent))
        || (qobject_cast<const QLineEdit *>(&widget) && qobject_cast<const QComboBox *>(parent));
}

/// A button has its own key, or that of the command it stands for.
bool hasKey(const QAbstractButton &button)
{
    const auto *tool = qobject_cast<const QToolButton *>(&button);
    const QAction *command = tool == nullptr ? nullptr : tool->defaultAction();
    return !button.shortcut().isEmpty() || (command != nullptr && !command->shortcut().isEmpty());
}

bool isViewport(const QWidget &widget)
{
    const auto *area = qobject_cast<const QAbstractScrollArea *>(widget.parentWidget());
    return area != nullptr && area->viewport() == &widget;
}

/// The widget's nearest parent that hides a part of it although nothing there can be scrolled.
const QWidget *whoCuts(const QWidget &widget, const QWidget &window)
{
    QRect rect = widget.rect();
    for (const QWidget *inner = &widget; inner != &window; inner = inner->parentWidget()) {
        const QWidget *outer = inner->parentWidget();
        rect.translate(inner->pos());
        if (isViewport(*outer)) {
            const auto *area = static_cast<const QAbstractScrollArea *>(outer->parentWidget());
            const bool across = area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff
                && rect.right() > outer->rect().right();
            return across ? area : nullptr;
        }
        if (!outer->rect().contains(rect))
            return outer;
    }
    return nullptr;
}

bool isControl(const QWidget &widget)
{
    return widget.focusPolicy() != Qt::NoFocus || qobject_cast<const QAbstractButton *>(&widget)
        || qobject_cast<const QComboBox *>(&widget) || qobject_cast<const QAbstractItemView *>(&widget);
}

QString sizeText(const QSize &size)
{
    return QStringLiteral("%1x%2").arg(size.width()).arg(size.height());
}

QStringList overlaps(const QList<QWidget *> &shown)
{
    QStringList found;
    QList<QWidget *> texts;
    for (QWidget *widget : shown)
        if (!textsOf(*widget).empty() && !isPartOfAnother(*widget))
            texts += widget;
    for (qsizetype i = 0; i < texts.size(); ++i)
        for (qsizetype j = i + 1; j < texts.size(); ++j) {
            if (texts[i]->parentWidget() != texts[j]->parentWidget())
                continue;
            const QRect common = texts[i]->geometry().intersected(texts[j]->geometry());
            if (common.width() > 1 && common.height() > 1)
                found += QStringLiteral("%1 lies on %2").arg(nameOf(*texts[i]), nameOf(*texts[j]));
        }
    return found;
}

bool hasBuddy(const QWidget &widget, const QList<QWidget *> &shown)
{
    return std::any_of(shown.begin(), shown.end(), [&](const QWidget *other) {
        const auto *label = qobject_cast<const QLabel *>(other);
        return label != nullptr && label->buddy() == &widget;
    });
}

} // namespace

QString nameOf(const QWidget &widget)
{
    QString text;
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        text = label->text();
    else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        text = button->text();
    QString place = widget.objectName();
    for (const QWidget *parent = widget.parentWidget(); place.isEmpty() && parent != nullptr;
         parent = parent->parentWidget())
        if (!parent->objectName().isEmpty())
            place = QStringLiteral("in ") + parent->objectName();
    return QStringLiteral("%1 %2 '%3'")
        .arg(QLatin1String(widget.metaObject()->className()), place, text.left(40));
}

QStringList cutText(const QWidget &window)
{
    QStringList found;
    const QList<QWidget *> shown = shownIn(window);
    for (const QWidget *widget : shown) {
        if (widget->objectName() == QLatin1String("qt_menubar_ext_button"))
            found += QStringLiteral("the menu bar hides a menu");
        if (isPartOfAnother(*widget) && qobject_cast<const QHeaderView *>(widget) == nullptr)
            continue;
        const auto texts = textsOf(*widget);
        for (const TextFit &fit : texts)
            if (!fit.fits())
                found +=
                    QStringLiteral("%1: '%2' needs %3 and has %4")
                        .arg(nameOf(*widget), fit.text.left(40), sizeText(fit.needed), sizeText(fit.room));
        const QWidget *cutting = texts.empty() ? nullptr : whoCuts(*widget, window);
        if (cutting != nullptr)
            found += QStringLiteral("%1 reaches out of %2").arg(nameOf(*widget), nameOf(*cutting));
    }
    return found + overlaps(shown);
}

QStringList unnamedControls(const QWidget &window)
{
    QStringList found;
    const QList<QWidget *> shown = shownIn(window);
    for (QWidget *widget : shown) {
        const bool isAnothers = isPartOfAnother(*widget) || widget->focusProxy() != nullptr;
        if (!isControl(*widget) || isViewport(*widget) || (isAnothers && !isHeardAlone(*widget)))
            continue;
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        QString name = interface == nullptr ? QString() : interface->text(QAccessible::Name);
        if (qobject_cast<const QComboBox *>(widget) != nullptr)
            name = hasBuddy(*widget, shown) ? QStringLiteral("buddy") : widget->accessibleName();
        if (name.trimmed().isEmpty())
            found += QStringLiteral("%1 has no accessible name").arg(nameOf(*widget));
    }
    return found;
}

QStringList unreachableControls(QWidget &window)
{
    constexpr int kMostControls = 400;
    constexpr int kMostParts = 3;
    int stays = 0;
    QStringList found;
    QSet<const QWidget *> reached;
    for (int presses = 0; presses < kMostControls && window.focusWidget() != nullptr; ++presses) {
        QWidget *before = window.focusWidget();
        QTest::keyClick(before, Qt::Key_Tab);
        const QWidget *after = window.focusWidget();
        // A day has three parts, and Tab goes from one to the next.
        stays = after == before ? stays + 1 : 0;
        if (stays > kMostParts || (after != before && reached.contains(after)))
            break;
        reached.insert(after);
    }
    for (const QWidget *widget : shownIn(window)) {
        if (!widget->isEnabled() || isPartOfAnother(*widget) || widget->focusProxy() != nullptr)
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isWanted = (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
        // Of buttons that exclude each other the chosen one alone is come to; arrows go on from there.
        if (button != nullptr && button->autoExclusive() && !button->isChecked())
            continue;
        if (isWanted && !reached.contains(widget))
            found += QStringLiteral("%1 is not reached by Tab, which ends at %2")
                         .arg(nameOf(*widget), nameOf(*window.focusWidget()));
        if (!isWanted && button != nullptr && !hasKey(*button))
            found += QStringLiteral("%1 has neither Tab nor a key").arg(nameOf(*widget));
    }
    return found;
}

QStringList faintText(const QWidget &window)
{
    QStringList found;
    for (const QWidget *widget : shownIn(window)) {
        if (isPartOfAnother(*widget))
            continue;
        for (const TextColours &pair : coloursOf(*widget)) {
            const double wanted = widget->isEnabled() ? 4.5 : 3.0;
            if (contrast(pair.text, pair.ground) < wanted)
                found += QStringLiteral("%1: '%2' %3 on %4 is %5 : 1")
                             .arg(nameOf(*widget), pair.sample.left(30), pair.text.name(), pair.ground.name())
                             .arg(contrast(pair.text, pair.ground), 0, 'f', 2);
        }
    }
    return found;
}

} // namespace tests
