// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/accounts/accounts.h"
#include "core/service/centre/centre_check.h"
#include "tests/core/central/made_centre.h"
#include "tests/core/service/office.h"
#include "tests/support/patience.h"
#include "tests/ui/support/joined_window.h"
#include "ui/shell/main_window.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace tongban;
using permit::Role;

/// Joining a centre at the real window: every step of the way with its remedy, then the first copy.
class TstConnectPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void everyStepThatFailsSaysWhatToDo();
    void whatIsTypedWrongIsSaidBeforeAnybodyIsAsked();
    void aWorkspaceJoinsAndWorks();
    void aWorkspaceWithCasesOfItsOwnDoesNotJoin();
    void aClerkIsToldWhoMayConnect();

private:
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }
    void open(const char *account);
    void type(const char *line, const QString &text) const
    {
        auto *there = find<QLineEdit>(line);
        there->clear();
        QTest::keyClicks(there, text);
    }
    void toCentre(const std::string &login, const Uuid &device) const;
    QString check();
    QString steps() const;
    QString link() const { return find<QLabel>("linkState")->text(); }

    std::unique_ptr<tests::central::MadeCentre> m_centre;
    std::unique_ptr<tests::Office> m_office;
    ui::Theme m_theme;
    SystemClock m_clock;
    std::unique_ptr<service::WorkspaceThread> m_thread;
    std::unique_ptr<ui::MainWindow> m_window;
};

void TstConnectPage::initTestCase()
{
    m_centre = std::make_unique<tests::central::MadeCentre>();
}

void TstConnectPage::init()
{
    m_office = std::make_unique<tests::Office>();
    m_office->clock.set(m_clock.now());
    for (const auto &[name, role] :
         {std::pair{"admin", Role::Administrator}, std::pair{"clerk", Role::Clerk}}) {
        service::Account account;
        account.name = name;
        account.displayName = name;
        account.roles = {role, Role::Clerk};
        const auto added = service::addAccount(m_office->workspace(), account, "worker-worker", {});
        QVERIFY(added && added->empty());
    }
}

void TstConnectPage::cleanup()
{
    m_window.reset();
    m_thread.reset();
    m_office.reset();
}

void TstConnectPage::open(const char *account)
{
    m_thread = std::make_unique<service::WorkspaceThread>([this] {
        return service::Workspace::open(m_office->folder(), tests::Office::resources(),
                                        service::OpenMode::Write, m_clock, m_office->key());
    });
    m_window = std::make_unique<ui::MainWindow>(*m_thread, m_theme, approval::Language::English);
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    EVENTUALLY(find<QAbstractButton>("signInGo")->isVisible());
    QTest::keyClicks(find<QLineEdit>("signInAccount"), QString::fromLatin1(account));
    QTest::keyClicks(find<QLineEdit>("signInPassword"), QStringLiteral("worker-worker"));
    QTest::keyClick(find<QLineEdit>("signInPassword"), Qt::Key_Return);
    EVENTUALLY(m_window->person().has_value());
    EVENTUALLY_COMPARE(link(), QStringLiteral("This machine only"));
    QTest::keyClick(m_window.get(), Qt::Key_6, Qt::ControlModifier);
    EVENTUALLY(find<QAbstractButton>("centreConnect") != nullptr);
    if (!find<QAbstractButton>("centreConnect")->isEnabled())
        return;
    find<QAbstractButton>("centreConnect")->click();
    EVENTUALLY(find<QWidget>("connectPage")->isVisible() && find<QLineEdit>("connectHost")->hasFocus());
}

void TstConnectPage::toCentre(const std::string &login, const Uuid &device) const
{
    const QString text = QString::fromStdString(m_centre->text(login));
    type("connectHost", text.section(QLatin1Char(' '), 0, 0).mid(5));
    type("connectLogin", QString::fromStdString(login));
    type("connectDevice", QString::fromStdString(device.text()));
}

/// The last line of the check: "passed" or the remedy.
QString TstConnectPage::check()
{
    QTest::keyClick(find<QLineEdit>("connectHost"), Qt::Key_Return);
    const auto isDone = [this] {
        return find<QAbstractButton>("connectCheck")->isEnabled();
    };
    if (!QTest::qWaitFor(isDone, tests::kPatience))
        return QStringLiteral("no end");
    const auto *table = find<QTableWidget>("connectSteps");
    const int last = table->rowCount() - 1;
    if (last < 0)
        return find<QLabel>("connectMessage")->text();
    const QString remedy = table->item(last, 2)->text();
    return remedy.isEmpty() ? table->item(last, 1)->text() : remedy;
}

QString TstConnectPage::steps() const
{
    QStringList words;
    const auto *table = find<QTableWidget>("connectSteps");
    for (int row = 0; row < table->rowCount(); ++row)
        words += table->item(row, 0)->text() + QLatin1Char('=') + table->item(row, 1)->text();
    return words.join(QLatin1Char('|'));
}

void TstConnectPage::everyStepThatFailsSaysWhatToDo()
{
    const Uuid device = m_centre->admit("wang", {"clerk"});
    m_centre->admit("idle", {});
    open("admin");
    toCentre("wang", device);
    const auto says = [this](const QString &words) {
        const QString said = check();
        return said.contains(words) ? QString() : said + QLatin1Char(' ') + steps();
    };
    type("connectHost", QStringLiteral("no-such-host.invalid"));
    QCOMPARE(says(QStringLiteral("No address is known")), QString());
    // Nobody listens.
    type("connectHost", QStringLiteral("127.0.0.1"));
    find<QWidget>("connectPort")->setProperty("value", 1);
    QCOMPARE(says(QStringLiteral("no database answers at that port")), QString());
    // Something that does not encrypt: it answers N to the wish for TLS.
    QTcpServer plain;
    QVERIFY(plain.listen(QHostAddress::LocalHost));
    connect(&plain, &QTcpServer::newConnection, this, [&plain] {
        QTcpSocket *socket = plain.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->write("N"); });
    });
    find<QWidget>("connectPort")->setProperty("value", plain.serverPort());
    QCOMPARE(says(QStringLiteral("does not encrypt")), QString());
    QVERIFY(steps().startsWith(
        QStringLiteral("The name of the server is known=passed|Something answers at the port=passed")));
    find<QWidget>("connectPort")->setProperty("value", 5432);
    toCentre("nobody", device);
    QCOMPARE(says(QStringLiteral("does not know this account")), QString());
    toCentre("idle", device);
    QCOMPARE(says(QStringLiteral("no right in any district")), QString());
    toCentre("wang", device);
    type("connectDatabase", QStringLiteral("other"));
    QCOMPARE(says(QStringLiteral("no database of that name")), QString());
    type("connectDatabase", QStringLiteral("postgres"));
    QCOMPARE(says(QStringLiteral("not a centre of Tongban")), QString());
    type("connectDatabase", QStringLiteral("tongban"));
    type("connectDistricts", QStringLiteral("440306"));
    QCOMPARE(says(QStringLiteral("may not read all the districts")), QString());
    type("connectDistricts", {});
    toCentre("wang", service::newDevice(m_clock));
    QCOMPARE(says(QStringLiteral("who enrols it")), QString());
    m_centre->server().requirePassword("wang", "right-horse");
    toCentre("wang", device);
    QCOMPARE(says(QStringLiteral("Type the password")), QString());
    type("connectPassword", QStringLiteral("wrong"));
    QCOMPARE(says(QStringLiteral("Account or password is wrong")), QString());
    QVERIFY(!find<QAbstractButton>("connectJoin")->isEnabled());
    type("connectPassword", QStringLiteral("right-horse"));
    QCOMPARE(says(QStringLiteral("passed")), QString());
    QVERIFY(find<QAbstractButton>("connectJoin")->isEnabled());
    // Whatever is changed has to be looked at again.
    QTest::keyClicks(find<QLineEdit>("connectLogin"), QStringLiteral("x"));
    QVERIFY(!find<QAbstractButton>("connectJoin")->isEnabled());
}

void TstConnectPage::whatIsTypedWrongIsSaidBeforeAnybodyIsAsked()
{
    open("admin");
    QCOMPARE(check(), QStringLiteral("Enter the name of the server."));
    type("connectHost", QStringLiteral("centre.invalid"));
    QCOMPARE(check(), QStringLiteral("Enter the account."));
    type("connectLogin", QStringLiteral("wang"));
    find<QLineEdit>("connectDistricts")->setText(QStringLiteral("南山")); // as an input method does
    QCOMPARE(check(), QStringLiteral("A district is a number of six digits."));
    type("connectDistricts", {});
    type("connectDevice", QStringLiteral("mine"));
    QVERIFY(check().startsWith(QStringLiteral("The identity of this desktop is not one")));
    QTest::keyClick(find<QLineEdit>("connectHost"), Qt::Key_Escape);
    EVENTUALLY(find<QAbstractButton>("centreConnect")->isVisible());
}

void TstConnectPage::aWorkspaceJoinsAndWorks()
{
    tests::JoinedOffice other(*m_centre, "zhao", {"clerk"});
    other.office.clock.set(m_clock.now());
    other.takeIn(1);
    other.takeIn(2);
    QVERIFY(other.sync().isFinished());
    const Uuid device = m_centre->admit("qian", {"clerk"});
    open("admin");
    toCentre("qian", device);
    QCOMPARE(check(), QStringLiteral("passed"));
    QCOMPARE(find<QLineEdit>("connectDistricts")->text(), QStringLiteral("440305"));
    QVERIFY(find<QAbstractButton>("connectJoin")->hasFocus());
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Space);
    EVENTUALLY_COMPARE(link(), QStringLiteral("Online"));
    EVENTUALLY(find<QWidget>("outboxPage")->isVisible());
    QCOMPARE(tests::must(service::countCases(m_office->workspace(), {})), 2);
    // And from now on what is done here goes there.
    QVERIFY(service::noticeCentre(m_office->workspace()).has_value());
    tests::ApplicationLine line;
    line.person = 3;
    line.item = "KY-001";
    line.channel = "window";
    line.district = "440305";
    line.receivedAt = isoTimestamp(m_clock.now() - std::chrono::hours(1));
    line.fields = "{}";
    line.materials = {};
    m_office->takeIn({line});
    const auto arrived = [&other] {
        return other.sync().isFinished()
            && tests::must(service::countCases(other.office.workspace(), {})) == 3;
    };
    QVERIFY(QTest::qWaitFor(arrived, tests::kPatience));
}

void TstConnectPage::aWorkspaceWithCasesOfItsOwnDoesNotJoin()
{
    m_office->takeIn({tests::ApplicationLine{}});
    const Uuid device = m_centre->admit("sun", {"clerk"});
    open("admin");
    toCentre("sun", device);
    QCOMPARE(check(), QStringLiteral("passed"));
    find<QAbstractButton>("connectJoin")->click();
    EVENTUALLY(find<QLabel>("connectMessage")
                   ->text()
                   .startsWith(QStringLiteral("This workspace has cases of its own")));
    QCOMPARE(link(), QStringLiteral("This machine only"));
}

void TstConnectPage::aClerkIsToldWhoMayConnect()
{
    open("clerk");
    QVERIFY(!find<QAbstractButton>("centreConnect")->isEnabled());
    QVERIFY(!find<QAbstractButton>("centreConnect")->toolTip().isEmpty());
}

QTEST_MAIN(TstConnectPage)
#include "tst_connect_page.moc"
