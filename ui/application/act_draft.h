// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/permit/act.h"
#include "core/permit/workflow.h"

#include <QString>

#include <map>
#include <string>
#include <string_view>

namespace tongban::ui {

/// What was typed into the form of an act, to be put back later. Passwords are no part of it.
struct ActDraft {
    QString reason;
    QString basis;
    QString document;
    QString dueDay;
    QString waybill;
    QString receiver;
    QString ownDefect;
    int workdays = 0;
    int suspension = 0;
    /// The checked ones by code; the text where it was changed, otherwise empty, so that the language of the
    /// screen may change.
    std::map<QString, QString> defects;
    std::map<QString, QString> materials;

    bool operator==(const ActDraft &) const = default;
};

/// The form as it would be filled in for this request.
ActDraft draftOf(const permit::ActRequest &request);

/// The unfinished forms of one case.
using ActDrafts = std::map<permit::Act, ActDraft>;

std::string draftText(const ActDrafts &drafts);

/// InvalidInput when the text is something else; acts that this version does not know are left out.
Result<ActDrafts> parseActDrafts(std::string_view text);

} // namespace tongban::ui
