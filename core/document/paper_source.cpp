// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/document/paper_source.h"

#include "core/document/field_writer.h"

#include <algorithm>
#include <array>

namespace tongban::document {

using permit::Act;

namespace {

bool states(PaperKind kind, Act act)
{
    switch (kind) {
    case PaperKind::Receipt: return act == Act::Apply;
    case PaperKind::Acceptance:
        return act == Act::Accept || act == Act::DeemAccepted || act == Act::AcceptConditionally;
    case PaperKind::Declined: return act == Act::Decline;
    case PaperKind::Notice: return act == Act::GiveNotice;
    case PaperKind::Extension: return act == Act::Extend;
    case PaperKind::Grant:
    case PaperKind::Certificate: return act == Act::Grant;
    case PaperKind::Refusal: return act == Act::Refuse || act == Act::Countersign;
    case PaperKind::Delivery: return act == Act::DeliverInPerson || act == Act::SendByCourier;
    }
    return false;
}

constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};

} // namespace

std::vector<PaperSubject> subjectsOf(PaperKind kind, const PaperSource &source)
{
    std::vector<PaperSubject> subjects;
    if (kind == PaperKind::Certificate && source.state.state == permit::State::Revoked)
        return subjects;
    for (std::size_t place = 0; place < source.events.size(); ++place)
        if (states(kind, source.events[place].act))
            subjects.push_back({place, static_cast<int>(subjects.size()) + 1});
    // A licence is what the last decision gave; one that a later refusal replaced is none.
    if (kind == PaperKind::Certificate && !subjects.empty()
        && (!source.state.decision || source.state.decision->kind != permit::DecisionKind::Granted))
        subjects.clear();
    return subjects;
}

PaperFields fieldsOf(PaperKind kind, const PaperSource &source, const PaperSubject &subject,
                     PaperLanguage language)
{
    FieldWriter writer(source, subject, language);
    writer.writeCase();
    writer.writeMaterials();
    switch (kind) {
    case PaperKind::Receipt: writer.writeReceipt(); break;
    case PaperKind::Acceptance: writer.writeAcceptance(); break;
    case PaperKind::Declined: break;
    case PaperKind::Notice: writer.writeNotice(); break;
    case PaperKind::Extension: writer.writeExtension(); break;
    case PaperKind::Grant:
    case PaperKind::Certificate:
    case PaperKind::Refusal: writer.writeDecision(subject.event); break;
    case PaperKind::Delivery: writer.writeDelivery(); break;
    }
    return writer.take();
}

std::string paperNumber(std::string_view serial, std::string_view code, int ordinal)
{
    return std::string(serial) + '-' + std::string(code) + '-' + std::to_string(ordinal);
}

std::string paperDay(Date day, PaperLanguage language)
{
    const std::chrono::year_month_day parts(day);
    const std::string year = std::to_string(static_cast<int>(parts.year()));
    const auto month = static_cast<unsigned>(parts.month());
    const std::string dayText = std::to_string(static_cast<unsigned>(parts.day()));
    if (language == PaperLanguage::Chinese)
        return year + "年" + std::to_string(month) + "月" + dayText + "日";
    return dayText + ' ' + std::string(kMonths[month - 1]) + ' ' + year;
}

} // namespace tongban::document
