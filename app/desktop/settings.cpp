// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/settings.h"

#include <QLocale>

namespace tongban::desktop {

namespace {

const QString kLanguage = QStringLiteral("language");
const QString kLook = QStringLiteral("look");
const QString kZoom = QStringLiteral("zoom");
const QString kGeometry = QStringLiteral("geometry");

} // namespace

approval::Language Settings::language() const
{
    const QString kept = m_settings.value(kLanguage).toString();
    if (kept.isEmpty())
        return QLocale::system().language() == QLocale::English ? approval::Language::English
                                                                : approval::Language::Chinese;
    return kept == QStringLiteral("en") ? approval::Language::English : approval::Language::Chinese;
}

void Settings::setLanguage(approval::Language language)
{
    m_settings.setValue(
        kLanguage, language == approval::Language::English ? QStringLiteral("en") : QStringLiteral("zh"));
}

void Settings::restore(ui::Theme &theme) const
{
    theme.setLook(ui::Theme::lookNamed(m_settings.value(kLook).toString()));
    theme.setZoom(m_settings.value(kZoom, 100).toInt());
}

void Settings::keep(const ui::Theme &theme)
{
    m_settings.setValue(kLook, ui::Theme::name(theme.look()));
    m_settings.setValue(kZoom, theme.zoom());
}

QByteArray Settings::geometry() const
{
    return m_settings.value(kGeometry).toByteArray();
}

void Settings::setGeometry(const QByteArray &geometry)
{
    m_settings.setValue(kGeometry, geometry);
}

} // namespace tongban::desktop
