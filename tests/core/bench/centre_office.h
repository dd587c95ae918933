// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/bench/scratch_centre.h"
#include "core/central/access.h"
#include "core/central/pull.h"
#include "core/permit/act.h"
#include "core/service/centre/centre_sync.h"
#include "tests/support/temporary_directory.h"

#include <QByteArray>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace tests {

using namespace tongban;

/// A workspace that belongs to the centre.
struct OfficeDesk {
    std::filesystem::path folder;
    std::unique_ptr<service::Workspace> workspace;
    std::unique_ptr<service::CentreSync> sync;

    std::filesystem::path store() const { return folder / "store.sqlite"; }

    /// "check_in" on a case with a reason of its own; false = it was not carried out.
    bool checkIn(const std::string &caseKey, const std::string &reason) const;
    /// Accepts or grants it as an approver of this name.
    bool decide(const std::string &approver, permit::Act act, const std::string &caseKey,
                const std::string &reason) const;
    /// Rounds until one finishes; aborts when none of many does.
    void drain() const;
    /// As if the program ended.
    void close();
};

/// An application on paper, taken in at a window under a number of its own; false = it was not.
bool takeInPaper(service::Workspace &workspace, int district, const std::string &number,
                 const std::string &applicant);

/// What was confirmed to people: reasons of acts, numbers of papers.
struct Confirmed {
    std::set<std::string> reasons;
    std::set<std::string> papers;
};

/// A centre with one district, cases in it, and desktops that come and go.
class CentreOffice
{
public:
    CentreOffice();
    ~CentreOffice();
    CentreOffice(const CentreOffice &) = delete;
    CentreOffice &operator=(const CentreOffice &) = delete;

    /// New applications at desktop 0; their ids.
    std::vector<std::string> takeIn(int count);
    /// Accepted by the program, so that people may decide them.
    void accept(const std::vector<std::string> &cases);

    /// A new account of staff or the worker with a device of its own.
    Uuid admit(const std::string &login, central::AccountKind kind, const std::vector<std::string> &roles);
    void join(const std::string &name, const std::string &connect, const Uuid &device);
    OfficeDesk open(const std::string &name) const;
    Result<OfficeDesk> tryToOpen(const std::string &name) const;
    void remove(const std::string &name) const { std::filesystem::remove_all(m_folder / name); }

    std::string text(const std::string &login) const;
    std::filesystem::path serverFolder() const { return m_serverFolder; }
    bench::ScratchDesktop &desktop(int number) { return m_centre->desktop(number); }
    int district() { return m_centre->desktop(0).district; }
    void administer(const std::string &sql) const;
    /// The first field that a query answers with.
    std::string value(const std::string &sql) const;

    /// Kills one of the server's processes, whichever; with it all others end without a word to anybody.
    /// Waits until the server has recovered.
    void crashServer(SeededRandom &random) const;

    /// The district's ledger; aborts when its chain does not hold.
    std::vector<central::PulledEvent> ledger();
    /// How often each act with a reason stands in the ledger.
    std::map<std::string, int> reasons();
    /// The contents of a copy made now.
    QByteArray freshCopy();

    /// What is wrong, in a sentence, once this desktop has come to rest: something confirmed that is not at
    /// the centre, an act whose reason begins so that stands there twice, an act without an answer, a copy
    /// that differs from the centre's own rows or from a copy made now, a ledger that the auditor objects to.
    /// Empty = nothing.
    std::string faultOf(const OfficeDesk &desk, const Confirmed &confirmed, const std::string &prefix);
    std::string ledgerFault() const;

private:
    TemporaryDirectory m_folder;
    std::filesystem::path m_serverFolder;
    std::unique_ptr<bench::ScratchCentre> m_centre;
    Uuid m_robot = Uuid::fromBytes({});
    std::int64_t m_robotSequence = 0;
    int m_copies = 0;
};

/// Ends the test program with a sentence: what it stands on is not there.
template <typename T>
T needed(Result<T> result)
{
    if (!result)
        qFatal("%s", result.error().detail.c_str());
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

/// TONGBAN_ROUNDS=N runs N times as much.
int rounds(int atLeast);

} // namespace tests
