// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <filesystem>
#include <set>
#include <string>

namespace tests {

/// Every row of a copy of a district by its words, and which indexes there are.
QByteArray contents(const std::filesystem::path &store);

/// Of every case a line: id, state, version.
QByteArray standings(const std::filesystem::path &store);

/// The numbers that channels gave to the applications of its cases.
std::set<std::string> paperNumbers(const std::filesystem::path &store);

} // namespace tests
