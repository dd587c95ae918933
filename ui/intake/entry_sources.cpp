// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/base/text.h"
#include "ui/intake/entry_form.h"

#include <QLabel>
#include <QLineEdit>

/// Where the values of the form come from: taken over from registers, typed, or changed.
namespace tongban::ui {

QString EntryForm::keyOf(const std::string &field)
{
    return field == "applicant.name" ? qt(field) : QStringLiteral("fields.") + qt(field);
}

void EntryForm::takeOver(const std::vector<service::CounterPrefill> &prefill)
{
    m_known.clear();
    for (const service::CounterPrefill &known : prefill) {
        const QString field = keyOf(known.from.field);
        auto *edit = qobject_cast<QLineEdit *>(m_fields.value(field).widget);
        if (edit == nullptr)
            continue;
        m_known.insert(field, known);
        if (edit->text().isEmpty() && !m_touched.contains(field)) {
            edit->setText(qt(known.from.value));
            m_sources.insert(field, known.from);
            // Who stands in the field types over it.
            if (edit->hasFocus())
                edit->selectAll();
            Q_EMIT edited();
        } else if (edit->text() == qt(known.from.value)) {
            m_sources.insert(field, known.from);
        }
        showFrom(field);
    }
}

void EntryForm::showFrom(const QString &field)
{
    const Field &shown = m_fields[field];
    const auto *edit = qobject_cast<QLineEdit *>(shown.widget);
    const bool isKnown = m_known.contains(field) || m_sources.contains(field);
    shown.from->setVisible(isKnown && edit != nullptr);
    if (!isKnown || edit == nullptr)
        return;
    const service::CounterPrefill known = m_known.value(field);
    const service::CounterSource from = m_known.contains(field) ? known.from : m_sources.value(field);
    const QString source = known.nameZh.empty() ? qt(from.source) : pick(known.nameZh, known.nameEn);
    const bool isSame = edit->text() == qt(from.value);
    shown.from->setText(isSame ? tr("From: %1, as of %2").arg(source, dayText(from.asOf))
                               : tr("Typed at the counter; %1 says: %2").arg(source, qt(from.value)));
    QPalette colours = shown.from->palette();
    colours.setColor(QPalette::WindowText, isSame ? m_theme.tokens().good : m_theme.tokens().near);
    shown.from->setPalette(colours);
    // Prefilled values look different from typed ones.
    QFont font = this->font();
    font.setItalic(isSame);
    shown.widget->setFont(font);
}

QString EntryForm::otherName() const
{
    const auto known = m_known.find(QStringLiteral("applicant.name"));
    return known == m_known.end() || qt(known->from.value) == m_name->text() ? QString()
                                                                             : qt(known->from.value);
}

void EntryForm::takeName()
{
    const QString field = QStringLiteral("applicant.name");
    if (!m_known.contains(field))
        return;
    m_name->setText(qt(m_known.value(field).from.value));
    m_sources.insert(field, m_known.value(field).from);
    showFrom(field);
    Q_EMIT edited();
}

} // namespace tongban::ui
