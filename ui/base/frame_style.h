// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProxyStyle>

namespace tongban::ui {

/// How much room there is around things.
enum class Density { Compact, Normal, Roomy };

/// Fusion with frames that can be seen: around fields, lists, buttons and boxes a line in the palette's Mid
/// colour, at least 3 : 1 against what it stands on (GB/T 37668; Fusion's own line is darker than the window
/// and so invisible on black), in the colour of the highlight where the focus is. And three densities. GUI
/// thread.
class FrameStyle : public QProxyStyle
{
    Q_OBJECT

public:
    FrameStyle();

    Density density() const { return m_density; }
    /// Every window is laid out anew.
    void setDensity(Density density);

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;

private:
    int extra(const QWidget *widget) const;

    Density m_density = Density::Normal;
};

} // namespace tongban::ui
