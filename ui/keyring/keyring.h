// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace tongban::ui {

/// What the keyring of the person's session said: the only place outside memory where a screen puts what is
/// secret. It cannot be told apart whether it is locked or not there.
struct KeyringAnswer {
    enum class State {
        Done, ///< Read or written.
        NoEntry, ///< It answers, and does not know the entry.
        NoAnswer, ///< Locked, not there, or it refused.
    };
    State state = State::NoAnswer;
    QString secret; ///< After reading.
};

using KeyringHandler = std::function<void(const KeyringAnswer &)>;

/// Asks for one entry; `handle` is called on the receiver's thread, unless it dies first. Nothing is ever
/// kept outside the keyring.
void readFromKeyring(QObject *receiver, const QString &entry, KeyringHandler handle);

/// Writes one entry, in the place of an older one.
void writeToKeyring(QObject *receiver, const QString &entry, const QString &secret, KeyringHandler handle);

/// Takes an entry out; one that is not there is Done.
void removeFromKeyring(QObject *receiver, const QString &entry, KeyringHandler handle);

} // namespace tongban::ui
