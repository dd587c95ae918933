// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/cases/cases.h"

#include <memory>
#include <string>

namespace CLI {
class App;
}

namespace tongban::ctl {

/// The options by which commands name a list of cases: the same filters as in the window.
struct CaseFilterOptions {
    service::CaseQuery query;
    std::string light;
    std::string receivedFrom;
    std::string receivedThrough;
};

void addCaseFilter(CLI::App &command, CaseFilterOptions &options);

/// InvalidInput when a day or a light cannot be read.
Result<service::CaseQuery> caseQuery(const CaseFilterOptions &options);

} // namespace tongban::ctl
