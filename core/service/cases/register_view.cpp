// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/cases/register_view.h"

#include "core/approval/evidence_words.h"
#include "core/base/canonical_json.h"
#include "core/base/digest.h"
#include "core/service/registers/registers.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace tongban::service {

namespace {

using approval::FactCause;
using approval::Language;

const std::string &pick(Language language, const std::string &zh, const std::string &en)
{
    return language == Language::Chinese ? zh : en;
}

FactCause causeOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound: return FactCause::NotConfigured;
    case ErrorCode::Conflict: return FactCause::Contradictory;
    default: return FactCause::Unavailable;
    }
}

std::string valueWords(const approval::EvidenceField &field, const nlohmann::json &value, Language language)
{
    if (value.is_boolean())
        return value.get<bool>() ? pick(language, "是", "yes") : pick(language, "否", "no");
    if (value.is_string()) {
        const auto text = value.get<std::string>();
        const auto word = std::ranges::find(field.words, text, &approval::CodeWord::value);
        return word == field.words.end() ? text : pick(language, word->zh, word->en);
    }
    if (!value.is_array())
        return value.is_null() ? std::string() : value.dump();
    std::string list;
    for (const nlohmann::json &part : value)
        list += (list.empty() ? "" : pick(language, "、", ", ")) + valueWords(field, part, language);
    return list;
}

void addFields(const approval::EvidenceRecord &record, const std::string &body, ViewEvidence line,
               Language language, std::vector<ViewEvidence> &evidence)
{
    line.digest = sha256(body).hex();
    const auto values = parseJson(body);
    for (const approval::EvidenceField &field : record.fields) {
        line.label = pick(language, field.zh, field.en);
        line.value =
            values ? valueWords(field, values->value(field.name, nlohmann::json()), language) : std::string();
        line.state = line.value.empty() ? EvidenceState::Missing : EvidenceState::Current;
        if (line.value.empty())
            line.value = approval::causeWords(FactCause::FieldEmpty, language);
        evidence.push_back(line);
    }
}

void addRecord(Workspace &workspace, const approval::EvidenceRecord &record, std::string_view applicantId,
               Language language, std::vector<ViewEvidence> &evidence)
{
    ViewEvidence line;
    line.source =
        approval::recordWords(workspace.resources().dictionary, record.source, record.record, language);
    line.label = pick(language, record.zh, record.en);
    const auto answer = registerRecord(workspace, record.source, record.record, applicantId);
    if (!answer || !*answer) {
        line.state = answer ? EvidenceState::NoRecord : EvidenceState::Missing;
        line.value = approval::causeWords(answer ? FactCause::NoRecord : causeOf(answer.error()), language);
        evidence.push_back(std::move(line));
        return;
    }
    line.asOf = (*answer)->second;
    addFields(record, (*answer)->first, std::move(line), language, evidence);
}

} // namespace

void addAnswer(Workspace &workspace, const approval::EvidenceAnswer &answer, Language language,
               std::vector<ViewEvidence> &evidence)
{
    using approval::EvidenceStatus;
    const auto &dictionary = workspace.resources().dictionary;
    const auto *record = dictionary.record(answer.query.source, answer.query.record);
    ViewEvidence line;
    line.source = approval::recordWords(dictionary, answer.query.source, answer.query.record, language);
    line.label = record != nullptr ? pick(language, record->zh, record->en) : answer.query.record;
    line.asOf = answer.day();
    line.answeredAt = answer.answeredAt;
    if (answer.status == EvidenceStatus::Answered && record != nullptr)
        return addFields(*record, answer.body, std::move(line), language, evidence);
    line.state = answer.status == EvidenceStatus::NoRecord ? EvidenceState::NoRecord : EvidenceState::Missing;
    const auto cause = answer.status == EvidenceStatus::NoRecord
        ? std::optional(FactCause::NoRecord)
        : approval::parseFactCause(approval::name(answer.reason));
    line.value = cause ? std::string(approval::causeWords(*cause, language)) : answer.body;
    evidence.push_back(std::move(line));
}

std::vector<ViewEvidence> registersNow(Workspace &workspace, const permit::Item &item,
                                       std::string_view applicantId, Language language)
{
    std::vector<ViewEvidence> evidence;
    std::set<std::string> asked;
    for (const permit::Material &material : item.materials) {
        const std::size_t dot = material.evidence.find('.');
        if (dot == std::string::npos || !asked.insert(material.evidence).second)
            continue;
        const auto *record = workspace.resources().dictionary.record(material.evidence.substr(0, dot),
                                                                     material.evidence.substr(dot + 1));
        if (record != nullptr)
            addRecord(workspace, *record, applicantId, language, evidence);
    }
    return evidence;
}

} // namespace tongban::service
