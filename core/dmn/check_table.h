// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dmn/check.h"
#include "core/dmn/check_domain.h"
#include "core/dmn/compiled_table.h"

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace tongban::dmn {

/// The checks of one table over the pieces of its columns.
class TableCheck
{
public:
    TableCheck(const CompiledTable &table, const CheckLimits &limits, std::vector<Finding> &findings);

    void run();

private:
    /// One piece a column; columns not chosen hold every piece.
    using Region = std::vector<std::size_t>;

    void checkCells();
    void checkOutputs();
    void checkOverlaps();
    void checkMasked();
    void checkGaps();
    void noteUnchecked();

    /// Looks for combinations of pieces that none of `alive` covers; visit(region) answers whether to go on.
    template <typename Visit>
    bool search(std::size_t column, const Bits &alive, std::optional<std::size_t> within, Region &region,
                Visit visit);
    bool isCovered(const Bits &alive, std::size_t column) const;
    bool precedes(std::size_t left, std::size_t right) const;
    bool isPromising() const;
    bool isIndependent() const;
    bool canApply(std::size_t rule) const;
    std::string describe(const Region &region) const;
    std::string pairExample(std::size_t left, std::size_t right) const;
    struct Said {
        Remark remark;
        std::vector<std::string> parts{};
    };
    void report(FindingKind kind, Severity severity, std::vector<int> rules, std::string column, Said said,
                std::string example);

    const CompiledTable &m_table;
    CheckLimits m_limits;
    std::vector<Finding> &m_findings;
    std::vector<ColumnDomain> m_domains;
    std::vector<Bits> m_universalFrom; ///< Rules that hold for everything from a column on.
    std::unordered_set<std::string> m_seen;
    std::size_t m_regions = 0;
    bool m_useSure = false;
};

} // namespace tongban::dmn
