// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/canonical_json.h"
#include "core/central/access.h"
#include "core/central/ledger_check.h"
#include "core/central/pull.h"
#include "core/central/push.h"
#include "core/central/schema.h"
#include "core/permit/catalogue_loader.h"
#include "tests/core/central/postgres_server.h"
#include "tests/support/paths.h"
#include "tests/support/result_checks.h"

#include <QTest>

#include <memory>
#include <nlohmann/json.hpp>

using namespace tongban;
using namespace tongban::central;

class TstPushPull : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void whatWasPushedIsPulledAndItsChainIsTheDesktopsOwn();
    void manyCommandsGoOutWithoutWaitingAndComeBackInOrder();
    void repeatingABatchAfterACrashChangesNothing();
    void aChainThatDoesNotGoOnIsNotBelieved();
    void theHighestCommonPlaceIsFound();
    void migratingAgainDoesNothingAndAnEditedMigrationIsFound();

private:
    Result<Connection> connect(const std::string &login) { return Connection::open(m_server->text(login)); }
    std::vector<Command> commands(int count);
    Uuid nextId() { return Uuid::v7(fromUnixMilliseconds(1'790'000'000'000), m_random); }

    std::unique_ptr<tests::central::PostgresServer> m_server;
    SeededRandom m_random{20260101};
    Uuid m_device = nextId();
    std::int64_t m_sequence = 0;
    int m_number = 0;
};

namespace {

constexpr int kDistrict = 440305;
const std::string kItem = "KY-001";

permit::WorkflowTexts workflowTexts()
{
    return {tests::readFile(tests::sourcePath("resources/workflow/workflow.csv")),
            tests::readFile(tests::sourcePath("resources/workflow/states.csv")),
            tests::readFile(tests::sourcePath("resources/workflow/roles.csv"))};
}

permit::CatalogueTexts catalogueTexts()
{
    permit::CatalogueTexts texts;
    for (const auto &file : permit::kCatalogueFiles)
        texts.*file.text =
            tests::readFile(tests::sourcePath("resources/catalogue/" + std::string(file.name)));
    return texts;
}

std::string jsonText(std::string_view text)
{
    std::string out;
    CanonicalWriter(out).string(text);
    return out;
}

/// A received application whose texts try the canonical form: quotes, controls, Chinese, characters beyond
/// the first plane.
std::string applyCommand(const Uuid &caseId, int number)
{
    const std::string application = R"({"applicant":{"id":"4403","kind":"person","name":"甲\"\\𠮷\u0001\t"},)"
                                    R"("channel":"window","district":"440305","external_no":"E)"
        + std::to_string(number) + R"(","item":")" + kItem + R"("})";
    return R"({"kind":"act","act":"apply","role":"clerk","case":")" + caseId.text()
        + R"(","item":"KY-001","item_version":1,"say":{"z":"/\u007f\"","a":[1,-2,{"b":null}],"中":true},"application":)"
        + jsonText(application) + "}";
}

} // namespace

void TstPushPull::initTestCase()
{
    m_server = std::make_unique<tests::central::PostgresServer>();
    auto administrator = connect("admin");
    QVERIFY_OK(administrator);
    QCOMPARE(schemaStatus(*administrator)->state, SchemaState::Empty);
    QVERIFY_OK(migrate(*administrator));
    const auto workflow = permit::Workflow::load(workflowTexts());
    const auto catalogue = permit::loadCatalogue(catalogueTexts());
    QVERIFY(workflow.workflow && catalogue.catalogue);
    QVERIFY_OK(publishRules(*administrator, {*workflow.workflow, *catalogue.catalogue, Digest()}));
    QVERIFY_OK(addAccount(*administrator, {"wang", "wang", AccountKind::Person, {}}));
    QVERIFY_OK(grantRight(*administrator, {"wang", "clerk", kDistrict, {}}));
    QVERIFY_OK(enrolDevice(*administrator, "wang", m_device));
    QVERIFY_OK(addAccount(*administrator, {"he", "he", AccountKind::Auditor, {}}));
    QVERIFY_OK(grantRight(*administrator, {"he", "auditor", 0, {}}));
    QVERIFY_FAILS(grantRight(*administrator, {"he", "approver", 0, {}}), ErrorCode::InvalidInput);
}

std::vector<Command> TstPushPull::commands(int count)
{
    std::vector<Command> made;
    for (int i = 0; i < count; ++i)
        made.push_back({nextId(), ++m_sequence, applyCommand(nextId(), ++m_number)});
    return made;
}

void TstPushPull::whatWasPushedIsPulledAndItsChainIsTheDesktopsOwn()
{
    auto clerk = connect("wang");
    QVERIFY_OK(clerk);
    const auto made = commands(3);
    const auto answers = push(*clerk, kDistrict, m_device, made);
    QVERIFY_OK(answers);
    for (std::size_t i = 0; i < 3; ++i) {
        QCOMPARE(answers->at(i).outcome, std::string("applied"));
        QCOMPARE(*answers->at(i).id, made[i].id);
    }
    // pull() recomputes each hash by storage::EventDigester, which the desktop's ledger is written with.
    const auto events = pull(*clerk, {kDistrict, 0, {}}, 10);
    QVERIFY_OK(events);
    QCOMPARE(events->size(), std::size_t{3});
    QCOMPARE(events->front().event.actor, std::string("wang"));
    const auto body = parseJson(events->front().event.body);
    QVERIFY_OK(body);
    QCOMPARE(*canonicalJson(*body), events->front().event.body);
    QVERIFY(events->front().event.body.find(sha256(events->front().application).hex()) != std::string::npos);
    const auto ends = heads(*clerk);
    QVERIFY_OK(ends);
    QCOMPARE(ends->size(), std::size_t{1});
    QVERIFY(ends->front().position.hash == events->back().event.hash);
}

void TstPushPull::manyCommandsGoOutWithoutWaitingAndComeBackInOrder()
{
    auto clerk = connect("wang");
    QVERIFY_OK(clerk);
    const auto made = commands(1730);
    const auto answers = push(*clerk, kDistrict, m_device, made);
    QVERIFY_OK(answers);
    QCOMPARE(answers->size(), made.size());
    for (std::size_t i = 0; i < made.size(); ++i) {
        QCOMPARE(answers->at(i).outcome, std::string("applied"));
        QCOMPARE(*answers->at(i).id, made[i].id);
    }
}

void TstPushPull::repeatingABatchAfterACrashChangesNothing()
{
    auto clerk = connect("wang");
    QVERIFY_OK(clerk);
    const auto made = commands(60);
    const auto first = push(*clerk, kDistrict, m_device, made);
    QVERIFY_OK(first);
    m_server->crash();
    QVERIFY_FAILS(push(*clerk, kDistrict, m_device, made), ErrorCode::Unavailable);
    clerk = connect("wang");
    QVERIFY_OK(clerk);
    const auto again = push(*clerk, kDistrict, m_device, made);
    QVERIFY_OK(again);
    for (std::size_t i = 0; i < made.size(); ++i) {
        QCOMPARE(again->at(i).outcome, std::string("applied"));
        QCOMPARE(again->at(i).n, first->at(i).n);
    }
    auto auditor = connect("he");
    QVERIFY_OK(auditor);
    const auto report = checkLedger(*auditor, {});
    QVERIFY_OK(report);
    QCOMPARE(report->problemCount, std::int64_t{0});
    QCOMPARE(report->events, again->back().n);
}

void TstPushPull::aChainThatDoesNotGoOnIsNotBelieved()
{
    auto clerk = connect("wang");
    QVERIFY_OK(clerk);
    QVERIFY_OK(pull(*clerk, {kDistrict, 0, {}}, 2));
    QVERIFY_FAILS(pull(*clerk, {kDistrict, 2, sha256("another centre")}, 2), ErrorCode::Corrupted);
}

void TstPushPull::theHighestCommonPlaceIsFound()
{
    auto clerk = connect("wang");
    QVERIFY_OK(clerk);
    const auto events = pull(*clerk, {kDistrict, 0, {}}, 5);
    QVERIFY_OK(events);
    std::vector<storage::EventPosition> mine;
    for (const PulledEvent &pulled : *events)
        mine.push_back({kDistrict, pulled.event.n, pulled.event.hash});
    mine[3].hash = mine[4].hash = sha256("lost");
    const auto common = commonPlace(*clerk, kDistrict, mine);
    QVERIFY_OK(common);
    QCOMPARE(common->value_or(0), std::int64_t{3});
    const auto none = commonPlace(*clerk, kDistrict, std::span(mine).subspan(3));
    QVERIFY_OK(none);
    QVERIFY(!none->has_value());
}

void TstPushPull::migratingAgainDoesNothingAndAnEditedMigrationIsFound()
{
    auto administrator = connect("admin");
    QVERIFY_OK(administrator);
    QCOMPARE(*migrate(*administrator), 0);
    QCOMPARE(schemaStatus(*administrator)->state, SchemaState::Current);
    QVERIFY_OK(
        administrator->script("ALTER TABLE core.schema_version DISABLE TRIGGER append_only;"
                              "UPDATE core.schema_version SET digest = sha256('x') WHERE version = 3"));
    QVERIFY_FAILS(schemaStatus(*administrator), ErrorCode::Corrupted);
}

QTEST_APPLESS_MAIN(TstPushPull)
#include "tst_push_pull.moc"
