// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/application/deadline_strip.h"

#include "ui/application/clock_words.h"
#include "ui/base/text.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace tongban::ui {

DeadlineStrip::DeadlineStrip(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("deadlineStrip"));
    setAccessibleName(tr("Deadline day by day"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void DeadlineStrip::show(const DeadlineAccount &account)
{
    m_days = account.days;
    QStringList told;
    for (const AccountDay &day : m_days)
        told += dayText(day.date) + QLatin1Char(' ') + dayReason(day);
    setAccessibleDescription(told.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

void DeadlineStrip::clear()
{
    m_days.clear();
    setAccessibleDescription({});
    updateGeometry();
    update();
}

QSize DeadlineStrip::cellSize() const
{
    const QFontMetrics metrics = fontMetrics();
    return {metrics.horizontalAdvance(QStringLiteral("00-00")) + metrics.averageCharWidth(),
            metrics.height() * 5 / 2};
}

int DeadlineStrip::columns(int width) const
{
    return std::max(1, width / cellSize().width());
}

int DeadlineStrip::heightForWidth(int width) const
{
    const int perRow = columns(width);
    const int count = static_cast<int>(m_days.size());
    return (count + perRow - 1) / perRow * cellSize().height();
}

QSize DeadlineStrip::sizeHint() const
{
    const int width = cellSize().width() * 10;
    return {width, heightForWidth(std::max(width, this->width()))};
}

QRect DeadlineStrip::cell(int index) const
{
    const int perRow = columns(width());
    const QSize size = cellSize();
    return {QPoint(index % perRow * size.width(), index / perRow * size.height()), size};
}

QColor DeadlineStrip::fill(AccountKind kind) const
{
    switch (kind) {
    case AccountKind::Counted:
    case AccountKind::CountedMakeUp:
    case AccountKind::MovedTo: return m_theme.tokens().counted;
    case AccountKind::Weekend:
    case AccountKind::Holiday: return m_theme.tokens().rest;
    case AccountKind::Excluded: return m_theme.tokens().excluded;
    }
    return {};
}

bool DeadlineStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (int i = 0; i < static_cast<int>(m_days.size()); ++i) {
        if (!cell(i).contains(help->pos()))
            continue;
        const AccountDay &day = m_days[static_cast<std::size_t>(i)];
        QToolTip::showText(help->globalPos(), dayText(day.date) + QLatin1Char(' ') + dayReason(day), this,
                           cell(i));
        return true;
    }
    QToolTip::hideText();
    return true;
}

void DeadlineStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Text));
    for (int i = 0; i < static_cast<int>(m_days.size()); ++i) {
        const AccountDay &day = m_days[static_cast<std::size_t>(i)];
        const QRect box = cell(i).adjusted(1, 1, -1, -1);
        painter.fillRect(box, fill(day.kind));
        const QString top = dayText(day.date).mid(5);
        const QString bottom = day.ordinal > 0 ? QString::number(day.ordinal) : QStringLiteral("\u2013");
        painter.drawText(box, Qt::AlignHCenter | Qt::AlignTop, top);
        QFont bold = font();
        bold.setBold(day.ordinal > 0);
        painter.setFont(bold);
        painter.drawText(box, Qt::AlignHCenter | Qt::AlignBottom, bottom);
        painter.setFont(font());
        if (i + 1 == static_cast<int>(m_days.size()))
            painter.drawRect(box.adjusted(0, 0, -1, -1));
    }
}

} // namespace tongban::ui
