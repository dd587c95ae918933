// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/patience.h"
#include "ui/session/lock_signals.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace tongban;

/// What the desktop says about its screen and its sleep, on a bus of the test's own.
class TstLockSignals : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void theSignalsOfTheDesktopLock_data();
    void theSignalsOfTheDesktopLock();
    void othersThanLogindAreNotBelieved();

private:
    void say(QDBusConnection bus, const QString &path, const QString &interface, const QString &signal,
             const QVariantList &arguments) const;

    QProcess m_daemon;
    QString m_address;
};

void TstLockSignals::initTestCase()
{
    m_daemon.start(
        QStringLiteral("dbus-daemon"),
        {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
    QVERIFY(m_daemon.waitForStarted());
    QVERIFY(m_daemon.waitForReadyRead());
    m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
}

void TstLockSignals::cleanupTestCase()
{
    m_daemon.kill();
    m_daemon.waitForFinished();
}

void TstLockSignals::say(QDBusConnection bus, const QString &path, const QString &interface,
                         const QString &signal, const QVariantList &arguments) const
{
    QDBusMessage message = QDBusMessage::createSignal(path, interface, signal);
    message.setArguments(arguments);
    QVERIFY(bus.send(message));
}

void TstLockSignals::theSignalsOfTheDesktopLock_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("interface");
    QTest::addColumn<QString>("signal");
    QTest::addColumn<QVariantList>("arguments");
    QTest::addColumn<int>("locks");
    const auto row = [](const char *name, const char *path, const char *interface, const char *signal,
                        const QVariantList &arguments, int locks) {
        QTest::newRow(name) << QString::fromLatin1(path) << QString::fromLatin1(interface)
                            << QString::fromLatin1(signal) << arguments << locks;
    };
    const char *manager = "org.freedesktop.login1.Manager";
    row("sleep begins", "/org/freedesktop/login1", manager, "PrepareForSleep", {true}, 1);
    row("sleep ends", "/org/freedesktop/login1", manager, "PrepareForSleep", {false}, 0);
    row("session lock", "/org/freedesktop/login1/session/_32", "org.freedesktop.login1.Session", "Lock", {},
        1);
    row("screen saver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged",
        {true}, 1);
    row("screen saver ends", "/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", {false}, 0);
    row("gnome", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", {true}, 1);
    row("something else", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "Other", {true}, 0);
}

void TstLockSignals::theSignalsOfTheDesktopLock()
{
    QFETCH(QString, path);
    QFETCH(QString, interface);
    QFETCH(QString, signal);
    QFETCH(QVariantList, arguments);
    QFETCH(int, locks);
    QDBusConnection logind = QDBusConnection::connectToBus(m_address, QStringLiteral("logind"));
    QVERIFY(logind.registerService(QStringLiteral("org.freedesktop.login1")));
    const QDBusConnection own = QDBusConnection::connectToBus(m_address, QStringLiteral("own"));
    ui::LockSignals signals_(nullptr, own, own);
    QSignalSpy locked(&signals_, &ui::LockSignals::locked);
    say(logind, path, interface, signal, arguments);
    // Messages keep their order: when this one has come, so has the one before.
    say(logind, QStringLiteral("/org/freedesktop/login1"), QStringLiteral("org.freedesktop.login1.Manager"),
        QStringLiteral("PrepareForSleep"), {true});
    EVENTUALLY_COMPARE(locked.size(), locks + 1);
    logind.unregisterService(QStringLiteral("org.freedesktop.login1"));
    QDBusConnection::disconnectFromBus(QStringLiteral("logind"));
    QDBusConnection::disconnectFromBus(QStringLiteral("own"));
}

void TstLockSignals::othersThanLogindAreNotBelieved()
{
    QDBusConnection logind = QDBusConnection::connectToBus(m_address, QStringLiteral("logind"));
    QVERIFY(logind.registerService(QStringLiteral("org.freedesktop.login1")));
    const QDBusConnection own = QDBusConnection::connectToBus(m_address, QStringLiteral("own"));
    const QDBusConnection other = QDBusConnection::connectToBus(m_address, QStringLiteral("other"));
    ui::LockSignals signals_(nullptr, own, own);
    QSignalSpy locked(&signals_, &ui::LockSignals::locked);
    const QString path = QStringLiteral("/org/freedesktop/login1");
    const QString interface = QStringLiteral("org.freedesktop.login1.Manager");
    say(other, path, interface, QStringLiteral("PrepareForSleep"), {true});
    // The bus hands on what the first one said before it answers the second one's question.
    other.call(QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/"),
                                              QStringLiteral("org.freedesktop.DBus"),
                                              QStringLiteral("GetId")));
    say(logind, path, interface, QStringLiteral("PrepareForSleep"), {true});
    EVENTUALLY(!locked.isEmpty());
    QCOMPARE(locked.size(), 1);
    for (const char *name : {"logind", "own", "other"})
        QDBusConnection::disconnectFromBus(QString::fromLatin1(name));
}

QTEST_GUILESS_MAIN(TstLockSignals)
#include "tst_lock_signals.moc"
