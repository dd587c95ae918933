// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/file.h"
#include "core/sheet/writers.h"

#include <cerrno>
#include <fstream>
#include <system_error>
#include <xlsxwriter.h>

namespace tongban::sheet {

namespace {

constexpr double kWidth = 22;

class XlsxWriter final : public SheetWriter
{
public:
    explicit XlsxWriter(std::filesystem::path file) : m_file(std::move(file))
    {
        // Rows go to the disk as they come; the file is made of them at the end.
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        m_book = workbook_new_opt(partName(m_file).string().c_str(), &options);
        m_sheet = workbook_add_worksheet(m_book, nullptr);
        m_text = workbook_add_format(m_book);
        format_set_num_format(m_text, "@");
        m_title = workbook_add_format(m_book);
        format_set_bold(m_title);
        worksheet_freeze_panes(m_sheet, 1, 0);
    }

    ~XlsxWriter() override
    {
        if (m_book != nullptr)
            workbook_close(m_book);
        std::error_code ignored;
        if (!m_isFinished)
            std::filesystem::remove(partName(m_file), ignored);
    }

    Result<> add(std::span<const std::string> cells) override
    {
        if (m_row == 0)
            setColumns(cells.size());
        if (m_row >= kMostXlsxRows)
            return fail(ErrorCode::InvalidInput, "a worksheet holds 1048576 rows; write CSV instead");
        for (std::size_t column = 0; column < cells.size(); ++column) {
            const lxw_error fault =
                worksheet_write_string(m_sheet, static_cast<lxw_row_t>(m_row), static_cast<lxw_col_t>(column),
                                       cells[column].c_str(), m_row == 0 ? m_title : m_text);
            if (fault != LXW_NO_ERROR)
                return fail(ErrorCode::InvalidInput,
                            std::string("a cell cannot be written: ") + lxw_strerror(fault));
        }
        ++m_row;
        return {};
    }

    Result<> finish() override
    {
        errno = 0;
        const lxw_error fault = workbook_close(m_book);
        m_book = nullptr;
        if (fault != LXW_NO_ERROR)
            return Failure(fileError(errno == 0 ? EIO : errno, "cannot write", m_file));
        std::error_code moved;
        std::filesystem::rename(partName(m_file), m_file, moved);
        if (moved)
            return Failure(fileError(moved.value(), "cannot put the sheet at", m_file));
        m_isFinished = true;
        return {};
    }

private:
    /// As wide as a usual code; the seal is for the way back and not for people.
    void setColumns(std::size_t count)
    {
        const auto last = static_cast<lxw_col_t>(count - 1);
        if (last > 0)
            worksheet_set_column(m_sheet, 0, static_cast<lxw_col_t>(last - 1), kWidth, m_text);
        lxw_row_col_options hidden{};
        hidden.hidden = LXW_TRUE;
        worksheet_set_column_opt(m_sheet, last, last, kWidth, m_text, &hidden);
    }

    std::filesystem::path m_file;
    lxw_workbook *m_book = nullptr;
    lxw_worksheet *m_sheet = nullptr;
    lxw_format *m_text = nullptr;
    lxw_format *m_title = nullptr;
    std::int64_t m_row = 0;
    bool m_isFinished = false;
};

} // namespace

Result<std::unique_ptr<SheetWriter>> createXlsx(const std::filesystem::path &file)
{
    // The library says nothing before the end: whether one may write here is known now.
    errno = 0;
    if (!std::ofstream(partName(file), std::ios::binary).good())
        return Failure(fileError(errno == 0 ? EIO : errno, "cannot write", file));
    return std::unique_ptr<SheetWriter>(std::make_unique<XlsxWriter>(file));
}

} // namespace tongban::sheet
