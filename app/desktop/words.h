// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"

#include <QApplication>
#include <QTranslator>

namespace tongban::desktop {

/// Translations of one language; English has one too, for its plurals.
class Words
{
public:
    void use(QApplication &app, approval::Language language);

private:
    QTranslator m_own;
    QTranslator m_qt;
};

} // namespace tongban::desktop
