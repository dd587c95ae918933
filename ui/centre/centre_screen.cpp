// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/centre/centre_screen.h"

#include "core/service/centre/centre_sync.h"
#include "core/service/workspace/beside.h"
#include "ui/base/text.h"
#include "ui/base/when_done.h"
#include "ui/centre/account_page.h"
#include "ui/centre/centre_words.h"
#include "ui/centre/connect_page.h"
#include "ui/centre/copy_page.h"
#include "ui/centre/outbox_page.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace tongban::ui {

CentreScreen::CentreScreen(service::WorkspaceThread &workspace, CentreLink &link, const Theme &theme,
                           approval::Language language, const service::SignedIn &person, QWidget *parent)
    : Screen(parent), m_workspace(workspace), m_link(link), m_theme(theme), m_stack(new QStackedWidget(this)),
      m_alone(new QWidget(m_stack)), m_connectPage(new ConnectPage(theme, m_stack)),
      m_tabs(new QTabWidget(m_stack)), m_outbox(new OutboxPage(workspace, link, theme, language, m_tabs)),
      m_copy(new CopyPage(workspace, link, theme, language, m_tabs)),
      m_account(new CentreAccountPage(workspace, link, theme, language, m_tabs)),
      m_retryCommand(new QAction(tr("Look for the centre now"), this))
{
    setObjectName(QStringLiteral("centreScreen"));
    setWindowTitle(tr("Centre"));
    makeAlone(person);
    m_tabs->setObjectName(QStringLiteral("centreTabs"));
    m_tabs->addTab(m_outbox, tr("Acts of this desktop"));
    m_tabs->addTab(m_copy, tr("The copy here"));
    m_tabs->addTab(m_account, tr("Account"));
    m_tabs->tabBar()->setAccessibleName(windowTitle());
    m_stack->addWidget(m_alone);
    m_stack->addWidget(m_connectPage);
    m_stack->addWidget(m_tabs);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeHead());
    layout->addWidget(m_stack, 1);
    m_retryCommand->setObjectName(QStringLiteral("centreRetryCommand"));
    m_retryCommand->setShortcut(Qt::Key_F2);
    m_retryCommand->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_retryCommand);
    connect(m_retryCommand, &QAction::triggered, m_retry, &QPushButton::click);
    connect(m_retry, &QPushButton::clicked, &link, &CentreLink::retry);
    connect(m_give, &QPushButton::clicked, this, &CentreScreen::givePassword);
    connect(&m_link, &CentreLink::notKept, this, [this] {
        Q_EMIT said(
            tr("The keyring is locked or not there and did not take the password: it is asked for at the "
               "next start."));
    });
    connect(m_password, &QLineEdit::returnPressed, this, &CentreScreen::givePassword);
    connect(&link, &CentreLink::changed, this, &CentreScreen::showLink);
    connect(&theme, &Theme::changed, this, &CentreScreen::showLink);
    connect(m_tabs, &QTabWidget::currentChanged, this, &CentreScreen::reload);
    connect(m_outbox, &OutboxPage::said, this, &Screen::said);
    connect(m_outbox, &OutboxPage::failed, this, &Screen::failed);
    connect(m_outbox, &OutboxPage::caseWanted, this, &Screen::caseWanted);
    connect(m_outbox, &OutboxPage::redoWanted, this, &CentreScreen::redoWanted);
    connect(m_account, &CentreAccountPage::said, this, &Screen::said);
    connect(m_copy, &CopyPage::failed, this, &Screen::failed);
    connect(m_copy, &CopyPage::caseWanted, this, &Screen::caseWanted);
    showLink();
}

void CentreScreen::makeAlone(const service::SignedIn &person)
{
    auto *words =
        new QLabel(tr("This office is not connected to a centre: its store is all there is, and every act "
                      "is final at once."),
                   m_alone);
    words->setObjectName(QStringLiteral("centreAlone"));
    words->setWordWrap(true);
    m_connect = new QPushButton(tr("Connect to a centre…"), m_alone);
    m_connect->setObjectName(QStringLiteral("centreConnect"));
    const bool mayConnect = person.account.holds(permit::Role::Administrator);
    m_connect->setEnabled(mayConnect);
    m_connect->setToolTip(mayConnect ? QString() : tr("An administrator of this office can do that."));
    auto *row = new QHBoxLayout;
    row->addWidget(m_connect);
    row->addStretch(1);
    auto *alone = new QVBoxLayout(m_alone);
    alone->addWidget(words);
    alone->addLayout(row);
    alone->addStretch(1);
    connect(m_connect, &QPushButton::clicked, this, &CentreScreen::openConnect);
    connect(m_connectPage, &ConnectPage::joinWanted, m_connectPage, &ConnectPage::join);
    connect(m_connectPage, &ConnectPage::cancelled, this, [this] {
        m_stack->setCurrentWidget(m_alone);
        m_connect->setFocus();
    });
    connect(m_connectPage, &ConnectPage::joined, this,
            [this](const QString &password) { m_link.rememberPassword(password); });
    // The line is begun when the first copy no longer holds the lock.
    connect(m_connectPage, &ConnectPage::ended, this, [this] {
        whenDone(this, m_workspace.run(&service::noticeCentre), [this](const Result<> &noticed) {
            if (!noticed)
                return Q_EMIT failed(noticed.error());
            Q_EMIT said(tr("This is a desktop of the centre now."));
            m_link.begin();
        });
    });
}

void CentreScreen::openConnect()
{
    const auto beside = [](service::Workspace &workspace) -> Result<service::WorkspaceThread::Opener> {
        return service::besideOf(workspace, service::OpenMode::Write);
    };
    whenDone(this, m_workspace.run(beside), [this](const Result<service::WorkspaceThread::Opener> &opener) {
        if (!opener)
            return Q_EMIT failed(opener.error());
        m_connectPage->setWorkspace(*opener);
        m_stack->setCurrentWidget(m_connectPage);
        m_connectPage->focusFirst();
    });
}

bool CentreScreen::back()
{
    if (m_stack->currentWidget() != m_connectPage)
        return false;
    m_stack->setCurrentWidget(m_link.news() ? static_cast<QWidget *>(m_tabs) : m_alone);
    return true;
}

QWidget *CentreScreen::makeHead()
{
    auto *head = new QWidget(this);
    m_state = new QLabel(head);
    m_state->setObjectName(QStringLiteral("centreState"));
    QFont strong = m_state->font();
    strong.setBold(true);
    m_state->setFont(strong);
    m_sentence = new QLabel(head);
    m_sentence->setObjectName(QStringLiteral("centreSentence"));
    for (QLabel *label : {m_state, m_sentence})
        label->setWordWrap(true);
    m_password = new QLineEdit(head);
    m_password->setObjectName(QStringLiteral("centrePassword"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(tr("Password of the account at the centre"));
    m_password->setAccessibleName(tr("Password of the account at the centre"));
    m_keep = new QCheckBox(tr("&Keep it in the keyring of this machine"), head);
    m_keep->setObjectName(QStringLiteral("centreKeep"));
    m_give = new QPushButton(tr("Sign in"), head);
    m_give->setObjectName(QStringLiteral("centreGive"));
    m_retry = new QPushButton(tr("Try now (F2)"), head);
    m_retry->setObjectName(QStringLiteral("centreRetry"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_password, 1);
    row->addWidget(m_give);
    row->addWidget(m_retry);
    row->addStretch(1);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_state);
    column->addWidget(m_sentence);
    column->addLayout(row);
    column->addWidget(m_keep);
    return head;
}

void CentreScreen::showLink()
{
    const auto &news = m_link.news();
    if (news)
        m_stack->setCurrentWidget(m_tabs);
    else if (m_stack->currentWidget() == m_tabs)
        m_stack->setCurrentWidget(m_alone);
    m_state->setText(linkText(news));
    m_sentence->setVisible(news.has_value());
    const bool wantsPassword = news && news->state == service::LinkState::PasswordWanted;
    m_password->setVisible(wantsPassword);
    m_give->setVisible(wantsPassword);
    m_keep->setVisible(wantsPassword);
    m_retry->setVisible(news && !wantsPassword && news->state != service::LinkState::Online);
    if (!news)
        return;
    m_sentence->setText(linkSentence(*news));
    const Tokens &tokens = m_theme.tokens();
    QPalette palette = m_state->palette();
    const Tone tone = linkTone(*news);
    palette.setColor(QPalette::WindowText,
                     tone == Tone::Late       ? tokens.late
                         : tone == Tone::Near ? tokens.near
                         : tone == Tone::Good ? tokens.good
                                              : QWidget::palette().color(QPalette::WindowText));
    m_state->setPalette(palette);
}

void CentreScreen::givePassword()
{
    m_link.usePassword(m_password->text(),
                       m_keep->isChecked() ? CentreLink::Keep::Yes : CentreLink::Keep::No);
    m_password->clear();
}

void CentreScreen::enter()
{
    reload();
    if (m_password->isVisible())
        m_password->setFocus();
    else if (m_tabs->isVisible() && m_tabs->currentWidget() == m_outbox)
        m_outbox->focusList();
    else
        Screen::enter();
}

void CentreScreen::reload()
{
    if (!m_link.news())
        return;
    if (m_tabs->currentWidget() == m_copy)
        m_copy->load();
    else if (m_tabs->currentWidget() == m_account)
        m_account->load();
    else
        m_outbox->load();
}

QList<QAction *> CentreScreen::commands() const
{
    return QList<QAction *>{m_retryCommand} + m_outbox->commands();
}

} // namespace tongban::ui
