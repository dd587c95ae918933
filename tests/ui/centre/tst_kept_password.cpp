// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/patience.h"
#include "tests/ui/support/joined_window.h"
#include "tests/ui/support/watchdog.h"

#include <QCheckBox>
#include <QStatusBar>

using namespace tongban;

/// The password of the account at the centre, kept by the keyring of the machine or typed at each start.
/// Started by `with_keyring` too: with a keyring that is open, with one that is locked, and with none at all
/// (TONGBAN_KEYRING says which).
class TstKeptPassword : public QObject, protected tests::JoinedWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { m_centre = std::make_unique<tests::central::MadeCentre>(); }
    void init();
    void cleanup() { endRound(); }
    void keptItIsNotAskedForAgain();
    void typedWithoutKeepingItIsAskedForAgain();
    void whatIsKeptAndWrongIsTypedAnew();

private:
    static bool hasKeyring() { return qgetenv("TONGBAN_KEYRING") == "open"; }
    static QString wanted() { return QStringLiteral("The centre wants the password"); }
    void type(const char *password, bool keep);
    void restart();

    std::string m_login;
};

void TstKeptPassword::init()
{
    beginRound();
    m_login = "here" + std::to_string(m_round);
    m_centre->server().requirePassword(m_login, "right-horse");
    tests::WatchedApplication::begin();
    open();
    EVENTUALLY_COMPARE(link(), wanted());
}

void TstKeptPassword::type(const char *password, bool keep)
{
    openScreen();
    auto *line = find<QLineEdit>("centrePassword");
    EVENTUALLY(line->isVisible());
    find<QCheckBox>("centreKeep")->setChecked(keep);
    line->setText(QString::fromLatin1(password));
    QTest::keyClick(line, Qt::Key_Return);
}

void TstKeptPassword::restart()
{
    m_window.reset();
    m_thread.reset();
    open();
}

void TstKeptPassword::keptItIsNotAskedForAgain()
{
    type("right-horse", true);
    EVENTUALLY_COMPARE(link(), QStringLiteral("Online"));
    if (!hasKeyring()) {
        // It says so, and goes on.
        EVENTUALLY(
            m_window->statusBar()->currentMessage().contains(QStringLiteral("did not take the password")));
        restart();
        EVENTUALLY_COMPARE(link(), wanted());
        return;
    }
    restart();
    EVENTUALLY_COMPARE(link(), QStringLiteral("Online"));
    for (const auto &entry : std::filesystem::recursive_directory_iterator(m_here->office.folder()))
        if (entry.is_regular_file())
            QVERIFY(tests::readFile(entry.path()).find("right-horse") == std::string::npos);
}

void TstKeptPassword::typedWithoutKeepingItIsAskedForAgain()
{
    type("right-horse", false);
    EVENTUALLY_COMPARE(link(), QStringLiteral("Online"));
    restart();
    EVENTUALLY_COMPARE(link(), wanted());
}

void TstKeptPassword::whatIsKeptAndWrongIsTypedAnew()
{
    if (!hasKeyring())
        QSKIP("it is about what a keyring keeps");
    type("right-horse", true);
    EVENTUALLY_COMPARE(link(), QStringLiteral("Online"));
    m_centre->server().requirePassword(m_login, "another-horse");
    restart();
    openScreen();
    EVENTUALLY(find<QLabel>("centreSentence")->text().contains(QStringLiteral("does not take the password")));
    type("another-horse", true);
    EVENTUALLY_COMPARE(link(), QStringLiteral("Online"));
    restart();
    EVENTUALLY_COMPARE(link(), QStringLiteral("Online"));
}

int main(int argc, char **argv)
{
    return tests::runWatched<TstKeptPassword>(argc, argv);
}
#include "tst_kept_password.moc"
