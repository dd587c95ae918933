// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <filesystem>
#include <functional>
#include <vector>

namespace tongban::ui {

/// What one check of this machine found, and what to do about it.
struct CheckFinding {
    enum class State {
        Good,
        Doubtful, ///< The program works; something will be missed.
        Bad, ///< Work is not possible, or not safe.
    };
    State state = State::Good;
    QString found;
    QString remedy; ///< Empty when there is nothing to do.
};

struct MachineCheck {
    QString name; ///< "store", "printer".
    QString title;
    std::function<CheckFinding()> run; ///< May take a second.
};

/// What each of the things that fail silently is like here (convention 24): store, write access, document
/// font, clock, input method, keyring, printer. On the GUI thread, one at a time.
std::vector<MachineCheck> machineChecks(const std::filesystem::path &workspace,
                                        const std::filesystem::path &resources);

} // namespace tongban::ui
