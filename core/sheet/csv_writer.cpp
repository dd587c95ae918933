// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/csv.h"
#include "core/base/file.h"
#include "core/sheet/writers.h"

#include <cerrno>
#include <fstream>
#include <system_error>
#include <vector>

namespace tongban::sheet {

namespace {

/// What a spreadsheet would run: a quote before it makes it text again. Taken off by the reader.
bool isFormula(std::string_view cell)
{
    return !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
}

class CsvWriter final : public SheetWriter
{
public:
    explicit CsvWriter(std::filesystem::path file)
        : m_file(std::move(file)), m_out(partName(m_file), std::ios::binary | std::ios::trunc)
    {
        m_out << "\xef\xbb\xbf";
    }

    ~CsvWriter() override
    {
        m_out.close();
        std::error_code ignored;
        if (!m_isFinished)
            std::filesystem::remove(partName(m_file), ignored);
    }

    Result<> add(std::span<const std::string> cells) override
    {
        std::vector<std::string> safe(cells.begin(), cells.end());
        for (std::string &cell : safe)
            if (isFormula(cell))
                cell.insert(0, 1, '\'');
        const std::vector<std::string_view> fields(safe.begin(), safe.end());
        std::string line;
        appendCsvRecord(line, fields);
        m_out << line;
        return checked();
    }

    Result<> finish() override
    {
        m_out.close();
        TRY(checked());
        std::error_code fault;
        std::filesystem::rename(partName(m_file), m_file, fault);
        if (fault)
            return Failure(fileError(fault.value(), "cannot put the sheet at", m_file));
        m_isFinished = true;
        return {};
    }

    Result<> checked() const
    {
        if (m_out.fail())
            return Failure(fileError(errno == 0 ? EIO : errno, "cannot write", m_file));
        return {};
    }

private:
    std::filesystem::path m_file;
    std::ofstream m_out;
    bool m_isFinished = false;
};

} // namespace

Result<std::unique_ptr<SheetWriter>> createCsv(const std::filesystem::path &file)
{
    errno = 0;
    auto writer = std::make_unique<CsvWriter>(file);
    TRY(writer->checked());
    return std::unique_ptr<SheetWriter>(std::move(writer));
}

Result<std::unique_ptr<SheetWriter>> createSheet(const std::filesystem::path &file, Format format)
{
    return format == Format::Csv ? createCsv(file) : createXlsx(file);
}

} // namespace tongban::sheet
