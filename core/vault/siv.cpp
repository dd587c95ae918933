// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/vault/siv.h"

#include <openssl/evp.h>

namespace tongban::vault {
namespace {

struct FreeCipher {
    void operator()(EVP_CIPHER *cipher) const { EVP_CIPHER_free(cipher); }
};
struct FreeContext {
    void operator()(EVP_CIPHER_CTX *context) const { EVP_CIPHER_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_CIPHER_CTX, FreeContext>;

constexpr int kTagBytes = static_cast<int>(Siv::kOverhead);

const unsigned char *in(std::string_view bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

unsigned char *out(std::string &bytes, std::size_t at = 0)
{
    return reinterpret_cast<unsigned char *>(bytes.data()) + at;
}

const char *cipherName(std::size_t keyBytes)
{
    switch (keyBytes) {
    case 32: return "AES-128-SIV";
    case 48: return "AES-192-SIV";
    case 64: return "AES-256-SIV";
    default: return nullptr;
    }
}

/// A context that has read key and associated data; texts are done in copies of it, which costs a third of
/// reading the key again.
Context prepared(const EVP_CIPHER *cipher, std::string_view key, std::string_view associated, int encrypt)
{
    Context context(EVP_CIPHER_CTX_new());
    int length = 0;
    if (!context || EVP_CipherInit_ex2(context.get(), cipher, in(key), nullptr, encrypt, nullptr) != 1
        || EVP_CipherUpdate(context.get(), nullptr, &length, in(associated),
                            static_cast<int>(associated.size()))
            != 1)
        return nullptr;
    return context;
}

Failure broken()
{
    return fail(ErrorCode::Internal, "the library of ciphers refused to work");
}

} // namespace

struct Siv::State {
    Context sealing;
    Context opening;
    Context work;
};

Siv::Siv(std::unique_ptr<State> state) : m_state(std::move(state)) { }
Siv::Siv(Siv &&) noexcept = default;
Siv &Siv::operator=(Siv &&) noexcept = default;
Siv::~Siv() = default;

Result<Siv> Siv::create(std::string_view key, std::string_view associated)
{
    const char *name = cipherName(key.size());
    if (name == nullptr || associated.empty())
        return fail(ErrorCode::InvalidInput, "the key or the associated data has a wrong length");
    const std::unique_ptr<EVP_CIPHER, FreeCipher> cipher(EVP_CIPHER_fetch(nullptr, name, nullptr));
    if (!cipher)
        return fail(ErrorCode::Internal, "the library of ciphers has no " + std::string(name));
    auto state = std::make_unique<State>();
    state->sealing = prepared(cipher.get(), key, associated, 1);
    state->opening = prepared(cipher.get(), key, associated, 0);
    state->work.reset(EVP_CIPHER_CTX_new());
    if (!state->sealing || !state->opening || !state->work)
        return broken();
    return Siv(std::move(state));
}

Result<> Siv::seal(std::string_view text, std::string &sealed)
{
    if (text.empty())
        return fail(ErrorCode::InvalidInput, "nothing to seal");
    sealed.resize(kOverhead + text.size());
    EVP_CIPHER_CTX *work = m_state->work.get();
    int length = 0;
    if (EVP_CIPHER_CTX_copy(work, m_state->sealing.get()) != 1
        || EVP_CipherUpdate(work, out(sealed, kOverhead), &length, in(text), static_cast<int>(text.size()))
            != 1
        || EVP_CIPHER_CTX_ctrl(work, EVP_CTRL_AEAD_GET_TAG, kTagBytes, out(sealed)) != 1)
        return broken();
    return {};
}

Result<> Siv::open(std::string_view sealed, std::string &text)
{
    if (sealed.size() <= kOverhead)
        return fail(ErrorCode::Corrupted, "a sealed value is cut off");
    std::string tag(sealed.substr(0, kOverhead));
    const std::string_view body = sealed.substr(kOverhead);
    text.resize(body.size());
    EVP_CIPHER_CTX *work = m_state->work.get();
    int length = 0;
    if (EVP_CIPHER_CTX_copy(work, m_state->opening.get()) != 1
        || EVP_CIPHER_CTX_ctrl(work, EVP_CTRL_AEAD_SET_TAG, kTagBytes, out(tag)) != 1)
        return broken();
    if (EVP_CipherUpdate(work, out(text), &length, in(body), static_cast<int>(body.size())) != 1) {
        text.clear();
        return fail(ErrorCode::Corrupted,
                    "a sealed value cannot be opened: it was changed, moved, or sealed with another key");
    }
    return {};
}

} // namespace tongban::vault
