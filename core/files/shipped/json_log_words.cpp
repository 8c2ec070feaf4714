#include "core/files/json.hpp"
#include "core/files/json_file.hpp"
#include "core/files/json_reader.hpp"

#include "core/base/text.hpp"

#include <map>

namespace middleground {

// Only read.
using rows::row;
using rows::table_for;

template <>
const MemberTable& members_of<LogKindWords>() {
    static constexpr Member members[]{
        row<&LogKindWords::kind>("kind"),
        row<&LogKindWords::direction>("direction"),
        row<&LogKindWords::words>("words"),
    };
    static constexpr auto table = table_for<LogKindWords>(members);
    return table;
}

template <>
const MemberTable& members_of<LogAnswerWords>() {
    static constexpr Member members[]{
        row<&LogAnswerWords::answer>("answer"),
        row<&LogAnswerWords::words>("words"),
    };
    static constexpr auto table = table_for<LogAnswerWords>(members);
    return table;
}

template <>
const MemberTable& members_of<LogDirectionWords>() {
    static constexpr Member members[]{
        row<&LogDirectionWords::direction>("direction"),
        row<&LogDirectionWords::words>("words"),
    };
    static constexpr auto table = table_for<LogDirectionWords>(members);
    return table;
}

template <>
const MemberTable& members_of<LogWords>() {
    static constexpr Member members[]{
        row<&LogWords::language>("language"),
        row<&LogWords::kinds>("kinds"),
        row<&LogWords::their_kinds>("their_kinds"),
        row<&LogWords::directions>("directions"),
        row<&LogWords::answers>("answers"),
        row<&LogWords::short_answers>("short_answers"),
        row<&LogWords::before_kinds>("before_kinds"),
        row<&LogWords::after_kinds>("after_kinds"),
        row<&LogWords::before_names>("before_names"),
        row<&LogWords::before_days>("before_days"),
        row<&LogWords::places>("places"),
        row<&LogWords::topics>("topics"),
        row<&LogWords::their_asks>("their_asks"),
        row<&LogWords::before_asks>("before_asks"),
        row<&LogWords::before_answers>("before_answers"),
        row<&LogWords::reasons>("reasons"),
        row<&LogWords::by>("by"),
        row<&LogWords::not_before>("not_before"),
        row<&LogWords::we>("we"),
        row<&LogWords::they>("they"),
        row<&LogWords::given>("given"),
        row<&LogWords::mailing>("mailing"),
        row<&LogWords::promises>("promises"),
        row<&LogWords::promised>("promised"),
        row<&LogWords::sending>("sending"),
        row<&LogWords::doing>("doing"),
        row<&LogWords::next>("next"),
        row<&LogWords::meeting_again>("meeting_again"),
        row<&LogWords::concerns>("concerns"),
        row<&LogWords::concern_signs>("concern_signs"),
        row<&LogWords::concern_ends>("concern_ends"),
        row<&LogWords::questions>("questions"),
        row<&LogWords::statements>("statements"),
        row<&LogWords::subclauses>("subclauses"),
        row<&LogWords::doubts>("doubts"),
        row<&LogWords::articles>("articles"),
        row<&LogWords::joins>("joins"),
        row<&LogWords::common>("common"),
        row<&LogWords::names_too>("names_too"),
    };
    static constexpr auto table = table_for<LogWords>(members);
    return table;
}

namespace io {

namespace {

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
    const auto& table = members_of<LogWords>();
    for (const auto& member : table.rows) {
        if (member.kind != MemberKind::texts) continue;
        if (auto fine = Seen().add(member.in<std::vector<std::string>>(&words), std::string(member.key)); !fine) return fine;
    }
    for (const auto& pair : opposites) {
        Seen seen;
        for (const auto name : {pair.one, pair.other}) {
            const auto* member = table.find(name);
            if (!member) continue;
            if (auto fine = seen.add(member->in<std::vector<std::string>>(&words), std::string(name)); !fine) return fine;
        }
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
    reader.whole(marker_of(FileKind::log_words), version);
    reader.members(words);
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

}
