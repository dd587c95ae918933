// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/application_reader.h"
#include "tests/core/permit/permit_fixture.h"
#include "tests/support/result_checks.h"

#include <QObject>
#include <QTest>

#include <algorithm>
#include <nlohmann/json.hpp>

using namespace tongban;
using namespace tongban::permit;
using nlohmann::json;

namespace {

json plain()
{
    return json::parse(
        R"({"channel":"wechat","external_no":"UP2026000001","item":"CZ-001","district":"440305",
        "received_at":"2026-11-20T21:03:00+08:00",
        "applicant":{"kind":"person","id":"11010519491231002X","name":"张三","phone":"13800000000"},
        "fields":{"vin":"LSVAU033672182345","plate":"粤B12345","stop_on":"2027-01-01","loss_declared":true,"tax_paid_yuan":12.50},
        "materials":[{"no":2,"provided":false},{"no":1,"provided":true}]})");
}

json with(std::string_view pointer, const json &value)
{
    json line = plain();
    line[json::json_pointer(std::string(pointer))] = value;
    return line;
}

json without(std::string_view parent, const std::string &member)
{
    json line = plain();
    line[json::json_pointer(std::string(parent))].erase(member);
    return line;
}

} // namespace

class TstApplicationReader : public QObject
{
    Q_OBJECT

private:
    ReadApplication readLine(std::string_view line)
    {
        return m_reader.readJsonLine(line, {*m_catalogue, m_now});
    }
    ReadApplication read(const json &line) { return readLine(line.dump()); }

    static std::vector<std::string> told(const std::vector<IntakeProblem> &problems)
    {
        std::vector<std::string> out;
        for (const IntakeProblem &problem : problems)
            out.push_back(problem.field + ": " + std::string(name(problem.reason)));
        return out;
    }

private slots:
    void aPlainLineIsRead()
    {
        const ReadApplication result = read(plain());
        for (const IntakeProblem &problem : result.problems)
            qInfo("%s %s", problem.field.c_str(), problem.detail.c_str());
        QVERIFY(result.application.has_value());
        const Application &application = *result.application;
        QCOMPARE(application.channel, Channel::WeChat);
        QCOMPARE(application.district, 440305);
        QCOMPARE(application.receivedOn(), tests::permit::day("2026-11-20"));
        QCOMPARE(application.applicant.name, std::string("张三"));
        QCOMPARE(application.field("tax_paid_yuan")->number(), std::optional<std::string_view>("12.5"));
        QCOMPARE(application.field("loss_declared")->boolean(), std::optional(true));
        QCOMPARE(application.field("stop_on")->date(), std::optional(tests::permit::day("2027-01-01")));
        QVERIFY(application.field("absent") == nullptr);
        QVERIFY(application.provides(1) && !application.provides(2) && !application.provides(3));
    }

    void whatIsStoredReadsBack()
    {
        const Application application = *read(plain()).application;
        const std::string stored = canonicalText(application);
        const auto back = m_reader.readStored(stored);
        QVERIFY_OK(back);
        QVERIFY(*back == application);
        QCOMPARE(canonicalText(*back), stored);
        const json document = json::parse(stored);
        QCOMPARE(document.dump(), stored); // nlohmann sorts the keys
        QVERIFY_FAILS(m_reader.readStored(stored.substr(1)), ErrorCode::Corrupted);
    }

    void oneApplicationIsOneCaseOnEveryMachine()
    {
        const Application first = *read(plain()).application;
        Application other = first;
        other.applicant.name = "李四";
        QCOMPARE(caseId(first), caseId(other));
        other.externalNo = "UP2026000002";
        QVERIFY(caseId(first) != caseId(other));
    }

    void whatPeopleTypeIsNormalised()
    {
        json line = with("/applicant/id", "１１０１０５ 19491231-002x");
        line["item"] = "ｃｚ-001";
        line["district"] = "４４０３０５";
        line["applicant"]["name"] = "　欧阳·买买提 ";
        line["applicant"]["phone"] = "(0755) 8310-5432";
        line["fields"]["plate"] = "粤b·12345";
        line["fields"]["vin"] = "lsvau033672182345";
        const ReadApplication result = read(line);
        QVERIFY2(result.application.has_value(),
                 told(result.problems).empty() ? "" : told(result.problems)[0].c_str());
        QCOMPARE(result.application->applicant.id, std::string("11010519491231002X"));
        QCOMPARE(result.application->item, std::string("CZ-001"));
        QCOMPARE(result.application->district, 440305);
        QCOMPARE(result.application->applicant.name, std::string("欧阳·买买提"));
        QCOMPARE(result.application->applicant.phone, std::string("075583105432"));
        QCOMPARE(result.application->field("plate")->text(), std::string("粤B12345"));
        QCOMPARE(result.application->field("vin")->text(), std::string("LSVAU033672182345"));
    }

    void rareCharactersOfNamesAreKept()
    {
        for (const char *rare : {"𠮷田", "㛃", "龘", "䶮", "邊\xF3\xA0\x84\x80"}) {
            const ReadApplication result = read(with("/applicant/name", rare));
            QVERIFY2(result.application.has_value(), rare);
            QCOMPARE(result.application->applicant.name, std::string(rare));
            QCOMPARE(m_reader.readStored(canonicalText(*result.application))->applicant.name,
                     std::string(rare));
        }
        QCOMPARE(readLine(plain().dump(-1, ' ', true)).application->applicant.name, std::string("张三"));
    }

    void problemsAreTold_data()
    {
        QTest::addColumn<std::string>("line");
        QTest::addColumn<std::string>("problem");
        const auto row = [](const char *title, const json &line, const char *problem) {
            QTest::newRow(title) << line.dump() << std::string(problem);
        };
        // clang-format off
        row("wrong check digit", with("/applicant/id", "110105194912310021"), "applicant.id: bad_check_digit");
        row("impossible birth", with("/applicant/id", "110105194902310021"), "applicant.id: bad_format");
        row("code of an enterprise for a person", with("/applicant/id", "91440300708461136T"), "applicant.id: bad_format");
        row("no id", without("/applicant", "id"), "applicant.id: missing");
        row("empty id", with("/applicant/id", "  "), "applicant.id: missing");
        row("id as number", with("/applicant/id", 110105194912310020), "applicant.id: wrong_type");
        row("applicant as text", with("/applicant", "张三"), "applicant: wrong_type");
        row("no applicant", without("", "applicant"), "applicant: missing");
        row("unknown kind", with("/applicant/kind", "dog"), "applicant.kind: not_allowed");
        row("no name", without("/applicant", "name"), "applicant.name: missing");
        row("control character", with("/applicant/name", std::string("张\x01三")), "applicant.name: control_character");
        row("direction mark", with("/applicant/name", "张\u202E三"), "applicant.name: control_character");
        row("damaged character", with("/applicant/name", "张\uFFFD"), "applicant.name: control_character");
        row("line end in a name", with("/applicant/name", "张\n三"), "applicant.name: control_character");
        row("long name", with("/applicant/name", std::string(201, 'x')), "applicant.name: too_long");
        row("bad phone", with("/applicant/phone", "call me"), "applicant.phone: bad_format");
        row("agent without name", with("/agent", {{"kind", "person"}, {"id", "11010519491231002X"}}), "agent.name: missing");
        row("unknown member", with("/colour", "red"), "colour: unknown_member");
        row("unknown member below", with("/applicant/age", 3), "applicant.age: unknown_member");
        row("unknown channel", with("/channel", "fax"), "channel: not_allowed");
        row("no external number", without("", "external_no"), "external_no: missing");
        row("unknown item", with("/item", "CZ-777"), "item: unknown_item");
        row("no item code", with("/item", "taxi"), "item: bad_format");
        row("not yet in force", with("/received_at", "2023-12-31T10:00:00+08:00"), "item: unknown_item");
        row("cancelled item", with("/item", "CZ-901"), "item: item_cancelled");
        row("unknown district", with("/district", "440106"), "district: unknown_district");
        row("no district code", with("/district", "南山"), "district: bad_format");
        row("district as number", with("/district", 440305), "district: wrong_type");
        row("no such day", with("/received_at", "2026-02-30T10:00:00+08:00"), "received_at: bad_date");
        row("no offset", with("/received_at", "2026-11-20T10:00:00"), "received_at: bad_date");
        row("in future", with("/received_at", "2026-11-23T10:00:00+08:00"), "received_at: in_future");
        row("no such vehicle number", with("/fields/vin", "LSVAU03367218234"), "fields.vin: bad_format");
        row("no such plate", with("/fields/plate", "粤B1"), "fields.plate: bad_format");
        row("other person's id", with("/fields/legal_person_id", "110105194912310021"), "fields.legal_person_id: bad_check_digit");
        row("no such day in the form", with("/fields/stop_on", "2027-02-29"), "fields.stop_on: bad_date");
        row("long field", with("/fields/note", std::string(501, 'x')), "fields.note: too_long");
        row("nested field", with("/fields/note", json::array({1})), "fields.note: wrong_type");
        row("name of a field", with("/fields/Note", "x"), "fields: bad_format");
        row("fields as list", with("/fields", json::array()), "fields: wrong_type");
        row("document without number", with("/materials/0", {{"provided", true}}), "materials[0].no: missing");
        row("document twice", with("/materials/0/no", 1), "materials: repeated");
        row("document nought", with("/materials/1/no", 0), "materials[1].no: not_allowed");
        row("half a document", with("/materials/1/no", 1.5), "materials[1].no: not_allowed");
        row("provided as text", with("/materials/1/provided", "yes"), "materials[1].provided: wrong_type");
        row("materials as object", with("/materials", json::object()), "materials: wrong_type");
        row("flag as text", with("/promise", "true"), "promise: wrong_type");
        // clang-format on
    }

    void problemsAreTold()
    {
        QFETCH(std::string, line);
        QFETCH(std::string, problem);
        const ReadApplication result = readLine(line);
        QVERIFY(!result.application.has_value());
        QCOMPARE(told(result.problems), std::vector<std::string>{problem});
        for (const IntakeProblem &found : result.problems)
            QVERIFY(!found.detail.empty() && found.detail.find("110105") == std::string::npos);
    }

    void allProblemsOfALineAreToldAtOnce()
    {
        json line = with("/applicant/id", "110105194912310021");
        line["item"] = "CZ-777";
        line["channel"] = "fax";
        line["fields"]["plate"] = "x";
        const std::vector<std::string> problems = told(read(line).problems);
        QCOMPARE(problems,
                 (std::vector<std::string>{"channel: not_allowed", "item: unknown_item",
                                           "applicant.id: bad_check_digit", "fields.plate: bad_format"}));
    }

    void aCancelledItemNamesDayAndDocument()
    {
        const ReadApplication result = read(with("/item", "CZ-901"));
        QCOMPARE(result.problems.front().detail,
                 std::string("cancelled since 2018-07-28 by 国发〔2018〕28号"));
    }

    void textsThatAreNoObjectAreTold_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<std::string>("reason");
        const auto row = [](const char *title, const QByteArray &line, const char *reason) {
            QTest::newRow(title) << line << std::string(reason);
        };
        row("empty", "", "not_json");
        row("half written", "{\"channel\":\"wechat\",\"external_no\":\"UP", "not_json");
        row("list", "[1,2]", "not_json");
        row("two objects", "{} {}", "not_json");
        row("single quotes", "{'channel':1}", "not_json");
        row("comma at the end", R"({"channel":"wechat",})", "not_json");
        row("not a number", R"({"promise":NaN})", "not_json");
        row("leading nought", R"({"district":0440305})", "not_json");
        row("half a surrogate", R"({"item":"\ud800"})", "not_json");
        row("raw control", "{\"item\":\"a\x01\"}", "not_json");
        row("deep", "{\"x\":" + QByteArray(100, '[') + QByteArray(100, ']') + "}", "not_json");
        row("null byte", QByteArray("{\"item\":\0}", 10), "not_json");
        row("GBK", "{\"item\":\"\xD5\xC5\xC8\xFD\"}", "not_utf8");
        row("long", "{\"x\":\"" + QByteArray(70000, 'x') + "\"}", "too_long");
    }

    void textsThatAreNoObjectAreTold()
    {
        QFETCH(QByteArray, line);
        QFETCH(std::string, reason);
        const ReadApplication result =
            readLine(std::string_view(line.constData(), static_cast<std::size_t>(line.size())));
        QVERIFY(!result.application.has_value());
        QCOMPARE(std::string(name(result.problems.front().reason)), reason);
    }

    void aMemberGivenTwiceIsTold()
    {
        std::string line = plain().dump();
        line.insert(1, R"("item":"CZ-002","fields":{},)");
        QCOMPARE(told(readLine(line).problems),
                 (std::vector<std::string>{"fields: repeated", "item: repeated"}));
        std::string twice = plain().dump();
        twice.insert(twice.find(R"("plate")"), R"("plate":"粤B12345",)");
        QCOMPARE(told(readLine(twice).problems), std::vector<std::string>{"fields.plate: repeated"});
    }

    void aTableReadsLikeTheLines()
    {
        const std::vector<std::string> header{
            "external_no",         "channel",      "item",           "district",  "received_at",
            "applicant.kind",      "applicant.id", "applicant.name", "field.vin", "field.loss_declared",
            "field.tax_paid_yuan", "material.1",   "material.2",     "promise",   "agent.name"};
        QVERIFY(m_reader.setCsvHeader(header).empty());
        std::vector<std::string> cells{"UP2026000001",
                                       "wechat",
                                       "CZ-001",
                                       "440305",
                                       "2026-11-20T21:03:00+08:00",
                                       "person",
                                       "11010519491231002X",
                                       "张三",
                                       "LSVAU033672182345",
                                       "true",
                                       "12.50",
                                       "true",
                                       "false",
                                       "",
                                       ""};
        const ReadApplication result = m_reader.readCsvRecord(cells, {*m_catalogue, m_now});
        QVERIFY(result.application.has_value());
        const Application &application = *result.application;
        QCOMPARE(application.field("loss_declared")->boolean(), std::optional(true));
        QCOMPARE(application.field("tax_paid_yuan")->number(), std::optional<std::string_view>("12.50"));
        QVERIFY(application.provides(1) && !application.provides(2));
        QVERIFY(!application.agent.has_value());
        QCOMPARE(caseId(application), caseId(*read(plain()).application));

        cells[6] = "110105194912310021";
        cells[11] = "yes";
        QCOMPARE(
            told(m_reader.readCsvRecord(cells, {*m_catalogue, m_now}).problems),
            (std::vector<std::string>{"applicant.id: bad_check_digit", "materials[0].provided: wrong_type"}));
        cells.pop_back();
        QCOMPARE(told(m_reader.readCsvRecord(cells, {*m_catalogue, m_now}).problems),
                 std::vector<std::string>{": bad_format"});
    }

    void aHeaderTellsAllItsProblems()
    {
        const std::vector<std::string> header{"channel", "channel", "colour", "applicant.age", "material.x"};
        const std::vector<std::string> problems = told(m_reader.setCsvHeader(header));
        QVERIFY(std::ranges::find(problems, "channel: repeated") != problems.end());
        QVERIFY(std::ranges::find(problems, "column 3: unknown_member") != problems.end());
        QVERIFY(std::ranges::find(problems, "column 5: unknown_member") != problems.end());
        QVERIFY(std::ranges::find(problems, "applicant.id: missing") != problems.end());
    }

    void thePublishedSchemaNamesTheSameMembers()
    {
        const json schema =
            json::parse(tests::readFile(tests::sourcePath("resources/schema/application.schema.json")));
        QVERIFY(schema["additionalProperties"] == json(false));
        for (const std::string needed : schema["required"])
            QCOMPARE(told(read(without("", needed)).problems),
                     std::vector<std::string>{needed + ": missing"});
        for (const auto &[member, definition] : schema["properties"].items()) {
            const bool object = member == "applicant" || member == "agent" || member == "fields";
            const json value = object ? json(1) : json::object();
            QCOMPARE(told(read(with("/" + member, value)).problems),
                     std::vector<std::string>{member + ": wrong_type"});
        }
        for (const std::string channel : schema["properties"]["channel"]["enum"])
            QVERIFY(parseChannel(channel).has_value());
    }

private:
    std::shared_ptr<const Catalogue> m_catalogue = tests::permit::loadedSmallCatalogue();
    ApplicationReader m_reader;
    Timestamp m_now = tests::permit::at("2026-11-22");
};

QTEST_APPLESS_MAIN(TstApplicationReader)
#include "tst_application_reader.moc"
