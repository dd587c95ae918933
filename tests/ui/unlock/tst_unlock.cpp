// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/clock.h"
#include "core/service/workspace/vault.h"
#include "core/service/workspace/workspace.h"
#include "tests/support/paths.h"
#include "tests/support/patience.h"
#include "tests/support/result_checks.h"
#include "tests/support/temporary_directory.h"
#include "ui/unlock/protect_screen.h"
#include "ui/unlock/unlock_screen.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace tongban;

namespace {

constexpr const char *kPassphrase = "深圳湾 correct horse";
constexpr vault::PassphraseCost kCheap{1, std::uint64_t{8} << 20U};

} // namespace

/// Started by `with_keyring`, which gives it a session bus: with a keyring that is open, with one that is
/// locked, and with none at all (TONGBAN_KEYRING says which).
class TstUnlock : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aNewOfficeIsSealedAndItsKeyringOpensIt();
    void withoutAKeyringThePassphraseOpens();
    void aWrongPassphraseIsSaidAndChangesNothing();
    void theRecoveryCodeOpensAndTheKeyringTakesTheKeyAgain();
    void anotherKeyInTheKeyringIsSaid();
    void whatIsTypedWrongIsSaidBeforeAnythingIsMade();
    void everyControlIsReachedByKeysAndHasAName();

private:
    static bool hasKeyring() { return qgetenv("TONGBAN_KEYRING") == "open"; }
    std::filesystem::path office() const { return *m_folder / "office"; }
    Result<std::unique_ptr<service::Workspace>> open(const vault::DataKey &key) const
    {
        return service::Workspace::open(office(), tests::sourcePath("resources"), service::OpenMode::Write,
                                        m_clock, key);
    }
    template <typename Widget>
    static Widget *child(QWidget &screen, const char *name)
    {
        return screen.findChild<Widget *>(QString::fromLatin1(name));
    }
    static void click(QWidget &screen, const char *name) { child<QPushButton>(screen, name)->click(); }
    void protect(bool withKeyring, vault::DataKey &key, QString &code) const;

    std::unique_ptr<tests::TemporaryDirectory> m_folder;
    SystemClock m_clock;
    ui::Theme m_theme;
};

void TstUnlock::init()
{
    m_folder = std::make_unique<tests::TemporaryDirectory>();
    QVERIFY_OK(service::Workspace::create(office(), tests::sourcePath("resources"),
                                          service::WorkspaceKind::Production, m_clock));
}

/// As a person does it: chooses, types, writes the code down.
void TstUnlock::protect(bool withKeyring, vault::DataKey &key, QString &code) const
{
    ui::ProtectScreen screen(m_theme, office());
    connect(&screen, &ui::ProtectScreen::done, &screen, [&](const vault::DataKey &made) { key = made; });
    screen.show();
    child<QRadioButton>(screen, withKeyring ? "protectKeyring" : "protectPassphraseOnly")->setChecked(true);
    child<QLineEdit>(screen, "protectPassphrase")->setText(QString::fromUtf8(kPassphrase));
    child<QLineEdit>(screen, "protectAgain")->setText(QString::fromUtf8(kPassphrase));
    click(screen, "protectGo");
    auto *shown = child<QLineEdit>(screen, "protectCode");
    EVENTUALLY(!shown->text().isEmpty());
    code = shown->text();
    child<QLineEdit>(screen, "protectLastGroup")->setText(QStringLiteral("XXXXX"));
    click(screen, "protectGo");
    QVERIFY(key == nullptr);
    child<QLineEdit>(screen, "protectLastGroup")->setText(code.section(u'-', -1).toLower());
    click(screen, "protectGo");
    QVERIFY(key != nullptr);
}

void TstUnlock::aNewOfficeIsSealedAndItsKeyringOpensIt()
{
    vault::DataKey key;
    QString code;
    protect(true, key, code);
    QVERIFY_OK(open(key));
    QVERIFY_FAILS(open({}), ErrorCode::Denied);
    const auto status = service::vaultStatus(office());
    QVERIFY_OK(status);
    QVERIFY(status->isSealed());
    // A keyring that did not take the key is not named: nobody waits for it at the next start.
    QCOMPARE(std::ranges::count(status->ways, vault::Slot::Keyring), hasKeyring() ? 1 : 0);
    ui::UnlockScreen screen(m_theme, office());
    vault::DataKey opened;
    bool asked = false;
    connect(&screen, &ui::UnlockScreen::opened, &screen,
            [&](const vault::DataKey &found) { opened = found; });
    connect(&screen, &ui::UnlockScreen::personWanted, &screen, [&] { asked = true; });
    screen.start();
    EVENTUALLY(asked || opened != nullptr);
    QCOMPARE(opened != nullptr, hasKeyring());
    if (opened)
        QVERIFY(*opened == *key);
}

void TstUnlock::withoutAKeyringThePassphraseOpens()
{
    vault::DataKey key;
    QString code;
    protect(false, key, code);
    ui::UnlockScreen screen(m_theme, office());
    vault::DataKey opened;
    connect(&screen, &ui::UnlockScreen::opened, &screen,
            [&](const vault::DataKey &found) { opened = found; });
    QSignalSpy asked(&screen, &ui::UnlockScreen::personWanted);
    screen.start();
    QCOMPARE(asked.size(), 1); // at once: no keyring is asked for what it was not given
    QVERIFY(!child<QCheckBox>(screen, "unlockKeep")->isChecked());
    // As an input method hands it over; there are no keys for these characters.
    child<QLineEdit>(screen, "unlockPassphrase")->setText(QString::fromUtf8(kPassphrase));
    QTest::keyClick(child<QLineEdit>(screen, "unlockPassphrase"), Qt::Key_Return);
    EVENTUALLY(opened != nullptr);
    QVERIFY(*opened == *key);
    QVERIFY(child<QLineEdit>(screen, "unlockPassphrase")->text().isEmpty());
}

void TstUnlock::aWrongPassphraseIsSaidAndChangesNothing()
{
    service::VaultPlan plan{kPassphrase, false, kCheap};
    QVERIFY_OK(service::createVault(office(), plan));
    const std::string before = tests::readFile(vault::VaultFile::pathIn(office()));
    ui::UnlockScreen screen(m_theme, office());
    bool opened = false;
    connect(&screen, &ui::UnlockScreen::opened, &screen, [&] { opened = true; });
    screen.start();
    auto *field = child<QLineEdit>(screen, "unlockPassphrase");
    field->setText(QStringLiteral("wrong passphrase"));
    click(screen, "unlockGo");
    auto *problem = child<QLabel>(screen, "unlockProblem");
    EVENTUALLY(problem->text().contains(QStringLiteral("wrong")));
    QVERIFY(!opened);
    QCOMPARE(field->text(), QStringLiteral("wrong passphrase")); // nothing typed is lost
    QVERIFY(child<QPushButton>(screen, "unlockGo")->isEnabled());
    QCOMPARE(tests::readFile(vault::VaultFile::pathIn(office())), before);
}

void TstUnlock::theRecoveryCodeOpensAndTheKeyringTakesTheKeyAgain()
{
    service::VaultPlan plan{kPassphrase, true, kCheap};
    const auto made = service::createVault(office(), plan); // and the keyring never got its part
    QVERIFY_OK(made);
    ui::UnlockScreen screen(m_theme, office());
    vault::DataKey opened;
    connect(&screen, &ui::UnlockScreen::opened, &screen,
            [&](const vault::DataKey &found) { opened = found; });
    QSignalSpy asked(&screen, &ui::UnlockScreen::personWanted);
    screen.start();
    EVENTUALLY_COMPARE(asked.size(), 1);
    QVERIFY(child<QCheckBox>(screen, "unlockKeep")->isChecked());
    click(screen, "unlockOther");
    auto *field = child<QLineEdit>(screen, "unlockCode");
    field->setText(QStringLiteral("ABCDE"));
    click(screen, "unlockGo");
    auto *problem = child<QLabel>(screen, "unlockProblem");
    EVENTUALLY(!problem->text().isEmpty());
    field->setText(QString::fromStdString(made->recoveryCode).toLower());
    click(screen, "unlockGo");
    EVENTUALLY(opened != nullptr);
    QVERIFY(*opened == *made->key);
    ui::UnlockScreen again(m_theme, office());
    bool byItself = false;
    bool askedAgain = false;
    connect(&again, &ui::UnlockScreen::opened, &again, [&] { byItself = true; });
    connect(&again, &ui::UnlockScreen::personWanted, &again, [&] { askedAgain = true; });
    again.start();
    EVENTUALLY(byItself || askedAgain);
    QCOMPARE(byItself, hasKeyring());
}

void TstUnlock::anotherKeyInTheKeyringIsSaid()
{
    if (!hasKeyring())
        QSKIP("needs a keyring that answers");
    service::VaultPlan plan{kPassphrase, true, kCheap};
    const auto made = service::createVault(office(), plan);
    QVERIFY_OK(made);
    bool written = false;
    ui::writeToKeyring(this, QString::fromStdString(made->keyringEntry), QStringLiteral("something else"),
                       [&](const ui::KeyringAnswer &) { written = true; });
    EVENTUALLY(written);
    ui::UnlockScreen screen(m_theme, office());
    QSignalSpy asked(&screen, &ui::UnlockScreen::personWanted);
    screen.start();
    EVENTUALLY_COMPARE(asked.size(), 1);
    bool said = false;
    for (const QLabel *label : screen.findChildren<QLabel *>())
        said = said || label->text().contains(QStringLiteral("not the key of this office"));
    QVERIFY(said);
}

void TstUnlock::whatIsTypedWrongIsSaidBeforeAnythingIsMade()
{
    ui::ProtectScreen screen(m_theme, office());
    auto *problem = child<QLabel>(screen, "protectProblem");
    auto *first = child<QLineEdit>(screen, "protectPassphrase");
    auto *again = child<QLineEdit>(screen, "protectAgain");
    first->setText(QStringLiteral("short"));
    click(screen, "protectGo");
    QVERIFY(!problem->text().isEmpty());
    problem->clear();
    first->setText(QStringLiteral("long enough by now"));
    again->setText(QStringLiteral("long enough by then"));
    click(screen, "protectGo");
    QVERIFY(!problem->text().isEmpty());
    QVERIFY(!vault::VaultFile::existsIn(office()));
    bool isDone = false;
    vault::DataKey key;
    connect(&screen, &ui::ProtectScreen::done, &screen, [&](const vault::DataKey &made) {
        isDone = true;
        key = made;
    });
    click(screen, "protectLater");
    QVERIFY(isDone);
    QVERIFY(key == nullptr);
    QVERIFY_OK(open({}));
}

void TstUnlock::everyControlIsReachedByKeysAndHasAName()
{
    ui::UnlockScreen unlock(m_theme, office());
    ui::ProtectScreen protect(m_theme, office());
    for (QWidget *screen : {static_cast<QWidget *>(&unlock), static_cast<QWidget *>(&protect)}) {
        for (const QWidget *part : screen->findChildren<QWidget *>()) {
            if (qobject_cast<const QLineEdit *>(part) != nullptr)
                QVERIFY2(!part->accessibleName().isEmpty(), qPrintable(part->objectName()));
            if (qobject_cast<const QAbstractButton *>(part) != nullptr
                || qobject_cast<const QLineEdit *>(part) != nullptr)
                QVERIFY2((part->focusPolicy() & Qt::TabFocus) != 0, qPrintable(part->objectName()));
        }
    }
}

QTEST_MAIN(TstUnlock)
#include "tst_unlock.moc"
