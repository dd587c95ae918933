// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/digest.h"

#include "core/base/hex.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <openssl/evp.h>
#include <utility>

namespace tongban {

namespace {

[[noreturn]] void stopWithoutDigest(const char *what)
{
    std::fprintf(stderr, "tongban: the OpenSSL library has no %s\n", what);
    std::abort();
}

/// Looking an algorithm up costs more than digesting a record, so each is looked up once a process.
EVP_MD *fetched(DigestAlgorithm algorithm)
{
    const auto fetch = [](const char *name) {
        EVP_MD *md = EVP_MD_fetch(nullptr, name, nullptr);
        if (md == nullptr || EVP_MD_get_size(md) != 32)
            stopWithoutDigest(name);
        return md;
    };
    switch (algorithm) {
    case DigestAlgorithm::Sha256: {
        static EVP_MD *const md = fetch("SHA256");
        return md;
    }
    case DigestAlgorithm::Sm3: {
        static EVP_MD *const md = fetch("SM3");
        return md;
    }
    }
    stopWithoutDigest("digest of that kind");
}

Digest digestOf(DigestAlgorithm algorithm, std::string_view bytes)
{
    // One context a thread: creating one costs as much as digesting a short record.
    thread_local Digester sha256Digester(DigestAlgorithm::Sha256);
    if (algorithm == DigestAlgorithm::Sha256) {
        sha256Digester.add(bytes);
        return sha256Digester.finish();
    }
    Digester digester(algorithm);
    digester.add(bytes);
    return digester.finish();
}

} // namespace

std::string Digest::hex() const
{
    std::string text;
    text.reserve(bytes.size() * 2);
    appendHex(text, bytes);
    return text;
}

Result<Digest> Digest::parse(std::string_view hex)
{
    Digest digest;
    if (!readHex(hex, digest.bytes))
        return fail(ErrorCode::InvalidInput, "a digest is 64 hexadecimal characters");
    return digest;
}

Result<Digest> Digest::fromBlob(std::string_view blob)
{
    Digest digest;
    if (blob.size() != digest.bytes.size())
        return fail(ErrorCode::InvalidInput, "a digest is 32 bytes long, not " + std::to_string(blob.size()));
    std::memcpy(digest.bytes.data(), blob.data(), blob.size());
    return digest;
}

Digest sha256(std::string_view bytes)
{
    return digestOf(DigestAlgorithm::Sha256, bytes);
}

Digest sm3(std::string_view bytes)
{
    return digestOf(DigestAlgorithm::Sm3, bytes);
}

struct Digester::State {
    explicit State(DigestAlgorithm algorithm) : md(fetched(algorithm)), context(EVP_MD_CTX_new())
    {
        if (context == nullptr)
            stopWithoutDigest("memory for a digest");
        begin();
    }
    ~State() { EVP_MD_CTX_free(context); }
    State(const State &) = delete;
    State &operator=(const State &) = delete;

    void begin()
    {
        if (EVP_DigestInit_ex2(context, md, nullptr) != 1)
            stopWithoutDigest("working digest");
    }

    EVP_MD *md;
    EVP_MD_CTX *context;
};

Digester::Digester(DigestAlgorithm algorithm) : m_state(std::make_unique<State>(algorithm)) { }
Digester::~Digester() = default;
Digester::Digester(Digester &&) noexcept = default;
Digester &Digester::operator=(Digester &&) noexcept = default;

void Digester::add(std::string_view bytes)
{
    if (EVP_DigestUpdate(m_state->context, bytes.data(), bytes.size()) != 1)
        stopWithoutDigest("working digest");
}

Digest Digester::finish()
{
    Digest digest;
    unsigned int size = 0;
    if (EVP_DigestFinal_ex(m_state->context, digest.bytes.data(), &size) != 1)
        stopWithoutDigest("working digest");
    m_state->begin();
    return digest;
}

} // namespace tongban
