// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any file as a JSON register file: pieces of any size read the same.

#include "tests/fuzz/register_properties.h"

using namespace tongban;
using tongban::fuzz::require;

namespace {

bool read(std::string_view text, std::size_t piece, const storage::RegisterHeading &expected,
          fuzz::RowSink &sink)
{
    fuzz::PieceSource source(text, piece);
    const auto heading = storage::readRegisterJson(source, fuzz::shippedRegisters(), expected, sink);
    if (!heading)
        return false;
    require(fuzz::shippedRegisters().find(heading->source, heading->record) != nullptr);
    return true;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text = fuzz::textOf(data, size);
    const storage::RegisterHeading expected = size % 4 == 0
        ? storage::RegisterHeading{"police", "person", std::nullopt}
        : storage::RegisterHeading{};
    fuzz::RowSink whole;
    fuzz::RowSink pieces;
    const bool isRead = read(text, size + 1, expected, whole);
    require(read(text, 1 + size % 13, expected, pieces) == isRead);
    require(!isRead || whole == pieces);
    return 0;
}
