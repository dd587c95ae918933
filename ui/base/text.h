// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"

#include <QDateTime>
#include <QString>
#include <QTimeZone>

#include <string>
#include <string_view>

namespace tongban::ui {

/// The border between the core's UTF-8 and Qt's text.
inline QString qt(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

inline std::string utf8(const QString &text)
{
    return text.toStdString();
}

/// 2026-11-24
inline QString dayText(Date day)
{
    return qt(isoDate(day));
}

/// 2026-11-24 10:03, by the time of China.
inline QString minuteText(Timestamp at)
{
    return QDateTime::fromMSecsSinceEpoch(unixMilliseconds(at), QTimeZone(8 * 3600))
        .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

} // namespace tongban::ui
