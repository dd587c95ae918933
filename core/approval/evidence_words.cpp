// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/evidence_words.h"

namespace tongban::approval {

std::string_view causeWords(FactCause cause, Language language)
{
    const auto say = [language](std::string_view zh, std::string_view en) {
        return language == Language::Chinese ? zh : en;
    };
    switch (cause) {
    case FactCause::None: return say("已知", "known");
    case FactCause::NoAnswer: return say("来源没有答复", "the source has not answered");
    case FactCause::Timeout: return say("来源未按时答复", "the source did not answer in time");
    case FactCause::Unavailable: return say("来源暂时无法访问", "the source cannot be reached at present");
    case FactCause::Malformed: return say("来源的答复无法识别", "the source's answer cannot be read");
    case FactCause::Contradictory:
        return say("来源的记录互相矛盾", "the source's records contradict each other");
    case FactCause::Stale: return say("来源的记录已过时", "the source's record is too old");
    case FactCause::NotConfigured: return say("尚未接入该来源", "the source is not connected here");
    case FactCause::NoRecord: return say("来源没有该记录", "the source holds no record");
    case FactCause::FieldEmpty: return say("记录中此项为空", "the record leaves this open");
    case FactCause::KeyMissing: return say("申请表缺少查询所需的号码", "the form lacks the number to ask by");
    case FactCause::NotDerivable:
        return say("无法由证件号码算出", "it cannot be told from the applicant's number");
    }
    return {};
}

std::string recordWords(const EvidenceDictionary &dictionary, std::string_view source,
                        std::string_view record, Language language)
{
    const EvidenceRecord *known = dictionary.record(source, record);
    if (known == nullptr)
        return std::string(source) + "." + std::string(record);
    return language == Language::Chinese ? known->sourceZh + "“" + known->zh + "”"
                                         : known->sourceEn + ", " + known->en;
}

} // namespace tongban::approval
