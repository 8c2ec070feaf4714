#include "tests/support/random_deal.hpp"

#include "tests/support/random_things.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace middleground::test {

namespace {

// The list is in no particular order, so the ranks that keep it free of cycles are drawn apart from it.
void add_prerequisites(Random& random, Deal& deal) {
    std::vector<std::size_t> rank(deal.commitments.size());
    for (std::size_t i = 0; i < rank.size(); ++i) {
        rank[i] = i;
        std::swap(rank[i], rank[random.below(static_cast<std::uint32_t>(i + 1))]);
    }
    for (std::size_t i = 0; i < rank.size(); ++i) {
        for (std::size_t other = 0; other < rank.size(); ++other) {
            if (rank[other] < rank[i] && one_in(random, 4)) {
                deal.commitments[i].prerequisites.push_back(deal.commitments[other].id);
            }
        }
    }
}

}

Deal random_deal(Random& random) {
    Deal deal;
    deal.id = DealId::make(random);
    deal.opened = today() - between(random, 0, 200);
    deal.created = day_from(random, deal.opened);
    deal.title = random_text(random);
    deal.account = random_text(random);
    if (one_in(random, 2)) {
        static constexpr std::array<std::string_view, 4> currencies{"EUR", "JPY", "KWD", "XYZ"};
        deal.amount = Money{static_cast<std::int64_t>(random.next() >> (1 + random.below(63))), std::string(currencies[random.below(4)])};
    }
    deal.seller = random_text(random);
    deal.playbook = one_in(random, 2) ? "" : "ten-commitments";
    auto day = deal.opened;
    for (int i = between(random, 0, 3); i > 0; --i) {
        day = day_from(random, day);
        deal.targets.push_back({day, one_in(random, 5) ? std::nullopt : std::optional(today() + between(random, -30, 300)),
                                any_of<TargetReason>(random), random_text(random)});
    }
    deal.process = any_of<Process>(random);
    deal.outcome = random_outcome(random, deal.opened);
    deal.expected_group_size = between(random, 1, 12);
    deal.sample = one_in(random, 10);
    deal.alternatives = random_alternatives(random);
    deal.notes = random_text(random);
    Random own(static_cast<std::uint64_t>(deal.opened.days() + deal.expected_group_size)); // what is drawn next stays as it was
    if (one_in(own, 4)) {
        deal.origin = DealOrigin{any_of<OriginSystem>(own), random_text(own), deal.title,       deal.account, random_text(own),
                                 deal.seller,               random_text(own), random_text(own), {}};
        if (one_in(own, 2)) deal.origin->removed.push_back({random_text(own)});
    }
    for (int i = between(own, 0, 3); i > 0; --i) {
        deal.tags.push_back({"tag " + std::to_string(i)});
        deal.links.push_back({random_text(own), "https://example.com/offer-" + std::to_string(i)});
    }
    deal.lesson = one_in(own, 2) ? std::string() : random_text(own);
    deal.client = static_cast<Client>(deal.lesson.size() % 3);
    if (deal.origin && one_in(own, 3)) { // edited here since it was imported
        deal.origin->title = random_text(own);
        deal.origin->account = random_text(own);
        deal.origin->seller = random_text(own);
    }

    deal.diary = random_diary(own, deal.opened);
    if (one_in(own, 3)) {
        deal.own_base = OwnBase{between(own, 1, 999), random_text(own), {}, one_in(own, 2), one_in(own, 2)};
        for (int i = between(own, 0, 3); i > 0; --i) {
            deal.own_base->answers.push_back({random_text(own), random_text(own)});
        }
    }
    for (int i = between(own, 0, 2); i > 0; --i) {
        deal.snoozes.push_back({"promise p0000" + std::to_string(i), today() + between(own, -3, 20)});
    }

    // Of another playbook than the deal's: what is worked out of a deal stays as it was.
    if (one_in(own, 4)) deal.planned_with = random_playbook(own, "p1ayb0");
    deal.fields = random_fields(own, between(own, 0, 4));
    if (deal.origin && one_in(own, 2)) deal.origin->fields.push_back({"Field 1", random_text(own)});

    for (int i = between(random, 0, 8); i > 0; --i) {
        deal.stakeholders.push_back(random_person(random, deal.opened));
    }
    for (const auto& from : deal.stakeholders) {
        for (const auto& to : deal.stakeholders) {
            if (from.id != to.id && one_in(random, 5)) {
                deal.influences.push_back({from.id, to.id, between(random, 0, 1000), day_from(random, deal.opened), {}});
            }
        }
    }
    if (!deal.stakeholders.empty()) {
        for (int i = between(random, 0, 4); i > 0; --i) {
            deal.concerns.push_back(random_concern(random, deal));
        }
    }
    // Interactions name commitments and commitments' events name interactions: the ids come first.
    std::vector<InteractionId> interactions;
    for (int i = between(random, 0, 6); i > 0; --i) {
        interactions.push_back(InteractionId::make(random));
    }
    for (int i = between(random, 0, 12); i > 0; --i) {
        deal.commitments.push_back(random_commitment(random, deal, interactions));
    }
    add_prerequisites(random, deal);
    if (!deal.commitments.empty()) {
        auto& decision = deal.commitments[random.below(static_cast<std::uint32_t>(deal.commitments.size()))];
        decision.decides = true;
        const auto set_aside = std::ranges::find_if(decision.events, [](const CommitmentEvent& event) {
            return event.kind == CommitmentEventKind::dropped || event.kind == CommitmentEventKind::not_needed;
        });
        decision.events.erase(set_aside, decision.events.end());
    }
    for (const auto& id : interactions) {
        deal.interactions.push_back(random_interaction(random, deal));
        deal.interactions.back().id = id;
    }
    for (int i = between(random, 0, 4); i > 0; --i) {
        deal.promises.push_back(random_promise(random, deal));
    }
    return deal;
}

}
