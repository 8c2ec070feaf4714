#include "core/analysis/said/said_facts.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr int usual_cadence = 14;
constexpr int cadences_open = 2; // how long a question of theirs stays one that nobody has answered

// A statement, and where it stands.
struct Heard {
    SaidStatement said;
    SaidWhere where;
    std::string words;
};

bool has(const std::vector<StakeholderId>& people, const StakeholderId& id) {
    return std::ranges::find(people, id) != people.end();
}

class FactFinder {
public:
    FactFinder(const Deal& deal, const Playbook* playbook, const SaidPatterns& patterns, Date today)
        : deal_(deal), cadence_(playbook ? playbook->cadence_days : usual_cadence), today_(today), patterns_(patterns), people_(deal, patterns) {}

    std::vector<SaidFact> facts() {
        listen();
        for (const auto& person : deal_.stakeholders) {
            if (auto fact = left(person)) facts_.push_back(std::move(*fact));
        }
        for (const auto& commitment : deal_.commitments) {
            if (auto fact = not_before_refused(commitment)) facts_.push_back(std::move(*fact));
        }
        for (const auto& person : deal_.stakeholders) {
            if (auto fact = not_before_said(person)) facts_.push_back(std::move(*fact));
        }
        if (auto fact = asked_for_decision()) facts_.push_back(std::move(*fact));
        return std::move(facts_);
    }

private:
    void hear(const Speech& speech, const SaidWhere& where) {
        if (speech.text.empty() || speech.on > today_) return;
        for (auto& said : statements_in(speech, patterns_, people_)) {
            Heard heard{std::move(said), where, {}};
            heard.where.begin = heard.said.begin;
            heard.where.end = heard.said.end;
            heard.words = speech.text.substr(heard.said.begin, heard.said.end - heard.said.begin);
            heard_.push_back(std::move(heard));
        }
    }

    void listen() {
        for (const auto& entry : deal_.interactions) {
            const bool both = was_two_way(entry);
            Speech speech{.text = entry.summary, .on = entry.on, .earliest = entry.on, .speaker = {}};
            if (entry.people.size() == 1 && both) speech.speaker = entry.people.front();
            speech.theirs = entry.direction == Direction::inbound;
            speech.both_sides = both;
            hear(speech, {.in = SaidIn::log, .subject = entry.id, .on = entry.on});
        }
        for (const auto& commitment : deal_.commitments) {
            for (std::size_t i = 0; i < commitment.events.size(); ++i) {
                const auto& event = commitment.events[i];
                Speech speech{.text = event.why, .on = event.on, .earliest = event.on, .speaker = {}};
                if (event.who.size() == 1) speech.speaker = event.who.front();
                speech.theirs = speech.refusal = event.kind == CommitmentEventKind::declined;
                hear(speech, {.in = SaidIn::answer, .subject = commitment.id, .place = static_cast<std::uint32_t>(i), .on = event.on});
            }
        }
        for (const auto& concern : deal_.concerns) {
            if (concern.events.empty() || is_settled(concern)) continue;
            const auto on = concern.events.front().on;
            hear({.text = concern.text, .on = on, .earliest = on, .speaker = concern.stakeholder, .theirs = true},
                 {.in = SaidIn::concern, .subject = concern.id, .on = on});
        }
        for (const auto& person : deal_.stakeholders) {
            for (std::size_t i = 0; i < person.stances.size(); ++i) {
                const auto& stance = person.stances[i];
                hear({.text = stance.why, .on = stance.on, .earliest = stance.on, .speaker = person.id, .about_speaker = true, .theirs = true},
                     {.in = SaidIn::stance, .subject = person.id, .place = static_cast<std::uint32_t>(i), .on = stance.on});
            }
            hear({.text = person.notes, .on = today_, .earliest = deal_.opened - 1, .speaker = person.id, .about_speaker = true},
                 {.in = SaidIn::notes, .subject = person.id, .on = {}});
        }
        hear({.text = deal_.notes, .on = today_, .earliest = deal_.opened - 1, .speaker = {}}, {.in = SaidIn::deal_notes, .subject = {}, .on = {}});
    }

    SaidFact fact_of(const Heard& heard) const {
        return {heard.said.kind, heard.said.who, {}, heard.said.day, heard.words, heard.where};
    }

    // The last day up to today on which they took part in something, or answered.
    std::optional<Date> last_seen(const StakeholderId& id) const {
        std::optional<Date> last;
        const auto seen = [&](Date on) {
            if (on <= today_ && (!last || on > *last)) last = on;
        };
        for (const auto& entry : deal_.interactions) {
            if (has(entry.people, id) && was_two_way(entry)) seen(entry.on);
        }
        for (const auto& commitment : deal_.commitments) {
            for (const auto& event : commitment.events) {
                const bool theirs = event.kind == CommitmentEventKind::agreed || event.kind == CommitmentEventKind::declined ||
                                    (event.kind == CommitmentEventKind::asked && event.by == Asker::them);
                if (theirs && has(event.who, id)) seen(event.on);
            }
        }
        return last;
    }

    std::optional<SaidFact> left(const Stakeholder& person) const {
        if (person.left) return {};
        const auto seen = last_seen(person.id);
        const Heard* best = nullptr;
        for (const auto& heard : heard_) {
            if (heard.said.kind != SaidKind::left || heard.said.who != person.id || heard.said.day > today_) continue;
            const bool without_day = !heard.where.on && !heard.said.dated;
            if (seen && *seen > heard.said.last && !without_day) continue;
            if (heard.said.last < deal_.opened) continue; // of another job, or of another year than was meant
            // A day weighs more than a week, and a week more than the day on which somebody spoke of it.
            const auto rank = [](const Heard& one) { return one.said.dated ? (one.said.day == one.said.last ? 2 : 1) : 0; };
            if (!best || rank(heard) > rank(*best)) best = &heard;
        }
        if (!best) return {};
        auto fact = fact_of(*best);
        if (!best->where.on && !best->said.dated) fact.day = seen.value_or(std::min(deal_.opened, today_));
        // "Last week" begins when they were seen last.
        if (seen && *seen > fact.day && *seen <= best->said.last) fact.day = *seen;
        return fact;
    }

    bool has_left(const StakeholderId& id) const {
        const auto* person = find(deal_, id);
        if (!person || person->left) return true;
        return std::ranges::any_of(facts_, [&](const SaidFact& fact) { return fact.kind == SaidKind::left && fact.person == id; });
    }

    std::optional<SaidFact> not_before_refused(const Commitment& commitment) const {
        if (!is_open(commitment)) return {};
        const Heard* last = nullptr;
        for (const auto& heard : heard_) {
            const bool here = heard.where.in == SaidIn::answer && heard.where.subject == Subject(commitment.id);
            if (!here || heard.said.kind != SaidKind::not_before) continue;
            if (!last || heard.where.place > last->where.place || (heard.where.place == last->where.place && heard.said.day > last->said.day))
                last = &heard;
        }
        if (!last || last->said.day <= today_) return {};
        // In force are the words of the last answer, until something else happened.
        auto copy = commitment;
        auto& event = copy.events[last->where.place];
        if (event.kind != CommitmentEventKind::declined || event.not_before) return {};
        event.not_before = last->said.day;
        if (middleground::not_before(copy) != event.not_before) return {};
        auto fact = fact_of(*last);
        fact.person = {};
        fact.commitment = commitment.id;
        return fact;
    }

    // Whether they said yes to something, or asked for it, after that day: then it goes on.
    bool moved_after(const StakeholderId& id, Date on) const {
        return std::ranges::any_of(deal_.commitments, [&](const Commitment& commitment) {
            return std::ranges::any_of(commitment.events, [&](const CommitmentEvent& event) {
                const bool yes = event.kind == CommitmentEventKind::agreed || event.kind == CommitmentEventKind::kept ||
                                 (event.kind == CommitmentEventKind::asked && event.by == Asker::them);
                return event.on > on && event.on <= today_ && yes && (has(event.who, id) || (commitment.decides && event.who.empty()));
            });
        });
    }

    // The last thing of that kind that somebody said, of one day the later in the log.
    const Heard* last_said(SaidKind kind, const StakeholderId& id) const {
        const Heard* last = nullptr;
        for (const auto& heard : heard_) {
            if (heard.said.kind != kind || heard.said.who != id || !heard.where.on || heard.where.in == SaidIn::answer) continue;
            if (last && *heard.where.on == *last->where.on && heard.where.in != SaidIn::log) continue; // the log says it best
            if (!last || *heard.where.on >= *last->where.on) last = &heard;
        }
        return last;
    }

    std::optional<SaidFact> not_before_said(const Stakeholder& person) const {
        const auto* last = last_said(SaidKind::not_before, person.id);
        if (!last || last->said.day <= today_ || has_left(person.id)) return {};
        const auto on = *last->where.on;
        if (!person.stances.empty() && (person.stances.back().on > on || person.stances.back().not_before)) return {};
        if (moved_after(person.id, on)) return {};
        const auto* asked = last_said(SaidKind::asked_for_decision, person.id);
        if (asked && *asked->where.on > on) return {};
        return fact_of(*last);
    }

    bool took_part(const Heard& heard) const {
        const auto* entry = heard.where.subject ? std::get_if<InteractionId>(&*heard.where.subject) : nullptr;
        const auto* interaction = entry ? find(deal_, *entry) : nullptr;
        return interaction && was_two_way(*interaction) && has(interaction->people, heard.said.who);
    }

    std::optional<SaidFact> asked_for_decision() const {
        const auto decision = std::ranges::find(deal_.commitments, true, &Commitment::decides);
        if (decision == deal_.commitments.end() || asked_by_them(*decision)) return {};
        const auto state = state_of(*decision);
        if (!is_open(state) || state == CommitmentState::agreed) return {};
        const Heard* best = nullptr;
        for (const auto& heard : heard_) {
            if (heard.said.kind != SaidKind::asked_for_decision || heard.where.in != SaidIn::log || !took_part(heard)) continue;
            if (is_over(*decision, heard)) continue;
            const auto rank = [&](const Heard& one) {
                return std::pair(find(deal_, one.said.who)->role == Role::decision_maker, *one.where.on);
            };
            if (!best || rank(heard) > rank(*best)) best = &heard;
        }
        if (!best) return {};
        auto fact = fact_of(*best);
        fact.commitment = decision->id;
        return fact;
    }

    bool is_over(const Commitment& decision, const Heard& heard) const {
        const auto on = *heard.where.on;
        if (has_left(heard.said.who) || today_ - on > cadences_open * cadence_) return true;
        const auto* later = last_said(SaidKind::not_before, heard.said.who);
        if (later && *later->where.on > on && later->said.day > today_) return true;
        return std::ranges::any_of(decision.events, [&](const CommitmentEvent& event) {
            if (event.kind == CommitmentEventKind::due || event.kind == CommitmentEventKind::planned) return false;
            const bool our_question = event.kind == CommitmentEventKind::asked && event.by == Asker::us;
            return event.on > on || (event.on == on && !our_question);
        });
    }

    const Deal& deal_;
    int cadence_;
    Date today_;
    const SaidPatterns& patterns_;
    SaidPeople people_;
    std::vector<Heard> heard_;
    std::vector<SaidFact> facts_;
};

bool has_prose(const Deal& deal) {
    return !deal.notes.empty() || !deal.interactions.empty() || !deal.concerns.empty() ||
           std::ranges::any_of(deal.stakeholders, [](const Stakeholder& person) { return !person.notes.empty() || !person.stances.empty(); }) ||
           std::ranges::any_of(deal.commitments, [](const Commitment& one) { return !one.events.empty(); });
}

}

std::vector<SaidFact> said_facts(const Deal& deal, const Playbook* playbook, const SaidPatterns& patterns, Date today) {
    if (!is_open(deal.outcome) || !has_prose(deal)) return {};
    return FactFinder(deal, playbook, patterns, today).facts();
}

}
