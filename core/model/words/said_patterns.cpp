#include "core/model/words/said_patterns.hpp"

#include "core/base/letters/plain_letters.hpp"

namespace middleground {

SaidPatterns::SaidPatterns(const SaidWords& words) {
    add(SaidList::left, words.left);
    add(SaidList::left_then, words.left_then);
    add(SaidList::leaving, words.leaving);
    add(SaidList::last_day, words.last_day);
    add(SaidList::not_before, words.not_before);
    add(SaidList::frozen, words.frozen);
    add(SaidList::refusals, words.refusals);
    add(SaidList::asks, words.asks);
    add(SaidList::says, words.says);
    add(SaidRows::company, words.company);
    add(SaidRows::contract, words.contract);
    add(SaidRows::they, words.they);
    add(SaidRows::their, words.their);
    add(SaidRows::we, words.we);
    add(SaidRows::who, words.who);
    add(SaidRows::also, words.also);
    add(SaidRows::joins, words.joins);
    add(SaidRows::by, words.by);
    add(SaidRows::after, words.after);
    add(SaidRows::doubts, words.doubts);
    add(SaidRows::conditions, words.conditions);
    for (const auto& word : words.names_too) {
        names_too_[plain_letters(word)] = true;
    }
}

void SaidPatterns::add(SaidList list, const std::vector<std::string>& patterns) {
    for (const auto& text : patterns) {
        SaidPattern pattern{list, {}, false};
        pattern.elements = said_elements(text, pattern.question);
        if (pattern.elements.empty()) continue;
        const auto place = static_cast<std::uint32_t>(patterns_.size());
        for (const auto& element : pattern.elements) {
            for (const auto& choice : element.choices) {
                auto& places = by_first_word_[choice];
                if (places.empty() || places.back() != place) places.push_back(place);
            }
            if (!element.may_be_missing()) break;
        }
        patterns_.push_back(std::move(pattern));
    }
}

void SaidPatterns::add(SaidRows list, const std::vector<std::string>& rows) {
    auto& by_first = rows_[static_cast<std::size_t>(list)];
    for (const auto& row : rows) {
        Keys keys;
        for (auto& token : log_tokens(row).list) {
            keys.push_back(std::move(token.key));
        }
        if (!keys.empty()) by_first[keys.front()].push_back(std::move(keys));
    }
}

std::span<const std::uint32_t> SaidPatterns::beginning_with(std::string_view key) const {
    const auto found = by_first_word_.find(key);
    return found == by_first_word_.end() ? std::span<const std::uint32_t>{} : std::span<const std::uint32_t>(found->second);
}

std::size_t SaidPatterns::row(SaidRows list, std::span<const LogToken> tokens, std::size_t at) const {
    if (at >= tokens.size()) return 0;
    const auto& by_first = rows_[static_cast<std::size_t>(list)];
    const auto found = by_first.find(tokens[at].key);
    if (found == by_first.end()) return 0;
    std::size_t longest = 0;
    for (const auto& keys : found->second) {
        bool fits = keys.size() > longest && at + keys.size() <= tokens.size();
        for (std::size_t i = 1; fits && i < keys.size(); ++i) {
            fits = tokens[at + i].key == keys[i] && tokens[at + i].before <= LogMark::plus;
        }
        if (fits) longest = keys.size();
    }
    return longest;
}

bool SaidPatterns::is_name_too(std::string_view key) const {
    return names_too_.contains(key);
}

}
