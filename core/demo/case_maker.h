// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/random.h"
#include "core/demo/demo_case.h"
#include "core/demo/generator.h"
#include "core/demo/identity_pool.h"
#include "core/demo/output_file.h"
#include "core/demo/scenario.h"

#include <string>
#include <vector>

namespace tongban::demo {

/// Makes cases one after the other, and the register rows that belong to each.
class CaseMaker
{
public:
    /// `registers` has one open file for each record of the scenario's layout; all outlive the maker.
    CaseMaker(Scenario &scenario, IdentityPool &pool, std::vector<OutputFile> &registers,
              SeededRandom &random, Date today, DemoReport &report);

    /// A case received at this instant; its rows are written.
    DemoCase make(Timestamp received);

    /// A case of the same kind for a line that intake must refuse: nothing is written to the registers.
    DemoCase makeWithoutRows(Timestamp received);

    /// Rows written so far, by record of the layout.
    const std::vector<std::uint64_t> &rowsWritten() const { return m_rows; }

    /// The same matter sent once more through another channel.
    DemoCase sendAgain(const DemoCase &earlier, Timestamp received);

private:
    struct Plan {
        ItemPlan *item = nullptr;
        const Twist *defects[2] = {};
    };

    Plan choose();
    void choosePlace(DemoCase &demoCase, bool districtLevel);
    void putInPlace(const Twist &twist);
    void makeEntities(const Profile &profile, DemoCase &demoCase);
    void fillForm(const ItemPlan &item, DemoCase &demoCase);
    void writeRows(const Profile &profile);
    void writeRow(const Profile::Row &row, const Change *contradiction);
    std::string nextNumber(std::string_view channel);
    bool chance(std::uint64_t perMille) { return m_random.below(1000) < perMille; }

    Scenario &m_scenario;
    IdentityPool &m_pool;
    std::vector<OutputFile> &m_registers;
    SeededRandom &m_random;
    DemoReport &m_report;
    CaseScope m_scope;
    std::vector<const ValueExpression *> m_slots; ///< The profile's, with the twists of this case in place.
    std::vector<const Twist *> m_twists;
    Plan m_plan;
    std::vector<std::size_t> m_defectsShown; ///< By item: how many defects were shown in their order.
    std::vector<std::uint64_t> m_rows;
    std::string m_cell;
    std::uint64_t m_serial = 0;
};

} // namespace tongban::demo
