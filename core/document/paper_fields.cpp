// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/document/paper_fields.h"

#include "core/base/canonical_json.h"

#include <algorithm>
#include <array>

namespace tongban::document {

namespace {

constexpr std::array kFields{
    FieldName{"case.serial", "number of the case"},
    FieldName{"case.received_on", "day on which the complete papers came in"},
    FieldName{"case.applied_on", "day on which the application came in"},
    FieldName{"case.accepted_on", "day of acceptance"},
    FieldName{"paper.number", "number of this paper"},
    FieldName{"paper.date", "day of the act that the paper states"},
    FieldName{"applicant.name", "name of the applicant"},
    FieldName{"applicant.id", "full identity number or credit code"},
    FieldName{"applicant.id_masked", "the same; of a person, the first six and the last four characters"},
    FieldName{"applicant.id_title", "what kind of number that is"},
    FieldName{"agent.name", "who acts for the applicant; empty = nobody"},
    FieldName{"item.name", "permit item"},
    FieldName{"item.code", "its code"},
    FieldName{"item.legal_basis", "law the item rests on"},
    FieldName{"item.statutory_days", "legal limit in working days"},
    FieldName{"item.promised_days", "promised limit in working days"},
    FieldName{"organisation.name", "body that holds the power"},
    FieldName{"act.reason", "reason of the act"},
    FieldName{"act.basis", "law or document the act rests on"},
    FieldName{"acceptance.deemed", "set when nobody answered in time and it counts as accepted"},
    FieldName{"acceptance.decide_by", "last day to decide by law, as of acceptance"},
    FieldName{"conditional.due_on", "until when missing documents may follow; empty = accepted as usual"},
    FieldName{"acceptance_limit.days", "working days to accept or give notice"},
    FieldName{"notice.ordinal", "1 = the one-time notice; 2 and more = a later one"},
    FieldName{"notice.later", "set when this is a later notice"},
    FieldName{"notice.due_on", "until when the applicant may supplement"},
    FieldName{"extension.workdays", "by how many working days"},
    FieldName{"extension.old_limit", "last day before the extension"},
    FieldName{"extension.new_limit", "last day with it"},
    FieldName{"decision.date", "day of the decision"},
    FieldName{"decision.basis", "law the decision rests on"},
    FieldName{"decision.power_entry", "entry of the power list"},
    FieldName{"decision.automatic", "set when the program decided, by published rules"},
    FieldName{"decision.paper", "number of the paper that states the decision"},
    FieldName{"decision.outcome", "granted or refused, in words"},
    FieldName{"certificate.valid_through", "last day of the licence; empty = no term is set"},
    FieldName{"delivery.courier", "set when a courier carries it"},
    FieldName{"delivery.mode", "how it is handed over, in words"},
    FieldName{"delivery.waybill", "number of the parcel"},
    FieldName{"delivery.receiver", "who took it at the window; empty with a courier"},
    FieldName{"delivery.sent_on", "day on which it left the office"},
    FieldName{"delivery.delivered_on", "day on which it was handed over at the window; empty with a courier"},
    FieldName{"delivery.attempt", "1 = the first attempt"},
    FieldName{"verification.code", "first sixteen characters of the digest of what this paper says"},
    FieldName{"verification.payload", "number, digest and capsule of the decision: text of the QR code"},
};

constexpr std::array<std::string_view, 4> kMaterialColumns{"no", "name", "mode", "state"};
constexpr std::array<std::string_view, 3> kDefectColumns{"no", "text", "basis"};
constexpr std::array<std::string_view, 2> kMissingColumns{"no", "name"};
constexpr std::array<std::string_view, 2> kFactColumns{"label", "value"};

const std::array kLists{
    ListName{"materials", kMaterialColumns, "the documents of the item and whether each is there"},
    ListName{"defects", kDefectColumns, "what the notice asks for"},
    ListName{"missing", kMissingColumns, "documents to follow a conditional acceptance"},
    ListName{"facts", kFactColumns, "what the applicant stated in the form"},
};

void writeRow(CanonicalWriter &writer, const PaperRow &row)
{
    writer.beginObject();
    for (const auto &[column, text] : row) {
        writer.key(column);
        writer.string(text);
    }
    writer.endObject();
}

} // namespace

std::span<const FieldName> fieldNames()
{
    return kFields;
}

std::span<const ListName> listNames()
{
    return kLists;
}

bool isField(std::string_view name)
{
    return std::ranges::find(kFields, name, &FieldName::name) != kFields.end();
}

const ListName *listNamed(std::string_view name)
{
    const auto found = std::ranges::find(kLists, name, &ListName::name);
    return found == kLists.end() ? nullptr : &*found;
}

std::string canonicalText(const PaperFields &fields)
{
    std::string out;
    CanonicalWriter writer(out);
    writer.beginObject();
    writer.key("lists");
    writer.beginObject();
    for (const auto &[name, rows] : fields.lists) {
        writer.key(name);
        writer.beginArray();
        for (const PaperRow &row : rows)
            writeRow(writer, row);
        writer.endArray();
    }
    writer.endObject();
    writer.key("values");
    writeRow(writer, fields.values);
    writer.endObject();
    return out;
}

} // namespace tongban::document
