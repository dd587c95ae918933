// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/centre/outbox_desk.h"
#include "tests/core/bench/centre_office.h"
#include "tests/core/bench/copy_contents.h"
#include "tests/core/bench/faulty_proxy.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <thread>
#include <unistd.h>

using namespace tongban;
using tests::Confirmed;
using tests::OfficeDesk;
using tests::rounds;

/// Sixteen who want the same five hundred cases, accept and grant them and take in papers of their own,
/// through a network that cuts, delays, repeats and puts in another order. TONGBAN_ROUNDS=N: N times as many
/// cases (QTEST_FUNCTION_TIMEOUT, in milliseconds, gives it the time).
class TstRace : public QObject
{
    Q_OBJECT

private slots:
    void manyWhoWantTheSameCasesDecideEachOnce();

private:
    struct Racer {
        std::string login;
        Confirmed confirmed;
        OfficeDesk desk;
    };

    static constexpr int kRacers = 16;

    void join(const tests::FaultyProxy &proxy);
    void race(Racer &racer, std::vector<std::string> cases) const;
    void everyDecisionStandsOnce(const std::vector<std::string> &cases);
    void everyNumberStandsOnce() const;
    void everyAnswerIsTheCentres();

    std::unique_ptr<tests::CentreOffice> m_office;
    std::vector<Racer> m_racers{kRacers};
};

void TstRace::join(const tests::FaultyProxy &proxy)
{
    for (int i = 0; i < kRacers; ++i) {
        Racer &racer = m_racers[static_cast<std::size_t>(i)];
        racer.login = "racer" + std::to_string(i);
        const Uuid device = m_office->admit(racer.login, central::AccountKind::Person, {"clerk", "approver"});
        m_office->join(racer.login, "host=" + proxy.folder() + " dbname=tongban user=" + racer.login, device);
        racer.desk = m_office->open(racer.login);
        racer.desk.drain();
    }
}

/// Everybody begins elsewhere, looks at what the others did now and then, and takes what is left.
void TstRace::race(Racer &racer, std::vector<std::string> cases) const
{
    std::mt19937_64 random(std::hash<std::string>()(racer.login));
    std::ranges::shuffle(cases, random);
    int sinceSync = 0;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const std::string reason = racer.login + ' ' + std::to_string(i);
        // Whether it is accepted already this desktop knows or finds out.
        const bool isAccepted =
            racer.desk.decide(racer.login, permit::Act::Accept, cases[i], reason + " accept");
        if (isAccepted)
            racer.confirmed.reasons.insert(reason + " accept");
        const bool isGranted =
            racer.desk.decide(racer.login, permit::Act::Grant, cases[i], reason + " grant");
        if (isGranted)
            racer.confirmed.reasons.insert(reason + " grant");
        if (i % 60 == 0
            && tests::takeInPaper(*racer.desk.workspace, m_office->district(), reason, racer.login))
            racer.confirmed.papers.insert(reason);
        sinceSync += isAccepted || isGranted ? 1 : 0;
        if (sinceSync == 4) {
            sinceSync = 0;
            (void)racer.desk.sync->run({});
        }
    }
}

void TstRace::everyDecisionStandsOnce(const std::vector<std::string> &cases)
{
    std::map<std::string, std::map<std::string, int>> acts;
    for (const central::PulledEvent &event : m_office->ledger())
        ++acts[event.event.caseId.text()][event.event.act];
    for (const std::string &id : cases) {
        QCOMPARE(acts[id]["accept"], 1);
        QCOMPARE(acts[id]["grant"], 1);
        QCOMPARE(acts[id].size(), std::size_t{3});
    }
}

void TstRace::everyNumberStandsOnce() const
{
    const std::string ofDistrict = " WHERE district = " + std::to_string(m_office->district());
    QCOMPARE(m_office->value("SELECT count(*) - count(DISTINCT no) FROM core.permit_case" + ofDistrict),
             std::string("0"));
    QCOMPARE(m_office->value("SELECT count(*) - count(DISTINCT acceptance_no) FROM core.permit_case"
                             + ofDistrict + " AND acceptance_no > 0"),
             std::string("0"));
    QCOMPARE(m_office->value("SELECT max(acceptance_no) - count(*) FROM core.permit_case" + ofDistrict
                             + " AND acceptance_no > 0"),
             std::string("0"));
}

/// What each desktop was told is what the centre wrote down, each command once, each carried out as often as
/// it says; and what came too late is shown to whoever wanted it.
void TstRace::everyAnswerIsTheCentres()
{
    std::multiset<std::string> told;
    std::map<std::string, int> outcomes;
    for (const Racer &racer : m_racers)
        for (const service::OutboxLine &line :
             tests::needed(service::outboxLines(*racer.desk.workspace, true))) {
            told.insert(racer.login + ' ' + line.id + ' ' + line.outcome + '\n');
            ++outcomes[line.outcome];
            if (line.outcome != "applied")
                QCOMPARE(line.state, std::string("attention"));
        }
    std::string all;
    for (const std::string &line : told)
        all += line;
    for (const auto &[outcome, times] : outcomes)
        qInfo("%d %s", times, outcome.c_str());
    QVERIFY(outcomes["applied"] > 0 && outcomes["conflict"] > 0 && outcomes.size() == 2);
    QVERIFY(
        all
        == m_office->value("SELECT string_agg(line, '' ORDER BY line COLLATE \"C\") FROM (SELECT account || "
                           "' ' || op || ' ' || outcome || E'\\n' AS line FROM core.op WHERE account LIKE "
                           "'racer%') lines"));
}

void TstRace::manyWhoWantTheSameCasesDecideEachOnce()
{
    m_office = std::make_unique<tests::CentreOffice>();
    m_office->administer("UPDATE core.setting SET value = '100000' WHERE key = 'most_open_claims'");
    const auto seed = static_cast<std::uint64_t>(getpid());
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    tests::FaultyProxy proxy(m_office->serverFolder(), seed);
    const std::vector<std::string> cases = m_office->takeIn(rounds(500));
    join(proxy);
    proxy.setFaulty(true);
    std::vector<std::thread> threads;
    for (Racer &racer : m_racers)
        threads.emplace_back([&] { race(racer, cases); });
    for (std::thread &thread : threads)
        thread.join();
    for (const Racer &racer : m_racers)
        racer.desk.drain();
    proxy.setFaulty(false);
    qInfo("%d cuts, %d repeated, %d overtaken", proxy.cuts(), proxy.repeats(), proxy.overtaken());
    QVERIFY(proxy.cuts() > 0 && proxy.repeats() > 0 && proxy.overtaken() > 0);
    for (const Racer &racer : m_racers)
        racer.desk.drain();
    everyDecisionStandsOnce(cases);
    everyNumberStandsOnce();
    everyAnswerIsTheCentres();
    const QByteArray copy = tests::contents(m_racers.front().desk.store());
    QCOMPARE(m_office->faultOf(m_racers.front().desk, {}, "racer"), std::string());
    for (const Racer &racer : m_racers)
        QVERIFY2(tests::contents(racer.desk.store()) == copy, racer.login.c_str());
}

QTEST_GUILESS_MAIN(TstRace)
#include "tst_race.moc"
