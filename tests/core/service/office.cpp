// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/service/office.h"

#include "core/service/workspace/vault.h"

#include <sqlite3.h>

using namespace tongban;
using namespace tongban::service;

namespace tests {

Timestamp at(std::string_view iso)
{
    return must(parseIsoTimestamp(iso));
}

std::string personNo(int n)
{
    constexpr int kWeights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    const std::string day = std::to_string(101 + n / 1000).substr(1);
    const std::string digits = "440305199105" + day + std::to_string(1000 + n % 1000).substr(1);
    int sum = 0;
    for (int i = 0; i < 17; ++i)
        sum += kWeights[i] * (digits[static_cast<std::size_t>(i)] - '0');
    return digits + "10X98765432"[sum % 11];
}

std::string ApplicationLine::text() const
{
    std::string documents;
    for (const int number : materials)
        documents +=
            (documents.empty() ? "" : ",") + (R"({"no":)" + std::to_string(number) + R"(,"provided":true})");
    const std::string external = externalNo.empty() ? "P-" + std::to_string(person) : externalNo;
    return R"({"channel":")" + channel + R"(","external_no":")" + external + R"(","item":")" + item
        + R"(","district":")" + district + R"(","received_at":")" + receivedAt
        + R"(","applicant":{"kind":"person","id":")" + personNo(person) + R"(","name":")" + name
        + R"("},"fields":)" + fields + R"(,"materials":[)" + documents + "]"
        + (stage.empty() ? std::string() : R"(,"stage":")" + stage + '"')
        + (humanPlease ? R"(,"human_please":true})" : "}");
}

vault::DataKey makeVault(const std::filesystem::path &folder)
{
    std::filesystem::create_directories(folder);
    VaultPlan plan;
    plan.passphrase = kPassphrase;
    plan.cost = {1, std::uint64_t{1} << 20U};
    return must(createVault(folder, plan)).key;
}

Office::Office(std::string_view now) : clock(at(now))
{
    if (std::getenv("TONGBAN_TEST_SEALED") != nullptr)
        m_key = makeVault(folder());
    m_workspace = must(Workspace::create(folder(), resources(), WorkspaceKind::Demo, clock, m_key));
}

void Office::reopen(OpenMode mode)
{
    m_workspace.reset();
    m_workspace = must(Workspace::open(folder(), resources(), mode, clock, m_key));
}

std::filesystem::path Office::writeFile(std::string_view name, const std::vector<std::string> &lines) const
{
    std::string text;
    for (const std::string &line : lines)
        text += line + '\n';
    return m_directory.write(name, text);
}

IntakeReport Office::takeIn(const std::vector<ApplicationLine> &lines)
{
    std::vector<std::string> texts;
    for (const ApplicationLine &line : lines)
        texts.push_back(line.text());
    return takeInFile(writeFile("applications-" + std::to_string(++m_files) + ".jsonl", texts));
}

IntakeReport Office::takeInFile(const std::filesystem::path &file, int linesPerCommit)
{
    IntakeOptions options;
    options.linesPerCommit = linesPerCommit;
    return must(service::takeIn(*m_workspace, file, options));
}

RegisterReport Office::importRegister(std::string_view name, std::string_view csv, std::string_view asOf)
{
    const auto file = m_directory.write(std::string(name) + ".csv", csv);
    return must(
        service::importRegister(*m_workspace, file, must(parseIsoDate(asOf)), {}, DoubtfulRegister::Accept));
}

void Office::importRegisters(const std::vector<PersonRow> &rows, std::string_view asOf)
{
    std::string person =
        "record,key,name,household_shenzhen,residence_permit_valid_to,crime_record,drug_record,"
        "wanted,deceased\n";
    std::string driver =
        "record,key,licence_class,first_issue,valid_to,status,points_last_3_cycles,drink_driving,"
        "pending_violations\n";
    std::string owner = "record,key,vehicle_count,deregistered_vin,stolen_open\n";
    std::string exam = "record,key,passed,exam_date\n";
    std::string credit = "record,key,unrepaired_bad_credit,grade,block_until\n";
    std::string quota = "record,key,valid_quota,renewal_right,applied_this_year,entitlement\n";
    std::string insurance = "record,key,months_unbroken,medical_months_unbroken,current\n";
    std::string contract = "record,key,employer_uscc,contract_valid_to,residence_talent\n";
    for (const PersonRow &row : rows) {
        const std::string key = personNo(row.person);
        person += "person," + key + ',' + row.name + ",true,," + (row.crime ? "true" : "false")
            + ",false,false,false\n";
        driver += "driver," + key + ',' + row.licenceClass + ",2015-05-17,2030-05-17,normal,0;3;6,false,0\n";
        owner += "owner," + key + ',' + row.vehicles + ",,false\n";
        exam += "driver_exam," + key + ",true,2026-09-10\n";
        credit += "credit," + key + (row.badCredit ? ",true,D,\n" : ",false,A,\n");
        quota += "quota," + key + ",false,false,0,1\n";
        insurance += "person," + key + ",36,36,true\n";
        contract += "contract," + key + ",,,false\n";
    }
    importRegister("police.person", person, asOf);
    importRegister("traffic_police.driver", driver, asOf);
    importRegister("traffic_police.owner", owner, asOf);
    importRegister("transport.driver_exam", exam, asOf);
    importRegister("transport.credit", credit, asOf);
    importRegister("transport.quota", quota, asOf);
    importRegister("social_security.person", insurance, asOf);
    importRegister("human_resources.contract", contract, asOf);
}

WorkReport Office::work(unsigned threads, int casesPerCommit)
{
    WorkOptions options;
    options.threads = threads;
    options.casesPerCommit = casesPerCommit;
    return must(must(Worker::open(*m_workspace))->run(options));
}

std::string Office::serialOf(int person)
{
    CaseQuery query;
    query.applicantId = personNo(person);
    const auto lines = must(listCases(*m_workspace, query));
    if (lines.empty()) {
        std::fprintf(stderr, "person %d has no case\n", person);
        std::abort();
    }
    return lines.front().serial;
}

CaseStory Office::story(int person)
{
    return must(caseStory(*m_workspace, serialOf(person), approval::Language::Chinese));
}

ActOutcome Office::act(int person, std::string_view actor, permit::Role role, permit::ActRequest request,
                       const SupplementRequest &supplement)
{
    return must(actOnCase(*m_workspace, serialOf(person), {std::string(actor), role, {}}, std::move(request),
                          supplement));
}

AuditReport Office::audit()
{
    return must(auditChains(*m_workspace, {}));
}

std::string Office::ends()
{
    std::string text;
    for (const ChainEnd &end : audit().ends)
        text += std::to_string(end.district) + ':' + std::to_string(end.n) + ':' + end.hash + '\n';
    return text;
}

namespace {

class RawStore
{
public:
    explicit RawStore(const std::filesystem::path &file)
    {
        if (sqlite3_open(file.c_str(), &m_database) != SQLITE_OK)
            std::abort();
    }
    ~RawStore() { sqlite3_close(m_database); }
    RawStore(const RawStore &) = delete;
    RawStore &operator=(const RawStore &) = delete;

    std::string run(std::string_view sql)
    {
        std::string first;
        if (const std::string problem = tryTo(sql, first); !problem.empty()) {
            std::fprintf(stderr, "%s\n", problem.c_str());
            std::abort();
        }
        return first;
    }

    /// Why not; `first`: the first column of the first row.
    std::string tryTo(std::string_view sql, std::string &first)
    {
        const auto keep = [](void *out, int columns, char **values, char **) {
            auto &text = *static_cast<std::string *>(out);
            if (text.empty() && columns > 0 && values[0] != nullptr)
                text = values[0];
            return 0;
        };
        char *message = nullptr;
        if (sqlite3_exec(m_database, std::string(sql).c_str(), keep, &first, &message) == SQLITE_OK)
            return {};
        std::string problem = message;
        sqlite3_free(message);
        return problem;
    }

private:
    sqlite3 *m_database = nullptr;
};

} // namespace

void runSql(const std::filesystem::path &store, std::string_view sql)
{
    RawStore raw(store);
    raw.run("DROP TRIGGER IF EXISTS event_is_never_changed; DROP TRIGGER IF EXISTS event_is_never_deleted;"
            "DROP TRIGGER IF EXISTS decision_is_never_changed; DROP TRIGGER IF EXISTS "
            "office_change_is_never_changed; DROP TRIGGER IF EXISTS office_change_is_never_deleted");
    raw.run(sql);
}

std::string askSql(const std::filesystem::path &store, std::string_view sql)
{
    return RawStore(store).run(sql);
}

std::string problemOfSql(const std::filesystem::path &store, std::string_view sql)
{
    std::string ignored;
    return RawStore(store).tryTo(sql, ignored);
}

std::string actsOf(const CaseStory &story)
{
    std::string acts;
    for (const StoryEvent &event : story.events)
        acts += (acts.empty() ? "" : " ") + event.act;
    return acts;
}

std::string problemsOf(const ActOutcome &outcome)
{
    std::string problems;
    for (const permit::ActRefusal &refusal : outcome.refusals)
        problems += (problems.empty() ? "" : " ") + std::string(permit::name(refusal.problem));
    return problems;
}

} // namespace tests
