#include "core/io/link_text.hpp"

#include "core/base/text.hpp"
#include "core/io/base64url.hpp"

#include <algorithm>

namespace middleground::io {

namespace {

constexpr int most_underscores = 3; // around an emphasised link: "_link_", "__link__"

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::string percent_decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = text[i] == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
        const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
        if (low >= 0) {
            out += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// The place of "d<digits>." in the text, behind '#' or at its beginning; also when the text ends within it.
struct Prefix {
    std::size_t digits = std::string_view::npos;
    std::size_t digits_end = 0;
    bool complete = false;
};

Prefix find_prefix(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != 'd' || (i > 0 && text[i - 1] != '#')) continue;
        Prefix prefix{i + 1, i + 1, false};
        while (prefix.digits_end < text.size() && is_digit(text[prefix.digits_end])) {
            ++prefix.digits_end;
        }
        const bool ended = prefix.digits_end == text.size();
        const bool numbered = prefix.digits_end > prefix.digits;
        prefix.complete = !ended && numbered && text[prefix.digits_end] == '.';
        // Without '#' only the whole prefix tells a link from a word.
        if (prefix.complete || (ended && i > 0)) return prefix;
    }
    return {};
}

std::string letters_of(std::string_view text) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_base64url);
    return std::string(text.begin(), end);
}

void add_bodies(std::vector<std::string>& bodies, std::string body) {
    for (int i = 0; i <= most_underscores; ++i) {
        if (std::find(bodies.begin(), bodies.end(), body) == bodies.end()) bodies.push_back(body);
        if (!body.ends_with('_')) return;
        body.pop_back();
    }
}

}

LinkText find_link(std::string_view text) {
    auto whole = std::string(trimmed(text));
    whole.erase(0, whole.find_first_not_of("<>(\"'_* "));
    auto prefix = find_prefix(whole);
    for (int i = 0; i < 2 && prefix.digits == std::string::npos; ++i) {
        whole = percent_decoded(whole);
        prefix = find_prefix(whole);
    }
    LinkText link;
    if (prefix.digits == std::string::npos) return link;
    link.found = true;
    if (!prefix.complete) return link;
    link.version = whole.substr(prefix.digits, prefix.digits_end - prefix.digits);
    auto body = whole.substr(prefix.digits_end + 1);
    for (int i = 0; i < 2; ++i) {
        body = percent_decoded(body);
    }
    add_bodies(link.bodies, letters_of(body));
    std::erase_if(body, is_space);
    add_bodies(link.bodies, letters_of(body));
    return link;
}

}
