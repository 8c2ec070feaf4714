#include "core/report/qr_code.hpp"

#include "core/codec/png.hpp"

#include <qrencode.h>

#include <memory>

namespace middleground {

namespace {

constexpr std::size_t most_bytes = 2953; // of version 40 with the least correction

using Drawn = std::unique_ptr<QRcode, decltype([](QRcode* code) { QRcode_free(code); })>;

Drawn drawn(std::string_view text, int version, QRecLevel level) {
    return Drawn(QRcode_encodeData(static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(text.data()), version, level));
}

}

Result<QrCode> qr_code(std::string_view text) {
    if (text.empty() || text.size() > most_bytes) {
        return fail("A QR code holds up to 2,953 characters", std::to_string(text.size()), "Send the link or a file.");
    }
    auto best = drawn(text, 0, QR_ECLEVEL_L);
    for (const auto level : {QR_ECLEVEL_M, QR_ECLEVEL_Q, QR_ECLEVEL_H}) {
        auto better = best ? drawn(text, best->version, level) : nullptr;
        if (!better || better->version != best->version) break;
        best = std::move(better);
    }
    if (!best) return fail("The QR code could not be made", {}, "Send the link or a file.");
    QrCode code;
    code.size = best->width;
    const auto count = static_cast<std::size_t>(best->width) * static_cast<std::size_t>(best->width);
    code.modules.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        code.modules += (best->data[i] & 1) != 0 ? '1' : '0';
    }
    return code;
}

// One path of one rectangle for each run in a row: small, and without seams between neighbours.
std::string qr_svg(const QrCode& code) {
    const auto side = std::to_string(code.size + 2 * qr_margin);
    std::string path;
    for (int y = 0; y < code.size; ++y) {
        for (int x = 0; x < code.size; ++x) {
            if (!code.is_dark(x, y)) continue;
            const int begin = x;
            while (x + 1 < code.size && code.is_dark(x + 1, y)) {
                ++x;
            }
            const auto width = std::to_string(x + 1 - begin);
            path += 'M' + std::to_string(begin + qr_margin) + ' ' + std::to_string(y + qr_margin) + 'h' + width + "v1h-" + width + 'z';
        }
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40mm\" height=\"40mm\" viewBox=\"0 0 " +
           side + ' ' + side + "\" shape-rendering=\"crispEdges\">\n<rect width=\"" + side + "\" height=\"" + side +
           "\" fill=\"#fff\"/>\n<path d=\"" + path + "\"/>\n</svg>\n";
}

std::string qr_png(const QrCode& code, int module_pixels) {
    const int side = (code.size + 2 * qr_margin) * module_pixels;
    io::Raster raster{side, side, 1, {}};
    raster.samples.reserve(static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
    const auto is_dark = [&](int x, int y) { return x >= 0 && y >= 0 && x < code.size && y < code.size && code.is_dark(x, y); };
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            raster.samples += is_dark(x / module_pixels - qr_margin, y / module_pixels - qr_margin) ? '\0' : '\xff';
        }
    }
    return io::write_png(raster);
}

}
