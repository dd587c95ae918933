// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/base/frame_style.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace tongban::ui {

namespace {

/// A line just inside the rectangle, round corners like Fusion's.
void drawLine(QPainter *painter, const QStyleOption &option, qreal radius, bool showsFocus = true)
{
    const bool hasFocus = showsFocus && (option.state & QStyle::State_HasFocus);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(
        QPen(option.palette.color(hasFocus ? QPalette::Highlight : QPalette::Mid), hasFocus ? 2 : 1));
    painter->setBrush(Qt::NoBrush);
    const qreal inset = hasFocus ? 1.0 : 0.5;
    painter->drawRoundedRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

void drawCircle(QPainter *painter, const QStyleOption &option)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(option.palette.color(QPalette::Mid), 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawEllipse(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5));
    painter->restore();
}

} // namespace

FrameStyle::FrameStyle() : QProxyStyle(QStringLiteral("Fusion")) { }

void FrameStyle::setDensity(Density density)
{
    if (m_density == density)
        return;
    m_density = density;
    for (QWidget *widget : QApplication::allWidgets()) {
        QEvent changed(QEvent::StyleChange);
        QApplication::sendEvent(widget, &changed);
        widget->updateGeometry();
    }
}

void FrameStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    switch (element) {
    case PE_FrameLineEdit:
    case PE_PanelButtonCommand: drawLine(painter, *option, 2); break;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame != nullptr && frame->lineWidth > 0)
            drawLine(painter, *option, 2);
        break;
    case PE_Frame: drawLine(painter, *option, 0); break;
    case PE_IndicatorCheckBox: drawLine(painter, *option, 1, false); break;
    case PE_IndicatorRadioButton: drawCircle(painter, *option); break;
    default: break; // the style's own; Qt adds elements
    }
}

void FrameStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                    QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_ComboBox || control == CC_SpinBox)
        drawLine(painter, *option, 2);
}

int FrameStyle::extra(const QWidget *widget) const
{
    const int line = widget != nullptr ? widget->fontMetrics().height() : 16;
    switch (m_density) {
    case Density::Compact: return -line / 6;
    case Density::Normal: return 0;
    case Density::Roomy: return line / 2;
    }
    return 0;
}

int FrameStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const int usual = QProxyStyle::pixelMetric(metric, option, widget);
    switch (metric) {
    case PM_ToolBarIconSize:
    case PM_SmallIconSize: return QFontMetrics(QApplication::font()).height() * 5 / 4; // grows with the text
    case PM_LayoutVerticalSpacing:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin: return std::max(1, usual + extra(widget));
    default: return usual;
    }
}

QSize FrameStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                   const QWidget *widget) const
{
    QSize usual = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
    case CT_ToolButton:
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
    case CT_MenuItem:
    case CT_ItemViewItem: {
        // What the text itself needs is never taken away.
        const int least = widget != nullptr ? widget->fontMetrics().height() + 4 : 0;
        usual.setHeight(std::max(std::min(least, usual.height()), usual.height() + extra(widget)));
        return usual;
    }
    default: return usual;
    }
}

} // namespace tongban::ui
