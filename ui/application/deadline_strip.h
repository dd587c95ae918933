// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/deadline_account.h"
#include "ui/base/theme.h"

#include <QWidget>

namespace tongban::ui {

/// A deadline day by day: which days count, which do not and why, up to the last. One cell a day, in as many
/// rows as the width asks for; the reason of each day is its tooltip, and the whole is told in the accessible
/// description. GUI thread.
class DeadlineStrip : public QWidget
{
    Q_OBJECT

public:
    DeadlineStrip(const Theme &theme, QWidget *parent);

    void show(const DeadlineAccount &account);
    void clear();

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    int columns(int width) const;
    QSize cellSize() const;
    QRect cell(int index) const;
    QColor fill(AccountKind kind) const;

    const Theme &m_theme;
    std::vector<AccountDay> m_days;
};

} // namespace tongban::ui
