// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/feel/value.h"

#include <set>
#include <vector>

namespace tongban::feel {

/// Values that are different by FEEL's equality. Simple values are found by their order; for the others,
/// whose equality is not that of their parts, each is compared with each.
class ValueSet
{
public:
    /// False when an equal value is there.
    bool insert(const Value &value)
    {
        if (isSimple(value))
            return m_simple.insert(value).second;
        for (const Value &other : m_others) {
            if (equal(value, other) == Truth::True)
                return false;
        }
        m_others.push_back(value);
        return true;
    }

    /// What inserting the value will take.
    std::uint64_t scanCost(const Value &value) const
    {
        return isSimple(value) ? 0 : std::uint64_t{value.weight()} * m_others.size();
    }

private:
    struct Less {
        bool operator()(const Value &a, const Value &b) const { return totalOrder(a, b) < 0; }
    };
    static bool isSimple(const Value &value) { return value.shared() == nullptr || value.isString(); }

    std::set<Value, Less> m_simple;
    std::vector<Value> m_others;
};

} // namespace tongban::feel
