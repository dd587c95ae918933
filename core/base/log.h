// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/date.h"
#include "core/base/result.h"

#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tongban {

enum class LogLevel {
    Debug, ///< For whoever looks for a defect.
    Info, ///< What the program did that an operator wants to know.
    Warning, ///< Something is odd and the program went on.
    Error, ///< Something was not done.
};

/// "debug", "info", "warning", "error".
std::string_view name(LogLevel level);
std::optional<LogLevel> parseLogLevel(std::string_view name);

struct LogRecord {
    Timestamp at;
    LogLevel level = LogLevel::Info;
    std::string_view category; ///< The module: "storage", "agency".
    std::string_view message; ///< An English sentence, never translated.
};

/// Where log lines go. Called by any thread.
class LogSink
{
public:
    virtual ~LogSink() = default;
    virtual void write(const LogRecord &record) = 0;
};

/// "2026-03-17T09:30:00.000+08:00 warning storage: the sentence", one line whatever the message holds: line
/// ends and other control characters are written as escapes, invalid UTF-8 as U+FFFD.
std::string logLine(const LogRecord &record);

/// Writes lines to an open stream such as stderr, which the sink does not close.
class StreamSink final : public LogSink
{
public:
    explicit StreamSink(std::FILE *stream) : m_stream(stream) { }
    void write(const LogRecord &record) override;

private:
    std::FILE *m_stream;
};

/// Appends lines to a file, each with one call of the system, so that several programs may share it. A full
/// disk loses lines, never stops the program.
class FileSink final : public LogSink
{
public:
    static Result<std::unique_ptr<FileSink>> open(const std::filesystem::path &path);
    ~FileSink() override;
    void write(const LogRecord &record) override;

private:
    struct State;
    explicit FileSink(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

/// The log of one module, passed to whoever writes it; sink and clock outlive it. Usable by any thread.
///
/// **No personal data:** no names, no resident numbers, telephone numbers or plates, not even masked, and no
/// text that came from an application. A case is named by its id or serial. Error details keep the same rule.
class Log
{
public:
    Log(LogSink &sink, const Clock &clock, std::string category, LogLevel lowest = LogLevel::Info)
        : m_sink(&sink), m_clock(&clock), m_category(std::move(category)), m_lowest(lowest)
    {
    }

    /// The same log for another module.
    Log withCategory(std::string category) const
    {
        return {*m_sink, *m_clock, std::move(category), m_lowest};
    }

    bool writes(LogLevel level) const { return level >= m_lowest; }
    void debug(std::string_view message) const { write(LogLevel::Debug, message); }
    void info(std::string_view message) const { write(LogLevel::Info, message); }
    void warning(std::string_view message) const { write(LogLevel::Warning, message); }
    void error(std::string_view message) const { write(LogLevel::Error, message); }

    /// The sentence, then code, detail and place of the failure.
    void error(std::string_view message, const Error &failure) const;

private:
    void write(LogLevel level, std::string_view message) const;

    LogSink *m_sink;
    const Clock *m_clock;
    std::string m_category;
    LogLevel m_lowest;
};

} // namespace tongban
