// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/csv.h"
#include "core/base/text.h"
#include "core/storage/register_reader.h"
#include "core/storage/register_row.h"

namespace tongban::storage {

std::string_view name(RegisterFault fault)
{
    switch (fault) {
    case RegisterFault::UnknownRegister: return "unknown_register";
    case RegisterFault::MissingColumn: return "missing_column";
    case RegisterFault::UnknownColumn: return "unknown_column";
    case RegisterFault::RepeatedColumn: return "repeated_column";
    case RegisterFault::WrongRegister: return "wrong_register";
    case RegisterFault::MissingKey: return "missing_key";
    case RegisterFault::WrongKey: return "wrong_key";
    case RegisterFault::MissingValue: return "missing_value";
    case RegisterFault::WrongType: return "wrong_type";
    case RegisterFault::ValueNotAllowed: return "value_not_allowed";
    case RegisterFault::WrongFieldCount: return "wrong_field_count";
    case RegisterFault::BadText: return "bad_text";
    case RegisterFault::BrokenLine: return "broken_line";
    case RegisterFault::Truncated: return "truncated";
    }
    return "";
}

namespace {

class CsvRegisterReader
{
public:
    CsvRegisterReader(ByteSource &bytes, const RegisterRecord &record, RegisterSink &sink)
        : m_reader(bytes), m_record(record), m_sink(sink), m_writer(record)
    {
    }

    Result<> read();

private:
    // What a column holds: a field of the dictionary, or one of the two that every file has.
    static constexpr std::size_t kRecordColumn = static_cast<std::size_t>(-1);
    static constexpr std::size_t kKeyColumn = static_cast<std::size_t>(-2);

    Result<> readHeader(const CsvRecord &header);
    Result<> checkColumns() const;
    Result<> takeLine(CsvRecord &line);
    bool fillRow(CsvRecord &line, std::string_view &key);
    void report(std::string_view field, RegisterFault fault, std::string detail);

    CsvReader m_reader;
    const RegisterRecord &m_record;
    RegisterSink &m_sink;
    RegisterRowWriter m_writer;
    std::vector<std::size_t> m_columns;
    std::int64_t m_line = 0;
};

void CsvRegisterReader::report(std::string_view field, RegisterFault fault, std::string detail)
{
    m_sink.takeProblem({m_line, std::string(field), fault, std::move(detail)});
}

Failure badHeader(RegisterFault fault, const std::string &what)
{
    return fail(ErrorCode::InvalidInput,
                std::string(name(fault)) + ": line 1: " + what
                    + "; nothing was taken in, the register in force stays");
}

Result<> CsvRegisterReader::readHeader(const CsvRecord &header)
{
    for (const std::string &raw : header.fields) {
        const std::string column(trimmed(raw));
        std::size_t meaning = kRecordColumn;
        if (column == "key") {
            meaning = kKeyColumn;
        } else if (column != "record") {
            const std::optional<std::size_t> field = m_writer.fieldIndex(column);
            if (!field)
                return badHeader(RegisterFault::UnknownColumn,
                                 "column " + std::to_string(m_columns.size() + 1) + " is not a field of "
                                     + m_record.source + "." + m_record.record);
            meaning = *field;
        }
        for (const std::size_t known : m_columns) {
            if (known == meaning)
                return badHeader(RegisterFault::RepeatedColumn, "the column '" + column + "' stands twice");
        }
        m_columns.push_back(meaning);
    }
    return checkColumns();
}

Result<> CsvRegisterReader::checkColumns() const
{
    const auto has = [this](std::size_t meaning) {
        for (const std::size_t known : m_columns) {
            if (known == meaning)
                return true;
        }
        return false;
    };
    if (!has(kRecordColumn))
        return badHeader(RegisterFault::MissingColumn, "the column 'record' is missing");
    if (!has(kKeyColumn))
        return badHeader(RegisterFault::MissingColumn, "the column 'key' is missing");
    for (std::size_t field = 0; field < m_record.fields.size(); ++field) {
        if (!has(field))
            return badHeader(RegisterFault::MissingColumn,
                             "the column '" + m_record.fields[field].name + "' is missing");
    }
    return {};
}

bool CsvRegisterReader::fillRow(CsvRecord &line, std::string_view &key)
{
    const RegisterRowWriter::Report tell = [this](std::string_view field, RegisterFault fault,
                                                  std::string detail) {
        report(field, fault, std::move(detail));
    };
    bool isSound = true;
    m_writer.begin();
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        std::string &value = line.fields[column];
        if (m_columns[column] == kRecordColumn) {
            if (value != m_record.record) {
                report("record", RegisterFault::WrongRegister,
                       "the row belongs to another record than the file");
                isSound = false;
            }
        } else if (m_columns[column] == kKeyColumn) {
            if (const std::optional<RegisterFault> fault =
                    RegisterRowWriter::checkKey(m_record.keyKind, value)) {
                report("key", *fault, "the key is empty or cannot be one of its kind");
                isSound = false;
            } else {
                key = value;
            }
        } else {
            isSound = m_writer.setText(m_columns[column], value, tell) && isSound;
        }
    }
    return isSound && m_writer.finish(tell);
}

Result<> CsvRegisterReader::takeLine(CsvRecord &line)
{
    m_line = static_cast<std::int64_t>(line.line);
    std::string_view key;
    bool isSound = false;
    if (line.problem != CsvProblem::None)
        report("", RegisterFault::BrokenLine, std::string(name(line.problem)));
    else if (line.fields.size() != m_columns.size())
        report("", line.complete ? RegisterFault::WrongFieldCount : RegisterFault::Truncated,
               "the line has " + std::to_string(line.fields.size()) + " values for "
                   + std::to_string(m_columns.size()) + " columns");
    else
        isSound = fillRow(line, key);
    if (isSound)
        return m_sink.takeRow(key, m_writer.body());
    return m_sink.rejectRow(key);
}

Result<> CsvRegisterReader::read()
{
    CsvRecord line;
    if (!TRY(m_reader.next(line)))
        return badHeader(RegisterFault::Truncated, "the file is empty");
    if (line.problem != CsvProblem::None)
        return badHeader(RegisterFault::BrokenLine, std::string(name(line.problem)));
    TRY(readHeader(line));
    while (TRY(m_reader.next(line)))
        TRY(takeLine(line));
    return {};
}

} // namespace

Result<> readRegisterCsv(ByteSource &bytes, const RegisterRecord &record, RegisterSink &sink)
{
    return CsvRegisterReader(bytes, record, sink).read();
}

} // namespace tongban::storage
