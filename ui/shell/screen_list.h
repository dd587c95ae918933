// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/accounts/accounts.h"
#include "core/service/workspace/workspace_thread.h"
#include "ui/base/screen.h"
#include "ui/base/theme.h"

#include <QKeySequence>
#include <QString>

#include <functional>
#include <vector>

namespace tongban::ui {

class CentreLink;

/// What a screen is made with. All but the person outlive it.
struct ScreenContext {
    service::WorkspaceThread &workspace;
    const Theme &theme;
    approval::Language language;
    const service::SignedIn &person;
    CentreLink &link;
};

/// A screen as the navigation offers it: an entry in the bar, a line in the menu and in the palette, a key.
struct ScreenEntry {
    QString name; ///< "delivery"; its command has the object name "to_delivery".
    QString title;
    QKeySequence key;
    /// Whoever holds one of these may open it; empty = everybody. What is done there is checked again by
    /// core/service.
    std::vector<permit::Role> roles;
    std::function<Screen *(const ScreenContext &context, QWidget *parent)> make;

    bool isFor(const service::Account &account) const;
};

inline constexpr auto kDeskName = "desk";

/// All screens in the order of the navigation; the first is the desk. A new one is one line there.
std::vector<ScreenEntry> screenList();

} // namespace tongban::ui
