// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/document/qr_code.h"

#include <qrencode.h>

#include <memory>

namespace tongban::document {

Result<QrCode> makeQrCode(std::string_view text)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(static_cast<int>(text.size()), reinterpret_cast<const unsigned char *>(text.data()),
                          0, QR_ECLEVEL_M),
        &QRcode_free);
    if (!code)
        return fail(ErrorCode::InvalidInput,
                    "a text of " + std::to_string(text.size()) + " bytes does not fit into a QR code");
    QrCode out;
    out.size = code->width;
    out.dark.reserve(static_cast<std::size_t>(out.size) * static_cast<std::size_t>(out.size));
    for (int place = 0; place < out.size * out.size; ++place)
        out.dark.push_back((code->data[place] & 1U) != 0);
    return out;
}

} // namespace tongban::document
