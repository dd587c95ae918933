// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/canonical_json.h"
#include "core/storage/register_dictionary.h"
#include "core/storage/register_reader.h"
#include "tests/fuzz/fuzz_support.h"

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace tongban::fuzz {

inline const storage::RegisterDictionary &shippedRegisters()
{
    static const auto dictionary =
        storage::RegisterDictionary::parse(shippedFile("resources/registers/dictionary.json"));
    require(dictionary.has_value());
    return *dictionary;
}

/// Keeps what a reader gives and checks each row: its key is there, its body is one flat object that holds
/// the record's fields in order, and nothing that is told about a bad row holds its key.
class RowSink final : public storage::RegisterSink
{
public:
    Result<> takeRow(std::string_view key, std::string_view body) override
    {
        require(!key.empty());
        const auto document = parseJson(body);
        require(document && document->is_object());
        if (const auto canonical = canonicalJson(*document))
            require(*canonical == body);
        rows.push_back(std::string(key) + " " + std::string(body));
        return {};
    }

    void takeProblem(const storage::RegisterProblem &problem) override
    {
        require(!quotesAnIdentifier(problem.detail));
        ++problemsOfRow;
    }

    Result<> rejectRow(std::string_view key) override
    {
        require(problemsOfRow > 0);
        problemsOfRow = 0;
        ++rejected;
        rows.push_back(std::string(key) + " rejected");
        return {};
    }

    bool operator==(const RowSink &other) const { return rows == other.rows && rejected == other.rejected; }

    std::vector<std::string> rows;
    std::size_t problemsOfRow = 0;
    std::size_t rejected = 0;
};

} // namespace tongban::fuzz
