// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/workspace/workspace_thread.h"

namespace tongban::service {

/// Opens the same workspace once more, on the thread that calls it: for what takes minutes and must not keep
/// a window's own thread from answering. The clock of the first one outlives it.
WorkspaceThread::Opener besideOf(const Workspace &workspace, OpenMode mode = OpenMode::Read);

} // namespace tongban::service
