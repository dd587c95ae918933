// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/patience.h"
#include "ui/keyring/keyring.h"

#include <QDeadlineTimer>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

using namespace tongban::ui;

namespace {

/// Whether this process has mapped the library that speaks to keyrings.
bool isLoaded()
{
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);)
        if (line.find("libsecret-1.so") != std::string::npos)
            return true;
    return false;
}

} // namespace

/// Asked where there is no session bus, and so no keyring.
class TstKeyring : public QObject
{
    Q_OBJECT

private slots:
    void itsLibraryIsLoadedBesideTheWindow();
    void whoIsAskedFirstAnswersFirst();
};

/// While the window's thread handles no event, the library comes all the same.
void TstKeyring::itsLibraryIsLoadedBesideTheWindow()
{
    QVERIFY(!isLoaded());
    std::optional<KeyringAnswer> answer;
    readFromKeyring(this, QStringLiteral("nothing"), [&](const KeyringAnswer &given) { answer = given; });
    const QDeadlineTimer patience(tests::kPatience);
    while (!isLoaded() && !patience.hasExpired())
        QThread::yieldCurrentThread();
    QVERIFY(isLoaded());
    QVERIFY(!answer);
    EVENTUALLY(answer.has_value());
    QVERIFY(answer->state == KeyringAnswer::State::NoAnswer);
}

void TstKeyring::whoIsAskedFirstAnswersFirst()
{
    constexpr int kAsked = 8;
    std::vector<int> order;
    for (int i = 0; i < kAsked; ++i)
        readFromKeyring(this, QString::number(i), [&order, i](const KeyringAnswer &) { order.push_back(i); });
    EVENTUALLY_COMPARE(order.size(), std::size_t{kAsked});
    QVERIFY(std::ranges::is_sorted(order));
}

QTEST_GUILESS_MAIN(TstKeyring)
#include "tst_keyring.moc"
