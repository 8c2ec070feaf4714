#include "core/codec/deflate.hpp"

#define ZLIB_CONST
#include <zlib.h>

#include <array>
#include <cstdint>

namespace middleground::io {

namespace {

constexpr int raw_window = -15;
constexpr int framed_window = 15;

const Bytef* zlib_bytes_of(std::string_view text) {
    return reinterpret_cast<const Bytef*>(text.data());
}

// Bit k of `breaks`: new codes after part k.
std::optional<std::string> deflate_once(std::span<const std::string_view> parts, std::string_view dictionary, unsigned breaks, int memory) {
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, raw_window, memory, Z_DEFAULT_STRATEGY) != Z_OK) return {};
    deflateSetDictionary(&stream, zlib_bytes_of(dictionary), static_cast<uInt>(dictionary.size()));
    std::string out;
    std::array<char, 4096> buffer;
    bool sound = true;
    for (std::size_t i = 0; i < parts.size() && sound; ++i) {
        stream.next_in = zlib_bytes_of(parts[i]);
        stream.avail_in = static_cast<uInt>(parts[i].size());
        const int flush = i + 1 == parts.size() ? Z_FINISH : (breaks >> i & 1) != 0 ? Z_BLOCK : Z_NO_FLUSH;
        do {
            stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
            stream.avail_out = static_cast<uInt>(buffer.size());
            const int status = ::deflate(&stream, flush);
            sound = status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR;
            out.append(buffer.data(), buffer.size() - stream.avail_out);
        } while (sound && stream.avail_out == 0);
    }
    deflateEnd(&stream);
    return sound ? std::optional(out) : std::nullopt;
}

}

std::string deflated(std::span<const std::string_view> parts, std::string_view dictionary) {
    std::optional<std::string> best;
    for (unsigned breaks = 0; breaks < 1u << (parts.size() - 1); ++breaks) {
        auto tried = deflate_once(parts, dictionary, breaks, MAX_MEM_LEVEL);
        if (tried && (!best || tried->size() < best->size())) best = std::move(tried);
    }
    return best.value_or(std::string());
}

std::optional<std::string> inflated(std::string_view bytes, std::string_view dictionary, std::uint32_t size) {
    z_stream stream{};
    if (inflateInit2(&stream, raw_window) != Z_OK) return {};
    inflateSetDictionary(&stream, zlib_bytes_of(dictionary), static_cast<uInt>(dictionary.size()));
    stream.next_in = zlib_bytes_of(bytes);
    stream.avail_in = static_cast<uInt>(bytes.size());
    std::string out;
    std::array<char, 16384> buffer;
    int status = Z_OK;
    while (status == Z_OK && out.size() <= size) {
        stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
        stream.avail_out = static_cast<uInt>(buffer.size());
        status = ::inflate(&stream, Z_NO_FLUSH);
        out.append(buffer.data(), buffer.size() - stream.avail_out);
    }
    const bool ended = status == Z_STREAM_END && stream.avail_in == 0;
    inflateEnd(&stream);
    if (!ended || out.size() != size) return {};
    return out;
}

std::string zlib_stream(std::string_view bytes) {
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, framed_window, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK) return {};
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = zlib_bytes_of(bytes);
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const bool ended = ::deflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.resize(ended ? out.size() - stream.avail_out : 0);
    deflateEnd(&stream);
    return out;
}

std::uint32_t crc_32(std::string_view bytes) {
    return static_cast<std::uint32_t>(::crc32(::crc32(0, nullptr, 0), zlib_bytes_of(bytes), static_cast<uInt>(bytes.size())));
}

}
