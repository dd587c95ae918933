// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/service/centre/centre_worker.h"

#include <memory>
#include <string>

namespace tongban::ctl {

/// What a worker of a centre tells about itself on 127.0.0.1: GET /health for a supervisor of services (200 =
/// it works, 503 = the centre has not been reached for a while or refuses), GET /metrics in the text format
/// of Prometheus. Nothing of a case is told. On a thread of its own until it is destroyed.
class WorkerHealth
{
public:
    /// `port` 0 = any free one. Unavailable when the port is taken.
    static Result<std::unique_ptr<WorkerHealth>> start(int port);
    ~WorkerHealth();

    int port() const;

    /// After each step; `backlog` as the centre tells it.
    void take(const service::CentreStep &step, const std::vector<service::CentreBacklog> &backlog);

private:
    struct Server;
    explicit WorkerHealth(std::unique_ptr<Server> server);

    std::unique_ptr<Server> m_server;
};

} // namespace tongban::ctl
