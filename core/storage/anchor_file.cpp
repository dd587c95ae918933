// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/anchor_file.h"

#include "core/base/canonical_json.h"
#include "core/base/file.h"
#include "core/base/file_descriptor.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <sys/file.h>
#include <unistd.h>

namespace tongban::storage {
namespace {

std::string lineOf(const EventPosition &head, Timestamp at, const std::optional<Digest> &before)
{
    std::string line;
    CanonicalWriter writer(line);
    writer.beginObject();
    if (before) {
        writer.key("after");
        writer.string(before->hex());
    }
    writer.key("at");
    writer.number(unixMilliseconds(at));
    writer.key("district");
    writer.number(head.district);
    writer.key("hash");
    writer.string(head.hash.hex());
    writer.key("n");
    writer.number(head.n);
    writer.endObject();
    return line;
}

// A witness as its line tells it.
struct ReadLine {
    Anchor anchor;
    std::string after; // Digest of the line before it; empty in the first.
    Digest digest;
};

Result<ReadLine> parseLine(const std::string &line)
{
    const nlohmann::json document = TRY(parseJson(line));
    const auto isWhole = [&document](const char *key) {
        return document.contains(key) && document.at(key).is_number_integer();
    };
    if (!document.is_object() || !isWhole("at") || !isWhole("district") || !isWhole("n")
        || !document.contains("hash") || !document.at("hash").is_string())
        return fail(ErrorCode::InvalidInput, "not a witness");
    ReadLine read;
    Anchor &anchor = read.anchor;
    anchor.at = fromUnixMilliseconds(document.at("at").get<std::int64_t>());
    anchor.position.district = document.at("district").get<int>();
    anchor.position.n = document.at("n").get<std::int64_t>();
    anchor.position.hash = TRY(Digest::parse(document.at("hash").get<std::string>()));
    if (document.contains("after"))
        read.after = document.at("after").is_string() ? document.at("after").get<std::string>() : "?";
    read.digest = sha256(line);
    return read;
}

Failure writeFailure(const std::filesystem::path &file)
{
    const ErrorCode code =
        errno == EROFS || errno == EACCES || errno == EPERM ? ErrorCode::Denied : ErrorCode::Unavailable;
    return fail(
        code,
        file.filename().string() + ": the witness could not be written (" + std::strerror(errno)
            + "); the ledger itself is kept; free space or allow writing, the next witness covers this one");
}

// A line cut off by a power failure must not swallow the next one.
Result<> closeLastLine(const std::filesystem::path &file, int descriptor)
{
    const off_t size = ::lseek(descriptor, 0, SEEK_END);
    char last = '\n';
    if (size > 0 && ::pread(descriptor, &last, 1, size - 1) != 1)
        return writeFailure(file);
    if (last != '\n' && ::write(descriptor, "\n", 1) != 1)
        return writeFailure(file);
    return {};
}

// The last witness of each district in the end of the file, and its last whole line. An older one is not
// worth reading a file of years for at every act: a witness that stands twice does no harm.
struct FileEnd {
    std::map<int, EventPosition> last;
    std::optional<Digest> line;
};

Result<FileEnd> readEnd(const std::filesystem::path &file)
{
    constexpr off_t kTail = off_t{64} * 1024;
    FileEnd end;
    const FileDescriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (!descriptor.isOpen())
        return errno == ENOENT ? Result<FileEnd>(end) : writeFailure(file);
    const off_t size = ::lseek(descriptor.get(), 0, SEEK_END);
    const off_t from = std::max<off_t>(0, size - kTail);
    std::string tail(static_cast<std::size_t>(size - from), '\0');
    if (::pread(descriptor.get(), tail.data(), tail.size(), from) != static_cast<ssize_t>(tail.size()))
        return writeFailure(file);
    std::istringstream lines(tail);
    for (std::string line; std::getline(lines, line);) {
        if (const Result<ReadLine> read = parseLine(line)) {
            end.last.insert_or_assign(read->anchor.position.district, read->anchor.position);
            end.line = read->digest;
        }
    }
    return end;
}

} // namespace

bool AnchorLines::has(const Digest &line) const
{
    return std::ranges::find(lines, line) != lines.end();
}

Result<> AnchorFile::append(std::span<const EventPosition> heads, Timestamp at)
{
    const FileDescriptor file(::open(m_file.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0644));
    // Held until the descriptor is closed: a line names the one before it.
    if (!file.isOpen() || ::flock(file.get(), LOCK_EX) != 0)
        return writeFailure(m_file);
    FileEnd end = TRY(readEnd(m_file));
    std::string lines;
    for (const EventPosition &head : heads) {
        const auto before = end.last.find(head.district);
        if (before != end.last.end() && before->second == head)
            continue;
        const std::string line = lineOf(head, at, end.line);
        end.line = sha256(line);
        lines += line + '\n';
    }
    if (lines.empty())
        return {};
    TRY(closeLastLine(m_file, file.get()));
    const ssize_t written = ::write(file.get(), lines.data(), lines.size());
    if (written != static_cast<ssize_t>(lines.size()) || ::fsync(file.get()) != 0)
        return writeFailure(m_file);
    return {};
}

Result<std::optional<Digest>> AnchorFile::lastLine() const
{
    return TRY(readEnd(m_file)).line;
}

Result<AnchorLines> AnchorFile::read() const
{
    AnchorLines found;
    std::error_code error;
    if (!std::filesystem::exists(m_file, error))
        return found;
    std::ifstream stream(m_file, std::ios::binary);
    if (!stream)
        return fail(ErrorCode::Denied, m_file.filename().string() + " cannot be read (missing rights)");
    std::string line;
    for (std::int64_t number = 1; std::getline(stream, line); ++number) {
        if (line.empty())
            continue;
        Result<ReadLine> read = parseLine(line);
        if (read) {
            if (read->after != (found.lines.empty() ? std::string() : found.lines.back().hex()))
                found.broken.push_back(number);
            found.anchors.push_back(read->anchor);
            found.lines.push_back(read->digest);
            continue;
        }
        // Only a line that was being written when the power failed may be incomplete: it cannot parse as a
        // whole object.
        if (line.back() != '}')
            continue;
        return fail(ErrorCode::Corrupted,
                    m_file.filename().string() + " line " + std::to_string(number)
                        + " is not a witness; the file was changed; compare it with a copy kept elsewhere");
    }
    return found;
}

Result<> AnchorFile::copyThrough(const std::optional<Digest> &line, const std::filesystem::path &target) const
{
    std::ifstream stream(m_file, std::ios::binary);
    std::string text;
    for (std::string one; std::getline(stream, one);) {
        text += one + '\n';
        if (line && sha256(one) == *line)
            break;
    }
    return replaceFile(target, text);
}

} // namespace tongban::storage
