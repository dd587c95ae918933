// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/feel/diagnostics.h"
#include "core/feel/type.h"
#include "core/feel/value.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::feel {

struct Parameter {
    std::string name;
    Type type;
};

/// A function as a value: a built-in, a function written in FEEL, a business knowledge model, a decision
/// service, or a named function of the host. Immutable; may be called on any thread with that thread's
/// Evaluation.
class Callable : public Object
{
public:
    virtual const std::vector<Parameter> &parameters() const = 0;
    virtual Type result() const { return Type::any(); }
    /// The name people know it by; may be empty.
    virtual std::string_view title() const { return {}; }
    /// Whether it can be called with so many arguments in order.
    virtual bool accepts(std::size_t count) const { return count == parameters().size(); }
    /// Arguments in the order of the parameters, as many as it accepts, not yet converted to their types.
    /// Never throws; an error is null with a diagnostic at `span`.
    virtual Value call(std::span<const Value> arguments, Evaluation &evaluation, Span span) const = 0;
};

} // namespace tongban::feel
