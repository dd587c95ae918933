// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/papers/papers.h"
#include "tests/core/document/pdf_reader.h"
#include "tests/core/service/office.h"

#include <QTest>

using namespace tongban;
using namespace tongban::service;
using document::PaperKind;
using document::PaperLanguage;
using permit::Act;
using permit::Role;
using tests::ApplicationLine;
using tests::must;
using tests::Office;

namespace {

const PaperPress &press()
{
    static const auto loaded = must(PaperPress::load(Office::resources()));
    return *loaded;
}

const Actor kClerk{"wangfang", Role::Clerk, {}};

MadePaper issue(Office &office, int person, PaperKind kind, PaperLanguage language = PaperLanguage::Chinese)
{
    return must(
        issuePaper(office.workspace(), press(), office.serialOf(person), {kind, 0, language}, kClerk));
}

Result<MadePaper> tryIssue(Office &office, int person, PaperKind kind)
{
    return issuePaper(office.workspace(), press(), office.serialOf(person), {kind, 0, PaperLanguage::Chinese},
                      kClerk);
}

MadePaper preview(Office &office, int person, const Actor &actor, const permit::ActRequest &what)
{
    return must(previewAct(office.workspace(), press(), office.serialOf(person), actor, what, {},
                           PaperLanguage::Chinese));
}

permit::ActRequest request(Act act, std::string reason = {}, std::string basis = {})
{
    permit::ActRequest made;
    made.act = act;
    made.reason = std::move(reason);
    made.basis = std::move(basis);
    return made;
}

void act(Office &office, int person, Role role, const permit::ActRequest &what,
         std::string_view actor = "liming")
{
    const ActOutcome outcome = office.act(person, actor, role, what);
    QVERIFY2(outcome.refusals.empty(), tests::problemsOf(outcome).c_str());
}

/// One case for every kind of paper: 1 granted by rules and sent, 2 told once what is missing, 3 declined, 4
/// extended and refused by two people.
void makeStories(Office &office)
{
    ApplicationLine notTold{.person = 2, .materials = {1}};
    office.takeIn({{.person = 1}, notTold, {.person = 3}, {.person = 4, .item = "KY-001", .name = "陈立"}});
    permit::ActRequest notice = request(Act::GiveNotice);
    permit::Defect photo;
    photo.code = "material:8";
    photo.basis = "《网络预约出租汽车经营服务管理暂行办法》第十五条";
    photo.textZh = "缺少近期免冠照片,请补交车辆门口拍摄的照片";
    photo.textEn = "The recent photograph is missing";
    notice.defects = {photo};
    act(office, 2, Role::Clerk, notice);
    act(office, 3, Role::Clerk,
        request(Act::Decline, "本机关无权办理,请向南山区提出", "《行政许可法》第三十二条"));
    act(office, 4, Role::Clerk, request(Act::Accept));
    act(office, 4, Role::Clerk, request(Act::Refer, "须人工审查"));
    permit::ActRequest extension = request(Act::Extend, "等待检测报告");
    extension.workdays = 8;
    act(office, 4, Role::Supervisor, extension);
    act(office, 4, Role::Approver, request(Act::ProposeRefusal, "车辆数量不足", "《道路运输条例》第八条"));
    act(office, 4, Role::Approver, request(Act::Countersign, "同意"), "chenjing");
    office.importRegisters({{.person = 1}, {.person = 2}, {.person = 3}});
    office.work();
    permit::ActRequest parcel = request(Act::SendByCourier);
    parcel.waybill = "SF1234567890123";
    act(office, 1, Role::Clerk, parcel, "wangfang");
}

} // namespace

class PapersTest : public QObject
{
    Q_OBJECT

private slots:
    void everyKindSaysWhatItIsInBothLanguages_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("person");
        QTest::addColumn<QStringList>("chinese");
        QTest::addColumn<QStringList>("english");
        using Parts = std::initializer_list<std::string>;
        const auto list = [](const Parts &parts) {
            QStringList texts;
            for (const std::string &part : parts)
                texts << QString::fromStdString(part);
            return texts;
        };
        const auto row = [&](PaperKind kind, int person, const Parts &chinese, const Parts &english) {
            QTest::newRow(std::string(document::name(kind)).c_str())
                << static_cast<int>(kind) << person << list(chinese) << list(english);
        };
        row(PaperKind::Receipt, 2,
            {"申请材料收件凭证", "等待受理", "不表示申请已被受理", "机动车驾驶证及记分信息"},
            {"Receiptforanapplication", "notyetaccepted"});
        row(PaperKind::Acceptance, 4, {"受理通知书", "道路旅客运输经营许可", "20个工作日"},
            {"Noticeofacceptance", "20workingdays"});
        row(PaperKind::Declined, 3,
            {"不予受理决定书", "本机关无权办理", "六十日", "六个月", "《行政许可法》第三十二条"},
            {"Decisionnottoacceptanapplication", "60days", "sixmonths"});
        row(PaperKind::Notice, 2, {"一次性告知补正通知书", "车辆门口拍摄的照片", "尚未受理", "第十五条"},
            {"Therecentphotographismissing", "notyetaccepted"});
        row(PaperKind::Extension, 4, {"延长8个工作日", "等待检测报告", "负责人批准"}, {"8workingdays"});
        row(PaperKind::Grant, 1, {"准予行政许可决定书", "决定准予行政许可", "系统按照公布的审批规则"},
            {"Decisiontograntalicence", "publishedrules"});
        row(PaperKind::Refusal, 4,
            {"不予行政许可决定书", "车辆数量不足", "同意", "《道路运输条例》第八条", "六十日内", "六个月内",
             "行政复议法"},
            {"Decisiontorefusealicence", "60days", "sixmonths"});
        row(PaperKind::Certificate, 1, {"行政许可证", tests::personNo(1), "校验码"},
            {"Licence", "Verificationcode"});
        row(PaperKind::Delivery, 1, {"送达回证", "SF1234567890123", "邮寄送达", "-ZY-1", "受送达人签名"},
            {"Proofofdelivery", "SF1234567890123"});
    }
    void everyKindSaysWhatItIsInBothLanguages()
    {
        QFETCH(int, kind);
        QFETCH(int, person);
        QFETCH(QStringList, chinese);
        QFETCH(QStringList, english);
        Office office;
        makeStories(office);
        const std::string serial = office.serialOf(person);
        for (const PaperLanguage language : {PaperLanguage::Chinese, PaperLanguage::English}) {
            const MadePaper made = issue(office, person, static_cast<PaperKind>(kind), language);
            const QString text = tests::pdfRunningText(made.pdf);
            const bool isChinese = language == PaperLanguage::Chinese;
            for (const QString &part : isChinese ? chinese : english)
                QVERIFY2(text.contains(part), qPrintable(part + QLatin1String(" in ") + text));
            QVERIFY2(text.contains(QString::fromStdString(serial)), qPrintable(text));
            QVERIFY(text.contains(isChinese ? QStringLiteral("深圳市交通运输局")
                                            : QStringLiteral("ShenzhenTransportBureau")));
            QVERIFY(text.contains(QString::fromStdString(made.number)));
            QVERIFY(!text.contains(QLatin1String("{{")));
            QVERIFY(made.paper.unprintable.empty());
            QCOMPARE(made.reprint, 0);
        }
    }

    void theCodeOnALicenceIsReadBackByADecoder()
    {
        Office office;
        makeStories(office);
        const MadePaper made = issue(office, 1, PaperKind::Certificate);
        const std::string payload = tests::pdfCodes(made.pdf).toStdString();
        QCOMPARE(payload.substr(0, 4), std::string("TB1|"));
        QCOMPARE(payload.substr(4, made.number.size()), made.number);
        QCOMPARE(payload.substr(5 + made.number.size(), 64), made.digest);
        QCOMPARE(payload.substr(6 + made.number.size() + 64), office.story(1).capsule);
    }

    void aLicenceSaysHowLongItIsValid()
    {
        Office office;
        makeStories(office);
        const QString text = tests::pdfRunningText(issue(office, 1, PaperKind::Certificate).pdf);
        QVERIFY2(text.contains(QStringLiteral("2026年11月23日至2029年11月22日")), qPrintable(text));
        const auto &licence = press().templates.of(PaperKind::Certificate);
        using namespace std::chrono;
        // A month without that day ends on its last; an item without a term has none.
        QCOMPARE(licence.validThrough("HY-004", Date(2024y / February / 29)), Date(2030y / February / 27));
        QVERIFY(!licence.validThrough("KY-001", Date(2026y / November / 23)));
        QVERIFY(!licence.validThrough("CZ-001", Date(2023y / December / 31)));
    }

    void anActShowsItsPaperBeforeItIsDone()
    {
        Office office;
        office.takeIn({{.person = 3}});
        const auto decline =
            request(Act::Decline, "本机关无权办理,请向南山区提出", "《行政许可法》第三十二条");
        const std::string ends = office.ends();
        const MadePaper before = preview(office, 3, kClerk, decline);
        QVERIFY(before.refusals.empty());
        QCOMPARE(office.ends(), ends);
        act(office, 3, Role::Clerk, decline, "wangfang");
        const MadePaper issued = issue(office, 3, PaperKind::Declined);
        // The same page to the letter, but for the mark of a preview.
        QCOMPARE(before.number, issued.number);
        QCOMPARE(before.digest, issued.digest);
        QString shown = tests::pdfRunningText(before.pdf);
        QVERIFY(shown.contains(QStringLiteral("预览件")));
        // What cannot be done has no page, and says why.
        QVERIFY(!preview(office, 3, kClerk, decline).refusals.empty());
    }

    void aProposedRefusalShowsTheRefusal()
    {
        Office office;
        office.takeIn({{.person = 4, .item = "KY-001", .fields = "{}"}});
        act(office, 4, Role::Clerk, request(Act::Accept));
        act(office, 4, Role::Clerk, request(Act::Refer, "须人工审查"));
        const auto propose = request(Act::ProposeRefusal, "车辆数量不足", "《道路运输条例》第八条");
        const Actor approver{"liming", Role::Approver, {}};
        const MadePaper made = preview(office, 4, approver, propose);
        QVERIFY(made.refusals.empty());
        const QString text = tests::pdfRunningText(made.pdf);
        QVERIFY(text.contains(QStringLiteral("不予行政许可决定书")));
        QVERIFY(text.contains(QStringLiteral("车辆数量不足")));
        QVERIFY(!preview(office, 4, approver, request(Act::ProposeRefusal)).refusals.empty());
    }

    void aPaperWithoutADurableActDoesNotExist()
    {
        Office office;
        office.takeIn({{.person = 1}});
        const auto made = tryIssue(office, 1, PaperKind::Acceptance);
        QVERIFY_FAILS(made, ErrorCode::Conflict);
        QCOMPARE(tests::actsOf(office.story(1)), std::string("apply"));
        QVERIFY_OK(tryIssue(office, 1, PaperKind::Receipt));
    }

    void printingIsRecordedAndCounted()
    {
        Office office;
        makeStories(office);
        const MadePaper first = issue(office, 3, PaperKind::Declined);
        const MadePaper second = issue(office, 3, PaperKind::Declined);
        const MadePaper third = issue(office, 3, PaperKind::Declined);
        QCOMPARE(first.reprint, 0);
        QCOMPARE(second.reprint, 1);
        QCOMPARE(third.reprint, 2);
        QCOMPARE(third.number, first.number);
        QCOMPARE(third.digest, first.digest);
        QVERIFY(tests::pdfRunningText(third.pdf).contains(QStringLiteral("补打2")));
        const CaseStory story = office.story(3);
        QCOMPARE(tests::actsOf(story), std::string("apply decline issue_paper issue_paper issue_paper"));
        QCOMPARE(story.events.back().actor, std::string("wangfang"));
        QVERIFY(story.events.back().body.find(first.number) != std::string::npos);
        QCOMPARE(story.line.state, std::string("declined"));
        for (const PaperLine &line : must(papersOf(office.workspace(), press(), office.serialOf(3))))
            QCOMPARE(line.prints, line.kind == PaperKind::Declined ? 3 : 0);
        QCOMPARE(office.audit().findings.size(), 0U);
    }

    void aReprintSaysTheSameAfterLaterActs()
    {
        Office office;
        makeStories(office);
        const auto receipt = must(previewPaper(office.workspace(), press(), office.serialOf(4),
                                               {PaperKind::Extension, 0, PaperLanguage::Chinese}));
        permit::ActRequest revoke = request(Act::Revoke, "以欺骗手段取得", "《行政许可法》第六十九条");
        revoke.signer = permit::Signature{"chenjing", Role::Approver};
        const auto before = issue(office, 1, PaperKind::Grant);
        act(office, 1, Role::Supervisor, revoke, "zhouwei");
        const auto after = issue(office, 1, PaperKind::Grant);
        QCOMPARE(after.digest, before.digest);
        QVERIFY(tests::pdfRunningText(after.pdf).contains(QStringLiteral("打印时办件状态\uff1a已撤销")));
        // A licence that is no more is not printed again.
        QVERIFY_FAILS(tryIssue(office, 1, PaperKind::Certificate), ErrorCode::Conflict);
        QVERIFY(!receipt.pdf.empty());
    }

    void aPreviewIsMarkedAndRecordsNothing()
    {
        Office office;
        office.takeIn({{.person = 1}});
        const auto made = must(previewPaper(office.workspace(), press(), office.serialOf(1), {}));
        QVERIFY(tests::pdfRunningText(made.pdf).contains(QStringLiteral("预览件")));
        QCOMPARE(tests::actsOf(office.story(1)), std::string("apply"));
    }

    void printingDoesNotMakeACaseAPersonsCase()
    {
        Office office;
        office.takeIn({{.person = 1}});
        issue(office, 1, PaperKind::Receipt);
        office.importRegisters({{.person = 1}});
        office.work();
        const CaseStory story = office.story(1);
        QCOMPARE(story.line.outcome, std::string("granted"));
        QVERIFY(story.state.decision->automatic);
        QVERIFY(!story.line.touchedByHuman);
        QVERIFY(story.line.reason.empty());
    }

    void theSameActGivesTheSameBytesInAnotherProcess()
    {
        Office office;
        makeStories(office);
        const PaperRequest wanted{PaperKind::Notice, 1, PaperLanguage::Chinese};
        const auto first = must(previewPaper(office.workspace(), press(), office.serialOf(2), wanted));
        office.reopen(OpenMode::Read);
        const auto second = must(previewPaper(office.workspace(), press(), office.serialOf(2), wanted));
        QVERIFY(first.pdf == second.pdf);
    }

    void whoMayNotPrintIsRefused()
    {
        Office office;
        office.takeIn({{.person = 1}});
        const auto made = must(issuePaper(office.workspace(), press(), office.serialOf(1), {},
                                          {"admin", Role::Administrator, {}}));
        QVERIFY(!made.refusals.empty());
        QVERIFY(made.pdf.empty());
        QCOMPARE(tests::actsOf(office.story(1)), std::string("apply"));
    }

    void longAndRareNamesAreWhole()
    {
        Office office;
        std::string name = "阿卜杜热合曼·买买提艾力·𠮷㐂";
        for (int part = 0; part < 6; ++part)
            name += "·吐尔逊古丽";
        office.takeIn({{.person = 1, .name = name}});
        const MadePaper made = issue(office, 1, PaperKind::Receipt);
        QVERIFY(tests::pdfRunningText(made.pdf).contains(QString::fromStdString(name)));
    }
};

QTEST_GUILESS_MAIN(PapersTest)
#include "tst_papers.moc"
