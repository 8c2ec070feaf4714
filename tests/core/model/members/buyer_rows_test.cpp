// What the rows say about the buyer, and what buyer_plan() shows, are one thing.
#include "core/model/buyer_plan.hpp"
#include "core/model/members/members.hpp"
#include "tests/support/example_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace middleground;
using namespace middleground::test;

namespace {

Playbook playbook_for(const Deal& deal) {
    Playbook playbook;
    PlaybookStep step;
    step.id = "explore";
    step.title = deal.commitments.empty() ? "Explore" : deal.commitments.back().title;
    step.buyer_title = "Open questions answered";
    playbook.steps = {step};
    return playbook;
}

// A deal with something in every list, and a plan whose order is not that of the list.
Deal deal_for_buyers() {
    auto deal = example_deal();
    deal.seller = "Nora";
    deal.amount = Money{100, "EUR"};
    deal.targets = {{today() - 3, today() + 30, TargetReason::buyer_event, "Before the audit"}};
    deal.alternatives = {{"Kestrel", AlternativeKind::in_house, "Runs on site", {}}};
    deal.tags = {{"renewal"}};
    deal.diary = {{.on = today(), .won = 310}};
    deal.own_base = OwnBase{620, "deals.csv", {{"Client", "New"}}};
    deal.snoozes = {{"promise p00001", today() + 3}};
    deal.planned_with = playbook_for({});
    deal.planned_with->base = BaseRate{1, "Counted"};
    deal.fields = {{"Region", FieldKind::choice, "North", true}};
    deal.links = {{"Contract", "https://example.com/contract"}};
    deal.origin = DealOrigin{OriginSystem::hubspot, "7", {}, {}, {}, {}, {}, {}, {{"9"}}};
    for (auto& person : deal.stakeholders) {
        person.stances.push_back({today(), Stance::neutral, "Said so"});
        person.tags = {{"golf"}};
        person.fields = {{"Office", FieldKind::text, "Bremen", true}};
        person.origin = PersonOrigin{OriginSystem::hubspot, "8", {}, {}, {}, {}, {}};
    }
    for (auto& commitment : deal.commitments) {
        commitment.value_offered.push_back({elena, "A reference visit", "Certainty"});
        commitment.events.push_back({CommitmentEventKind::due, today(), {}, {}, {}, today() + 10});
    }
    deal.commitments.front().step = "explore";
    std::ranges::reverse(deal.commitments);
    // Waits for nothing: what it may wait for changes the order of the plan.
    deal.commitments.insert(deal.commitments.begin(), Commitment{.id = {"c00009"}, .title = "Ask around", .value_offered = {{tom, "A contact", {}}},
                                                                 .events = {{CommitmentEventKind::due, today(), {}, {}, {}, today() + 5}}});
    deal.interactions.front().next = NextStep{explore, today() + 3, "Call", NextStepState::planned};
    deal.interactions.back().value_given.push_back({tom, "A sizing sheet", {}});
    return deal;
}

// The way to a thing within the deal.
struct Step {
    const Member* member;
    std::size_t element = 0; // of lists
};
using Path = std::vector<Step>;

void* thing_at(Deal& deal, const Path& path) {
    void* thing = &deal;
    for (const auto& step : path) {
        auto* member = step.member->at(thing);
        thing = step.member->kind == MemberKind::list ? step.member->type->list->at(member, step.element) : step.member->type->part->get(member);
    }
    return thing;
}

// Another value than it has; a list gets an element that says something.
void change(const Member& member, void* thing) {
    using enum MemberKind;
    auto* place = member.at(thing);
    switch (member.kind) {
    case id:
    case text:
        *static_cast<std::string*>(place) += 'x';
        return;
    case reference:
        *static_cast<std::string*>(place) = *static_cast<std::string*>(place) == tom.text ? elena.text : tom.text;
        return;
    case unknown:
        *static_cast<std::string*>(place) = R"({"new":1})";
        return;
    case flag:
        *static_cast<bool*>(place) = !*static_cast<bool*>(place);
        return;
    case whole:
    case thousandths:
        ++*static_cast<int*>(place);
        return;
    case amount:
        ++*static_cast<std::int64_t*>(place);
        return;
    case choice: {
        auto& number = *static_cast<std::uint8_t*>(place);
        number = static_cast<std::uint8_t>((number + 1u) % member.type->names().size());
        return;
    }
    case day:
        *static_cast<Date*>(place) = *static_cast<Date*>(place) - 1;
        return;
    case maybe_day:
        *static_cast<std::optional<Date>*>(place) = today() + 77;
        return;
    case references:
        *static_cast<std::string*>(member.type->list->add(place)) =
            member.type->refers_to == IdKind::commitment ? start.text : maria.text;
        return;
    case list: {
        auto* element = member.type->list->add(place);
        for (const auto& row : member.type->table().rows) {
            change(row, element);
        }
        return;
    }
    case part:
        member.type->part->make(place);
        return;
    case made:
        return member.type->made->put(thing, member.type->made->fresh());
    case texts:
        *static_cast<std::string*>(member.type->list->add(place)) = "x";
        return;
    case choices:
        member.type->list->add(place);
        return;
    case number:
        *static_cast<double*>(place) += 1;
        return;
    case group: // its members stand in the thing itself
        for (const auto& row : member.type->table().rows) {
            change(row, thing);
        }
        return;
    }
}

class Rows {
public:
    explicit Rows(Deal deal) : deal_(std::move(deal)), playbook_(playbook_for(deal_)), plan_(buyer_plan(deal_, today(), &playbook_)) {}

    // `shared`: all members on the way here are marked.
    void walk(const MemberTable& table, const Path& path, bool shared) {
        for (const auto& member : table.rows) {
            const bool is_marked = shared && member.audience == Audience::buyer;
            const auto row = std::string(path.empty() ? "deal" : path.back().member->key) + '.' + std::string(member.key);
            if (is_marked) marked.insert(row);
            auto changed = deal_;
            change(member, thing_at(changed, path));
            const bool shows = buyer_plan(changed, today(), &playbook_) != plan_;
            if (is_marked && shows) shown.insert(row);
            INFO(row);
            CHECK((is_marked || !shows));
            const auto* thing = thing_at(deal_, path);
            if (member.kind == MemberKind::list) {
                CHECK(member.size(thing) > 0);
                for (std::size_t i = 0; i < member.size(thing); ++i) {
                    walk_into(member, path, i, is_marked);
                }
            } else if (member.kind == MemberKind::part && member.part(thing)) {
                walk_into(member, path, 0, is_marked);
            }
        }
    }

    std::set<std::string> marked;
    std::set<std::string> shown;

private:
    void walk_into(const Member& member, Path path, std::size_t element, bool shared) {
        path.push_back({&member, element});
        walk(member.type->table(), path, shared);
    }

    Deal deal_;
    Playbook playbook_;
    BuyerPlan plan_;
};

}

TEST_CASE("what a row keeps from the buyer never changes the plan, and what it shows does") {
    Rows rows(deal_for_buyers());
    rows.walk(members_of<Deal>(), {}, true);
    CHECK(rows.marked.size() > 20);
    CHECK(rows.shown == rows.marked);
}

TEST_CASE("a field of one's own is the seller's alone until it is marked") {
    auto deal = example_deal();
    const auto before = buyer_plan(deal, today());
    deal.fields = {{"Margin", FieldKind::number, "12.5"}, {"Region", FieldKind::choice, "North", true}};
    deal.stakeholders[0].fields = {{"Office", FieldKind::text, "Bremen", true}, {"Golf", FieldKind::text, "Plays"}};
    const auto plan = buyer_plan(deal, today());
    CHECK(plan.fields == std::vector<PlanField>{{"Region", FieldKind::choice, "North"}});
    CHECK(plan.people[0].fields == std::vector<PlanField>{{"Office", FieldKind::text, "Bremen"}});
    deal.fields[1].shared = false;
    deal.stakeholders[0].fields[0].shared = false;
    CHECK(buyer_plan(deal, today()) == before);
}
