// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/application_forms.h"
#include "core/permit/application_reader.h"
#include "core/permit/raw_json.h"

namespace tongban::permit {

namespace {

using Type = RawValue::Type;

/// A line with more than this many members of a form is no form.
constexpr std::size_t kMostMembers = 2000;

class JsonReader
{
public:
    JsonReader(std::string_view line, std::string &buffer, RawApplication &raw, IntakeProblems &problems)
        : m_scanner(line, buffer), m_raw(raw), m_problems(problems)
    {
    }

    bool read()
    {
        RawValue root;
        const bool whole = m_scanner.value(root) && isObject(root) && readRoot() && m_scanner.finish();
        if (m_scanner.hasFault())
            m_problems.add({}, IntakeReason::NotJson, "not one complete JSON object: " + m_scanner.fault());
        return whole;
    }

private:
    bool isObject(const RawValue &root)
    {
        if (root.type != Type::Object)
            m_problems.add({}, IntakeReason::NotJson,
                           "not one complete JSON object: the line is another kind of value");
        return root.type == Type::Object;
    }

    bool readRoot()
    {
        std::string_view key;
        for (bool first = true; m_scanner.key(key, first); first = false) {
            if (!readRootMember(key))
                return false;
        }
        return m_scanner.atEnd();
    }

    bool readRootMember(std::string_view key)
    {
        if (key == "applicant")
            return readParty(m_raw.applicant, "applicant");
        if (key == "agent")
            return readParty(m_raw.agent, "agent");
        if (key == "fields")
            return readFields();
        if (key == "materials")
            return readMaterials();
        return readMember(memberOf(m_raw, key), {}, key);
    }

    /// A member of the schema, or (null) one that it does not have.
    bool readMember(RawValue *member, std::string_view path, std::string_view key)
    {
        RawValue value;
        if (!m_scanner.value(value) || !m_scanner.skipRest(value))
            return false;
        if (!member)
            m_problems.add(joined(path, shown(key)), IntakeReason::UnknownMember,
                           "the schema has no such member");
        else if (!member->isAbsent())
            m_problems.add(joined(path, key), IntakeReason::Repeated, "stands twice in the line");
        else
            *member = value;
        return true;
    }

    bool begin(RawValue &self, std::string_view name, Type wanted, bool &inside)
    {
        RawValue value;
        if (!m_scanner.value(value))
            return false;
        const bool repeated = !self.isAbsent();
        if (repeated)
            m_problems.add(std::string(name), IntakeReason::Repeated, "stands twice in the line");
        else
            self = value;
        inside = !repeated && value.type == wanted;
        return inside || m_scanner.skipRest(value);
    }

    bool readParty(RawParty &party, std::string_view name)
    {
        bool inside = false;
        if (!begin(party.self, name, Type::Object, inside) || !inside)
            return !m_scanner.hasFault();
        std::string_view key;
        for (bool first = true; m_scanner.key(key, first); first = false) {
            if (!readMember(memberOf(party, key), name, key))
                return false;
        }
        return m_scanner.atEnd();
    }

    bool readFields()
    {
        bool inside = false;
        if (!begin(m_raw.fieldsSelf, "fields", Type::Object, inside) || !inside)
            return !m_scanner.hasFault();
        RawField field;
        for (bool first = true; m_scanner.key(field.name, first); first = false) {
            if (!m_scanner.value(field.value) || !m_scanner.skipRest(field.value))
                return false;
            if (m_raw.fields.size() < kMostMembers)
                m_raw.fields.push_back(field);
        }
        return m_scanner.atEnd();
    }

    bool readMaterials()
    {
        bool inside = false;
        if (!begin(m_raw.materialsSelf, "materials", Type::Array, inside) || !inside)
            return !m_scanner.hasFault();
        for (bool first = true; m_scanner.element(first); first = false) {
            RawMaterial material;
            if (!m_scanner.value(material.self) || !readMaterial(material))
                return false;
            if (m_raw.materials.size() < kMostMembers)
                m_raw.materials.push_back(material);
        }
        return m_scanner.atEnd();
    }

    bool readMaterial(RawMaterial &material)
    {
        if (material.self.type != Type::Object)
            return m_scanner.skipRest(material.self);
        std::string_view key;
        for (bool first = true; m_scanner.key(key, first); first = false) {
            RawValue *member = key == "no" ? &material.no : key == "provided" ? &material.provided : nullptr;
            const std::string path = member && member->isAbsent() ? std::string() : materialPath();
            if (!readMember(member, path, key))
                return false;
        }
        return m_scanner.atEnd();
    }

    std::string materialPath() const { return "materials[" + std::to_string(m_raw.materials.size()) + "]"; }

    static std::string joined(std::string_view path, std::string_view key)
    {
        std::string out(path);
        if (!out.empty())
            out += '.';
        return out += key;
    }

    /// A name from the file goes into statistics only when it can be the name of something.
    static std::string_view shown(std::string_view key)
    {
        const bool plain = !key.empty() && key.size() <= 64
            && key.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_.-")
                == std::string_view::npos;
        return plain ? key : "?";
    }

    RawJson m_scanner;
    RawApplication &m_raw;
    IntakeProblems &m_problems;
};

} // namespace

bool readJson(std::string_view line, std::string &buffer, RawApplication &raw, IntakeProblems &problems)
{
    raw.clear();
    return JsonReader(line, buffer, raw, problems).read();
}

} // namespace tongban::permit
