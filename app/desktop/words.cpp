// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/words.h"

#include <QLibraryInfo>
#include <QLocale>

namespace tongban::desktop {

void Words::use(QApplication &app, approval::Language language)
{
    app.removeTranslator(&m_own);
    app.removeTranslator(&m_qt);
    const bool isChinese = language == approval::Language::Chinese;
    QLocale::setDefault(isChinese ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English));
    const QString name = isChinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
    if (m_own.load(QStringLiteral(":/translations/tongban_") + name))
        app.installTranslator(&m_own);
    if (isChinese
        && m_qt.load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        app.installTranslator(&m_qt);
}

} // namespace tongban::desktop
