// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/cases/case_answers.h"

#include "core/base/canonical_json.h"
#include "core/service/cases/register_view.h"
#include "core/service/decision/answer_text.h"
#include "core/service/workspace/workspace_parts.h"

#include <map>
#include <nlohmann/json.hpp>

namespace tongban::service {

using approval::EvidenceAnswer;

std::string answerLine(std::string_view source, std::string_view record, std::string_view body)
{
    return nlohmann::json{{"source", source}, {"record", record}, {"body", body}}.dump(
        -1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<std::vector<ViewEvidence>> answersTold(Workspace &workspace, std::int64_t caseNo,
                                              approval::Language language)
{
    std::map<approval::EvidenceQuery, EvidenceAnswer> last;
    for (const storage::CaseAnswerRow &row : TRY(workspace.parts().store->caseAnswers().ofCase(caseNo))) {
        const auto told = parseJson(row.body);
        if (!told || !told->is_object())
            continue;
        auto answer =
            readAnswerText(told->value("source", std::string()), told->value("record", std::string()),
                           told->value("body", std::string()));
        if (answer)
            last.insert_or_assign(answer->query, *std::move(answer));
    }
    std::vector<ViewEvidence> lines;
    for (const auto &[query, answer] : last)
        addAnswer(workspace, answer, language, lines);
    return lines;
}

Result<std::string> answersNote(Workspace &workspace, const storage::StoredCase &stored,
                                approval::Language language)
{
    const bool isChinese = language == approval::Language::Chinese;
    storage::Store &store = *workspace.parts().store;
    // The centre has not counted it yet: nobody has asked anything.
    if (TRY(store.events().ofCase(stored.record.id)).empty())
        return std::string();
    const auto look = TRY(store.caseAnswers().look(stored.record.no));
    if (!look)
        return std::string(
            isChinese ? "来源的答复(如有)存于中心,尚未取到本机;联机打开本件时取回。"
                      : "What the sources answered, if they were asked, is kept at the centre and is not "
                        "here yet; it comes when the case is opened online.");
    if (look->denied)
        return std::string(isChinese
                               ? "各来源的答复存于中心,本账号无权查看;查询已记录。"
                               : "What the sources answered is kept at the centre, and this account may "
                                 "not read it; that it asked is on record.");
    return std::string();
}

} // namespace tongban::service
