// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/papers/papers.h"

#include "core/base/canonical_json.h"
#include "core/base/digest.h"
#include "core/document/paper_layout.h"
#include "core/document/paper_source.h"
#include "core/document/pdf_writer.h"
#include "core/service/acts/case_acts.h"
#include "core/service/cases/case_lookup.h"
#include "core/service/centre/waiting_acts.h"
#include "core/service/papers/paper_reasons.h"
#include "core/service/workspace/workspace_parts.h"

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

namespace tongban::service {

using document::PaperKind;
using document::PaperLanguage;
using document::PaperSource;
using document::PaperSubject;

namespace {

/// The case and its acts as the store keeps them at one moment, and what papers about it are made of.
struct PaperCase {
    storage::StoredCase stored;
    const permit::Item *item = nullptr;
    permit::Application application;
    permit::CaseState state;
    std::vector<storage::StoredEvent> events;
    permit::Procedure procedure;
    const permit::Organisation *organisation = nullptr;
    std::string capsule;
};

Result<std::unique_ptr<PaperCase>> readCase(Workspace &workspace, std::string_view key)
{
    storage::Store &store = *workspace.parts().store;
    const permit::Catalogue &catalogue = workspace.catalogue();
    auto read = std::make_unique<PaperCase>(PaperCase{.stored = TRY(findCase(store, key)),
                                                      .item = nullptr,
                                                      .application = {},
                                                      .state = {},
                                                      .events = {},
                                                      .procedure = workspace.resources().procedure(),
                                                      .organisation = nullptr,
                                                      .capsule = {}});
    const storage::CaseRecord &record = read->stored.record;
    read->item = catalogue.version(record.item, record.itemVersion);
    if (read->item == nullptr)
        return fail(ErrorCode::Corrupted,
                    "the catalogue lacks the version of " + record.item + " of the case");
    permit::ApplicationReader reader;
    read->application = TRY(reader.readStored(record.application));
    read->state = TRY(permit::parseCaseState(read->stored.standing.details));
    read->events = TRY(actsOf(workspace, read->stored));
    const auto power = catalogue.whoDecides(*read->item, record.district, officialDate(record.receivedAt));
    read->organisation = catalogue.organisation(power.organisation);
    if (read->organisation == nullptr)
        return fail(ErrorCode::Corrupted, "the catalogue lacks the body that decides " + record.item);
    const auto decisions = TRY(store.decisions().ofCase(record.no));
    if (!decisions.empty())
        read->capsule = decisions.back().capsule.hex();
    return read;
}

PaperSource sourceOf(const Workspace &workspace, const PaperCase &read, PaperLanguage language)
{
    const bool chinese = language == PaperLanguage::Chinese;
    PaperSource source{.serial = read.stored.record.serial,
                       .item = *read.item,
                       .application = read.application,
                       .state = read.state,
                       .procedure = read.procedure,
                       .events = {},
                       .organisation = chinese ? read.organisation->nameZh : read.organisation->nameEn,
                       .facts = {},
                       .capsule = read.capsule};
    const Resources &resources = workspace.resources();
    for (const storage::StoredEvent &event : read.events)
        if (const auto act = permit::parseAct(event.act))
            source.events.push_back({*act, event.actor, event.at,
                                     reasonOnPaper(event.reason, *resources.ruleSets, language), event.basis,
                                     event.body});
    for (const permit::FormField &field : read.application.fields)
        // A declaration is no particular of a licence.
        if (const approval::EvidenceField *known = resources.dictionary.formField(field.name);
            known != nullptr && known->type != approval::FactType::Boolean)
            source.facts.push_back(
                {chinese ? known->zh : known->en, valueInWords(*known, field.value, language)});
    return source;
}

/// How often the paper of this number was printed, in this language and before this place of the chain where
/// they are given. A translation is no reprint of the original.
struct Prints {
    int count = 0;
    const storage::StoredEvent *last = nullptr;
};
Prints printsOf(const std::vector<storage::StoredEvent> &events, std::string_view number,
                std::string_view language = {}, std::int64_t before = 0)
{
    Prints prints;
    for (const storage::StoredEvent &event : events) {
        if (event.act != permit::name(permit::Act::IssuePaper) || (before != 0 && event.n >= before))
            continue;
        const auto body = parseJson(event.body);
        if (!body || body->value("document", std::string()) != number)
            continue;
        const auto detail = body->value("detail", nlohmann::json::object());
        if (!language.empty() && detail.value("language", std::string()) != language)
            continue;
        ++prints.count;
        prints.last = &event;
    }
    return prints;
}

/// The number of the paper that states the decision which `subject` rests on.
std::string decisionNumber(const PaperPress &press, const PaperSource &source, const PaperSubject &subject)
{
    std::string number;
    std::size_t latest = 0;
    for (const PaperKind kind : {PaperKind::Grant, PaperKind::Refusal})
        for (const PaperSubject &decided : document::subjectsOf(kind, source))
            if (decided.event <= subject.event && decided.event + 1 > latest) {
                latest = decided.event + 1;
                number = document::paperNumber(source.serial, press.templates.of(kind).code, decided.ordinal);
            }
    return number;
}

Result<PaperSubject> subjectOf(const PaperSource &source, const PaperRequest &request)
{
    const auto subjects = document::subjectsOf(request.kind, source);
    const std::string kind(document::name(request.kind));
    if (subjects.empty())
        return fail(ErrorCode::Conflict,
                    "nothing has happened in " + source.serial + " that the paper '" + kind
                        + "' could state");
    if (request.ordinal == 0)
        return subjects.back();
    if (request.ordinal < 0 || static_cast<std::size_t>(request.ordinal) > subjects.size())
        return fail(ErrorCode::NotFound,
                    "there is no paper '" + kind + "' number " + std::to_string(request.ordinal));
    return subjects[static_cast<std::size_t>(request.ordinal - 1)];
}

document::PaperFields fieldsFor(const PaperPress &press, const PaperSource &source, PaperKind kind,
                                const PaperSubject &subject, PaperLanguage language)
{
    document::PaperFields fields = document::fieldsOf(kind, source, subject, language);
    fields.values["paper.number"] =
        document::paperNumber(source.serial, press.templates.of(kind).code, subject.ordinal);
    if (kind == PaperKind::Delivery)
        fields.values["decision.paper"] = decisionNumber(press, source, subject);
    if (kind == PaperKind::Certificate)
        if (const auto last = press.templates.of(kind).validThrough(
                source.item.code, officialDate(source.events[subject.event].at)))
            fields.values["certificate.valid_through"] = document::paperDay(*last, language);
    return fields;
}

std::string groupedCode(std::string_view digest)
{
    std::string code;
    for (std::size_t place = 0; place < 16; ++place) {
        if (place > 0 && place % 4 == 0)
            code += ' ';
        const char letter = digest[place];
        code += letter >= 'a' ? static_cast<char>(letter - 'a' + 'A') : letter;
    }
    return code;
}

/// One paper with its content fixed; only the marks of a print are open.
struct Draft {
    document::PaperFields fields;
    std::string number;
    std::string digest;
    Timestamp statedAt{};
    bool isUnconfirmed = false; ///< What it states is not the centre's word yet.
};

/// At a desktop of a centre: what it states, or the number it goes by, is this desktop's alone.
bool isUnconfirmed(Workspace &workspace, const PaperCase &read, const PaperSubject &subject)
{
    return workspace.parts().joined
        && (read.events[subject.event].n == 0 || read.stored.record.serial.starts_with(kProvisionalSerial));
}

Result<Draft> draft(Workspace &workspace, const PaperPress &press, const PaperCase &read,
                    const PaperRequest &request)
{
    const PaperSource chinese = sourceOf(workspace, read, PaperLanguage::Chinese);
    const PaperSubject subject = TRY(subjectOf(chinese, request));
    Draft made;
    // The digest covers the Chinese text, which is the one that counts, so a translation has the same code.
    made.fields = fieldsFor(press, chinese, request.kind, subject, PaperLanguage::Chinese);
    made.digest = sha256(document::canonicalText(made.fields)).hex();
    made.number = made.fields.value("paper.number");
    made.statedAt = chinese.events[subject.event].at;
    made.isUnconfirmed = isUnconfirmed(workspace, read, subject);
    if (request.language == PaperLanguage::English)
        made.fields = fieldsFor(press, sourceOf(workspace, read, PaperLanguage::English), request.kind,
                                subject, PaperLanguage::English);
    made.fields.values["verification.code"] = groupedCode(made.digest);
    made.fields.values["verification.payload"] = "TB1|" + made.number + '|' + made.digest
        + (chinese.capsule.empty() ? std::string() : '|' + chinese.capsule);
    return made;
}

std::string stateNow(const Workspace &workspace, std::string_view state, PaperLanguage language)
{
    const auto known = permit::parseState(state);
    if (!known)
        return std::string(state);
    const permit::Title &title = workspace.resources().workflow->title(*known);
    return language == PaperLanguage::Chinese ? title.zh : title.en;
}

Result<MadePaper> print(const PaperPress &press, const Draft &content, const PaperRequest &request,
                        const document::PrintMarks &marks)
{
    MadePaper made;
    made.paper = TRY(document::layOut(press.templates.of(request.kind), content.fields, request.language,
                                      marks, *press.fonts));
    made.pdf = TRY(document::writePdf(std::span(&made.paper, 1), *press.fonts, content.statedAt));
    made.number = content.number;
    made.digest = content.digest;
    made.reprint = marks.reprint;
    return made;
}

std::string_view languageCode(PaperLanguage language)
{
    return language == PaperLanguage::Chinese ? "zh" : "en";
}

std::string printDetail(const Draft &content, const PaperRequest &request)
{
    std::string detail;
    CanonicalWriter writer(detail);
    writer.beginObject();
    writer.key("digest");
    writer.string(content.digest);
    writer.key("language");
    writer.string(languageCode(request.language));
    writer.key("paper");
    writer.string(document::name(request.kind));
    writer.endObject();
    return detail;
}

} // namespace

std::optional<PaperKind> paperOf(permit::Act act)
{
    switch (act) {
    case permit::Act::Apply: return PaperKind::Receipt;
    case permit::Act::Accept:
    case permit::Act::AcceptConditionally: return PaperKind::Acceptance;
    case permit::Act::Decline: return PaperKind::Declined;
    case permit::Act::GiveNotice: return PaperKind::Notice;
    case permit::Act::Extend: return PaperKind::Extension;
    case permit::Act::Grant: return PaperKind::Grant;
    case permit::Act::ProposeRefusal:
    case permit::Act::Countersign: return PaperKind::Refusal;
    case permit::Act::DeliverInPerson:
    case permit::Act::SendByCourier: return PaperKind::Delivery;
    default: return std::nullopt;
    }
}

Result<std::vector<PaperLine>> papersOf(Workspace &workspace, const PaperPress &press, std::string_view key)
{
    const auto read = TRY(readCase(workspace, key));
    const PaperSource source = sourceOf(workspace, *read, PaperLanguage::Chinese);
    std::vector<PaperLine> lines;
    for (int place = 0; place < document::kPaperKindCount; ++place) {
        const auto kind = static_cast<PaperKind>(place);
        const document::PaperTemplate &paper = press.templates.of(kind);
        for (const PaperSubject &subject : document::subjectsOf(kind, source)) {
            PaperLine line;
            line.kind = kind;
            line.ordinal = subject.ordinal;
            line.number = document::paperNumber(source.serial, paper.code, subject.ordinal);
            line.titleZh = paper.title.zh;
            line.titleEn = paper.title.en;
            line.act = permit::name(source.events[subject.event].act);
            line.statedAt = source.events[subject.event].at;
            const Prints prints = printsOf(read->events, line.number);
            line.prints = prints.count;
            if (prints.last != nullptr) {
                line.printedBy = prints.last->actor;
                line.printedAt = prints.last->at;
            }
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

Result<MadePaper> previewPaper(Workspace &workspace, const PaperPress &press, std::string_view key,
                               const PaperRequest &request)
{
    const auto read = TRY(readCase(workspace, key));
    const Draft content = TRY(draft(workspace, press, *read, request));
    document::PrintMarks marks;
    marks.preview = true;
    marks.isUnconfirmed = content.isUnconfirmed;
    marks.stateNow = stateNow(workspace, read->stored.standing.state, request.language);
    return print(press, content, request, marks);
}

Result<MadePaper> previewAct(Workspace &workspace, const PaperPress &press, std::string_view key,
                             const Actor &actor, permit::ActRequest request,
                             const SupplementRequest &supplement, document::PaperLanguage language)
{
    const auto kind = paperOf(request.act);
    if (!kind)
        return fail(ErrorCode::NotFound, "the act has no paper");
    auto tried = TRY(tryAct(workspace, key, actor, std::move(request), supplement));
    if (!tried) {
        MadePaper refused;
        refused.refusals = std::move(tried.error());
        return refused;
    }
    const auto read = TRY(readCase(workspace, key));
    permit::ActEvent &event = tried->event;
    // A refusal is served once a second person has signed: what is proposed shows as it will be then.
    if (event.act == permit::Act::ProposeRefusal) {
        event.act = permit::Act::Countersign;
        event.stateAfter = permit::State::Refused;
    }
    storage::StoredEvent shown;
    shown.act = permit::name(event.act);
    shown.stateAfter = permit::name(event.stateAfter);
    shown.actor = event.actor;
    shown.role = permit::name(event.role);
    shown.at = event.at;
    shown.reason = event.reason;
    shown.basis = event.basis;
    shown.body = event.body;
    read->events.push_back(std::move(shown));
    read->state = std::move(tried->state);
    const PaperRequest paper{*kind, 0, language};
    const Draft content = TRY(draft(workspace, press, *read, paper));
    document::PrintMarks marks;
    marks.preview = true;
    marks.stateNow = stateNow(workspace, permit::name(event.stateAfter), language);
    return print(press, content, paper, marks);
}

Result<MadePaper> issuePaper(Workspace &workspace, const PaperPress &press, std::string_view key,
                             const PaperRequest &request, const Actor &actor)
{
    const auto read = TRY(readCase(workspace, key));
    const Draft content = TRY(draft(workspace, press, *read, request));
    // What cannot be set must not be recorded as printed.
    TRY(document::layOut(press.templates.of(request.kind), content.fields, request.language, {},
                         *press.fonts));
    permit::ActRequest act;
    act.act = permit::Act::IssuePaper;
    act.document = content.number;
    act.detail = printDetail(content, request);
    ActOutcome outcome = TRY(actOnCase(workspace, read->stored.record.id.text(), actor, std::move(act)));
    if (!outcome.refusals.empty()) {
        MadePaper refused;
        refused.number = content.number;
        refused.refusals = std::move(outcome.refusals);
        return refused;
    }
    // Counted after the record: two windows that print at once get two numbers.
    const auto events = TRY(actsOf(workspace, read->stored));
    document::PrintMarks marks;
    marks.reprint = printsOf(events, content.number, languageCode(request.language), outcome.n).count;
    // What waits for a centre has no place: it is the last one itself.
    if (outcome.n == 0 && marks.reprint > 0)
        --marks.reprint;
    marks.isUnconfirmed = content.isUnconfirmed;
    if (marks.reprint > 0)
        marks.printedOn = isoDate(officialDate(workspace.clock().now()));
    marks.stateNow = stateNow(workspace, outcome.state, request.language);
    MadePaper made = TRY(print(press, content, request, marks));
    made.warning = std::move(outcome.warning);
    return made;
}

} // namespace tongban::service
