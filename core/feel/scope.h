// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/feel/type.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::feel {

/// A name of FEEL in the one spelling that is compared: words separated by single spaces, nothing around
/// other characters ("申请人  年龄" and "申请人 年龄" are the same, as are "a + b" and "a+b"; DMN 1.5,
/// 10.3.1.4).
std::string normalizedName(std::string_view name);

/// The names an expression may use, known while compiling and not needed afterwards. Scopes form a chain:
/// an inner scope sees what the outer ones declare and hides equal names. Names become slots here, so
/// nothing is looked up by name at run time.
///
/// Three kinds of names: *global* ones live in the array given to Evaluation::bindGlobals (inputs,
/// decisions, business knowledge models); *local* ones (entries of boxed contexts, loop variables,
/// parameters) live in the Frame; names of an enclosing frame are captured by the function that uses them.
/// *Members* are names of context entries and item components: they are needed to read spaced names after
/// a dot and inside filters.
///
/// One thread; must outlive the scopes that name it as outer.
class Scope
{
public:
    enum class Place : std::uint8_t { Global, Local, Captured };
    struct Name {
        Place place = Place::Global;
        std::size_t slot = 0;
        Type type;
    };

    /// The root of a frame that sees built-in functions only. Use one for each decision.
    Scope();
    /// A block inside `outer`, in the same frame: a boxed context, a loop.
    enum class Inner { Block, Function };
    Scope(Scope &outer, Inner inner);
    Scope(const Scope &) = delete;
    Scope &operator=(const Scope &) = delete;
    ~Scope();

    /// Makes a name of the model visible under the slot the caller chose.
    void declareGlobal(std::string_view name, Type type, std::size_t slot);
    /// Gives a local name the frame's next slot and returns it. Parameters of a function scope come first
    /// and take slots 0, 1, 2, ...
    std::size_t declareLocal(std::string_view name, Type type);
    /// Gives a slot back that nothing compiled refers to, if it is the frame's last one: tables have
    /// thousands of cells, and hardly any asks for its input by name.
    void releaseLocal(std::size_t slot);
    /// Makes a member name known to the whole chain of scopes.
    void declareMember(std::string_view name);
    /// Declares the member names of a type, all the way down.
    void declareMembers(const Type &type);

    /// Makes a type known by name, for `instance of` and the types of parameters.
    void declareType(std::string_view name, Type type);
    std::optional<Type> findType(std::string_view normalized) const;

    /// The innermost name of that spelling (normalised), as seen from here. A function between here and the
    /// name captures it.
    std::optional<Name> find(std::string_view normalized);
    /// Whether there is such a name; captures nothing.
    bool contains(std::string_view normalized) const;
    bool isMember(std::string_view normalized) const;
    /// The longest declared name or member, in parts; how far the parser needs to look ahead.
    std::size_t longestName() const;
    /// The most similar visible name; empty when nothing is similar.
    std::string nearest(std::string_view normalized) const;

    /// The number of local slots of the frame this scope belongs to, so far.
    std::size_t frameSize() const;
    /// What a function scope takes from outside, in the order of its capture indexes, as seen from the scope
    /// around the function.
    std::vector<Name> captures() const;

    /// Inside a filter a name may mean a member of the element instead.
    struct Resolution {
        std::vector<Name> items; ///< Elements that may have a member of that name, innermost first.
        std::optional<Name> name; ///< What it means when none has.
    };
    Resolution resolve(std::string_view normalized);
    /// Makes this block that of a filter: its local `item` is the element.
    void setItem(Name item) { m_item = std::move(item); }

private:
    struct FrameLayout;
    struct Names;

    bool isFunction() const { return m_outer != nullptr && m_frame != m_outer->m_frame; }
    std::optional<Name> findHere(std::string_view normalized) const;
    Name seenFromInside(Name name);

    Scope *m_outer = nullptr;
    std::shared_ptr<FrameLayout> m_frame;
    std::unique_ptr<Names> m_names;
    std::optional<Name> m_item;
};

} // namespace tongban::feel
