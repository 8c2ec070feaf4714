#include "core/base/web_link.hpp"

#include "core/base/ascii.hpp"
#include "core/base/text.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr std::string_view link_forms = "Type an address such as https://example.com/offer.";
constexpr std::size_t longest_link = 2000; // bytes; browsers and mail programs cut longer ones
constexpr std::size_t longest_label = 63;

// Control characters, blanks of every kind and marks that turn the direction of a text: an address with them is not what it seems.
bool is_hidden_or_blank(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte <= 0x20 || byte == 0x7f) {
        return true;
    }
    const auto rest = text.substr(at);
    if (byte == 0xc2) { // U+0080 to U+00A0, U+00AD
        const auto next = static_cast<unsigned char>(rest[1]);
        return next <= 0xa0 || next == 0xad;
    }
    if (rest.starts_with("\xe2\x80")) { // U+2000 to U+200F, U+2028 to U+202F
        const auto next = static_cast<unsigned char>(rest[2]);
        return next <= 0x8f || (next >= 0xa8 && next <= 0xaf);
    }
    if (rest.starts_with("\xe2\x81")) { // U+205F to U+206F
        return static_cast<unsigned char>(rest[2]) >= 0x9f && static_cast<unsigned char>(rest[2]) <= 0xaf;
    }
    return rest.starts_with("\u3000") || rest.starts_with("\ufeff") || rest.starts_with("\u1680") || rest.starts_with("\u180e") ||
           rest.starts_with("\xf3\xa0"); // tags
}

// "https" of "https://...", "mailto" of "mailto:..."; empty for "example.com:8080/x" and where no scheme stands.
std::string scheme_of(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0 || !is_ascii_letter(text.front())) {
        return {};
    }
    const auto scheme = text.substr(0, colon);
    const bool well_formed =
        std::ranges::all_of(scheme, [](char c) { return is_ascii_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.'; });
    const bool is_host_with_port = scheme.find('.') != std::string_view::npos && colon + 1 < text.size() && is_digit(text[colon + 1]);
    return well_formed && !is_host_with_port ? folded(scheme) : std::string();
}

bool is_port(std::string_view text) {
    if (text.empty() || text.size() > 5 || !std::ranges::all_of(text, is_digit)) {
        return false;
    }
    int port = 0;
    for (const char c : text) {
        port = port * 10 + (c - '0');
    }
    return port > 0 && port <= 65535;
}

bool is_label(std::string_view label) {
    return !label.empty() && label.size() <= longest_label && label.front() != '-' && label.back() != '-' &&
           std::ranges::all_of(label, [](char c) { return is_ascii_letter(c) || is_digit(c) || c == '-' || c == '_' || (c & 0x80); });
}

// "[::1]"
bool is_ipv6(std::string_view host) {
    return host.size() >= 4 && host.front() == '[' && host.back() == ']' && host.find(':') != std::string_view::npos &&
           std::ranges::all_of(host.substr(1, host.size() - 2), [](char c) {
               return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':' || c == '.';
           });
}

enum class HostForm : std::uint8_t { any, dotted }; // dotted: where no scheme says that it is an address

bool is_host(std::string_view host, HostForm form) {
    if (is_ipv6(host)) {
        return true;
    }
    if (host.ends_with('.')) {
        host.remove_suffix(1);
    }
    if (host.empty() || host.size() > longest_host || (form == HostForm::dotted && host.find('.') == std::string_view::npos)) {
        return false;
    }
    std::string_view last;
    while (true) {
        const auto dot = host.find('.');
        last = host.substr(0, dot);
        if (!is_label(last)) {
            return false;
        }
        if (dot == std::string_view::npos) {
            break;
        }
        host.remove_prefix(dot + 1);
    }
    // "3.50" and "1.2.3" are no addresses where nothing says so.
    return form == HostForm::any || last.size() >= 2 || (last.front() & 0x80);
}

bool is_number_like(std::string_view host) {
    return std::ranges::all_of(host, [](char c) { return is_digit(c) || c == '.' || c == ','; });
}

}

Result<std::string> parse_typed_link(std::string_view typed) {
    const auto text = trimmed(typed);
    if (text.empty()) {
        return fail("No address was typed", {}, std::string(link_forms));
    }
    if (text.size() > longest_link) {
        return fail("An address has at most " + std::to_string(longest_link) + " characters", {}, "Use a shorter link to the same page.");
    }
    if (first_invalid_utf8(text)) {
        return fail("This is not an address", {}, std::string(link_forms));
    }
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (is_hidden_or_blank(text, at)) {
            return fail("An address cannot contain spaces or hidden characters", {}, "Write %20 for a space, or copy the address again.");
        }
    }
    if (text.find_first_of("\"<>\\^`{|}") != std::string_view::npos) {
        return fail("An address cannot contain any of the characters \" < > \\ ^ ` { | }", {}, "Copy the address from the browser.");
    }
    const auto scheme = scheme_of(text);
    if (!scheme.empty() && scheme != "http" && scheme != "https") {
        const auto shown = scheme.size() <= 20 ? '"' + scheme + ":\" is not the address of a web page"
                                               : std::string("This is not the address of a web page");
        return fail(shown, {}, "Only addresses that begin with http or https can be opened.");
    }
    std::string_view rest = text;
    if (!scheme.empty()) {
        rest.remove_prefix(scheme.size() + 1);
        if (!rest.starts_with("//") || rest.starts_with("///")) {
            return fail("Two slashes have to follow \"" + scheme + ":\"", {}, std::string(link_forms));
        }
        rest.remove_prefix(2);
    } else if (rest.starts_with("//")) {
        rest.remove_prefix(2);
    }
    const auto authority = rest.substr(0, rest.find_first_of("/?#"));
    if (authority.find('@') != std::string_view::npos) {
        return fail("An address cannot have a name or password before the host", {}, "Leave out what comes before the @.");
    }
    auto host = authority;
    if (const auto colon = authority.rfind(':'); colon != std::string_view::npos && authority.find(']', colon) == std::string_view::npos) {
        if (!is_port(authority.substr(colon + 1))) {
            return fail("The port of an address is a number from 1 to 65535", {}, std::string(link_forms));
        }
        host = authority.substr(0, colon);
    }
    const auto form = scheme.empty() ? HostForm::dotted : HostForm::any;
    if (!is_host(host, form) || (scheme.empty() && is_number_like(host))) {
        const bool short_enough = text.size() <= 60;
        return fail(short_enough ? '"' + std::string(text) + "\" is not an address" : std::string("This is not an address"), {},
                    std::string(link_forms));
    }
    return (scheme.empty() ? "https://" : scheme + "://") + std::string(rest);
}

}
