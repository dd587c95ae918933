// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/rules/rule_html.h"

#include "ui/base/text.h"

#include <QCoreApplication>
#include <QStringList>

namespace tongban::ui {

namespace {

class RuleHtml
{
    Q_DECLARE_TR_FUNCTIONS(tongban::ui::RuleHtml)

public:
    static QString status(approval::PublicationStatus status)
    {
        switch (status) {
        case approval::PublicationStatus::Draft: return tr("draft");
        case approval::PublicationStatus::Published: return tr("published");
        case approval::PublicationStatus::Withdrawn: return tr("withdrawn");
        }
        return {};
    }

    static QString version(const service::RuleVersion &version)
    {
        return version.to ? tr("Version %1, %2, in force from %3 to %4")
                                .arg(version.version)
                                .arg(status(version.status), dayText(version.from), dayText(*version.to))
                          : tr("Version %1, %2, in force since %3")
                                .arg(version.version)
                                .arg(status(version.status), dayText(version.from));
    }

    static QStringList about(const service::RuleSheet &sheet)
    {
        QStringList signers;
        for (const std::string &name : sheet.signedBy)
            signers += qt(name);
        QStringList laws;
        for (const approval::LegalSource &law : sheet.laws)
            laws += tr("%1 [%2]").arg(qt(law.title), qt(law.status));
        QStringList lines{tr("%1 (%2). %3").arg(qt(sheet.title), qt(sheet.code), version(sheet.version))};
        if (!signers.isEmpty())
            lines += tr("Signed by %1. Impact assessment: %2.")
                         .arg(signers.join(tr(", ")), qt(sheet.impactAssessment));
        lines += tr("Laws: %1").arg(laws.join(tr("; ")));
        lines += tr("Digest of the model (SHA-256): %1").arg(qt(sheet.modelDigest));
        return lines;
    }

    static QStringList titles(const approval::RuleTable &table)
    {
        QStringList titles{tr("No.")};
        for (const std::string &title : table.conditions)
            titles += qt(title);
        for (const std::string &title : table.results)
            titles += tr("→ %1").arg(qt(title));
        return titles += tr("Article");
    }

    static QStringList cells(const approval::RuleTable &table, std::size_t row)
    {
        const approval::RuleRow &rule = table.rows[row];
        QStringList cells{QString::number(row + 1)};
        for (const std::string &condition : rule.conditions)
            cells += condition.empty() ? tr("any") : qt(condition);
        for (const std::string &result : rule.results)
            cells += qt(result);
        return cells += qt(rule.article);
    }
};

QString htmlRow(const QStringList &cells, const QString &tag)
{
    QString row;
    for (const QString &cell : cells)
        row += QStringLiteral("<%1>%2</%1>").arg(tag, cell.toHtmlEscaped());
    return QStringLiteral("<tr>%1</tr>\n").arg(row);
}

} // namespace

QString versionText(const service::RuleVersion &version)
{
    return RuleHtml::version(version);
}

QString aboutText(const service::RuleSheet &sheet)
{
    return RuleHtml::about(sheet).join(QLatin1Char('\n'));
}

QString sheetText(const service::RuleSheet &sheet)
{
    QStringList lines = RuleHtml::about(sheet);
    for (const approval::RuleTable &table : sheet.tables) {
        lines << QString() << qt(table.name) << qt(table.policy)
              << RuleHtml::titles(table).join(QLatin1Char('\t'));
        for (std::size_t row = 0; row < table.rows.size(); ++row)
            lines += RuleHtml::cells(table, row).join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

QString sheetHtml(const service::RuleSheet &sheet)
{
    QString page =
        QStringLiteral("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>%1</title>\n"
                       "<style>@page{size:A4 landscape;margin:15mm}"
                       "table{border-collapse:collapse;font-size:9pt}"
                       "th,td{border:1px solid #000;padding:3px;text-align:left;vertical-align:top}"
                       "thead{display:table-header-group}tr{page-break-inside:avoid}</style></head>"
                       "<body>\n<h1>%1</h1>\n")
            .arg(qt(sheet.title).toHtmlEscaped());
    const QStringList about = RuleHtml::about(sheet);
    for (const QString &line : about)
        page += QStringLiteral("<p>%1</p>\n").arg(line.toHtmlEscaped());
    for (const approval::RuleTable &table : sheet.tables) {
        page += QStringLiteral("<h2>%1</h2>\n<p>%2</p>\n<table><thead>%3</thead><tbody>\n")
                    .arg(qt(table.name).toHtmlEscaped(), qt(table.policy).toHtmlEscaped(),
                         htmlRow(RuleHtml::titles(table), QStringLiteral("th")));
        for (std::size_t row = 0; row < table.rows.size(); ++row)
            page += htmlRow(RuleHtml::cells(table, row), QStringLiteral("td"));
        page += QStringLiteral("</tbody></table>\n");
    }
    return page + QStringLiteral("</body></html>\n");
}

} // namespace tongban::ui
