#include "app/ui/log_form/log_line.hpp"
#include "core/model/deal.hpp"

#include "core/base/text.hpp"
#include "core/base/typed/typed_date.hpp"

#include <algorithm>
#include <tuple>

namespace middleground {

namespace {

template <typename T>
bool holds(const std::vector<T>& list, const T& value) {
    return std::ranges::find(list, value) != list.end();
}

template <typename T>
void add_once(std::vector<T>& list, const T& value) {
    if (!holds(list, value)) list.push_back(value);
}

// As a field for days would hold it; what has two readings stays as it was typed, so that the field asks.
std::string typed_day(const LogDate& date, std::string_view line, Date today) {
    return date.other ? std::string(line.substr(date.begin, date.end - date.begin)) : day_words(date.day, today);
}

// What one part puts into a draft.
struct Teller {
    LogDraft& draft;
    const LogLineState& state;
    std::string_view line;
    Date today;

    void operator()(const LogKind& kind) const {
        draft.kind = kind.kind;
        draft.direction = kind.direction;
    }
    void operator()(const LogDay& day) const { draft.on = typed_day(day.on, line, today); }
    void operator()(const LogPerson& person) const { add_once(draft.people, person.person); }
    void operator()(const LogPersonUnclear&) const {}
    void operator()(const LogNewPerson& person) const {
        if (holds(state.new_people, person.name)) add_once(draft.new_people, person.name);
    }
    void operator()(const LogAsk& ask) const {
        for (const auto& person : ask.who)
            add_once(draft.people, person);
        const auto typed = [&](const std::optional<LogDate>& date) { return date ? typed_day(*date, line, today) : std::string(); };
        for (const auto& id : ask.commitments) {
            LogDraft::Answer said{id, ask.answer, typed(ask.due), ask.why, typed(ask.not_before), ask.by == Asker::them};
            if (!holds(draft.asks, id)) {
                draft.asks.push_back(id);
                draft.answers.push_back(std::move(said));
                continue;
            }
            // The last word of the line counts; who asked was said before.
            auto& before = *std::ranges::find(draft.answers, id, &LogDraft::Answer::commitment);
            if (ask.answer != CommitmentEventKind::asked) said.by_them = before.by_them;
            before = std::move(said);
        }
    }
    void operator()(const LogConcern& concern) const { draft.raised.push_back({concern.text, concern.who, concern.kind, true}); }
    void operator()(const LogGiven& given) const { draft.given.push_back({given.text, {}, {}, given.keeps}); }
    void operator()(const LogPromise& promise) const {
        draft.promises.push_back({promise.text, promise.due ? typed_day(*promise.due, line, today) : std::string(), promise.to});
    }
    void operator()(const LogNext& next) const {
        draft.next_what = next.what;
        draft.next_commitment = next.commitment;
        draft.next_on = next.on ? typed_day(*next.on, line, today) : std::string();
    }
};

auto said(const LogDraft::Given& given) {
    return std::tie(given.what, given.to, given.keeps);
}
auto said(const LogDraft::Raised& raised) {
    return std::tie(raised.text, raised.of, raised.kind, raised.kind_chosen);
}
auto said(const LogDraft::Promise& promise) {
    return std::tie(promise.what, promise.due, promise.to);
}
auto said(const LogDraft::Answer& answer) {
    return std::tie(answer.commitment, answer.kind, answer.due, answer.why, answer.not_before, answer.by_them);
}
template <typename Tag>
const std::string& said(const Id<Tag>& id) {
    return id.text;
}
const std::string& said(const std::string& text) {
    return text;
}

template <typename T>
bool says(const std::vector<T>& list, const T& value) {
    return std::ranges::any_of(list, [&](const T& one) { return said(one) == said(value); });
}

template <typename T>
void take_value(T& mine, const T& before, const T& now) {
    if (mine == before) mine = now;
}

// What the line no longer says goes; what it says anew comes where the old stood, else at the end.
template <typename T>
void take_list(std::vector<T>& mine, const std::vector<T>& before, const std::vector<T>& now) {
    std::vector<T> fresh;
    for (const auto& one : now) {
        if (!says(before, one) && !says(mine, one)) fresh.push_back(one);
    }
    std::size_t next = 0;
    std::vector<T> result;
    for (auto& one : mine) {
        const bool gone = says(before, one) && !says(now, one);
        if (!gone) {
            result.push_back(std::move(one));
        } else if (next < fresh.size()) {
            result.push_back(std::move(fresh[next++]));
        }
    }
    for (; next < fresh.size(); ++next)
        result.push_back(std::move(fresh[next]));
    mine = std::move(result);
}

const LogDraft::Answer* answer_in(const LogDraft& draft, const CommitmentId& id) {
    const auto found = std::ranges::find(draft.answers, id, &LogDraft::Answer::commitment);
    return found == draft.answers.end() ? nullptr : &*found;
}

void take_answers(LogDraft& draft, const LogDraft& before, const LogDraft& now) {
    take_list(draft.asks, before.asks, now.asks);
    std::vector<LogDraft::Answer> answers;
    for (const auto& id : draft.asks) {
        const auto* mine = answer_in(draft, id);
        const auto* old = answer_in(before, id);
        const auto* fresh = answer_in(now, id);
        const LogDraft::Answer none{id, CommitmentEventKind::asked, {}, {}};
        const bool untouched = !mine || said(*mine) == said(old ? *old : none);
        answers.push_back(fresh && untouched ? *fresh : mine ? *mine : none);
    }
    draft.answers = std::move(answers);
}

// Every day that the meaning says.
std::vector<LogDate*> days_of_meaning(LogMeaning& meaning) {
    std::vector<LogDate*> days;
    const auto add = [&](std::optional<LogDate>& date) {
        if (date) days.push_back(&*date);
    };
    if (auto* one = std::get_if<LogDay>(&meaning)) days.push_back(&one->on);
    if (auto* ask = std::get_if<LogAsk>(&meaning)) {
        add(ask->due);
        add(ask->not_before);
    }
    if (auto* promise = std::get_if<LogPromise>(&meaning)) add(promise->due);
    if (auto* next = std::get_if<LogNext>(&meaning)) add(next->on);
    return days;
}

LogLine corrected(LogLine read, std::string_view line, const LogLineState& state) {
    for (auto& part : read.parts) {
        const auto words = line.substr(part.begin, part.end - part.begin);
        for (const auto& correction : state.corrections) {
            if (correction.words != words) continue;
            part.meaning = correction.meaning;
            for (auto* day : days_of_meaning(part.meaning)) {
                day->begin += part.begin - correction.begin;
                day->end += part.begin - correction.begin;
            }
        }
    }
    return read;
}

void read_again(LogDraft& draft, const LogDraft& before, const Deal& deal, const LogWords& words, Date today) {
    auto& state = draft.line_state;
    state.read = corrected(read_log_line(draft.line, deal, words, today, state.plain), draft.line, state);
    state.taken = draft.line;
    take_line(draft, before, draft_of_line(state.read, draft.line, state, today));
}

LogDraft said_before(const LogDraft& draft, Date today) {
    const auto& state = draft.line_state;
    return draft_of_line(state.read, state.taken.value_or(std::string()), state, today);
}

// A name that nobody has chosen a person for yet stays in the words, so that an entry that is kept without it still has it.
std::string with_open_names(const LogLine& read, std::string_view line, const LogLineState& state) {
    std::vector<std::string> names;
    for (const auto& part : read.parts) {
        const auto* person = std::get_if<LogNewPerson>(&part.meaning);
        const bool is_open = person ? !holds(state.new_people, person->name) : std::holds_alternative<LogPersonUnclear>(part.meaning);
        std::string words(line.substr(part.begin, part.end - part.begin));
        if (is_open && read.summary.find(words) == std::string::npos) add_once(names, words);
    }
    if (names.empty()) return read.summary;
    return joined(names) + (read.summary.empty() ? "" : ": " + read.summary);
}

std::string words_of(const LogDraft& draft, const LogPart& part) {
    return draft.line.substr(part.begin, part.end - part.begin);
}

}

LogDraft draft_of_line(const LogLine& read, std::string_view line, const LogLineState& state, Date today) {
    LogDraft draft;
    for (const auto& part : read.parts)
        std::visit(Teller{draft, state, line, today}, part.meaning);
    draft.summary = with_open_names(read, line, state);
    return draft;
}

void take_line(LogDraft& draft, const LogDraft& before, const LogDraft& now) {
    take_value(draft.kind, before.kind, now.kind);
    take_value(draft.direction, before.direction, now.direction);
    take_value(draft.on, before.on, now.on);
    take_value(draft.summary, before.summary, now.summary);
    take_value(draft.next_what, before.next_what, now.next_what);
    take_value(draft.next_on, before.next_on, now.next_on);
    take_value(draft.next_commitment, before.next_commitment, now.next_commitment);
    take_list(draft.people, before.people, now.people);
    take_list(draft.new_people, before.new_people, now.new_people);
    take_list(draft.given, before.given, now.given);
    take_list(draft.raised, before.raised, now.raised);
    take_list(draft.promises, before.promises, now.promises);
    take_answers(draft, before, now);
}

bool read_draft_line(LogDraft& draft, const Deal& deal, const LogWords& words, Date today) {
    auto& state = draft.line_state;
    if (!state.taken) {
        // A new draft, or a stored one: its members already hold what the line said, with what was changed since. What comes later is read,
        // be it pasted as a whole.
        state.taken = draft.line;
        state.read = read_log_line(draft.line, deal, words, today, state.plain);
        // Who was somebody of the deal when it was stored, and is not any more, is a name now that stays in the words.
        if (!draft.left_out.empty() && draft.summary == state.read.summary) draft.summary = with_open_names(state.read, draft.line, state);
        return true;
    }
    if (state.taken.value_or(std::string()) == draft.line) return false;
    read_again(draft, said_before(draft, today), deal, words, today);
    return true;
}

void leave_out_what_is_gone(LogDraft& draft, const Deal& deal, const LogWords& words, Date today) {
    const auto gone = [&](const StakeholderId& id) { return !find(deal, id); };
    const bool asks_for_gone = std::ranges::any_of(draft.line_state.read.parts, [&](const LogPart& part) {
        const auto* unclear = std::get_if<LogPersonUnclear>(&part.meaning);
        return unclear && std::ranges::any_of(unclear->people, gone);
    });
    auto kept = without_what_is_gone(draft, deal);
    if (kept.left_out == draft.left_out && !asks_for_gone) return;
    // First the line, while the draft still holds what it said: then what was changed by hand is told from it.
    if (draft.line_state.taken) {
        draft.line_state.corrections = kept.line_state.corrections;
        read_again(draft, said_before(draft, today), deal, words, today);
        const auto told = std::move(kept.left_out);
        kept = without_what_is_gone(std::move(draft), deal);
        kept.left_out = told;
    }
    draft = std::move(kept);
}

void make_plain(LogDraft& draft, const LogPart& part, const Deal& deal, const LogWords& words, Date today) {
    const auto before = said_before(draft, today);
    add_once(draft.line_state.plain, words_of(draft, part));
    read_again(draft, before, deal, words, today);
}

void correct(LogDraft& draft, const LogPart& part, LogMeaning meaning, const Deal& deal, const LogWords& words, Date today) {
    const auto before = said_before(draft, today);
    auto said_words = words_of(draft, part);
    std::erase_if(draft.line_state.corrections, [&](const LogCorrection& one) { return one.words == said_words; });
    draft.line_state.corrections.push_back({std::move(said_words), std::move(meaning), part.begin});
    read_again(draft, before, deal, words, today);
}

void add_new_person(LogDraft& draft, const LogPart& part, const Deal& deal, const LogWords& words, Date today) {
    const auto* person = std::get_if<LogNewPerson>(&part.meaning);
    if (!person) return;
    const auto before = said_before(draft, today);
    add_once(draft.line_state.new_people, person->name);
    read_again(draft, before, deal, words, today);
}

}
