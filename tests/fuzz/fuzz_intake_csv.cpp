// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any file as an intake file of comma-separated values, against the shipped catalogue.

#include "core/base/csv.h"
#include "tests/fuzz/fuzz_support.h"
#include "tests/fuzz/intake_properties.h"

using namespace tongban;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    // Two readers: one keeps the columns of the file, the other reads stored applications back.
    static permit::ApplicationReader stored;
    static const permit::IntakeContext context = fuzz::intakeContext();
    permit::ApplicationReader reader;
    TextSource source(fuzz::textOf(data, size));
    CsvReader records(source, {.longestRecord = permit::kLongestIntakeLine});
    CsvRecord record;
    bool hasHeader = false;
    for (auto more = records.next(record); more && *more; more = records.next(record)) {
        if (record.problem != CsvProblem::None)
            continue;
        if (hasHeader)
            fuzz::checkRead(reader.readCsvRecord(record.fields, context), stored);
        else if (!reader.setCsvHeader(record.fields).empty())
            return 0;
        hasHeader = true;
    }
    return 0;
}
