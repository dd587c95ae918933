// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/intake/quarantine_file.h"

#include "core/base/canonical_json.h"
#include "core/base/file.h"
#include "core/base/file_descriptor.h"
#include "core/base/text.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <sys/stat.h>
#include <unistd.h>

namespace tongban::service {

namespace {

struct CloseFile {
    void operator()(std::FILE *file) const { std::fclose(file); }
};

void appendLine(std::string &out, const RejectedLine &rejected)
{
    nlohmann::ordered_json document{{"line", rejected.line.number},
                                    {"problems", nlohmann::ordered_json::array()}};
    for (const permit::IntakeProblem &problem : rejected.problems)
        document["problems"].push_back(
            {{"field", problem.field}, {"reason", permit::name(problem.reason)}, {"detail", problem.detail}});
    if (!rejected.line.cells.empty())
        document["cells"] = rejected.line.cells;
    else if (const auto application = parseJson(rejected.line.text); application && application->is_object())
        document["application"] = *application;
    else if (!findInvalidUtf8(rejected.line.text))
        document["text"] = rejected.line.text;
    // What is not UTF-8 cannot stand in JSON as it is; the line number leads back to the file.
    out += document.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

} // namespace

Result<> QuarantineFile::keepThrough(std::int64_t line)
{
    if (!std::filesystem::exists(m_file))
        return {};
    std::ifstream in(m_file, std::ios::binary);
    if (!in)
        return Failure(fileError(errno, "read the quarantine file", m_file));
    // Lines stand in the order of the intake file: everything from the first one beyond `line`, or from a
    // line that was cut off, goes.
    std::uintmax_t kept = 0;
    for (std::string text; std::getline(in, text) && !in.eof();) {
        const auto document = parseJson(text);
        if (!document || document->value("line", std::int64_t{0}) > line)
            break;
        kept += text.size() + 1;
    }
    std::error_code failed;
    std::filesystem::resize_file(m_file, kept, failed);
    return failed ? Result<>(Failure(fileError(failed.value(), "shorten the quarantine file", m_file)))
                  : Result<>();
}

Result<> QuarantineFile::append(std::span<const RejectedLine> lines)
{
    if (lines.empty())
        return {};
    std::string text;
    for (const RejectedLine &line : lines)
        appendLine(text, line);
    // What applicants sent, as they sent it, for whoever corrects it: for nobody else on the machine.
    FileDescriptor opened(
        ::open(m_file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, S_IRUSR | S_IWUSR));
    const std::unique_ptr<std::FILE, CloseFile> file(opened.isOpen() ? ::fdopen(::dup(opened.get()), "ab")
                                                                     : nullptr);
    if (!file || std::fwrite(text.data(), 1, text.size(), file.get()) != text.size()
        || std::fflush(file.get()) != 0 || fsync(fileno(file.get())) != 0)
        return Failure(fileError(errno, "write the quarantine file", m_file));
    return {};
}

std::optional<std::string> setAsideApplication(std::string_view line)
{
    // Cheap for the million lines that are none: every line of such a file contains this.
    if (line.find("\"problems\":") == std::string_view::npos)
        return std::nullopt;
    const auto document = parseJson(line);
    if (!document || !document->is_object() || !document->contains("problems")
        || !document->contains("application") || document->contains("channel"))
        return std::nullopt;
    return (*document)["application"].dump();
}

} // namespace tongban::service
