// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/administration/administration.h"

#include "core/service/accounts/account_rows.h"
#include "core/service/audit/office_note.h"
#include "core/service/workspace/workspace_parts.h"

#include <algorithm>
#include <array>

namespace tongban::service {

using permit::Role;

namespace {

constexpr std::array kStaff{Role::Clerk, Role::Approver, Role::Supervisor, Role::Administrator};

} // namespace

Result<AdministratorDesk> AdministratorDesk::open(Workspace &workspace, std::string_view account)
{
    const auto row = TRY(workspace.parts().store->accounts().byName(account));
    if (!row || row->disabled || !accountOf(*row).holds(Role::Administrator))
        return fail(ErrorCode::Denied, "only an administrator of this office may do that");
    return AdministratorDesk(workspace, std::string(account));
}

Result<bool> AdministratorDesk::isReplaceable(std::string_view account) const
{
    const auto accounts = TRY(listAccounts(*m_workspace));
    return std::ranges::any_of(accounts, [account](const Account &other) {
        return other.name != account && !other.disabled && other.holds(Role::Administrator);
    });
}

Result<AccountBook> AdministratorDesk::accountBook() const
{
    AccountBook book;
    book.accounts = TRY(listAccounts(*m_workspace));
    for (const Role role : kStaff)
        book.roles.emplace_back(role, m_workspace->resources().workflow->title(role));
    const permit::Catalogue &catalogue = m_workspace->catalogue();
    for (const permit::Organisation &body : catalogue.organisations())
        book.organisations.push_back({body.code, body.nameZh, body.nameEn, {}});
    for (const permit::Hall &hall : catalogue.halls())
        book.halls.push_back({hall.code, hall.nameZh, hall.nameEn, {}});
    for (const permit::Window &window : catalogue.windows())
        book.windows.push_back({window.window, window.window, window.window, window.hall});
    return book;
}

Result<std::vector<AccountProblem>> AdministratorDesk::addAccount(const Account &account,
                                                                  std::string_view password) const
{
    return service::addAccount(*m_workspace, account, password, m_account);
}

Result<std::vector<AccountProblem>> AdministratorDesk::changeAccount(const Account &account) const
{
    if (!account.holds(Role::Administrator) && !TRY(isReplaceable(account.name)))
        return std::vector{AccountProblem::LastAdministrator};
    return service::changeAccount(*m_workspace, account, m_account);
}

Result<std::vector<AccountProblem>> AdministratorDesk::setPassword(std::string_view account,
                                                                   std::string_view password) const
{
    return service::setPassword(*m_workspace, account, password, m_account);
}

Result<std::vector<AccountProblem>> AdministratorDesk::setDisabled(std::string_view account,
                                                                   bool disabled) const
{
    if (disabled && !TRY(isReplaceable(account)))
        return std::vector{AccountProblem::LastAdministrator};
    TRY(service::setDisabled(*m_workspace, account, disabled, m_account));
    return std::vector<AccountProblem>();
}

Result<CatalogueImport> AdministratorDesk::importCatalogue(const CatalogueImportOptions &options) const
{
    CatalogueImportOptions mine = options;
    mine.by = m_account;
    return service::importCatalogue(*m_workspace, mine);
}

Result<std::vector<CalendarYear>> AdministratorDesk::calendarYears() const
{
    return service::calendarYears(*m_workspace);
}

Result<CalendarImport> AdministratorDesk::importCalendar(const std::filesystem::path &file,
                                                         Rehearse rehearse) const
{
    CalendarImport done = TRY(service::importCalendar(*m_workspace, file, rehearse));
    if (done.stored)
        TRY(noteOfficeChangeAlone(*m_workspace, OfficeChangeKind::CalendarImported, m_account,
                                  std::to_string(done.year),
                                  {{"days", "0", std::to_string(done.changes.size())}}));
    return done;
}

Result<Protection> AdministratorDesk::protection() const
{
    return Protection{TRY(vaultStatus(m_workspace->folder())), m_workspace->kind()};
}

Result<> AdministratorDesk::changePassphrase(std::string_view present, std::string_view wanted) const
{
    if (!m_workspace->key())
        return fail(ErrorCode::NotFound, "this office is not sealed");
    const auto file = TRY(vault::VaultFile::read(m_workspace->folder()));
    // The window may be open while its person is away.
    if (file.has(vault::Slot::Passphrase))
        TRY(file.openWithPassphrase(present));
    // Noted first: what cannot be written down is not done.
    auto transaction = TRY(m_workspace->parts().store->begin());
    TRY(noteOfficeChange(*m_workspace, OfficeChangeKind::PassphraseChanged, m_account, {}));
    TRY(service::changePassphrase(m_workspace->folder(), m_workspace->key(), wanted));
    return transaction.commit();
}

Result<std::string> AdministratorDesk::renewRecoveryCode() const
{
    if (!m_workspace->key())
        return fail(ErrorCode::NotFound, "this office is not sealed");
    auto transaction = TRY(m_workspace->parts().store->begin());
    TRY(noteOfficeChange(*m_workspace, OfficeChangeKind::RecoveryCodeRenewed, m_account, {}));
    std::string code = TRY(service::renewRecoveryCode(m_workspace->folder(), m_workspace->key()));
    TRY(transaction.commit());
    return code;
}

Result<OfficePage> AdministratorDesk::record(std::int64_t before, int limit) const
{
    return officeRecord(*m_workspace, before, limit);
}

Result<std::vector<Connection>> AdministratorDesk::connections() const
{
    return service::connections(*m_workspace);
}

Result<WorkspaceBackup> AdministratorDesk::backUp(const std::filesystem::path &target,
                                                  const Progress &progress) const
{
    return backUpWorkspace(*m_workspace, target, progress);
}

Result<RestoreReport> AdministratorDesk::restore(const std::filesystem::path &backup,
                                                 const std::filesystem::path &target,
                                                 const Progress &progress) const
{
    return restoreWorkspace(*m_workspace, backup, target, progress);
}

} // namespace tongban::service
