// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sheet/zip_entry.h"

#include <memory>
#include <zip.h>

namespace tongban::sheet {

namespace {

struct CloseArchive {
    void operator()(zip_t *archive) const { zip_discard(archive); }
};

struct CloseFile {
    void operator()(zip_file_t *file) const { zip_fclose(file); }
};

} // namespace

Result<std::string> zipEntry(const std::filesystem::path &archive, const std::string &name, std::size_t limit)
{
    int fault = 0;
    const std::unique_ptr<zip_t, CloseArchive> zip(
        zip_open(archive.string().c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &fault));
    if (zip == nullptr)
        return fail(ErrorCode::InvalidInput, "the file is no sheet: its archive cannot be read");
    const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen(zip.get(), name.c_str(), 0));
    if (file == nullptr)
        return fail(ErrorCode::NotFound, "the archive holds no " + name);
    // The size that the archive states may lie: what counts is what comes out.
    std::string bytes;
    std::string piece(std::size_t{1} << 16U, '\0');
    while (true) {
        const zip_int64_t read = zip_fread(file.get(), piece.data(), piece.size());
        if (read < 0)
            return fail(ErrorCode::InvalidInput, "the archive is damaged at " + name);
        if (read == 0)
            return bytes;
        bytes.append(piece, 0, static_cast<std::size_t>(read));
        if (bytes.size() > limit)
            return fail(ErrorCode::InvalidInput, "the sheet is too large to be read");
    }
}

} // namespace tongban::sheet
