// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/administration/catalogues.h"
#include "core/service/centre/background_sync.h"
#include "core/service/workspace/beside.h"
#include "tests/core/central/joined_office.h"
#include "tests/support/patience.h"

#include <QTest>

#include <atomic>
#include <filesystem>
#include <fstream>

using namespace tests;
using namespace tongban;
using namespace tongban::service;
using permit::Act;
using permit::Role;

namespace {

/// In the line that begins so.
void replaceIn(const std::filesystem::path &file, std::string_view line, std::string_view before,
               std::string_view after)
{
    std::string text = readFile(file);
    const std::size_t at = text.find(before, text.find(line));
    if (text.find(line) == std::string::npos || at > text.find('\n', text.find(line) + 1))
        qFatal("the shipped catalogue is not what it was");
    text.replace(at, before.size(), after);
    std::ofstream(file, std::ios::binary) << text;
}

} // namespace

/// A copy that lives longer than what it was made with: a new catalogue, a program that reads more.
class TstCopyUpkeep : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theLineWorksByTheCatalogueThatWasTakenUp();
    void aCopyMadeByAProgramThatReadLessIsFilledUp();

private:
    /// The shipped catalogue, in which the item is decided within so many working days.
    std::filesystem::path catalogueWithin(const Office &office, int days) const;
    void takeUp(Office &office, int days) const;
    std::unique_ptr<JoinedOffice> join(const char *login, const std::vector<std::string> &roles) const;
    void takeInAndAccept(int person) const;
    static std::optional<Date> due(JoinedOffice &desk, int person)
    {
        return desk.office.story(person).line.due;
    }

    std::unique_ptr<central::MadeCentre> m_centre;
    std::unique_ptr<JoinedOffice> m_there; ///< Takes in and decides.
    SystemClock m_clock;
};

/// A centre without cases: only a workspace without any takes up another catalogue for today.
void TstCopyUpkeep::init()
{
    m_centre = std::make_unique<central::MadeCentre>();
    m_there = join("there", {"clerk", "approver", "supervisor"});
}

void TstCopyUpkeep::cleanup()
{
    m_there.reset();
    m_centre.reset();
}

std::unique_ptr<JoinedOffice> TstCopyUpkeep::join(const char *login,
                                                  const std::vector<std::string> &roles) const
{
    auto desk = std::make_unique<JoinedOffice>(*m_centre, login, roles);
    desk->office.clock.set(m_clock.now());
    return desk;
}

std::filesystem::path TstCopyUpkeep::catalogueWithin(const Office &office, int days) const
{
    const auto folder = office.directory() / ("catalogue-" + std::to_string(days));
    std::filesystem::copy(Office::resources() / "catalogue", folder,
                          std::filesystem::copy_options::recursive);
    replaceIn(folder / "items.csv", "\nKY-001,1,", ",SZJT,20,10,", ",SZJT,20," + std::to_string(days) + ",");
    // The other steps have four days.
    replaceIn(folder / "steps.csv", "\nKY-001,1,review,", ",14,6\n",
              ",14," + std::to_string(days - 4) + "\n");
    return folder;
}

void TstCopyUpkeep::takeUp(Office &office, int days) const
{
    CatalogueImportOptions options;
    options.folder = catalogueWithin(office, days);
    options.from = officialDate(m_clock.now());
    options.replace = true;
    QVERIFY(must(importCatalogue(office.workspace(), options)).stored);
}

void TstCopyUpkeep::takeInAndAccept(int person) const
{
    m_there->takeIn(person);
    QCOMPARE(m_there->problems(person, Role::Clerk, actRequest(Act::Accept)), std::string());
    QVERIFY(m_there->sync().isFinished());
}

void TstCopyUpkeep::theLineWorksByTheCatalogueThatWasTakenUp()
{
    const auto here = join("here", {"clerk"});
    std::atomic<std::int64_t> pulled = 0;
    std::atomic<bool> isOnline = false;
    BackgroundOptions options;
    options.every = std::chrono::milliseconds(50);
    BackgroundSync line(
        besideOf(here->office.workspace(), OpenMode::Write),
        [&](const LinkNews &news) {
            pulled = news.pulled;
            isOnline = news.state == LinkState::Online;
        },
        options);
    EVENTUALLY(isOnline);
    takeUp(here->office, 7);
    const auto fresh = join("fresh", {"clerk"});
    takeUp(fresh->office, 7);
    fresh->office.reopen();

    takeInAndAccept(1);
    line.wake();
    EVENTUALLY_COMPARE(pulled.load(), std::int64_t{2});
    QVERIFY(fresh->sync().isFinished());
    QVERIFY(due(*fresh, 1) != due(*m_there, 1));
    QVERIFY(due(*here, 1) == due(*fresh, 1));
}

/// As a program left it that did not read until when a suspension was planned.
void TstCopyUpkeep::aCopyMadeByAProgramThatReadLessIsFilledUp()
{
    takeInAndAccept(1);
    permit::ActRequest suspend = actRequest(Act::Suspend, "专家评审");
    suspend.suspension = permit::SuspensionKind::ExpertReview;
    suspend.document = "深交中止〔2026〕7号";
    suspend.dueOn = officialDate(m_clock.now()) + std::chrono::days(9);
    QCOMPARE(m_there->problems(1, Role::Approver, suspend), std::string());
    QVERIFY(m_there->sync().isFinished());
    const auto here = join("here", {"clerk"});
    QVERIFY(here->sync().isFinished());
    const permit::CaseState whole = here->office.story(1).state;
    QVERIFY(whole.suspensions.back().plannedEnd == suspend.dueOn);
    QVERIFY(due(*here, 1) == suspend.dueOn);

    runSql(here->office.folder() / "store.sqlite",
           "UPDATE case_state SET due = due + 30, details = json_remove(details, "
           "'$.suspensions[0].planned_end');"
           "DELETE FROM meta WHERE key = 'standings_reading'");
    QVERIFY(!here->office.story(1).state.suspensions.back().plannedEnd);
    QVERIFY(here->sync().isFinished());
    QVERIFY(here->office.story(1).state == whole);
    QVERIFY(due(*here, 1) == suspend.dueOn);
}

QTEST_GUILESS_MAIN(TstCopyUpkeep)
#include "tst_copy_upkeep.moc"
