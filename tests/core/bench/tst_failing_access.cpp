// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/centre/centre_worker.h"
#include "tests/core/bench/centre_office.h"
#include "tests/core/bench/failing_disk.h"
#include "tests/core/bench/faulty_proxy.h"
#include "tests/support/result_checks.h"

#include <QTest>

#include <unistd.h>

using namespace tongban;
using tests::Confirmed;
using tests::FailingDisk;
using tests::FaultyProxy;
using tests::OfficeDesk;
using tests::rounds;

/// The first access to the disk fails, then the second, and so on until a whole turn of work needs no more of
/// them; the same with every piece of bytes between a desktop or a worker and the server. What was confirmed
/// to a person is at the centre once, and the next turn goes on. Of the disk's accesses each seventh is
/// taken, beginning anywhere; TONGBAN_ROUNDS=N takes N times as many, from 7 on every one.
class TstFailingAccess : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void anyAccessToTheDiskMayFail_data();
    void anyAccessToTheDiskMayFail();
    void aProgramThatCannotOpenItsFilesFindsThemWhole();
    void anyPieceThatTheNetworkLosesCostsNothing_data();
    void anyPieceThatTheNetworkLosesCostsNothing();
    void aWorkerWhoseNetworkBreaksAnywhereRepeatsNothing();

private:
    /// An act and an application, both new; what was confirmed is remembered.
    void work(const OfficeDesk &desk, const std::string &name, Confirmed &confirmed);
    int stride() const { return std::max(1, 7 / rounds(1)); }
    std::string proxied(const FaultyProxy &proxy, const std::string &login) const
    {
        return "host=" + proxy.folder() + " dbname=tongban user=" + login;
    }

    FailingDisk m_disk;
    std::unique_ptr<tests::CentreOffice> m_office;
    SeededRandom m_random{static_cast<std::uint64_t>(getpid())};
    std::vector<std::string> m_cases;
};

void TstFailingAccess::initTestCase()
{
    m_office = std::make_unique<tests::CentreOffice>();
    m_cases = m_office->takeIn(4);
}

void TstFailingAccess::work(const OfficeDesk &desk, const std::string &name, Confirmed &confirmed)
{
    if (desk.checkIn(m_cases.front(), name))
        confirmed.reasons.insert(name);
    if (tests::takeInPaper(*desk.workspace, m_office->district(), name, "深圳市样例联运有限公司"))
        confirmed.papers.insert(name);
}

void TstFailingAccess::anyAccessToTheDiskMayFail_data()
{
    QTest::addColumn<FailingDisk::Fault>("fault");
    QTest::newRow("once") << FailingDisk::Fault::Once;
    QTest::newRow("full") << FailingDisk::Fault::Full;
}

void TstFailingAccess::anyAccessToTheDiskMayFail()
{
    QFETCH(const FailingDisk::Fault, fault);
    const std::string name = QTest::currentDataTag();
    m_office->join(name, m_office->text("bench_clerk"),
                   m_office->desktop(fault == FailingDisk::Fault::Once ? 1 : 2).device);
    OfficeDesk desk = m_office->open(name);
    desk.drain();
    Confirmed confirmed;
    int failed = 0;
    auto access = static_cast<int>(1 + m_random.below(static_cast<std::uint64_t>(stride())));
    for (bool isWhole = false; !isWhole; access += stride()) {
        m_disk.failAt(access, fault);
        work(desk, name + ' ' + std::to_string(access), confirmed);
        (void)desk.sync->run({});
        isWhole = !m_disk.hasFailed();
        failed += isWhole ? 0 : 1;
        m_disk.heal();
        // Whoever starts the program again finds everything in order.
        if (m_random.below(5) == 0) {
            desk.close();
            desk = m_office->open(name);
        }
    }
    qInfo("%d failures, %zu acts and %zu papers confirmed", failed, confirmed.reasons.size(),
          confirmed.papers.size());
    QVERIFY(failed > 10);
    QVERIFY(confirmed.reasons.size() > 1 && confirmed.papers.size() > 1);
    desk.drain();
    QCOMPARE(m_office->faultOf(desk, confirmed, name + ' '), std::string());
}

void TstFailingAccess::aProgramThatCannotOpenItsFilesFindsThemWhole()
{
    m_office->join("opened", m_office->text("bench_clerk"), m_office->desktop(3).device);
    m_office->open("opened").drain();
    Confirmed confirmed;
    int failed = 0;
    auto access = static_cast<int>(1 + m_random.below(static_cast<std::uint64_t>(stride())));
    for (bool isWhole = false; !isWhole; access += stride()) {
        {
            const OfficeDesk desk = m_office->open("opened");
            work(desk, "opened " + std::to_string(access), confirmed);
        }
        m_disk.failAt(access, FailingDisk::Fault::Once);
        if (const auto desk = m_office->tryToOpen("opened"))
            (void)desk->sync->run({});
        isWhole = !m_disk.hasFailed();
        failed += isWhole ? 0 : 1;
        m_disk.heal();
    }
    qInfo("%d failures, %zu acts and %zu papers confirmed", failed, confirmed.reasons.size(),
          confirmed.papers.size());
    QVERIFY(failed > 10);
    const OfficeDesk desk = m_office->open("opened");
    desk.drain();
    QCOMPARE(m_office->faultOf(desk, confirmed, "opened "), std::string());
}

void TstFailingAccess::anyPieceThatTheNetworkLosesCostsNothing_data()
{
    QTest::addColumn<FaultyProxy::Arrives>("arrives");
    QTest::newRow("nothing") << FaultyProxy::Arrives::Nothing;
    QTest::newRow("half") << FaultyProxy::Arrives::Half;
    QTest::newRow("all") << FaultyProxy::Arrives::All;
}

void TstFailingAccess::anyPieceThatTheNetworkLosesCostsNothing()
{
    QFETCH(const FaultyProxy::Arrives, arrives);
    const std::string login = std::string("remote_") + QTest::currentDataTag();
    FaultyProxy proxy(m_office->serverFolder(), 1);
    m_office->join(login, proxied(proxy, login),
                   m_office->admit(login, central::AccountKind::Person, {"clerk", "approver"}));
    const OfficeDesk desk = m_office->open(login);
    const std::vector<std::string> cases = m_office->takeIn(200);
    m_office->accept(cases);
    desk.drain();
    Confirmed confirmed;
    int piece = 0;
    for (bool isWhole = false; !isWhole;) {
        const std::string name = login + ' ' + std::to_string(++piece);
        work(desk, name, confirmed);
        // Needs a claim, which is a command of its own.
        if (desk.decide(login, permit::Act::Grant, cases.at(static_cast<std::size_t>(piece)),
                        name + " granted"))
            confirmed.reasons.insert(name + " granted");
        proxy.cutAt(piece, arrives);
        const auto report = desk.sync->run({});
        QVERIFY_OK(report);
        isWhole = !proxy.hasCut() && report->isFinished();
        proxy.cutAt(0, arrives);
        // The first round may be the one that notices.
        for (int again = 0; !isWhole && again < 2; ++again)
            if (const auto healed = tests::needed(desk.sync->run({})); healed.isFinished())
                break;
            else
                QCOMPARE(again, 0);
    }
    qInfo("%d pieces", piece);
    QVERIFY(piece > 5);
    QCOMPARE(proxy.cuts(), piece - 1);
    QCOMPARE(confirmed.reasons.size(), 2 * static_cast<std::size_t>(piece));
    desk.drain();
    QCOMPARE(m_office->faultOf(desk, confirmed, login), std::string());
}

void TstFailingAccess::aWorkerWhoseNetworkBreaksAnywhereRepeatsNothing()
{
    const std::string login = "cut_robot";
    FaultyProxy proxy(m_office->serverFolder(), 1);
    m_office->join(login, proxied(proxy, login),
                   m_office->admit(login, central::AccountKind::Worker, {"system"}));
    OfficeDesk desk = m_office->open(login);
    desk.sync.reset();
    const auto worker = tests::needed(service::CentreWorker::open(*desk.workspace));
    service::CentreWorkOptions options;
    options.askAgainSeconds = 0;
    std::vector<std::string> cases;
    int piece = 0;
    for (bool isWhole = false; !isWhole;) {
        std::ranges::copy(m_office->takeIn(2), std::back_inserter(cases));
        // A worker that was cut off leaves a lease that ends after two minutes; the test does not wait for
        // that.
        m_office->administer("UPDATE core.worker_lease SET until = '-infinity'");
        proxy.cutAt(++piece, static_cast<FaultyProxy::Arrives>(m_random.below(3)));
        const auto step = worker->step(options);
        isWhole = !proxy.hasCut() && step && step->sync.isFinished();
        proxy.cutAt(0, FaultyProxy::Arrives::All);
    }
    qInfo("%d pieces", piece);
    QVERIFY(piece > 5);
    std::map<std::string, std::map<std::string, int>> acts;
    for (const central::PulledEvent &event : m_office->ledger())
        ++acts[event.event.caseId.text()][event.event.act];
    for (const std::string &id : cases)
        for (const auto &[act, times] : acts[id])
            QVERIFY2(acts[id].size() > 1 && times == 1, (act + " on " + id).c_str());
    QCOMPARE(m_office->ledgerFault(), std::string());
}

QTEST_GUILESS_MAIN(TstFailingAccess)
#include "tst_failing_access.moc"
