#include "core/intake/tables/words.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace middleground {

namespace {

// Bytes of the character at `at` when it is a sign or a space, 0 when it belongs to a word.
std::size_t sign_length(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ? 0 : 1;
    const auto next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0;
    if (byte == 0xc2 && next >= 0x80 && next <= 0xbf) return 2;                                   // signs of Latin-1
    if (byte == 0xe2 && (next == 0x80 || next == 0x81)) return std::min<std::size_t>(3, text.size() - at); // general punctuation
    return 0;
}

}

std::string heading_key(std::string_view text) {
    const auto lower = folded(text);
    std::string key;
    for (std::size_t at = 0; at < lower.size();) {
        const auto sign = sign_length(lower, at);
        if (sign == 0) key += lower[at];
        at += std::max<std::size_t>(1, sign);
    }
    return key;
}

std::string words_key(std::string_view text) {
    const auto lower = folded(text);
    std::string key = " ";
    for (std::size_t at = 0; at < lower.size();) {
        const auto sign = sign_length(lower, at);
        if (sign == 0) {
            key += lower[at];
        } else if (key.back() != ' ') {
            key += ' ';
        }
        at += std::max<std::size_t>(1, sign);
    }
    if (key.back() != ' ') key += ' ';
    return key;
}

ImportWords::ImportWords(std::span<const ImportVocabulary> vocabularies) {
    for (const auto& vocabulary : vocabularies) {
        for (const auto& entry : vocabulary.outcomes) {
            for (const auto& words : entry.words) outcomes_.add(words, entry.outcome);
        }
        for (const auto& entry : vocabulary.roles) {
            for (const auto& words : entry.words) roles_.add(words, entry.role);
        }
        for (const auto& entry : vocabulary.functions) {
            for (const auto& words : entry.words) functions_.add(words, entry.function);
        }
        for (const auto& words : vocabulary.yes) yes_.push_back(folded(words));
        for (const auto& words : vocabulary.totals) totals_.push_back(words_key(words));
    }
}

template <typename E>
std::optional<E> ImportWords::Table<E>::find(std::string_view text) {
    constexpr std::size_t most_known = 50000; // of hostile files
    constexpr std::size_t longest = 500;
    if (text.empty()) return {};
    const auto [place, is_new] = known.try_emplace(std::string(text.substr(0, longest)));
    if (!is_new) return place->second;
    const auto key = words_key(text.substr(0, longest));
    std::size_t best = 0;
    std::optional<E> found;
    for (const auto& phrase : phrases) {
        if (phrase.key.size() > best && key.contains(phrase.key)) {
            best = phrase.key.size();
            found = phrase.value;
        }
    }
    place->second = found;
    if (known.size() > most_known) known.clear();
    return found;
}

std::optional<ImportedOutcome> ImportWords::outcome(std::string_view text) {
    return outcomes_.find(text);
}

std::optional<Role> ImportWords::role(std::string_view text) {
    return roles_.find(text);
}

std::optional<Function> ImportWords::function(std::string_view text) {
    return functions_.find(text);
}

bool ImportWords::is_yes(std::string_view text) const {
    return std::ranges::find(yes_, folded(trimmed(text))) != yes_.end();
}

bool ImportWords::begins_totals(std::string_view first_value) const {
    // "Grand Totals (12 records)", "Total", "Summe"; not "Total Logistics Ltd".
    const auto key = words_key(first_value.substr(0, 100));
    return std::ranges::any_of(totals_, [&](const std::string& words) {
        if (!key.starts_with(words)) return false;
        const auto rest = std::string_view(key).substr(words.size());
        return rest.empty() || (rest.front() >= '0' && rest.front() <= '9');
    });
}

}
