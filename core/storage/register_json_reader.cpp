// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/register_reader.h"
#include "core/storage/register_row.h"

#include <algorithm>
#include <array>
#include <memory>
#include <nlohmann/json.hpp>
#include <streambuf>

namespace tongban::storage {
namespace {

// A single value may not be larger than this: the parser would hold it whole.
constexpr std::int64_t kLongestToken = 4 << 20;

// Feeds the parser from a ByteSource and stops when it swallows bytes without ever coming to the end of a
// value.
class SourceBuffer final : public std::streambuf
{
public:
    explicit SourceBuffer(ByteSource &bytes) : m_bytes(bytes) { }

    void valueEnded() { m_atLastValue = m_served; }
    bool isTooLong() const { return m_isTooLong; }
    const std::optional<Error> &error() const { return m_error; }

protected:
    int_type underflow() override
    {
        if (m_served - m_atLastValue > kLongestToken) {
            m_isTooLong = true;
            return traits_type::eof();
        }
        Result<std::size_t> size = m_bytes.read(m_buffer);
        if (!size)
            m_error = size.error();
        if (!size || *size == 0)
            return traits_type::eof();
        m_served += static_cast<std::int64_t>(*size);
        // The parser takes a zero byte for the end of the file; any other control character it refuses.
        std::replace(m_buffer.data(), m_buffer.data() + *size, '\0', '\x01');
        setg(m_buffer.data(), m_buffer.data(), m_buffer.data() + *size);
        return traits_type::to_int_type(m_buffer.front());
    }

private:
    ByteSource &m_bytes;
    std::array<char, 64 * 1024> m_buffer{};
    std::int64_t m_served = 0;
    std::int64_t m_atLastValue = 0;
    bool m_isTooLong = false;
    std::optional<Error> m_error;
};

// Follows the file {"source","record","as_of","rows":[{...},...]} value by value.
class JsonRegisterHandler final : public nlohmann::json_sax<nlohmann::json>
{
public:
    JsonRegisterHandler(SourceBuffer &buffer, const RegisterDictionary &dictionary,
                        const RegisterHeading &expected, RegisterSink &sink)
        : m_buffer(buffer), m_dictionary(dictionary), m_expected(expected), m_sink(sink)
    {
    }

    Result<RegisterHeading> result(bool parsed);

    bool null() override;
    bool boolean(bool value) override;
    bool number_integer(number_integer_t value) override { return takeNumber(std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) override { return takeNumber(std::to_string(value)); }
    bool number_float(number_float_t, const string_t &text) override { return takeNumber(text); }
    bool string(string_t &value) override;
    bool binary(binary_t &) override { return refuse("binary values do not occur"); }
    bool start_object(std::size_t) override;
    bool key(string_t &value) override;
    bool end_object() override;
    bool start_array(std::size_t) override;
    bool end_array() override;
    bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &) override;

private:
    enum class Place { Start, Heading, Rows, Row, List, End };

    bool refuse(std::string what);
    bool takeNumber(const std::string &text);
    bool beginRows();
    bool endRow();
    bool beginRow();
    bool unexpected() { return refuse("a value stands where none belongs"); }
    void spoil(std::string_view field, RegisterFault fault, std::string detail);
    bool isRowKey() const { return m_key == "key"; }

    SourceBuffer &m_buffer;
    const RegisterDictionary &m_dictionary;
    const RegisterHeading &m_expected;
    RegisterSink &m_sink;
    const RegisterRowWriter::Report m_report = [this](std::string_view field, RegisterFault fault,
                                                      std::string detail) {
        spoil(field, fault, std::move(detail));
    };

    Place m_place = Place::Start;
    RegisterHeading m_heading;
    bool m_hadRows = false;
    std::unique_ptr<RegisterRowWriter> m_writer;
    std::int64_t m_row = 0;
    bool m_isRowSound = true;
    std::string m_key;
    std::string m_rowKey;
    std::vector<bool> m_seen;
    std::optional<std::size_t> m_field;
    std::vector<std::string> m_items;
    bool m_hasNumbers = false;
    bool m_hasStrings = false;
    std::optional<Error> m_error;
};

bool JsonRegisterHandler::refuse(std::string what)
{
    if (!m_error)
        m_error.emplace(ErrorCode::InvalidInput, std::move(what));
    return false;
}

void JsonRegisterHandler::spoil(std::string_view field, RegisterFault fault, std::string detail)
{
    m_isRowSound = false;
    m_sink.takeProblem({m_row, std::string(field), fault, std::move(detail)});
}

bool JsonRegisterHandler::beginRows()
{
    const std::string &source = m_heading.source.empty() ? m_expected.source : m_heading.source;
    const std::string &record = m_heading.record.empty() ? m_expected.record : m_heading.record;
    const RegisterRecord *known = m_dictionary.find(source, record);
    if (known == nullptr)
        return refuse("unknown_register: \"source\" and \"record\" do not name a register of the dictionary");
    m_writer = std::make_unique<RegisterRowWriter>(*known);
    m_seen.resize(known->fields.size());
    m_place = Place::Rows;
    m_hadRows = true;
    return true;
}

bool JsonRegisterHandler::beginRow()
{
    ++m_row;
    m_isRowSound = true;
    m_rowKey.clear();
    std::fill(m_seen.begin(), m_seen.end(), false);
    m_writer->begin();
    m_place = Place::Row;
    return true;
}

bool JsonRegisterHandler::endRow()
{
    m_place = Place::Rows;
    if (const std::optional<RegisterFault> fault =
            RegisterRowWriter::checkKey(m_writer->record().keyKind, m_rowKey)) {
        spoil("key", *fault, "the key is empty or cannot be one of its kind");
        m_rowKey.clear();
    }
    const bool isTaken = m_isRowSound && m_writer->finish(m_report);
    Result<> done = isTaken ? m_sink.takeRow(m_rowKey, m_writer->body()) : m_sink.rejectRow(m_rowKey);
    if (!done)
        m_error = done.error();
    return done.has_value();
}

bool JsonRegisterHandler::start_object(std::size_t)
{
    m_buffer.valueEnded();
    if (m_place == Place::Rows)
        return beginRow();
    if (m_place != Place::Start)
        return refuse("an object stands where none belongs");
    m_place = Place::Heading;
    return true;
}

bool JsonRegisterHandler::end_object()
{
    m_buffer.valueEnded();
    if (m_place == Place::Row)
        return endRow();
    m_place = Place::End;
    return true;
}

bool JsonRegisterHandler::start_array(std::size_t)
{
    m_buffer.valueEnded();
    if (m_place == Place::Heading && m_key == "rows")
        return m_hadRows ? refuse("\"rows\" stands twice") : beginRows();
    if (m_place != Place::Row || isRowKey())
        return refuse("a list stands where none belongs");
    m_place = Place::List;
    m_items.clear();
    m_hasNumbers = m_hasStrings = false;
    return true;
}

bool JsonRegisterHandler::end_array()
{
    m_buffer.valueEnded();
    if (m_place == Place::Rows) {
        m_place = Place::Heading;
        return true;
    }
    m_place = Place::Row;
    if (!m_field)
        return true;
    if (m_hasNumbers && m_hasStrings)
        spoil(m_key, RegisterFault::WrongType, "a list of numbers and texts");
    else
        m_writer->setList(*m_field, m_items, m_hasNumbers, m_report);
    return true;
}

bool JsonRegisterHandler::key(string_t &value)
{
    m_buffer.valueEnded();
    m_key = value;
    m_field.reset();
    if (m_place == Place::Heading) {
        const bool isKnown = value == "source" || value == "record" || value == "as_of" || value == "rows";
        return isKnown || refuse("the heading has an unknown name");
    }
    if (isRowKey())
        return true;
    m_field = m_writer->fieldIndex(value);
    if (!m_field)
        spoil("", RegisterFault::UnknownColumn, "the row has a field that is not in the dictionary");
    else if (m_seen[*m_field])
        spoil(value, RegisterFault::RepeatedColumn, "the field stands twice");
    else
        m_seen[*m_field] = true;
    return true;
}

bool JsonRegisterHandler::null()
{
    m_buffer.valueEnded();
    if (m_place == Place::List) {
        spoil(m_key, RegisterFault::WrongType, "a list with an open item");
        return true;
    }
    if (m_place != Place::Row)
        return unexpected();
    if (m_field)
        m_writer->setNull(*m_field, m_report);
    return true;
}

bool JsonRegisterHandler::boolean(bool value)
{
    m_buffer.valueEnded();
    if (m_place == Place::List) {
        spoil(m_key, RegisterFault::WrongType, "a list of truth values");
        return true;
    }
    if (m_place != Place::Row || isRowKey())
        return unexpected();
    if (m_field)
        m_writer->setBoolean(*m_field, value, m_report);
    return true;
}

bool JsonRegisterHandler::takeNumber(const std::string &text)
{
    m_buffer.valueEnded();
    if (m_place == Place::List) {
        m_items.push_back(text);
        m_hasNumbers = true;
        return true;
    }
    if (m_place != Place::Row || isRowKey())
        return unexpected();
    if (m_field)
        m_writer->setNumber(*m_field, text, m_report);
    return true;
}

bool JsonRegisterHandler::string(string_t &value)
{
    m_buffer.valueEnded();
    if (m_place == Place::List) {
        m_items.push_back(value);
        m_hasStrings = true;
        return true;
    }
    if (m_place == Place::Heading && m_key == "source") {
        m_heading.source = value;
    } else if (m_place == Place::Heading && m_key == "record") {
        m_heading.record = value;
    } else if (m_place == Place::Heading && m_key == "as_of") {
        const Result<Date> day = parseIsoDate(value);
        if (!day)
            return refuse("\"as_of\" is not a day written as YYYY-MM-DD");
        m_heading.asOf = *day;
    } else if (m_place == Place::Row && isRowKey()) {
        m_rowKey = value;
    } else if (m_place != Place::Row) {
        return unexpected();
    } else if (m_field) {
        const RegisterFieldType type = m_writer->record().fields[*m_field].type;
        if (type == RegisterFieldType::String || type == RegisterFieldType::Date)
            m_writer->setText(*m_field, value, m_report);
        else
            spoil(m_key, RegisterFault::WrongType, "a text is not of the field's type");
    }
    return true;
}

bool JsonRegisterHandler::parse_error(std::size_t position, const std::string &,
                                      const nlohmann::detail::exception &)
{
    const std::string where = "byte " + std::to_string(position);
    if (m_buffer.isTooLong())
        return refuse("broken_line: a value is longer than " + std::to_string(kLongestToken) + " bytes at "
                      + where);
    return refuse("broken_line: the file is cut off or not JSON at " + where);
}

Result<RegisterHeading> JsonRegisterHandler::result(bool parsed)
{
    if (m_buffer.error())
        return tl::unexpected(*m_buffer.error());
    if (m_error && m_error->code != ErrorCode::InvalidInput)
        return tl::unexpected(*m_error);
    constexpr const char *kKept = "; nothing was taken in, the register in force stays";
    if (m_error)
        return fail(ErrorCode::InvalidInput, m_error->detail + kKept);
    if (!parsed || !m_hadRows)
        return fail(ErrorCode::InvalidInput, std::string("truncated: the file has no \"rows\"") + kKept);
    const RegisterRecord &record = m_writer->record();
    const bool isOther = (!m_heading.source.empty() && m_heading.source != record.source)
        || (!m_heading.record.empty() && m_heading.record != record.record);
    if (isOther)
        return fail(
            ErrorCode::InvalidInput,
            std::string("wrong_register: \"source\" and \"record\" name another register than expected")
                + kKept);
    m_heading.source = record.source;
    m_heading.record = record.record;
    return m_heading;
}

} // namespace

Result<RegisterHeading> readRegisterJson(ByteSource &bytes, const RegisterDictionary &dictionary,
                                         const RegisterHeading &expected, RegisterSink &sink)
{
    const auto buffer = std::make_unique<SourceBuffer>(bytes);
    std::istream stream(buffer.get());
    JsonRegisterHandler handler(*buffer, dictionary, expected, sink);
    // The parser itself throws only when memory runs out; everything else is told to the handler.
    const bool parsed = nlohmann::json::sax_parse(stream, &handler);
    return handler.result(parsed);
}

} // namespace tongban::storage
