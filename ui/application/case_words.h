// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/cases/case_view.h"

#include <QString>

namespace tongban::ui {

/// "Typed at the counter by wangfang, 2026-11-23 10:03".
QString fieldSource(const service::ViewField &field);

/// "Police, person, as of 2026-11-22".
QString evidenceTime(const service::ViewEvidence &evidence);
QString evidenceState(service::EvidenceState state);
QString materialState(service::MaterialState state);

/// "met", "not met", "cannot be told", "applies".
QString standingTitle(const approval::Condition &condition);

/// "1.2 MB".
QString sizeText(std::int64_t bytes);

} // namespace tongban::ui
