// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/workspace/vault.h"
#include "tests/core/service/office.h"
#include "tests/support/patience.h"
#include "tests/ui/support/watchdog.h"
#include "ui/shell/main_window.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

using namespace tongban;

/// What opens the personal data of an office, at the real window.
class TstProtectionPage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aPlainOfficeOffersToSealIt();
    void aPassphraseIsChangedOnceTheOldOneIsTyped();
    void aNewRecoveryCodeIsShownUntilThePageIsLeft();

private:
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }
    void click(const char *button) const { find<QAbstractButton>(button)->click(); }
    void type(const char *line, std::string_view text) const
    {
        find<QLineEdit>(line)->setText(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    }
    QString label(const char *name) const { return find<QLabel>(name)->text(); }
    vault::VaultFile vault() const { return tests::must(vault::VaultFile::read(folder())); }
    std::filesystem::path folder() const { return *m_folder / "office"; }
    void open(bool sealed);

    std::unique_ptr<tests::TemporaryDirectory> m_folder;
    SystemClock m_clock;
    ui::Theme m_theme;
    vault::DataKey m_key;
    std::unique_ptr<service::WorkspaceThread> m_thread;
    std::unique_ptr<ui::MainWindow> m_window;
};

void TstProtectionPage::init()
{
    m_folder = std::make_unique<tests::TemporaryDirectory>();
    tests::WatchedApplication::begin();
}

void TstProtectionPage::cleanup()
{
    m_window.reset();
    m_thread.reset();
}

/// The page, in an office in service with one administrator.
void TstProtectionPage::open(bool sealed)
{
    m_key = sealed ? tests::makeVault(folder()) : vault::DataKey();
    m_thread = std::make_unique<service::WorkspaceThread>([this] {
        return service::Workspace::create(folder(), tests::Office::resources(),
                                          service::WorkspaceKind::Production, m_clock, m_key);
    });
    m_window = std::make_unique<ui::MainWindow>(*m_thread, m_theme, approval::Language::English);
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    EVENTUALLY(find<QAbstractButton>("signInGo")->isVisible());
    type("signInAccount", "boss");
    type("signInName", "李明");
    type("signInPassword", "correct horse");
    type("signInAgain", "correct horse");
    click("signInGo");
    EVENTUALLY(m_window->person().has_value());
    QVERIFY(m_window->showScreen(QStringLiteral("administration")));
    find<QListWidget>("administrationPages")->setCurrentRow(5);
    EVENTUALLY(!label("protectionState").isEmpty());
}

void TstProtectionPage::aPlainOfficeOffersToSealIt()
{
    open(false);
    QVERIFY(find<QAbstractButton>("protectionSeal")->isVisible());
    QVERIFY(!find<QAbstractButton>("protectionChange")->isVisible());
    const QSignalSpy wanted(m_window.get(), &ui::MainWindow::sealWanted);
    click("protectionSeal");
    QCOMPARE(wanted.count(), 1);
}

void TstProtectionPage::aPassphraseIsChangedOnceTheOldOneIsTyped()
{
    open(true);
    QVERIFY(!find<QAbstractButton>("protectionSeal")->isVisible());
    type("protectionWanted", "short");
    click("protectionChange");
    QVERIFY(label("protectionProblem").contains(QStringLiteral("8")));
    type("protectionPresent", "a wrong guess");
    type("protectionWanted", "another passphrase");
    type("protectionAgain", "another passphrase.");
    click("protectionChange");
    QVERIFY(label("protectionProblem").contains(QStringLiteral("differ")));
    type("protectionAgain", "another passphrase");
    click("protectionChange");
    QVERIFY(!find<QAbstractButton>("protectionChange")->isEnabled());
    EVENTUALLY(find<QAbstractButton>("protectionChange")->isEnabled());
    QVERIFY(label("protectionProblem").contains(QStringLiteral("nothing was changed")));
    QVERIFY(vault().openWithPassphrase(tests::kPassphrase).has_value());
    QCOMPARE(find<QLineEdit>("protectionWanted")->text(), QStringLiteral("another passphrase")); // Kept.
    type("protectionPresent", tests::kPassphrase);
    click("protectionChange");
    EVENTUALLY(find<QAbstractButton>("protectionChange")->isEnabled());
    QCOMPARE(label("protectionProblem"), QString());
    QVERIFY(find<QLineEdit>("protectionWanted")->text().isEmpty());
    QVERIFY(vault().openWithPassphrase("another passphrase").has_value());
    QVERIFY(!vault().openWithPassphrase(tests::kPassphrase).has_value());
}

void TstProtectionPage::aNewRecoveryCodeIsShownUntilThePageIsLeft()
{
    open(true);
    auto *code = find<QLineEdit>("protectionCode");
    QVERIFY(!code->isVisible());
    click("protectionRenew");
    EVENTUALLY(code->isVisible());
    QVERIFY(vault().openWithRecovery(code->text().toStdString()).has_value());
    find<QListWidget>("administrationPages")->setCurrentRow(0);
    find<QListWidget>("administrationPages")->setCurrentRow(5);
    QVERIFY(code->text().isEmpty() && !code->isVisible());
}

int main(int argc, char **argv)
{
    return tests::runWatched<TstProtectionPage>(argc, argv);
}
#include "tst_protection_page.moc"
