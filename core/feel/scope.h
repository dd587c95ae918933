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
    /// Makes a member name known to this and all inner scopes.
    void declareMember(std::string_view name);
    /// Declares the member names of a type, all the way down.
    void declareMembers(const Type &type);

    /// The innermost name of that spelling (normalised), as seen from here.
    std::optional<Name> find(std::string_view normalized);
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

private:
    friend class Parser;
    struct FrameLayout;
    struct Names;

    std::optional<Name> findHere(std::string_view normalized) const;

    Scope *m_outer = nullptr;
    std::shared_ptr<FrameLayout> m_frame;
    std::unique_ptr<Names> m_names;
};

} // namespace tongban::feel
