#include "core/model/words/said_words.hpp"

#include "core/base/letters/plain_letters.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace middleground {

namespace {

// The pieces between the separators; empty ones are left out.
std::vector<std::string_view> pieces_of(std::string_view text, char separator) {
    std::vector<std::string_view> pieces;
    while (!text.empty()) {
        const auto end = std::min(text.find(separator), text.size());
        if (end > 0) pieces.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return pieces;
}

struct Named {
    std::string_view name;
    SaidElement::Kind kind;
};
constexpr std::array<Named, 6> placeholders{{{"*", SaidElement::Kind::gap},
                                             {"{also}", SaidElement::Kind::also},
                                             {"{company}", SaidElement::Kind::company},
                                             {"{contract}", SaidElement::Kind::contract},
                                             {"{day}", SaidElement::Kind::day},
                                             {"{period}", SaidElement::Kind::period}}};

}

std::vector<SaidElement> said_elements(std::string_view pattern, bool& question) {
    std::vector<SaidElement> elements;
    question = false;
    for (auto piece : pieces_of(pattern, ' ')) {
        if (question) return {}; // it stands at the end
        if (piece == "?") {
            question = true;
            continue;
        }
        SaidElement element;
        if (piece.size() > 2 && piece.front() == '[' && piece.back() == ']') {
            element.optional = true;
            piece = piece.substr(1, piece.size() - 2);
        }
        const auto* known = std::ranges::find(placeholders, piece, &Named::name);
        if (known != placeholders.end()) {
            element.kind = known->kind;
        } else if (piece.find_first_of("{}[]*?") != std::string_view::npos) {
            return {};
        } else {
            for (const auto choice : pieces_of(piece, '|')) {
                element.choices.push_back(plain_letters(choice));
            }
            if (element.choices.empty()) return {};
        }
        elements.push_back(std::move(element));
    }
    // A word is where it is looked for: before the first that is needed there may only be others, and words that change nothing.
    for (const auto& element : elements) {
        if (element.kind != SaidElement::Kind::word && element.kind != SaidElement::Kind::also) return {};
        if (!element.may_be_missing()) return elements;
    }
    return {};
}

}
