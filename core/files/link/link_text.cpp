#include "core/files/link/link_text.hpp"

#include "core/base/ascii.hpp"
#include "core/codec/base64url.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace middleground::io {

namespace {

constexpr int most_underscores = 3;        // around an emphasised link: "_link_", "__link__"
constexpr std::size_t most_letters = 8192; // no link is that long
constexpr int most_gaps = 256;             // a link of the greatest length, broken every 40 letters, has 200

// Zero-width space, non-joiner, joiner, word joiner, byte order mark, soft hyphen, direction marks.
constexpr std::array<std::string_view, 8> invisible{"\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\u00AD", "\u200E", "\u200F"};
// What mail and Markdown put where they break or quote a line.
constexpr std::array<std::string_view, 11> joints{" ", "\t", "\r", "\n", ">", "|", "=", "\\", "\u00A0", "\u2028", "\u2029"};

constexpr std::array<std::string_view, 2> line_ends{"\r", "\n"};

template <std::size_t count>
std::size_t length_at_start(std::string_view text, const std::array<std::string_view, count>& words) {
    const auto found = std::ranges::find_if(words, [&](std::string_view word) { return text.starts_with(word); });
    return found == words.end() ? 0 : found->size();
}

template <std::size_t count>
std::string without(std::string_view text, const std::array<std::string_view, count>& words) {
    std::string out;
    while (!text.empty()) {
        const auto length = length_at_start(text, words);
        if (length == 0) out += text.front();
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return out;
}

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
    return without(out, invisible);
}

// "d<digits>." behind '#' or at the beginning of the text; also when the text ends within it, which is the last choice.
struct Prefix {
    std::size_t digits = 0;
    std::size_t digits_end = 0;
    bool complete = false;
    std::size_t letters = 0; // how many follow at once
};

std::optional<Prefix> find_prefix(std::string_view text, char letter) {
    std::optional<Prefix> best;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != letter || (i > 0 && text[i - 1] != '#')) continue;
        Prefix prefix{i + 1, i + 1, false, 0};
        while (prefix.digits_end < text.size() && is_digit(text[prefix.digits_end])) {
            ++prefix.digits_end;
        }
        const bool ended = prefix.digits_end == text.size();
        prefix.complete = !ended && prefix.digits_end > prefix.digits && text[prefix.digits_end] == '.';
        // Without '#' only the whole prefix tells a link from a word.
        if (!prefix.complete && !(ended && i > 0)) continue;
        for (auto place = prefix.digits_end + 1; place < text.size() && is_base64url(text[place]); ++place) {
            ++prefix.letters;
        }
        if (!best || (prefix.complete && (!best->complete || prefix.letters > best->letters))) best = prefix;
        i += prefix.letters;
    }
    return best;
}

void add_bodies(std::vector<std::string>& bodies, std::string body) {
    for (int i = 0; i <= most_underscores; ++i) {
        bodies.push_back(body);
        if (!body.ends_with('_')) return;
        body.pop_back();
    }
}

// Each further gap may be one within the link, or the end of it.
std::vector<std::string> bodies_of(std::string_view text) {
    std::vector<std::string> bodies;
    std::string body;
    for (int gaps = 0; gaps <= most_gaps; ++gaps) {
        while (const auto length = length_at_start(text, joints)) {
            text.remove_prefix(length);
        }
        const auto letters = static_cast<std::size_t>(std::ranges::find_if_not(text, is_base64url) - text.begin());
        if (letters == 0 || body.size() + letters > most_letters) break;
        body += text.substr(0, letters);
        text.remove_prefix(letters);
        add_bodies(bodies, body);
    }
    return bodies;
}

}

LinkText find_link(std::string_view text, char letter) {
    constexpr std::string_view beginnings = "#%0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    auto whole = without(text, invisible);
    whole.erase(0, whole.find_first_of(beginnings));
    auto prefix = find_prefix(whole, letter);
    for (int i = 0; i < 2 && !prefix; ++i) {
        whole = percent_decoded(whole);
        prefix = find_prefix(whole, letter);
    }
    if (!prefix || !prefix->complete) {
        // Perhaps a line ends within the prefix itself.
        auto joined = without(whole, line_ends);
        if (const auto found = find_prefix(joined, letter); found && found->complete) {
            whole = std::move(joined);
            prefix = found;
        }
    }
    LinkText link;
    if (!prefix) return link;
    link.found = true;
    if (!prefix->complete) return link;
    link.version = whole.substr(prefix->digits, prefix->digits_end - prefix->digits);
    link.bodies = bodies_of(percent_decoded(percent_decoded(std::string_view(whole).substr(prefix->digits_end + 1))));
    return link;
}

}
