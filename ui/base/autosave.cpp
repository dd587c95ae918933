// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/base/autosave.h"

#include <utility>

namespace tongban::ui {

namespace {

/// With the write itself well below the two seconds that may be lost.
constexpr int kSoonMilliseconds = 1000;

} // namespace

Autosave::Autosave(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kSoonMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &Autosave::due);
}

void Autosave::touched()
{
    // Not begun anew with each key: while somebody goes on typing, it is kept all the same.
    if (!m_timer.isActive())
        m_timer.start();
}

void Autosave::flush()
{
    if (!m_timer.isActive())
        return;
    m_timer.stop();
    Q_EMIT due();
}

void Autosave::forget()
{
    m_timer.stop();
}

void Autosave::written(const Result<> &result)
{
    if (result) {
        if (std::exchange(m_isFailing, false))
            Q_EMIT recovered();
        return;
    }
    touched();
    if (!std::exchange(m_isFailing, true))
        Q_EMIT failed(result.error());
}

} // namespace tongban::ui
