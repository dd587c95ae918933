// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dmn/compiled_model.h"
#include "core/dmn/evaluator.h"
#include "core/dmn/reader.h"

#include <memory>
#include <string>
#include <vector>

// Texts of models for tests. They stand outside the test files because the automatic moc step of CMake loses
// a class behind a raw string that contains an address.

namespace tongban::test {

/// The head of a DMN 1.5 file with namespace urn:test.
inline const std::string kHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" id=\"m\" "
    "name=\"测试\" namespace=\"urn:test\">\n";

/// A whole file around these elements.
std::string definitions(const std::string &inside);

bool contains(const std::string &text, const std::string &part);

std::string escaped(const std::string &text);

/// An inputData element; its id is its name.
std::string input(const std::string &name, const std::string &type);

/// A decision with a literal expression that requires the elements with these ids.
std::string literal(const std::string &name, const std::string &feel,
                    const std::vector<std::string> &required = {}, const std::string &type = {});

/// A decision table as a decision that requires one input per column; columns are plain names.
struct TableText {
    struct Column {
        std::string name;
        std::string type;
        std::string values{};
        std::string byDefault{};
    };
    std::string name = "结论";
    std::string policy = "UNIQUE";
    std::string aggregation{};
    std::vector<Column> inputs;
    std::vector<Column> outputs;
    std::vector<std::vector<std::string>> rules; ///< Input cells, output cells, annotations.
    std::vector<std::string> annotationNames{};
    std::string type{}; ///< Of the decision.

    /// The decision with the inputs it requires.
    std::string xml() const;
    /// The whole file.
    std::string file() const { return definitions(xml()); }
};

/// Reads and compiles; aborts the test when the file cannot be read.
std::shared_ptr<const dmn::CompiledModel> compiled(const std::string &file);

/// Evaluates one decision with inputs as JSON and answers the result's text: "null" for null, "?" in front
/// when it is undecidable.
std::string decide(const std::shared_ptr<const dmn::CompiledModel> &model, const std::string &decision,
                   const std::string &inputs = "{}");

} // namespace tongban::test
