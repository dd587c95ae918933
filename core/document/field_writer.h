// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/document/paper_source.h"

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace tongban::document {

/// Puts what the case and its acts say into the fields of one paper.
class FieldWriter
{
public:
    FieldWriter(const PaperSource &source, const PaperSubject &subject, PaperLanguage language);

    /// What every paper may say: case, applicant, item, the act itself.
    void writeCase();
    void writeMaterials();
    void writeReceipt();
    void writeAcceptance();
    void writeNotice();
    void writeExtension();
    /// `event`: the place of the act that decided.
    void writeDecision(std::size_t event);
    void writeDelivery();

    PaperFields take() { return std::move(m_fields); }

private:
    const PaperEvent &act() const { return m_source.events[m_subject.event]; }
    bool inChinese() const { return m_language == PaperLanguage::Chinese; }
    std::string pick(std::string_view zh, std::string_view en) const
    {
        return std::string(inChinese() ? zh : en);
    }
    void put(std::string_view field, std::string value);
    std::string day(Date date) const { return paperDay(date, m_language); }
    /// The last act of this kind before the subject, or null.
    const PaperEvent *before(permit::Act act) const;
    std::string materialName(int no) const;

    const PaperSource &m_source;
    PaperSubject m_subject;
    PaperLanguage m_language;
    PaperFields m_fields;
};

} // namespace tongban::document
