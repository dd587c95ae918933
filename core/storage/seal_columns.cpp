// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/seal_file.h"

#include <array>

namespace tongban::storage {
namespace {

constexpr std::array kCases{
    SealedColumn{"permit_case", "duplicate_key", "permit_case.duplicate_key"},
    SealedColumn{"permit_case", "applicant_id", "permit_case.applicant_id"},
    SealedColumn{"permit_case", "application", "permit_case.application"},
    SealedColumn{"permit_case", "plate", "permit_case.plate", true},
    SealedColumn{"case_state", "details", "case_state.details"},
    SealedColumn{"event", "body", "event.body"},
    SealedColumn{"lost_event", "body", "event.body"},
    SealedColumn{"decision", "record", "decision.record"},
    SealedColumn{"notice", "defects", "notice.defects"},
    SealedColumn{"delivery", "receiver", "delivery.receiver"},
    SealedColumn{"block_list", "value", "block_list.value"},
    SealedColumn{"evidence_answer", "key", "evidence_answer.key"},
    SealedColumn{"evidence_answer", "body", "evidence_answer.body"},
    SealedColumn{"evidence_answer", "digest", "evidence_answer.digest"},
    SealedColumn{"outbox", "body", "outbox.body"},
    SealedColumn{"case_answer", "body", "case_answer.body"},
    SealedColumn{"attachment", "name", "attachment.name"},
    SealedColumn{"attachment_content", "content", "attachment_content.content"},
    SealedColumn{"seen_page", "content", "seen_page.content"},
    SealedColumn{"preference", "value", "preference.value"},
};

constexpr std::array kRegisters{
    SealedColumn{"register_row", "key", "register_row.key"},
    // Over a few facts: whoever tries all of them would find the answer by it.
    SealedColumn{"register_row", "digest", "register_row.digest"},
    SealedColumn{"register_row", "body", "register_row.body"},
};

constexpr std::array kRoster{
    SealedColumn{"roster_entry", "code", "roster.code", false, "kind = 1"},
    SealedColumn{"roster_import", "code", "roster.code", false, "kind = 1"},
};

} // namespace

std::span<const SealedColumn> sealedColumns(StoreKind kind)
{
    switch (kind) {
    case StoreKind::Cases: return kCases;
    case StoreKind::Registers: return kRegisters;
    case StoreKind::Roster: return kRoster;
    }
    return {};
}

} // namespace tongban::storage
