// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/feel/evaluation.h"

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace tongban::feel {

/// A function of the host that models may call by name with `external`. It must be pure and callable on any
/// thread; an error is null with a report. Arguments are converted to the declared parameters already.
struct HostFunction {
    std::size_t arity = 0;
    std::function<Value(std::span<const Value> arguments, Evaluation &evaluation, Span span)> run;
};

/// What the host offers to models instead of Java (DMN 1.5, 10.3.2.13.3). Filled once, then shared and never
/// changed. A name is what the definition says, without spaces:
///
///     external {host: "credit score"}                                        "creditscore"
///     external {java: {class: "java.lang.Math", method signature: "cos(double)"}}
///     "java.lang.Math.cos(double)"
class HostFunctions
{
public:
    void add(std::string_view name, HostFunction function);
    /// Null pointer when there is none.
    const HostFunction *find(std::string_view name) const;

private:
    std::map<std::string, HostFunction, std::less<>> m_functions;
};

/// The name that the body of an external function gives; empty when it gives none.
std::string hostFunctionName(const Value &body);

} // namespace tongban::feel
