// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace tests {

/// The words of one language as the program speaks it, for as long as this lives. The files come from the
/// build of the program (TONGBAN_TRANSLATIONS); isThere() is false when they are missing.
class Language
{
public:
    explicit Language(tongban::approval::Language language)
    {
        const bool isChinese = language == tongban::approval::Language::Chinese;
        QLocale::setDefault(isChinese ? QLocale(QLocale::Chinese, QLocale::China)
                                      : QLocale(QLocale::English));
        const QString file = isChinese ? QStringLiteral("tongban_zh_CN") : QStringLiteral("tongban_en");
        m_isThere = m_own.load(file, QStringLiteral(TONGBAN_TRANSLATIONS))
            && QCoreApplication::installTranslator(&m_own);
        if (isChinese
            && m_qt.load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            QCoreApplication::installTranslator(&m_qt);
    }
    ~Language()
    {
        QCoreApplication::removeTranslator(&m_own);
        QCoreApplication::removeTranslator(&m_qt);
        QLocale::setDefault(QLocale::c());
    }
    Language(const Language &) = delete;
    Language &operator=(const Language &) = delete;

    bool isThere() const { return m_isThere; }

private:
    QTranslator m_own;
    QTranslator m_qt;
    bool m_isThere = false;
};

} // namespace tests
