#include "core/intake/log/log_titles.hpp"

namespace middleground {

namespace {

constexpr std::size_t shortest_part = 4;  // letters of a word that stands for a title
constexpr std::size_t longest_title = 20; // words that are compared

}

LogTitles::LogTitles(const Deal& deal, const LogPhrases& phrases) : phrases_(phrases) {
    for (const auto& commitment : deal.commitments) {
        Title title{commitment.id, {}};
        for (auto& token : log_tokens(commitment.title).list) {
            if (title.words.size() == longest_title) break;
            by_word_[token.key].push_back({static_cast<std::uint32_t>(titles_.size()), static_cast<std::uint32_t>(title.words.size())});
            title.words.push_back(std::move(token.key));
        }
        titles_.push_back(std::move(title));
    }
}

bool LogTitles::says_enough(const std::string& word) const {
    LogToken token;
    token.key = word;
    return word.size() >= shortest_part && !phrases_.match(LogList::common, std::span(&token, 1));
}

TitleMatch LogTitles::match(std::span<const LogToken> tokens) const {
    if (tokens.empty()) return {};
    const auto found = by_word_.find(tokens.front().key);
    if (found == by_word_.end()) return {};
    TitleMatch best;
    bool several = false;
    for (const auto& place : found->second) {
        const auto& title = titles_[place.title];
        std::size_t count = 0;
        bool enough = false;
        while (count < tokens.size() && place.word + count < title.words.size() && tokens[count].key == title.words[place.word + count] &&
               (count == 0 || tokens[count].before <= LogMark::plus)) {
            enough = enough || says_enough(tokens[count].key);
            ++count;
        }
        const bool whole = count == title.words.size();
        if (!whole && !enough) continue;
        // More words say more; of as many, a whole title is meant rather than a part of another.
        const bool better = count > best.count || (count == best.count && whole && !best.whole);
        const bool same = count == best.count && whole == best.whole && title.id != best.commitment;
        if (better) {
            best = {count, title.id, whole};
            several = false;
        } else if (same) {
            several = true;
        }
    }
    return several ? TitleMatch{} : best;
}

}
