#include "app/ui/items_json.hpp"

#include <cmath>

namespace middleground {

namespace {

// The JSON library belongs to core/codec; a flat list of known members does not need it.
void append_string(std::string& out, std::string_view text) {
    constexpr std::string_view hex = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += "\\u00";
            out += hex[byte >> 4];
            out += hex[byte & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

}

std::string items_to_json(const std::vector<Item>& items) {
    std::string out = "[";
    for (const auto& item : items) {
        if (out.size() > 1) {
            out += ',';
        }
        out += "{\"role\":";
        append_string(out, role_name(item.role));
        out += ",\"label\":";
        append_string(out, item.label);
        out += ",\"value\":";
        append_string(out, item.value);
        out += ",\"rect\":[";
        out += std::to_string(std::lround(item.min.x)) + ',' + std::to_string(std::lround(item.min.y)) + ',';
        out += std::to_string(std::lround(item.max.x - item.min.x)) + ',' + std::to_string(std::lround(item.max.y - item.min.y)) + ']';
        out += item.focused ? ",\"focused\":true" : ",\"focused\":false";
        out += item.disabled ? ",\"disabled\":true}" : ",\"disabled\":false}";
    }
    return out + "]";
}

}
