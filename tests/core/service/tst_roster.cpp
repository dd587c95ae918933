// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/credit_code.h"
#include "core/service/administration/backup.h"
#include "core/service/registers/roster.h"
#include "tests/core/service/office.h"

#include <QTest>

using namespace tests;
using namespace tongban;
using namespace tongban::service;

namespace {

constexpr std::string_view kEnterpriseHeader = "record,key,name,status,entity_type,scope_has_freight,"
                                               "scope_has_ride_hailing,established,serious_default,"
                                               "legal_person_id\n";
constexpr std::string_view kLicenceHeader = "record,key,holder_id,kind,valid_to,status,complaints_proven\n";

std::string uscc(std::string_view firstSeventeen)
{
    return must(CreditCode::withCheckCharacter(firstSeventeen)).text();
}

} // namespace

/// Who is in the object roster, on what ground, and how it is found.
class TstRoster : public QObject
{
    Q_OBJECT

private slots:
    void itIsMadeFromRegistersLicencesAndGrantedCases();
    void aRevokedLicenceAndARevokedCaseLeaveIt();
    void aListIsTakenInAndItsBadLinesAreNamed();
    void aWrongHeaderChangesNothing();
    void aResidentIdThatCouldBeACreditCodeIsAPersons();
    void aSearchBeforeItWasMadeSaysSo();
    void theBackupHoldsIt();

private:
    static std::string found(Office &office, std::string_view text);
    static void importLicences(Office &office, std::string_view status);
    static void importEnterprises(Office &office);
};

std::string TstRoster::found(Office &office, std::string_view text)
{
    const RosterAnswer answer = must(searchRoster(office.workspace(), text, 20));
    std::string all;
    for (const RosterObject &object : answer.objects) {
        all += all.empty() ? "" : " ";
        all += object.name + ":" + std::string(name(object.kind));
        for (const std::string &word : object.fields)
            all += "," + word;
        for (const std::string &word : object.basis)
            all += "," + word;
    }
    return all;
}

void TstRoster::importEnterprises(Office &office)
{
    std::string csv(kEnterpriseHeader);
    csv += "enterprise," + uscc("91440306MA5DEM001")
        + ",深圳市通达货运有限公司,in_business,legal_person,true,"
          "true,2015-01-01,false,"
        + personNo(9) + "\n";
    csv += "enterprise," + uscc("91440306MA5DEM002")
        + ",深圳市已注销货运有限公司,cancelled,legal_person,true,"
          "false,2015-01-01,false,"
        + personNo(9) + "\n";
    office.importRegister("market_regulator.enterprise.csv", csv);
}

void TstRoster::importLicences(Office &office, std::string_view status)
{
    std::string csv(kLicenceHeader);
    csv += "licence,L1," + personNo(2) + ",freight_driver,2028-01-01," + std::string(status) + ",0\n";
    csv += "licence,L2," + personNo(8) + ",freight_driver,2028-01-01,valid,0\n"; // nobody knows the name
    csv += "licence,L3," + uscc("91440306MA5DEM001") + ",freight_operator,2028-01-01,valid,0\n";
    office.importRegister("transport.licence.csv", csv);
}

void TstRoster::itIsMadeFromRegistersLicencesAndGrantedCases()
{
    Office office;
    office.importRegisters({{.person = 1, .name = "林安宁"}, {.person = 2, .name = "单行"}, {.person = 3}});
    importEnterprises(office);
    importLicences(office, "valid");
    office.takeIn({{.person = 1}});
    office.work();
    const RosterReport report = must(rebuildRoster(office.workspace(), {}));
    QCOMPARE(report.enterprises, std::int64_t{1});
    QCOMPARE(report.persons, std::int64_t{2}); // the third stands in the police register only
    QCOMPARE(report.registered, std::int64_t{1});
    QCOMPARE(report.licensed, std::int64_t{2});
    QCOMPARE(report.granted, std::int64_t{1});
    QCOMPARE(report.withoutName, std::int64_t{1});
    QCOMPARE(found(office, "lan"), std::string("林安宁:person,taxi,granted"));
    QCOMPARE(found(office, "sx"), std::string("单行:person,freight,licensed"));
    QCOMPARE(found(office, "通达"),
             std::string("深圳市通达货运有限公司:enterprise,freight,taxi,registered,licensed"));
    QCOMPARE(found(office, "已注销"), std::string());
    const RosterAnswer answer = must(searchRoster(office.workspace(), "91440306", 20));
    QCOMPARE(answer.objects.at(0).district, 440306);
    QCOMPARE(answer.objects.at(0).match == ObjectMatch::Code, true);
}

void TstRoster::aRevokedLicenceAndARevokedCaseLeaveIt()
{
    Office office;
    office.importRegisters({{.person = 1, .name = "林安宁"}, {.person = 2, .name = "单行"}});
    importLicences(office, "revoked");
    office.takeIn({{.person = 1}});
    office.work();
    must(rebuildRoster(office.workspace(), {}));
    QCOMPARE(found(office, "单行"), std::string());
    QCOMPARE(found(office, "林安宁"), std::string("林安宁:person,taxi,granted"));
    permit::ActRequest revoke;
    revoke.act = permit::Act::Revoke;
    revoke.reason = "以欺骗手段取得";
    revoke.basis = "中华人民共和国行政许可法第六十九条";
    revoke.document = "深交撤〔2026〕1号";
    revoke.signer = permit::Signature{"head.zhou", permit::Role::Supervisor};
    QCOMPARE(problemsOf(office.act(1, "head.lin", permit::Role::Supervisor, revoke)), std::string());
    must(rebuildRoster(office.workspace(), {}));
    QCOMPARE(found(office, "林安宁"), std::string());
}

void TstRoster::aListIsTakenInAndItsBadLinesAreNamed()
{
    Office office;
    const std::string good = uscc("91440300MA5DEM077");
    const auto file = office.writeFile(
        "objects.csv",
        {"code,name,field,district", good + ",深圳市港口样例有限公司,port;freight,440308",
         personNo(4) + ",吕绿,,", "91440300MA5DEMO779,错码,port,", good + ",重复,port,",
         personNo(5) + ",,port,", personNo(6) + ",甲,space,", personNo(7) + ",乙,port,110000", "too,few"});
    const RosterReport report = must(importRoster(office.workspace(), file, {}));
    QCOMPARE(report.lines, std::int64_t{8});
    QCOMPARE(report.rejected, std::int64_t{6});
    QCOMPARE(report.imported, std::int64_t{2});
    std::string problems;
    for (const RosterProblem &problem : report.problems)
        problems += std::to_string(problem.line) + ":" + problem.column + ":" + problem.reason + " ";
    QCOMPARE(problems,
             std::string("4:code:wrong_code 5:code:repeated 6:name:required 7:field:unknown "
                         "8:district:unknown 9::unreadable "));
    QCOMPARE(found(office, "gk"), std::string("深圳市港口样例有限公司:enterprise,freight,port,imported"));
    must(rebuildRoster(office.workspace(), {}));
    QCOMPARE(found(office, "ll"), std::string("吕绿:person,imported"));
}

void TstRoster::aWrongHeaderChangesNothing()
{
    Office office;
    const auto good = office.writeFile("a.csv", {"code,name,field,district", personNo(4) + ",吕绿,,"});
    must(importRoster(office.workspace(), good, {}));
    const auto bad = office.writeFile("b.csv", {"name,code", "吕绿," + personNo(4)});
    QCOMPARE(importRoster(office.workspace(), bad, {}).error().code, ErrorCode::InvalidInput);
    QCOMPARE(found(office, "吕绿"), std::string("吕绿:person,imported"));
}

void TstRoster::aResidentIdThatCouldBeACreditCodeIsAPersons()
{
    constexpr std::string_view kBoth = "350102197406068073";
    QVERIFY(!CreditCode::check(kBoth));
    Office office;
    const auto file =
        office.writeFile("a.csv", {"code,name,field,district", std::string(kBoth) + ",令狐范庚,,"});
    must(importRoster(office.workspace(), file, {}));
    QCOMPARE(found(office, "lhfg"), std::string("令狐范庚:person,imported"));
}

void TstRoster::aSearchBeforeItWasMadeSaysSo()
{
    Office office;
    QCOMPARE(searchRoster(office.workspace(), "张伟", 20).error().code, ErrorCode::NotFound);
    must(rebuildRoster(office.workspace(), {}));
    QCOMPARE(found(office, "张伟"), std::string());
    QCOMPARE(searchRoster(office.workspace(), "（）", 20).error().code, ErrorCode::InvalidInput);
    QCOMPARE(searchRoster(office.workspace(), "\xff", 20).error().code, ErrorCode::InvalidInput);
}

void TstRoster::theBackupHoldsIt()
{
    Office office;
    const auto file = office.writeFile("a.csv", {"code,name,field,district", personNo(4) + ",吕绿,,"});
    must(importRoster(office.workspace(), file, {}));
    must(backUpWorkspace(office.workspace(), office.directory() / "copy", {}));
    const auto copy =
        must(Workspace::open(office.directory() / "copy", Office::resources(), OpenMode::Read, office.clock));
    QCOMPARE(must(searchRoster(*copy, "ll", 20)).objects.size(), std::size_t{1});
}

QTEST_APPLESS_MAIN(TstRoster)
#include "tst_roster.moc"
