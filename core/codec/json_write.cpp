#include "core/codec/json_tree.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace middleground::io {

namespace {

constexpr std::size_t line_limit = 120;                  // bytes
constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD

// Only what JSON asks for is escaped. Ill-formed bytes, which no checked deal has, become U+FFFD so that the file can be read again.
void write_text(std::string& out, std::string_view text) {
    constexpr std::string_view hex = "0123456789abcdef";
    out += '"';
    auto bad = first_invalid_utf8(text);
    std::size_t next_bad = bad ? *bad : text.size();
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (i == next_bad) {
            out += replacement;
            bad = first_invalid_utf8(text.substr(i + 1));
            next_bad = bad ? i + 1 + *bad : text.size();
            continue;
        }
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\t':
            out += "\\t";
            break;
        case '\r':
            out += "\\r";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                out += "\\u00";
                out += hex[static_cast<unsigned char>(c) >> 4];
                out += hex[static_cast<unsigned char>(c) & 15];
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

bool write_scalar(std::string& out, const Json& value) {
    if (const auto* text = value.get_ptr<const std::string*>()) {
        write_text(out, *text);
    } else if (const auto* natural = value.get_ptr<const std::uint64_t*>(); natural && value.is_number_unsigned()) {
        out += std::to_string(*natural);
    } else if (const auto* whole = value.get_ptr<const std::int64_t*>()) {
        out += std::to_string(*whole);
    } else if (is_decimal(value)) {
        out += decimal_text(value);
    } else if (const auto* flag = value.get_ptr<const bool*>()) {
        out += *flag ? "true" : "false";
    } else if (value.is_null()) {
        out += "null";
    } else {
        return false;
    }
    return true;
}

// In one line; gives up when `out` gets longer than `limit`.
bool write_line(std::string& out, const Json& value, std::string_view comma, std::string_view colon, std::size_t limit) {
    if (out.size() > limit) return false;
    if (write_scalar(out, value)) return out.size() <= limit;
    std::string_view separator;
    if (const auto* list = value.get_ptr<const Json::array_t*>()) {
        out += '[';
        for (const auto& element : *list) {
            out += separator;
            if (!write_line(out, element, comma, colon, limit)) return false;
            separator = comma;
        }
        out += ']';
    } else if (const auto* object = value.get_ptr<const Json::object_t*>()) {
        out += '{';
        for (const auto& [name, element] : *object) {
            out += separator;
            write_text(out, name);
            out += colon;
            if (!write_line(out, element, comma, colon, limit)) return false;
            separator = comma;
        }
        out += '}';
    }
    return out.size() <= limit;
}

void write_indented(std::string& out, const Json& value, std::size_t indent) {
    const auto start = out.size();
    const auto line_start = out.rfind('\n') + 1; // 0 in the first line
    const bool is_root = indent == 0;
    if (!value.is_structured() || value.empty() || !is_root) {
        const auto limit = value.is_structured() && !value.empty() ? line_start + line_limit : std::string::npos;
        if (write_line(out, value, ", ", ": ", limit)) return;
        out.resize(start);
    }
    const std::string inner = '\n' + std::string(indent + 2, ' ');
    std::string_view separator;
    const auto* object = value.get_ptr<const Json::object_t*>();
    out += object ? '{' : '[';
    if (object) {
        for (const auto& [name, element] : *object) {
            out += separator;
            out += inner;
            write_text(out, name);
            out += ": ";
            write_indented(out, element, indent + 2);
            separator = ",";
        }
    } else {
        for (const auto& element : *value.get_ptr<const Json::array_t*>()) {
            out += separator;
            out += inner;
            write_indented(out, element, indent + 2);
            separator = ",";
        }
    }
    out += '\n' + std::string(indent, ' ') + (object ? '}' : ']');
}

}

std::string write_json(const Json& value, JsonLayout layout) {
    std::string out;
    if (layout == JsonLayout::compact) {
        write_line(out, value, ",", ":", std::string::npos);
    } else {
        write_indented(out, value, 0);
        out += '\n';
    }
    return out;
}

bool is_decimal(const Json& value) {
    return value.is_binary();
}

std::string_view decimal_text(const Json& value) {
    const auto* bytes = value.get_ptr<const Json::binary_t*>();
    return bytes ? std::string_view(reinterpret_cast<const char*>(bytes->data()), bytes->size()) : std::string_view();
}

Json make_decimal(std::string_view text) {
    return Json::binary(Json::binary_t::container_type(text.begin(), text.end()));
}

const Json* member(const Json& object, std::string_view name) {
    const auto* members = object.get_ptr<const Json::object_t*>();
    if (!members) return nullptr;
    const auto found = std::find_if(members->begin(), members->end(), [&](const auto& entry) { return entry.first == name; });
    return found == members->end() ? nullptr : &found->second;
}

Json* member(Json& object, std::string_view name) {
    return const_cast<Json*>(member(static_cast<const Json&>(object), name));
}

void append(Json& object, std::string_view name, Json value) {
    if (auto* members = object.get_ptr<Json::object_t*>()) members->push_back({std::string(name), std::move(value)});
}

std::string described(const Json& value) {
    if (value.is_string()) return "a text";
    if (value.is_number() || is_decimal(value)) return "the number " + write_json(value, JsonLayout::compact).substr(0, 40);
    if (value.is_boolean()) return write_json(value, JsonLayout::compact);
    if (value.is_array()) return "a list";
    return value.is_object() ? "an object" : "null";
}

}
