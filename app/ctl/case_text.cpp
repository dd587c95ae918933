// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/case_text.h"

#include "app/ctl/catalogue_text.h"
#include "app/ctl/reason_text.h"
#include "app/ctl/table.h"
#include "core/base/identifier.h"
#include "core/service/cases/queues.h"

#include <nlohmann/json.hpp>

namespace tongban::ctl {

using permit::ClockKind;
using permit::Light;

namespace {

constexpr std::size_t kShownFront = 6;
constexpr std::size_t kShownBack = 4;

std::string_view clockWord(ClockKind kind, Language language)
{
    switch (kind) {
    case ClockKind::Acceptance: return pick(language, "受理或者告知期限", "accept or give notice");
    case ClockKind::Supplement: return pick(language, "申请人补正期限", "applicant's time to supplement");
    case ClockKind::Conditional: return pick(language, "容缺材料补齐期限", "documents to follow");
    case ClockKind::Statutory: return pick(language, "法定办理期限", "statutory limit");
    case ClockKind::Promised: return pick(language, "承诺办理期限", "promised limit");
    case ClockKind::StepStatutory: return pick(language, "本环节法定期限", "statutory limit of this step");
    case ClockKind::StepPromised: return pick(language, "本环节承诺期限", "promised limit of this step");
    case ClockKind::Delivery: return pick(language, "送达期限", "delivery");
    case ClockKind::Rectification: return pick(language, "差评整改期限", "rectification");
    }
    return {};
}

std::string_view lightWord(Light light, Language language)
{
    switch (light) {
    case Light::Green: return pick(language, "绿灯", "green");
    case Light::Yellow: return pick(language, "黄灯", "yellow");
    case Light::Red: return pick(language, "红灯", "red");
    }
    return {};
}

std::string channelWord(std::string_view channel, Language language)
{
    struct Word {
        std::string_view name;
        std::string_view zh;
        std::string_view en;
    };
    static constexpr Word kWords[] = {{"unified_platform", "统一受理平台", "unified platform"},
                                      {"i_shenzhen", "i深圳", "i Shenzhen"},
                                      {"wechat", "微信", "WeChat"},
                                      {"window", "市级大厅窗口", "window of the city hall"},
                                      {"district_hall", "区级大厅", "district hall"}};
    for (const Word &word : kWords)
        if (word.name == channel)
            return std::string(pick(language, word.zh, word.en));
    return std::string(channel);
}

/// "2026-11-22 10:03": office time to the minute, which is what a person compares papers by.
std::string minute(Timestamp at)
{
    std::string text = isoTimestamp(at).substr(0, 16);
    text[10] = ' ';
    return text;
}

class StoryPage
{
public:
    StoryPage(const service::Workspace &workspace, const service::CaseStory &story, Language language)
        : m_workspace(workspace), m_workflow(*workspace.resources().workflow), m_story(story),
          m_language(language)
    {
    }

    std::string write()
    {
        writeHead();
        writeStanding();
        writeClocks();
        writeActs();
        if (!m_story.explanation.empty())
            m_text += "\n" + m_story.explanation;
        if (!m_story.recordNote.empty())
            line("\n" + m_story.recordNote);
        writeAnswers();
        if (!m_story.capsule.empty())
            line("\n" + say("规则集 ", "Rule set ") + m_story.ruleSet + say(",决定胶囊 ", ", capsule ")
                 + m_story.capsule);
        return std::move(m_text);
    }

private:
    void writeAnswers()
    {
        if (!m_story.answers.empty())
            line(say("\n各来源的答复(中心):", "\nWhat the sources answered (centre):"));
        for (const service::SourceAnswer &answer : m_story.answers)
            line("  " + answer.source + "  " + answer.label + say(":", ": ") + answer.value
                 + (answer.asOf ? "  " + isoDate(*answer.asOf) : std::string()));
        if (!m_story.answersNote.empty())
            line("\n" + m_story.answersNote);
    }

    std::string say(std::string_view zh, std::string_view en) const
    {
        return std::string(pick(m_language, zh, en));
    }
    void line(const std::string &text) { m_text += text + '\n'; }
    std::string title(const permit::Title &both) const { return say(both.zh, both.en); }

    void writeHead()
    {
        const service::CaseLine &head = m_story.line;
        line(say("办件编号:", "Case: ") + head.serial);
        line(say("事项:", "Item: ") + head.item + " " + say(head.itemNameZh, head.itemNameEn)
             + say("(第 ", " (version ") + std::to_string(m_story.item->version) + say(" 版)", ")"));
        line(say("申请人:", "Applicant: ") + head.applicantName + "  "
             + masked(head.applicantId, kShownFront, kShownBack));
        line(say("收件:", "Received: ") + minute(head.receivedAt) + "  "
             + channelWord(head.channel, m_language) + "  " + m_story.externalNo + "  "
             + std::to_string(head.district));
        if (!m_story.duplicateOf.empty())
            line(say("可能重复:与 ", "Possible duplicate of ") + m_story.duplicateOf
                 + say(" 为同一申请人的同一事项", ", same applicant and matter"));
    }

    void writeStanding()
    {
        const permit::CaseState &state = m_story.state;
        line(say("状态:", "State: ") + title(m_workflow.title(state.state)));
        if (state.decision)
            line(say("决定:", "Decision: ") + decisionText(*state.decision));
        if (!m_story.line.reason.empty() && !state.decision) {
            const ReasonText words(*m_workspace.resources().ruleSets, m_language);
            line(say("未自动办结的原因:", "Why not automatic: ") + words.words(m_story.line.reason)
                 + say("(", " (") + m_story.line.reason + say(")", ")"));
        }
        for (const service::EvidenceGap &gap : m_story.waitingFor)
            line(say("等待数据来源:", "Waits for: ") + gap.words);
        if (state.conditional)
            line(say("容缺受理:尚缺材料 ", "Accepted conditionally; documents to follow: ")
                 + std::to_string(state.conditional->missing.size()) + say(" 项,", ", until ")
                 + isoDate(state.conditional->dueOn) + say(" 前补齐", ""));
        if (state.takenInLate)
            line(
                say("注意:所填收件日期为 ", "Note: it states to have been received on ")
                + (state.receivedOn ? isoDate(*state.receivedOn) : std::string())
                + say(",录入日期为 ", ", but was taken in on ") + isoDate(*state.takenInLate)
                + say(
                    ",录入时受理期限已过;请核实收件日期,各项期限自该日起算。",
                    ", when the limit to answer was over. Find out the true day: the limits count from it."));
        for (const permit::Suspension &suspension : state.suspensions)
            writeSuspension(suspension);
        if (state.humanRequested)
            line(say("申请人要求由人工决定。", "The applicant asked for a decision by a person."));
        line(say("办理机关:", "Decided by: ") + powerLine(m_workspace.catalogue(), m_story.power, m_language)
             + say(";权责清单 ", "; power list ") + std::string(m_story.power.powerEntry));
        if (m_story.line.queue == service::queue::kPeople && !m_story.approvalQueue.code.empty())
            line(say("审批队列:", "Desk: ")
                 + say(m_story.approvalQueue.nameZh, m_story.approvalQueue.nameEn));
        for (const permit::Notice &notice : state.notices)
            writeNotice(notice);
    }

    std::string decisionText(const permit::DecisionMade &decision) const
    {
        const bool granted = decision.kind == permit::DecisionKind::Granted;
        return (granted ? say("准予许可", "granted") : say("不予许可", "refused")) + "  "
            + minute(decision.at) + "  "
            + (decision.automatic ? say("由系统依公布的规则自动作出", "by the published rules, no human hand")
                                  : decision.actor)
            + say(";依据:", "; by ") + decision.basis;
    }

    void writeNotice(const permit::Notice &notice)
    {
        line(say("一次性告知(第 ", "Notice ") + std::to_string(notice.ordinal) + say(" 次,", ", ")
             + minute(notice.givenAt) + say(",请于 ", ", supplement by ") + isoDate(notice.dueOn)
             + say(" 前补正):", ":"));
        for (const permit::Defect &defect : notice.defects) {
            const std::string text =
                m_language == Language::English && !defect.textEn.empty() ? defect.textEn : defect.textZh;
            line("  - " + text + say("(", " (") + defect.basis + say(")", ")"));
        }
    }

    void writeSuspension(const permit::Suspension &suspension)
    {
        std::string text = say("中止计时:自 ", "Suspended: from ") + isoDate(suspension.from);
        if (suspension.through)
            text += say(" 至 ", " through ") + isoDate(*suspension.through);
        else if (suspension.plannedEnd)
            text += say(",预计至 ", ", planned until ") + isoDate(*suspension.plannedEnd)
                + (officialDate(m_workspace.clock().now()) > *suspension.plannedEnd
                       ? say("(已届满)", " (over)")
                       : std::string());
        line(text + say(",文书 ", ", document ") + suspension.document);
    }

    void writeClocks()
    {
        if (m_story.clocks.empty())
            return;
        line(say("\n期限", "\nClocks"));
        const auto right = Table::Align::Right;
        Table table({{say("期限", "clock")},
                     {say("到期日", "due")},
                     {say("剩余工作日", "working days left"), right},
                     {say("灯", "light")},
                     {say("依据", "basis")}});
        for (const permit::ClockReading &clock : m_story.clocks)
            table.addRow({std::string(clockWord(clock.kind, m_language)),
                          isoDate(clock.deadline.date)
                              + (clock.deadline.provisional ? say("(暂定)", " (provisional)") : ""),
                          std::to_string(clock.left) + (clock.stopped ? say("(中止)", " (stopped)") : ""),
                          std::string(lightWord(clock.light, m_language)), clock.basis});
        m_text += table.text();
    }

    void writeActs()
    {
        line(say("\n办理经过", "\nWhat happened"));
        for (const service::StoryEvent &event : m_story.events) {
            const auto act = permit::parseAct(event.act);
            const auto role = permit::parseRole(event.role);
            line(minute(event.at) + "  " + (act ? title(m_workflow.title(*act)) : event.act) + "  "
                 + (role ? title(m_workflow.title(*role)) : event.role)
                 + (role == permit::Role::System || role == permit::Role::Applicant ? "" : " " + event.actor)
                 + " -> " + stateWord(m_workflow, event.stateAfter, m_language) + "  ["
                 + (event.n == 0 ? say("待中心确认", "waits for the centre")
                                 : std::to_string(event.district) + "/" + std::to_string(event.n))
                 + "]");
            if (!event.reason.empty())
                line("    " + say("理由:", "reason: ") + reasonText(event.reason));
            if (!event.basis.empty())
                line("    " + say("依据:", "basis: ") + event.basis);
        }
    }

    std::string reasonText(const std::string &reason) const
    {
        const ReasonText words(*m_workspace.resources().ruleSets, m_language);
        const std::string text = words.words(reason);
        return text == reason ? reason : text + say("(", " (") + reason + say(")", ")");
    }

    const service::Workspace &m_workspace;
    const permit::Workflow &m_workflow;
    const service::CaseStory &m_story;
    Language m_language;
    std::string m_text;
};

} // namespace

std::string stateWord(const permit::Workflow &workflow, std::string_view state, Language language)
{
    const auto known = permit::parseState(state);
    if (!known)
        return std::string(state);
    const permit::Title &title = workflow.title(*known);
    return std::string(pick(language, title.zh, title.en));
}

std::string storyPage(const service::Workspace &workspace, const service::CaseStory &story, Language language)
{
    return StoryPage(workspace, story, language).write();
}

namespace {

nlohmann::ordered_json clocksJson(const std::vector<permit::ClockReading> &readings)
{
    nlohmann::ordered_json clocks = nlohmann::ordered_json::array();
    for (const permit::ClockReading &clock : readings)
        clocks.push_back({{"clock", permit::name(clock.kind)},
                          {"due", isoDate(clock.deadline.date)},
                          {"provisional", clock.deadline.provisional},
                          {"left", clock.left},
                          {"stopped", clock.stopped},
                          {"light", permit::name(clock.light)},
                          {"basis", clock.basis}});
    return clocks;
}

nlohmann::ordered_json eventsJson(const std::vector<service::StoryEvent> &acts)
{
    nlohmann::ordered_json events = nlohmann::ordered_json::array();
    for (const service::StoryEvent &event : acts)
        events.push_back({{"district", event.district},
                          {"n", event.n},
                          {"act", event.act},
                          {"actor", event.actor},
                          {"role", event.role},
                          {"at", isoTimestamp(event.at)},
                          {"state", event.stateAfter},
                          {"reason", event.reason},
                          {"basis", event.basis},
                          {"hash", event.hash}});
    return events;
}

nlohmann::ordered_json answersJson(const std::vector<service::SourceAnswer> &answers)
{
    nlohmann::ordered_json lines = nlohmann::ordered_json::array();
    for (const service::SourceAnswer &answer : answers)
        lines.push_back(
            {{"source", answer.source},
             {"label", answer.label},
             {"value", answer.value},
             {"as_of", answer.asOf ? isoDate(*answer.asOf) : std::string()},
             {"answered_at", answer.answeredAt ? isoTimestamp(*answer.answeredAt) : std::string()}});
    return lines;
}

} // namespace

nlohmann::ordered_json pastJson(const service::PastCase &past)
{
    return {{"as_of", isoTimestamp(past.at)},
            {"serial", past.view.serial},
            {"state", permit::name(past.state.state)},
            {"acts", past.acts},
            {"all_acts", past.allActs},
            {"decision", past.view.decision.title},
            {"clocks", clocksJson(past.clocks)},
            {"events", eventsJson(past.events)}};
}

nlohmann::ordered_json storyJson(const service::CaseStory &story)
{
    nlohmann::ordered_json waiting = nlohmann::ordered_json::array();
    for (const service::EvidenceGap &gap : story.waitingFor)
        waiting.push_back({{"source", gap.source}, {"record", gap.record}, {"cause", gap.cause}});
    return {{"serial", story.line.serial},
            {"id", story.id},
            {"item", story.line.item},
            {"item_version", story.item->version},
            {"district", story.line.district},
            {"channel", story.line.channel},
            {"external_no", story.externalNo},
            {"state", story.line.state},
            {"outcome", story.line.outcome},
            {"reason", story.line.reason},
            {"duplicate_of", story.duplicateOf},
            {"waiting_for", std::move(waiting)},
            {"organisation", story.power.organisation},
            {"power_entry", story.power.powerEntry},
            {"approval_queue", story.approvalQueue.code},
            {"rule_set", story.ruleSet},
            {"capsule", story.capsule},
            {"record_note", story.recordNote},
            {"answers", answersJson(story.answers)},
            {"answers_note", story.answersNote},
            {"clocks", clocksJson(story.clocks)},
            {"events", eventsJson(story.events)},
            {"explanation", story.explanation}};
}

} // namespace tongban::ctl
