// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/vault/recovery_code.h"
#include "core/vault/vault_file.h"
#include "tests/support/paths.h"
#include "tests/support/result_checks.h"
#include "tests/support/temporary_directory.h"

#include <QTest>

#include <fstream>

using namespace tongban;
using namespace tongban::vault;

namespace {

constexpr PassphraseCost kCheap{1, std::uint64_t{8} << 20U};
constexpr std::string_view kPassphrase = "深圳 correct horse";

struct Sample {
    SecretKey key = SecretKey::random();
    VaultFile file = VaultFile::create(key);
};

} // namespace

class TstVaultFile : public QObject
{
    Q_OBJECT

private slots:
    void everyWayGivesTheSameKey();
    void aWrongSecretIsDeniedAndWordsSayWhich();
    void changingThePassphraseLeavesTheKey();
    void aWayThatIsTakenAwayOpensNoMore();
    void theFileHoldsNothingSecretAndIsItsOwnersAlone();
    void aDamagedFileIsFound_data();
    void aDamagedFileIsFound();
    void aWrapInAnothersPlaceDoesNotOpen();
    void aShortPassphraseIsRefused();
    void aCodeIsReadHoweverItIsTyped();
    void aMistypedGroupIsNamed();
};

void TstVaultFile::everyWayGivesTheSameKey()
{
    Sample made;
    const tests::TemporaryDirectory folder;
    QVERIFY_OK(made.file.setPassphrase(made.key, kPassphrase, kCheap));
    const auto code = made.file.setRecovery(made.key);
    const auto ring = made.file.setKeyring(made.key);
    const auto file = made.file.setKeyFile(made.key);
    QVERIFY_OK(code);
    QVERIFY_OK(ring);
    QVERIFY_OK(file);
    QVERIFY_OK(made.file.write(folder.path()));
    const auto read = VaultFile::read(folder.path());
    QVERIFY_OK(read);
    QCOMPARE(read->keyId(), made.file.keyId());
    QCOMPARE(read->keyringEntry(), made.file.keyringEntry());
    QVERIFY(*read->openWithPassphrase(kPassphrase) == made.key);
    QVERIFY(*read->openWithRecovery(*code) == made.key);
    QVERIFY(*read->openWithKeyring(*ring) == made.key);
    QVERIFY(*read->openWithKeyFile(*file + "\n") == made.key);
}

void TstVaultFile::aWrongSecretIsDeniedAndWordsSayWhich()
{
    Sample made;
    Sample other;
    QVERIFY_OK(made.file.setPassphrase(made.key, kPassphrase, kCheap));
    QVERIFY_OK(made.file.setKeyring(made.key));
    QVERIFY_OK(made.file.setRecovery(made.key));
    const auto wrong = made.file.openWithPassphrase("correct horse 深圳");
    QVERIFY_FAILS(wrong, ErrorCode::Denied);
    QVERIFY(wrong.error().detail.find("passphrase is wrong") != std::string::npos);
    const auto foreign = other.file.setKeyring(other.key);
    QVERIFY_OK(foreign);
    QVERIFY_FAILS(made.file.openWithKeyring(*foreign), ErrorCode::Denied);
    QVERIFY_FAILS(made.file.openWithKeyring("anything else"), ErrorCode::InvalidInput);
    QVERIFY_FAILS(made.file.openWithRecovery(makeRecoveryCode()), ErrorCode::Denied);
    QVERIFY_FAILS(made.file.openWithKeyFile("x"), ErrorCode::InvalidInput);
    const auto file = other.file.setKeyFile(other.key);
    QVERIFY_FAILS(made.file.openWithKeyFile(*file), ErrorCode::NotFound);
}

void TstVaultFile::changingThePassphraseLeavesTheKey()
{
    Sample made;
    QVERIFY_OK(made.file.setPassphrase(made.key, kPassphrase, kCheap));
    QVERIFY_OK(made.file.setPassphrase(made.key, "another one altogether", kCheap));
    QVERIFY_FAILS(made.file.openWithPassphrase(kPassphrase), ErrorCode::Denied);
    QVERIFY(*made.file.openWithPassphrase("another one altogether") == made.key);
}

void TstVaultFile::aWayThatIsTakenAwayOpensNoMore()
{
    Sample made;
    const auto first = made.file.setKeyFile(made.key);
    const auto second = made.file.setKeyFile(made.key);
    QVERIFY_FAILS(made.file.openWithKeyFile(*first), ErrorCode::Denied);
    QVERIFY_OK(made.file.openWithKeyFile(*second));
    made.file.remove(Slot::KeyFile);
    QVERIFY_FAILS(made.file.openWithKeyFile(*second), ErrorCode::NotFound);
    const tests::TemporaryDirectory folder;
    QVERIFY_FAILS(made.file.write(folder.path()), ErrorCode::Internal);
    QVERIFY(!VaultFile::existsIn(folder.path()));
}

void TstVaultFile::theFileHoldsNothingSecretAndIsItsOwnersAlone()
{
    Sample made;
    const tests::TemporaryDirectory folder;
    QVERIFY_OK(made.file.setPassphrase(made.key, kPassphrase, kCheap));
    const auto code = made.file.setRecovery(made.key);
    const auto ring = made.file.setKeyring(made.key);
    QVERIFY_OK(made.file.write(folder.path()));
    const auto path = VaultFile::pathIn(folder.path());
    const QByteArray text = QByteArray::fromStdString(tests::readFile(path));
    const QByteArray key(made.key.bytes().data(), static_cast<int>(made.key.bytes().size()));
    for (const QByteArray &secret :
         {key, key.toHex(), key.toBase64(),
          QByteArray(kPassphrase.data(), static_cast<int>(kPassphrase.size())),
          QByteArray::fromStdString(*code), QByteArray::fromStdString(ring->substr(ring->find(' ') + 1))})
        QVERIFY(!text.contains(secret));
    namespace fs = std::filesystem;
    QCOMPARE(fs::status(path).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

void TstVaultFile::aDamagedFileIsFound_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("no object") << QByteArray("[1]");
    QTest::newRow("another format") << QByteArray(R"({"format":2,"key_id":"00"})");
    QTest::newRow("nothing opens it") << QByteArray(R"({"format":1,"key_id":"0011223344556677"})");
    QTest::newRow("no key") << QByteArray(R"({"format":1,"recovery":{"wrapped":"00"}})");
}

void TstVaultFile::aDamagedFileIsFound()
{
    QFETCH(QByteArray, text);
    const tests::TemporaryDirectory folder;
    std::ofstream(VaultFile::pathIn(folder.path()), std::ios::binary) << text.toStdString();
    QVERIFY_FAILS(VaultFile::read(folder.path()), ErrorCode::Corrupted);
    const tests::TemporaryDirectory none;
    QVERIFY_FAILS(VaultFile::read(none.path()), ErrorCode::NotFound);
}

void TstVaultFile::aWrapInAnothersPlaceDoesNotOpen()
{
    const SecretKey with = SecretKey::random();
    const SecretKey key = SecretKey::random();
    const auto wrapped = wrapKey(with, "one", key);
    QVERIFY_OK(wrapped);
    QVERIFY(*unwrapKey(with, "one", *wrapped) == key);
    QVERIFY_FAILS(unwrapKey(with, "two", *wrapped), ErrorCode::Denied);
    QVERIFY_FAILS(unwrapKey(key, "one", *wrapped), ErrorCode::Denied);
    QVERIFY_FAILS(unwrapKey(with, "one", wrapped->substr(1)), ErrorCode::Denied);
    QVERIFY_FAILS(unwrapKey(with, "one", ""), ErrorCode::Denied);
    // A file may not make the program work for hours, nor ask for more memory than there is.
    QVERIFY_FAILS(passphraseKey("x", std::string(16, 's'), {1U << 30U, 1U << 20U}), ErrorCode::InvalidInput);
    QVERIFY_FAILS(passphraseKey("x", std::string(16, 's'), {1, std::uint64_t{1} << 50U}),
                  ErrorCode::InvalidInput);
    QVERIFY_FAILS(passphraseKey("x", "salt", kCheap), ErrorCode::InvalidInput);
}

void TstVaultFile::aShortPassphraseIsRefused()
{
    Sample made;
    QVERIFY_FAILS(made.file.setPassphrase(made.key, "七个汉字的口令", kCheap), ErrorCode::InvalidInput);
    QVERIFY_FAILS(made.file.setPassphrase(made.key, "broken \xC3 text", kCheap), ErrorCode::InvalidInput);
    QVERIFY(!made.file.has(Slot::Passphrase));
    QVERIFY_OK(made.file.setPassphrase(made.key, "八个汉字的口令了", kCheap));
}

void TstVaultFile::aCodeIsReadHoweverItIsTyped()
{
    const std::string code = makeRecoveryCode();
    QCOMPARE(code.size(), std::size_t{41});
    const auto key = recoveryKey(code);
    QVERIFY_OK(key);
    const QString typed = QString::fromStdString(code);
    QString wide;
    for (const QChar c : typed)
        wide += c == u'-' ? QChar(0x3000) : QChar(c.unicode() - 0x21 + 0xFF01);
    for (const QString &way :
         {typed.toLower(), QString(typed).remove(u'-'), QString(typed).replace(u'-', u' '),
          QString(typed).replace(u'0', u'o').replace(u'1', u'l'), wide})
        QVERIFY(*recoveryKey(way.toStdString()) == *key);
}

void TstVaultFile::aMistypedGroupIsNamed()
{
    const std::string code = makeRecoveryCode();
    for (std::size_t group = 0; group < 7; ++group) {
        for (std::size_t at = group * 6; at < group * 6 + 5; ++at) {
            std::string bad = code;
            bad[at] = bad[at] == 'A' ? 'B' : 'A';
            const auto read = recoveryKey(bad);
            QVERIFY_FAILS(read, ErrorCode::InvalidInput);
            QVERIFY(read.error().detail.find("group " + std::to_string(group + 1)) != std::string::npos);
        }
    }
    QVERIFY_FAILS(recoveryKey(code.substr(0, 35)), ErrorCode::InvalidInput);
    QVERIFY_FAILS(recoveryKey(""), ErrorCode::InvalidInput);
}

QTEST_APPLESS_MAIN(TstVaultFile)
#include "tst_vault_file.moc"
