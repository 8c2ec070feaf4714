#include "core/intake/log/log_phrases.hpp"

namespace middleground {

LogPhrases::LogPhrases(const LogWords& words) : words_(words) {
    for (std::uint32_t i = 0; i < words.kinds.size(); ++i)
        add(LogList::kinds, i, words.kinds[i].words);
    for (std::uint32_t i = 0; i < words.their_kinds.size(); ++i)
        add(LogList::their_kinds, i, words.their_kinds[i].words);
    for (std::uint32_t i = 0; i < words.directions.size(); ++i)
        add(LogList::directions, i, words.directions[i].words);
    for (std::uint32_t i = 0; i < words.answers.size(); ++i)
        add(LogList::answers, i, words.answers[i].words);
    for (std::uint32_t i = 0; i < words.short_answers.size(); ++i)
        add(LogList::short_answers, i, words.short_answers[i].words);
    add(LogList::before_kinds, 0, words.before_kinds);
    add(LogList::after_kinds, 0, words.after_kinds);
    add(LogList::before_names, 0, words.before_names);
    add(LogList::before_days, 0, words.before_days);
    add(LogList::places, 0, words.places);
    add(LogList::topics, 0, words.topics);
    add(LogList::their_asks, 0, words.their_asks);
    add(LogList::before_asks, 0, words.before_asks);
    add(LogList::before_answers, 0, words.before_answers);
    add(LogList::reasons, 0, words.reasons);
    add(LogList::by, 0, words.by);
    add(LogList::not_before, 0, words.not_before);
    add(LogList::we, 0, words.we);
    add(LogList::they, 0, words.they);
    add(LogList::given, 0, words.given);
    add(LogList::mailing, 0, words.mailing);
    add(LogList::promises, 0, words.promises);
    add(LogList::promised, 0, words.promised);
    add(LogList::sending, 0, words.sending);
    add(LogList::doing, 0, words.doing);
    add(LogList::next, 0, words.next);
    add(LogList::meeting_again, 0, words.meeting_again);
    add(LogList::concerns, 0, words.concerns);
    add(LogList::concern_signs, 0, words.concern_signs);
    add(LogList::concern_ends, 0, words.concern_ends);
    add(LogList::questions, 0, words.questions);
    add(LogList::statements, 0, words.statements);
    add(LogList::subclauses, 0, words.subclauses);
    add(LogList::doubts, 0, words.doubts);
    add(LogList::articles, 0, words.articles);
    add(LogList::joins, 0, words.joins);
    add(LogList::common, 0, words.common);
    add(LogList::names_too, 0, words.names_too);
}

void LogPhrases::add(LogList list, std::uint32_t entry, const std::vector<std::string>& phrases) {
    for (const auto& text : phrases) {
        Phrase phrase{list, entry, {}};
        for (auto& token : log_tokens(text).list)
            phrase.keys.push_back(std::move(token.key));
        if (phrase.keys.empty()) continue;
        auto& known = by_first_word_[phrase.keys.front()];
        known.push_back(std::move(phrase));
    }
}

PhraseMatch LogPhrases::match(LogList list, std::span<const LogToken> tokens) const {
    PhraseMatch best;
    if (tokens.empty()) return best;
    const auto found = by_first_word_.find(tokens.front().key);
    if (found == by_first_word_.end()) return best;
    for (const auto& phrase : found->second) {
        if (phrase.list != list || phrase.keys.size() <= best.count || phrase.keys.size() > tokens.size()) continue;
        bool fits = true;
        for (std::size_t i = 1; fits && i < phrase.keys.size(); ++i) {
            fits = tokens[i].key == phrase.keys[i] && tokens[i].before <= LogMark::plus;
        }
        if (fits) best = {phrase.keys.size(), phrase.entry};
    }
    return best;
}

}
