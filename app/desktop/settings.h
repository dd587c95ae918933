// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "ui/base/theme.h"
#include "ui/shell/main_window.h"

#include <QSettings>

#include <filesystem>

namespace tongban::desktop {

/// What a person chose for the window: look, size of the text, language, place. Nothing about cases, nothing
/// secret.
class Settings
{
public:
    approval::Language language() const;
    void setLanguage(approval::Language language);

    void restore(ui::Theme &theme) const;
    void keep(const ui::Theme &theme);

    /// What the window is like at the start: keys, when it locks.
    ui::WindowState windowState() const;
    void keep(const ui::WindowState &state);

    /// Where this person worked last; empty = nowhere yet.
    std::filesystem::path workspace() const;
    void setWorkspace(const std::filesystem::path &workspace);

    QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);

private:
    QSettings m_settings{QStringLiteral("tongban"), QStringLiteral("tongban")};
};

} // namespace tongban::desktop
