#include "core/readers/mail/html_text.hpp"

#include "core/base/code_point.hpp"
#include "core/base/text.hpp"
#include "core/readers/words.hpp"

#include <array>
#include <vector>

namespace middleground::readers {

namespace {

struct Entity {
    std::string_view name;
    std::uint32_t letter;
};
// Those that mail is full of; U+00C0 to U+00FF by their place in `latin`.
constexpr std::array<Entity, 44> entities{{
    {"amp", '&'},       {"lt", '<'},        {"gt", '>'},       {"quot", '"'},      {"apos", '\''},     {"nbsp", 0xa0},    {"iexcl", 0xa1},   {"cent", 0xa2},
    {"pound", 0xa3},    {"yen", 0xa5},      {"sect", 0xa7},    {"copy", 0xa9},     {"laquo", 0xab},    {"shy", 0xad},     {"reg", 0xae},     {"deg", 0xb0},
    {"plusmn", 0xb1},   {"sup2", 0xb2},     {"sup3", 0xb3},    {"acute", 0xb4},    {"micro", 0xb5},    {"para", 0xb6},    {"middot", 0xb7},  {"raquo", 0xbb},
    {"frac12", 0xbd},   {"iquest", 0xbf},   {"euro", 0x20ac},  {"ndash", 0x2013},  {"mdash", 0x2014},  {"lsquo", 0x2018}, {"rsquo", 0x2019}, {"sbquo", 0x201a},
    {"ldquo", 0x201c},  {"rdquo", 0x201d},  {"bdquo", 0x201e}, {"bull", 0x2022},   {"hellip", 0x2026}, {"trade", 0x2122}, {"rarr", 0x2192},  {"zwnj", 0x200c},
    {"zwj", 0x200d},    {"ensp", ' '},      {"emsp", ' '},     {"thinsp", ' '},
}};
constexpr std::array<std::string_view, 64> latin{
    "Agrave", "Aacute", "Acirc", "Atilde", "Auml", "Aring", "AElig", "Ccedil", "Egrave", "Eacute", "Ecirc", "Euml", "Igrave", "Iacute", "Icirc", "Iuml",
    "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc", "Otilde", "Ouml", "times", "Oslash", "Ugrave", "Uacute", "Ucirc", "Uuml", "Yacute", "THORN", "szlig",
    "agrave", "aacute", "acirc", "atilde", "auml", "aring", "aelig", "ccedil", "egrave", "eacute", "ecirc", "euml", "igrave", "iacute", "icirc", "iuml",
    "eth",    "ntilde", "ograve", "oacute", "ocirc", "otilde", "ouml", "divide", "oslash", "ugrave", "uacute", "ucirc", "uuml", "yacute", "thorn", "yuml"};

std::uint32_t letter_named(std::string_view name) {
    for (const auto& entity : entities) {
        if (entity.name == name) return entity.letter;
    }
    const auto found = std::ranges::find(latin, name);
    return found == latin.end() ? 0 : static_cast<std::uint32_t>(0xc0 + (found - latin.begin()));
}

struct Tag {
    std::string name; // in lower case
    std::string_view attributes;
    bool closes = false;
    std::size_t end = 0;
};

// The tag at '<'; `end` 0: it is none.
Tag tag_at(std::string_view html, std::size_t at) {
    Tag tag;
    auto i = at + 1;
    if (i < html.size() && html[i] == '/') {
        tag.closes = true;
        ++i;
    }
    while (i < html.size() && tag.name.size() < 20 && (std::isalnum(static_cast<unsigned char>(html[i])) || html[i] == ':'))
        tag.name += lower(html[i++]);
    if (tag.name.empty()) return tag;
    const auto attributes = i;
    char quote = 0;
    for (; i < html.size(); ++i) {
        if (quote) {
            if (html[i] == quote) quote = 0;
        } else if (html[i] == '"' || html[i] == '\'') {
            quote = html[i];
        } else if (html[i] == '>') {
            tag.attributes = html.substr(attributes, i - attributes);
            tag.end = i + 1;
            return tag;
        }
    }
    // A quotation mark that is never closed: the next '>' ends it.
    const auto end = html.find('>', attributes);
    tag.end = end == std::string_view::npos ? html.size() : end + 1;
    return tag;
}

bool is_void(std::string_view name) {
    return is_one_of(name, {"br", "hr", "img", "input", "meta", "link", "area", "base", "col", "wbr", "source"});
}

bool is_block(std::string_view name) {
    return is_one_of(name, {"p", "div", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "blockquote", "pre", "section",
                            "article", "header", "footer", "body", "title", "dt", "dd"});
}

bool has(std::string_view attributes, std::string_view words) {
    return find_word(attributes, words) != std::string_view::npos;
}

bool begins_quote(const Tag& tag) {
    if (tag.name == "blockquote") return true;
    return tag.name == "div" && (has(tag.attributes, "gmail_quote") || has(tag.attributes, "yahoo_quoted") || has(tag.attributes, "moz-cite-prefix") ||
                                 has(tag.attributes, "gmail_extra"));
}

bool is_unseen(const Tag& tag) {
    return is_one_of(tag.name, {"script", "style", "head", "template", "o:p"}) ? tag.name != "o:p" : has(tag.attributes, "display:none") || has(tag.attributes, "display: none");
}

class TextLines {
public:
    std::string text;
    int quotes = 0;

    void put(std::string_view words) {
        for (const char c : words) {
            if (c == ' ' || c == '\t' || c == '\r' || c == '\n') gap_ = true;
            else letter(std::string_view(&c, 1));
        }
    }
    void letter(std::string_view bytes) {
        if (at_begin_) {
            if (quotes > 0) text += "> ";
        } else if (gap_) {
            text += ' ';
        }
        gap_ = at_begin_ = false;
        text += bytes;
    }
    void blank() { gap_ = true; }
    // As preformatted text has them.
    void end_line() {
        text += '\n';
        at_begin_ = true;
        gap_ = false;
    }
    void end_block() {
        if (!at_begin_) end_line();
    }
    void empty_line() {
        end_block();
        if (!text.empty() && !text.ends_with("\n\n")) text += '\n';
    }

private:
    bool gap_ = false;
    bool at_begin_ = true;
};

}

std::string entity_at(std::string_view text, std::size_t at, std::size_t& length) {
    const auto end = text.substr(at, 12).find(';');
    if (end == std::string_view::npos || end < 2) return {};
    const auto name = text.substr(at + 1, end - 1);
    std::uint32_t letter = 0;
    if (name.front() == '#') {
        const bool hex = name.size() > 1 && lower(name[1]) == 'x';
        for (const char c : name.substr(hex ? 2 : 1)) {
            const char small = lower(c);
            const bool digit = small >= '0' && small <= '9';
            if (!digit && !(hex && small >= 'a' && small <= 'f')) return {};
            letter = letter * (hex ? 16 : 10) + static_cast<std::uint32_t>(digit ? small - '0' : small - 'a' + 10);
            if (letter > 0x10ffff) return {};
        }
        if (letter < 0x20 && letter != '\t' && letter != '\n') letter = ' ';
        if (letter >= 0xd800 && letter < 0xe000) return {};
    } else {
        letter = letter_named(name);
        if (letter == 0) return {};
    }
    length = end + 1;
    std::string letters;
    append_code_point(letters, letter);
    return letters;
}

std::string html_text(std::string_view html) {
    TextLines lines;
    std::vector<std::string> quoted; // names of the elements within the outermost quote, each with what is open in it
    int same_open = 0;               // of the quote's own name, within it
    std::size_t at = 0;
    while (at < html.size()) {
        const char c = html[at];
        if (c == '&') {
            std::size_t length = 0;
            const auto letters = entity_at(html, at, length);
            if (letters.empty()) {
                lines.put(html.substr(at++, 1));
            } else {
                if (letters == " " || letters == "\u00a0") lines.blank();
                else lines.letter(letters);
                at += length;
            }
            continue;
        }
        if (c != '<') {
            const auto end = std::min(html.find_first_of("<&", at), html.size());
            lines.put(html.substr(at, end - at));
            at = end;
            continue;
        }
        if (html.substr(at, 4) == "<!--") {
            const auto end = html.find("-->", at + 4);
            at = end == std::string_view::npos ? html.size() : end + 3;
            continue;
        }
        if (at + 1 < html.size() && (html[at + 1] == '!' || html[at + 1] == '?')) {
            const auto end = html.find('>', at);
            at = end == std::string_view::npos ? html.size() : end + 1;
            continue;
        }
        const auto tag = tag_at(html, at);
        if (tag.end == 0) {
            lines.put(html.substr(at++, 1));
            continue;
        }
        at = tag.end;
        if (!tag.closes && !is_void(tag.name) && is_unseen(tag) && !tag.attributes.ends_with('/')) {
            const auto closing = "</" + tag.name;
            auto end = tag.name == "head" || tag.name == "style" || tag.name == "script" || tag.name == "template" || tag.name == "title"
                           ? find_word(html, closing, at)
                           : html.find('<', at); // what is hidden otherwise: its first words, and whatever element stands in it is judged by itself
            if (end == std::string_view::npos) end = html.size();
            at = end;
            continue;
        }
        if (is_block(tag.name) || tag.name == "br") {
            if (tag.name == "br") lines.end_line();
            else if (tag.name == "p" && !tag.closes) lines.empty_line();
            else lines.end_block();
        } else if (is_one_of(tag.name, {"td", "th"})) {
            lines.blank();
        }
        if (lines.quotes == 0) {
            if (!tag.closes && begins_quote(tag)) {
                lines.quotes = 1;
                quoted.assign(1, tag.name);
                same_open = 1;
            } else if (!tag.closes && tag.name == "div" && (has(tag.attributes, "divRplyFwdMsg") || has(tag.attributes, "OutlookMessageHeader"))) {
                lines.end_block();
            }
        } else if (tag.name == quoted.front()) {
            same_open += tag.closes ? -1 : 1;
            if (same_open == 0) lines.quotes = 0;
        }
    }
    return std::move(lines.text);
}

}
