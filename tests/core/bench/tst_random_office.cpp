// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/centre/outbox_desk.h"
#include "tests/core/bench/centre_office.h"
#include "tests/core/bench/copy_contents.h"
#include "tests/core/bench/faulty_proxy.h"
#include "tests/core/bench/model_centre.h"

#include <QTest>

#include <chrono>
#include <ostream>
#include <rapidcheck.h>
#include <thread>

using namespace tongban;
using tests::FaultyProxy;
using tests::ModelCentre;
using tests::OfficeDesk;

/// Of a history; what kind means, see take().
struct Step {
    int kind = 0;
    std::size_t desk = 0;
    std::size_t which = 0;
};

std::ostream &operator<<(std::ostream &out, const Step &step)
{
    return out << '{' << step.kind << ", " << step.desk << ", " << step.which << '}';
}

/// Random histories of three desktops and a real centre beside a model of a page: after every step the centre
/// has answered each command as the model does and every case stands as the model says, whatever was cut on
/// the way; at the end every desktop was told the same, and every copy is the centre's. A history that fails
/// is made as short as it can be. TONGBAN_ROUNDS=N makes N times as many, RC_PARAMS="reproduce=..." the same.
class TstRandomOffice : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theCentreDoesWhatTheModelSays();

private:
    struct Desk {
        std::string login;
        OfficeDesk office;
        std::vector<ModelCentre::Command> made; ///< In the order of its outbox.
        std::size_t carriedOut = 0; ///< Of those, by the centre.
        std::int64_t lastNo = 0;
    };
    static rc::Gen<Step> anyStep();
    void live(const std::vector<Step> &history);
    void take(const Step &step);
    void notice(Desk &desk);
    void synchronise(Desk &desk, int cutAt, FaultyProxy::Arrives arrives);
    void follow(Desk &desk);
    void everybodyAgrees();

    std::unique_ptr<tests::CentreOffice> m_office;
    std::unique_ptr<FaultyProxy> m_proxy;
    std::vector<Desk> m_desks{3};
    std::vector<std::string> m_cases;
    ModelCentre m_model;
    int m_runs = 0;
    int m_steps = 0;
};

void TstRandomOffice::initTestCase()
{
    if (!qEnvironmentVariableIsSet("RC_PARAMS"))
        qputenv("RC_PARAMS", "max_size=150 max_success=" + QByteArray::number(tests::rounds(12)));
    m_office = std::make_unique<tests::CentreOffice>();
    m_proxy = std::make_unique<FaultyProxy>(m_office->serverFolder(), 1);
    for (std::size_t i = 0; i < m_desks.size(); ++i) {
        Desk &desk = m_desks[i];
        desk.login = "desk" + std::to_string(i);
        const Uuid device = m_office->admit(desk.login, central::AccountKind::Person, {"clerk", "approver"});
        m_office->join(desk.login, "host=" + m_proxy->folder() + " dbname=tongban user=" + desk.login,
                       device);
        desk.office = m_office->open(desk.login);
    }
}

rc::Gen<Step> TstRandomOffice::anyStep()
{
    // Ranges grow with the size of a history; every step may be any step.
    return rc::gen::resize(
        rc::kNominalSize,
        rc::gen::build<Step>(rc::gen::set(&Step::kind, rc::gen::inRange(0, 12)),
                             rc::gen::set(&Step::desk, rc::gen::inRange<std::size_t>(0, 3)),
                             rc::gen::set(&Step::which, rc::gen::inRange<std::size_t>(0, 24))));
}

/// What this desktop has written into its outbox since the last look.
void TstRandomOffice::notice(Desk &desk)
{
    for (const service::OutboxLine &line : tests::needed(service::outboxLines(*desk.office.workspace, true)))
        if (line.no > desk.lastNo) {
            desk.lastNo = line.no;
            const auto conflict = tests::needed(service::commandConflict(*desk.office.workspace, line.id));
            desk.made.push_back({line.id, desk.login, line.act, line.caseId, conflict.seenVersion, {}});
        }
}

void TstRandomOffice::take(const Step &step)
{
    using permit::Act;
    Desk &desk = m_desks[step.desk];
    const std::string &id = m_cases[step.which % m_cases.size()];
    const std::string reason = "run " + std::to_string(m_runs) + " step " + std::to_string(++m_steps);
    switch (step.kind) {
    case 0:
    case 1: (void)desk.office.checkIn(id, reason); break;
    case 2: (void)desk.office.decide(desk.login, Act::Refer, id, reason); break;
    case 3:
    case 4: (void)desk.office.decide(desk.login, Act::Grant, id, reason); break;
    case 5: {
        // Papers that lie at two windows have the same number.
        const std::string number =
            "run " + std::to_string(m_runs) + " paper " + std::to_string(step.which % 3);
        (void)tests::takeInPaper(*desk.office.workspace, m_office->district(), number,
                                 "深圳市样例联运有限公司");
        notice(desk);
        if (!desk.made.empty() && desk.made.back().act == "apply" && desk.made.back().paper.empty())
            desk.made.back().paper = number;
        break;
    }
    case 6:
    case 7:
    case 8: synchronise(desk, 0, FaultyProxy::Arrives::All); break;
    case 9:
    case 10:
        synchronise(desk, static_cast<int>(1 + step.which / 2),
                    static_cast<FaultyProxy::Arrives>(step.which % 3));
        break;
    case 11:
        desk.office.close();
        desk.office = m_office->open(desk.login);
        break;
    default: break;
    }
    notice(desk);
}

void TstRandomOffice::synchronise(Desk &desk, int cutAt, FaultyProxy::Arrives arrives)
{
    m_proxy->cutAt(cutAt, arrives);
    auto report = tests::needed(desk.office.sync->run({}));
    const bool isCut = cutAt > 0 && m_proxy->hasCut();
    m_proxy->cutAt(0, arrives);
    // A connection that was cut behind the last answer is noticed by the next round.
    if (!isCut && !report.isFinished())
        report = tests::needed(desk.office.sync->run({}));
    RC_ASSERT(isCut || report.isFinished());
    // What reached the server is carried out to the end, whether anybody listens or not.
    while (isCut
           && m_office->value("SELECT count(*) FROM pg_stat_activity WHERE usename = '" + desk.login + "'")
               != "0")
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    follow(desk);
    if (!isCut)
        RC_ASSERT(desk.carriedOut == desk.made.size());
}

/// The model does what the centre has meanwhile done for this desktop, and compares.
void TstRandomOffice::follow(Desk &desk)
{
    const std::string answered = m_office->value(
        "SELECT coalesce(string_agg(op || ' ' || outcome || E'\\n', '' ORDER BY seq), '') FROM "
        "core.op WHERE account = '"
        + desk.login + "'");
    const auto count = static_cast<std::size_t>(std::ranges::count(answered, '\n'));
    RC_ASSERT(count >= desk.carriedOut && count <= desk.made.size());
    for (; desk.carriedOut < count; ++desk.carriedOut)
        m_model.carryOut(desk.made[desk.carriedOut]);
    std::string expected;
    for (std::size_t i = 0; i < count; ++i)
        expected += desk.made[i].id + ' ' + desk.made[i].outcome + '\n';
    RC_ASSERT(answered == expected);
    RC_ASSERT(
        m_office->value("SELECT string_agg(id || ' ' || state || ' ' || version || E'\\n', '' ORDER BY id) "
                        "FROM core.permit_case WHERE district = "
                        + std::to_string(m_office->district()))
        == m_model.standings());
}

void TstRandomOffice::everybodyAgrees()
{
    for (const bool isTold : {false, true})
        for (Desk &desk : m_desks) {
            synchronise(desk, 0, FaultyProxy::Arrives::All);
            RC_ASSERT(!isTold || tests::standings(desk.office.store()) == m_model.standingsByBytes().c_str());
        }
    for (Desk &desk : m_desks) {
        std::map<std::string, std::string> told;
        for (const service::OutboxLine &line :
             tests::needed(service::outboxLines(*desk.office.workspace, true)))
            told[line.id] = line.outcome;
        for (const ModelCentre::Command &command : desk.made)
            RC_ASSERT(told[command.id] == command.outcome);
        RC_ASSERT(tests::contents(desk.office.store()) == tests::contents(m_desks.front().office.store()));
    }
    RC_ASSERT(m_office->ledgerFault().empty());
}

void TstRandomOffice::live(const std::vector<Step> &history)
{
    ++m_runs;
    m_cases = m_office->takeIn(3);
    m_office->accept(m_cases);
    for (const std::string &id : m_cases)
        m_model.addAccepted(id);
    for (Desk &desk : m_desks)
        synchronise(desk, 0, FaultyProxy::Arrives::All);
    for (const Step &step : history)
        take(step);
    everybodyAgrees();
}

void TstRandomOffice::theCentreDoesWhatTheModelSays()
{
    QVERIFY(rc::check("the centre does what the model says",
                      [this] { live(*rc::gen::container<std::vector<Step>>(anyStep())); }));
    std::map<std::string, int> outcomes;
    for (const Desk &desk : m_desks)
        for (const ModelCentre::Command &command : desk.made)
            ++outcomes[command.act + ' ' + command.outcome];
    for (const auto &[outcome, times] : outcomes)
        qInfo("%d %s", times, outcome.c_str());
    qInfo("%d histories, %d steps, %d cuts", m_runs, m_steps, m_proxy->cuts());
    // A model that only ever saw one side would prove little.
    for (const char *each :
         {"grant applied", "grant conflict", "check_in applied", "check_in conflict", "apply applied"})
        QVERIFY2(outcomes[each] > 0, each);
    QVERIFY(m_proxy->cuts() > 0);
}

QTEST_GUILESS_MAIN(TstRandomOffice)
#include "tst_random_office.moc"
