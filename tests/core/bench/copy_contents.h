// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <filesystem>

namespace tests {

/// Every row of a copy of a district by its words, and which indexes there are.
QByteArray contents(const std::filesystem::path &store);

} // namespace tests
