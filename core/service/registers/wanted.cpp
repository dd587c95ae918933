// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/registers/wanted.h"

#include "core/service/workspace/workspace_parts.h"
#include "core/storage/wanted_scope.h"

namespace tongban::service {

struct Wanted::Scope {
    storage::WantedScope storage;
};

Wanted::Wanted(Workspace &workspace, std::function<bool()> isUnwanted)
    : m_scope(new Scope{{workspace.parts().store->database(), std::move(isUnwanted)}})
{
}

Wanted::~Wanted() = default;

} // namespace tongban::service
