// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/credit_code.h"
#include "core/base/resident_id.h"
#include "core/base/vehicle_identifier.h"
#include "tests/core/demo/demo_files.h"
#include "tests/support/result_checks.h"
#include "tests/support/temporary_directory.h"

#include <QTest>

#include <map>
#include <set>

using namespace tongban;

/// Every number in a made-up year passes the checks that a real one must pass, and belongs to one owner.
class TstDemoIdentity : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void registerKeysAreValidNumbers();
    void applicantsAndAgentsHaveValidNumbers();
    void vehiclesHaveValidNumbersAndPlates();
    void nobodyIsMadeTwice();
    void aNumberHasOneName();
    void namesSayThatTheyAreMadeUp();

private:
    tests::TemporaryDirectory m_folder;
    Date m_today = *parseIsoDate("2026-11-22");
    std::vector<nlohmann::json> m_applications; ///< Good lines, repeats included.
};

void TstDemoIdentity::initTestCase()
{
    const auto report = demo::generateDemo(demo_files::plan(20000, 3), m_folder.path());
    QVERIFY_OK(report);
    for (const std::string &line : demo_files::lines(m_folder / "applications.jsonl")) {
        auto parsed = parseJson(line);
        if (parsed)
            m_applications.push_back(*std::move(parsed));
    }
    QCOMPARE(m_applications.size(), std::size_t(20000 - report->quarantinedByKind.at("broken_json")));
}

void TstDemoIdentity::registerKeysAreValidNumbers()
{
    for (const auto &entry : std::filesystem::directory_iterator(m_folder.path())) {
        if (entry.path().extension() != ".csv")
            continue;
        const auto rows = demo_files::table(entry.path());
        const std::string record = entry.path().stem().string();
        for (std::size_t i = 1; i < rows.size(); ++i) {
            const std::string &key = rows[i][1];
            if (record == "police.marriage_inheritance")
                QVERIFY(key.find("样文") != std::string::npos);
            else if (record == "transport.licence")
                QVERIFY2(!TransportCertificateNumber::check(key), key.c_str());
            else if (record == "traffic_police.vehicle" || record == "transport.vehicle_certificate")
                QVERIFY2(!Vin::check(key), key.c_str());
            else
                QVERIFY2(!ResidentId::check(key, m_today) || !CreditCode::check(key), key.c_str());
        }
    }
}

void TstDemoIdentity::applicantsAndAgentsHaveValidNumbers()
{
    std::size_t wrong = 0;
    for (const nlohmann::json &application : m_applications) {
        for (const char *role : {"applicant", "agent"}) {
            if (!application.contains(role))
                continue;
            const std::string id = application.at(role).at("id");
            const bool person = application.at(role).at("kind") == "person";
            const bool holds = person ? !ResidentId::check(id, m_today) : !CreditCode::check(id);
            wrong += holds ? 0 : 1;
            if (!person && holds)
                QVERIFY2(CreditCode::parse(id)->organisationCodeHolds(), id.c_str());
        }
    }
    QCOMPARE(wrong, std::size_t(4)); // One line in 5,000 is wrong on purpose.
}

void TstDemoIdentity::vehiclesHaveValidNumbersAndPlates()
{
    const auto rows = demo_files::table(m_folder / "traffic_police.vehicle.csv");
    const std::size_t plate = demo_files::column(rows, "plate");
    const std::size_t use = demo_files::column(rows, "use");
    std::size_t electric = 0;
    std::size_t rideHailing = 0;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (rows[i][plate].empty())
            continue;
        const auto parsed = PlateNumber::parse(rows[i][plate]);
        QVERIFY2(parsed && parsed->isShenzhen(), rows[i][plate].c_str());
        if (rows[i][use] != "预约出租客运")
            continue;
        ++rideHailing;
        electric += parsed->energy() == PlateEnergy::PureElectric ? 1 : 0;
    }
    QVERIFY(rideHailing > 500);
    QVERIFY(electric * 100 >= rideHailing * 97);
}

void TstDemoIdentity::nobodyIsMadeTwice()
{
    std::map<std::string, std::set<std::string>> matters;
    std::set<std::string> vins;
    for (const nlohmann::json &application : m_applications)
        matters[application.at("applicant").at("id")].insert(application.at("fields").dump());
    for (const auto &[id, forms] : matters)
        QVERIFY2(forms.size() == 1, "two applications of one applicant that are not the same matter");
    const auto people = demo_files::table(m_folder / "police.person.csv");
    const std::size_t name = demo_files::column(people, "name");
    std::map<std::string, std::size_t> rows;
    for (std::size_t i = 1; i < people.size(); ++i)
        ++rows[people[i][1] + people[i][name]];
    for (const auto &[key, count] : rows)
        QVERIFY(count == 1);
}

void TstDemoIdentity::aNumberHasOneName()
{
    std::map<std::string, std::string> names;
    for (const nlohmann::json &application : m_applications) {
        const nlohmann::json &applicant = application.at("applicant");
        const auto [entry, isNew] = names.emplace(applicant.at("id"), applicant.at("name"));
        QVERIFY(isNew || entry->second == applicant.at("name"));
    }
}

void TstDemoIdentity::namesSayThatTheyAreMadeUp()
{
    std::set<std::string> first;
    const auto list = demo_files::table(tests::sourcePath("resources/demo/names.csv"));
    for (std::size_t i = 1; i < list.size(); ++i) {
        if (list[i][0] == "first")
            first.insert(list[i][1]);
    }
    for (const nlohmann::json &application : m_applications) {
        const nlohmann::json &applicant = application.at("applicant");
        const std::string name = applicant.at("name");
        bool madeUp = name.find("样例") != std::string::npos;
        for (const std::string &syllable : first)
            madeUp = madeUp || name.find(syllable) != std::string::npos;
        QVERIFY2(madeUp, name.c_str());
        QVERIFY(applicant.at("phone").get<std::string>().starts_with("07550000"));
    }
}

QTEST_APPLESS_MAIN(TstDemoIdentity)
#include "tst_demo_identity.moc"
