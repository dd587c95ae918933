// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace tongban::ui {

/// Calls `handle` with the future's value on the receiver's thread, unless the receiver dies first or the
/// future is cancelled. Not QFuture::then(): with Qt 6.4 its context may be dead by then.
template <typename Value, typename Handler>
void whenDone(QObject *receiver, const QFuture<Value> &future, Handler handle)
{
    auto *watcher = new QFutureWatcher<Value>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver,
                     [watcher, handle = std::move(handle)]() mutable {
                         watcher->deleteLater();
                         if (!watcher->isCanceled())
                             handle(watcher->result());
                     });
    watcher->setFuture(future);
}

} // namespace tongban::ui
