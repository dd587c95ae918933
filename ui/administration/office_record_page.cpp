// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/administration/office_record_page.h"

#include "ui/base/text.h"

#include <QCoreApplication>
#include <QVBoxLayout>

#include <algorithm>

namespace tongban::ui {

namespace {

using service::OfficeChangeKind;

constexpr int kPage = 200;

class OfficeWords
{
    Q_DECLARE_TR_FUNCTIONS(tongban::ui::OfficeWords)

public:
    static QString kind(OfficeChangeKind kind)
    {
        switch (kind) {
        case OfficeChangeKind::AccountAdded: return tr("account added");
        case OfficeChangeKind::AccountChanged: return tr("account changed");
        case OfficeChangeKind::PasswordSet: return tr("new password set");
        case OfficeChangeKind::AccountDisabled: return tr("account disabled");
        case OfficeChangeKind::AccountEnabled: return tr("account enabled");
        case OfficeChangeKind::PassphraseChanged: return tr("passphrase of the office changed");
        case OfficeChangeKind::RecoveryCodeRenewed: return tr("new recovery code made");
        case OfficeChangeKind::CatalogueImported: return tr("catalogue imported");
        case OfficeChangeKind::CalendarImported: return tr("calendar of a year imported");
        }
        return {};
    }

    static QString field(const std::string &field)
    {
        if (field == "name")
            return tr("person");
        if (field == "roles")
            return tr("roles");
        if (field == "organisation")
            return tr("body");
        if (field == "hall")
            return tr("hall");
        if (field == "window")
            return tr("window");
        if (field == "from")
            return tr("in force from");
        if (field == "document")
            return tr("by the paper");
        if (field == "days")
            return tr("days changed");
        return field == "digest" ? tr("digest") : qt(field);
    }

    static QString machine() { return tr("command line of this machine"); }
    static QString unknown() { return tr("written by a newer program"); }
    static QString difference(const QString &field, const QString &before, const QString &after)
    {
        if (before.isEmpty())
            return tr("%1: %2").arg(field, after);
        return tr("%1: %2 → %3").arg(field, before, after.isEmpty() ? tr("none") : after);
    }
};

} // namespace

OfficeRecordPage::OfficeRecordPage(AdministrationContext given, QWidget *parent)
    : AdministrationPage(std::move(given), parent), m_note(new QLabel(this)),
      m_table(new ValueTable(tr("Changes of the office"),
                             {tr("No."), tr("When"), tr("By"), tr("What"), tr("Whom or which"), tr("How")},
                             this)),
      m_earlier(new QPushButton(tr("Show &earlier ones"), this))
{
    m_note->setWordWrap(true);
    m_note->setText(
        tr("Nothing is ever taken out of this list; the check of the record goes through its chain too."));
    m_table->setObjectName(QStringLiteral("officeRecord"));
    m_earlier->setObjectName(QStringLiteral("officeEarlier"));
    m_earlier->setEnabled(false);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_note);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_earlier, 0, Qt::AlignLeft);
    connect(m_earlier, &QPushButton::clicked, this, [this] { read(m_next); });
}

void OfficeRecordPage::load()
{
    const auto book = [](const service::AdministratorDesk &desk) {
        return desk.accountBook();
    };
    ask(book, [this](const service::AccountBook &names) {
        m_book = names;
        m_rows.clear();
        read(0);
    });
}

void OfficeRecordPage::read(std::int64_t before)
{
    const auto page = [before](const service::AdministratorDesk &desk) {
        return desk.record(before, kPage);
    };
    ask(page, [this](const service::OfficePage &found) {
        for (const service::OfficeEntry &entry : found.entries)
            m_rows.append(row(entry));
        m_table->setRows(m_rows);
        m_next = found.next;
        m_earlier->setEnabled(m_next != 0);
    });
}

QStringList OfficeRecordPage::row(const service::OfficeEntry &entry) const
{
    QStringList how;
    for (const service::OfficeDifference &difference : entry.differences)
        how.append(OfficeWords::difference(OfficeWords::field(difference.field),
                                           value(difference.field, difference.before),
                                           value(difference.field, difference.after)));
    return {QString::number(entry.n),
            minuteText(entry.at),
            entry.actor == "machine" ? OfficeWords::machine() : qt(entry.actor),
            entry.kind ? OfficeWords::kind(*entry.kind) : OfficeWords::unknown(),
            qt(entry.subject),
            how.join(tr("; "))};
}

QString OfficeRecordPage::value(const std::string &field, const std::string &stored) const
{
    const auto placeIn = [&](const std::vector<service::AccountBook::Place> &places) {
        for (const auto &place : places)
            if (place.code == stored)
                return context().word({place.nameZh, place.nameEn});
        return qt(stored);
    };
    if (field == "organisation")
        return placeIn(m_book.organisations);
    if (field == "hall")
        return placeIn(m_book.halls);
    if (field == "digest")
        return qt(stored).left(12);
    if (field != "roles")
        return qt(stored);
    QStringList roles;
    for (const QString &role : qt(stored).split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        const auto parsed = permit::parseRole(utf8(role));
        const auto title = std::ranges::find_if(
            m_book.roles, [&](const auto &known) { return parsed && known.first == *parsed; });
        roles.append(title == m_book.roles.end() ? role : context().word(title->second));
    }
    return roles.join(tr(", "));
}

} // namespace tongban::ui
