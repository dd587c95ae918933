// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/settings.h"

#include <QLocale>

namespace tongban::desktop {

namespace {

const QString kLanguage = QStringLiteral("language");
const QString kLook = QStringLiteral("look");
const QString kZoom = QStringLiteral("zoom");
const QString kDensity = QStringLiteral("density");
const QString kKeys = QStringLiteral("keys");
const QString kLock = QStringLiteral("lock_minutes");
const QString kWorkspace = QStringLiteral("workspace");
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
    theme.setDensity(ui::Theme::densityNamed(m_settings.value(kDensity).toString()));
}

void Settings::keep(const ui::Theme &theme)
{
    m_settings.setValue(kLook, ui::Theme::name(theme.look()));
    m_settings.setValue(kZoom, theme.zoom());
    m_settings.setValue(kDensity, ui::Theme::name(theme.density()));
}

ui::WindowState Settings::windowState() const
{
    ui::WindowState state;
    state.lockMinutes = m_settings.value(kLock, state.lockMinutes).toInt();
    const QVariantMap keys = m_settings.value(kKeys).toMap();
    for (auto key = keys.begin(); key != keys.end(); ++key)
        state.keys.insert(key.key(), key.value().toString());
    return state;
}

void Settings::keep(const ui::WindowState &state)
{
    QVariantMap keys;
    for (auto key = state.keys.begin(); key != state.keys.end(); ++key)
        keys.insert(key.key(), key.value());
    m_settings.setValue(kKeys, keys);
    m_settings.setValue(kLock, state.lockMinutes);
}

std::filesystem::path Settings::workspace() const
{
    return m_settings.value(kWorkspace).toString().toStdString();
}

void Settings::setWorkspace(const std::filesystem::path &workspace)
{
    m_settings.setValue(kWorkspace, QString::fromStdString(workspace.string()));
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
