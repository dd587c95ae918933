// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QTimer>

namespace tongban::ui {

/// When a form has to be kept: soon after a keystroke however fast somebody types, and again until it was
/// written. The owner writes: on due() it hands its text to the workspace's thread and reports back by
/// written(). GUI thread.
class Autosave : public QObject
{
    Q_OBJECT

public:
    explicit Autosave(QObject *parent);

    void touched();
    /// Now, when something is open; for a form that goes away.
    void flush();
    /// What was typed is dropped, or has become an act.
    void forget();
    void written(const Result<> &result);

Q_SIGNALS:
    void due();
    /// Once, until writing works again; it is tried again by itself.
    void failed(const tongban::Error &error);
    void recovered();

private:
    QTimer m_timer;
    bool m_isFailing = false;
};

} // namespace tongban::ui
