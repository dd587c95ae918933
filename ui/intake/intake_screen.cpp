// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/intake/intake_screen.h"

#include "core/base/random.h"
#include "ui/base/error_text.h"
#include "ui/base/page_view.h"
#include "ui/base/text.h"
#include "ui/base/when_done.h"
#include "ui/intake/entry_form.h"
#include "ui/intake/item_chooser.h"
#include "ui/intake/receipt.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

namespace tongban::ui {

namespace {

constexpr int kCheckMilliseconds = 250;

std::string newNumber()
{
    SystemRandom random;
    const auto now =
        std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    return "C-" + Uuid::v7(now, random).text();
}

} // namespace

IntakeScreen::IntakeScreen(service::WorkspaceThread &workspace, const Theme &theme,
                           approval::Language language, std::string account, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_theme(theme), m_language(language),
      m_account(std::move(account)), m_chooser(new ItemChooser(language, this)),
      m_area(new QScrollArea(this)), m_earlier(new QLabel(this)), m_records(new QLabel(this)),
      m_useName(new QPushButton(this)), m_status(new QLabel(this)),
      m_take(new QPushButton(tr("Take in (Ctrl+Enter)"), this)),
      m_print(new QPushButton(tr("Print the receipt (Ctrl+P)"), this)), m_autosave(new Autosave(this))
{
    setObjectName(QStringLiteral("intakeScreen"));
    setWindowTitle(tr("New application"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_chooser);
    auto *middle = new QHBoxLayout;
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus); // its fields have the keyboard, and it follows them
    middle->addWidget(m_area, 3);
    middle->addWidget(makeSide(), 1);
    layout->addLayout(middle, 1);
    makeButtons();
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_status, 1);
    bar->addWidget(m_print);
    bar->addWidget(m_take);
    layout->addLayout(bar);
    m_checkTimer.setSingleShot(true);
    m_checkTimer.setInterval(kCheckMilliseconds);
    connect(m_autosave, &Autosave::due, this, &IntakeScreen::keep);
    connect(m_autosave, &Autosave::failed, this, [this](const Error &error) {
        m_status->setText(tr("What you type cannot be written to the disk at present [%1]. It is all still "
                             "here; make room on the disk, and it is written by itself.")
                              .arg(errorCode(error)));
    });
    connect(m_autosave, &Autosave::recovered, m_status, &QLabel::clear);
    connect(&m_checkTimer, &QTimer::timeout, this, &IntakeScreen::check);
    connect(m_chooser, &ItemChooser::chosen, this, [this](const QString &item) { openForm(item, {}); });
    loadItems();
    restoreDraft();
}

/// A field that loses the focus while it is taken down says that its editing ended.
IntakeScreen::~IntakeScreen()
{
    m_autosave->flush();
    dropForm();
    m_chooser->disconnect(this);
}

void IntakeScreen::dropForm()
{
    if (m_form == nullptr)
        return;
    m_form->disconnect(this);
    m_form = nullptr;
    delete m_area->takeWidget();
}

void IntakeScreen::loadItems()
{
    whenDone(this, m_workspace.run(service::counterItems),
             [this](const Result<std::vector<service::CounterItem>> &items) {
                 if (!items)
                     return Q_EMIT failed(items.error());
                 m_chooser->setItems(*items);
                 if (m_form != nullptr)
                     return;
                 m_chooser->focusWords();
             });
}

void IntakeScreen::restoreDraft()
{
    const auto read = [key = draftKey()](service::Workspace &workspace) {
        return service::readDraft(workspace, key);
    };
    whenDone(this, m_workspace.run(read), [this](const Result<std::optional<std::string>> &text) {
        if (!text)
            return Q_EMIT failed(text.error());
        if (!*text || m_form != nullptr)
            return;
        // A draft that cannot be read stays where it is; nothing typed is thrown away unseen.
        const auto draft = service::parseDraft(**text);
        if (!draft)
            return Q_EMIT failed(draft.error());
        openForm(qt(draft->item), *draft);
    });
}

void IntakeScreen::openForm(const QString &item, const std::optional<service::CounterEntry> &entry)
{
    const auto read = [code = utf8(item)](service::Workspace &workspace) {
        return service::counterForm(workspace, code);
    };
    whenDone(this, m_workspace.run(read), [this, entry](const Result<service::CounterForm> &form) {
        if (!form)
            return Q_EMIT failed(form.error());
        showForm(*form, entry);
    });
}

void IntakeScreen::showForm(const service::CounterForm &form,
                            const std::optional<service::CounterEntry> &entry)
{
    // Another item for the same applicant: what both forms know is not typed twice.
    std::optional<service::CounterEntry> known = entry;
    if (!known && m_form != nullptr && m_serial.isEmpty())
        known = this->entry();
    m_item = form.item.code;
    m_externalNo = entry ? entry->externalNo : newNumber();
    m_serial.clear();
    dropForm();
    m_form = new EntryForm(form, m_theme, m_language, m_area);
    m_area->setWidget(m_form);
    if (known) {
        if (known->item != m_item)
            known->materials.clear();
        m_form->show(*known);
    }
    connect(m_form, &EntryForm::edited, this, &IntakeScreen::edited);
    m_chooser->show(form.item);
    m_take->setEnabled(true);
    m_take->setToolTip({});
    m_print->setEnabled(false);
    m_status->setText(
        entry ? tr("The unfinished entry is here again.")
              : tr("%1 Promised within %2 working days.").arg(qt(form.legalBasis)).arg(form.promisedDays));
    m_form->focusFirst();
    m_checkTimer.start();
    if (entry)
        Q_EMIT restored();
}

service::CounterEntry IntakeScreen::entry() const
{
    service::CounterEntry entry;
    entry.externalNo = m_externalNo;
    entry.item = m_item;
    if (m_form != nullptr)
        m_form->writeTo(entry);
    return entry;
}

void IntakeScreen::edited()
{
    if (!m_serial.isEmpty())
        return;
    m_autosave->touched();
    m_checkTimer.start();
}

void IntakeScreen::keep()
{
    keepThen([](bool) {});
}

void IntakeScreen::keepThen(const std::function<void(bool isKept)> &then)
{
    const auto write = [key = draftKey(), text = service::draftText(entry())](service::Workspace &workspace) {
        return service::keepDraft(workspace, key, text);
    };
    whenDone(m_autosave, m_workspace.run(write), [this, then](const Result<> &kept) {
        m_autosave->written(kept);
        then(kept.has_value());
    });
}

void IntakeScreen::check()
{
    if (m_form == nullptr || !m_serial.isEmpty())
        return;
    const auto look = [entry = entry()](service::Workspace &workspace) {
        return service::checkEntry(workspace, entry);
    };
    whenDone(this, m_workspace.run(look),
             [this, asked = ++m_asked](const Result<service::CounterCheck> &check) {
                 if (asked != m_asked || m_form == nullptr)
                     return;
                 if (!check)
                     return Q_EMIT failed(check.error());
                 m_form->takeOver(check->prefill);
                 m_form->showProblems(check->problems, true);
                 showCheck(*check);
             });
}

void IntakeScreen::showCheck(const service::CounterCheck &check)
{
    QStringList lines;
    for (const service::CaseLine &line : check.earlier)
        lines << tr("%1, received %2, by way of %3")
                     .arg(qt(line.serial), minuteText(line.receivedAt), qt(line.channel));
    m_earlier->setText(lines.isEmpty() ? QString()
                                       : tr("The same applicant has open cases for this item:")
                               + QLatin1Char('\n') + lines.join(QLatin1Char('\n')));
    showRecords(check.records);
}

void IntakeScreen::showRecords(const std::vector<service::CounterRecord> &records)
{
    QStringList lines;
    for (const service::CounterRecord &record : records) {
        const QString source = qt(m_language == approval::Language::Chinese ? record.nameZh : record.nameEn);
        lines << tr("%1: on record, as of %2").arg(source, dayText(record.asOf));
    }
    m_records->setText(lines.isEmpty() ? QString()
                                       : tr("Shared data about this applicant:") + QLatin1Char('\n')
                               + lines.join(QLatin1Char('\n')));
    const QString other = m_form == nullptr ? QString() : m_form->otherName();
    m_useName->setVisible(!other.isEmpty());
    m_useName->setText(tr("Use the registered name %1 (Ctrl+U)").arg(other));
    m_useName->setShortcut(Qt::CTRL | Qt::Key_U);
}

void IntakeScreen::takeName()
{
    if (m_form != nullptr)
        m_form->takeName();
}

void IntakeScreen::takeIn()
{
    if (m_form == nullptr || m_sending || !m_serial.isEmpty())
        return;
    m_sending = true;
    m_take->setEnabled(false);
    const auto send = [entry = entry(), account = m_account,
                       key = draftKey()](service::Workspace &workspace) -> Result<service::CounterIntake> {
        service::CounterIntake taken = TRY(service::takeInEntry(workspace, entry, account));
        // It is taken in whether its draft goes or not; one that stays is the same entry, sent twice is one.
        if (!taken.serial.empty())
            static_cast<void>(service::dropDraft(workspace, key));
        return taken;
    };
    m_autosave->forget();
    ++m_asked; // a check that is on its way would cover the answer
    whenDone(this, m_workspace.run(send), [this](const Result<service::CounterIntake> &taken) {
        m_sending = false;
        m_take->setEnabled(true);
        if (!taken) {
            m_status->setText(tr("Not taken in. What was typed is still here."));
            keepThen([this](bool isKept) {
                m_status->setText(isKept
                                      ? tr("Not taken in. What was typed is still here and is kept.")
                                      : tr("Not taken in: the disk takes nothing at present. What was "
                                           "typed is still here; make room on the disk and send it again."));
            });
            return Q_EMIT failed(taken.error());
        }
        showTaken(*taken);
    });
}

void IntakeScreen::showTaken(const service::CounterIntake &taken)
{
    m_form->showProblems(taken.problems, false);
    m_form->showPaperWithoutReason(taken.paperWithoutReason);
    if (!taken.paperWithoutReason.empty()) {
        m_status->setText(tr("Not taken in: say why paper is asked for that shared data delivers."));
        return keep();
    }
    if (!taken.problems.empty()) {
        m_status->setText(tr("Not taken in: %n field(s) have to be put right.", nullptr,
                             static_cast<int>(taken.problems.size())));
        m_form->focusProblem();
        return keep();
    }
    m_serial = qt(taken.serial);
    m_form->setEnabled(false);
    m_take->setEnabled(false);
    m_print->setEnabled(true);
    m_print->setToolTip({});
    m_print->setFocus();
    QString said = tr("Received as %1. It is not accepted yet.").arg(m_serial);
    if (!taken.duplicateOf.empty())
        said += QLatin1Char(' ') + tr("Looks like the earlier case %1.").arg(qt(taken.duplicateOf));
    m_status->setText(said);
    Q_EMIT takenIn(m_serial);
}

void IntakeScreen::printReceipt()
{
    if (m_serial.isEmpty())
        return;
    const auto language = m_language == approval::Language::Chinese ? document::PaperLanguage::Chinese
                                                                    : document::PaperLanguage::English;
    const auto print = [serial = utf8(m_serial), account = m_account,
                        language](service::Workspace &workspace) {
        return makeReceipt(workspace, serial, account, language);
    };
    whenDone(this, m_workspace.run(print), [this](const Result<Receipt> &receipt) {
        if (!receipt) {
            m_status->setText(
                tr("There is no receipt yet: the font of documents, a template or the disk is not in "
                   "order [%1]. The application is taken in and kept; print it again when that is "
                   "put right.")
                    .arg(errorCode(receipt.error())));
            return Q_EMIT failed(receipt.error());
        }
        if (receipt->refused)
            return m_status->setText(tr("This account may not print papers."));
        const auto told = [this, file = qt(receipt->file)](const QString &printer) {
            m_status->setText(
                printer.isEmpty()
                    ? tr("The receipt is in %1.").arg(file)
                    : tr("The receipt goes to the printer %1; a copy is in %2.").arg(printer, file));
            Q_EMIT receiptPrinted(file);
        };
        sendToPrinter(this, QByteArray::fromStdString(receipt->pdf), told);
    });
}

void IntakeScreen::startAnew()
{
    m_autosave->forget();
    m_checkTimer.stop();
    ++m_asked;
    dropForm();
    m_item.clear();
    m_serial.clear();
    m_earlier->clear();
    m_records->clear();
    m_useName->hide();
    m_status->clear();
    m_take->setEnabled(false);
    m_print->setEnabled(false);
    whenDone(this, m_workspace.run([key = draftKey()](service::Workspace &workspace) {
        return service::dropDraft(workspace, key);
    }),
             [this](const Result<> &dropped) {
                 if (!dropped)
                     Q_EMIT failed(dropped.error());
             });
    m_chooser->focusWords();
}

} // namespace tongban::ui
