#include "core/codec/png.hpp"

#include "core/codec/deflate.hpp"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace middleground::io {

namespace {

constexpr int filters = 5; // none, left, up, average, Paeth

void put_32(std::string& out, std::uint32_t value) {
    for (const int shift : {24, 16, 8, 0}) {
        out += static_cast<char>(value >> shift & 0xff);
    }
}

void put_chunk(std::string& out, std::string_view type, std::string_view bytes) {
    put_32(out, static_cast<std::uint32_t>(bytes.size()));
    std::string checked(type);
    checked += bytes;
    out += checked;
    put_32(out, crc_32(checked));
}

int paeth(int left, int up, int corner) {
    const int guess = left + up - corner;
    const int to_left = std::abs(guess - left);
    const int to_up = std::abs(guess - up);
    const int to_corner = std::abs(guess - corner);
    if (to_left <= to_up && to_left <= to_corner) return left;
    return to_up <= to_corner ? up : corner;
}

int predicted(int filter, int left, int up, int corner) {
    switch (filter) {
    case 1:
        return left;
    case 2:
        return up;
    case 3:
        return (left + up) / 2;
    case 4:
        return paeth(left, up, corner);
    default:
        return 0;
    }
}

// The filter whose differences are smallest in sum, as the standard advises, and the row after it.
void put_row(std::string& out, std::string_view row, std::string_view above, std::uint32_t pixel_bytes) {
    std::array<std::string, filters> tried;
    std::array<std::uint64_t, filters> sums{};
    for (int filter = 0; filter < filters; ++filter) {
        const auto at = static_cast<std::size_t>(filter);
        tried[at].reserve(row.size());
        for (std::size_t i = 0; i < row.size(); ++i) {
            const auto sample = [&](std::string_view line, bool there, std::size_t place) {
                return there && !line.empty() ? static_cast<int>(static_cast<unsigned char>(line[place])) : 0;
            };
            const bool inner = i >= pixel_bytes;
            const int guess = predicted(filter, sample(row, inner, i - pixel_bytes), sample(above, true, i), sample(above, inner, i - pixel_bytes));
            const auto difference = static_cast<unsigned char>(static_cast<unsigned char>(row[i]) - guess);
            tried[at] += static_cast<char>(difference);
            sums[at] += difference < 128 ? difference : 256u - difference;
        }
    }
    std::size_t best = 0;
    for (std::size_t i = 1; i < tried.size(); ++i) {
        if (sums[i] < sums[best]) best = i;
    }
    out += static_cast<char>(best);
    out += tried[best];
}

}

std::string write_png(const Raster& raster) {
    const auto width = static_cast<std::uint64_t>(raster.width);
    const bool sound = raster.width > 0 && raster.height > 0 && (raster.channels == 1 || raster.channels == 3 || raster.channels == 4) &&
                       raster.samples.size() == width * static_cast<std::uint64_t>(raster.height) * static_cast<std::uint64_t>(raster.channels);
    if (!sound) return {};
    const auto pixel_bytes = static_cast<std::uint32_t>(raster.channels);
    const auto row_bytes = static_cast<std::size_t>(raster.width) * pixel_bytes;
    std::string rows;
    std::string_view above;
    for (std::size_t begin = 0; begin < raster.samples.size(); begin += row_bytes) {
        const auto row = std::string_view(raster.samples).substr(begin, row_bytes);
        put_row(rows, row, above, pixel_bytes);
        above = row;
    }
    const auto packed = zlib_stream(rows);
    if (packed.empty()) return {};

    constexpr char grey = 0;
    constexpr char rgb = 2;
    constexpr char rgba = 6;
    std::string head;
    put_32(head, static_cast<std::uint32_t>(raster.width));
    put_32(head, static_cast<std::uint32_t>(raster.height));
    head += '\10'; // bits a channel
    head += raster.channels == 1 ? grey : raster.channels == 3 ? rgb : rgba;
    head.append(3, '\0'); // the only compression and filters that there are; not interlaced
    std::string out = "\x89PNG\r\n\x1a\n";
    put_chunk(out, "IHDR", head);
    put_chunk(out, "IDAT", packed);
    put_chunk(out, "IEND", {});
    return out;
}

}
