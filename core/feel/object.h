// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <cstdint>
#include <utility>

namespace tongban::feel {

/// A shared immutable thing that counts its owners. Deletes itself when the last Ref or Value lets go.
class Object
{
public:
    Object() = default;
    Object(const Object &) = delete;
    Object &operator=(const Object &) = delete;
    virtual ~Object() = default;

    void retain() const noexcept { m_owners.fetch_add(1, std::memory_order_relaxed); }
    /// In place of retain() for an object nobody else has seen yet.
    void retainFirst() const noexcept { m_owners.store(1, std::memory_order_relaxed); }
    void release() const noexcept
    {
        // The only owner needs no locked instruction: nobody else is there to become one.
        if (m_owners.load(std::memory_order_acquire) == 1
            || m_owners.fetch_sub(1, std::memory_order_acq_rel) == 1)
            destroy();
    }

    /// How many values there are inside, all the way down, counted as if nothing were shared.
    std::uint32_t weight() const { return m_weight; }
    /// How many objects there are within objects.
    std::uint32_t depth() const { return m_depth; }

protected:
    void addWeight(std::uint64_t weight) noexcept
    {
        constexpr std::uint64_t kMost = 0xFFFF'FFFFU;
        m_weight = static_cast<std::uint32_t>(weight > kMost - m_weight ? kMost : m_weight + weight);
    }
    /// Counts what `part` holds as held by this object. Called by constructors only.
    void addPart(const Object &part) noexcept
    {
        addWeight(part.m_weight);
        if (part.m_depth >= m_depth)
            m_depth = part.m_depth + 1;
    }

private:
    void destroy() const noexcept;

    mutable std::atomic<std::uint32_t> m_owners{0};
    std::uint32_t m_weight = 1;
    std::uint32_t m_depth = 1;
};

/// An owner of an Object; never copies it.
template <typename T>
class Ref
{
public:
    Ref() = default;
    explicit Ref(T *object) noexcept : m_object(object)
    {
        if (m_object)
            m_object->retain();
    }
    template <typename Derived>
    Ref(const Ref<Derived> &other) noexcept : Ref(other.get())
    {
    }
    template <typename Derived>
    Ref(Ref<Derived> &&other) noexcept : m_object(other.take())
    {
    }
    Ref(const Ref &other) noexcept : Ref(other.m_object) { }
    Ref(Ref &&other) noexcept : m_object(std::exchange(other.m_object, nullptr)) { }
    Ref &operator=(Ref other) noexcept
    {
        std::swap(m_object, other.m_object);
        return *this;
    }
    ~Ref()
    {
        if (m_object)
            m_object->release();
    }

    T *get() const { return m_object; }
    /// Hands the ownership to the caller, who must release() it.
    T *take() noexcept { return std::exchange(m_object, nullptr); }
    T &operator*() const { return *m_object; }
    T *operator->() const { return m_object; }
    explicit operator bool() const { return m_object != nullptr; }

private:
    template <typename Made, typename... Arguments>
    friend Ref<Made> makeRef(Arguments &&...arguments);

    T *m_object = nullptr;
};

/// Makes an object and its first owner.
template <typename T, typename... Arguments>
Ref<T> makeRef(Arguments &&...arguments)
{
    Ref<T> made;
    made.m_object = new T(std::forward<Arguments>(arguments)...);
    made.m_object->retainFirst();
    return made;
}

} // namespace tongban::feel
