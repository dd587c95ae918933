// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bench/many_cases.h"

#include "core/bench/bare_many_cases.h"
#include "core/service/accounts/accounts.h"

namespace tongban::bench {

Result<std::filesystem::path> makeManyCases(const YearPlan &plan, const Clock &clock, std::int64_t cases)
{
    MadeYear year = TRY(makeYear(plan, clock));
    TRY(takeInYear(year, plan));
    TRY(decideYear(year, plan));
    TRY(service::addPracticeAccounts(*year.workspace));
    const std::filesystem::path folder = year.workspace->folder();
    year.workspace.reset();
    plan.note("copying cases");
    TRY(multiplyCases(folder / "store.sqlite", cases, plan.stop));
    return folder;
}

} // namespace tongban::bench
