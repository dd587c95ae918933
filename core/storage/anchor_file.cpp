// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/anchor_file.h"

#include "core/base/canonical_json.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <unistd.h>

namespace tongban::storage {
namespace {

std::string lineOf(const EventPosition &head, Timestamp at)
{
    std::string line;
    CanonicalWriter writer(line);
    writer.beginObject();
    writer.key("at");
    writer.number(unixMilliseconds(at));
    writer.key("district");
    writer.number(head.district);
    writer.key("hash");
    writer.string(head.hash.hex());
    writer.key("n");
    writer.number(head.n);
    writer.endObject();
    line += '\n';
    return line;
}

Result<Anchor> parseLine(const std::string &line)
{
    const nlohmann::json document = TRY(parseJson(line));
    const auto isWhole = [&document](const char *key) {
        return document.contains(key) && document.at(key).is_number_integer();
    };
    if (!document.is_object() || !isWhole("at") || !isWhole("district") || !isWhole("n")
        || !document.contains("hash") || !document.at("hash").is_string())
        return fail(ErrorCode::InvalidInput, "not a witness");
    Anchor anchor;
    anchor.at = fromUnixMilliseconds(document.at("at").get<std::int64_t>());
    anchor.position.district = document.at("district").get<int>();
    anchor.position.n = document.at("n").get<std::int64_t>();
    anchor.position.hash = TRY(Digest::parse(document.at("hash").get<std::string>()));
    return anchor;
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

// A descriptor that closes itself.
struct Descriptor {
    int number = -1;

    explicit Descriptor(int opened) : number(opened) { }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor()
    {
        if (number >= 0)
            ::close(number);
    }
};

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

// The last witness of each district in the end of the file. An older one is not worth reading a file of years
// for at every act: a witness that stands twice does no harm.
Result<std::map<int, EventPosition>> latest(const std::filesystem::path &file)
{
    constexpr off_t kTail = off_t{64} * 1024;
    std::map<int, EventPosition> last;
    const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (descriptor.number < 0)
        return errno == ENOENT ? Result<std::map<int, EventPosition>>(last) : writeFailure(file);
    const off_t size = ::lseek(descriptor.number, 0, SEEK_END);
    const off_t from = std::max<off_t>(0, size - kTail);
    std::string tail(static_cast<std::size_t>(size - from), '\0');
    if (::pread(descriptor.number, tail.data(), tail.size(), from) != static_cast<ssize_t>(tail.size()))
        return writeFailure(file);
    std::istringstream lines(tail);
    for (std::string line; std::getline(lines, line);) {
        if (const Result<Anchor> anchor = parseLine(line))
            last.insert_or_assign(anchor->position.district, anchor->position);
    }
    return last;
}

} // namespace

Result<> AnchorFile::append(std::span<const EventPosition> heads, Timestamp at)
{
    const std::map<int, EventPosition> last = TRY(latest(m_file));
    std::string lines;
    for (const EventPosition &head : heads) {
        const auto before = last.find(head.district);
        if (before == last.end() || before->second != head)
            lines += lineOf(head, at);
    }
    if (lines.empty())
        return {};
    const Descriptor file(::open(m_file.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0644));
    if (file.number < 0)
        return writeFailure(m_file);
    TRY(closeLastLine(m_file, file.number));
    const ssize_t written = ::write(file.number, lines.data(), lines.size());
    if (written != static_cast<ssize_t>(lines.size()) || ::fsync(file.number) != 0)
        return writeFailure(m_file);
    return {};
}

Result<std::vector<Anchor>> AnchorFile::read() const
{
    std::vector<Anchor> anchors;
    std::error_code error;
    if (!std::filesystem::exists(m_file, error))
        return anchors;
    std::ifstream stream(m_file, std::ios::binary);
    if (!stream)
        return fail(ErrorCode::Denied, m_file.filename().string() + " cannot be read (missing rights)");
    std::string line;
    for (std::int64_t number = 1; std::getline(stream, line); ++number) {
        if (line.empty())
            continue;
        Result<Anchor> anchor = parseLine(line);
        if (anchor) {
            anchors.push_back(*anchor);
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
    return anchors;
}

} // namespace tongban::storage
