// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/centre/outbox_sheet.h"
#include "tests/core/central/joined_office.h"
#include "tests/core/document/pdf_reader.h"

#include <QTest>

using namespace tests;
using namespace tongban;
using namespace tongban::service;
using permit::Act;
using permit::Role;
using std::chrono::minutes;

/// What was done without the centre, on paper: which number the applicant holds, and what became of it.
class TstReconciliation : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_centre = std::make_unique<central::MadeCentre>(); }
    void init();
    void cleanup();
    void withoutTheCentreThereIsNoSheet();
    void whatWasSentAtOnceIsNotOnIt();
    void itTellsBothNumbersAndWhatBecameOfEachAct();

private:
    Result<OutboxSheet> sheet(std::function<std::string(const OutboxLine &)> reason = {})
    {
        return outboxSheet(m_here->office.workspace(),
                           {m_start, document::PaperLanguage::Chinese, std::move(reason)});
    }

    std::unique_ptr<central::MadeCentre> m_centre;
    std::unique_ptr<JoinedOffice> m_here;
    std::unique_ptr<JoinedOffice> m_there;
    Timestamp m_start{};
    SystemClock m_clock;
    int m_round = 0;
};

void TstReconciliation::init()
{
    const std::string round = std::to_string(++m_round);
    m_here = std::make_unique<JoinedOffice>(*m_centre, "here" + round,
                                            std::vector<std::string>{"approver", "clerk"});
    m_there = std::make_unique<JoinedOffice>(*m_centre, "there" + round, std::vector<std::string>{"clerk"});
    m_start = m_clock.now();
    for (JoinedOffice *desk : {m_here.get(), m_there.get()})
        desk->office.clock.set(m_start);
}

void TstReconciliation::cleanup()
{
    m_here.reset();
    m_there.reset();
}

void TstReconciliation::withoutTheCentreThereIsNoSheet()
{
    Office alone;
    QCOMPARE(outboxSheet(alone.workspace(), {}).error().code, ErrorCode::Conflict);
    QCOMPARE(sheet().error().code, ErrorCode::NotFound);
}

void TstReconciliation::whatWasSentAtOnceIsNotOnIt()
{
    m_here->takeIn(10);
    QVERIFY(m_here->sync().isFinished());
    QCOMPARE(sheet().error().code, ErrorCode::NotFound);
}

void TstReconciliation::itTellsBothNumbersAndWhatBecameOfEachAct()
{
    m_there->takeIn(30);
    QVERIFY(m_there->sync().isFinished());
    QVERIFY(m_here->sync().isFinished());
    // The network is gone for an hour. An applicant gets a paper with a provisional number; an act meets
    // another one that the centre has first.
    const std::string onPaper = m_here->takeIn(31);
    QCOMPARE(m_here->problems(30, Role::Clerk, actRequest(Act::CheckIn)), std::string());
    QCOMPARE(m_there->problems(30, Role::Clerk, actRequest(Act::CheckIn)), std::string());
    QCOMPARE(m_there->sync().applied, 1);
    m_here->office.clock.advance(minutes(60));
    const OutboxSheet before = must(sheet());
    QCOMPARE(before.acts, std::int64_t{2});
    QCOMPARE(before.waiting, std::int64_t{2});
    QVERIFY(pdfRunningText(before.pdf).contains(QString::fromStdString(onPaper)));

    QVERIFY(m_here->sync().isFinished());
    const std::string now = m_here->office.serialOf(31);
    QVERIFY(now != onPaper);
    const OutboxSheet after = must(sheet([](const OutboxLine &line) {
        return line.detail == "version_changed" ? std::string("别人先办了一步") : line.detail;
    }));
    QCOMPARE(after.acts, std::int64_t{2});
    QCOMPARE(after.carriedOut, std::int64_t{1});
    QCOMPARE(after.aside, std::int64_t{1});
    QCOMPARE(after.waiting, std::int64_t{0});
    const QString text = pdfRunningText(after.pdf);
    for (const std::string &part :
         {onPaper, now, std::string("已办理"), std::string("别人先办了一步"), std::string("内部工作单")})
        QVERIFY2(text.contains(QString::fromStdString(part).remove(QLatin1Char(' '))), part.c_str());
    QVERIFY(!text.contains(QStringLiteral("version_changed")));
    // An internal sheet lies about on desks: nobody's number is on it.
    QVERIFY(!text.contains(QString::fromStdString(personNo(31))));
}

QTEST_GUILESS_MAIN(TstReconciliation)
#include "tst_reconciliation.moc"
