// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/register_import.h"

#include <vector>

namespace tongban::storage {
namespace {

namespace fs = std::filesystem;

// Passes the bytes on and keeps their digest and number.
class MeasuredSource final : public ByteSource
{
public:
    explicit MeasuredSource(ByteSource &bytes) : m_bytes(bytes) { }

    Result<std::size_t> read(std::span<char> into) override
    {
        const std::size_t size = TRY(m_bytes.read(into));
        m_digester.add({into.data(), size});
        m_size += static_cast<std::int64_t>(size);
        return size;
    }

    Result<> readRest()
    {
        std::vector<char> buffer(std::size_t{256} * 1024);
        while (TRY(read(buffer)) > 0) { }
        return {};
    }

    std::int64_t size() const { return m_size; }
    Digest digest() { return m_digester.finish(); }

private:
    ByteSource &m_bytes;
    Digester m_digester;
    std::int64_t m_size = 0;
};

// Writes sound rows into the store and counts the others.
class StoreSink final : public RegisterSink
{
public:
    StoreSink(RegisterStore &store, std::int64_t versionNo, const MeasuredSource &bytes, std::int64_t total,
              const RegisterImportOptions &options)
        : m_store(store), m_versionNo(versionNo), m_bytes(bytes), m_total(total), m_options(options)
    {
    }

    Result<> takeRow(std::string_view key, std::string_view body) override
    {
        TRY(m_store.addRow(m_versionNo, key, body, sha256(body)));
        return count();
    }

    void takeProblem(const RegisterProblem &problem) override
    {
        if (m_options.onProblem)
            m_options.onProblem(problem);
    }

    Result<> rejectRow(std::string_view key) override
    {
        ++m_rejected;
        TRY(m_store.addUnreadableRow(m_versionNo, key));
        return count();
    }

    std::int64_t read() const { return m_read; }
    std::int64_t rejected() const { return m_rejected; }

private:
    Result<> count()
    {
        constexpr std::int64_t kRowsPerReport = 20000;
        constexpr std::int64_t kRowsPerQuestion = 1000;
        ++m_read;
        if (m_options.progress && m_read % kRowsPerReport == 0)
            m_options.progress(m_bytes.size(), m_total);
        if (m_options.stopRequested && m_read % kRowsPerQuestion == 0 && m_options.stopRequested())
            return fail(ErrorCode::Unavailable, "stopped on request; the register in force stays as it was");
        return {};
    }

    RegisterStore &m_store;
    std::int64_t m_versionNo;
    const MeasuredSource &m_bytes;
    std::int64_t m_total;
    const RegisterImportOptions &m_options;
    std::int64_t m_read = 0;
    std::int64_t m_rejected = 0;
};

struct Plan {
    bool isJson = false;
    RegisterVersion version;
    const RegisterRecord *record = nullptr;
    std::int64_t bytes = 0;
};

// Before the rows are read the heading of a JSON file is not known: rows are collected under the expected
// names.
class HeadingProbe final : public RegisterSink
{
public:
    Result<> takeRow(std::string_view, std::string_view) override { return {}; }
    void takeProblem(const RegisterProblem &) override { }
    Result<> rejectRow(std::string_view) override { return {}; }
};

RegisterHeading expectedHeading(const fs::path &file, const RegisterImportOptions &options)
{
    RegisterHeading heading;
    heading.source = options.source;
    heading.record = options.record;
    heading.asOf = options.asOf;
    const std::string stem = file.stem().string();
    const std::size_t dot = stem.find('.');
    if (dot != std::string::npos) {
        if (heading.source.empty())
            heading.source = stem.substr(0, dot);
        if (heading.record.empty())
            heading.record = stem.substr(dot + 1, stem.find('.', dot + 1) - dot - 1);
    }
    return heading;
}

// The first pass: the file's digest, and what it says about itself.
Result<Plan> planImport(const RegisterDictionary &dictionary, const fs::path &file,
                        const RegisterImportOptions &options)
{
    FileSource source = TRY(FileSource::open(file));
    if (source.size() > static_cast<std::uint64_t>(options.maximumFileBytes))
        return fail(ErrorCode::InvalidInput,
                    file.filename().string() + " is larger than a register file may be");
    MeasuredSource measured(source);
    Plan plan;
    plan.isJson = file.extension() == ".json";
    RegisterHeading heading = expectedHeading(file, options);
    if (plan.isJson) {
        HeadingProbe probe;
        const RegisterHeading found = TRY(readRegisterJson(measured, dictionary, heading, probe));
        heading.source = found.source;
        heading.record = found.record;
        if (found.asOf)
            heading.asOf = found.asOf;
    }
    TRY(measured.readRest());
    plan.record = dictionary.find(heading.source, heading.record);
    if (plan.record == nullptr)
        return fail(ErrorCode::InvalidInput,
                    "unknown_register: " + file.filename().string()
                        + " does not name a register of the dictionary; name the file <source>.<record>.csv "
                          "or say which "
                          "register it is");
    if (!heading.asOf)
        return fail(ErrorCode::InvalidInput, "the day the register speaks of (as of) is not known; say it");
    plan.version.source = plan.record->source;
    plan.version.record = plan.record->record;
    plan.version.asOf = *heading.asOf;
    plan.version.importedAt = options.now;
    plan.bytes = measured.size();
    plan.version.file = measured.digest();
    return plan;
}

/// Before anything is read: the day it speaks of.
Result<> checkDay(const Plan &plan, const std::optional<RegisterVersion> &current,
                  const RegisterImportOptions &options)
{
    const Date asOf = plan.version.asOf;
    if (asOf > officialDate(options.now))
        return fail(ErrorCode::InvalidInput,
                    "the register would speak of " + isoDate(asOf)
                        + ", a day to come; the register in force stays; check the day");
    if (options.doubtful == DoubtfulFile::Refuse && current && asOf < current->asOf)
        return fail(ErrorCode::Conflict,
                    "the register in force speaks of " + isoDate(current->asOf) + ", this file of "
                        + isoDate(asOf) + "; nothing was changed; accept it expressly to go back");
    return {};
}

/// Before it takes the place of the other: how much it holds.
Result<> checkSize(std::int64_t rows, const std::optional<RegisterVersion> &current,
                   const RegisterImportOptions &options)
{
    if (options.doubtful == DoubtfulFile::Accept)
        return {};
    if (rows == 0)
        return fail(
            ErrorCode::Conflict,
            "the file holds no row that could be taken; nothing was changed; to everybody it would answer "
            "that there is no record");
    if (current && rows < current->rows / 5 * 4)
        return fail(ErrorCode::Conflict,
                    "the file holds " + std::to_string(rows) + " rows, the register in force "
                        + std::to_string(current->rows)
                        + "; it looks like a part; nothing was changed; accept it expressly if it is whole");
    return {};
}

Result<RegisterImportReport> fill(RegisterStore &store, const RegisterDictionary &dictionary,
                                  const fs::path &file, const Plan &plan,
                                  const std::optional<RegisterVersion> &current,
                                  const RegisterImportOptions &options)
{
    Transaction transaction = TRY(Transaction::begin(store.database()));
    FileSource source = TRY(FileSource::open(file));
    MeasuredSource measured(source);
    const std::int64_t versionNo = TRY(store.beginVersion(plan.version));
    StoreSink sink(store, versionNo, measured, plan.bytes, options);
    if (plan.isJson) {
        const RegisterHeading expected{plan.version.source, plan.version.record, plan.version.asOf};
        TRY(readRegisterJson(measured, dictionary, expected, sink));
    } else {
        TRY(readRegisterCsv(measured, *plan.record, sink));
    }
    TRY(measured.readRest());
    if (measured.digest() != plan.version.file)
        return fail(ErrorCode::Conflict,
                    file.filename().string()
                        + " changed while it was read; the register in force stays; do it again");
    TRY(checkSize(sink.read() - sink.rejected(), current, options));
    RegisterImportReport report;
    report.version = TRY(store.publishVersion(versionNo, sink.rejected()));
    report.read = sink.read();
    TRY(transaction.commit());
    if (options.progress)
        options.progress(plan.bytes, plan.bytes);
    return report;
}

} // namespace

Result<RegisterImportReport> importRegisterFile(RegisterStore &store, const RegisterDictionary &dictionary,
                                                const fs::path &file, const RegisterImportOptions &options)
{
    const Plan plan = TRY(planImport(dictionary, file, options));
    const std::optional<RegisterVersion> current =
        TRY(store.version(plan.version.source, plan.version.record));
    if (current && current->file == plan.version.file && current->asOf == plan.version.asOf) {
        RegisterImportReport report;
        report.version = *current;
        report.read = current->rows + current->rejected;
        report.wasCurrent = true;
        return report;
    }
    TRY(checkDay(plan, current, options));
    return fill(store, dictionary, file, plan, current, options);
}

} // namespace tongban::storage
