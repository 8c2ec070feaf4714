#include "core/report/qr_code.hpp"

#include "core/codec/png.hpp"

#include <qrcodegen.h>

#include <algorithm>
#include <vector>

namespace middleground {

namespace {

constexpr std::size_t most_bytes = 2953; // of version 40 with the least correction

}

Result<QrCode> qr_code(std::string_view text) {
    if (text.empty() || text.size() > most_bytes) {
        return fail("A QR code holds up to 2,953 characters", std::to_string(text.size()), "Send the link or a file.");
    }
    std::vector<std::uint8_t> work(qrcodegen_BUFFER_LEN_MAX);
    std::vector<std::uint8_t> drawn(qrcodegen_BUFFER_LEN_MAX);
    std::ranges::copy(text, work.begin());
    // As small as it goes, then with as much correction as that size has room for.
    if (!qrcodegen_encodeBinary(work.data(), text.size(), drawn.data(), qrcodegen_Ecc_LOW, qrcodegen_VERSION_MIN, qrcodegen_VERSION_MAX,
                                qrcodegen_Mask_AUTO, true)) {
        return fail("The QR code could not be made", {}, "Send the link or a file.");
    }
    QrCode code;
    code.size = qrcodegen_getSize(drawn.data());
    code.modules.reserve(static_cast<std::size_t>(code.size) * static_cast<std::size_t>(code.size));
    for (int y = 0; y < code.size; ++y) {
        for (int x = 0; x < code.size; ++x) {
            code.modules += qrcodegen_getModule(drawn.data(), x, y) ? '1' : '0';
        }
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
