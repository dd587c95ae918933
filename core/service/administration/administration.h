// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/accounts/accounts.h"
#include "core/service/administration/backup.h"
#include "core/service/administration/calendars.h"
#include "core/service/administration/catalogues.h"
#include "core/service/administration/connections.h"
#include "core/service/audit/office_record.h"
#include "core/service/workspace/vault.h"

namespace tongban::service {

/// What an account form offers to choose from, and who has an account.
struct AccountBook {
    struct Place {
        std::string code;
        std::string nameZh;
        std::string nameEn;
        std::string hall; ///< Of a window.
    };
    std::vector<Account> accounts;
    std::vector<std::pair<permit::Role, permit::Title>> roles; ///< Of the staff.
    std::vector<Place> organisations;
    std::vector<Place> halls;
    std::vector<Place> windows;
};

/// Whether and how the personal data of this office is sealed.
struct Protection {
    VaultStatus vault;
    WorkspaceKind kind = WorkspaceKind::Production; ///< Made-up cases are not sealed.
};

/// The use cases of an administrator. Nobody gets one without the role, so that no screen can forget to ask;
/// each change is kept with who made it. On the workspace's thread, for one job.
class AdministratorDesk
{
public:
    /// Denied unless the account exists, is enabled and holds the role of administrator.
    static Result<AdministratorDesk> open(Workspace &workspace, std::string_view account);

    Result<AccountBook> accountBook() const;
    Result<std::vector<AccountProblem>> addAccount(const Account &account, std::string_view password) const;
    /// Name of the person, roles and places; the account's own name and state stay.
    Result<std::vector<AccountProblem>> changeAccount(const Account &account) const;
    Result<std::vector<AccountProblem>> setPassword(std::string_view account,
                                                    std::string_view password) const;
    Result<std::vector<AccountProblem>> setDisabled(std::string_view account, bool disabled) const;

    Result<CatalogueImport> importCatalogue(const CatalogueImportOptions &options) const;

    Result<std::vector<CalendarYear>> calendarYears() const;
    Result<CalendarImport> importCalendar(const std::filesystem::path &file, Rehearse rehearse) const;

    Result<std::vector<Connection>> connections() const;

    Result<Protection> protection() const;
    /// Closes the vault with another passphrase. Denied when `present` is not the one it opens with now;
    /// NotFound when nothing is sealed. Takes a second or two.
    Result<> changePassphrase(std::string_view present, std::string_view wanted) const;
    /// A new recovery code, shown once; the old one opens nothing from then on. NotFound when nothing is
    /// sealed.
    Result<std::string> renewRecoveryCode() const;

    /// What was changed in the office; see officeRecord().
    Result<OfficePage> record(std::int64_t before, int limit) const;

    Result<WorkspaceBackup> backUp(const std::filesystem::path &target, const Progress &progress) const;
    Result<RestoreReport> restore(const std::filesystem::path &backup, const std::filesystem::path &target,
                                  const Progress &progress) const;

private:
    AdministratorDesk(Workspace &workspace, std::string account)
        : m_workspace(&workspace), m_account(std::move(account))
    {
    }

    /// Whether somebody else could still administer this office.
    Result<bool> isReplaceable(std::string_view account) const;

    Workspace *m_workspace;
    std::string m_account;
};

} // namespace tongban::service
