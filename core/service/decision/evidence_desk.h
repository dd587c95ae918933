// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/evidence.h"
#include "core/service/workspace/workspace.h"

#include <memory>

namespace tongban::service {

/// Where one thread gets its evidence from: the imported registers and, where `agencies.json` of the
/// workspace names them, the agencies. Owns its connections. Made on the thread that uses it.
class EvidenceDesk
{
public:
    static Result<std::unique_ptr<EvidenceDesk>> open(const Workspace &workspace);
    ~EvidenceDesk();

    approval::EvidenceSource &source();

private:
    struct Parts;
    explicit EvidenceDesk(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace tongban::service
