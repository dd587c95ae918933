// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any file as an intake file of JSON Lines, against the shipped catalogue.

#include "core/base/line_reader.h"
#include "tests/fuzz/fuzz_support.h"
#include "tests/fuzz/intake_properties.h"

using namespace tongban;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static permit::ApplicationReader reader;
    static const permit::IntakeContext context = fuzz::intakeContext();
    TextSource source(fuzz::textOf(data, size));
    LineReader lines(source, permit::kLongestIntakeLine);
    Line line;
    for (auto more = lines.next(line); more && *more; more = lines.next(line)) {
        if (!line.tooLong)
            fuzz::checkRead(reader.readJsonLine(line.text, context), reader);
    }
    static_cast<void>(reader.readStored(fuzz::textOf(data, size)));
    return 0;
}
