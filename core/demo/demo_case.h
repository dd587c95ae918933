// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/demo/value_expression.h"

#include <string>
#include <vector>

namespace tongban::demo {

/// A person or an enterprise as an application names it.
struct Party {
    bool enterprise = false;
    std::string id;
};

/// One made-up application, before it is written.
struct DemoCase {
    struct FormValue {
        const std::string *name = nullptr; ///< Owned by the profile.
        ValueExpression::Kind kind = ValueExpression::Kind::Null;
        std::string text;
    };

    std::string_view channel;
    std::string externalNumber;
    std::string_view item;
    std::string_view district;
    Timestamp received;
    Party applicant;
    Party agent; ///< No agent when the id is empty.
    std::vector<FormValue> form;
    int materials = 0;
    int missingMaterial = 0; ///< Number of the document that is not there; 0 when all are.
    bool promise = false;
    bool humanPlease = false;
};

} // namespace tongban::demo
