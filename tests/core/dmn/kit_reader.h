// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/feel/value.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace tongban::test {

/// One case of the DMN compatibility kit (namespace 20160719/testcase).
struct KitCase {
    struct Input {
        std::string name;
        feel::Value value;
    };
    struct Expected {
        std::string name;
        feel::Value value;
        bool isError = false;
    };
    std::string id;
    std::string service; ///< Name of the decision service to call; empty for decisions.
    std::vector<Input> inputs;
    std::vector<Expected> results;
};

/// One test file: the model it is for and its cases.
struct KitFile {
    QString modelName;
    std::vector<KitCase> cases;
};

/// Nothing when the file cannot be read.
std::optional<KitFile> readKitFile(const QString &path);

/// The kit's folder: TONGBAN_DMN_TCK, else ../shared/data/dmn-tck beside the source tree; empty when there is
/// none.
QString kitFolder();

/// The folder of the rule workloads in the same way.
QString workloadFolder();

} // namespace tongban::test
