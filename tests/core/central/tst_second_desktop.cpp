// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/cases/case_view.h"
#include "core/service/cases/time_machine.h"
#include "core/service/centre/outbox_desk.h"
#include "core/service/papers/delivery_desk.h"
#include "core/service/papers/papers.h"
#include "tests/core/central/joined_office.h"
#include "tests/core/document/pdf_reader.h"

#include <QTest>

#include <algorithm>

using namespace tests;
using namespace tongban;
using namespace tongban::service;
using document::PaperKind;
using document::PaperLanguage;
using permit::Act;
using permit::Role;

namespace {

constexpr auto kChinese = approval::Language::Chinese;
constexpr int kPerson = 1;

const PaperPress &press()
{
    static const auto loaded = must(PaperPress::load(Office::resources()));
    return *loaded;
}

} // namespace

/// A case that one desktop took in and decided, at another desktop of the centre: its papers and its past.
class TstSecondDesktop : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void thePapersAreTheSameToTheByte();
    void whoPrintsAgainSaysSoWhereverItWasPrintedBefore();
    void aPaperTellsTheStateThatTheOtherDesktopHasMade();
    void thePastIsTheSame();
    void withoutTheCentreAPaperSaysThatItIsThisDesktopsWord();
    void withoutTheCentreACaseTellsWhatWasDoneHere();
    void visitsAndParcelsAreFoundWhereverTheyWere();

private:
    void live();
    void done(Role role, permit::ActRequest what);
    void exchange();
    static std::string serial(JoinedOffice &desk) { return desk.office.serialOf(kPerson); }
    static MadePaper printed(JoinedOffice &desk, PaperKind kind)
    {
        return must(issuePaper(desk.office.workspace(), press(), serial(desk),
                               {kind, 0, PaperLanguage::Chinese}, {"wangfang", Role::Clerk, {}}));
    }
    static MadePaper shown(JoinedOffice &desk, const PaperLine &line, PaperLanguage language)
    {
        return must(previewPaper(desk.office.workspace(), press(), serial(desk),
                                 {line.kind, line.ordinal, language}));
    }

    std::unique_ptr<central::MadeCentre> m_centre;
    std::unique_ptr<JoinedOffice> m_window; ///< Takes in: who did that does not decide.
    std::unique_ptr<JoinedOffice> m_first;
    std::unique_ptr<JoinedOffice> m_second;
    SystemClock m_clock;
};

void TstSecondDesktop::initTestCase()
{
    m_centre = std::make_unique<central::MadeCentre>();
    m_window = std::make_unique<JoinedOffice>(*m_centre, "window", std::vector<std::string>{"clerk"});
    m_first = std::make_unique<JoinedOffice>(*m_centre, "first",
                                             std::vector<std::string>{"clerk", "approver", "supervisor"});
    m_second = std::make_unique<JoinedOffice>(*m_centre, "second", std::vector<std::string>{"clerk"});
    for (JoinedOffice *desk : {m_window.get(), m_first.get(), m_second.get()})
        desk->office.clock.set(m_clock.now());
    live();
    exchange();
}

void TstSecondDesktop::done(Role role, permit::ActRequest what)
{
    QCOMPARE(m_first->problems(kPerson, role, std::move(what)), std::string());
}

/// Acts of many kinds, some that wait at the desktop together and some that the centre knows one by one.
void TstSecondDesktop::live()
{
    m_window->takeIn(kPerson);
    QVERIFY(m_window->sync().isFinished());
    QVERIFY(m_first->sync().isFinished());
    done(Role::Clerk, actRequest(Act::CheckIn));
    permit::ActRequest notice = actRequest(Act::GiveNotice);
    notice.defects = {{"material:6", "", "《条例》第八条", "缺少安全制度文本", "The text is missing", {}}};
    done(Role::Clerk, notice);
    QVERIFY(m_first->sync().isFinished());
    m_first->office.act(kPerson, "somebody", Role::Clerk, actRequest(Act::Supplement), {{6}, {}});
    done(Role::Clerk, actRequest(Act::Accept));
    permit::ActRequest suspend = actRequest(Act::Suspend, "组织专家评审");
    suspend.document = "深交函〔2026〕12号";
    suspend.dueOn = officialDate(m_clock.now()) + std::chrono::days(20);
    done(Role::Approver, suspend);
    QVERIFY(m_first->sync().isFinished());
    done(Role::Approver, actRequest(Act::Resume));
    permit::ActRequest extend = actRequest(Act::Extend, "等待检测报告");
    extend.workdays = 8;
    done(Role::Supervisor, extend);
    done(Role::Approver, actRequest(Act::Grant, "核实后符合", "《条例》第二十四条"));
}

/// Both have told everything and know everything.
void TstSecondDesktop::exchange()
{
    for (JoinedOffice *desk : {m_first.get(), m_second.get(), m_first.get()}) {
        const SyncReport report = desk->sync();
        QVERIFY(report.isFinished());
        QCOMPARE(report.attention, std::int64_t{0});
    }
}

void TstSecondDesktop::thePapersAreTheSameToTheByte()
{
    const auto there = must(papersOf(m_first->office.workspace(), press(), serial(*m_first)));
    const auto here = must(papersOf(m_second->office.workspace(), press(), serial(*m_second)));
    QVERIFY(there.size() >= 4);
    QCOMPARE(here.size(), there.size());
    for (std::size_t i = 0; i < there.size(); ++i) {
        QCOMPARE(here[i].number, there[i].number);
        QCOMPARE(here[i].act, there[i].act);
        QVERIFY(here[i].statedAt == there[i].statedAt);
        for (const PaperLanguage language : {PaperLanguage::Chinese, PaperLanguage::English})
            QVERIFY2(shown(*m_second, here[i], language).pdf == shown(*m_first, there[i], language).pdf,
                     here[i].number.c_str());
    }
}

void TstSecondDesktop::whoPrintsAgainSaysSoWhereverItWasPrintedBefore()
{
    const MadePaper first = printed(*m_first, PaperKind::Grant);
    QCOMPARE(first.reprint, 0);
    exchange();
    const MadePaper second = printed(*m_second, PaperKind::Grant);
    QCOMPARE(second.reprint, 1);
    QVERIFY(pdfRunningText(second.pdf).contains(QStringLiteral("补打1")));
    // The centre has not heard of that one yet.
    const MadePaper third = printed(*m_second, PaperKind::Grant);
    QCOMPARE(third.reprint, 2);
    exchange();
    const MadePaper fourth = printed(*m_first, PaperKind::Grant);
    QCOMPARE(fourth.reprint, 3);
    for (const MadePaper *again : {&second, &third, &fourth}) {
        QCOMPARE(again->digest, first.digest);
        QCOMPARE(again->number, first.number);
    }
    exchange();
    for (JoinedOffice *desk : {m_first.get(), m_second.get()})
        for (const PaperLine &line : must(papersOf(desk->office.workspace(), press(), serial(*desk))))
            QCOMPARE(line.prints, line.kind == PaperKind::Grant ? 4 : 0);
}

void TstSecondDesktop::aPaperTellsTheStateThatTheOtherDesktopHasMade()
{
    const QString granted = pdfRunningText(printed(*m_second, PaperKind::Acceptance).pdf);
    QVERIFY2(granted.contains(QStringLiteral("打印时办件状态\uff1a准予")), qPrintable(granted));
    exchange();
    permit::ActRequest handed = actRequest(Act::DeliverInPerson);
    handed.receiver = "林安宁";
    done(Role::Clerk, handed);
    exchange();
    const QString delivered = pdfRunningText(printed(*m_second, PaperKind::Acceptance).pdf);
    QVERIFY2(!delivered.contains(QStringLiteral("打印时办件状态\uff1a准予")), qPrintable(delivered));
    exchange();
    QCOMPARE(printed(*m_first, PaperKind::Acceptance).reprint, 2);
    exchange();
}

void TstSecondDesktop::thePastIsTheSame()
{
    const CaseStory story = m_first->office.story(kPerson);
    QVERIFY(story.events.size() >= 9);
    for (std::size_t n = 1; n <= story.events.size(); ++n) {
        const PastPoint point{static_cast<std::int64_t>(n), {}};
        const PastCase there = must(caseAsOf(m_first->office.workspace(), serial(*m_first), point, kChinese));
        const PastCase here =
            must(caseAsOf(m_second->office.workspace(), serial(*m_second), point, kChinese));
        QVERIFY2(here.state == there.state, story.events[n - 1].act.c_str());
        QCOMPARE(std::string(permit::name(here.state.state)), story.events[n - 1].stateAfter);
        QCOMPARE(must(canonicalText(here.view)), must(canonicalText(there.view)));
        QCOMPARE(here.events.back().hash, there.events.back().hash);
        QCOMPARE(here.clocks.size(), there.clocks.size());
        for (std::size_t i = 0; i < here.clocks.size(); ++i)
            QVERIFY(here.clocks[i].deadline.date == there.clocks[i].deadline.date);
    }
    // By day as well: nothing of what came later.
    const auto moment = story.events[2].at;
    const PastCase early =
        must(caseAsOf(m_second->office.workspace(), serial(*m_second), {{}, moment}, kChinese));
    QCOMPARE(early.state.state, permit::State::SupplementPending);
    QVERIFY(!early.view.decision.isMade());
}

void TstSecondDesktop::withoutTheCentreAPaperSaysThatItIsThisDesktopsWord()
{
    constexpr int kOther = 2;
    const QString mark = QStringLiteral("尚未经中心确认");
    const auto receipt = [&](PaperLanguage language) {
        return must(issuePaper(m_window->office.workspace(), press(), m_window->office.serialOf(kOther),
                               {PaperKind::Receipt, 0, language}, {"wangfang", Role::Clerk, {}}));
    };
    m_centre->server().stop();
    const std::string provisional = m_window->takeIn(kOther);
    const MadePaper first = receipt(PaperLanguage::Chinese);
    QString text = pdfRunningText(first.pdf);
    QVERIFY2(text.contains(QString::fromStdString(provisional)) && text.contains(mark), qPrintable(text));
    QCOMPARE(first.reprint, 0);
    const MadePaper again = receipt(PaperLanguage::Chinese);
    QCOMPARE(again.reprint, 1);
    QCOMPARE(again.digest, first.digest);
    QVERIFY(pdfRunningText(again.pdf).contains(QStringLiteral("补打1")));
    QVERIFY(pdfRunningText(receipt(PaperLanguage::English).pdf).contains(QStringLiteral("notyetconfirmed")));
    m_centre->server().start();
    for (int round = 0; round < 2; ++round)
        QVERIFY(m_window->sync().isFinished());
    // Under the number that the centre has given it is another paper, and the centre's word.
    const MadePaper counted = receipt(PaperLanguage::Chinese);
    QVERIFY(counted.number != first.number);
    QCOMPARE(counted.reprint, 0);
    text = pdfRunningText(counted.pdf);
    QVERIFY2(!text.contains(mark) && !text.contains(QString::fromStdString(provisional)), qPrintable(text));
}

/// What was sent along later is among the case's materials at once, and the story tells each act as what it
/// is: counted by the centre, or waiting for it.
void TstSecondDesktop::withoutTheCentreACaseTellsWhatWasDoneHere()
{
    constexpr int kOther = 3;
    constexpr int kMaterial = 6;
    Workspace &workspace = m_window->office.workspace();
    const auto material = [&] {
        const CaseView view = must(caseView(workspace, m_window->office.serialOf(kOther), kChinese));
        return std::ranges::find(view.materials, kMaterial, &ViewMaterial::no)->state;
    };
    const auto places = [&] {
        std::string text;
        for (const StoryEvent &event : m_window->office.story(kOther).events)
            text += event.act + (event.n == 0 ? " waits; " : " counted; ");
        return text;
    };
    m_window->takeIn(kOther);
    QVERIFY(m_window->sync().isFinished());
    m_centre->server().stop();
    permit::ActRequest notice = actRequest(Act::GiveNotice);
    notice.defects = {{"material:6", "", "《条例》第八条", "缺少安全制度文本", "The text is missing", {}}};
    QCOMPARE(m_window->problems(kOther, Role::Clerk, notice), std::string());
    QCOMPARE(material(), MaterialState::Missing);
    QCOMPARE(problemsOf(m_window->office.act(kOther, "somebody", Role::Clerk, actRequest(Act::Supplement),
                                             {{kMaterial}, {}})),
             std::string());
    QCOMPARE(material(), MaterialState::Provided);
    QCOMPARE(places(), std::string("apply counted; give_notice waits; supplement waits; "));
    m_centre->server().start();
    QVERIFY(m_window->sync().isFinished());
    QCOMPARE(places(), std::string("apply counted; give_notice counted; supplement counted; "));
    QCOMPARE(material(), MaterialState::Provided);
    // A case that the centre has never heard of knows who took it in.
    m_centre->server().stop();
    const CaseView own = must(caseView(workspace, m_window->takeIn(kOther + 1), kChinese));
    QVERIFY(std::ranges::none_of(own.fields, [](const ViewField &field) { return field.by.empty(); }));
    m_centre->server().start();
    QVERIFY(m_window->sync().isFinished());
}

/// The second visit is in everybody's list, and the parcel that one desk sent comes back to another.
void TstSecondDesktop::visitsAndParcelsAreFoundWhereverTheyWere()
{
    constexpr int kSent = 5;
    const std::string waybill = "SF1234567890123";
    const auto act = [](JoinedOffice &desk, Role role, permit::ActRequest what) {
        QCOMPARE(desk.problems(kSent, role, std::move(what)), std::string());
    };
    const auto visits = [](JoinedOffice &desk) {
        const auto repeated = must(repeatedVisits(desk.office.workspace(), 10));
        return repeated.empty() ? 0 : repeated.front().visits;
    };
    const auto parcel = [&](JoinedOffice &desk) {
        return must(scanned(desk.office.workspace(), waybill));
    };
    m_window->takeIn(kSent);
    QVERIFY(m_window->sync().isFinished());
    exchange();
    act(*m_first, Role::Clerk, actRequest(Act::CheckIn));
    act(*m_first, Role::Clerk, actRequest(Act::CheckIn, "visit:correction"));
    act(*m_first, Role::Clerk, actRequest(Act::Accept));
    act(*m_first, Role::Approver, actRequest(Act::Grant, "核实后符合", "《条例》第二十四条"));
    permit::ActRequest send = actRequest(Act::SendByCourier);
    send.waybill = waybill;
    act(*m_first, Role::Clerk, send);
    QCOMPARE(visits(*m_first), 2);
    QVERIFY(parcel(*m_second).kind == Scanned::Kind::NewWaybill);
    exchange();
    for (JoinedOffice *desk : {m_first.get(), m_second.get()}) {
        QCOMPARE(visits(*desk), 2);
        const Scanned found = parcel(*desk);
        QVERIFY(found.kind == Scanned::Kind::Parcel);
        QCOMPARE(found.task->line.serial, desk->office.serialOf(kSent));
    }
    act(*m_second, Role::Clerk, actRequest(Act::ReturnParcel, "地址不详"));
    QVERIFY(m_second->sync().isFinished());
    exchange();
    for (JoinedOffice *desk : {m_first.get(), m_second.get()}) {
        const Scanned found = parcel(*desk);
        QVERIFY(found.task->delivery && found.task->delivery->returnedAt);
        QCOMPARE(askSql(desk->office.folder() / "store.sqlite",
                        "SELECT count(*) || ' ' || count(returned_at) FROM delivery WHERE waybill <> ''"),
                 std::string("1 1"));
        QCOMPARE(visits(*desk), 2);
    }
    // A visit that never comes to the centre is none.
    m_centre->server().stop();
    act(*m_second, Role::Clerk, actRequest(Act::CheckIn, "visit:complaint"));
    QCOMPARE(visits(*m_second), 3);
    const auto waiting = must(outboxLines(m_second->office.workspace(), false));
    QCOMPARE(waiting.size(), std::size_t{1});
    QVERIFY_OK(withdrawCommand(m_second->office.workspace(), waiting.front().id));
    QCOMPARE(visits(*m_second), 2);
    m_centre->server().start();
}

QTEST_GUILESS_MAIN(TstSecondDesktop)
#include "tst_second_desktop.moc"
