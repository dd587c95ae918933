// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/decision/worker.h"
#include "tests/core/service/office.h"

#include <QTest>

#include <fstream>

using namespace tests;
using namespace tongban;
using namespace tongban::service;

namespace {

constexpr std::string_view kRules = "ride-hailing-driver-licence";

std::string replaced(std::string text, std::string_view what, std::string_view by)
{
    const std::size_t at = text.find(what);
    if (at == std::string::npos)
        std::abort();
    return text.replace(at, what.size(), by);
}

} // namespace

/// A new version of rules never reaches cases that were accepted under the earlier one (C24), and never
/// begins in the past.
class TstPublication : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aVersionThatBeginsInThePastIsNotWorkedWith();
    void anAcceptedCaseKeepsItsRules();
    void rulesThatAreGoneAreNotReplacedByOthers();

private:
    /// Version 2, whose only difference is that everybody below sixty is looked at.
    void publish(std::string_view from) const;
    std::unique_ptr<Workspace> open()
    {
        return must(Workspace::open(m_office->folder(), m_resources, OpenMode::Write, m_office->clock));
    }

    std::unique_ptr<Office> m_office;
    std::filesystem::path m_resources;
};

void TstPublication::init()
{
    m_office = std::make_unique<Office>();
    m_resources = m_office->directory() / "resources";
    std::filesystem::copy(Office::resources(), m_resources, std::filesystem::copy_options::recursive);
    // Accepted on the first day of work; the registers are months old, so the case waits for new ones.
    m_office->importRegisters({{.person = 1}}, "2026-05-01");
    m_office->takeIn({{.person = 1}});
    m_office->work();
    QCOMPARE(m_office->story(1).line.state, std::string("evidence_pending"));
    QVERIFY(m_office->story(1).state.isAccepted());
}

void TstPublication::publish(std::string_view from) const
{
    const auto folder = m_resources / "models" / kRules;
    const std::string model = replaced(readFile(folder / "1.dmn"), "&lt; 21</text>", "&lt; 60</text>");
    std::string manifest = readFile(folder / "1.json");
    manifest = replaced(manifest, R"("version": 1)", R"("version": 2)");
    manifest = replaced(manifest, R"("model": "1.dmn")", R"("model": "2.dmn")");
    manifest = replaced(manifest, R"("effective_from": "2026-01-01")",
                        R"("effective_from": ")" + std::string(from) + '"');
    std::ofstream(folder / "2.dmn", std::ios::binary) << model;
    std::ofstream(folder / "2.json", std::ios::binary) << manifest;
}

void TstPublication::aVersionThatBeginsInThePastIsNotWorkedWith()
{
    publish("2026-11-01");
    m_office->close();
    const auto workspace = open();
    const auto worker = must(Worker::open(*workspace));
    const auto report = worker->run({});
    QVERIFY_FAILS(report, ErrorCode::InvalidInput);
    QVERIFY(report.error().detail.find("2026-11-01") != std::string::npos);
}

void TstPublication::anAcceptedCaseKeepsItsRules()
{
    publish("2026-11-24");
    m_office->clock.set(at("2026-11-24T09:00:00+08:00"));
    m_office->importRegisters({{.person = 1}, {.person = 2}}, "2026-11-24");
    m_office->close();
    const auto workspace = open();
    const auto file = m_office->writeFile(
        "late.jsonl", {ApplicationLine{.person = 2, .receivedAt = "2026-11-24T08:00:00+08:00"}.text()});
    must(takeIn(*workspace, file, {}));
    must(must(Worker::open(*workspace))->run({}));
    const auto storyOf = [&](int person) {
        CaseQuery query;
        query.applicantId = personNo(person);
        return must(caseStory(*workspace, must(listCases(*workspace, query)).front().serial,
                              approval::Language::Chinese));
    };
    QCOMPARE(storyOf(1).line.outcome, std::string("granted"));
    QCOMPARE(storyOf(1).ruleSet, std::string(kRules) + "/1");
    QCOMPARE(storyOf(2).line.outcome, std::string());
    QCOMPARE(storyOf(2).ruleSet, std::string(kRules) + "/2");
}

void TstPublication::rulesThatAreGoneAreNotReplacedByOthers()
{
    m_office->importRegisters({{.person = 1}});
    m_office->close();
    // The store forgets the rules too: what is pinned is nowhere to be had.
    publish("2026-11-01");
    std::filesystem::remove(m_resources / "models" / kRules / "1.json");
    std::filesystem::remove(m_resources / "models" / kRules / "1.dmn");
    runSql(m_office->folder() / "store.sqlite",
           "DELETE FROM rule_set WHERE code = '" + std::string(kRules) + "'");
    const auto workspace = open();
    must(must(Worker::open(*workspace))->run({}));
    CaseQuery query;
    query.applicantId = personNo(1);
    const CaseLine line = must(listCases(*workspace, query)).front();
    QCOMPARE(line.outcome, std::string());
    QCOMPARE(line.state, std::string("referred"));
    QCOMPARE(line.reason, std::string("model_error"));
}

QTEST_GUILESS_MAIN(TstPublication)
#include "tst_publication.moc"
