#include "core/model/words/person_name.hpp"

#include "core/base/text.hpp"
#include "core/model/names.hpp"

#include <algorithm>
#include <vector>

namespace middleground {

namespace {

constexpr int longest_difference = 40; // code points in the parentheses

bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

std::string name_key(std::string_view name) {
    std::string key;
    for (const char c : folded(name)) {
        if (!is_blank(c)) key += c;
    }
    return key;
}

// The first letter tells most names apart without making anything. Zero for what has another capital than ASCII letters.
char first_letter(std::string_view name) {
    for (const char c : name) {
        if (is_blank(c)) continue;
        if (static_cast<unsigned char>(c) >= 0x80) return 0;
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return 0;
}

bool may_be_same(std::string_view a, std::string_view b) {
    const char first = first_letter(a);
    const char second = first_letter(b);
    return first == 0 || second == 0 || first == second;
}

// One line that is not too long for a parenthesis; empty when it is.
std::string as_difference(std::string_view text) {
    const auto words = trimmed(text);
    const bool fits = code_point_count(words) <= longest_difference && words.find_first_of("()\n\r") == std::string_view::npos;
    return fits ? std::string(words) : std::string();
}

std::string function_of(const Stakeholder& person) {
    return person.function == Function::other ? std::string() : std::string(label_of(person.function));
}

}

bool is_same_name(std::string_view a, std::string_view b) {
    if (!may_be_same(a, b)) return false;
    const auto key = name_key(a);
    return !key.empty() && key == name_key(b);
}

std::string distinct_name(const Deal& deal, const Stakeholder& person) {
    std::vector<const Stakeholder*> namesakes;
    int place = 1;
    bool before = true;
    for (const auto& other : deal.stakeholders) {
        if (other.id == person.id) {
            before = false;
        } else if (is_same_name(person.name, other.name)) {
            namesakes.push_back(&other);
            place += before ? 1 : 0;
        }
    }
    if (namesakes.empty()) return person.name;
    const auto title_of = [](const Stakeholder& one) { return as_difference(one.title); };
    const auto contact_of = [](const Stakeholder& one) { return as_difference(one.contact); };
    // Nobody else may have it, as whatever: one is of Finance, another has that title.
    const auto tells_apart = [&](const std::string& own) {
        const auto key = name_key(own);
        return !key.empty() && std::none_of(namesakes.begin(), namesakes.end(), [&](const Stakeholder* other) {
            return key == name_key(function_of(*other)) || key == name_key(title_of(*other)) || key == name_key(contact_of(*other));
        });
    };
    const std::string name(trimmed(person.name));
    for (const auto& difference : {function_of(person), title_of(person), contact_of(person)}) {
        if (tells_apart(difference)) return name + " (" + difference + ')';
    }
    return name + " (" + std::to_string(place) + ')';
}

}
