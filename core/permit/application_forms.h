// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/permit/raw_application.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::permit {

/// Takes the members of one JSON line into `raw`. Complains about what JSON itself is wrong with, unknown
/// members and members given twice. False when the line is not one JSON object: then `raw` means nothing.
bool readJson(std::string_view line, std::string &buffer, RawApplication &raw, IntakeProblems &problems);

/// What the columns of a CSV file mean, fixed by its header.
class CsvColumns
{
public:
    /// What is wrong with the header: unknown or repeated columns, missing ones that every application needs.
    std::vector<IntakeProblem> set(std::span<const std::string> header);

    std::size_t count() const { return m_columns.size(); }

    /// As many cells as columns. Empty cells are absent members.
    void read(std::span<const std::string> cells, RawApplication &raw) const;

private:
    enum class Part { Application, Applicant, Agent, Field, Material, Unknown };
    struct Column {
        Part part = Part::Unknown;
        std::string name; ///< Of the member; of a field; the number of a document.
    };

    static Column columnFor(std::string_view title);

    std::vector<Column> m_columns;
};

} // namespace tongban::permit
