// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/audit/capsules.h"
#include "tests/core/service/office.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace tests;
using namespace tongban;
using namespace tongban::service;

/// A decision leaves the office as a file that anybody can decide again.
class TstCapsules : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyDecisionByRulesHasOneAndItVerifies();
    void aWaitingCaseHasNone();
    void aRoundHasItsOwn();
    void oneChangedByteAnywhereIsFound();
    void aCutOrEmptyFileIsFound();
    void theRulesTravelWithTheCapsule();
    void anEditedDecisionOfTheStoreIsFoundAndNotExported();
    void anEditedApplicantOfTheStoreIsFound();

private:
    Result<approval::CapsuleCheck> verify(const std::string &text);

    std::unique_ptr<Office> m_office;
    std::filesystem::path m_folder;
};

void TstCapsules::initTestCase()
{
    m_office = std::make_unique<Office>();
    m_office->importRegisters(
        {{.person = 1}, {.person = 2}, {.person = 3, .crime = true}, {.person = 4, .vehicles = "1"}});
    m_office->takeIn({{.person = 1},
                      {.person = 2, .materials = {8}},
                      {.person = 3},
                      {.person = 4,
                       .item = "ZB-001",
                       .fields = R"({"applicant_category":"resident","quota_type":"ordinary"})"},
                      {.person = 5},
                      {.person = 6, .item = "KY-005", .fields = "{}"}});
    m_office->work();
    m_folder = m_office->directory() / "capsules";
}

Result<approval::CapsuleCheck> TstCapsules::verify(const std::string &text)
{
    return verifyCapsuleFile(m_office->directory().write("capsules/changed.json", text), Office::resources());
}

void TstCapsules::everyDecisionByRulesHasOneAndItVerifies()
{
    const CapsuleExport exported = must(exportAllCapsules(m_office->workspace(), m_folder, {}));
    QCOMPARE(exported.written, must(statusOf(m_office->workspace())).decisions);
    QVERIFY(exported.written >= 4);
    QCOMPARE(exported.different, std::int64_t{0});
    int checked = 0;
    for (const auto &entry : std::filesystem::directory_iterator(m_folder)) {
        if (entry.path().extension() != ".json")
            continue;
        const auto check = verifyCapsuleFile(entry.path(), Office::resources());
        QVERIFY_OK(check);
        QVERIFY2(check->isGenuine(), entry.path().c_str());
        ++checked;
    }
    QCOMPARE(std::int64_t{checked}, exported.written);
    const CapsuleAudit audit = must(auditCapsules(m_office->workspace(), {}));
    QCOMPARE(audit.checked, exported.written);
    QCOMPARE(audit.different, std::int64_t{0});
}

void TstCapsules::aWaitingCaseHasNone()
{
    const auto people = exportCapsules(m_office->workspace(), m_office->serialOf(6), m_folder);
    QVERIFY_FAILS(people, ErrorCode::NotFound);
}

void TstCapsules::aRoundHasItsOwn()
{
    Office office;
    office.importRegisters({{.person = 1}});
    office.takeIn({{.person = 1, .materials = {8}}});
    office.work();
    permit::ActRequest supplement;
    supplement.act = permit::Act::Supplement;
    office.act(1, "channel:window", permit::Role::Applicant, supplement, {{1}, {}});
    office.work();
    const auto folder = office.directory() / "capsules";
    QCOMPARE(must(exportCapsules(office.workspace(), office.serialOf(1), folder)).written, std::int64_t{2});
    for (const char *round : {"-1.json", "-2.json"}) {
        const auto check = verifyCapsuleFile(folder / (office.serialOf(1) + round), Office::resources());
        QVERIFY_OK(check);
        QVERIFY(check->isGenuine());
    }
}

void TstCapsules::oneChangedByteAnywhereIsFound()
{
    must(exportCapsules(m_office->workspace(), m_office->serialOf(1), m_folder));
    const std::string sound = readFile(m_folder / (m_office->serialOf(1) + "-1.json"));
    QVERIFY(verify(sound)->isGenuine());
    // Forty bytes of the file as it lies there; every byte of a capsule is the business of the module below.
    for (std::size_t i = 0; i < sound.size(); i += sound.size() / 40) {
        std::string changed = sound;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        const auto check = verify(changed);
        QVERIFY_OK(check);
        QVERIFY2(!check->isGenuine(), std::to_string(i).c_str());
    }
}

void TstCapsules::aCutOrEmptyFileIsFound()
{
    must(exportCapsules(m_office->workspace(), m_office->serialOf(1), m_folder));
    const std::string sound = readFile(m_folder / (m_office->serialOf(1) + "-1.json"));
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, sound.size() / 2, sound.size() - 1}) {
        const auto check = verify(sound.substr(0, size));
        QVERIFY(!check || !check->isGenuine());
    }
    QVERIFY(!verify(sound + " ")->isGenuine());
    const auto missing = verifyCapsuleFile(m_folder / "no such file", Office::resources());
    QVERIFY_FAILS(missing, ErrorCode::NotFound);
}

void TstCapsules::theRulesTravelWithTheCapsule()
{
    const auto folder = m_office->directory() / "travelling";
    must(exportCapsules(m_office->workspace(), m_office->serialOf(1), folder));
    const auto model = folder / "models" / "ride-hailing-driver-licence" / "1.dmn";
    QCOMPARE(readFile(model), readFile(Office::resources() / "models/ride-hailing-driver-licence/1.dmn"));
    // A changed copy of the rules beside the capsule is another rule set, and not the one it names.
    std::string text = readFile(model);
    text.replace(text.find("审批结论"), 3, "定");
    const auto copy = m_office->directory() / "changed";
    std::filesystem::copy(folder, copy, std::filesystem::copy_options::recursive);
    m_office->directory().write("changed/models/ride-hailing-driver-licence/1.dmn", text);
    const auto check = verifyCapsuleFile(copy / (m_office->serialOf(1) + "-1.json"), Office::resources());
    QVERIFY(!check || check->isGenuine()); // either said to be wrong, or decided by the shipped rules
}

void TstCapsules::anEditedDecisionOfTheStoreIsFoundAndNotExported()
{
    Office office;
    office.importRegisters({{.person = 1}, {.person = 2}});
    office.takeIn({{.person = 1}, {.person = 2}});
    office.work();
    const std::string serial = office.serialOf(1);
    office.close();
    const auto store = office.folder() / "store.sqlite";
    // The last byte of the record is a value or a part of one.
    runSql(store,
           "UPDATE decision SET capsule = zeroblob(32) WHERE case_no = "
           "(SELECT no FROM permit_case WHERE serial = '"
               + serial + "')");
    office.reopen();
    const CapsuleAudit audit = must(auditCapsules(office.workspace(), {}));
    QCOMPARE(audit.different, std::int64_t{1});
    QCOMPARE(audit.differentCases, std::vector<std::string>{serial});
    const CapsuleExport exported =
        must(exportAllCapsules(office.workspace(), office.directory() / "out", {}));
    QCOMPARE(exported.written, std::int64_t{1});
    QCOMPARE(exported.differentCases, std::vector<std::string>{serial});
    QVERIFY(!std::filesystem::exists(office.directory() / "out" / (serial + "-1.json")));
}

void TstCapsules::anEditedApplicantOfTheStoreIsFound()
{
    Office office;
    office.importRegisters({{.person = 1}});
    office.takeIn({{.person = 1}});
    office.work();
    office.close();
    runSql(office.folder() / "store.sqlite", "UPDATE permit_case SET applicant_id = '" + personNo(9) + "'");
    office.reopen();
    QCOMPARE(must(auditCapsules(office.workspace(), {})).different, std::int64_t{1});
}

QTEST_GUILESS_MAIN(TstCapsules)
#include "tst_capsules.moc"
