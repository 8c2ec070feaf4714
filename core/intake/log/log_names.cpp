#include "core/intake/log/log_names.hpp"

#include "core/base/code_point.hpp"
#include "core/base/letters/plain_letters.hpp"
#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/base/typed/typo.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr std::size_t shortest_beginning = 3;
constexpr std::size_t most_meant = 4;   // more people than that are no question any more
constexpr std::size_t longest_name = 4; // words of a name that nobody has
constexpr std::size_t longest_word = 40;

std::string without_apostrophes(std::string word) {
    std::erase(word, '\'');
    return word;
}

void add_once(std::vector<std::uint32_t>& people, std::uint32_t person) {
    if (people.empty() || people.back() != person) people.push_back(person);
}

bool holds(const std::vector<std::string>& words, const std::string& word) {
    return std::ranges::find(words, word) != words.end();
}

bool follows(const LogToken& token) {
    return token.before == LogMark::none || token.before == LogMark::joined;
}

}

LogNames::LogNames(const Deal& deal, const LogPhrases& phrases) : phrases_(phrases) {
    for (const auto& stakeholder : deal.stakeholders) {
        const auto place = static_cast<std::uint32_t>(people_.size());
        Person person{stakeholder.id, {}, {}};
        std::vector<std::string> initials;
        for (const auto& token : log_tokens(stakeholder.name).list) {
            auto word = without_apostrophes(token.key);
            if (word.empty()) continue;
            initials.push_back(word.substr(0, code_point_at(word, 0).length));
            add_once(by_word_[word], place);
            const auto text = std::string_view(stakeholder.name).substr(token.begin, token.end - token.begin);
            auto spelt = without_apostrophes(spelt_out_letters(text));
            if (spelt != word) add_once(by_word_[spelt], place);
            person.words.push_back(std::move(word));
            person.spelt.push_back(std::move(spelt));
        }
        if (initials.size() >= 2) {
            std::string all;
            for (const auto& initial : initials)
                all += initial;
            add_once(by_initials_[all], place);
            if (initials.size() > 2) add_once(by_initials_[initials.front() + initials.back()], place);
        }
        if (!stakeholder.contact.empty()) add_once(by_contact_[plain_letters(trimmed(stakeholder.contact))], place);
        people_.push_back(std::move(person));
    }
}

NameMatch LogNames::match_of(std::size_t count, const People& people) const {
    NameMatch match{count, {}, {}};
    for (const auto place : people)
        match.ids.push_back(people_[place].id);
    return match;
}

bool LogNames::is_common(const LogToken& token) const {
    return static_cast<bool>(phrases_.match(LogList::common, std::span(&token, 1)));
}

bool LogNames::is_word_too(const LogToken& token) const {
    return is_common(token) || phrases_.match(LogList::names_too, std::span(&token, 1));
}

bool LogNames::is_initial(const LogToken& token) const {
    if (token.key.size() != 1 || token.number) return false;
    const auto word = std::span(&token, 1);
    return token.capital || (!is_common(token) && !phrases_.match(LogList::directions, word)); // "anna h", but not "anna w tom"
}

// How many words of the tokens are this person's name; the first is known to be one of them. A last one may be cut short: "Anna K".
std::size_t LogNames::words_of(const Person& person, std::span<const LogToken> tokens) const {
    std::size_t count = 1;
    while (count < tokens.size() && count < person.words.size()) {
        const auto key = without_apostrophes(tokens[count].key);
        // "Sora Kim (1)", where two have one name.
        const bool in_brackets = tokens[count].before == LogMark::open;
        if (!follows(tokens[count]) && !in_brackets) break;
        if (holds(person.words, key) || holds(person.spelt, key)) {
            ++count;
            continue;
        }
        if (in_brackets) break;
        const bool initial = is_initial(tokens[count]);
        const bool beginning = key.size() >= shortest_beginning && tokens[count].capital;
        const bool cut =
            std::any_of(person.words.begin() + 1, person.words.end(), [&](const std::string& word) { return word.starts_with(key); });
        return (initial || beginning) && cut ? count + 1 : count;
    }
    return count;
}

NameMatch LogNames::known(std::span<const LogToken> tokens, NamePlace place) const {
    if (tokens.empty()) return {};
    const auto& first = tokens.front();
    if (first.address) {
        const auto found = by_contact_.find(first.key);
        return found == by_contact_.end() ? NameMatch{} : match_of(1, found->second);
    }
    if (first.number) return {}; // the "1" of "Sora Kim (1)" is nobody
    const auto key = without_apostrophes(first.key);
    const bool common = is_word_too(first);
    const bool expected = place == NamePlace::expected;
    if (const auto exact = by_word_.find(key); exact != by_word_.end()) {
        std::size_t most = 0;
        People best;
        for (const auto person : exact->second) {
            const auto count = words_of(people_[person], tokens);
            if (count > most) best.clear();
            if (count >= most) best.push_back(person);
            most = std::max(most, count);
        }
        // "will send" is not Will; "Will" and "will turner" are.
        if (most > 1 || first.capital || expected || !common) return match_of(most, best);
        return {};
    }
    if (first.all_capitals) {
        if (const auto found = by_initials_.find(key); found != by_initials_.end()) return match_of(1, found->second);
    }
    if (common || key.size() < shortest_beginning || (!expected && !first.capital)) return {};
    People people;
    for (auto one = by_word_.lower_bound(key); one != by_word_.end() && one->first.starts_with(key); ++one) {
        for (const auto person : one->second) {
            if (std::ranges::find(people, person) == people.end()) people.push_back(person);
            if (people.size() > most_meant) return {};
        }
    }
    sort_list(people);
    return people.empty() ? NameMatch{} : match_of(1, people);
}

bool LogNames::is_name_word(const LogToken& token) const {
    return token.capital && !token.all_capitals && !token.address && token.end - token.begin >= 2 && !is_common(token);
}

LogNames::People LogNames::like(std::span<const LogToken> tokens) const {
    People people;
    for (const auto& token : tokens) {
        const auto key = without_apostrophes(token.key);
        if (key.size() < 3 || token.key.find('\'') != std::string::npos) continue;
        const int most = key.size() < 6 ? 1 : 2;
        for (const auto& [word, owners] : by_word_) {
            if (word.size() < 3 || key.size() > longest_word || typing_distance(key, word, most) > most) continue;
            for (const auto person : owners) {
                if (std::ranges::find(people, person) == people.end()) people.push_back(person);
            }
        }
    }
    sort_list(people);
    if (people.size() > most_meant) people.clear();
    return people;
}

NameMatch LogNames::unknown(std::span<const LogToken> tokens) const {
    if (tokens.empty() || is_common(tokens.front())) return {};
    const auto& first = tokens.front();
    if (!is_name_word(first)) {
        // In small letters it is a name only when it nearly is somebody's.
        if (first.capital || first.number || first.address || first.key.size() < 4 || is_word_too(first)) return {};
        const auto meant = like(tokens.first(1));
        return meant.empty() ? NameMatch{} : NameMatch{1, {}, match_of(1, meant).ids};
    }
    std::size_t count = 1;
    while (count < tokens.size() && count < longest_name && follows(tokens[count])) {
        if (is_name_word(tokens[count])) {
            ++count;
        } else if (count + 1 < tokens.size() && count + 1 < longest_name && tokens[count].key.size() <= 3 && !is_common(tokens[count]) &&
                   !tokens[count].number && follows(tokens[count + 1]) && is_name_word(tokens[count + 1])) {
            count += 2; // "Jan de Vries"
        } else {
            break;
        }
    }
    return {count, {}, match_of(1, like(tokens.first(count))).ids};
}

}
