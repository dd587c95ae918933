// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/claim_text.h"

#include <algorithm>
#include <array>

namespace tongban::ctl {

namespace {

struct Words {
    std::string_view problem;
    std::string_view zh;
    std::string_view en;
};
constexpr std::array kWords{
    Words{"none", "", ""},
    Words{"waits_for_nobody", "本件已办结,无人需要认领", "the case is over; there is nothing to claim"},
    Words{"held_by_other", "已由他人认领", "somebody else works on it"},
    Words{"not_held", "本件无人认领,无可交回", "nobody holds it; there is nothing to put back"},
    Words{"out_of_turn", "同类办件中还有更早的在等待;请用 --reason 说明理由",
          "cases of the same kind wait longer; say why with --reason"},
    Words{"reason_missing", "接手他人的办件须用 --reason 说明理由", "taking over needs a --reason"},
    Words{"role_may_not", "该账号的角色不能这样做", "the roles of this account may not do that"},
    Words{"account_unknown", "没有这个账号,或账号已停用", "there is no such account, or it is disabled"},
    Words{"undefined_here", "该账号的角色不能为本件打印", "the roles of this account may not print for it"},
    Words{"paper_missing", "本件尚无可打印的回执", "there is no receipt to print yet"}};

} // namespace

std::string_view claimProblemText(std::string_view problem, Language language)
{
    const auto *found = std::ranges::find(kWords, problem, &Words::problem);
    return found == kWords.end() ? problem : pick(language, found->zh, found->en);
}

} // namespace tongban::ctl
