// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tongban::test {

/// The compatibility kit's folder: TONGBAN_DMN_TCK, else ../shared/data/dmn-tck beside the source tree; empty
/// when there is none.
QString kitFolder();

/// The folder of the rule workloads in the same way, with TONGBAN_RULE_WORKLOADS.
QString workloadFolder();

} // namespace tongban::test
