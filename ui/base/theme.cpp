// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/base/theme.h"

#include <QApplication>
#include <QFont>

#include <algorithm>
#include <array>

namespace tongban::ui {

namespace {

const QString kSystemName = QStringLiteral("system");

struct Colours {
    const char *window;
    const char *base;
    const char *alternate;
    const char *text;
    const char *button;
    const char *highlight;
    const char *highlightedText;
    const char *placeholder;
    const char *disabled;
    const char *frame; ///< Lines around fields, lists and buttons; at least 3 : 1.
};

struct Entry {
    Look look;
    const char *name;
    Colours colours;
    Tokens tokens;
};

const std::array<Entry, 4> &entries()
{
    static const std::array<Entry, 4> all{
        Entry{Look::Light,
              "light",
              {"#f3f4f6", "#ffffff", "#f7f8fa", "#1b1f24", "#e9ebef", "#1d5fbf", "#ffffff", "#616975",
               "#767d88", "#7c838e"},
              {"#b3261e", "#8a5200", "#17693b", "#59616c", "#d8e8fb", "#e6e8eb", "#f6dfc0", "#17693b",
               "#8a3b00", "#ffffff"}},
        Entry{Look::Dark,
              "dark",
              {"#1f2226", "#17191c", "#1d2024", "#e6e8eb", "#2b2f35", "#2a66b8", "#ffffff", "#a0a8b3",
               "#868e99", "#868e99"},
              {"#ff8a80", "#f2b552", "#7fd6a0", "#a6aeb9", "#274468", "#33373d", "#5a451f", "#0f4a2a",
               "#7a3600", "#ffffff"}},
        Entry{Look::EyeCare,
              "eye-care",
              {"#c2dec6", "#cce8cf", "#c5e2c9", "#14261a", "#b4d3b9", "#1f5e3a", "#ffffff", "#34543e",
               "#4d6a56", "#4f6b57"},
              {"#8f1a14", "#6a3f00", "#0f5230", "#31503b", "#a9d6b2", "#b9d0bd", "#e6cf9e", "#0f5230",
               "#7a3600", "#ffffff"}},
        Entry{Look::HighContrast,
              "high-contrast",
              {"#000000", "#000000", "#101010", "#ffffff", "#1a1a1a", "#ffff00", "#000000", "#e0e0e0",
               "#c0c0c0", "#ffffff"},
              {"#ff9d94", "#ffd76e", "#8cffb0", "#e0e0e0", "#003a7a", "#3a3a3a", "#6b4b00", "#8cffb0",
               "#ffb000", "#000000"}},
    };
    return all;
}

const Entry &entry(Look look)
{
    return *std::ranges::find(entries(), look, &Entry::look);
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent),
      m_systemLook(QApplication::palette().color(QPalette::Window).lightnessF() < 0.5 ? Look::Dark
                                                                                      : Look::Light),
      m_baseSize(QApplication::font().pointSizeF())
{
}

const Tokens &Theme::tokens() const
{
    return tokens(shownLook());
}

const Tokens &Theme::tokens(Look look)
{
    return entry(look).tokens;
}

QPalette Theme::palette(Look look)
{
    const Colours &c = entry(look).colours;
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const char *colour) {
        palette.setColor(role, QColor(QLatin1String(colour)));
    };
    set(QPalette::Window, c.window);
    set(QPalette::WindowText, c.text);
    set(QPalette::Base, c.base);
    set(QPalette::AlternateBase, c.alternate);
    set(QPalette::Text, c.text);
    set(QPalette::Button, c.button);
    set(QPalette::ButtonText, c.text);
    set(QPalette::BrightText, c.highlightedText);
    set(QPalette::ToolTipBase, c.base);
    set(QPalette::ToolTipText, c.text);
    set(QPalette::Highlight, c.highlight);
    set(QPalette::HighlightedText, c.highlightedText);
    set(QPalette::Link, c.highlight);
    set(QPalette::PlaceholderText, c.placeholder);
    set(QPalette::Mid, c.frame);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(QLatin1String(c.disabled)));
    return palette;
}

QString Theme::name(Look look)
{
    if (look == Look::System)
        return kSystemName;
    return QLatin1String(entry(look).name);
}

Look Theme::lookNamed(const QString &name)
{
    if (name == kSystemName)
        return Look::System;
    const auto found =
        std::ranges::find_if(entries(), [&](const Entry &e) { return name == QLatin1String(e.name); });
    return found == entries().end() ? Look::Light : found->look;
}

QString Theme::name(Density density)
{
    switch (density) {
    case Density::Compact: return QStringLiteral("compact");
    case Density::Normal: return QStringLiteral("normal");
    case Density::Roomy: return QStringLiteral("roomy");
    }
    return {};
}

Density Theme::densityNamed(const QString &name)
{
    for (const Density density : {Density::Compact, Density::Roomy})
        if (name == Theme::name(density))
            return density;
    return Density::Normal;
}

void Theme::setDensity(Density density)
{
    m_density = density;
    if (auto *style = qobject_cast<FrameStyle *>(QApplication::style()))
        style->setDensity(density);
    Q_EMIT changed();
}

void Theme::setLook(Look look)
{
    m_look = look;
    apply();
}

void Theme::setZoom(int percent)
{
    m_zoom = std::clamp(percent, 80, 200);
    apply();
}

void Theme::apply()
{
    QApplication::setPalette(palette(shownLook()));
    QFont font = QApplication::font();
    font.setPointSizeF(m_baseSize * m_zoom / 100.0);
    QApplication::setFont(font);
    Q_EMIT changed();
}

} // namespace tongban::ui
