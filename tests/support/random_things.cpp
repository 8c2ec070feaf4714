#include "tests/support/random_things.hpp"

#include <algorithm>
#include <array>

namespace middleground::test {

Date today() {
    return Date::from_days(20634);
}

int between(Random& random, int first, int last) {
    return first + static_cast<int>(random.below(static_cast<std::uint32_t>(last - first + 1)));
}

bool one_in(Random& random, int count) {
    return random.below(static_cast<std::uint32_t>(count)) == 0;
}

std::string random_text(Random& random) {
    static constexpr std::array<std::string_view, 16> words{"Elena",
                                                            "Brandt",
                                                            "budget",
                                                            "the \"quoted\" one",
                                                            "back\\slash",
                                                            "line\nend",
                                                            "tab\there",
                                                            "Zo\u00eb",
                                                            "\u041e\u043b\u044c\u0433\u0430",
                                                            "\u5c71\u7530",
                                                            "\U0001f680",
                                                            "<b>&amp;",
                                                            "50 %",
                                                            "na\u00efve, comma",
                                                            "\u2028",
                                                            "{}[]:#"};
    std::string text;
    for (int i = between(random, 0, 3); i > 0; --i) {
        text += (text.empty() ? "" : " ") + std::string(words[random.below(words.size())]);
    }
    return text;
}

Date day_from(Random& random, Date first) {
    return first + between(random, 0, std::max(0, today() - first));
}

Diary random_diary(Random& random, Date first) {
    Diary diary;
    for (int i = between(random, 0, 5); i > 0; --i) {
        Belief belief{.on = day_from(random, first), .won = between(random, 0, 1000), .by = one_in(random, 3) ? 0 : between(random, 1, 200000)};
        if (!one_in(random, 4)) {
            belief.p10 = between(random, 0, 60);
            belief.p50 = belief.p10 + between(random, 0, 60);
            belief.p90 = belief.p50 + between(random, 0, 200);
        }
        diary.push_back(belief);
    }
    put_in_order(diary);
    return diary;
}

std::vector<Value> random_values(Random& random, const std::vector<StakeholderId>& people) {
    std::vector<Value> values;
    for (int i = between(random, 0, 2); i > 0; --i) {
        values.push_back({one_in(random, 3) ? StakeholderId{} : element_of(random, people), random_text(random), random_text(random)});
    }
    return values;
}

std::vector<CommitmentEvent> random_events(Random& random, Date opened, const std::vector<StakeholderId>& people,
                                           const std::vector<InteractionId>& interactions) {
    std::vector<CommitmentEvent> events;
    auto state = CommitmentState::planned;
    auto day = day_from(random, opened);
    Random own(static_cast<std::uint64_t>(day.days()) + 7 * people.size()); // what is drawn next stays as it was
    for (int i = between(random, 0, 7); i > 0; --i) {
        constexpr std::uint32_t in_the_plan = 8; // kinds: what sets aside comes at the end
        const auto kind = static_cast<CommitmentEventKind>(random.below(in_the_plan));
        const bool first_planned = events.empty() && kind == CommitmentEventKind::planned;
        if (!first_planned && !is_legal_move(state, kind)) {
            continue;
        }
        CommitmentEvent event{kind, day, {}, {}, {}, {}};
        if (kind == CommitmentEventKind::asked || kind == CommitmentEventKind::agreed || kind == CommitmentEventKind::declined) {
            event.who = some_of(random, people);
            event.interaction = one_in(random, 2) ? InteractionId{} : element_of(random, interactions);
        }
        if (kind == CommitmentEventKind::declined || kind == CommitmentEventKind::broken) {
            event.why = random_text(random);
        }
        if (kind == CommitmentEventKind::asked && one_in(own, 3)) event.by = Asker::them;
        if ((kind == CommitmentEventKind::agreed || kind == CommitmentEventKind::declined) && one_in(own, 3)) {
            event.not_before = day + between(own, 0, 90);
        }
        if (kind == CommitmentEventKind::due && !one_in(random, 4)) {
            event.due = today() + between(random, -60, 120);
        }
        events.push_back(std::move(event));
        state = state_after(state, kind);
        day = day_from(random, day);
    }
    if (is_open(state) && one_in(own, 6)) {
        events.push_back({one_in(own, 2) ? CommitmentEventKind::dropped : CommitmentEventKind::not_needed, day, {}, {}, random_text(own), {}});
        if (one_in(own, 4)) events.push_back({CommitmentEventKind::reopened, day, {}, {}, {}, {}});
    }
    return events;
}

std::vector<OwnField> random_fields(Random& random, int count) {
    std::vector<OwnField> fields;
    for (int i = 1; i <= count; ++i) {
        OwnField field{"Field " + std::to_string(i), any_of<FieldKind>(random), {}, one_in(random, 3)};
        if (field.kind == FieldKind::number) {
            const auto whole = std::to_string(between(random, -2000, 2000)); // drawn first, whatever compiler builds it
            field.value = plain_number(whole + '.' + std::to_string(random.below(100))).value();
        } else if (field.kind == FieldKind::date) {
            field.value = (today() + between(random, -400, 400)).iso();
        } else {
            field.value = random_text(random) + '.';
        }
        fields.push_back(std::move(field));
    }
    return fields;
}

Stakeholder random_person(Random& random, Date opened) {
    Stakeholder person;
    person.id = StakeholderId::make(random);
    person.created = day_from(random, opened);
    person.name = random_text(random);
    person.title = random_text(random);
    person.function = any_of<Function>(random);
    person.role = any_of<Role>(random);
    person.influence = between(random, 0, 100);
    person.openness = between(random, 0, 100);
    auto day = opened;
    for (int i = between(random, 0, 3); i > 0; --i) {
        day = day_from(random, day);
        person.stances.push_back({day, any_of<Stance>(random), random_text(random)});
    }
    person.problem = random_text(random);
    person.needed_outcome = random_text(random);
    person.contact = random_text(random);
    person.notes = random_text(random);
    Random own(static_cast<std::uint64_t>(101 * person.influence + person.openness)); // what was drawn so far stays as it was
    if (one_in(own, 4)) {
        person.origin = PersonOrigin{any_of<OriginSystem>(own), random_text(own), person.name,     person.title,
                                     random_text(own),          random_text(own), random_text(own)};
    }
    if (!person.stances.empty() && one_in(own, 3)) person.stances.back().not_before = person.stances.back().on + between(own, 0, 90);
    if (one_in(own, 6)) person.left = Departure{day_from(own, opened), random_text(own)};
    if (person.origin && one_in(own, 3)) { // edited here since it was imported
        person.origin->name = random_text(own);
        person.origin->title = random_text(own);
    }
    for (int i = between(own, 0, 2); i > 0; --i) {
        person.tags.push_back({"tag " + std::to_string(i)});
    }
    person.fields = random_fields(own, between(own, 0, 3));
    if (person.origin && one_in(own, 2)) person.origin->fields.push_back({"Field 1", random_text(own)});
    return person;
}

Interaction random_interaction(Random& random, const Deal& deal) {
    const auto people = ids_of(deal.stakeholders);
    Interaction interaction;
    interaction.id = InteractionId::make(random);
    interaction.on = day_from(random, deal.opened);
    interaction.created = day_from(random, interaction.on);
    interaction.kind = any_of<InteractionKind>(random);
    interaction.direction = any_of<Direction>(random);
    interaction.people = some_of(random, people);
    interaction.summary = random_text(random);
    interaction.asks = some_of(random, ids_of(deal.commitments));
    interaction.concerns = some_of(random, ids_of(deal.concerns));
    interaction.value_given = random_values(random, people);
    if (one_in(random, 2)) {
        interaction.next = NextStep{element_of(random, ids_of(deal.commitments)), {}, random_text(random)};
        if (one_in(random, 2) || (interaction.next->commitment.empty() && interaction.next->what.empty())) {
            interaction.next->on = today() + between(random, -30, 30);
        }
    }
    interaction.answered = one_in(random, 2);
    Random own(static_cast<std::uint64_t>(interaction.on.days()) + interaction.people.size()); // what is drawn next stays as it was
    if (interaction.next) interaction.next->state = any_of<NextStepState>(own);
    if (one_in(own, 3)) interaction.source = "q" + make_id_text(own);
    return interaction;
}

Concern random_concern(Random& random, const Deal& deal) {
    Concern concern;
    concern.id = ConcernId::make(random);
    concern.stakeholder = element_of(random, ids_of(deal.stakeholders));
    concern.text = random_text(random);
    auto day = day_from(random, deal.opened);
    concern.created = day;
    concern.events.push_back({ConcernEventKind::raised, day, random_text(random)});
    for (int i = between(random, 0, 4); i > 0; --i) {
        day = day_from(random, day);
        if (const auto kind = any_of<ConcernEventKind>(random); is_legal_move(concern, kind)) {
            concern.events.push_back({kind, day, random_text(random)});
        }
    }
    if (concern.events.size() % 2 == 0) concern.kind = ConcernKind::question;
    return concern;
}

OurPromise random_promise(Random& random, const Deal& deal) {
    OurPromise promise;
    promise.id = PromiseId::make(random);
    promise.to = one_in(random, 4) ? StakeholderId{} : element_of(random, ids_of(deal.stakeholders));
    promise.what = random_text(random);
    if (one_in(random, 2)) {
        promise.due = today() + between(random, -40, 40);
    }
    auto day = day_from(random, deal.opened);
    promise.created = day;
    promise.events.push_back({PromiseEventKind::made, day, random_text(random)});
    for (int i = between(random, 0, 2); i > 0; --i) {
        day = day_from(random, day);
        if (const auto kind = any_of<PromiseEventKind>(random); is_legal_move(promise, kind)) {
            promise.events.push_back({kind, day, random_text(random)});
        }
    }
    return promise;
}

Commitment random_commitment(Random& random, const Deal& deal, const std::vector<InteractionId>& interactions) {
    const auto people = ids_of(deal.stakeholders);
    Commitment commitment;
    commitment.id = CommitmentId::make(random);
    commitment.created = day_from(random, deal.opened);
    commitment.step = one_in(random, 2) ? "" : "build-consensus";
    commitment.title = random_text(random);
    commitment.ask = random_text(random);
    commitment.done_when = random_text(random);
    commitment.value_offered = random_values(random, people);
    commitment.buyer_owner = one_in(random, 3) ? StakeholderId{} : element_of(random, people);
    commitment.people = some_of(random, people);
    commitment.evidence = random_text(random);
    commitment.events = random_events(random, deal.opened, people, interactions);
    return commitment;
}

Outcome random_outcome(Random& random, Date opened) {
    const auto on = day_from(random, opened);
    switch (random.below(6)) {
    case 0:
        return Won{on};
    case 1:
        return Lost{on, random_text(random), random_text(random)};
    case 2:
        return NoDecision{on, random_text(random)};
    default:
        return Open{};
    }
}

std::vector<Alternative> random_alternatives(Random& random) {
    std::vector<Alternative> alternatives;
    for (int i = between(random, 0, 3); i > 0; --i) {
        alternatives.push_back({random_text(random), any_of<AlternativeKind>(random), random_text(random), {}});
    }
    return alternatives;
}

}
