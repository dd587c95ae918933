// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/administration/audit_model.h"

#include "ui/base/text.h"
#include "ui/base/when_done.h"
#include "ui/words/actor_words.h"
#include "ui/words/reason_words.h"

namespace tongban::ui {

namespace {

constexpr int kPage = 200;

} // namespace

AuditModel::AuditModel(service::WorkspaceThread &workspace, approval::Language language, std::string account,
                       QObject *parent)
    : PagedTableModel(parent), m_workspace(workspace), m_language(language), m_account(std::move(account))
{
}

void AuditModel::find(const service::AuditFilter &filter)
{
    m_filter = filter;
    restart();
}

QString AuditModel::serialAt(int row) const
{
    return row < 0 || row >= rowCount() ? QString() : qt(m_entries[static_cast<std::size_t>(row)].serial);
}

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int AuditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AuditModel::word(const permit::Title &title) const
{
    return qt(m_language == approval::Language::Chinese ? title.zh : title.en);
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const service::AuditEntry &entry = m_entries[static_cast<std::size_t>(index.row())];
    if (role == Qt::AccessibleTextRole && index.column() == 0)
        return tr("%1 %2 %3 %4")
            .arg(minuteText(entry.at), actorTitle(entry.actor), word(entry.act), qt(entry.serial));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (static_cast<Column>(index.column())) {
    case Time: return minuteText(entry.at);
    case Actor: return actorTitle(entry.actor);
    case Role: return word(entry.role);
    case Act: return word(entry.act);
    case Case: return qt(entry.serial);
    case Reason: return reasonSentence(entry.reason, entry.finding);
    case Basis: return qt(entry.basis);
    case Place: return QStringLiteral("%1/%2").arg(entry.district).arg(entry.n);
    case ColumnCount: break;
    }
    return {};
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Time: return tr("Time");
    case Actor: return tr("Who");
    case Role: return tr("As");
    case Act: return tr("Act");
    case Case: return tr("Case");
    case Reason: return tr("Reason");
    case Basis: return tr("Basis");
    case Place: return tr("Place in the chain");
    case ColumnCount: break;
    }
    return {};
}

void AuditModel::clearRows()
{
    m_entries.clear();
    m_next = 0;
}

void AuditModel::requestPage(int generation)
{
    const auto read = [account = m_account, filter = m_filter, before = m_next,
                       language = m_language](service::Workspace &workspace) {
        return service::auditPage(workspace, account, filter, before, kPage, language);
    };
    whenDone(this, m_workspace.run(read),
             [this, generation](const Result<service::AuditPage> &page) { take(generation, page); });
}

void AuditModel::take(int generation, const Result<service::AuditPage> &page)
{
    if (!page)
        return failPage(generation, page.error());
    if (!isCurrent(generation))
        return;
    if (!page->acts.empty())
        Q_EMIT actsKnown(page->acts);
    m_next = page->next;
    if (page->entries.empty() && m_next != 0) {
        Q_EMIT searching();
        return requestPage(generation); // an act that is rare: the next stretch
    }
    addPage(generation, static_cast<int>(page->entries.size()), m_next == 0,
            [&] { m_entries.insert(m_entries.end(), page->entries.begin(), page->entries.end()); });
}

} // namespace tongban::ui
