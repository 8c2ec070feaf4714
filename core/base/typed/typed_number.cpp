#include "core/base/typed/typed_number.hpp"

#include "core/base/ascii.hpp"
#include "core/base/money.hpp"

#include <array>
#include <vector>

namespace middleground {

namespace {

struct Scale {
    std::string_view word;
    int zeros;
};
constexpr std::array<Scale, 10> scales{
    {{"K", 3}, {"M", 6}, {"MN", 6}, {"MIO", 6}, {"B", 9}, {"BN", 9}, {"TSD", 3}, {"THOUSAND", 3}, {"MILLION", 6}, {"BILLION", 9}}};

std::optional<int> zeros_of(std::string_view word) {
    for (const auto& scale : scales) {
        if (scale.word == word) {
            return scale.zeros;
        }
    }
    return {};
}

// 1 to 3 digits, then groups of 2 or 3 (India), the last one of 3.
bool are_groups(const std::vector<std::string>& groups) {
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const auto size = groups[i].size();
        const bool last = i + 1 == groups.size();
        if (i == 0 ? size < 1 || size > 3 || groups[0][0] == '0' : last ? size != 3 : size < 2 || size > 3) {
            return false;
        }
    }
    return true;
}

}

bool is_of_typed_number(char c) {
    return is_digit(c) || c == '.' || c == ',' || c == '\'' || c == ' ';
}

std::optional<NumberAffixes> affixes_of(std::string_view word) {
    if (word.empty()) {
        return NumberAffixes{};
    }
    if (const auto zeros = zeros_of(word)) {
        return NumberAffixes{*zeros, {}};
    }
    if (word.size() < 3 || !is_known_currency(word.substr(word.size() - 3))) {
        return {};
    }
    const auto scale = word.substr(0, word.size() - 3);
    const auto zeros = scale.empty() ? std::optional(0) : zeros_of(scale);
    return zeros ? std::optional(NumberAffixes{*zeros, std::string(word.substr(word.size() - 3))}) : std::nullopt;
}

std::optional<std::string> plain_amount(std::string_view text) {
    constexpr std::array<std::string_view, 3> spaces{"\u00a0", "\u2009", "\u202f"};
    constexpr std::string_view apostrophe = "\u2019";
    std::string result;
    while (!text.empty()) {
        std::size_t length = 1;
        char c = text.front() == '\t' ? ' ' : text.front();
        for (const auto space : spaces) {
            if (text.starts_with(space)) {
                c = ' ';
                length = space.size();
            }
        }
        if (text.starts_with(apostrophe)) {
            c = '\'';
            length = apostrophe.size();
        }
        if (static_cast<unsigned char>(c) >= 0x80 || c < ' ') {
            return {};
        }
        result += c;
        text.remove_prefix(length);
    }
    return result;
}

std::optional<TypedNumber> typed_number(std::string_view text, char point) {
    std::vector<std::string> groups(1);
    std::string separators;
    for (const char c : text) {
        if (is_digit(c)) {
            groups.back() += c;
        } else {
            separators += c;
            groups.emplace_back();
        }
    }
    TypedNumber number;
    if (!separators.empty()) {
        const char last = separators.back();
        const bool only = separators.size() == 1;
        const bool different = separators.find_first_not_of(last) != std::string::npos;
        const bool once = separators.find(last) == separators.size() - 1;
        const bool may_be_point = (last == '.' || last == ',') && once;
        const bool groups_well = are_groups(groups) && !(only && last == point);
        if (may_be_point && (different || (only && !groups_well))) {
            number.decimals = groups.back();
            number.point = last;
            groups.pop_back();
            separators.pop_back();
            if (number.decimals.empty() && !only) {
                return {};
            }
        }
    }
    // One kind of separator between groups, well-formed groups.
    if (!separators.empty() && (separators.find_first_not_of(separators.front()) != std::string::npos || !are_groups(groups))) {
        return {};
    }
    for (const auto& group : groups) {
        number.whole += group;
    }
    if (number.whole.empty() && number.decimals.empty()) {
        return {};
    }
    return number;
}

}
