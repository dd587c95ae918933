// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/centre/centre_sync.h"
#include "tests/core/central/made_centre.h"
#include "tests/core/service/office.h"

#include <QtGlobal>

#include <string>
#include <vector>

namespace tests {

/// A workspace that has joined, beside the window or without one.
class JoinedOffice
{
public:
    JoinedOffice(central::MadeCentre &centre, const std::string &login, const std::vector<std::string> &roles)
        : m_login(login)
    {
        const tongban::Uuid device = centre.admit(login, roles);
        const auto joined = tongban::service::joinCentre(
            office.workspace(), {centre.text(login), {central::MadeCentre::kDistrict}, device});
        if (!joined)
            qFatal("%s", joined.error().detail.c_str());
    }

    /// Taken in at this window; the serial it has here.
    std::string takeIn(int person)
    {
        ApplicationLine line;
        line.person = person;
        line.item = "KY-001";
        line.channel = "window";
        line.district = "440305";
        line.externalNo = m_login + "-" + std::to_string(person);
        line.receivedAt = tongban::isoTimestamp(office.clock.now() - std::chrono::hours(1));
        line.fields = "{}";
        line.materials = {};
        office.takeIn({line});
        return office.serialOf(person);
    }

    std::string problems(int person, tongban::permit::Role role, tongban::permit::ActRequest request)
    {
        return problemsOf(office.act(person, actor, role, std::move(request)));
    }

    tongban::service::SyncReport sync()
    {
        auto line = tongban::service::CentreSync::open(office.workspace());
        return must(must(std::move(line))->run({}));
    }

    std::string state(int person) { return office.story(person).line.state; }

    Office office;
    std::string actor = "somebody"; ///< Of this machine; the centre knows the login.

private:
    std::string m_login;
};

inline tongban::permit::ActRequest actRequest(tongban::permit::Act which, const std::string &reason = {},
                                              const std::string &basis = {})
{
    tongban::permit::ActRequest request;
    request.act = which;
    request.reason = reason;
    request.basis = basis;
    return request;
}

} // namespace tests
