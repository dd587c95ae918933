// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dmn/model_parts.h"
#include "core/feel/callable.h"

namespace tongban::dmn {

/// A decision service as a function value (DMN 1.5, 10.4): its own copy of the model's values, the arguments
/// in the slots of input data and input decisions, the output decisions evaluated from there. Nothing leaks
/// out. The model's parts must outlive it.
class ServiceFunction final : public feel::Callable
{
public:
    ServiceFunction(const ModelParts &parts, std::size_t slot, std::vector<feel::Parameter> parameters,
                    feel::Type result)
        : m_parts(parts), m_slot(slot), m_parameters(std::move(parameters)), m_result(std::move(result))
    {
    }

    const std::vector<feel::Parameter> &parameters() const override { return m_parameters; }
    feel::Type result() const override { return m_result; }
    std::string_view title() const override { return m_parts.elements[m_slot].name; }
    feel::Value call(std::span<const feel::Value> arguments, feel::Evaluation &evaluation,
                     feel::Span span) const override;

private:
    const ModelParts &m_parts;
    std::size_t m_slot;
    std::vector<feel::Parameter> m_parameters;
    feel::Type m_result;
};

} // namespace tongban::dmn
