// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/accounts/accounts.h"
#include "tests/core/service/office.h"

#include <QTest>

using namespace tests;
using namespace tongban;
using namespace tongban::service;
using permit::Role;

/// Who may work in an office: by password, by role, and nobody else once there are accounts.
class TstAccounts : public QObject
{
    Q_OBJECT

private slots:
    void theRightPasswordAloneLetsIn();
    void thePasswordIsKeptNowhere();
    void badAccountsAreRefusedWithEveryReason();
    void guessingIsSlowedAndTheOwnerStillGetsIn();
    void aDisabledAccountStaysOutAndItsPasswordCanBeChanged();
    void onlyAccountsActOnceThereAreSome();
    void theSecondSignatureIsAnAccountsToo();
    void practicePasswordsAreShownInADemonstrationAlone();
    void theRoleOfAnActIsTheOneThatIsAskedLeast();

private:
    static Account person(std::string name, std::vector<Role> roles)
    {
        Account account;
        account.name = std::move(name);
        account.displayName = "李明";
        account.roles = std::move(roles);
        return account;
    }
    static SignInAnswer tryIn(Office &office, const std::string &name, const std::string &password)
    {
        return must(signIn(office.workspace(), {name, password}));
    }
    static void add(Office &office, const Account &account, std::string_view password)
    {
        QVERIFY(must(addAccount(office.workspace(), account, password, {})).empty());
    }
};

void TstAccounts::theRightPasswordAloneLetsIn()
{
    Office office;
    add(office, person("liming", {Role::Clerk, Role::Approver}), "correct horse");
    const SignInAnswer in = tryIn(office, "liming", "correct horse");
    QVERIFY(in.signedIn.has_value());
    QVERIFY(in.signedIn->account.holds(Role::Approver));
    for (const auto &[name, password] :
         {std::pair("liming", "correct horsf"), {"liming", ""}, {"limin", "correct horse"}})
        QCOMPARE(tryIn(office, name, password).problem, SignInAnswer::Problem::WrongNameOrPassword);
}

void TstAccounts::thePasswordIsKeptNowhere()
{
    Office office;
    add(office, person("liming", {Role::Clerk}), "correct horse");
    const auto store = office.folder() / "store.sqlite";
    office.close();
    const std::string kept = askSql(store, "SELECT password FROM account");
    QVERIFY(kept.starts_with("$argon2id$"));
    QVERIFY(askSql(store, "SELECT group_concat(name || display_name || password) FROM account").find("horse")
            == std::string::npos);
}

void TstAccounts::badAccountsAreRefusedWithEveryReason()
{
    Office office;
    Account bad = person("Li Ming", {Role::System});
    bad.displayName = " ";
    bad.organisation = "NOBODY";
    bad.hall = "SZ";
    bad.window = "99";
    const auto problems = must(addAccount(office.workspace(), bad, "short", {}));
    const std::vector wanted{AccountProblem::NameInvalid,    AccountProblem::DisplayNameMissing,
                             AccountProblem::RoleNotOfStaff, AccountProblem::OrganisationUnknown,
                             AccountProblem::WindowUnknown,  AccountProblem::PasswordShort};
    QVERIFY(problems == wanted);
    QVERIFY(must(listAccounts(office.workspace())).empty());
    add(office, person("liming", {Role::Clerk}), "correct horse");
    QVERIFY(must(addAccount(office.workspace(), person("liming", {Role::Clerk}), "correct horse", {}))
            == std::vector{AccountProblem::NameTaken});
}

void TstAccounts::guessingIsSlowedAndTheOwnerStillGetsIn()
{
    Office office;
    add(office, person("liming", {Role::Clerk}), "correct horse");
    for (int i = 0; i < 5; ++i)
        QCOMPARE(tryIn(office, "liming", "guess").problem, SignInAnswer::Problem::WrongNameOrPassword);
    const SignInAnswer held = tryIn(office, "liming", "correct horse");
    QCOMPARE(held.problem, SignInAnswer::Problem::WaitFirst);
    QCOMPARE(held.waitSeconds, 30);
    office.clock.set(office.clock.now() + std::chrono::seconds(30));
    QVERIFY(tryIn(office, "liming", "correct horse").signedIn.has_value());
    QCOMPARE(tryIn(office, "liming", "guess").problem, SignInAnswer::Problem::WrongNameOrPassword);
}

void TstAccounts::aDisabledAccountStaysOutAndItsPasswordCanBeChanged()
{
    Office office;
    add(office, person("liming", {Role::Clerk}), "correct horse");
    QVERIFY(setDisabled(office.workspace(), "liming", true, "boss"));
    QCOMPARE(tryIn(office, "liming", "correct horse").problem, SignInAnswer::Problem::Disabled);
    QVERIFY(setDisabled(office.workspace(), "liming", false, "boss"));
    QVERIFY(must(setPassword(office.workspace(), "liming", "another horse", "boss")).empty());
    QVERIFY(!tryIn(office, "liming", "correct horse").signedIn);
    QVERIFY(tryIn(office, "liming", "another horse").signedIn.has_value());
    QCOMPARE(setDisabled(office.workspace(), "nobody", true, {}).error().code, ErrorCode::NotFound);
}

void TstAccounts::onlyAccountsActOnceThereAreSome()
{
    Office office;
    office.takeIn({ApplicationLine{}});
    permit::ActRequest request;
    request.act = permit::Act::Refer;
    request.reason = "先由人看";
    add(office, person("liming", {Role::Clerk}), "correct horse");
    QCOMPARE(problemsOf(office.act(1, "somebody", Role::Clerk, request)), std::string("account_unknown"));
    QCOMPARE(problemsOf(office.act(1, "liming", Role::Approver, request)), std::string("role_not_held"));
    QVERIFY(setDisabled(office.workspace(), "liming", true, {}));
    QCOMPARE(problemsOf(office.act(1, "liming", Role::Clerk, request)), std::string("account_unknown"));
    QVERIFY(setDisabled(office.workspace(), "liming", false, {}));
    QCOMPARE(problemsOf(office.act(1, "liming", Role::Clerk, request)), std::string());
}

void TstAccounts::theSecondSignatureIsAnAccountsToo()
{
    Office office;
    office.takeIn({ApplicationLine{}});
    add(office, person("shenpi", {Role::Approver}), "correct horse");
    add(office, person("fuze", {Role::Supervisor}), "correct horse");
    permit::ActRequest accept;
    accept.act = permit::Act::Accept;
    QCOMPARE(problemsOf(office.act(1, "shenpi", Role::Approver, accept)), std::string());
    permit::ActRequest grant;
    grant.act = permit::Act::Grant;
    grant.reason = "规则暂不能用";
    grant.basis = "《行政许可法》第三十八条";
    grant.signer = permit::Signature{"somebody", Role::Supervisor};
    QCOMPARE(problemsOf(office.act(1, "shenpi", Role::Approver, grant)), std::string("account_unknown"));
    grant.signer = permit::Signature{"shenpi", Role::Supervisor};
    QCOMPARE(problemsOf(office.act(1, "shenpi", Role::Approver, grant)), std::string("role_not_held"));
    grant.signer = permit::Signature{"fuze", Role::Supervisor};
    QCOMPARE(problemsOf(office.act(1, "shenpi", Role::Approver, grant)), std::string());
}

void TstAccounts::practicePasswordsAreShownInADemonstrationAlone()
{
    Office office;
    QVERIFY(!must(signInPage(office.workspace())).hasAccounts);
    QVERIFY(addPracticeAccounts(office.workspace()));
    QVERIFY(addPracticeAccounts(office.workspace()));
    const SignInPage page = must(signInPage(office.workspace()));
    QCOMPARE(page.practice.size(), std::size_t(4));
    for (const auto &one : page.practice)
        QVERIFY(tryIn(office, one.name, one.password).signedIn.has_value());
    QVERIFY(must(setPassword(office.workspace(), "head", "no longer shown", {})).empty());
    QCOMPARE(must(signInPage(office.workspace())).practice.size(), std::size_t(3));
    const TemporaryDirectory folder;
    const auto service = must(
        Workspace::create(folder / "office", Office::resources(), WorkspaceKind::Production, office.clock));
    QCOMPARE(addPracticeAccounts(*service).error().code, ErrorCode::Denied);
    QVERIFY(must(signInPage(*service)).practice.empty());
}

void TstAccounts::theRoleOfAnActIsTheOneThatIsAskedLeast()
{
    Office office;
    const permit::Workflow &workflow = *office.workspace().resources().workflow;
    const SignedIn both{person("liming", {Role::Approver, Role::Supervisor})};
    QCOMPARE(both.roleFor(workflow, permit::State::Referred, permit::Act::Extend), Role::Supervisor);
    QCOMPARE(both.roleFor(workflow, permit::State::Referred, permit::Act::Grant), Role::Approver);
    QVERIFY(!both.roleFor(workflow, permit::State::Granted, permit::Act::DeliverInPerson));
}

QTEST_APPLESS_MAIN(TstAccounts)
#include "tst_accounts.moc"
