// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/base/frame_style.h"

#include <QColor>
#include <QObject>
#include <QPalette>
#include <QString>

namespace tongban::ui {

/// The looks a person can choose. EyeCare is the pale green known as 护眼豆沙绿; System is Light or Dark,
/// whichever the desktop's own colours were nearer to when the program started.
enum class Look { Light, Dark, EyeCare, HighContrast, System };

/// Colours with a meaning, beside those of the palette. All have a contrast of at least 4.5 : 1 on the base
/// colour (GB/T 37668, level 2); fills have it with the text that stands on them.
struct Tokens {
    QColor late; ///< Past its limit.
    QColor near; ///< Close to it.
    QColor good; ///< In time, granted.
    QColor muted; ///< Second-rank text.
    QColor counted; ///< A day that counts, as a fill under text.
    QColor rest; ///< A day that does not count, as a fill under text.
    QColor excluded; ///< A day taken out by a document, as a fill under text.
    QColor inService; ///< The strip of an office in service, as a fill under `onBar`.
    QColor practice; ///< The strip of practice and training, as a fill under `onBar`.
    QColor onBar; ///< Text on both strips.
};

/// Palette, tokens and size of the text, in one place; screens and delegates read them from here. GUI thread.
class Theme : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QObject *parent = nullptr);

    Look look() const { return m_look; }
    void setLook(Look look);

    const Tokens &tokens() const;

    /// Per cent of the system's text size, 80 to 200; others are brought to the nearest.
    int zoom() const { return m_zoom; }
    void setZoom(int percent);

    /// Of the application's style; without FrameStyle it is always normal.
    Density density() const { return m_density; }
    void setDensity(Density density);

    /// Not of System.
    static QPalette palette(Look look);
    static const Tokens &tokens(Look look);
    static QString name(Look look); ///< "eye-care", as settings keep it.
    static Look lookNamed(const QString &name); ///< Light for an unknown name.
    static QString name(Density density); ///< "compact", as settings keep it.
    static Density densityNamed(const QString &name); ///< Normal for an unknown name.

Q_SIGNALS:
    void changed();

private:
    void apply();

    Look shownLook() const { return m_look == Look::System ? m_systemLook : m_look; }

    Look m_look = Look::Light;
    Look m_systemLook;
    int m_zoom = 100;
    Density m_density = Density::Normal;
    qreal m_baseSize = 0;
};

} // namespace tongban::ui
