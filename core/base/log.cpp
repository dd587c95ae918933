// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/log.h"

#include "core/base/file.h"
#include "core/base/file_descriptor.h"
#include "core/base/hex.h"
#include "core/base/text.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace tongban {

namespace {

constexpr std::array kLevels{LogLevel::Debug, LogLevel::Info, LogLevel::Warning, LogLevel::Error};

void appendOneLine(std::string &out, std::string_view message)
{
    for (const char c : message) {
        const auto byte = static_cast<std::uint8_t>(c);
        if (c == '\n') {
            out += "\\n";
        } else if ((byte < 0x20 && c != '\t') || byte == 0x7F) {
            out += "\\x";
            appendHex(out, std::array<std::uint8_t, 1>{byte});
        } else {
            out.push_back(c);
        }
    }
}

} // namespace

std::string_view name(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug: return "debug";
    case LogLevel::Info: return "info";
    case LogLevel::Warning: return "warning";
    case LogLevel::Error: return "error";
    }
    return "error";
}

std::optional<LogLevel> parseLogLevel(std::string_view text)
{
    for (const LogLevel level : kLevels) {
        if (name(level) == text)
            return level;
    }
    return std::nullopt;
}

std::string logLine(const LogRecord &record)
{
    std::string line = isoTimestamp(record.at);
    line += ' ';
    line += name(record.level);
    line += ' ';
    line += record.category;
    line += ": ";
    if (findInvalidUtf8(record.message))
        appendOneLine(line, repairedUtf8(record.message).text);
    else
        appendOneLine(line, record.message);
    line += '\n';
    return line;
}

void StreamSink::write(const LogRecord &record)
{
    const std::string line = logLine(record);
    (void)std::fwrite(line.data(), 1, line.size(), m_stream);
    (void)std::fflush(m_stream);
}

struct FileSink::State {
    FileDescriptor file;
};

FileSink::FileSink(std::unique_ptr<State> state) : m_state(std::move(state)) { }
FileSink::~FileSink() = default;

Result<std::unique_ptr<FileSink>> FileSink::open(const std::filesystem::path &path)
{
    FileDescriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0640));
    if (!file.isOpen())
        return Failure(fileError(errno, "open", path));
    return std::unique_ptr<FileSink>(new FileSink(std::make_unique<State>(State{std::move(file)})));
}

void FileSink::write(const LogRecord &record)
{
    const std::string line = logLine(record);
    std::string_view rest = line;
    while (!rest.empty()) {
        const ssize_t written = ::write(m_state->file.get(), rest.data(), rest.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return;
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
}

void Log::write(LogLevel level, std::string_view message) const
{
    if (!writes(level))
        return;
    m_sink->write({.at = m_clock->now(), .level = level, .category = m_category, .message = message});
}

void Log::error(std::string_view message, const Error &failure) const
{
    std::string text(message);
    text += " [";
    text += codeName(failure.code);
    text += ": ";
    text += failure.detail;
    text += "; ";
    text += std::string_view(failure.file).substr(std::string_view(failure.file).rfind('/') + 1);
    text += ':' + std::to_string(failure.line) + "]";
    write(LogLevel::Error, text);
}

} // namespace tongban
