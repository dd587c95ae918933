// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/feel/evaluation.h"
#include "core/feel/value.h"

#include <memory>
#include <optional>

namespace tongban::feel {

/// A compiled piece of an expression. Immutable and shared by threads. core/dmn derives its own nodes
/// (decision tables) and combines them with those of boxed.h.
class Node
{
public:
    Node() = default;
    Node(const Node &) = delete;
    Node &operator=(const Node &) = delete;
    virtual ~Node() = default;

    /// The value. Refers to `scratch`, to a slot of the current frame or to a constant: valid until the
    /// frame closes, the slot is written or `scratch` changes. `scratch` belongs to the caller and may hold
    /// anything before.
    virtual const Value &evaluate(Evaluation &evaluation, Value &scratch) const = 0;

    /// The value as a condition; overridden where no value needs to be made for it.
    virtual Truth test(Evaluation &evaluation) const;

    /// The value when it does not depend on anything.
    virtual const Value *constant() const { return nullptr; }
    /// The slot when the node only reads a global name.
    virtual std::optional<std::size_t> globalSlot() const { return std::nullopt; }

    Value evaluate(Evaluation &evaluation) const
    {
        Value scratch;
        const Value &value = evaluate(evaluation, scratch);
        return &value == &scratch ? std::move(scratch) : value;
    }

    /// How deep the tree below is; bounds the depth of evaluate().
    std::uint32_t height() const { return m_height; }

protected:
    /// Called by constructors for every part; a missing part is ignored.
    void holds(const std::shared_ptr<const Node> &part)
    {
        if (part && part->m_height >= m_height)
            m_height = part->m_height + 1;
    }

private:
    std::uint32_t m_height = 1;
};

using NodePtr = std::shared_ptr<const Node>;

} // namespace tongban::feel
