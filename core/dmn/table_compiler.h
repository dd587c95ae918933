// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dmn/boxed_compiler.h"
#include "core/dmn/compiled_table.h"

#include <memory>

namespace tongban::dmn {

/// Compiles one decision table: input expressions, cells, allowed values, outputs, column indexes. A cell
/// that does not compile is a finding, and the table answers null until it is mended: a rule that cannot be
/// read must not be skipped silently.
class TableCompiler
{
public:
    TableCompiler(BoxedCompiler &compiler, const DecisionTable &table, Place place)
        : m_compiler(compiler), m_source(table), m_place(place), m_table(std::make_shared<CompiledTable>())
    {
    }

    CompiledPiece compile(feel::Scope &scope);

private:
    bool checkStructure();
    void refuse(Remark remark, std::vector<std::string> parts = {}, int rule = 0);
    void compileInput(const InputClause &input, std::size_t column, feel::Scope &scope);
    void compileCells(const InputClause &input, std::size_t column, feel::Scope &scope);
    void compileOutput(const OutputClause &output, feel::Scope &scope);
    void readOrder(const OutputClause &clause, CompiledOutput &output);
    void compileRule(const Rule &rule, std::size_t number, feel::Scope &scope);
    void makeConstant(CompiledRule &rule);
    feel::Type resultType() const;
    std::string columnName(const OutputClause &output) const;

    BoxedCompiler &m_compiler;
    const DecisionTable &m_source;
    Place m_place;
    std::shared_ptr<CompiledTable> m_table;
    bool m_isBroken = false;
};

} // namespace tongban::dmn
