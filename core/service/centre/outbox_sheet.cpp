// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/centre/outbox_sheet.h"

#include "core/base/digest.h"
#include "core/document/paper_layout.h"
#include "core/document/paper_source.h"
#include "core/document/pdf_writer.h"
#include "core/service/acts/act_command.h"
#include "core/service/centre/outbox_desk.h"
#include "core/service/centre/replica_case.h"
#include "core/service/papers/paper_press.h"
#include "core/service/workspace/workspace_parts.h"

#include <span>

namespace tongban::service {

namespace {

using document::PaperLanguage;

/// "11-23 10:03", by the time of China.
std::string shortTime(Timestamp at)
{
    const std::string iso = isoTimestamp(at);
    return iso.substr(5, 5) + ' ' + iso.substr(11, 5);
}

bool wasOffline(const OutboxLine &line, Timestamp now)
{
    return line.toldAt.value_or(now) - line.madeAt >= kHeardLate;
}

/// Fixed, because it tells of the desktop itself: nothing of it is a paper to an applicant.
document::PaperTemplate sheetTemplate()
{
    document::PaperTemplate sheet;
    sheet.title = {"离线办理对账单", "Reconciliation after working offline"};
    sheet.status = {"内部工作单，不对外", "internal, not served on anybody"};
    document::FormBlock about;
    about.rows = {
        {{"中心账号", "Account at the centre"}, {"{{account}}", "{{account}}"}, {}},
        {{"本机标识", "This desktop"}, {"{{device}}", "{{device}}"}, {}},
        {{"所列操作", "Acts listed"},
         {"{{from}} 起，未能随即送达中心的操作共 {{acts}} 项：中心已办理 {{done}} 项，尚未送达 {{waiting}} "
          "项，"
          "未被办理 {{aside}} 项",
          "{{acts}} acts made since {{from}} that did not reach the centre at once: {{done}} carried out, "
          "{{waiting}} still to be sent, {{aside}} not carried out"},
         {}}};
    document::ListBlock list;
    list.list = "acts";
    list.columns = {{{"时间", "Made"}, {"{{row.made}}", "{{row.made}}"}, 24},
                    {{"行为", "Act"}, {"{{row.act}}", "{{row.act}}"}, 28},
                    {{"文书所载编号", "Number on paper"}, {"{{row.paper}}", "{{row.paper}}"}, 34},
                    {{"现编号", "Number now"}, {"{{row.serial}}", "{{row.serial}}"}, 0},
                    {{"中心的处理", "What the centre did"}, {"{{row.outcome}}", "{{row.outcome}}"}, 34}};
    sheet.blocks = {{about, {}}, {list, {}}};
    document::SignatureBlock signatures;
    signatures.labels = {{"核对人", "Checked by"}, {"日期", "Date"}};
    sheet.blocks.push_back({signatures, {}});
    return sheet;
}

std::string outcomeWords(const OutboxLine &line, const SheetRequest &request)
{
    const bool isChinese = request.language == PaperLanguage::Chinese;
    const auto pick = [isChinese](const char *zh, const char *en) {
        return std::string(isChinese ? zh : en);
    };
    if (line.state == "saved")
        return pick("尚未送达", "not sent yet");
    if (line.outcome == "applied")
        return line.toldAt ? pick("已办理 ", "carried out ") + shortTime(*line.toldAt)
                           : pick("已办理", "carried out");
    const std::string why = request.reason ? request.reason(line) : line.outcome + ":" + line.detail;
    return (line.state == "closed" ? pick("未办理，已了结：", "not carried out, closed: ")
                                   : pick("未办理，待处理：", "not carried out, open: "))
        + (line.note.empty() ? why : why + "; " + line.note);
}

class SheetMaker
{
public:
    SheetMaker(Workspace &workspace, const SheetRequest &request) : m_workspace(workspace), m_request(request)
    {
    }

    Result<OutboxSheet> make()
    {
        const Workspace::Parts &parts = m_workspace.parts();
        if (!parts.joined)
            return fail(ErrorCode::Conflict, "the workspace belongs to no centre");
        const Timestamp now = m_workspace.clock().now();
        for (const OutboxLine &line : TRY(outboxLines(m_workspace, true)))
            if (line.act != kClaimKind && line.madeAt >= m_request.from && wasOffline(line, now))
                TRY(add(line));
        if (m_sheet.acts == 0)
            return fail(ErrorCode::NotFound, "nothing was done without the centre since then");
        auto &values = m_fields.values;
        values["organisation.name"] = isChinese() ? "通办 · 本机对账" : "Tongban, this desktop";
        values["account"] = parts.joined->account;
        values["device"] = parts.joined->device;
        values["from"] = shortTime(m_request.from);
        values["acts"] = std::to_string(m_sheet.acts);
        values["done"] = std::to_string(m_sheet.carriedOut);
        values["waiting"] = std::to_string(m_sheet.waiting);
        values["aside"] = std::to_string(m_sheet.aside);
        values["paper.number"] = parts.joined->account + "-" + isoDate(officialDate(now));
        values["paper.date"] = document::paperDay(officialDate(now), m_request.language);
        values["verification.code"] = sha256(document::canonicalText(m_fields)).hex().substr(0, 16);
        const auto press = TRY(pressOf(m_workspace));
        const document::LaidOutPaper paper =
            TRY(document::layOut(sheetTemplate(), m_fields, m_request.language, {}, *press->fonts));
        m_sheet.pdf = TRY(document::writePdf(std::span(&paper, 1), *press->fonts, now));
        return std::move(m_sheet);
    }

private:
    bool isChinese() const { return m_request.language == PaperLanguage::Chinese; }

    Result<> add(const OutboxLine &line)
    {
        const auto act = permit::parseAct(line.act);
        const permit::Title title =
            act ? m_workspace.resources().workflow->title(*act) : permit::Title{line.act, line.act};
        const bool isOpening =
            act == permit::Act::Apply || act == permit::Act::Book || act == permit::Act::PreReview;
        m_fields.lists["acts"].push_back(
            {{"made", shortTime(line.madeAt)},
             {"act", isChinese() ? title.zh : title.en},
             {"paper", isOpening ? provisionalSerial(TRY(Uuid::parse(line.caseId))) : std::string()},
             {"serial", line.serial},
             {"outcome", outcomeWords(line, m_request)}});
        ++m_sheet.acts;
        if (line.state == "saved")
            ++m_sheet.waiting;
        else if (line.outcome == "applied")
            ++m_sheet.carriedOut;
        else
            ++m_sheet.aside;
        return {};
    }

    Workspace &m_workspace;
    const SheetRequest &m_request;
    document::PaperFields m_fields;
    OutboxSheet m_sheet;
};

} // namespace

Result<OutboxSheet> outboxSheet(Workspace &workspace, const SheetRequest &request)
{
    return SheetMaker(workspace, request).make();
}

} // namespace tongban::service
