// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any file as each register of the shipped dictionary that it names: pieces of any size read the same.

#include "tests/fuzz/register_properties.h"

using namespace tongban;
using tongban::fuzz::require;

namespace {

bool read(std::string_view text, std::size_t piece, const storage::RegisterRecord &record,
          fuzz::RowSink &sink)
{
    fuzz::PieceSource source(text, piece);
    return storage::readRegisterCsv(source, record, sink).has_value();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text = fuzz::textOf(data, size);
    const std::size_t piece = 1 + size % 13;
    for (const storage::RegisterRecord &record : fuzz::shippedRegisters().records()) {
        if (text.find(record.record) == std::string_view::npos)
            continue;
        fuzz::RowSink whole;
        fuzz::RowSink pieces;
        const bool isRead = read(text, size + 1, record, whole);
        require(read(text, piece, record, pieces) == isRead);
        require(whole == pieces);
        if (!isRead)
            continue;
        for (const std::string &row : whole.rows) {
            if (row.ends_with(" rejected"))
                continue; // no body was taken
            const auto body = parseJson(std::string_view(row).substr(row.find(" {") + 1));
            require(body && body->size() == record.fields.size());
        }
    }
    return 0;
}
