// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/digest.h"
#include "core/service/acts/attachments.h"
#include "core/service/acts/case_desk.h"
#include "core/service/cases/case_view.h"
#include "tests/core/service/office.h"

#include <QTest>

#include <algorithm>
#include <fstream>

using namespace tests;
using namespace tongban;
using namespace tongban::service;
using approval::Language;
using permit::Act;
using permit::Role;

namespace {

SignedIn somebody(std::string name, Role role)
{
    SignedIn person;
    person.account.name = std::move(name);
    person.account.roles = {role};
    return person;
}

CaseView viewOf(Office &office, int person, Language language = Language::Chinese)
{
    return must(caseView(office.workspace(), office.serialOf(person), language));
}

const ViewEvidence *evidenceFrom(const CaseView &view, std::string_view source)
{
    const auto found = std::ranges::find_if(view.evidence, [&](const ViewEvidence &line) {
        return line.source.find(source) != std::string::npos;
    });
    return found == view.evidence.end() ? nullptr : &*found;
}

} // namespace

/// What a person sees of a case: where everything comes from, what is not known, and that it is kept.
class TstCaseView : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldSaysWhoSaidIt();
    void evidenceSaysSourceDayAndState();
    void evidenceThatHasGrownOldIsToldSo();
    void aSilentRegisterIsNeverBlank();
    void anItemWithRulesThatAskedForAPersonSaysThatNobodyLooked();
    void everyRuleIsThereWithArticleValueAndWhatWouldChangeIt();
    void otherCasesOfTheApplicantAreNamed();
    void aFileIsKeptWithItsHash();
    void whatCannotBeAFileOfACaseIsRefused_data();
    void whatCannotBeAFileOfACaseIsRefused();
    void aRefusedActKeepsNoFile();
    void aPageComesBackAsItWas();
    void anActKeepsWhatItsDoerSaw();
};

void TstCaseView::everyFieldSaysWhoSaidIt()
{
    Office office;
    office.takeIn({{.person = 1}});
    const CaseView view = viewOf(office, 1);
    QVERIFY(!view.fields.empty());
    for (const ViewField &field : view.fields) {
        QVERIFY(!field.label.empty());
        QCOMPARE(field.origin, FieldOrigin::Stated);
        QCOMPARE(field.by, std::string("channel:i_shenzhen"));
    }
    QCOMPARE(view.channel, std::string("i_shenzhen"));
}

void TstCaseView::evidenceSaysSourceDayAndState()
{
    Office office;
    office.importRegisters({{.person = 1, .crime = true}});
    office.takeIn({{.person = 1}});
    office.work();
    const CaseView view = viewOf(office, 1);
    QVERIFY(view.hasProposal);
    QVERIFY(view.isRisky);
    const ViewEvidence *police = evidenceFrom(view, "公安");
    QVERIFY(police != nullptr);
    QCOMPARE(police->state, EvidenceState::Current);
    QCOMPARE(isoDate(*police->asOf), std::string("2026-11-22"));
    QCOMPARE(police->digest.size(), std::size_t{64});
    for (const ViewEvidence &line : view.evidence)
        QVERIFY2(!line.value.empty(), line.label.c_str());
}

void TstCaseView::evidenceThatHasGrownOldIsToldSo()
{
    Office office;
    office.importRegisters({{.person = 1, .crime = true}});
    office.takeIn({{.person = 1}});
    office.work();
    office.clock.set(at("2027-11-23T09:00:00+08:00"));
    const CaseView view = viewOf(office, 1);
    QVERIFY(std::ranges::any_of(view.evidence,
                                [](const ViewEvidence &line) { return line.state == EvidenceState::Stale; }));
}

void TstCaseView::aSilentRegisterIsNeverBlank()
{
    Office office; // no register was imported
    office.takeIn({{.person = 1}});
    for (const Language language : {Language::Chinese, Language::English}) {
        const CaseView view = viewOf(office, 1, language);
        QVERIFY(!view.evidence.empty());
        for (const ViewEvidence &line : view.evidence) {
            QCOMPARE(line.state, EvidenceState::Missing);
            QVERIFY(!line.value.empty() && !line.source.empty());
        }
    }
}

void TstCaseView::anItemWithRulesThatAskedForAPersonSaysThatNobodyLooked()
{
    Office office;
    office.importRegisters({{.person = 1}});
    office.takeIn({{.person = 1, .humanPlease = true}});
    office.work();
    const CaseView view = viewOf(office, 1);
    QVERIFY(view.isAutomaticItem);
    QVERIFY(view.humanRequested);
    QVERIFY(!view.decision.isMade());
    const CaseView people = [&] {
        office.takeIn({{.person = 2, .item = "KY-001", .fields = "{}"}});
        return viewOf(office, 2);
    }();
    QVERIFY(!people.isAutomaticItem);
}

void TstCaseView::everyRuleIsThereWithArticleValueAndWhatWouldChangeIt()
{
    Office office;
    office.importRegisters({{.person = 1, .crime = true}});
    office.takeIn({{.person = 1}});
    office.work();
    for (const Language language : {Language::Chinese, Language::English}) {
        const CaseView view = viewOf(office, 1, language);
        int notMet = 0;
        for (const approval::ConditionTable &table : view.tables)
            for (const approval::Condition &condition : table.conditions) {
                QVERIFY(!condition.test.empty());
                if (!condition.isFinding)
                    continue;
                QVERIFY2(!condition.article.empty(), condition.code.c_str());
                notMet += condition.standing == approval::Condition::Standing::NotMet ? 1 : 0;
            }
        QCOMPARE(notMet, 1);
        QVERIFY(!view.changes.empty());
        QVERIFY(!view.why.empty());
        QCOMPARE(view.modelDigest.size(), std::size_t{64});
    }
}

void TstCaseView::otherCasesOfTheApplicantAreNamed()
{
    Office office;
    office.takeIn({{.person = 1}});
    office.takeIn({{.person = 1, .item = "CZ-004", .externalNo = "another"}});
    const CaseView view = viewOf(office, 1);
    QCOMPARE(view.related.size(), std::size_t{1});
    QVERIFY(view.related.front().serial != view.serial);
    QVERIFY(!view.related.front().isSameItem);
}

void TstCaseView::aFileIsKeptWithItsHash()
{
    Office office;
    office.takeIn({{.person = 1}});
    const std::string content = "%PDF-1.4 a scan";
    const auto file = office.writeFile("scan.pdf", {content});
    const SignedIn clerk = somebody("clerk-1", Role::Clerk);
    const auto outcome = must(attachFile(office.workspace(), office.serialOf(1), clerk, 2, file));
    QCOMPARE(outcome.problem, AttachProblem::None);
    QCOMPARE(problemsOf(outcome.act), std::string());
    std::filesystem::remove(file);
    office.reopen();
    const CaseView view = viewOf(office, 1);
    QCOMPARE(view.attachments.size(), std::size_t{1});
    const ViewAttachment &kept = view.attachments.front();
    QCOMPARE(kept.material, 2);
    QCOMPARE(kept.by, std::string("clerk-1"));
    const std::string bytes = must(attachmentContent(office.workspace(), kept.digest));
    QVERIFY(bytes.starts_with(content));
    QCOMPARE(sha256(bytes).hex(), kept.digest);
    // The act names the hash, so the chain covers the file.
    QVERIFY(office.story(1).events.back().body.find(kept.digest) != std::string::npos);
    QVERIFY(office.audit().findings.empty());
}

void TstCaseView::whatCannotBeAFileOfACaseIsRefused_data()
{
    QTest::addColumn<std::string>("content");
    QTest::addColumn<int>("bytes");
    QTest::addColumn<int>("material");
    QTest::addColumn<AttachProblem>("problem");
    QTest::newRow("20 MB") << std::string("%PDF-") << 20 * 1024 * 1024 << 1 << AttachProblem::TooLarge;
    QTest::newRow("empty") << std::string() << 0 << 1 << AttachProblem::Empty;
    QTest::newRow("a program") << std::string("MZ\x90") << 3 << 1 << AttachProblem::KindUnknown;
    QTest::newRow("no such document") << std::string("%PDF-1.4") << 8 << 99 << AttachProblem::NoSuchDocument;
}

void TstCaseView::whatCannotBeAFileOfACaseIsRefused()
{
    QFETCH(std::string, content);
    QFETCH(int, bytes);
    QFETCH(int, material);
    QFETCH(AttachProblem, problem);
    Office office;
    office.takeIn({{.person = 1}});
    const auto file = office.directory() / "file.pdf";
    std::ofstream(file, std::ios::binary) << content;
    std::filesystem::resize_file(file, static_cast<std::uintmax_t>(bytes));
    const std::string ends = office.ends();
    const SignedIn clerk = somebody("clerk-1", Role::Clerk);
    const auto outcome = must(attachFile(office.workspace(), office.serialOf(1), clerk, material, file));
    QCOMPARE(outcome.problem, problem);
    QCOMPARE(outcome.bytes, std::int64_t{bytes});
    QCOMPARE(office.ends(), ends);
    QVERIFY(viewOf(office, 1).attachments.empty());
}

void TstCaseView::aRefusedActKeepsNoFile()
{
    Office office;
    office.takeIn({{.person = 1}});
    const auto file = office.writeFile("scan.pdf", {"%PDF-1.4"});
    // Supervisors record no evidence.
    const SignedIn head = somebody("head-1", Role::Supervisor);
    const auto outcome = must(attachFile(office.workspace(), office.serialOf(1), head, 1, file));
    QCOMPARE(problemsOf(outcome.act), std::string("role_may_not"));
    QVERIFY(viewOf(office, 1).attachments.empty());
    QCOMPARE(askSql(office.folder() / "store.sqlite", "SELECT count(*) FROM attachment_content"),
             std::string("0"));
}

void TstCaseView::aPageComesBackAsItWas()
{
    Office office;
    office.importRegisters({{.person = 1, .crime = true}});
    office.takeIn({{.person = 1}});
    office.work();
    for (const Language language : {Language::Chinese, Language::English}) {
        CaseView view = viewOf(office, 1, language);
        view.ownView = "I would refuse: the record";
        view.proposalOpened = true;
        const std::string text = must(canonicalText(view));
        const CaseView again = must(parseCaseView(text));
        QCOMPARE(must(canonicalText(again)), text);
        QVERIFY(again.fields == view.fields);
        QVERIFY(again.evidence == view.evidence);
        QVERIFY(again.materials == view.materials);
    }
    QVERIFY(!parseCaseView("{}"));
    QVERIFY(!parseCaseView("[1]"));
}

void TstCaseView::anActKeepsWhatItsDoerSaw()
{
    Office office;
    office.importRegisters({{.person = 1, .crime = true}});
    office.takeIn({{.person = 1}});
    office.work();
    CaseView seen = viewOf(office, 1);
    seen.evidenceOpened = true;
    seen.ownView = "I cannot tell yet";
    const SignedIn approver = somebody("approver-1", Role::Approver);
    DeskAct act;
    act.seenVersion = seen.version;
    act.request.act = Act::ProposeRefusal;
    act.request.reason = "a record";
    act.request.basis = "article 12";
    act.seen = seen;
    QCOMPARE(problemsOf(must(actAtDesk(office.workspace(), seen.serial, approver, act)).act), std::string());
    office.reopen();
    // What the registers say later does not change what was seen.
    office.importRegisters({{.person = 1}}, "2026-11-23");
    const CaseStory story = office.story(1);
    QVERIFY(!namesWhatWasSeen(story.events.front()));
    QVERIFY(namesWhatWasSeen(story.events.back()));
    const CaseView kept = must(seenBefore(office.workspace(), story.events.back()));
    QCOMPARE(must(canonicalText(kept)), must(canonicalText(seen)));
    runSql(office.folder() / "store.sqlite",
           "UPDATE seen_page SET content = replace(content, 'I cannot', 'I can')");
    QVERIFY(!seenBefore(office.workspace(), story.events.back()));
}

QTEST_GUILESS_MAIN(TstCaseView)
#include "tst_case_view.moc"
