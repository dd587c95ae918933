// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <span>

namespace tongban::ui {

/// The columns of a list of cases. Numbers are kept by nobody: what is kept are their names.
enum class QueueColumn {
    Due,
    Serial,
    Item,
    Applicant,
    State,
    Reason,
    Received,
    Holder,
    District,
    Channel,
    Outcome,
};
inline constexpr int kQueueColumns = 11;

/// What a column needs beside its cells.
struct ColumnTraits {
    const char *name; ///< As preferences keep it.
    const char *sample; ///< A usual value: as wide as this when there is room.
    int least; ///< Characters that are left of it when there is none.
    bool isUsual; ///< Shown unless a person chose otherwise.
    bool keepsEnd; ///< What tells one from another stands at the end.
};

const ColumnTraits &traits(QueueColumn column);
QString columnTitle(QueueColumn column);

/// The order in which columns stand unless a person chose otherwise: the legal clock first.
std::span<const QueueColumn> usualOrder();

} // namespace tongban::ui
