#include "app/ui/items_json.hpp"

#include <imgui_internal.h>

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

void append_number(std::string& out, std::int64_t number) {
    out += ',';
    out += std::to_string(number);
}

void append_more(std::string& out, std::string_view text) {
    out += ',';
    append_string(out, text);
}

void append_rect(std::string& out, const Item& item) {
    out += std::to_string(std::lround(item.min.x)) + ',' + std::to_string(std::lround(item.min.y)) + ',';
    out += std::to_string(std::lround(item.max.x - item.min.x)) + ',' + std::to_string(std::lround(item.max.y - item.min.y)) + ']';
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
        append_rect(out, item);
        out += item.focused ? ",\"focused\":true" : ",\"focused\":false";
        out += item.disabled ? ",\"disabled\":true}" : ",\"disabled\":false}";
    }
    return out + "]";
}

std::string outline_to_json(const Outline& outline) {
    const auto& g = *GImGui;
    auto out = "{\"focus\":" + std::to_string(g.NavId);
    out += g.NavCursorVisible || (g.NavId != 0 && g.ActiveId == g.NavId) ? ",\"cursor\":true,\"items\":[" : ",\"cursor\":false,\"items\":[";
    for (const auto& item : outline.items) {
        out += &item == outline.items.data() ? "[" : ",[";
        append_string(out, role_name(item.role));
        append_number(out, item.id);
        append_number(out, item.parent);
        append_number(out, item.disabled ? 1 : 0);
        append_number(out, item.level);
        append_more(out, item.kind);
        append_more(out, item.label);
        append_more(out, item.value);
        append_more(out, item.about);
        out += ',';
        append_rect(out, item);
    }
    return out + "]}";
}

}
