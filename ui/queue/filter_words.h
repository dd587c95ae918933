// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/cases/cases.h"
#include "core/service/workspace/workspace.h"

#include <QString>

#include <utility>
#include <vector>

namespace tongban::ui {

/// One thing to choose: how it is kept and how it is called.
using Choice = std::pair<QString, QString>;

/// What a filter can be made of, in the words of the screen. A value: made on the workspace's thread.
struct FilterChoices {
    std::vector<Choice> states;
    std::vector<Choice> items;
    std::vector<Choice> fields;
    std::vector<Choice> districts;
    std::vector<Choice> channels;
    std::vector<Choice> reasons;
    std::vector<Choice> holders; ///< Nobody first, then the accounts.
    std::vector<Choice> outcomes;

    static Result<FilterChoices> read(service::Workspace &workspace, approval::Language language);
};

QString lightTitle(service::DueLight light);
QString channelName(const QString &channel);
QString outcomeName(const QString &outcome);

/// The filter as a sentence of parts, "State: with a person · District: Futian"; empty when everything fits.
QString filterText(const service::CaseQuery &query, const FilterChoices &choices);

/// The same list without any filter: what "of N" counts.
service::CaseQuery withoutFilter(const service::CaseQuery &query);

} // namespace tongban::ui
