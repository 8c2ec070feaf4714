#include "app/file_name.hpp"

namespace middleground {

std::string file_name_of(std::string_view words, std::string_view extension) {
    std::string name;
    for (const char c : words) {
        const bool plain =
            (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
        if (plain) {
            name += c;
        } else if (!name.empty() && name.back() != '-') {
            name += '-';
        }
    }
    while (name.ends_with('-')) {
        name.pop_back();
    }
    return (name.empty() ? "deal" : name) + std::string(extension);
}

}
