// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/feel/value.h"

#include <functional>
#include <string>
#include <string_view>

namespace tongban::approval {

/// How the words inside a cell are said: a code value ("C1", "normal") or a name (收件日期, 年龄) in the
/// reader's language.
struct CellVocabulary {
    std::function<std::string(std::string_view)> code;
    std::function<std::string(std::string_view)> name;
    bool comparesDays = false; ///< "before" and "after" instead of "less" and "more".
};

/// Whether a cell holds for everything: empty or "-".
bool isAnyCell(std::string_view cell);

/// A cell in plain words, to follow the column's name: `< 36` is 小于 36, `not("C1","B2")` is 不是 C1、B2,
/// `[18..60)` is 在 18(含)与 60(不含)之间. What is more than constants, names and comparisons stays as the
/// rule writes it, so nothing is ever left out.
std::string cellWords(std::string_view cell, Language language, const CellVocabulary &vocabulary);

/// A value for people: 是/否, days as 2026-03-17, lists with their elements; 未知 for null.
std::string valueWords(const feel::Value &value, Language language, const CellVocabulary &vocabulary);

/// A fact's unit with a blank before it: " 岁", " years". Nothing for an empty one; one that is not a word of
/// Chinese ("mm") stays as it is.
std::string unitWords(std::string_view unit, Language language);

} // namespace tongban::approval
