#include "core/base/mail_address.hpp"

#include "core/base/text.hpp"
#include "core/base/web_link.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr std::size_t longest_name = 64; // RFC 5321

bool is_alphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_of_name(char c) {
    return is_alphanumeric(c) || c == '.' || c == '_' || c == '-' || c == '+';
}

bool is_of_host(char c) {
    return is_alphanumeric(c) || c == '.' || c == '-';
}

bool has_good_dots(std::string_view text) {
    return !text.empty() && text.front() != '.' && text.back() != '.' && text.find("..") == std::string_view::npos;
}

// What may stand between an address and what is around it, but in none: "mailto:anna@acme.example", "Anna <anna@acme.example>; ...".
constexpr std::string_view around = " \t\r\n\v\f,;:<>()[]|\"";

std::string_view without_ends(std::string_view piece) {
    while (piece.starts_with('\'') && piece.ends_with('\'') && piece.size() > 1) {
        piece = piece.substr(1, piece.size() - 2);
    }
    while (piece.ends_with('.')) {
        piece.remove_suffix(1); // ends a sentence
    }
    return trimmed(piece); // spaces that are not ASCII
}

bool is_host(std::string_view host) {
    const auto dot = host.rfind('.');
    if (host.size() > longest_host || dot == std::string_view::npos || !has_good_dots(host)) return false;
    if (host.front() == '-' || host.find("-.") != std::string_view::npos || host.find(".-") != std::string_view::npos) return false;
    const auto last = host.substr(dot + 1);
    return last.size() >= 2 && last.find_first_of("0123456789-") == std::string_view::npos;
}

}

std::optional<std::string> mail_address_in(std::string_view text) {
    for (auto at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
        auto begin = at;
        while (begin > 0 && is_of_name(text[begin - 1]))
            --begin;
        auto end = at + 1;
        while (end < text.size() && is_of_host(text[end]))
            ++end;
        const bool more = end < text.size() && (text[end] == '@' || static_cast<unsigned char>(text[end]) >= 0x80);
        const bool cut = begin > 0 && (text[begin - 1] == '@' || static_cast<unsigned char>(text[begin - 1]) >= 0x80);
        auto host = text.substr(at + 1, end - at - 1);
        while (!host.empty() && (host.back() == '.' || host.back() == '-'))
            host.remove_suffix(1); // ends a sentence
        const auto name = text.substr(begin, at - begin);
        if (!more && !cut && name.size() <= longest_name && has_good_dots(name) && is_host(host)) {
            return std::string(name) + '@' + std::string(host);
        }
    }
    return {};
}

std::vector<std::string> mail_addresses_in(std::string_view text) {
    std::vector<std::string> addresses;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find_first_of(around, begin), text.size());
        const auto piece = without_ends(text.substr(begin, end - begin));
        const auto at = piece.rfind('@');
        if (at != std::string_view::npos && at > 0 && at + 1 < piece.size()) addresses.push_back(folded(piece));
        begin = end + 1;
    }
    return addresses;
}

bool share_mail_address(std::string_view one, std::string_view other) {
    const auto known = mail_addresses_in(other);
    return std::ranges::any_of(mail_addresses_in(one),
                               [&](const std::string& address) { return std::ranges::find(known, address) != known.end(); });
}

}
