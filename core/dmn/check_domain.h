// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dmn/bits.h"
#include "core/dmn/compiled_table.h"
#include "core/feel/evaluation.h"

#include <string>
#include <unordered_set>
#include <vector>

namespace tongban::dmn {

/// The values of one column cut into pieces that no cell tells apart, each stood for by one example.
class ColumnDomain
{
public:
    struct Piece {
        feel::Value example;
        Bits may; ///< Rules whose cell holds, or might.
        Bits sure; ///< Rules whose cell certainly holds.
    };

    /// `evaluation` must have an open frame large enough for the column's cells.
    ColumnDomain(const CompiledInput &input, feel::Evaluation &evaluation, std::size_t maximumTests);

    const std::vector<Piece> &pieces() const { return m_pieces; }
    /// False when some cell could not be told from its text.
    bool isExact() const { return m_isExact; }
    /// True when examples are real values; false when the kind of the column is not known.
    bool hasExamples() const { return m_hasExamples; }
    /// Rules whose cell holds for every allowed value.
    const Bits &universal() const { return m_universal; }

private:
    void addPiece(feel::Value example, const CompiledInput &input, feel::Evaluation &evaluation);

    std::vector<Piece> m_pieces;
    std::unordered_set<std::string> m_known; ///< The bits of the pieces there are.
    Bits m_universal;
    bool m_isExact = true;
    bool m_hasExamples = true;
};

/// The kind of value a type's values have, or Null when they may be of several.
feel::Kind kindOf(const feel::Type &type);

/// "年龄 = 17": FEEL text for an example.
std::string exampleText(const std::string &name, const feel::Value &value);

} // namespace tongban::dmn
