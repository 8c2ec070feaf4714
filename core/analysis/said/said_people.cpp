#include "core/analysis/said/said_people.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr std::size_t longest_name = 5; // words

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    for (auto& token : log_tokens(text).list) {
        words.push_back(std::move(token.key));
    }
    return words;
}

std::string without_s(const std::string& key) {
    return key.size() > 2 && key.ends_with("'s") ? key.substr(0, key.size() - 2) : std::string();
}

}

SaidPeople::SaidPeople(const Deal& deal, const SaidPatterns& patterns) : patterns_(patterns), account_(words_of(deal.account)) {
    for (const auto& person : deal.stakeholders) {
        people_.push_back({person.id, words_of(person.name)});
    }
    if (auto seller = words_of(deal.seller); !seller.empty()) people_.push_back({{}, std::move(seller)});
}

bool SaidPeople::is_called(const Person& person, std::span<const std::string> words) const {
    if (person.words.empty()) return false;
    if (std::ranges::equal(person.words, words)) return true;
    if (words.size() == 1) return words[0].size() >= 2 && (words[0] == person.words.front() || words[0] == person.words.back());
    // "Dana Cole" of "Dana Maria Cole"
    return words.size() == 2 && person.words.size() > 2 && words[0] == person.words.front() && words[1] == person.words.back();
}

std::optional<SaidPeople::Match> SaidPeople::ending_at(std::span<const LogToken> tokens, std::size_t end, bool possessive) const {
    for (auto count = std::min(end, longest_name); count > 0; --count) {
        const auto first = end - count;
        std::vector<std::string> words;
        bool whole = true;
        for (std::size_t i = first; i < end; ++i) {
            words.push_back(tokens[i].key);
            whole = whole && (i == first || tokens[i].before <= LogMark::joined || tokens[i].before == LogMark::stop);
        }
        if (possessive) words.back() = without_s(words.back());
        if (!whole || words.back().empty()) continue;
        std::optional<Match> found;
        bool several = false;
        for (const auto& person : people_) {
            if (!is_called(person, words)) continue;
            several = several || found.has_value();
            found = Match{first, person.id};
        }
        if (!found) continue;
        if (several || found->person.empty()) return {};
        if (count > 1) return found;
        const auto& token = tokens[first];
        if (!token.capital && patterns_.is_name_too(token.key)) return {};
        if (token.before == LogMark::joined || first == 0 || token.before > LogMark::plus) {
            return token.before == LogMark::joined ? std::nullopt : found;
        }
        // "Maria Dana": another name that ends in this one. "COO Dana" and "Because Dana" are none.
        const auto& before = tokens[first - 1];
        const bool small_word = patterns_.row(SaidRows::also, tokens, first - 1) == 1 || patterns_.row(SaidRows::after, tokens, first - 1) == 1 ||
                                patterns_.row(SaidRows::joins, tokens, first - 1) == 1;
        if (before.capital && !before.all_capitals && token.capital && !small_word) return {};
        return found;
    }
    return {};
}

std::size_t SaidPeople::account_at(std::span<const LogToken> tokens, std::size_t at) const {
    std::size_t count = 0;
    while (count < account_.size() && at + count < tokens.size() && tokens[at + count].key == account_[count] &&
           (count == 0 || tokens[at + count].before <= LogMark::plus)) {
        ++count;
    }
    // A beginning has to be a name by itself: "Kestrel" of "Kestrel Elevators", not "The" of "The Elevator Company".
    const auto says_something = [](const LogToken& token) { return token.capital && token.key.size() >= 3; };
    if (count == 0) return 0;
    if (count == account_.size()) return count;
    const auto part = tokens.subspan(at, count);
    if (part.front().key.size() < 4) return count > 1 && std::ranges::any_of(part, says_something) ? count : 0;
    return says_something(part.front()) ? count : 0;
}

}
