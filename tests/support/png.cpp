#include "tests/support/png.hpp"

#include <zlib.h>

#include <cstdint>
#include <cstdlib>
#include <vector>

namespace middleground::test {

namespace {

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
    }
    return number;
}

std::optional<std::string> unpacked(std::string_view packed, std::size_t size) {
    std::string out(size + 1, '\0');
    auto length = static_cast<uLongf>(out.size());
    z_stream stream{};
    inflateInit(&stream);
    std::string input(packed);
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(length);
    const bool ended = inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_in == 0 && stream.total_out == size;
    inflateEnd(&stream);
    if (!ended) return {};
    out.resize(size);
    return out;
}

int guess(int filter, int left, int up, int corner) {
    const int straight = left + up - corner;
    const int a = std::abs(straight - left);
    const int b = std::abs(straight - up);
    const int c = std::abs(straight - corner);
    const int paeth = a <= b && a <= c ? left : b <= c ? up : corner;
    const std::vector<int> guesses{0, left, up, (left + up) / 2, paeth};
    return guesses.at(static_cast<std::size_t>(filter));
}

}

std::optional<io::Raster> read_png(std::string_view bytes) {
    if (!bytes.starts_with("\x89PNG\r\n\x1a\n")) return {};
    io::Raster raster;
    std::string packed;
    bool ended = false;
    for (std::size_t at = 8; at < bytes.size();) {
        if (ended || at + 12 > bytes.size()) return {};
        const auto length = number_at(bytes, at);
        if (at + 12 + length > bytes.size()) return {};
        const auto type = bytes.substr(at + 4, 4);
        const auto content = bytes.substr(at + 8, length);
        const auto* checked = reinterpret_cast<const Bytef*>(bytes.data() + at + 4);
        if (crc32(0, checked, length + 4) != number_at(bytes, at + 8 + length)) return {};
        if (type == "IHDR") {
            if (content.size() != 13 || content.substr(10) != std::string_view("\0\0\0", 3) || content[8] != 8) return {};
            raster.width = static_cast<int>(number_at(content, 0));
            raster.height = static_cast<int>(number_at(content, 4));
            raster.channels = content[9] == 0 ? 1 : content[9] == 2 ? 3 : content[9] == 6 ? 4 : 0;
        }
        if (type == "IDAT") packed += content;
        ended = type == "IEND";
        at += 12 + length;
    }
    if (!ended || raster.channels == 0) return {};
    const auto pixel = static_cast<std::size_t>(raster.channels);
    const auto row = static_cast<std::size_t>(raster.width) * pixel;
    const auto rows = unpacked(packed, (row + 1) * static_cast<std::size_t>(raster.height));
    if (!rows) return {};
    raster.samples.assign(row * static_cast<std::size_t>(raster.height), '\0');
    const auto sample = [&](std::size_t y, std::size_t i) { return static_cast<int>(static_cast<unsigned char>(raster.samples[y * row + i])); };
    for (std::size_t y = 0; y < static_cast<std::size_t>(raster.height); ++y) {
        const int filter = (*rows)[y * (row + 1)];
        if (filter > 4) return {};
        for (std::size_t i = 0; i < row; ++i) {
            const int left = i >= pixel ? sample(y, i - pixel) : 0;
            const int up = y > 0 ? sample(y - 1, i) : 0;
            const int corner = i >= pixel && y > 0 ? sample(y - 1, i - pixel) : 0;
            raster.samples[y * row + i] = static_cast<char>((*rows)[y * (row + 1) + 1 + i] + guess(filter, left, up, corner));
        }
    }
    return raster;
}

}
