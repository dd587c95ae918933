// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dmn/model.h"
#include "core/dmn/xml_cursor.h"

#include <memory>

namespace tongban::dmn {

/// A type's name as FEEL knows it: DMN 1.1 wrote qualified names (`feel:string`), later versions plain ones.
std::string typeName(std::string written);

/// If the current element is a boxed expression, reads it and leaves it; otherwise leaves the cursor where it
/// is and answers null.
std::unique_ptr<BoxedExpression> readBoxed(XmlCursor &xml);

/// Reads the function inside `encapsulatedLogic` or `functionDefinition`; leaves the element.
BoxedExpression readFunction(XmlCursor &xml);

/// Reads a `decisionTable`; leaves the element.
std::unique_ptr<DecisionTable> readTable(XmlCursor &xml);

} // namespace tongban::dmn
