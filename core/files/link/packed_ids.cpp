#include "core/base/id.hpp"
#include "core/files/link/packed.hpp"

namespace middleground::io {

std::optional<std::uint32_t> id_bits(std::string_view text) {
    if (!is_id(text)) return {};
    std::uint32_t bits = 0;
    for (const char letter : text) {
        bits = bits << 5 | static_cast<std::uint32_t>(id_alphabet.find(letter));
    }
    return bits;
}

std::string id_text(std::uint32_t bits) {
    std::string text(id_length, '0');
    for (auto letter = text.rbegin(); letter != text.rend(); ++letter) {
        *letter = id_alphabet[bits & 31];
        bits >>= 5;
    }
    return text;
}

}
