#include "core/base/typed/fuzzy_match.hpp"

#include "core/base/code_point.hpp"
#include "core/base/letters/plain_letters.hpp"
#include "core/base/text.hpp"
#include "core/base/typed/typo.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr std::size_t typed_bytes = 100;
constexpr std::size_t text_bytes = 4000;
constexpr std::size_t slip_bytes = 300;
constexpr std::size_t longest_word = 31; // letters of what is typed that are looked for as initials: one bit each

// One word's points. Each step is more than all that a lower one can add.
constexpr int slip_points = 1;
constexpr int letters_points = 5;
constexpr int first_word_points = 1; // of a guess: where the text begins, and where it has no other words
constexpr int only_words_points = 1;
constexpr int inside_points = 8;
constexpr int initials_points = 16;
constexpr int beginning_points = 24;
constexpr int word_points = 30;
// On top of the words' points.
constexpr int text_begins_points = 400;
constexpr int whole_text_points = 1000;

constexpr std::uint32_t every_letter = (1u << 26) - 1;

std::uint32_t letters_in(std::string_view text) {
    std::uint32_t set = 0;
    for (const char c : text) {
        const auto small = static_cast<unsigned char>(c | 0x20);
        if (small >= 'a' && small <= 'z') set |= 1u << (small - 'a');
        if (static_cast<unsigned char>(c) >= 0x80) return every_letter; // it may turn into any letter
    }
    return set;
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t at = 0;
    while (at < text.size()) {
        const auto start = at;
        while (at < text.size() && is_letter(text[at]))
            ++at;
        if (at > start)
            words.push_back(text.substr(start, at - start));
        else
            ++at;
    }
    return words;
}

int literal_points(std::string_view text, std::string_view word) {
    int best = 0;
    for (auto at = text.find(word); at != std::string_view::npos && best < word_points; at = text.find(word, at + 1)) {
        const auto end = at + word.size();
        const bool begins = at == 0 || !is_letter(text[at - 1]);
        const bool ends = end == text.size() || !is_letter(text[end]);
        best = std::max(best, begins && ends ? word_points : begins ? beginning_points : inside_points);
    }
    return best;
}

// Beginnings of two or more words, in their order: "mo", "marol" for Marcus Olsen.
bool are_initials(const std::vector<std::string_view>& words, std::string_view typed) {
    if (typed.size() < 2 || typed.size() > longest_word) return false;
    // Bit n: n letters are used up, by one word, or by several.
    std::uint32_t by_one = 0;
    std::uint32_t by_more = 0;
    const auto end = 1u << typed.size();
    for (const auto word : words) {
        std::uint32_t one = 0;
        std::uint32_t more = 0;
        for (std::size_t from = 0; from < typed.size(); ++from) {
            const bool starts = from == 0;
            const bool follows_one = (by_one >> from & 1) != 0;
            const bool follows_more = (by_more >> from & 1) != 0;
            if (!starts && !follows_one && !follows_more) continue;
            for (std::size_t i = 0; i < word.size() && from + i < typed.size() && word[i] == typed[from + i]; ++i) {
                (starts ? one : more) |= 1u << (from + i + 1);
            }
        }
        by_one |= one;
        by_more |= more;
        if ((by_more & end) != 0) return true;
    }
    return false;
}

// One for each letter, so that slips are counted in letters and not in bytes.
std::u32string code_points_of(std::string_view text) {
    std::u32string points;
    for (std::size_t at = 0; at < text.size();) {
        const auto point = code_point_at(text, at);
        points += static_cast<char32_t>(point.value);
        at += point.length;
    }
    return points;
}

// The letters in their order, from the word's first on and not scattered: "mrcs" in "marcus".
bool are_letters_of(std::u32string_view word, std::u32string_view typed) {
    if (typed.size() < 3 || word.size() <= typed.size() || word.size() > 2 * typed.size() + 1 || word.front() != typed.front())
        return false;
    std::size_t found = 0;
    for (const auto c : word) {
        if (found < typed.size() && typed[found] == c) ++found;
    }
    return found == typed.size();
}

// The word, or as many of its first letters as were typed, with slips.
bool is_slip_of(std::string_view word, std::u32string_view letters, std::string_view typed, std::u32string_view typed_letters, int slips) {
    if (slips == 0 || letters.size() + static_cast<std::size_t>(slips) < typed_letters.size()) return false;
    // Hardly anybody gets the first letter wrong: either it is right, or it was swapped with the second.
    const bool swapped = letters.size() > 1 && typed_letters.size() > 1 && letters[0] == typed_letters[1] && letters[1] == typed_letters[0];
    if (letters.front() != typed_letters.front() && !swapped) return false;
    if (typing_distance(typed, word, slips) <= slips) return true;
    if (typed_letters.size() < 4 || letters.size() <= typed_letters.size()) return false;
    std::size_t end = 0;
    for (std::size_t i = 0; i < typed_letters.size(); ++i)
        end += code_point_at(word, end).length;
    return typing_distance(typed, word.substr(0, end), slips) <= slips;
}

// Kana, ideographs and Hangul are syllables or words: another one is another word.
int slips_forgiven(std::u32string_view letters) {
    constexpr char32_t first_of_syllables = 0x2e80;
    const bool syllables = std::ranges::any_of(letters, [](char32_t c) { return c >= first_of_syllables; });
    return syllables || letters.size() < 3 ? 0 : letters.size() < 8 ? 1 : 2;
}

}

FuzzyQuery::FuzzyQuery(std::string_view typed) : whole_(plain_letters(trimmed(cut_to(typed, typed_bytes)))) {
    for (const auto word : words_of(whole_)) {
        auto points = code_points_of(word);
        const int slips = slips_forgiven(points);
        words_.push_back({std::string(word), std::move(points), letters_in(word) == every_letter ? 0 : letters_in(word), slips});
    }
    // Signs alone are looked for as they are.
    if (words_.empty() && !whole_.empty()) words_.push_back({whole_, code_points_of(whole_), 0, 0});
}

// Without making anything: letters that the texts do not have at all would each have to be a slip.
bool FuzzyQuery::may_fit(std::string_view text, std::string_view more) const {
    const auto there = letters_in(cut_to(text, text_bytes)) | letters_in(cut_to(more, text_bytes));
    return std::all_of(words_.begin(), words_.end(), [&](const Word& word) {
        if ((word.set & ~there) == 0) return true;
        const auto missing = std::count_if(word.letters.begin(), word.letters.end(),
                                           [&](char c) { return c >= 'a' && c <= 'z' && (there >> (c - 'a') & 1) == 0; });
        return missing <= word.slips;
    });
}

std::size_t FuzzyQuery::letters() const {
    std::size_t count = 0;
    for (const auto& word : words_)
        count += word.letters.size();
    return count;
}

Fit FuzzyQuery::fit(std::string_view text, Guessing guessing) const {
    return fit(text, {}, guessing);
}

Fit FuzzyQuery::fit(std::string_view text, std::string_view more, Guessing guessing) const {
    if (empty()) return {1, false};
    if (!may_fit(text, more)) return {};
    const auto letters = plain_letters(cut_to(text, text_bytes));
    const auto others = more.empty() ? std::string() : plain_letters(cut_to(more, text_bytes));
    std::vector<std::string_view> words; // made when they are needed
    Fit fit{1, false};
    for (const auto& word : words_) {
        int points = literal_points(letters, word.letters);
        if (points < initials_points) {
            if (words.empty()) words = words_of(cut_to(letters, slip_bytes));
            if (are_initials(words, word.letters)) points = initials_points;
        }
        if (points == 0 && literal_points(others, word.letters) > 0) points = inside_points;
        if (points == 0 && guessing == Guessing::yes) {
            const auto guess = [&](auto test, int worth) {
                const auto found = std::find_if(words.begin(), words.end(), test);
                if (points > 0 || found == words.end()) return;
                points = worth + (found == words.begin() ? first_word_points : 0) + (words.size() == words_.size() ? only_words_points : 0);
            };
            guess([&](auto one) { return are_letters_of(code_points_of(one), word.points); }, letters_points);
            guess([&](auto one) { return is_slip_of(one, code_points_of(one), word.letters, word.points, word.slips); }, slip_points);
            fit.guessed = true;
        }
        if (points == 0) return {};
        fit.points += points;
    }
    const auto name = trimmed(letters);
    if (name == whole_) {
        fit.points += whole_text_points;
    } else if (name.starts_with(whole_)) {
        fit.points += text_begins_points;
    }
    return fit;
}

}
