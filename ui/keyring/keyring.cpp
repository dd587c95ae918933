// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/keyring/keyring.h"

#include <QLibrary>
#include <qt6keychain/keychain.h>
#include <QThreadPool>

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

/// Belongs to nobody: the library answers into it, however long that takes and whoever has gone meanwhile.
template <typename Job>
Job *jobFor(const QString &entry)
{
    auto *job = new Job(QStringLiteral("tongban"));
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(entry);
    return job;
}

/// The first job loads the library of the keyring, and that nine others, on the thread that its object lives
/// on: a second where the disk is busy. Here it is loaded beside the window; the job then finds it there, or
/// says that there is none. One after the other: jobs begin in the order in which they were asked for.
void start(QKeychain::Job *job)
{
    static QThreadPool beside;
    beside.setMaxThreadCount(1);
    beside.start([job] {
        QLibrary(QStringLiteral("secret-1"), 0).load();
        job->start(); // which only posts an event to the job's thread
    });
}

} // namespace

void readFromKeyring(QObject *receiver, const QString &entry, KeyringHandler handle)
{
    auto *job = jobFor<QKeychain::ReadPasswordJob>(entry);
    QObject::connect(job, &QKeychain::Job::finished, receiver, [job, handle = std::move(handle)] {
        handle({stateOf(job->error()), job->textData()});
    });
    start(job);
}

void writeToKeyring(QObject *receiver, const QString &entry, const QString &secret, KeyringHandler handle)
{
    auto *job = jobFor<QKeychain::WritePasswordJob>(entry);
    job->setTextData(secret);
    QObject::connect(job, &QKeychain::Job::finished, receiver, [job, handle = std::move(handle)] {
        handle({stateOf(job->error()), {}});
    });
    start(job);
}

void removeFromKeyring(QObject *receiver, const QString &entry, KeyringHandler handle)
{
    auto *job = jobFor<QKeychain::DeletePasswordJob>(entry);
    QObject::connect(job, &QKeychain::Job::finished, receiver, [job, handle = std::move(handle)] {
        const KeyringAnswer::State state = stateOf(job->error());
        handle({state == KeyringAnswer::State::NoEntry ? KeyringAnswer::State::Done : state, {}});
    });
    start(job);
}

} // namespace tongban::ui
