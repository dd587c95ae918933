// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/refusal_text.h"

#include <algorithm>
#include <string_view>

namespace tongban::ctl {

using permit::ActProblem;

namespace {

/// %t, %d and %n stand for the text, the day and the number of a refusal.
struct Sentence {
    ActProblem problem;
    std::string_view zh;
    std::string_view en;
};

constexpr Sentence kSentences[] = {
    {ActProblem::UndefinedHere, "现状态(%t)不能办理这一步", "there is no such act in this state (%t)"},
    {ActProblem::RoleMayNot, "该岗位无权办理,有权的是:%t", "this role may not; these may: %t"},
    {ActProblem::ReasonMissing, "须写明理由(--reason)", "a reason is needed (--reason)"},
    {ActProblem::BasisMissing, "须写明依据(--basis)", "a basis is needed (--basis)"},
    {ActProblem::DocumentMissing, "须写明文书编号(--document)",
     "the number of a document is needed (--document)"},
    {ActProblem::SignerMissing, "须有第二人签署(--signer)", "a second person has to sign (--signer)"},
    {ActProblem::SignerIsActor, "签署人不能是经办人本人", "the signer has to be another person"},
    {ActProblem::SignerMayNot, "签署人岗位不符,应为:%t", "the signer's role may not; wanted: %t"},
    {ActProblem::SamePerson, "拟办人不能复核自己的意见", "who proposed cannot countersign"},
    {ActProblem::ActorMissing, "须写明经办人(--actor)", "who acts has to be named (--actor)"},
    {ActProblem::OutsidePower, "此事项在此区由 %t 决定", "another body decides this here: %t"},
    {ActProblem::WrongItemVersion, "本件适用事项第 %n 版",
     "the case is decided under version %n of the item"},
    {ActProblem::ItemCancelled, "事项自 %d 起不再收件,依据:%t",
     "the item takes no new cases since %d, by %t"},
    {ActProblem::ClockWentBack, "时钟早于上一步(%d),校正时钟后再办",
     "the clock stands before the last act (%d)"},
    {ActProblem::AlreadyAccepted, "已经受理", "accepted already"},
    {ActProblem::NotAccepted, "尚未受理", "not accepted yet"},
    {ActProblem::TooEarlyToDeem, "五个工作日未满,最早 %d 视为受理",
     "the five days are not over; earliest on %d"},
    {ActProblem::NoticeIncomplete, "告知内容不完整:%t", "the notice is not complete: %t"},
    {ActProblem::SecondNotice, "首次告知时就能发现的问题不得再次告知,须负责人签署:%t",
     "could have been told the first time; a supervisor has to sign: %t"},
    {ActProblem::MaterialUnknown, "没有第 %n 项材料", "there is no document %n"},
    {ActProblem::MaterialNotMinor, "第 %n 项是主要材料,不能容缺",
     "document %n is a main one and may not follow later"},
    {ActProblem::NothingMissing, "没有缺少的材料,直接受理即可", "nothing is missing: accept it"},
    {ActProblem::ConditionalOpen, "容缺材料尚未补齐:%t",
     "documents of the conditional acceptance are missing: %t"},
    {ActProblem::DueDayMissing, "须写明期限(--due)", "a day is needed (--due)"},
    {ActProblem::DueDayOutOfRange, "期限不在允许的范围内,界限为 %d",
     "the day is out of range; the bound is %d"},
    {ActProblem::PromiseNotOffered, "此事项不适用告知承诺", "the item does not offer a promise"},
    {ActProblem::PromiseSafety, "涉及安全的事项不适用告知承诺", "not for matters of safety"},
    {ActProblem::PromiseBadCredit, "有未修复的失信记录,不适用告知承诺", "bad credit that is not repaired"},
    {ActProblem::PromiseCreditUnknown, "信用记录尚未答复,稍后再查",
     "the credit record did not answer; ask again"},
    {ActProblem::NoPromise, "没有作出过承诺", "there is no promise"},
    {ActProblem::HumanRequested, "申请人要求人工办理,不得自动决定", "the applicant asked for a person"},
    {ActProblem::TouchedByHuman, "已有人工办理,不得再自动决定", "staff have acted on the case"},
    {ActProblem::NotAutomatic, "此事项不允许自动作出", "the program may not do this alone"},
    {ActProblem::ExtendedAlready, "已经延长过一次", "extended once already"},
    {ActProblem::ExtensionTooLong, "最多延长 %n 个工作日", "at most %n working days"},
    {ActProblem::RatingMissing, "没有写明评价等级", "the level of the rating is missing"},
    {ActProblem::RatedAlready, "已于 %d 评价过", "rated already, on %d"},
    {ActProblem::NothingToRectify, "没有待整改的差评", "no bad rating is open"},
    {ActProblem::SuspensionRunning, "中止期限到 %d 才届满", "the suspension runs until %d"},
    {ActProblem::AlreadySuspended, "已经中止计时", "suspended already"},
    {ActProblem::VisitReasonMissing, "已到场 %n 次,再次到场须写明理由",
     "visits so far: %n; another needs a reason"},
    {ActProblem::CourierNotOffered, "此事项不提供快递送达", "the item is not sent by courier"},
    {ActProblem::WaybillInvalid, "运单号有误:%t", "the waybill is wrong: %t"},
    {ActProblem::ReceiverMissing, "须写明领取人(--receiver)", "the receiver has to be named (--receiver)"},
    {ActProblem::NothingDelivered, "没有在途的快递", "no parcel is under way"},
    {ActProblem::NotGranted, "只有准予的许可才能撤销", "only what was granted can be revoked"},
    {ActProblem::AccountInvalid, "账号只能由小写字母、数字和 . _ - : @ 组成,至多 64 位",
     "an account is made of lower-case letters, digits and . _ - : @, at most 64"},
    {ActProblem::TextInvalid, "文字无法读取、含不可见字符或过长:%t",
     "the text cannot be read, has invisible characters or is too long: %t"},
    {ActProblem::NoticeRunning, "申请人可补正至 %d", "the applicant may supplement until %d"},
    {ActProblem::LimitPassed, "期限已于 %d 届满,不能再延长",
     "the limit ran out on %d and cannot be extended"},
    {ActProblem::MaterialDelivered, "第 %n 项材料由共享数据取得,另行索要须写明理由(--reason)",
     "shared data delivers document %n; asking for it needs a reason (--reason)"},
    {ActProblem::NothingSent, "补正须至少有一项材料或一个字段", "a supplement brings a document or a field"},
    {ActProblem::RulesNotAsked, "规则尚未审查本件;不经规则决定须写明理由(--reason)",
     "the rules have not looked at the case; deciding without them needs a reason (--reason)"},
    {ActProblem::OutsideWindow, "此窗口不办理本事项(窗口目录见 catalogue):%t",
     "this window does not serve the item (see the catalogue's windows): %t"},
    {ActProblem::AccountUnknown, "没有可用的账号 %t(见 account list)",
     "there is no account %t that may work here (see account list)"},
    {ActProblem::RoleNotHeld, "该账号没有这个岗位:%t", "the account does not hold that role: %t"},
    {ActProblem::HeldByOther, "本件正由 %t 办理,须先由其放回或由负责人接手",
     "%t works on this case; it has to be put back, or taken over by a supervisor"},
};

void fill(std::string &sentence, std::string_view place, const std::string &value)
{
    if (const std::size_t at = sentence.find(place); at != std::string::npos)
        sentence.replace(at, place.size(), value);
}

} // namespace

std::string refusalText(const permit::ActRefusal &refusal, Language language)
{
    const auto *const found = std::ranges::find(kSentences, refusal.problem, &Sentence::problem);
    if (found == std::end(kSentences))
        return std::string(permit::name(refusal.problem));
    std::string sentence(pick(language, found->zh, found->en));
    fill(sentence, "%t", refusal.text);
    fill(sentence, "%d", refusal.day ? isoDate(*refusal.day) : std::string());
    fill(sentence, "%n", std::to_string(refusal.number));
    return sentence;
}

} // namespace tongban::ctl
