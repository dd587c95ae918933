// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/value.h"

#include <algorithm>
#include <numeric>

namespace tongban::feel {

namespace {

/// Below this many names comparing them one by one is faster than anything else.
constexpr std::size_t kMany = 16;

} // namespace

Shape::Shape(std::vector<std::string> names) : m_names(std::move(names))
{
    if (m_names.size() < kMany)
        return;
    m_sorted.resize(m_names.size());
    std::iota(m_sorted.begin(), m_sorted.end(), 0U);
    std::ranges::sort(m_sorted, {},
                      [this](std::uint32_t place) -> const std::string & { return m_names[place]; });
}

std::size_t Shape::find(std::string_view name) const
{
    if (m_sorted.empty()) {
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            if (m_names[i] == name)
                return i;
        }
        return kNone;
    }
    const auto found = std::ranges::lower_bound(
        m_sorted, name, {}, [this](std::uint32_t place) { return std::string_view(m_names[place]); });
    return found != m_sorted.end() && m_names[*found] == name ? *found : kNone;
}

Context::Context(Ref<const Shape> shape, std::vector<Value> values)
    : m_shape(std::move(shape)), m_values(std::move(values))
{
    addWeight(m_values.size());
    for (const Value &value : m_values) {
        if (const Object *part = value.shared())
            addPart(*part);
    }
}

std::size_t ContextBuilder::find(std::string_view name)
{
    if (m_names.size() < kMany) {
        const auto found = std::ranges::find(m_names, name);
        return found == m_names.end() ? Shape::kNone : static_cast<std::size_t>(found - m_names.begin());
    }
    for (std::size_t i = m_places.size(); i < m_names.size(); ++i)
        m_places.emplace(m_names[i], i);
    const auto found = m_places.find(std::string(name));
    return found == m_places.end() ? Shape::kNone : found->second;
}

bool ContextBuilder::add(std::string_view name, Value value)
{
    if (find(name) != Shape::kNone)
        return false;
    m_names.emplace_back(name);
    m_values.push_back(std::move(value));
    return true;
}

void ContextBuilder::put(std::string_view name, Value value)
{
    if (const std::size_t place = find(name); place != Shape::kNone)
        m_values[place] = std::move(value);
    else
        add(name, std::move(value));
}

Value ContextBuilder::build() &&
{
    return Value(makeRef<const Context>(makeRef<Shape>(std::move(m_names)), std::move(m_values)));
}

} // namespace tongban::feel
