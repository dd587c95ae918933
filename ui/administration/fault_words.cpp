// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/administration/fault_words.h"

#include "ui/base/text.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace tongban::ui {

namespace {

class FaultWords
{
    Q_DECLARE_TR_FUNCTIONS(tongban::ui::FaultWords)

public:
    static QString of(const std::string &fault)
    {
        for (const auto &[code, words] : kWords)
            if (fault == code)
                return tr(words);
        return qt(fault);
    }

private:
    static constexpr std::array<std::pair<const char *, const char *>, 17> kWords{{
        {"gap", QT_TR_NOOP("an act is missing")},
        {"edited", QT_TR_NOOP("an act was changed")},
        {"reordered", QT_TR_NOOP("acts have changed places")},
        {"truncated", QT_TR_NOOP("the end was cut off")},
        {"forged", QT_TR_NOOP("an act was slipped in")},
        {"rewritten", QT_TR_NOOP("the chain is not the one that a witness saw")},
        {"head_mismatch", QT_TR_NOOP("the chain does not end where it should")},
        {"application_changed", QT_TR_NOOP("the application is not the one taken in")},
        {"record_changed", QT_TR_NOOP("the case is not as its application says")},
        {"standing_changed", QT_TR_NOOP("the case does not stand as its acts left it")},
        {"decision_changed", QT_TR_NOOP("the decision is not the one its act names")},
        {"totals_changed", QT_TR_NOOP("the totals of the lists are not those of the cases")},
        {"witness_changed", QT_TR_NOOP("the file of witnesses was changed")},
        {"witness_missing", QT_TR_NOOP("a witness is missing")},
        {"office_gap", QT_TR_NOOP("a change of the office is missing")},
        {"office_edited", QT_TR_NOOP("a change of the office was altered")},
        {"office_truncated", QT_TR_NOOP("the end of the changes of the office was cut off")},
    }};
};

} // namespace

QString faultWords(const std::string &fault)
{
    return FaultWords::of(fault);
}

} // namespace tongban::ui
