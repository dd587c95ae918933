// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/permit/intake_problem.h"

#include <QCoreApplication>
#include <QString>

namespace tongban::ui {

/// What is wrong with a field of an entry, as a sentence beside it.
class ProblemWords
{
    Q_DECLARE_TR_FUNCTIONS(tongban::ui::ProblemWords)

public:
    static QString sentence(const permit::IntakeProblem &problem);
};

} // namespace tongban::ui
