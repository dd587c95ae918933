// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/rules/item_page.h"

#include "core/permit/catalogue.h"
#include "ui/base/text.h"

#include <QCoreApplication>

#include <map>

namespace tongban::ui {

namespace {

/// The page as HTML, section by section.
class Writer
{
    Q_DECLARE_TR_FUNCTIONS(tongban::ui::ItemPage)

public:
    Writer(const service::ItemSheet &sheet, Date day, approval::Language language)
        : m_sheet(sheet), m_item(sheet.item), m_day(day), m_isChinese(language == approval::Language::Chinese)
    {
    }

    QString write()
    {
        const QString name = qt(m_isChinese ? m_item.nameZh : m_item.nameEn);
        m_html = QStringLiteral("<h3>%1 %2</h3>").arg(qt(m_item.code), name.toHtmlEscaped());
        writeRefusal();
        writeFacts();
        writeLimits();
        writeMaterials();
        writePowers();
        return m_html;
    }

private:
    void heading(const QString &text) { m_html += QStringLiteral("<h4>%1</h4>").arg(text.toHtmlEscaped()); }

    void writeRefusal()
    {
        const auto refusal = permit::refusesNewCases(m_item, m_day);
        if (!refusal)
            return;
        const QString what = refusal->status == permit::ItemStatus::Cancelled
            ? tr("Cancelled since %1: it takes no new cases.")
            : tr("Transferred to society since %1: it takes no new cases here.");
        m_html += QStringLiteral("<p><b>%1</b><br>%2</p>")
                      .arg(what.arg(dayText(refusal->since)).toHtmlEscaped(),
                           tr("Basis: %1").arg(qt(refusal->basis)).toHtmlEscaped());
    }

    void row(const QString &title, const QString &value)
    {
        if (!value.isEmpty())
            m_html += QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td>%2</td></tr>")
                          .arg(title.toHtmlEscaped(), value.toHtmlEscaped());
    }

    QString yesNo(bool yes) const { return yes ? tr("yes") : tr("no"); }

    void writeFacts()
    {
        m_html += QStringLiteral("<table cellpadding=\"2\">");
        row(tr("Field"), qt(m_sheet.fieldName));
        row(tr("Halls"),
            m_item.level == permit::ItemLevel::City ? tr("city hall") : tr("halls of the districts"));
        row(tr("Power list"), qt(m_item.powerEntry));
        row(tr("Legal basis"), qt(m_item.legalBasis));
        row(tr("Holder of the power"), qt(m_sheet.organisation));
        QString versions = tr("%1, in force since %2").arg(m_item.version).arg(dayText(m_item.effectiveFrom));
        if (m_item.effectiveTo)
            versions = tr("%1, in force from %2 to %3")
                           .arg(m_item.version)
                           .arg(dayText(m_item.effectiveFrom), dayText(*m_item.effectiveTo));
        row(tr("Version"), versions);
        row(tr("Decided by"),
            m_item.ruleSet.empty() ? tr("people") : tr("rules “%1”").arg(qt(m_item.ruleSet)));
        row(tr("Visits"), m_item.visitsAllowed == 0 ? tr("none is needed") : tr("one at most"));
        row(tr("Courier"), yesNo(m_item.courier));
        row(tr("Promise instead of proof"), yesNo(m_item.promiseAllowed));
        row(tr("Limited number"), yesNo(m_item.limitedQuota));
        m_html += QStringLiteral("</table>");
    }

    void writeLimits()
    {
        heading(tr("Limits in working days"));
        m_html += QStringLiteral("<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\"><tr><th>%1</th>"
                                 "<th>%2</th><th>%3</th></tr>")
                      .arg(tr("Step"), tr("Promised"), tr("By law"));
        const auto line = [this](const QString &step, int promised, int statutory) {
            m_html += QStringLiteral("<tr><td>%1</td><td align=\"right\">%2</td><td "
                                     "align=\"right\">%3</td></tr>")
                          .arg(step)
                          .arg(promised)
                          .arg(statutory);
        };
        const QString names[] = {tr("Acceptance"), tr("Review"), tr("Decision"), tr("Delivery")};
        for (int step = 0; step < permit::kStepCount; ++step)
            line(names[step], m_item.steps[step].promisedDays, m_item.steps[step].statutoryDays);
        line(tr("In all"), m_item.promisedDays, m_item.statutoryDays);
        m_html += QStringLiteral("</table>");
    }

    QString modeWords(permit::SourceMode mode) const
    {
        switch (mode) {
        case permit::SourceMode::SharedData: return tr("shared data");
        case permit::SourceMode::ELicence: return tr("licence store");
        case permit::SourceMode::Upload: return tr("the applicant sends it");
        case permit::SourceMode::WindowScan: return tr("scanned at the window");
        case permit::SourceMode::Exempt: return tr("not asked for");
        }
        return {};
    }

    void writeMaterials()
    {
        heading(tr("Documents (%1)").arg(m_item.materials.size()));
        m_html += QStringLiteral("<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\"><tr><th>%1</th>"
                                 "<th>%2</th><th>%3</th><th>%4</th></tr>")
                      .arg(tr("No."), tr("Document"), tr("Where it comes from"), tr("May it follow"));
        for (std::size_t i = 0; i < m_item.materials.size(); ++i) {
            const permit::Material &material = m_item.materials[i];
            QString source = modeWords(material.mode);
            if (!m_sheet.evidence[i].empty())
                source = tr("%1: %2").arg(source, qt(m_sheet.evidence[i]));
            m_html += QStringLiteral("<tr><td>%1</td><td>%2</td><td>%3</td><td>%4</td></tr>")
                          .arg(material.no)
                          .arg(qt(m_isChinese ? material.nameZh : material.nameEn).toHtmlEscaped(),
                               source.toHtmlEscaped(),
                               material.importance == permit::Importance::Minor ? tr("yes, it is minor")
                                                                                : tr("no, it is a main one"));
        }
        m_html += QStringLiteral("</table>");
    }

    /// Districts in which the same body decides by the same basis stand in one line.
    void writePowers()
    {
        heading(tr("Who could decide cases received on %1").arg(dayText(m_day)));
        std::map<std::pair<std::string, std::string>, QStringList> districts;
        std::vector<const service::ItemPower *> order;
        for (const service::ItemPower &power : m_sheet.powers) {
            QStringList &names = districts[{power.organisation, power.basis}];
            if (names.isEmpty())
                order.push_back(&power);
            names += qt(power.district);
        }
        m_html += QStringLiteral("<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\"><tr><th>%1</th>"
                                 "<th>%2</th><th>%3</th></tr>")
                      .arg(tr("Body"), tr("Where"), tr("Basis"));
        for (const service::ItemPower *power : order)
            m_html +=
                QStringLiteral("<tr><td>%1</td><td>%2</td><td>%3</td></tr>")
                    .arg(qt(power->organisation).toHtmlEscaped(),
                         districts[{power->organisation, power->basis}]
                             .join(m_isChinese ? QStringLiteral("、") : QStringLiteral(", "))
                             .toHtmlEscaped(),
                         (power->isDelegated ? tr("given by %1").arg(qt(power->basis)) : qt(power->basis))
                             .toHtmlEscaped());
        m_html += QStringLiteral("</table>");
    }

    const service::ItemSheet &m_sheet;
    const permit::Item &m_item;
    Date m_day;
    bool m_isChinese;
    QString m_html;
};

} // namespace

ItemPage::ItemPage(QWidget *parent) : QTextBrowser(parent)
{
    setObjectName(QStringLiteral("itemPage"));
    setAccessibleName(tr("The item in the catalogue"));
    setOpenLinks(false);
    setTabChangesFocus(true);
}

void ItemPage::show(const service::ItemSheet &sheet, Date day, approval::Language language)
{
    setHtml(Writer(sheet, day, language).write());
}

} // namespace tongban::ui
