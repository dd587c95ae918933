// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "ui/base/theme.h"

#include <QSettings>

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

    QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);

private:
    QSettings m_settings{QStringLiteral("tongban"), QStringLiteral("tongban")};
};

} // namespace tongban::desktop
