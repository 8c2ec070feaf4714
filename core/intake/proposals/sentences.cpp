#include "core/intake/proposals/sentences.hpp"

#include "core/base/letters/plain_letters.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

constexpr std::size_t shortest_sentence = 8;   // bytes
constexpr std::size_t longest_sentence = 500;
constexpr std::size_t most_sentences = 400;    // of one text

bool ends_sentence(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (c == '\n') return true;
    if (c != '.' && c != '?' && c != '!') return false;
    return at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n' || text[at + 1] == '"' || text[at + 1] == ')';
}

// Without marks of a list before it.
std::string_view without_bullet(std::string_view line) {
    line = trimmed(line);
    while (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("\u2022 ")) {
        line = trimmed(line.substr(line.front() == '\xe2' ? 3 : 1));
    }
    const auto digits = line.find_first_not_of("0123456789");
    if (digits != std::string_view::npos && digits > 0 && digits < 3 && (line[digits] == '.' || line[digits] == ')')) line = trimmed(line.substr(digits + 1));
    return line;
}

// As the reader of the log leaves them out.
std::string_view without_article(std::string_view text) {
    for (const std::string_view article : {"the ", "a ", "an ", "our "}) {
        if (text.starts_with(article) && text.size() > article.size()) return text.substr(article.size());
    }
    return text;
}

std::string one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
        const bool blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
        if (!blank) line += c;
        else if (!line.ends_with(' ')) line += ' ';
    }
    return std::string(trimmed(line));
}

}

std::vector<std::string> sentences_of(std::string_view text) {
    std::vector<std::string> sentences;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size() && sentences.size() < most_sentences; ++at) {
        // A line that a mail program broke goes on with a small letter.
        if (text[at] == '\n' && at + 1 < text.size() && text[at + 1] >= 'a' && text[at + 1] <= 'z' && at > begin && text[at - 1] != '\n') continue;
        if (!ends_sentence(text, at)) continue;
        const auto sentence = without_bullet(text.substr(begin, at + 1 - begin));
        if (sentence.size() >= shortest_sentence && sentence.size() <= longest_sentence) sentences.push_back(one_line(sentence));
        begin = at + 1;
    }
    const auto rest = without_bullet(text.substr(std::min(begin, text.size())));
    if (rest.size() >= shortest_sentence && rest.size() <= longest_sentence) sentences.push_back(one_line(rest));
    return sentences;
}

// Without the words that only say that it is one: "I am worried about the effort" is "The effort".
std::string concern_in(std::string_view text) {
    for (const std::string_view who : {"i am ", "i'm ", "i\u2019m ", "we are ", "we're ", "we\u2019re ", "am ", "are "}) {
        if (!folded(text).starts_with(who)) continue;
        for (const std::string_view how : {"worried about ", "worried that ", "concerned about ", "concerned that ", "afraid of ", "afraid that "}) {
            const auto rest = text.substr(who.size());
            if (folded(rest).starts_with(how) && rest.size() > how.size()) return capitalised(without_article(rest.substr(how.size())));
        }
    }
    return std::string(text);
}

// "You the sizing sheet" of "I will send you the sizing sheet".
std::string promise_in(std::string_view text) {
    for (const std::string_view whom : {"You ", "Them ", "Him ", "Her "}) {
        if (text.starts_with(whom) && text.size() > whom.size()) {
            text.remove_prefix(whom.size());
            return capitalised(without_article(text));
        }
    }
    return std::string(text);
}

std::string without_we(std::string_view words) {
    for (const std::string_view we : {"we have ", "we've ", "we\u2019ve ", "we ", "i have ", "i've ", "i\u2019ve ", "i "}) {
        if (folded(words).starts_with(we) && words.size() > we.size()) return capitalised(words.substr(we.size()));
    }
    return std::string(words);
}

int words_in(std::string_view text) {
    return static_cast<int>(std::ranges::count(text, ' ')) + 1;
}

// "How are you?" and the like.
bool is_small_talk(std::string_view sentence) {
    const auto plain = plain_letters(sentence);
    constexpr std::array<std::string_view, 9> begins{"how are you", "how is it going", "hope you", "can you hear", "can everyone", "does that make sense", "right?", "you know", "wie geht"};
    return std::ranges::any_of(begins, [&](std::string_view begin) { return plain.starts_with(begin); });
}

bool asks_for_something(std::string_view sentence) {
    const auto plain = ' ' + plain_letters(sentence) + ' ';
    constexpr std::array<std::string_view, 9> signs{" please ", " could you ", " can you ", " would you ", " can we ", " could we ", " shall we ", " konnten sie ", " bitte "};
    return sentence.ends_with('?') || std::ranges::any_of(signs, [&](std::string_view sign) { return plain.find(sign) != std::string::npos; });
}

}
