#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace middleground::io {

// Raw deflate (RFC 1951) with a preset dictionary of at most 32 KiB. Each part may get codes of its own: whichever of the tried ways is the
// shortest is taken. The decoder does not see the difference.
std::string deflated(std::span<const std::string_view> parts, std::string_view dictionary);

// Nothing when the bytes are no deflate stream, something follows it, or it does not give exactly `size` bytes: never inflates more than
// that.
std::optional<std::string> inflated(std::string_view bytes, std::string_view dictionary, std::uint32_t size);

// With zlib's frame around it (RFC 1950) and no dictionary.
std::string zlib_stream(std::string_view bytes);

std::uint32_t crc_32(std::string_view bytes);

}
