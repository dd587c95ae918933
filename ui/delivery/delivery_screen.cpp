// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delivery/delivery_screen.h"

#include "core/service/papers/papers.h"
#include "ui/base/page_view.h"
#include "ui/base/scrolled.h"
#include "ui/base/spoken.h"
#include "ui/base/text.h"
#include "ui/base/when_done.h"
#include "ui/base/wrap_table.h"
#include "ui/delivery/delivery_words.h"
#include "ui/delivery/visit_page.h"

#include <QComboBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace tongban::ui {

namespace {

constexpr int kMostTasks = 200;

using permit::Act;

/// The act as the office did it, and the slip that goes with it.
struct Done {
    service::DeskOutcome outcome;
    std::string slip; ///< Its file; empty = the act has none.
    std::string pdf;
};

Result<Done> actAndServe(service::Workspace &workspace, const std::string &serial,
                         const service::SignedIn &person, const permit::ActRequest &request,
                         document::PaperLanguage language)
{
    Done done;
    done.outcome = TRY(service::actNow(workspace, serial, person, request));
    const auto paper = service::paperOf(request.act);
    if (!done.outcome.act.refusals.empty() || !paper)
        return done;
    const auto press = TRY(service::pressOf(workspace));
    service::Actor actor;
    actor.account = person.account.name;
    actor.role = permit::Role::Clerk;
    actor.organisation = person.account.organisation;
    actor.hall = person.account.hall;
    actor.window = person.account.window;
    const auto served = TRY(service::servePaper(workspace, *press, serial, {*paper, 0, language}, actor));
    done.slip = served.file.string();
    done.pdf = served.made.pdf;
    return done;
}

} // namespace

DeliveryScreen::DeliveryScreen(service::WorkspaceThread &workspace, const Theme &theme,
                               approval::Language language, const service::SignedIn &person, QWidget *parent)
    : Screen(parent), m_workspace(workspace), m_theme(theme), m_language(language), m_person(person),
      m_tabs(new QTabWidget(this))
{
    setObjectName(QStringLiteral("deliveryScreen"));
    setWindowTitle(tr("Delivery and visits"));
    m_tabs->addTab(makeDelivery(), tr("Delivery"));
    m_visits = new VisitPage(workspace, theme, person, m_tabs);
    m_tabs->addTab(m_visits, tr("Visits"));
    connect(m_visits, &VisitPage::said, this, &DeliveryScreen::said);
    connect(m_visits, &VisitPage::failed, this, &DeliveryScreen::failed);
    connect(m_visits, &VisitPage::caseWanted, this, &DeliveryScreen::caseWanted);
    m_tabs->tabBar()->setAccessibleName(windowTitle());
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] { enter(); });
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_tabs);
    addCommand(QStringLiteral("delivery_send"), tr("Send: scan the case, then the waybill"), Qt::Key_F2,
               [this] { setMode(Mode::Send); });
    addCommand(QStringLiteral("delivery_arrived"), tr("Arrived: scan the waybill"), Qt::Key_F3,
               [this] { setMode(Mode::Arrived); });
    addCommand(QStringLiteral("delivery_returned"), tr("Came back: scan the waybill"), Qt::Key_F4,
               [this] { setMode(Mode::CameBack); });
    addCommand(QStringLiteral("delivery_window"), tr("Hand over at the window"), Qt::Key_F6,
               [this] { handOver(); });
    addCommand(QStringLiteral("delivery_visits"), tr("Visits"), Qt::Key_F7,
               [this] { m_tabs->setCurrentWidget(m_visits); });
    connect(&theme, &Theme::changed, this, [this] { tell(m_answer->text(), m_isGood); });
}

void DeliveryScreen::addCommand(const QString &name, const QString &title, const QKeySequence &key,
                                const std::function<void()> &run)
{
    auto *action = new QAction(title, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, run);
    addAction(action);
    m_commands += action;
}

QWidget *DeliveryScreen::makeDelivery()
{
    auto *page = new QWidget(m_tabs);
    m_modes = new QComboBox(page);
    m_modes->setObjectName(QStringLiteral("deliveryMode"));
    m_modes->addItem(tr("Send (F2): the waybill goes to the chosen case"));
    m_modes->addItem(tr("Arrived (F3): the case of the waybill is closed"));
    m_modes->addItem(tr("Came back (F4): the case of the waybill is to be delivered again"));
    m_scan = new QLineEdit(page);
    m_scan->setObjectName(QStringLiteral("deliveryScan"));
    m_scan->setPlaceholderText(tr("Scan or type a case number or a waybill; Enter takes it"));
    m_receiver = new QLineEdit(page);
    m_receiver->setObjectName(QStringLiteral("deliveryReceiver"));
    m_receiver->setPlaceholderText(tr("Who takes it at the window; F6 hands over"));
    m_chosen = new QLabel(page);
    m_chosen->setObjectName(QStringLiteral("deliveryChosen"));
    m_answer = new QLabel(page);
    m_answer->setObjectName(QStringLiteral("deliveryAnswer"));
    for (QLabel *label : {m_chosen, m_answer})
        label->setWordWrap(true);
    auto *form = new QFormLayout;
    const auto add = [form](const QString &title, QWidget *field) {
        field->setAccessibleName(spokenTitle(title));
        form->addRow(title, field);
    };
    add(tr("&What a waybill means"), m_modes);
    add(tr("&Scan"), m_scan);
    add(tr("&Receiver"), m_receiver);
    m_table =
        new WrapTable(QStringLiteral("deliveryTable"), tr("Results on their way"),
                      {{tr("Case"), 5}, {tr("Applicant"), 3}, {tr("Permit item"), 5}, {tr("Where it is"), 6}},
                      m_theme, page);
    auto *layout = new QVBoxLayout(page);
    layout->addLayout(form);
    layout->addWidget(m_answer);
    layout->addWidget(m_chosen);
    layout->addWidget(scrolled(m_table, page), 1);
    m_table->installEventFilter(this);
    connect(m_scan, &QLineEdit::returnPressed, this, &DeliveryScreen::scan);
    connect(m_receiver, &QLineEdit::returnPressed, this, &DeliveryScreen::handOver);
    connect(m_table, &QTableWidget::itemActivated, this, [this](const QTableWidgetItem *item) {
        if (item->row() < static_cast<int>(m_tasks.size()))
            choose(m_tasks[static_cast<std::size_t>(item->row())]);
    });
    return page;
}

void DeliveryScreen::enter()
{
    reload();
    if (m_tabs->currentWidget() == m_visits)
        m_visits->enter();
    else
        m_scan->setFocus();
}

void DeliveryScreen::reload()
{
    m_visits->reload();
    const auto read = [](service::Workspace &workspace) {
        return service::deliveryTasks(workspace, kMostTasks);
    };
    whenDone(this, m_workspace.run(read), [this](const Result<std::vector<service::DeliveryTask>> &tasks) {
        if (!tasks)
            return Q_EMIT failed(tasks.error());
        showTasks(*tasks);
    });
}

void DeliveryScreen::showTasks(const std::vector<service::DeliveryTask> &tasks)
{
    m_tasks = tasks;
    std::vector<std::vector<WrapCell>> rows;
    for (const service::DeliveryTask &task : tasks) {
        const bool isBack = task.state == permit::State::DeliveryReturned;
        const QString item =
            qt(m_language == approval::Language::Chinese ? task.line.itemNameZh : task.line.itemNameEn);
        rows.push_back({{qt(task.line.serial), Tone::Plain, true},
                        {qt(task.line.applicantName)},
                        {item},
                        {taskStand(task), isBack ? Tone::Late : Tone::Plain}});
    }
    if (rows.empty())
        rows.push_back({{tr("Nothing waits to be delivered.")}});
    m_table->setRows(std::move(rows));
}

void DeliveryScreen::setMode(Mode mode)
{
    m_tabs->setCurrentIndex(0);
    m_modes->setCurrentIndex(static_cast<int>(mode));
    m_scan->setFocus();
    m_scan->selectAll();
}

/// A scanner is a keyboard: whatever it types goes to its line, wherever the focus is.
bool DeliveryScreen::passToScan(const QKeyEvent &event)
{
    const bool isText = !event.text().isEmpty() && event.text().front().isPrint()
        && !event.modifiers().testFlag(Qt::ControlModifier);
    if (!isText || m_tabs->currentIndex() != 0)
        return false;
    m_scan->setFocus();
    m_scan->insert(event.text());
    return true;
}

void DeliveryScreen::keyPressEvent(QKeyEvent *event)
{
    if (!passToScan(*event))
        Screen::keyPressEvent(event);
}

/// The list would look for a row by the letters.
bool DeliveryScreen::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && passToScan(*static_cast<const QKeyEvent *>(event)))
        return true;
    return Screen::eventFilter(watched, event);
}

void DeliveryScreen::scan()
{
    const QString text = m_scan->text();
    m_scan->clear();
    const auto look = [words = utf8(text)](service::Workspace &workspace) {
        return service::scanned(workspace, words);
    };
    whenDone(this, m_workspace.run(look), [this](const Result<service::Scanned> &found) {
        if (!found)
            return Q_EMIT failed(found.error());
        take(*found);
    });
}

void DeliveryScreen::take(const service::Scanned &found)
{
    const auto mode = static_cast<Mode>(m_modes->currentIndex());
    permit::ActRequest request;
    switch (found.kind) {
    case service::Scanned::Kind::Nothing:
        return tell(found.problem == permit::WaybillProblem::None ? tr("There is no case of that number.")
                                                                  : waybillProblemText(found.problem),
                    false);
    case service::Scanned::Kind::Case: return choose(*found.task);
    case service::Scanned::Kind::NewWaybill:
        if (mode != Mode::Send)
            return tell(tr("No parcel has the number %1.").arg(qt(found.waybill)), false);
        if (!m_task)
            return tell(tr("Scan the case first, then the waybill."), false);
        request.act = Act::SendByCourier;
        request.waybill = found.waybill;
        return act(qt(m_task->line.serial), request, tr("is with the courier, %1").arg(qt(found.waybill)));
    case service::Scanned::Kind::Parcel: break;
    }
    if (mode == Mode::Send)
        return tell(
            tr("The waybill %1 belongs to %2 already.").arg(qt(found.waybill), qt(found.task->line.serial)),
            false);
    request.act = mode == Mode::Arrived ? Act::Close : Act::ReturnParcel;
    request.reason = mode == Mode::Arrived ? std::string() : "parcel:returned";
    request.receiver = mode == Mode::Arrived ? utf8(m_receiver->text().simplified()) : std::string();
    act(qt(found.task->line.serial), request,
        mode == Mode::Arrived ? tr("arrived; the case is closed")
                              : tr("came back; it has to be delivered again"));
}

void DeliveryScreen::choose(const service::DeliveryTask &task)
{
    m_task = task;
    m_chosen->setText(
        tr("Chosen: %1, %2: %3").arg(qt(task.line.serial), qt(task.line.applicantName), taskStand(task)));
    m_receiver->setText(qt(task.line.applicantName));
    tell({}, true);
    m_scan->setFocus();
}

void DeliveryScreen::handOver()
{
    if (!m_task)
        return tell(tr("Scan the case first, or choose it in the list."), false);
    permit::ActRequest request;
    request.act = Act::DeliverInPerson;
    request.receiver = utf8(m_receiver->text().simplified());
    act(qt(m_task->line.serial), request, tr("was handed over to %1").arg(qt(request.receiver)));
}

void DeliveryScreen::act(const QString &serial, permit::ActRequest request, const QString &done)
{
    const auto language = m_language == approval::Language::Chinese ? document::PaperLanguage::Chinese
                                                                    : document::PaperLanguage::English;
    const auto work = [key = utf8(serial), person = m_person, request = std::move(request),
                       language](service::Workspace &workspace) {
        return actAndServe(workspace, key, person, request, language);
    };
    whenDone(this, m_workspace.run(work), [this, serial, done](const Result<Done> &result) {
        if (!result)
            return Q_EMIT failed(result.error());
        if (!result->outcome.act.refusals.empty())
            return tell(tr("%1: %2").arg(serial, refusalInShort(result->outcome.act.refusals)), false);
        m_task.reset();
        m_chosen->clear();
        m_receiver->clear();
        tell(tr("%1 %2.").arg(serial, done), true);
        Q_EMIT said(m_answer->text());
        if (!result->slip.empty())
            sendToPrinter(this, QByteArray::fromStdString(result->pdf),
                          [this, slip = qt(result->slip)](const QString &printer) {
                              if (printer.isEmpty())
                                  Q_EMIT said(tr("The delivery slip is in %1.").arg(slip));
                          });
        reload();
    });
}

void DeliveryScreen::tell(const QString &message, bool isGood)
{
    m_isGood = isGood;
    QPalette palette = m_answer->palette();
    palette.setColor(QPalette::WindowText, isGood ? m_theme.tokens().good : m_theme.tokens().late);
    m_answer->setPalette(palette);
    m_answer->setText(message);
}

} // namespace tongban::ui
