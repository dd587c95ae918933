// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/settings_dialog.h"

#include "ui/base/section.h"
#include "ui/base/spoken.h"
#include "ui/shell/key_editor.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace tongban::ui {

namespace {

constexpr std::array kLooks{Look::Light, Look::Dark, Look::EyeCare, Look::HighContrast, Look::System};
constexpr std::array kDensities{Density::Compact, Density::Normal, Density::Roomy};

int placeOf(const auto &all, auto one)
{
    return static_cast<int>(std::ranges::find(all, one) - all.begin());
}

} // namespace

SettingsDialog::SettingsDialog(Theme &theme, ShortcutTable &keys, approval::Language language,
                               int lockMinutes, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_shortcuts(keys), m_form(new QFormLayout),
      m_keysBefore(keys.chosen()), m_words(new QLineEdit(this)),
      m_none(new QLabel(tr("Nothing is called like that."), this)), m_keys(new KeyEditor(keys, theme, this)),
      m_back(nullptr)
{
    setWindowTitle(tr("Settings"));
    m_words->setObjectName(QStringLiteral("settingsSearch"));
    m_words->setAccessibleName(tr("Search in the settings"));
    m_words->setPlaceholderText(tr("Search in the settings"));
    addClearButton(*m_words);
    m_none->hide();
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    addLooks();
    addZoom();
    addDensity();
    addLanguage(language);
    addLock(lockMinutes);
    auto *section = new Section(this);
    section->setTitle(tr("Keys"));
    section->setBody(m_keys);
    auto *buttons = new QDialogButtonBox(this);
    m_back = buttons->addButton(tr("Take &back"), QDialogButtonBox::ActionRole);
    m_back->setObjectName(QStringLiteral("settingsUndo"));
    m_back->setShortcut(QKeySequence::Undo);
    m_back->setEnabled(false);
    buttons->addButton(tr("&Close"), QDialogButtonBox::RejectRole);
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(false); // Enter in a field closes nothing
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_words);
    layout->addLayout(m_form);
    layout->addWidget(m_none);
    layout->addWidget(section, 1);
    layout->addWidget(buttons);
    connect(m_words, &QLineEdit::textChanged, this, &SettingsDialog::search);
    connect(m_back, &QPushButton::clicked, this, &SettingsDialog::undo);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_shortcuts, &ShortcutTable::changed, this, [this] {
        const ShortcutTable::Chosen before = std::exchange(m_keysBefore, m_shortcuts.chosen());
        change([this, before] { m_shortcuts.setChosen(before); }, [] {});
    });
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 38);
}

void SettingsDialog::addRow(const QString &title, QWidget *field, const QString &words)
{
    field->setAccessibleName(spokenTitle(title));
    m_form->addRow(title, field);
    m_rows.push_back({field, title + QLatin1Char(' ') + words});
}

QComboBox *SettingsDialog::addChoice(const QString &title, const char *name, const QStringList &choices)
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(QString::fromLatin1(name));
    choice->addItems(choices);
    addRow(title, choice, choices.join(QLatin1Char(' ')));
    return choice;
}

QSpinBox *SettingsDialog::addNumber(const QString &title, const char *name, int least, int most, int step)
{
    auto *number = new QSpinBox(this);
    number->setObjectName(QString::fromLatin1(name));
    number->setRange(least, most);
    number->setSingleStep(step);
    number->setKeyboardTracking(false);
    addRow(title, number, {});
    return number;
}

void SettingsDialog::addLooks()
{
    auto *choice = addChoice(
        tr("&Looks"), "settingsLook",
        {tr("Light"), tr("Dark"), tr("Eye care (pale green)"), tr("High contrast"), tr("As the system")});
    choice->setCurrentIndex(placeOf(kLooks, m_theme.look()));
    connect(&m_theme, &Theme::changed, choice,
            [this, choice] { choice->setCurrentIndex(placeOf(kLooks, m_theme.look())); });
    connect(choice, &QComboBox::activated, this, [this, choice](int place) {
        const Look before = m_theme.look();
        change(
            [this, choice, before] {
                m_theme.setLook(before);
                choice->setCurrentIndex(placeOf(kLooks, before));
            },
            [this, place] { m_theme.setLook(kLooks[static_cast<std::size_t>(place)]); });
    });
}

void SettingsDialog::addZoom()
{
    auto *number = addNumber(tr("&Size of the text"), "settingsZoom", 80, 200, 10);
    number->setSuffix(tr(" %"));
    number->setValue(m_theme.zoom());
    connect(number, &QSpinBox::valueChanged, this, [this, number](int percent) {
        const int before = m_theme.zoom();
        change(
            [this, number, before] {
                m_theme.setZoom(before);
                number->setValue(before);
            },
            [this, percent] { m_theme.setZoom(percent); });
    });
}

void SettingsDialog::addDensity()
{
    auto *choice = addChoice(tr("&Density"), "settingsDensity", {tr("Compact"), tr("Normal"), tr("Roomy")});
    choice->setCurrentIndex(placeOf(kDensities, m_theme.density()));
    connect(choice, &QComboBox::activated, this, [this, choice](int place) {
        const Density before = m_theme.density();
        change(
            [this, choice, before] {
                m_theme.setDensity(before);
                choice->setCurrentIndex(placeOf(kDensities, before));
            },
            [this, place] { m_theme.setDensity(kDensities[static_cast<std::size_t>(place)]); });
    });
}

void SettingsDialog::addLanguage(approval::Language language)
{
    auto *choice =
        addChoice(tr("Lan&guage"), "settingsLanguage", {QStringLiteral("中文"), QStringLiteral("English")});
    choice->setCurrentIndex(language == approval::Language::English ? 1 : 0);
    // The window is made anew in the other language, so there is no step back but the same choice.
    connect(choice, &QComboBox::activated, this, [this, language](int place) {
        const auto wanted = place == 1 ? approval::Language::English : approval::Language::Chinese;
        if (wanted != language)
            Q_EMIT languageWanted(wanted);
    });
}

void SettingsDialog::addLock(int minutes)
{
    auto *number = addNumber(tr("Lock after &minutes without a touch"), "settingsLock", 0, 120, 1);
    number->setSpecialValueText(tr("never"));
    number->setValue(minutes);
    auto before = std::make_shared<int>(minutes);
    connect(number, &QSpinBox::valueChanged, this, [this, number, before](int wanted) {
        const int old = std::exchange(*before, wanted);
        change([number, old] { number->setValue(old); },
               [this, wanted] { Q_EMIT lockMinutesChanged(wanted); });
        if (m_isUndoing)
            Q_EMIT lockMinutesChanged(wanted);
    });
}

void SettingsDialog::search(const QString &words)
{
    int found = 0;
    for (const Row &row : m_rows) {
        const bool fits = row.words.contains(words, Qt::CaseInsensitive);
        m_form->setRowVisible(row.field, fits);
        found += fits ? 1 : 0;
    }
    m_none->setVisible(found == 0);
    m_keys->filter(words);
}

void SettingsDialog::change(std::function<void()> back, const std::function<void()> &make)
{
    if (m_isUndoing)
        return;
    make();
    m_undo.push_back(std::move(back));
    m_back->setEnabled(true);
}

void SettingsDialog::undo()
{
    if (m_undo.empty())
        return;
    const auto back = std::move(m_undo.back());
    m_undo.pop_back();
    m_isUndoing = true;
    back();
    m_isUndoing = false;
    m_back->setEnabled(!m_undo.empty());
}

} // namespace tongban::ui
