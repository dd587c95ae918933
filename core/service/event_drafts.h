// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/id.h"
#include "core/permit/act.h"
#include "core/storage/event_log.h"

namespace tongban::service {

/// The ledger's form of an act's event. Points into `event`, which outlives the writing.
inline storage::EventDraft draftOf(const permit::ActEvent &event, const Uuid &caseId, int district)
{
    return {district,
            caseId,
            permit::name(event.act),
            permit::name(event.stateAfter),
            event.actor,
            permit::name(event.role),
            event.at,
            event.reason,
            event.basis,
            event.body};
}

} // namespace tongban::service
