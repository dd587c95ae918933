// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/packed_text.h"

#include <zlib.h>

namespace tongban::storage {
namespace {

constexpr std::size_t kShortest = 256; // below, the dictionary costs more time than the bytes are worth
constexpr std::size_t kLongest = 65535; // two bytes tell the length
constexpr std::size_t kLengthBytes = 2;
constexpr int kWindowBits = -13; // no head and no check sum: the seal is one
constexpr int kMemoryLevel = 5;
constexpr int kLevel = 6;

// Part of the format of sealed stores: never to be changed. What is frequent stands last.
constexpr std::string_view kDictionary =
    R"("notices":[{"defects":[{"basis":"《中华人民共和国行政许可法》第四十九条","code":"","text_en":"","text_zh":"","due_on":"2027-01-)"
    R"(","given_at":17,"ordinal":1}],"plate":"粤B","seats":5,"vin":"LC0CE6CB","licence_number":"粤交运管许可深字44030)"
    R"("loss_declared":true,"change_kind":"reissue"},"no_revocation_declared":true},"human_please":false,"conditional":false)"
    R"({"agent":{"id":"4403","kind":"person","name":"","phone":"0755"},"applicant":{"id":"91440305MA","kind":"enterprise","name":"深圳市)"
    R"(有限公司","phone":"13800"},"channel":"unified_platform","district":"44030","external_no":"UP2026000","fields":{"item":"CZ-0)"
    R"(","materials":[{"no":1,"provided":true},{"no":2,"provided":true},{"no":3,"provided":true},{"no":4,"provided":true})"
    R"(,{"no":5,"provided":true},{"no":6,"provided":true},{"no":7,"provided":true}],"received_at":"2026-1T09:00:00.000+08:00"})"
    R"({"acceptance_no":1,"accepted_on":"2026-1","changed_at":17,"decision":{"actor":"tongban-worker","at":17,"automatic":true)"
    R"(,"basis":"《网络预约出租汽车经营服务管理暂行办法》第十四条","kind":"granted","organisation":"SZJT","power_entry":"XK-CZ00)"
    R"("},"district":44030,"item":"CZ-0","item_version":1,"pinned_model":"","received_on":"2026-1","state":"granted","step":"deliver")"
    R"(,"step_since":"2026-1","version":3})";

z_const Bytef *in(std::string_view bytes)
{
    return reinterpret_cast<z_const Bytef *>(const_cast<char *>(bytes.data())); // the library only reads
}

} // namespace

struct TextPacker::Streams {
    z_stream packing{};
    z_stream unpacking{};
    bool usable = false;
};

TextPacker::TextPacker() : m_streams(std::make_unique<Streams>())
{
    const bool packs =
        deflateInit2(&m_streams->packing, kLevel, Z_DEFLATED, kWindowBits, kMemoryLevel, Z_DEFAULT_STRATEGY)
        == Z_OK;
    const bool unpacks = inflateInit2(&m_streams->unpacking, kWindowBits) == Z_OK;
    m_streams->usable = packs && unpacks;
}

TextPacker::~TextPacker()
{
    deflateEnd(&m_streams->packing);
    inflateEnd(&m_streams->unpacking);
}

bool TextPacker::pack(std::string_view text, std::string &out)
{
    if (!m_streams->usable || text.size() < kShortest || text.size() > kLongest)
        return false;
    z_stream &stream = m_streams->packing;
    if (deflateReset(&stream) != Z_OK
        || deflateSetDictionary(&stream, in(kDictionary), static_cast<uInt>(kDictionary.size())) != Z_OK)
        return false;
    // No more room than the text itself takes: what does not fit is not worth packing.
    out.resize(text.size());
    out[0] = static_cast<char>(text.size() >> 8U);
    out[1] = static_cast<char>(text.size() & 0xFFU);
    stream.next_in = in(text);
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data()) + kLengthBytes;
    stream.avail_out = static_cast<uInt>(out.size() - kLengthBytes);
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END)
        return false;
    out.resize(out.size() - stream.avail_out);
    return true;
}

bool TextPacker::unpack(std::string_view packed, std::string &out)
{
    if (!m_streams->usable || packed.size() < kLengthBytes)
        return false;
    const auto byteAt = [&](std::size_t at) {
        return static_cast<unsigned char>(packed[at]);
    };
    out.resize(static_cast<std::size_t>(byteAt(0)) << 8U | byteAt(1));
    z_stream &stream = m_streams->unpacking;
    if (inflateReset(&stream) != Z_OK
        || inflateSetDictionary(&stream, in(kDictionary), static_cast<uInt>(kDictionary.size())) != Z_OK)
        return false;
    const std::string_view body = packed.substr(kLengthBytes);
    stream.next_in = in(body);
    stream.avail_in = static_cast<uInt>(body.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    return inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_out == 0;
}

} // namespace tongban::storage
