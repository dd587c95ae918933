// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/capsule.h"
#include "core/approval/json_place.h"
#include "core/dmn/compiled_model.h"
#include "core/feel/json.h"

#include <algorithm>

namespace tongban::approval {

namespace {

using Verdict = CapsuleCheck::Verdict;

/// A text member of the file, or of an object in it; empty when it is not there.
std::string textAt(const feel::Value &document, std::string_view object, std::string_view member)
{
    const feel::Value *holder = &document;
    if (!object.empty())
        holder = document.isContext() ? document.context().find(object) : nullptr;
    if (!holder || !holder->isContext())
        return {};
    const feel::Value *value = holder->context().find(member);
    return value && value->isString() ? std::string(value->string()) : std::string();
}

CapsuleCheck stop(Verdict verdict, std::string where, std::string message)
{
    CapsuleCheck check;
    check.verdict = verdict;
    check.where = std::move(where);
    check.message = std::move(message);
    return check;
}

/// What the first hash that differs says about the change.
std::string meaningOf(std::string_view where)
{
    if (where == "/hashes/inputs")
        return "The case, its circumstances, the evidence or the facts are not those the decision was made "
               "from.";
    if (where == "/hashes/result")
        return "The result is not what these rules give for these facts.";
    if (where == "/hashes/rules")
        return "The rules that apply are not those the file says.";
    if (where == "/hashes/capsule")
        return "A version or a hash in the file is not the one the decision was made with.";
    return "Decided again, the case gives something else here.";
}

void describeDifference(std::string_view actual, std::string_view expected, CapsuleCheck &check)
{
    const auto [inActual, inExpected] =
        std::mismatch(actual.begin(), actual.end(), expected.begin(), expected.end());
    const JsonPlace place = placeOf(expected, static_cast<std::size_t>(inExpected - expected.begin()));
    check.verdict = Verdict::Different;
    check.where = place.pointer;
    check.expected = shortValueAt(expected, place.begin);
    check.actual = shortValueAt(actual, place.begin);
    if (place.pointer.empty())
        check.where = "byte " + std::to_string(inActual - actual.begin());
    check.message = meaningOf(check.where);
}

/// The hash of the inputs tells more than whichever hash happens to stand first in the file.
bool inputsDiffer(const feel::Value &actual, std::string_view expected, CapsuleCheck &check)
{
    const auto again = feel::parseJson(expected, feel::Type::any());
    if (!again)
        return false;
    const std::string ours = textAt(*again, "hashes", "inputs");
    const std::string theirs = textAt(actual, "hashes", "inputs");
    if (ours == theirs)
        return false;
    check.verdict = Verdict::Different;
    check.where = "/hashes/inputs";
    check.expected = ours;
    check.actual = theirs;
    check.message = meaningOf(check.where);
    return true;
}

} // namespace

std::string_view name(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Genuine: return "genuine";
    case Verdict::Unreadable: return "unreadable";
    case Verdict::UnknownRules: return "unknown_rules";
    case Verdict::OtherEngine: return "other_engine";
    case Verdict::Different: return "different";
    }
    return "unreadable";
}

CapsuleCheck verifyCapsule(std::string_view text, const RuleSetLibrary &library, DecisionEngine &engine)
{
    const auto document = feel::parseJson(text, feel::Type::any());
    if (!document)
        return stop(Verdict::Unreadable, "", "The file cannot be read: " + document.error().detail);
    const std::string madeBy = textAt(*document, "", "engine");
    if (!madeBy.empty() && madeBy != dmn::kEngineVersion) {
        CapsuleCheck check = stop(Verdict::OtherEngine, "/engine",
                                  "The file names another engine; only that one can make it again.");
        check.expected = dmn::kEngineVersion;
        check.actual = madeBy;
        return check;
    }
    const auto contents = readCapsule(text, library);
    if (!contents) {
        const bool isMissing = contents.error().code == ErrorCode::NotFound;
        return stop(isMissing ? Verdict::UnknownRules : Verdict::Unreadable, isMissing ? "/rule_set" : "",
                    isMissing ? "The rules the file names are not here: " + contents.error().detail
                              : "The file is not a capsule: " + contents.error().detail);
    }
    const std::string expected = makeCapsule(*contents->ruleSet, contents->inputs, engine);
    CapsuleCheck check;
    CapsuleHasher hasher;
    check.capsule = hasher.hash(*contents->ruleSet, contents->inputs,
                                engine.decide(*contents->ruleSet, contents->inputs));
    if (text == expected) {
        check.verdict = Verdict::Genuine;
        check.message = "Decided again, the case gives exactly this file.";
    } else if (!inputsDiffer(*document, expected, check)) {
        describeDifference(text, expected, check);
    }
    return check;
}

} // namespace tongban::approval
