#include "core/files/link/summed_link.hpp"

#include "core/codec/base64url.hpp"
#include "core/codec/deflate.hpp"

namespace middleground::io {

namespace {

constexpr int sum_bytes = 4;

}

std::string with_sum(std::string_view rest) {
    std::string bytes;
    const auto sum = crc_32(rest);
    for (int i = 0; i < sum_bytes; ++i) {
        bytes += static_cast<char>(sum >> (8 * i) & 0xff);
    }
    return bytes.append(rest);
}

std::optional<std::string> summed_content(const LinkText& link) {
    for (const auto& body : link.bodies) {
        const auto bytes = from_base64url(body);
        if (!bytes || bytes->size() <= sum_bytes) continue;
        auto rest = bytes->substr(sum_bytes);
        if (with_sum(rest) == *bytes) return rest;
    }
    return {};
}

}
