// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/intake/intake_chunk.h"

#include "core/permit/act_rules.h"
#include "core/permit/duplicate.h"
#include "core/service/acts/standing.h"
#include "core/service/acts/supplements.h"
#include "core/service/intake/quarantine_file.h"

namespace tongban::service {

namespace {

/// The event covers the application: its digest stands in the opening act.
std::string applicationDetail(std::string_view canonical)
{
    return R"({"application":")" + sha256(canonical).hex() + R"("})";
}

permit::Act actOf(permit::Stage stage)
{
    switch (stage) {
    case permit::Stage::Apply: return permit::Act::Apply;
    case permit::Stage::PreReview: return permit::Act::PreReview;
    case permit::Stage::Book: return permit::Act::Book;
    }
    return permit::Act::Apply;
}

} // namespace

IntakeChecker::IntakeChecker(const Resources &resources, const permit::Catalogue &catalogue,
                             std::vector<std::string> csvHeader, OpeningHand hand)
    : m_resources(resources), m_catalogue(catalogue), m_csv(!csvHeader.empty()), m_hand(std::move(hand))
{
    if (m_csv)
        m_reader.setCsvHeader(csvHeader); // checked by the caller before any thread started
}

permit::ReadApplication IntakeChecker::read(IntakeLine &line, Timestamp at)
{
    if (!line.problems.empty())
        return {std::nullopt, line.problems};
    const permit::IntakeContext context{m_catalogue, at};
    if (m_csv)
        return m_reader.readCsvRecord(line.cells, context);
    if (auto corrected = setAsideApplication(line.text))
        line.text = std::move(*corrected); // what is set aside again is the application, not its wrapping
    return m_reader.readJsonLine(line.text, context);
}

void IntakeChecker::open(const permit::Application &application, Timestamp at, CheckedApplication &checked)
{
    const permit::Item &item = *m_catalogue.item(application.item, application.receivedOn());
    const permit::Procedure procedure = m_resources.procedure();
    const bool byChannel = m_hand.account.empty();
    const std::string actor =
        byChannel ? "channel:" + std::string(permit::name(application.channel)) : m_hand.account;
    const permit::ActContext context{
        procedure,
        item,
        m_catalogue.whoDecides(item, application.district, application.receivedOn()),
        actor,
        byChannel ? permit::Role::Applicant : permit::Role::Clerk,
        {},
        at,
        0};
    permit::ActRequest request;
    request.act = actOf(application.stage);
    request.receiptVouched = m_hand.receivedElsewhere;
    const std::string detail = applicationDetail(checked.record.application);
    request.detail = mergedDetail(detail, m_hand.detail).value_or(detail);
    auto opened = permit::open(request, context, application.district, application.receivedAt);
    if (opened && application.humanPlease) {
        checked.events.add(std::move(opened->event), checked.record.id, application.district, m_digester);
        permit::ActRequest human;
        human.act = permit::Act::RequestHuman;
        human.reason = "stated in the application";
        opened = permit::apply(opened->state, human, context);
    }
    if (!opened)
        return; // nothing in the published table can refuse the opening of a checked application; the caller
                // sees no event
    checked.events.add(std::move(opened->event), checked.record.id, application.district, m_digester);
    const std::string_view reason = application.humanPlease ? reason::kHumanRequested : std::string_view();
    checked.standing = standingOf(opened->state, item, m_resources, reason);
}

CheckedChunk IntakeChecker::check(IntakeChunk chunk)
{
    CheckedChunk checked;
    for (IntakeLine &line : chunk.lines) {
        permit::ReadApplication read = this->read(line, chunk.at);
        if (!read.application) {
            checked.rejected.push_back({std::move(line), std::move(read.problems)});
            continue;
        }
        const permit::Application &application = *read.application;
        CheckedApplication result;
        result.line = line.number;
        storage::CaseRecord &record = result.record;
        record.id = permit::caseId(application).uuid();
        record.channel = permit::name(application.channel);
        record.externalNo = application.externalNo;
        record.item = application.item;
        record.itemVersion = m_catalogue.item(application.item, application.receivedOn())->version;
        record.district = application.district;
        record.receivedAt = application.receivedAt;
        record.applicantId = application.applicant.id;
        record.applicantName = application.applicant.name;
        record.duplicateKey = permit::duplicateKey(application);
        record.application = permit::canonicalText(application);
        open(application, chunk.at, result);
        checked.applications.push_back(std::move(result));
    }
    chunk.lines.clear();
    checked.source = std::move(chunk);
    return checked;
}

} // namespace tongban::service
