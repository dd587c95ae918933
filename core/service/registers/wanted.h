// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/workspace/workspace.h"

#include <functional>
#include <memory>

namespace tongban::service {

/// A scope around reading for somebody who may turn to something else meanwhile: as soon as `isUnwanted` says
/// so, what is being read ends with Unavailable, and the next in line gets its turn. For reading alone. On
/// the thread of the workspace, which also asks `isUnwanted`; one at a time.
class Wanted
{
public:
    Wanted(Workspace &workspace, std::function<bool()> isUnwanted);
    ~Wanted();

    Wanted(const Wanted &) = delete;
    Wanted &operator=(const Wanted &) = delete;

private:
    struct Scope;

    std::unique_ptr<Scope> m_scope;
};

} // namespace tongban::service
