// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/hex.h"
#include "core/vault/field_cipher.h"
#include "tests/support/result_checks.h"

#include <QTest>

#include <array>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <rapidcheck.h>

using namespace tongban;
using namespace tongban::vault;

namespace {

constexpr std::string_view kDomain = "permit_case.applicant_id";

std::string bytesOf(std::string_view hex)
{
    std::string bytes(hex.size() / 2, '\0');
    readHex(hex, std::span(reinterpret_cast<std::uint8_t *>(bytes.data()), bytes.size()));
    return bytes;
}

std::string hexOf(std::string_view bytes)
{
    std::string out;
    appendHex(out, std::span(reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size()));
    return out;
}

const unsigned char *raw(const std::string &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

/// RFC 5297 written down from its text on top of CMAC and CTR, to compare with.
namespace by_the_book {

using Block = std::string; // of 16 bytes

Block cmac(std::string_view key, const std::string &message)
{
    EVP_MAC *mac = EVP_MAC_fetch(nullptr, "CMAC", nullptr);
    EVP_MAC_CTX *context = EVP_MAC_CTX_new(mac);
    char cipher[] = "AES-256-CBC";
    const std::array<OSSL_PARAM, 2> parameters{
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_CIPHER, cipher, 0), OSSL_PARAM_construct_end()};
    Block out(16, '\0');
    std::size_t length = 0;
    EVP_MAC_init(context, reinterpret_cast<const unsigned char *>(key.data()), key.size(), parameters.data());
    EVP_MAC_update(context, raw(message), message.size());
    EVP_MAC_final(context, reinterpret_cast<unsigned char *>(out.data()), &length, out.size());
    EVP_MAC_CTX_free(context);
    EVP_MAC_free(mac);
    return out;
}

Block doubled(const Block &block)
{
    Block out(16, '\0');
    unsigned carry = (static_cast<unsigned char>(block[0]) & 0x80U) != 0 ? 0x87U : 0U;
    for (std::size_t i = 16; i-- > 0;) {
        const unsigned shifted = static_cast<unsigned char>(block[i]) * 2U;
        const unsigned low = i == 15 ? carry : (static_cast<unsigned char>(block[i + 1]) >> 7U);
        out[i] = static_cast<char>((shifted ^ low) & 0xFFU);
    }
    return out;
}

void xorInto(std::string &text, std::size_t at, const Block &block)
{
    for (std::size_t i = 0; i < block.size(); ++i)
        text[at + i] = static_cast<char>(text[at + i] ^ block[i]);
}

std::string seal(std::string_view key, const std::string &associated, std::string text)
{
    const std::string plain = text;
    Block d = doubled(cmac(key.substr(0, 32), std::string(16, '\0')));
    xorInto(d, 0, cmac(key.substr(0, 32), associated));
    if (text.size() >= 16) {
        xorInto(text, text.size() - 16, d);
    } else {
        text += '\x80';
        text.resize(16, '\0');
        xorInto(text, 0, doubled(d));
    }
    const Block v = cmac(key.substr(0, 32), text);
    Block counter = v;
    counter[8] = static_cast<char>(counter[8] & 0x7F);
    counter[12] = static_cast<char>(counter[12] & 0x7F);
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    std::string out(plain.size(), '\0');
    int length = 0;
    EVP_EncryptInit_ex(context, EVP_aes_256_ctr(), nullptr,
                       reinterpret_cast<const unsigned char *>(key.data()) + 32, raw(counter));
    EVP_EncryptUpdate(context, reinterpret_cast<unsigned char *>(out.data()), &length, raw(plain),
                      static_cast<int>(plain.size()));
    EVP_CIPHER_CTX_free(context);
    return v + out;
}

} // namespace by_the_book

FieldCipher cipherOf(char seed)
{
    return FieldCipher(*SecretKey::fromBytes(std::string(32, seed)));
}

std::string sealed(FieldCipher &cipher, std::string_view domain, std::string_view text)
{
    std::string out;
    return cipher.seal(domain, text, out) ? out : std::string();
}

} // namespace

class TstFieldCipher : public QObject
{
    Q_OBJECT

private slots:
    void theExampleOfTheStandardIsMet();
    void longKeysGiveWhatTheStandardSays();
    void whatIsSealedOpensAgain();
    void equalValuesAreEqualBytesAndOthersAreNot();
    void everyFlippedBitIsFound();
    void anotherKeyAndAnotherDomainAreFound();
    void whatIsTooShortIsFound();
    void marksDependOnKeyDomainAndText();
    void keysAreToldApartWithoutBeingShown();
};

void TstFieldCipher::theExampleOfTheStandardIsMet()
{
    // RFC 5297, A.1.
    Result<Siv> siv = Siv::create(bytesOf("fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff"),
                                  bytesOf("101112131415161718191a1b1c1d1e1f2021222324252627"));
    QVERIFY_OK(siv);
    const std::string text = bytesOf("112233445566778899aabbccddee");
    std::string out;
    QVERIFY_OK(siv->seal(text, out));
    QCOMPARE(hexOf(out), std::string("85632d07c6e8f37f950acd320a2ecc9340c02b9690c4dc04daef7f6afe5c"));
    std::string back;
    QVERIFY_OK(siv->open(out, back));
    QCOMPARE(back, text);
}

void TstFieldCipher::longKeysGiveWhatTheStandardSays()
{
    std::string key;
    for (int i = 0; i < 64; ++i)
        key += static_cast<char>(i * 7 + 1);
    Result<Siv> siv = Siv::create(key, kDomain);
    QVERIFY_OK(siv);
    for (const std::size_t length : {1U, 15U, 16U, 17U, 31U, 32U, 33U, 1000U, 70'000U}) {
        const std::string text(length, 'x');
        std::string out;
        QVERIFY_OK(siv->seal(text, out));
        QCOMPARE(hexOf(out), hexOf(by_the_book::seal(key, std::string(kDomain), text)));
    }
}

void TstFieldCipher::whatIsSealedOpensAgain()
{
    FieldCipher cipher = cipherOf('k');
    QVERIFY(rc::check("open(seal(x)) == x", [&cipher](const std::string &random) {
        const std::string text = random + "x";
        std::string out;
        RC_ASSERT(cipher.seal(kDomain, text, out).has_value());
        RC_ASSERT(out.size() == text.size() + Siv::kOverhead);
        std::string back;
        RC_ASSERT(cipher.open(kDomain, out, back).has_value());
        RC_ASSERT(back == text);
    }));
}

void TstFieldCipher::equalValuesAreEqualBytesAndOthersAreNot()
{
    FieldCipher one = cipherOf('k');
    FieldCipher two = cipherOf('k');
    QCOMPARE(sealed(one, kDomain, "440305199001011234"), sealed(two, kDomain, "440305199001011234"));
    QVERIFY(sealed(one, kDomain, "440305199001011234") != sealed(one, kDomain, "440305199001011235"));
    QVERIFY(sealed(one, "event.body", "440305199001011234") != sealed(one, kDomain, "440305199001011234"));
}

void TstFieldCipher::everyFlippedBitIsFound()
{
    FieldCipher cipher = cipherOf('k');
    const std::string good = sealed(cipher, kDomain, "440305199001011234");
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
        std::string bad = good;
        bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ (1 << (bit % 8)));
        std::string back;
        QVERIFY_FAILS(cipher.open(kDomain, bad, back), ErrorCode::Corrupted);
        QVERIFY(back.empty());
    }
    std::string back;
    QVERIFY_OK(cipher.open(kDomain, good, back));
}

void TstFieldCipher::anotherKeyAndAnotherDomainAreFound()
{
    FieldCipher cipher = cipherOf('k');
    FieldCipher other = cipherOf('o');
    const std::string value = sealed(cipher, kDomain, "440305199001011234");
    std::string back;
    QVERIFY_FAILS(other.open(kDomain, value, back), ErrorCode::Corrupted);
    QVERIFY_FAILS(cipher.open("block_list.value", value, back), ErrorCode::Corrupted);
}

void TstFieldCipher::whatIsTooShortIsFound()
{
    FieldCipher cipher = cipherOf('k');
    const std::string good = sealed(cipher, kDomain, "440305199001011234");
    std::string back;
    for (std::size_t length = 0; length < good.size(); ++length)
        QVERIFY_FAILS(cipher.open(kDomain, std::string_view(good).substr(0, length), back),
                      ErrorCode::Corrupted);
    // OpenSSL 3.0 would hand both through without protection.
    std::string out;
    QVERIFY_FAILS(cipher.seal(kDomain, "", out), ErrorCode::InvalidInput);
    QVERIFY_FAILS(cipher.seal("", "text", out), ErrorCode::InvalidInput);
}

void TstFieldCipher::marksDependOnKeyDomainAndText()
{
    const FieldCipher cipher = cipherOf('k');
    const FieldCipher other = cipherOf('o');
    const std::string mark = cipher.mark("permit_case.plate", "粤B12345");
    QCOMPARE(mark.size(), std::size_t{8});
    QCOMPARE(cipherOf('k').mark("permit_case.plate", "粤B12345"), mark);
    QVERIFY(other.mark("permit_case.plate", "粤B12345") != mark);
    QVERIFY(cipher.mark("permit_case.plate", "粤B12346") != mark);
    QVERIFY(cipher.mark("roster.plate", "粤B12345") != mark);
}

void TstFieldCipher::keysAreToldApartWithoutBeingShown()
{
    const SecretKey one = SecretKey::random();
    const SecretKey two = SecretKey::random();
    QVERIFY(!(one == two));
    QVERIFY(one == *SecretKey::fromBytes(one.bytes()));
    QVERIFY(keyIdOf(one) != keyIdOf(two));
    QCOMPARE(keyIdOf(one), FieldCipher(one).keyId());
    QVERIFY(one.bytes().find(keyIdOf(one)) == std::string_view::npos);
    QVERIFY_FAILS(SecretKey::fromBytes("short"), ErrorCode::InvalidInput);
}

QTEST_APPLESS_MAIN(TstFieldCipher)
#include "tst_field_cipher.moc"
