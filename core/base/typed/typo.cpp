#include "core/base/typed/typo.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace middleground {

namespace {

constexpr std::size_t longest_compared = 100; // letters: the count takes time with their square

std::vector<std::string> letters_of(std::string_view text) {
    std::vector<std::string> letters;
    for (const char c : folded(text)) {
        const bool continues = (static_cast<unsigned char>(c) & 0xc0) == 0x80;
        if (continues && !letters.empty()) {
            letters.back() += c;
        } else if (letters.size() <= longest_compared) {
            letters.emplace_back(1, c);
        }
    }
    return letters;
}

int slips_allowed(int letters) {
    return letters <= 2 ? 0 : letters <= 5 ? 1 : 2;
}

bool is_near(std::string_view typed, std::string_view name) {
    const int allowed = slips_allowed(std::min(code_point_count(typed), code_point_count(name)));
    const int distance = typing_distance(typed, name, allowed);
    return distance > 0 && distance <= allowed;
}

}

int typing_distance(std::string_view from, std::string_view to, int most) {
    const auto a = letters_of(from);
    const auto b = letters_of(to);
    const auto longer = std::max(a.size(), b.size());
    if (longer > longest_compared || static_cast<int>(longer - std::min(a.size(), b.size())) > most) {
        return most + 1;
    }
    // Optimal string alignment: three rows of the table are enough.
    std::vector<int> before(b.size() + 1);
    std::vector<int> row(b.size() + 1);
    std::vector<int> next(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row[j] = static_cast<int>(j);
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        next[0] = static_cast<int>(i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            next[j] = std::min({row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                next[j] = std::min(next[j], before[j - 2] + 1);
            }
        }
        before.swap(row);
        row.swap(next);
    }
    return std::min(row[b.size()], most + 1);
}

bool is_probable_typo(std::string_view typed, std::string_view name) {
    const auto wanted = trimmed(typed);
    if (is_near(wanted, name)) {
        return true;
    }
    if (wanted.find(' ') != std::string_view::npos) {
        return false;
    }
    for (auto rest = trimmed(name); !rest.empty();) {
        const auto word = rest.substr(0, rest.find(' '));
        if (is_near(wanted, word)) {
            return true;
        }
        rest = trimmed(rest.substr(word.size()));
    }
    return false;
}

}
