// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/base/when_done.h"

#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>
#include <utility>

namespace tongban::ui {

/// Runs what takes a second or more beside the window; `handle` gets its answer on the receiver's thread,
/// unless the receiver dies first. The application waits for the work when it ends: nothing runs on while the
/// libraries it uses are taken down.
template <typename Work, typename Handler>
void inBackground(QObject *receiver, Work work, Handler handle)
{
    using Answer = std::invoke_result_t<Work>;
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    whenDone(receiver, promise->future(), std::move(handle));
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
}

} // namespace tongban::ui
