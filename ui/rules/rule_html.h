// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/decision/rule_desk.h"

#include <QString>

namespace tongban::ui {

/// "Version 2, published, in force from 2026-01-01".
QString versionText(const service::RuleVersion &version);

/// Title, version, who signed, on which laws, and the digest by which decisions name these rules.
QString aboutText(const service::RuleSheet &sheet);

/// Every table as text with tabs, the way spreadsheets take it.
QString sheetText(const service::RuleSheet &sheet);

/// The same as a page of its own, to print or to send.
QString sheetHtml(const service::RuleSheet &sheet);

} // namespace tongban::ui
