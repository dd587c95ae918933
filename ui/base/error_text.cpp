// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/base/error_text.h"

#include "ui/base/text.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace tongban::ui {

namespace {

class ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(tongban::ui::ErrorText)

public:
    static QString of(ErrorCode code)
    {
        switch (code) {
        case ErrorCode::InvalidInput:
            return tr("That cannot be read. Check what was entered; nothing was changed.");
        case ErrorCode::NotFound:
            return tr("There is nothing by that name or number. Check it and try again.");
        case ErrorCode::Conflict:
            return tr("Somebody else was first, or the clock is wrong. Nothing was changed; load anew and "
                      "look again.");
        case ErrorCode::Unavailable:
            return tr(
                "It cannot be reached or written just now: another program has it, the line is down or the "
                "disk is full. Nothing was lost; see to that and do it again.");
        case ErrorCode::Corrupted:
            return tr("The data is damaged. Stop working on it, keep the folder as it is and call support.");
        case ErrorCode::Denied: return tr("You have no right to that here. Nothing was changed.");
        case ErrorCode::Internal:
            return tr("A defect of the program. What was saved is kept; report the code to support.");
        }
        return {};
    }
};

} // namespace

QString errorText(const Error &error)
{
    return ErrorText::of(error.code);
}

QString errorCode(const Error &error)
{
    return QFileInfo(qt(error.file)).baseName() + QLatin1Char('-') + QString::number(error.line);
}

QString errorLine(const Error &error)
{
    return QStringLiteral("%1 [%2]").arg(errorText(error), errorCode(error));
}

} // namespace tongban::ui
