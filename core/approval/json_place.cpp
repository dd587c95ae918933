// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/json_place.h"

#include <vector>

namespace tongban::approval {

namespace {

constexpr std::size_t kLongestShown = 120;

/// Behind the string that starts at `at`.
std::size_t endOfString(std::string_view json, std::size_t at)
{
    for (++at; at < json.size(); ++at) {
        if (json[at] == '\\')
            ++at;
        else if (json[at] == '"')
            return at + 1;
    }
    return json.size();
}

/// RFC 6901, section 3.
std::string escapedName(std::string_view quoted)
{
    std::string name;
    for (const char c : quoted.substr(1, quoted.size() < 2 ? 0 : quoted.size() - 2)) {
        if (c == '~')
            name += "~0";
        else if (c == '/')
            name += "~1";
        else
            name += c;
    }
    return name;
}

/// One container that is open at some place of the text.
struct Level {
    bool isObject = false;
    std::size_t index = 0;
    std::string name;
    std::size_t begin = 0; ///< Of the member or element.
};

/// Behind the value that starts at `begin`.
std::size_t endOfValue(std::string_view json, std::size_t begin)
{
    std::size_t depth = 0;
    for (std::size_t at = begin; at < json.size();) {
        const char c = json[at];
        if (c == '"') {
            at = endOfString(json, at);
        } else if (c == '{' || c == '[') {
            ++depth;
            ++at;
            continue;
        } else if (c == '}' || c == ']' || c == ',') {
            if (depth == 0)
                return at;
            depth -= c == ',' ? 0U : 1U;
            ++at;
        } else {
            ++at;
            if (depth == 0 && at < json.size() && json[at] != ',' && json[at] != '}' && json[at] != ']')
                continue;
        }
        if (depth == 0)
            return at;
    }
    return json.size();
}

class Walker
{
public:
    Walker(std::string_view json, std::size_t offset) : m_json(json), m_offset(offset) { }

    JsonPlace walk()
    {
        for (std::size_t at = 0; at < m_json.size() && at <= m_offset;)
            at = step(at);
        JsonPlace place;
        for (const Level &level : m_levels) {
            place.pointer += "/" + (level.isObject ? level.name : std::to_string(level.index));
            place.begin = level.begin;
        }
        return place;
    }

private:
    std::size_t step(std::size_t at)
    {
        const char c = m_json[at];
        switch (c) {
        case '{':
        case '[':
            m_levels.push_back(Level{c == '{', 0, {}, at + 1});
            m_expectsName = c == '{';
            return at + 1;
        case '}':
        case ']':
            // The closing bracket belongs to the container, so the level goes before the offset is compared.
            if (!m_levels.empty())
                m_levels.pop_back();
            m_expectsName = false;
            return at + 1;
        case ',':
            if (!m_levels.empty()) {
                ++m_levels.back().index;
                m_levels.back().begin = at + 1;
                m_expectsName = m_levels.back().isObject;
            }
            return at + 1;
        case '"': return stepString(at);
        default: return at + 1;
        }
    }

    std::size_t stepString(std::size_t at)
    {
        const std::size_t end = endOfString(m_json, at);
        if (!m_expectsName || m_levels.empty())
            return end;
        m_levels.back().name = escapedName(m_json.substr(at, end - at));
        m_levels.back().begin = end + 1;
        m_expectsName = false;
        return end;
    }

    std::string_view m_json;
    std::size_t m_offset;
    std::vector<Level> m_levels;
    bool m_expectsName = false;
};

} // namespace

JsonPlace placeOf(std::string_view json, std::size_t offset)
{
    return Walker(json, offset).walk();
}

std::string shortValueAt(std::string_view json, std::size_t begin)
{
    if (begin >= json.size())
        return {};
    const std::size_t end = endOfValue(json, begin);
    std::string text(json.substr(begin, end - begin));
    if (text.size() > kLongestShown) {
        std::size_t cut = kLongestShown;
        while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80)
            --cut; // not inside a character
        text.resize(cut);
        text += "…";
    }
    return text;
}

} // namespace tongban::approval
