// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/session.h"

#include "app/ctl/error_text.h"
#include "app/ctl/unlock.h"

#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace tongban::ctl {

namespace {

void writeAll(std::FILE *stream, std::string_view text)
{
    std::fwrite(text.data(), 1, text.size(), stream);
    std::fflush(stream);
}

} // namespace

Session::Session(const std::atomic<bool> &stop) : m_stop(stop), m_clock(std::make_unique<SystemClock>())
{
    const char *fromEnvironment = std::getenv("TONGBAN_WORKSPACE");
    workspace = fromEnvironment != nullptr ? fromEnvironment : "tongban-workspace";
    if (const char *key = std::getenv("TONGBAN_KEY_FILE"); key != nullptr)
        keyFile = key;
}

Result<> Session::prepare()
{
    if (!at.empty())
        m_clock = std::make_unique<FixedClock>(TRY(parseIsoTimestamp(at)));
    if (resources.empty())
        resources = TRY(service::findResources());
    return {};
}

Result<std::unique_ptr<service::Workspace>> Session::openWorkspace(service::OpenMode mode) const
{
    auto opened =
        TRY(service::Workspace::open(workspace, resources, mode, *m_clock, TRY(unlock(*this, workspace))));
    if (!at.empty() && mode == service::OpenMode::Write
        && opened->kind() == service::WorkspaceKind::Production)
        return fail(
            ErrorCode::Denied,
            "--at is for demonstrations and training; in service, acts are stamped by the clock alone");
    return opened;
}

void Session::printJson(const nlohmann::ordered_json &document) const
{
    endProgress();
    writeAll(stdout, document.dump() + '\n');
}

void Session::print(std::string_view text) const
{
    endProgress();
    writeAll(stdout, text);
}

void Session::printLine(std::string_view text) const
{
    endProgress();
    writeAll(stdout, std::string(text) + '\n');
}

void Session::note(std::string_view text) const
{
    endProgress();
    writeAll(stderr, std::string(text) + '\n');
}

void Session::progress(std::string_view text)
{
    if (json || isatty(fileno(stderr)) == 0)
        return;
    writeAll(stderr, "\r\033[K" + std::string(text));
    m_progressShown = true;
}

void Session::endProgress() const
{
    if (m_progressShown)
        writeAll(stderr, "\r\033[K");
    m_progressShown = false;
}

void Session::report(const Error &error)
{
    m_exitCode = exitCodeFor(error.code);
    if (json) {
        printJson({{"error", codeName(error.code)}, {"detail", error.detail}});
        return;
    }
    note(errorText(error, language));
}

} // namespace tongban::ctl
