// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/unlock/keyring.h"

#include <qt6keychain/keychain.h>

namespace tongban::ui {

namespace {

KeyringAnswer::State stateOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError: return KeyringAnswer::State::Done;
    case QKeychain::EntryNotFound: return KeyringAnswer::State::NoEntry;
    default: return KeyringAnswer::State::NoAnswer;
    }
}

template <typename Job>
Job *jobFor(QObject *receiver, const QString &entry)
{
    auto *job = new Job(QStringLiteral("tongban"), receiver);
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(entry);
    return job;
}

} // namespace

void readFromKeyring(QObject *receiver, const QString &entry, KeyringHandler handle)
{
    auto *job = jobFor<QKeychain::ReadPasswordJob>(receiver, entry);
    QObject::connect(job, &QKeychain::Job::finished, receiver, [job, handle = std::move(handle)] {
        handle({stateOf(job->error()), job->textData()});
    });
    job->start();
}

void writeToKeyring(QObject *receiver, const QString &entry, const QString &secret, KeyringHandler handle)
{
    auto *job = jobFor<QKeychain::WritePasswordJob>(receiver, entry);
    job->setTextData(secret);
    QObject::connect(job, &QKeychain::Job::finished, receiver, [job, handle = std::move(handle)] {
        handle({stateOf(job->error()), {}});
    });
    job->start();
}

} // namespace tongban::ui
