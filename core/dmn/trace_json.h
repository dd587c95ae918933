// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dmn/compiled_model.h"
#include "core/dmn/evaluator.h"
#include "core/dmn/trace.h"

#include <string>

namespace tongban::dmn {

/// The story of the evaluator's current case as canonical JSON (core/base/canonical_json.h): the same case
/// with the same model and engine gives the same bytes on every machine. Members, all in ascending order:
///
/// - `decisions`: in the order of evaluation, each with `name`, `value`, `given` (true when the caller
/// supplied it) and
///   `tables`. A table has `hitPolicy`, `inputs` (label, text, value of each column), `rules`, `result`, and
///   `element`, the decision or knowledge model it stands in. A rule has `rule` (number from 1) and `status`:
///   - `matched`: with `annotations` (the legal basis), `description` when there is one, and `output` when
///   the rule
///     made the result; `leansOnNull` lists columns whose missing value passed.
///   - `failed`: with `column`, `cell` (its text) and `value`, the first cell that was false.
///   - `undetermined`: with `columns`, those whose value is missing or cannot be compared.
/// - `diagnostics`: `cause`, `element`, `rule`, `column`, `begin`, `end` (code points in the text), `detail`.
/// - `engine`: kEngineVersion. `model`: name, namespace and SHA-256 of the file.
/// - `inputs`: every input of the model by name with the value it had; null when it was not given.
/// - `timeZones`: the release of the time-zone database, such as "2025b".
std::string traceJson(const Evaluator &evaluator);

/// "matched", "failed", "undetermined".
std::string_view name(RuleStatus status);

} // namespace tongban::dmn
