// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agency/agency_source.h"
#include "core/agency/simulator.h"
#include "tests/support/printers.h"
#include "tests/support/result_checks.h"
#include "tests/support/temporary_directory.h"

#include <QTest>

#include <fstream>
#include <map>

using namespace tongban;
using namespace tongban::agency;
using approval::EvidenceAnswer;
using approval::EvidenceQuery;
using approval::EvidenceStatus;
using approval::UnknownReason;

namespace {

class NoRegisters final : public approval::EvidenceSource
{
public:
    std::vector<EvidenceAnswer> ask(std::span<const EvidenceQuery> queries, Timestamp now) override
    {
        std::vector<EvidenceAnswer> answers;
        for (const auto &query : queries)
            answers.push_back(EvidenceAnswer::unknown(query, UnknownReason::NotConfigured, now));
        return answers;
    }
};

class MapCache final : public AnswerCache
{
public:
    std::optional<EvidenceAnswer> find(const EvidenceQuery &query) override
    {
        const auto found = kept.find(query);
        return found == kept.end() ? std::nullopt : std::optional(found->second);
    }
    void keep(const EvidenceAnswer &answer) override { kept.insert_or_assign(answer.query, answer); }

    std::map<EvidenceQuery, EvidenceAnswer> kept;
};

const EvidenceQuery kPerson{"police", "person", "P1"};

} // namespace

class TstHttpAgency : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_clock.set(fromUnixMilliseconds(1'795'000'000'000));
        m_pauses = 0;
        m_simulator = startSimulator({});
    }

    void cleanup() { m_simulator.reset(); }

    void answersCarryTheRecordAndItsDay()
    {
        const auto answer = agency()->ask(kPerson);
        QVERIFY(answer.status == EvidenceStatus::Answered);
        QCOMPARE(answer.body, std::string(R"({"crime_record":false})"));
        QCOMPARE(answer.day(), *parseIsoDate("2026-11-10"));
        QVERIFY(agency()->ask({"police", "person", "nobody"}).status == EvidenceStatus::NoRecord);
    }

    void faultsNeverBecomeAnAnswer_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("reason");
        QTest::newRow("errors") << 0 << static_cast<int>(UnknownReason::Unavailable);
        QTest::newRow("slow") << 1 << static_cast<int>(UnknownReason::Timeout);
        QTest::newRow("malformed") << 2 << static_cast<int>(UnknownReason::Malformed);
        QTest::newRow("contradictory") << 3 << static_cast<int>(UnknownReason::Contradictory);
    }

    void faultsNeverBecomeAnAnswer()
    {
        QFETCH(int, kind);
        QFETCH(int, reason);
        SimulatorFaults faults;
        faults.slowBy = std::chrono::milliseconds(400);
        int *rates[] = {&faults.errorPerMille, &faults.slowPerMille, &faults.malformedPerMille,
                        &faults.contradictoryPerMille};
        *rates[kind] = 1000;
        m_simulator->setFaults(faults);
        const auto answer = agency()->ask(kPerson);
        QVERIFY(answer.status == EvidenceStatus::Unknown);
        QCOMPARE(static_cast<int>(answer.reason), reason);
    }

    void failuresAreRepeatedWithAPauseAndThenTheAgencyIsLeftAlone()
    {
        m_simulator->setFaults({1000, 0, 0, 0});
        const auto asked = agency();
        (void)asked->ask(kPerson);
        QCOMPARE(m_simulator->questions(), 3);
        QCOMPARE(m_pauses, 2);
        (void)asked->ask(kPerson);
        QCOMPARE(m_simulator->questions(), 6);
        (void)asked->ask(kPerson); // two failed questions opened the breaker
        QCOMPARE(m_simulator->questions(), 6);
        m_simulator->setFaults({});
        m_clock.advance(std::chrono::seconds(31));
        QVERIFY(asked->ask(kPerson).status == EvidenceStatus::Answered);
    }

    void nobodyThereIsUnknown()
    {
        const auto asked = agency();
        m_simulator.reset();
        const auto answer = asked->ask(kPerson);
        QVERIFY(answer.status == EvidenceStatus::Unknown);
        QVERIFY(answer.reason == UnknownReason::Unavailable);
    }

    void unsignedAnswersAreUnknownWhereAKeyIsAgreed()
    {
        tests::TemporaryDirectory folder;
        const auto secretFile = folder.path() / "secret";
        std::ofstream(secretFile) << "agreed key\n";
        AgencyConfig config = configFor(*m_simulator);
        config.secretFile = secretFile.string();
        QVERIFY(agency(config)->ask(kPerson).reason == UnknownReason::Malformed);
        m_simulator = startSimulator("agreed key");
        config.url = configFor(*m_simulator).url;
        QVERIFY(agency(config)->ask(kPerson).status == EvidenceStatus::Answered);
    }

    void missingSecretFileIsSaidAtStart()
    {
        AgencyConfig config = configFor(*m_simulator);
        config.secretFile = "/nowhere/secret";
        const auto made = HttpAgency::create(config, services());
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::InvalidInput);
    }

    void freshAnswersComeFromTheCacheAndOldOnesDoNot()
    {
        MapCache cache;
        NoRegisters registers;
        std::vector<std::unique_ptr<HttpAgency>> agencies;
        agencies.push_back(agency());
        AgencySource source(std::move(agencies), cache, registers);
        QVERIFY(source.ask({&kPerson, 1}, m_clock.now()).front().status == EvidenceStatus::Answered);
        QVERIFY(source.ask({&kPerson, 1}, m_clock.now()).front().status == EvidenceStatus::Answered);
        QCOMPARE(m_simulator->questions(), 1);
        m_clock.advance(std::chrono::hours(25));
        m_simulator.reset();
        QVERIFY(source.ask({&kPerson, 1}, m_clock.now()).front().status == EvidenceStatus::Unknown);
        const EvidenceQuery other{"transport", "quota", "P1"};
        QVERIFY(source.ask({&other, 1}, m_clock.now()).front().reason == UnknownReason::NotConfigured);
    }

private:
    static std::unique_ptr<AgencySimulator> startSimulator(const std::string &secret)
    {
        AgencySimulator::Options options;
        options.secret = secret;
        auto simulator =
            AgencySimulator::start(options,
                                   [](std::string_view, std::string_view,
                                      std::string_view key) -> Result<std::optional<SimulatedRecord>> {
                                       if (key != "P1")
                                           return std::optional<SimulatedRecord>();
                                       return std::optional(SimulatedRecord{R"({"crime_record":false})",
                                                                            *parseIsoDate("2026-11-10")});
                                   });
        return simulator ? std::move(*simulator) : nullptr;
    }

    static AgencyConfig configFor(const AgencySimulator &simulator)
    {
        AgencyConfig config;
        config.source = "police";
        config.url = "http://127.0.0.1:" + std::to_string(simulator.port());
        config.timeout = std::chrono::milliseconds(150);
        config.failuresToOpen = 2;
        return config;
    }

    AgencyServices services()
    {
        return {m_clock, m_random, [this](std::chrono::milliseconds) {
                    ++m_pauses;
                }};
    }

    std::unique_ptr<HttpAgency> agency() { return agency(configFor(*m_simulator)); }

    std::unique_ptr<HttpAgency> agency(const AgencyConfig &config)
    {
        auto made = HttpAgency::create(config, services());
        return made ? std::move(*made) : nullptr;
    }

    FixedClock m_clock{Timestamp{}};
    SeededRandom m_random{1};
    int m_pauses = 0;
    std::unique_ptr<AgencySimulator> m_simulator;
};

QTEST_APPLESS_MAIN(TstHttpAgency)
#include "tst_http_agency.moc"
