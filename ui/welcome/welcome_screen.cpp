// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/welcome/welcome_screen.h"

#include "ui/base/path_field.h"
#include "ui/base/text.h"
#include "ui/welcome/check_list.h"
#include "ui/welcome/workspace_maker.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace tongban::ui {

WelcomeScreen::WelcomeScreen(const Theme &theme, const WelcomePlaces &places, QWidget *parent)
    : QScrollArea(parent), m_theme(theme), m_places(places),
      m_maker(new WorkspaceMaker(places.resources, places.commandLine, this)), m_title(new QLabel(this)),
      m_checks(new CheckList(theme, machineChecks(places.office, places.resources), this)),
      m_folder(new PathField(PathField::Wanted::Folder, tr("Folder of the office"),
                             QStringLiteral("welcomeFolder"), this)),
      m_busy(new QProgressBar(this)), m_message(new QLabel(this))
{
    setObjectName(QStringLiteral("welcomeScreen"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    m_title->setText(tr("Welcome to Tongban"));
    m_folder->line()->setText(qt(places.office.string()));
    m_busy->setRange(0, 0);
    m_busy->setAccessibleName(tr("Working"));
    m_busy->hide();
    m_message->setObjectName(QStringLiteral("welcomeMessage"));
    m_message->setWordWrap(true);
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(24, 16, 24, 16);
    column->addWidget(m_title);
    column->addWidget(m_checks, 1);
    m_practise = addChoice(
        column, tr("&1  Practise on made-up cases"),
        tr("In a folder of its own, marked as practice. Every key can be tried, and nothing done there "
           "reaches an office."),
        "welcomePractise");
    m_office =
        addChoice(column, tr("&2  Open an office on this machine"),
                  tr("An empty workspace in the folder below; its first account is the administrator."),
                  "welcomeOffice");
    column->addWidget(m_folder);
    m_centre =
        addChoice(column, tr("&3  Connect to a centre"),
                  tr("A new workspace in the folder above, as one of many desktops that share a centre. Your "
                     "administrator tells what to enter."),
                  "welcomeCentre");
    column->addWidget(m_busy);
    column->addWidget(m_message);
    setWidget(page);
    connect(m_practise, &QPushButton::clicked, this, &WelcomeScreen::practise);
    connect(m_office, &QPushButton::clicked, this, &WelcomeScreen::openOffice);
    connect(m_centre, &QPushButton::clicked, this, &WelcomeScreen::connectToCentre);
    connect(m_maker, &WorkspaceMaker::step, m_message, &QLabel::setText);
    connect(m_maker, &WorkspaceMaker::made, this, [this] { Q_EMIT chosen(m_wanted); });
    connect(m_maker, &WorkspaceMaker::failed, this, [this](const QString &message) {
        setBusy(false);
        m_message->setText(message);
    });
    connect(&theme, &Theme::changed, this, &WelcomeScreen::colour);
    colour();
    m_practise->setFocus();
    m_checks->run();
}

QPushButton *WelcomeScreen::addChoice(QLayout *column, const QString &title, const QString &what,
                                      const char *name)
{
    auto *button = new QPushButton(title, this);
    button->setObjectName(QString::fromLatin1(name));
    auto *text = new QLabel(what, this);
    text->setWordWrap(true);
    column->addWidget(button);
    column->addWidget(text);
    return button;
}

void WelcomeScreen::colour()
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    m_title->setFont(large);
}

void WelcomeScreen::setBusy(bool busy)
{
    for (QPushButton *button : {m_practise, m_office, m_centre})
        button->setEnabled(!busy);
    m_folder->setEnabled(!busy);
    m_busy->setVisible(busy);
}

void WelcomeScreen::practise()
{
    m_wanted = m_places.practice;
    if (std::filesystem::exists(m_wanted / "workspace.json")) {
        Q_EMIT chosen(m_wanted);
        return;
    }
    setBusy(true);
    m_maker->makeDemo(m_wanted);
}

void WelcomeScreen::connectToCentre()
{
    if (m_folder->isEmpty())
        return m_message->setText(tr("Choose a folder."));
    if (std::filesystem::exists(m_folder->path() / "workspace.json"))
        return m_message->setText(
            tr("There is an office in that folder already. Open it, and connect it under Centre, "
               "or choose another folder."));
    m_message->clear();
    Q_EMIT centreWanted(m_folder->path());
}

void WelcomeScreen::openOffice()
{
    if (m_folder->isEmpty())
        return m_message->setText(tr("Choose a folder."));
    m_wanted = m_folder->path();
    if (std::filesystem::exists(m_wanted / "workspace.json")) {
        Q_EMIT chosen(m_wanted);
        return;
    }
    setBusy(true);
    m_maker->makeEmpty(m_wanted);
}

} // namespace tongban::ui
