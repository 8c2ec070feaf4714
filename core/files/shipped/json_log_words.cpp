#include "core/files/json.hpp"
#include "core/files/json_file.hpp"
#include "core/files/json_reader.hpp"

#include "core/base/text.hpp"

#include <map>

namespace middleground::io {

// Only read. Found by name lookup from JsonReader::list.
static void describe(JsonReader& form, LogKindWords& words) {
    form.choice("kind", words.kind);
    form.choice("direction", words.direction);
    form.texts("words", words.words);
}

static void describe(JsonReader& form, LogAnswerWords& words) {
    form.choice("answer", words.answer);
    form.texts("words", words.words);
}

static void describe(JsonReader& form, LogDirectionWords& words) {
    form.choice("direction", words.direction);
    form.texts("words", words.words);
}

namespace {

struct PlainList {
    std::string_view name;
    std::vector<std::string> LogWords::*words;
};
// In the order of LogWords.
constexpr PlainList plain_lists[]{{"before_kinds", &LogWords::before_kinds},
                                  {"after_kinds", &LogWords::after_kinds},
                                  {"before_names", &LogWords::before_names},
                                  {"before_days", &LogWords::before_days},
                                  {"before_asks", &LogWords::before_asks},
                                  {"before_answers", &LogWords::before_answers},
                                  {"reasons", &LogWords::reasons},
                                  {"by", &LogWords::by},
                                  {"we", &LogWords::we},
                                  {"they", &LogWords::they},
                                  {"given", &LogWords::given},
                                  {"promises", &LogWords::promises},
                                  {"sending", &LogWords::sending},
                                  {"doing", &LogWords::doing},
                                  {"next", &LogWords::next},
                                  {"meeting_again", &LogWords::meeting_again},
                                  {"concerns", &LogWords::concerns},
                                  {"concern_signs", &LogWords::concern_signs},
                                  {"concern_ends", &LogWords::concern_ends},
                                  {"doubts", &LogWords::doubts},
                                  {"articles", &LogWords::articles},
                                  {"joins", &LogWords::joins},
                                  {"common", &LogWords::common},
                                  {"names_too", &LogWords::names_too}};

// Words that would mean one thing and its opposite.
struct Opposites {
    std::string_view one;
    std::string_view other;
};
constexpr Opposites opposites[]{
    {"we", "they"}, {"sending", "doing"}, {"given", "sending"}, {"concern_signs", "concern_ends"}, {"common", "names_too"}};

bool holds_a_word(std::string_view text) {
    return text.find_first_not_of(" \t\n.,;:!?()[]+&/'\"-") != std::string_view::npos;
}

// Takes the rows of words of one list in turn, and remembers where each stood.
class Seen {
public:
    Result<void> add(const std::vector<std::string>& words, const std::string& place) {
        for (std::size_t i = 0; i < words.size(); ++i) {
            const auto where = place + '[' + std::to_string(i) + ']';
            if (!holds_a_word(words[i])) return fail("A row of words has no word", where, "Fill it in, or take it out.");
            const auto [known, is_new] = places_.try_emplace(folded(words[i]), place);
            if (is_new) continue;
            if (known->second == place) return fail('"' + words[i] + "\" appears twice", where, "Take one out.");
            return fail('"' + words[i] + "\" has two meanings", where + " and " + known->second, "Take it out of one of them.");
        }
        return {};
    }

private:
    std::map<std::string, std::string> places_;
};

template <typename Entry>
Result<void> check_entries(const std::vector<Entry>& entries, const std::string& name) {
    Seen seen;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto place = name + '[' + std::to_string(i) + ']';
        if (entries[i].words.empty()) return fail("A meaning has no words", place, "Give it some, or take it out.");
        if (auto fine = seen.add(entries[i].words, place + ".words"); !fine) return fine;
    }
    return {};
}

Result<void> check_answers(const std::vector<LogAnswerWords>& answers, const std::string& name, bool asked_too) {
    for (std::size_t i = 0; i < answers.size(); ++i) {
        using enum CommitmentEventKind;
        const auto answer = answers[i].answer;
        if (answer == agreed || answer == declined || answer == kept || (answer == asked && asked_too)) continue;
        return fail('"' + std::string(key_of(answer)) + "\" is not an answer", name + '[' + std::to_string(i) + "].answer",
                    asked_too ? "Write asked, agreed, declined or kept." : "Write agreed, declined or kept.");
    }
    return check_entries(answers, name);
}

Result<void> check(const LogWords& words) {
    if (words.language.empty()) return fail("The language is missing", "language", "Write its two letters, for example \"en\".");
    for (const auto& fine : {check_entries(words.kinds, "kinds"), check_entries(words.their_kinds, "their_kinds"),
                             check_entries(words.directions, "directions"), check_answers(words.answers, "answers", true),
                             check_answers(words.short_answers, "short_answers", false)}) {
        if (!fine) return fine;
    }
    const auto list_of = [&](std::string_view name) -> const std::vector<std::string>& {
        for (const auto& list : plain_lists) {
            if (list.name == name) return words.*list.words;
        }
        return words.common;
    };
    for (const auto& list : plain_lists) {
        if (auto fine = Seen().add(words.*list.words, std::string(list.name)); !fine) return fine;
    }
    for (const auto& pair : opposites) {
        Seen seen;
        if (auto fine = seen.add(list_of(pair.one), std::string(pair.one)); !fine) return fine;
        if (auto fine = seen.add(list_of(pair.other), std::string(pair.other)); !fine) return fine;
    }
    return {};
}

}

Result<LogWords> read_log_words(std::string_view text) {
    const auto file = open_file(text, FileKind::log_words);
    if (!file) return std::unexpected(file.error());
    LogWords words;
    Reading reading;
    const Place root;
    JsonReader reader(*file, root, reading);
    int version = 0;
    reader.whole(marker_of(FileKind::log_words), version, 0);
    reader.text("language", words.language);
    reader.list("kinds", words.kinds);
    reader.list("their_kinds", words.their_kinds);
    reader.list("directions", words.directions);
    reader.list("answers", words.answers);
    reader.list("short_answers", words.short_answers);
    for (const auto& list : plain_lists)
        reader.texts(list.name, words.*list.words);
    if (reading.error) return std::unexpected(*reading.error);
    const auto unknown = reader.take_unknown();
    for (const auto& [name, value] : unknown.items()) {
        if (name != marker_of(FileKind::log_words))
            return fail("There is no list of that name", name, "Check how it is written, or take it out.");
    }
    if (auto fine = check(words); !fine) return std::unexpected(fine.error());
    return words;
}

}
