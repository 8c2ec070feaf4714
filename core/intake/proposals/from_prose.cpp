#include "core/intake/proposals/planning.hpp"
#include "core/intake/proposals/sentences.hpp"

#include "core/analysis/said/said_people.hpp"
#include "core/analysis/said/said_reader.hpp"
#include "core/analysis/wording.hpp"
#include "core/base/letters/plain_letters.hpp"
#include "core/base/text.hpp"
#include "core/intake/log/log_line.hpp"
#include "core/model/names.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr int fewest_words = 4; // of a question: "Any news?" is none to keep

class ProseReader {
public:
    ProseReader(Planning& planning, const Prose& prose, int most) : planning_(planning), prose_(prose), most_(most) {}

    int read() {
        for (const auto& words : sentences_of(prose_.text)) {
            if (count_ >= most_) break;
            const bool question = words.ends_with('?') && !prose_.ours;
            if (prose_.wanted == Wanted::questions ? !question : question && prose_.wanted == Wanted::all_but_questions) continue;
            // A line of the log is the seller's own: what "we" agreed to in theirs is their answer.
            const auto told = prose_.ours ? words : without_we(words);
            const auto line = read_log_line(told, planning_.deal(), planning_.words().log, prose_.on);
            if (prose_.ours) read_ours(words, line);
            else read_theirs(words, line);
        }
        return count_;
    }

private:
    void read_ours(const std::string& words, const LogLine& line) {
        for (const auto& part : line.parts) {
            if (const auto* promise = std::get_if<LogPromise>(&part.meaning)) put_promise(*promise, words);
        }
        if (!asks_for_something(words)) return;
        for (const auto& commitment : planning_.deal().commitments) {
            if (names(words, commitment)) put_ask(commitment, words, Asker::us);
        }
    }

    void read_theirs(const std::string& words, const LogLine& line) {
        if (!prose_.speaker) return;
        for (const auto& part : line.parts) {
            const auto* ask = std::get_if<LogAsk>(&part.meaning);
            if (!ask || ask->answer == CommitmentEventKind::asked || words.ends_with('?')) continue;
            for (const auto& id : ask->commitments) {
                if (const auto* commitment = find(planning_.deal(), id)) put_answer(*commitment, *ask, words);
            }
        }
        if (const auto& said = planning_.words().wording.said; said && asks_for_decision(words, *said)) {
            const auto decision = std::ranges::find(planning_.deal().commitments, true, &Commitment::decides);
            if (decision != planning_.deal().commitments.end()) put_ask(*decision, words, Asker::them);
        }
        if (words.ends_with('?')) {
            if (words_in(words) >= fewest_words && !is_small_talk(words)) put_concern(capitalised(words), words, ConcernKind::question, {});
            return;
        }
        for (const auto& part : line.parts) {
            if (const auto* concern = std::get_if<LogConcern>(&part.meaning)) put_concern(concern_in(concern->text), words, concern->kind, concern->who);
        }
    }

    bool asks_for_decision(const std::string& words, const SaidPatterns& patterns) const {
        const SaidPeople people(planning_.deal(), patterns);
        Speech speech;
        speech.text = words;
        speech.on = speech.earliest = prose_.on;
        speech.speaker = prose_.speaker->id;
        speech.theirs = true;
        return std::ranges::any_of(statements_in(speech, patterns, people), [](const SaidStatement& one) { return one.kind == SaidKind::asked_for_decision; });
    }

    // Whether a text has the whole title in it. A title of one word ("Invest") is a usual word, too, unless it is written as the title is.
    static bool names(std::string_view words, const Commitment& commitment) {
        const auto title = plain_letters(trimmed(commitment.title));
        if (title.size() < 5) return false;
        if (title.find(' ') == std::string::npos) {
            const auto as_written = words.find(trimmed(commitment.title));
            if (as_written == std::string_view::npos || as_written == 0) return false;
        }
        const auto plain = plain_letters(words);
        const auto at = plain.find(title);
        if (at == std::string::npos) return false;
        const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; };
        const auto end = at + title.size();
        return (at == 0 || !is_letter(plain[at - 1])) && (end == plain.size() || !is_letter(plain[end]));
    }

    bool may_follow(const Commitment& commitment, CommitmentEventKind kind) const {
        return fits_on(commitment, kind, prose_.on);
    }

    Proposal begun(ProposalKind kind, std::string title, const std::string& words) {
        ++count_;
        Proposal proposal;
        proposal.kind = kind;
        proposal.title = std::move(title);
        proposal.words = words;
        proposal.source = prose_.source;
        // Whose words they are is not known where the seller is not.
        proposal.likely = planning_.at(prose_.entry_proposal).likely && !(prose_.speaker && planning_.is_doubtful(*prose_.speaker));
        return proposal;
    }
    std::string speaker_name() const {
        if (const auto& proposal = prose_.speaker->proposal) {
            if (const auto* put = std::get_if<edit::PutStakeholder>(&planning_.at(*proposal).edits.front().any())) return put->stakeholder.name;
        }
        return middleground::name_of(planning_.deal(), prose_.speaker->id);
    }
    std::vector<std::uint32_t> needs_of(const std::optional<FoundPerson>& person) const {
        return person && person->proposal ? std::vector{*person->proposal} : std::vector<std::uint32_t>();
    }
    std::vector<StakeholderId> heard() const {
        std::vector<StakeholderId> ids;
        for (const auto& one : prose_.heard) {
            ids.push_back(one.id);
        }
        return ids;
    }

    void put_ask(const Commitment& commitment, const std::string& words, Asker by) {
        if (!may_follow(commitment, CommitmentEventKind::asked) || is_done(commitment.id, CommitmentEventKind::asked)) return;
        auto proposal = begun(ProposalKind::ask, (by == Asker::us ? "We asked for: " : speaker_name() + " asks for: ") + commitment.title, words);
        if (const auto entry = with_entry([&](Interaction& one) { one.asks.push_back(commitment.id); })) proposal.edits.push_back(*entry);
        CommitmentEvent event{CommitmentEventKind::asked, prose_.on, by == Asker::us ? heard() : std::vector{prose_.speaker->id}, prose_.entry, {}, {}};
        event.by = by;
        if (by == Asker::them) proposal.needs = needs_of(prose_.speaker);
        proposal.edits.emplace_back(edit::AddCommitmentEvent{commitment.id, std::move(event)});
        planning_.add(std::move(proposal));
    }

    void put_answer(const Commitment& commitment, const LogAsk& ask, const std::string& words) {
        const bool asked_first = state_of(commitment) == CommitmentState::planned && ask.answer != CommitmentEventKind::kept;
        if (!may_follow(commitment, asked_first ? CommitmentEventKind::asked : ask.answer) || is_done(commitment.id, ask.answer)) return;
        auto proposal = begun(ProposalKind::answer, speaker_name() + ": " + commitment.title + ", " + folded(label_of(ask.answer)), words);
        proposal.needs = needs_of(prose_.speaker);
        const std::vector who{prose_.speaker->id};
        if (asked_first) {
            proposal.edits.emplace_back(edit::AddCommitmentEvent{commitment.id, {CommitmentEventKind::asked, prose_.on, who, prose_.entry, {}, {}}});
        }
        CommitmentEvent event{ask.answer, prose_.on, ask.answer == CommitmentEventKind::kept ? std::vector<StakeholderId>() : who, prose_.entry, ask.why, {}};
        if (ask.not_before && !ask.not_before->other) event.not_before = ask.not_before->day;
        if (ask.answer == CommitmentEventKind::kept) event.interaction = {};
        proposal.edits.emplace_back(edit::AddCommitmentEvent{commitment.id, std::move(event)});
        if (ask.due && !ask.due->other) proposal.edits.emplace_back(edit::AddCommitmentEvent{commitment.id, {CommitmentEventKind::due, prose_.on, {}, {}, {}, ask.due->day}});
        planning_.add(std::move(proposal));
    }

    void put_promise(const LogPromise& said, const std::string& words) {
        const auto what = promise_in(said.text);
        const auto wanted = plain_letters(what);
        if (wanted.empty() || std::ranges::any_of(planning_.deal().promises, [&](const OurPromise& one) { return plain_letters(one.what) == wanted; })) return;
        if (!planning_.is_new("promise " + wanted)) return;
        OurPromise promise{PromiseId::make(planning_.random()), prose_.on, said.to, what, {}, {{PromiseEventKind::made, prose_.on, {}}}, {}};
        if (said.due && !said.due->other && said.due->day >= prose_.on) promise.due = said.due->day;
        if (promise.to.empty() && prose_.heard.size() == 1) promise.to = prose_.heard.front().id;
        auto proposal = begun(ProposalKind::promise, "We promised: " + what, words);
        if (promise.due) proposal.detail = "by " + short_date(*promise.due, planning_.today());
        proposal.edits.emplace_back(edit::PutPromise{std::move(promise)});
        planning_.add(std::move(proposal));
    }

    void put_concern(const std::string& text, const std::string& words, ConcernKind kind, const StakeholderId& who) {
        const auto wanted = plain_letters(text);
        if (wanted.empty()) return;
        // "Igor is worried about it": whose it is may be said.
        const bool other = !who.empty() && who != prose_.speaker->id && find(planning_.deal(), who);
        const auto whose = other ? who : prose_.speaker->id;
        const auto name = other ? middleground::name_of(planning_.deal(), who) : speaker_name();
        if (std::ranges::any_of(planning_.deal().concerns, [&](const Concern& one) { return one.stakeholder == whose && plain_letters(one.text) == wanted; })) return;
        if (!planning_.is_new("concern " + whose.text + wanted)) return;
        Concern concern{ConcernId::make(planning_.random()), prose_.on, whose, text, {{ConcernEventKind::raised, prose_.on, {}}}, {}, kind};
        const bool question = kind == ConcernKind::question;
        auto proposal = begun(question ? ProposalKind::question : ProposalKind::concern, name + (question ? " asks: " : " is concerned: ") + text, words);
        if (!other) proposal.needs = needs_of(prose_.speaker);
        const auto id = concern.id;
        proposal.edits.emplace_back(edit::PutConcern{std::move(concern)});
        if (const auto entry = with_entry([&](Interaction& one) { one.concerns.push_back(id); })) proposal.edits.push_back(*entry);
        planning_.add(std::move(proposal));
    }

    // The entry with something more in it: it is united with the one that was taken.
    template <typename Change>
    std::optional<Edit> with_entry(const Change& change) {
        const auto& edits = planning_.at(prose_.entry_proposal).edits;
        for (const auto& one : edits) {
            const auto* put = std::get_if<edit::PutInteraction>(&one.any());
            if (!put || put->interaction.id != prose_.entry) continue;
            auto entry = put->interaction;
            change(entry);
            return Edit(edit::PutInteraction{std::move(entry), {}});
        }
        return {};
    }

    // The same step twice for one entry.
    bool is_done(const CommitmentId& id, CommitmentEventKind kind) {
        return !planning_.is_new("step " + prose_.entry.text + id.text + std::string(key_of(kind)));
    }

    Planning& planning_;
    const Prose& prose_;
    int most_;
    int count_ = 0;
};

}

int propose_from_prose(Planning& planning, const Prose& prose, int most) {
    return ProseReader(planning, prose, most).read();
}

}
