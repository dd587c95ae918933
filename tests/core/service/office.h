// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/service/audit/audit.h"
#include "core/service/cases/cases.h"
#include "core/service/decision/worker.h"
#include "core/service/figures/status.h"
#include "core/service/intake/intake.h"
#include "core/service/registers/registers.h"
#include "tests/support/paths.h"
#include "tests/support/result_checks.h"
#include "tests/support/temporary_directory.h"

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tests {

/// The value of a result that a test takes for granted; ends the test program when it is none.
template <typename T>
T must(tongban::Result<T> result)
{
    if (result)
        return *std::move(result);
    std::fprintf(stderr, "%s\n", describe(result.error()).c_str());
    std::abort();
}

tongban::Timestamp at(std::string_view iso);

/// The passphrase of offices that a test seals, at a cost that is none.
inline constexpr std::string_view kPassphrase = "correct horse battery";

/// A vault for the folder of a workspace that does not exist yet.
tongban::vault::DataKey makeVault(const std::filesystem::path &folder);

/// A person's number that passes the arithmetic of GB 11643, born in May 1991; nobody's.
std::string personNo(int n);

/// One application as a line of an intake file; complete and in order unless a test changes a part. The
/// default item is the ride-hailing driver licence (CZ-001), decided by rules.
struct ApplicationLine {
    int person = 1;
    std::string item = "CZ-001";
    std::string channel = "i_shenzhen";
    std::string externalNo = {}; ///< Empty = made from the person's number.
    std::string district = "440300";
    std::string receivedAt = "2026-11-20T10:00:00+08:00";
    std::string name = "林安宁";
    std::string fields = R"({"no_revocation_declared":true})";
    std::vector<int> materials = {1, 2, 3, 4, 5, 6, 7, 8};
    bool humanPlease = false;
    std::string stage = {}; ///< Empty = an application.

    std::string text() const;
};

/// The registers that the rules of CZ-001 and ZB-001 ask, as CSV files with one row a person. A test changes
/// what one person's row says.
struct PersonRow {
    int person = 1;
    std::string name = "林安宁";
    bool crime = false;
    std::string licenceClass = "C1";
    std::string vehicles = "0";
    bool badCredit = false; ///< Serious and not repaired.
};

/// A workspace in a temporary folder with the shipped resources and a clock that stands where the test puts
/// it: a Monday, three days after the applications came in. With TONGBAN_TEST_SEALED set its personal data is
/// sealed: what holds for a plain office holds for a sealed one.
class Office
{
public:
    explicit Office(std::string_view now = "2026-11-23T09:00:00+08:00");

    tongban::service::Workspace &workspace() { return *m_workspace; }
    std::filesystem::path folder() const { return m_directory / "office"; }
    const TemporaryDirectory &directory() const { return m_directory; }
    static std::filesystem::path resources() { return sourcePath("resources"); }

    /// Closes the workspace; what follows sees what a new process would see.
    void close() { m_workspace.reset(); }
    void reopen(tongban::service::OpenMode mode = tongban::service::OpenMode::Write);
    /// Null in a plain office.
    const tongban::vault::DataKey &key() const { return m_key; }

    tongban::service::IntakeReport takeIn(const std::vector<ApplicationLine> &lines);
    tongban::service::IntakeReport takeInFile(const std::filesystem::path &file, int linesPerCommit = 4000);
    std::filesystem::path writeFile(std::string_view name, const std::vector<std::string> &lines) const;

    /// All registers of CZ-001 and ZB-001, speaking of `asOf`.
    void importRegisters(const std::vector<PersonRow> &rows, std::string_view asOf = "2026-11-22");
    tongban::service::RegisterReport importRegister(std::string_view name, std::string_view csv,
                                                    std::string_view asOf = "2026-11-22");

    tongban::service::WorkReport work(unsigned threads = 1, int casesPerCommit = 2000);

    std::string serialOf(int person);
    tongban::service::CaseStory story(int person);
    tongban::service::ActOutcome act(int person, std::string_view actor, tongban::permit::Role role,
                                     tongban::permit::ActRequest request,
                                     const tongban::service::SupplementRequest &supplement = {});

    tongban::service::AuditReport audit();
    /// Ends of all chains: equal only if every act of every case is equal.
    std::string ends();

    tongban::FixedClock clock;

private:
    TemporaryDirectory m_directory;
    tongban::vault::DataKey m_key;
    std::unique_ptr<tongban::service::Workspace> m_workspace;
    int m_files = 0;
};

/// Does to a store what a careless or a dishonest hand could do: SQL past every check of the program, without
/// the triggers that guard the ledger.
void runSql(const std::filesystem::path &store, std::string_view sql);
/// The first column of the first row.
std::string askSql(const std::filesystem::path &store, std::string_view sql);

/// Why a statement is not carried out, every trigger in its place; empty = it was.
std::string problemOfSql(const std::filesystem::path &store, std::string_view sql);

/// The names of the acts of a case in order, joined by blanks.
std::string actsOf(const tongban::service::CaseStory &story);

/// The problems of a refused act, joined by blanks; empty when it was done.
std::string problemsOf(const tongban::service::ActOutcome &outcome);

} // namespace tests
