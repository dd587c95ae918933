// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/decision/decision_inputs.h"

namespace tongban::service {

void describeCase(const storage::CaseRecord &record, const permit::Application &application, int round,
                  Timestamp decidedAt, approval::CaseHeader &header)
{
    header.id = record.id.text();
    header.serial = record.serial;
    header.item = record.item;
    header.itemVersion = record.itemVersion;
    header.round = round;
    header.district = record.district;
    header.channel = record.channel;
    header.applicantKind = permit::name(application.applicant.kind);
    header.applicantId = record.applicantId;
    header.receivedAt = record.receivedAt;
    header.decidedAt = decidedAt;
}

std::vector<int> missingMaterials(const permit::Item &item, const permit::Application &application)
{
    std::vector<int> missing;
    for (const permit::Material &material : item.materials) {
        const bool fromApplicant =
            material.mode == permit::SourceMode::Upload || material.mode == permit::SourceMode::WindowScan;
        if (fromApplicant && !application.provides(material.no))
            missing.push_back(material.no);
    }
    return missing;
}

} // namespace tongban::service
