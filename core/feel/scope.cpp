// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/scope.h"

#include "core/base/code_point.h"
#include "core/feel/builtins.h"
#include "core/feel/lexer.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace tongban::feel {

/// What all blocks of one frame share.
struct Scope::FrameLayout {
    std::size_t size = 0;
    std::vector<Name> captures; ///< As seen from the scope around the function.
};

struct Scope::Names {
    std::unordered_map<std::string, Name> values;
    std::unordered_map<std::string, Type> types;
    std::unordered_set<std::string> members;
    std::size_t longest = 0;

    void measure(std::string_view name)
    {
        const auto tokens = tokenize(name, 0);
        longest = std::max(longest, tokens ? tokens->size() : 1);
    }
};

namespace {

std::vector<char32_t> codePoints(std::string_view text)
{
    std::vector<char32_t> points;
    for (std::size_t offset = 0; offset < text.size();) {
        const CodePoint point = decodeUtf8(text, offset);
        points.push_back(point.value);
        offset += std::max<std::size_t>(point.length, 1);
    }
    return points;
}

/// The number of characters to change, add or remove (Levenshtein).
std::size_t editDistance(const std::vector<char32_t> &a, const std::vector<char32_t> &b)
{
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
        }
    }
    return row[b.size()];
}

} // namespace

Scope::Scope() : m_frame(std::make_shared<FrameLayout>()), m_names(std::make_unique<Names>())
{
    for (const std::string_view member : {"time offset", "start included", "end included"})
        declareMember(member);
}

Scope::Scope(Scope &outer, Inner inner)
    : m_outer(&outer), m_frame(inner == Inner::Block ? outer.m_frame : std::make_shared<FrameLayout>()),
      m_names(std::make_unique<Names>())
{
}

Scope::~Scope() = default;

void Scope::declareGlobal(std::string_view name, Type type, std::size_t slot)
{
    m_names->measure(name);
    m_names->values.insert_or_assign(normalizedName(name), Name{Place::Global, slot, std::move(type)});
}

std::size_t Scope::declareLocal(std::string_view name, Type type)
{
    const std::size_t slot = m_frame->size++;
    m_names->measure(name);
    m_names->values.insert_or_assign(normalizedName(name), Name{Place::Local, slot, std::move(type)});
    return slot;
}

void Scope::releaseLocal(std::size_t slot)
{
    if (m_frame->size == slot + 1)
        --m_frame->size;
}

void Scope::declareMember(std::string_view name)
{
    // Members are known to the whole chain: the value may be used far from where it is made.
    Scope *root = this;
    while (root->m_outer != nullptr)
        root = root->m_outer;
    root->m_names->measure(name);
    root->m_names->members.insert(normalizedName(name));
}

void Scope::declareMembers(const Type &type)
{
    for (const Component &component : type.components()) {
        declareMember(component.name);
        declareMembers(component.type);
    }
    if (!type.element().isAny())
        declareMembers(type.element());
}

void Scope::declareType(std::string_view name, Type type)
{
    m_names->measure(name);
    m_names->types.insert_or_assign(normalizedName(name), std::move(type));
}

std::optional<Type> Scope::findType(std::string_view normalized) const
{
    const std::string key(normalized);
    for (const Scope *scope = this; scope != nullptr; scope = scope->m_outer) {
        if (const auto found = scope->m_names->types.find(key); found != scope->m_names->types.end())
            return found->second;
    }
    return std::nullopt;
}

std::optional<Scope::Name> Scope::findHere(std::string_view normalized) const
{
    const auto found = m_names->values.find(std::string(normalized));
    return found == m_names->values.end() ? std::nullopt : std::optional(found->second);
}

/// A name of the scope around this one, as this one sees it.
Scope::Name Scope::seenFromInside(Name name)
{
    if (!isFunction() || name.place == Place::Global)
        return name;
    auto &captures = m_frame->captures;
    const auto found = std::ranges::find_if(captures, [&](const Name &capture) {
        return capture.place == name.place && capture.slot == name.slot;
    });
    const auto index = static_cast<std::size_t>(found - captures.begin());
    if (found == captures.end())
        captures.push_back(name);
    return {Place::Captured, index, name.type};
}

std::optional<Scope::Name> Scope::find(std::string_view normalized)
{
    if (auto name = findHere(normalized))
        return name;
    if (m_outer == nullptr)
        return std::nullopt;
    auto outer = m_outer->find(normalized);
    if (!outer)
        return std::nullopt;
    return seenFromInside(std::move(*outer));
}

Scope::Resolution Scope::resolve(std::string_view normalized)
{
    auto own = findHere(normalized);
    // A member named "item" hides the element itself (DMN 1.5, 10.3.2.5).
    const bool isElement = own && m_item && normalized == "item";
    if (own && !isElement)
        return {{}, std::move(own)};
    Resolution resolution;
    if (m_item) {
        const Type &type = m_item->type;
        const bool mayHave = type.isAny() || type.form() == Type::Form::Context;
        const bool isKnown = type.form() == Type::Form::Context && !type.components().empty();
        const bool has = isKnown && type.component(normalized) != nullptr;
        if (has || (mayHave && !isKnown))
            resolution.items.push_back(*m_item);
        if (has)
            return resolution;
    }
    if (isElement)
        resolution.name = std::move(own);
    if (isElement || m_outer == nullptr)
        return resolution;
    Resolution outer = m_outer->resolve(normalized);
    for (Name &item : outer.items)
        resolution.items.push_back(seenFromInside(std::move(item)));
    if (outer.name)
        resolution.name = seenFromInside(std::move(*outer.name));
    return resolution;
}

bool Scope::contains(std::string_view normalized) const
{
    const std::string key(normalized);
    for (const Scope *scope = this; scope != nullptr; scope = scope->m_outer) {
        if (scope->m_names->values.contains(key))
            return true;
    }
    return false;
}

bool Scope::isMember(std::string_view normalized) const
{
    const std::string key(normalized);
    for (const Scope *scope = this; scope != nullptr; scope = scope->m_outer) {
        if (scope->m_names->members.contains(key))
            return true;
    }
    return false;
}

std::size_t Scope::longestName() const
{
    std::size_t longest = 1;
    for (const Scope *scope = this; scope != nullptr; scope = scope->m_outer)
        longest = std::max(longest, scope->m_names->longest);
    return longest;
}

std::string Scope::nearest(std::string_view normalized) const
{
    const std::vector<char32_t> wanted = codePoints(normalized);
    constexpr std::size_t kLongest = 80;
    if (wanted.size() > kLongest)
        return {};
    std::size_t best = std::max<std::size_t>(1, wanted.size() / 3) + 1;
    std::string nearest;
    const auto consider = [&](std::string_view name) {
        const std::vector<char32_t> candidate = codePoints(name);
        if (candidate.size() > kLongest)
            return;
        const std::size_t distance = editDistance(wanted, candidate);
        // Ties go to the smaller name, so that the message does not depend on the order of a hash table.
        if (distance < best || (distance == best && !nearest.empty() && name < nearest)) {
            best = distance;
            nearest = name;
        }
    };
    for (const Scope *scope = this; scope != nullptr; scope = scope->m_outer) {
        for (const auto &[name, unused] : scope->m_names->values)
            consider(name);
    }
    if (nearest.empty()) {
        for (const Signature &signature : builtinSignatures())
            consider(signature.name);
    }
    return nearest;
}

std::size_t Scope::frameSize() const
{
    return m_frame->size;
}

std::vector<Scope::Name> Scope::captures() const
{
    return m_frame->captures;
}

} // namespace tongban::feel
