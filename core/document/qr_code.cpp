// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/document/qr_code.h"

#include <qrencode.h>

#include <memory>

namespace tongban::document {

Result<QrCode> makeQrCode(std::string_view text)
{
    // Without saying that the bytes are UTF-8 (assignment 26 of the AIM register), decoders guess, and take
    // Chinese for Japanese.
    constexpr unsigned int kUtf8 = 26;
    const std::unique_ptr<QRinput, decltype(&QRinput_free)> input(QRinput_new2(0, QR_ECLEVEL_M),
                                                                  &QRinput_free);
    const bool fits = input && QRinput_appendECIheader(input.get(), kUtf8) == 0
        && QRinput_append(input.get(), QR_MODE_8, static_cast<int>(text.size()),
                          reinterpret_cast<const unsigned char *>(text.data()))
            == 0;
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        fits ? QRcode_encodeInput(input.get()) : nullptr, &QRcode_free);
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
