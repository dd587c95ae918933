// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Genuine capsules and stored decision records with some bytes changed, and any bytes in their place: only
// what deciding again gives byte for byte is genuine, and a record that can be read is written again the
// same.

#include "core/approval/capsule.h"
#include "core/approval/decision_record.h"
#include "tests/fuzz/fuzz_support.h"

#include <vector>

using namespace tongban;
using namespace tongban::approval;
using tongban::fuzz::require;

namespace {

RuleSetLibrary shippedRules()
{
    const auto dictionary =
        EvidenceDictionary::parse(fuzz::shippedFile("resources/registers/dictionary.json"));
    require(dictionary.has_value());
    std::vector<RuleSetText> texts;
    for (const std::string code : {"ride-hailing-certificate-change", "quota-individual-increment"}) {
        const std::string folder = "resources/models/" + code + "/";
        texts.push_back(
            {code + "/1.json", fuzz::shippedFile(folder + "1.json"), fuzz::shippedFile(folder + "1.dmn")});
    }
    RuleSetLibrary::Loading loading = RuleSetLibrary::load(texts, *dictionary);
    require(loading.problems.empty());
    return std::move(loading.library);
}

void checkCapsule(std::string_view text, const RuleSetLibrary &library, DecisionEngine &engine)
{
    const CapsuleCheck check = verifyCapsule(text, library, engine);
    const auto contents = readCapsule(text, library);
    require(!check.isGenuine() || contents.has_value());
    if (!contents)
        return;
    const std::string again = makeCapsule(*contents->ruleSet, contents->inputs, engine);
    require(check.isGenuine() == (again == text));
    // What was made again is read as what it was made from.
    const auto back = readCapsule(again, library);
    require(back && makeCapsule(*back->ruleSet, back->inputs, engine) == again);
    std::string record;
    appendRecord(*contents->ruleSet, contents->inputs, record);
}

void checkRecord(std::string_view bytes, const RuleSetLibrary &library)
{
    for (const RuleSetPtr &ruleSet : library.all()) {
        DecisionInputs inputs;
        inputs.header.applicantId = "440301199001010013";
        if (!readRecord(*ruleSet, bytes, inputs))
            continue;
        std::string first;
        appendRecord(*ruleSet, inputs, first);
        DecisionInputs again;
        again.header.applicantId = inputs.header.applicantId;
        require(readRecord(*ruleSet, first, again).has_value());
        std::string second;
        appendRecord(*ruleSet, again, second);
        require(first == second);
    }
}

/// A case about which nobody has answered anything.
DecisionInputs plainInputs(const RuleSet &ruleSet)
{
    permit::Application application;
    application.externalNo = "N-1";
    application.item = "CZ-001";
    application.district = 440300;
    application.receivedAt = *parseIsoTimestamp("2026-11-20T09:30:00+08:00");
    application.applicant.id = "440301199001010013";
    application.applicant.name = "测甲";
    application.fields.push_back({"licence_number", permit::FieldValue::fromText("A-1")});
    DecisionInputs inputs;
    inputs.header.id = permit::caseId(application).text();
    inputs.header.item = application.item;
    inputs.header.district = application.district;
    inputs.header.channel = "window";
    inputs.header.applicantKind = "person";
    inputs.header.applicantId = application.applicant.id;
    inputs.header.receivedAt = application.receivedAt;
    inputs.header.decidedAt = application.receivedAt;
    FactBuilder().build(ruleSet, application, {}, inputs.header.decidedAt, inputs.facts);
    return inputs;
}

/// The text with bytes put in other places: two bytes say where, one says what.
std::string edited(std::string text, std::string_view edits)
{
    for (; edits.size() >= 3 && !text.empty(); edits.remove_prefix(3)) {
        const auto high = static_cast<unsigned char>(edits[0]);
        const auto low = static_cast<unsigned char>(edits[1]);
        text[(high * 256U + low) % text.size()] = edits[2];
    }
    return text;
}

/// A genuine capsule and the record it was made from, of each rule set.
struct Original {
    std::string capsule;
    std::string record;
};

std::vector<Original> originals(const RuleSetLibrary &library, DecisionEngine &engine)
{
    std::vector<Original> all;
    for (const RuleSetPtr &ruleSet : library.all()) {
        const DecisionInputs inputs = plainInputs(*ruleSet);
        Original one{makeCapsule(*ruleSet, inputs, engine), {}};
        appendRecord(*ruleSet, inputs, one.record);
        require(verifyCapsule(one.capsule, library, engine).isGenuine());
        all.push_back(std::move(one));
    }
    return all;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const RuleSetLibrary library = shippedRules();
    static DecisionEngine engine;
    static const std::vector<Original> known = originals(library, engine);
    const std::string_view text = fuzz::textOf(data, size);
    if (size == 0)
        return 0;
    const Original &original = known[data[0] % known.size()];
    const std::string capsule = edited(original.capsule, text.substr(1));
    checkCapsule(capsule, library, engine);
    require(capsule == original.capsule || !verifyCapsule(capsule, library, engine).isGenuine());
    checkRecord(edited(original.record, text.substr(1)), library);
    checkCapsule(text, library, engine);
    checkRecord(text, library);
    return 0;
}
