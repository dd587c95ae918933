// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/canonical_json.h"
#include "core/base/csv.h"
#include "core/demo/generator.h"
#include "tests/support/paths.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

/// Reading back what the generator wrote: shared by the tests of core/demo.
namespace demo_files {

inline tongban::demo::DemoPlan plan(std::uint64_t applications, std::uint64_t seed = 1)
{
    tongban::demo::DemoPlan result;
    result.applications = applications;
    result.seed = seed;
    result.referenceDay = *tongban::parseIsoDate("2026-11-22");
    result.firstDay = *tongban::parseIsoDate("2026-01-01");
    result.resources = tests::sourcePath("resources");
    return result;
}

inline std::vector<std::string> lines(const std::filesystem::path &path)
{
    std::vector<std::string> result;
    std::ifstream in(path, std::ios::binary);
    for (std::string line; std::getline(in, line);)
        result.push_back(line);
    return result;
}

/// A CSV file with its rows as cells; the header is the first. Ends the program when a record is broken.
inline std::vector<std::vector<std::string>> table(const std::filesystem::path &path)
{
    const std::string bytes = tests::readFile(path);
    tongban::TextSource source(bytes);
    tongban::CsvReader reader(source);
    tongban::CsvRecord record;
    std::vector<std::vector<std::string>> result;
    for (;;) {
        const auto more = reader.next(record);
        if (!more || (*more && record.problem != tongban::CsvProblem::None))
            std::abort();
        if (!*more)
            return result;
        result.push_back(record.fields);
    }
}

inline std::size_t column(const std::vector<std::vector<std::string>> &rows, std::string_view name)
{
    for (std::size_t i = 0; i < rows.front().size(); ++i) {
        if (rows.front()[i] == name)
            return i;
    }
    return std::string::npos;
}

} // namespace demo_files
