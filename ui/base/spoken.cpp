// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/base/spoken.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QLineEdit>
#include <QRegularExpression>

namespace tongban::ui {

namespace {

class Spoken
{
    Q_DECLARE_TR_FUNCTIONS(tongban::ui::Spoken)
};

} // namespace

QString spokenTitle(QString title)
{
    static const QRegularExpression letter(QStringLiteral("\\(&.\\)"));
    return title.remove(letter).remove(QLatin1Char('&'));
}

void addClearButton(QLineEdit &line)
{
    line.setClearButtonEnabled(true);
    for (QAbstractButton *button : line.findChildren<QAbstractButton *>())
        button->setAccessibleName(Spoken::tr("Empty the line"));
}

} // namespace tongban::ui
