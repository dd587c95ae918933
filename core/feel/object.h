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
    void release() const noexcept
    {
        if (m_owners.fetch_sub(1, std::memory_order_acq_rel) == 1)
            destroy();
    }

private:
    void destroy() const noexcept;

    mutable std::atomic<std::uint32_t> m_owners{0};
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
    T &operator*() const { return *m_object; }
    T *operator->() const { return m_object; }
    explicit operator bool() const { return m_object != nullptr; }

private:
    T *m_object = nullptr;
};

template <typename T, typename... Arguments>
Ref<T> makeRef(Arguments &&...arguments)
{
    return Ref<T>(new T(std::forward<Arguments>(arguments)...));
}

} // namespace tongban::feel
