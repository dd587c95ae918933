// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/model.h"

namespace tongban::dmn {

std::string_view name(HitPolicy policy)
{
    switch (policy) {
    case HitPolicy::Unique: return "UNIQUE";
    case HitPolicy::First: return "FIRST";
    case HitPolicy::Priority: return "PRIORITY";
    case HitPolicy::Any: return "ANY";
    case HitPolicy::Collect: return "COLLECT";
    case HitPolicy::RuleOrder: return "RULE ORDER";
    case HitPolicy::OutputOrder: return "OUTPUT ORDER";
    }
    return "";
}

std::string_view name(Aggregation aggregation)
{
    switch (aggregation) {
    case Aggregation::None: return "";
    case Aggregation::Sum: return "SUM";
    case Aggregation::Count: return "COUNT";
    case Aggregation::Min: return "MIN";
    case Aggregation::Max: return "MAX";
    }
    return "";
}

} // namespace tongban::dmn
