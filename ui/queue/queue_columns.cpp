// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/queue/queue_columns.h"

#include <QCoreApplication>

#include <array>

namespace tongban::ui {

namespace {

class ColumnWords
{
    Q_DECLARE_TR_FUNCTIONS(tongban::ui::ColumnWords)

public:
    static QString of(QueueColumn column)
    {
        switch (column) {
        case QueueColumn::Due: return tr("Limit");
        case QueueColumn::Serial: return tr("Case number");
        case QueueColumn::Item: return tr("Item");
        case QueueColumn::Applicant: return tr("Applicant");
        case QueueColumn::State: return tr("State");
        case QueueColumn::Reason: return tr("Why not automatic");
        case QueueColumn::Received: return tr("Received");
        case QueueColumn::Holder: return tr("In work");
        case QueueColumn::District: return tr("District");
        case QueueColumn::Channel: return tr("Channel");
        case QueueColumn::Outcome: return tr("Outcome");
        }
        return {};
    }
};

// In the order of the enumeration.
constexpr std::array<ColumnTraits, kQueueColumns> kTraits{
    ColumnTraits{"due", "100 days late", 5, true, false},
    ColumnTraits{"serial", "深交审-2026-440305-0000248-H", 12, true, true},
    ColumnTraits{"item", "道路货物运输经营许可证换发", 7, true, false},
    ColumnTraits{"applicant", "深圳市样例联运公司", 5, true, false},
    ColumnTraits{"state", "With a person now", 4, true, false},
    ColumnTraits{"reason", "finding WYC-R-16 ", 8, false, false},
    ColumnTraits{"received", "2026-11-22 09:21", 10, false, false},
    ColumnTraits{"holder", "欧阳某 10:03", 4, true, false},
    ColumnTraits{"district", "大鹏新区", 6, false, false},
    ColumnTraits{"channel", "统一受理平台", 6, false, false},
    ColumnTraits{"outcome", "不予许可", 6, false, false}};

constexpr std::array kOrder{QueueColumn::Due,       QueueColumn::Serial,   QueueColumn::Item,
                            QueueColumn::Applicant, QueueColumn::State,    QueueColumn::Holder,
                            QueueColumn::Reason,    QueueColumn::Received, QueueColumn::District,
                            QueueColumn::Channel,   QueueColumn::Outcome};

} // namespace

const ColumnTraits &traits(QueueColumn column)
{
    return kTraits[static_cast<std::size_t>(column)];
}

QString columnTitle(QueueColumn column)
{
    return ColumnWords::of(column);
}

std::span<const QueueColumn> usualOrder()
{
    return kOrder;
}

} // namespace tongban::ui
