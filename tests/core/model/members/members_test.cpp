#include "core/model/members/member_words.hpp"
#include "core/model/members/members.hpp"

#include <catch2/catch_test_macros.hpp>

#include <set>
#include <string>

using namespace middleground;

namespace {

template <typename T>
void check_table() {
    const MemberTable& table = members_of<T>();
    T thing{};
    const auto* begin = reinterpret_cast<const std::byte*>(&thing);
    std::set<const void*> places;
    std::set<std::string_view> keys;
    for (const auto& member : table.rows) {
        INFO(member.key);
        CHECK(keys.insert(member.key).second);
        const bool is_last = &member == &table.rows.back();
        CHECK((member.kind == MemberKind::unknown) == member.key.empty());
        CHECK((member.kind != MemberKind::unknown || is_last));
        CHECK((member.kind != MemberKind::id || &member == &table.rows.front()));
        // What people see of a merge has a name.
        const bool is_shown = member.merge == MergeRule::value || member.merge == MergeRule::set || member.merge == MergeRule::log;
        CHECK((!is_shown || !member.label.empty()));
        CHECK((member.merge == MergeRule::none) == (member.comparison == nullptr));
        CHECK((member.merge != MergeRule::set && member.merge != MergeRule::log && member.merge != MergeRule::named) == (!member.comparison || !member.type->list));
        // A limit has words for its message.
        CHECK((member.highest < 0 || !member.noun.empty() || !member.label.empty()));
        if (member.kind == MemberKind::group) continue;
        // Together with the count, which the compiler checks, each member of the struct is in one row.
        const auto* place = static_cast<const std::byte*>(member.in(static_cast<const void*>(&thing)));
        CHECK((place >= begin && place < begin + sizeof(T)));
        CHECK(places.insert(place).second);
        // What is left out of files is what a new thing has.
        if (member.kind == MemberKind::whole) CHECK(member.in<int>(&thing) == member.usual);
        if (member.kind == MemberKind::choice && !member.needed) CHECK(member.in<std::uint8_t>(&thing) == member.usual);
    }
    CHECK((table.own_ids == IdKind::none || table.rows.front().kind == MemberKind::id));
}

// Each key that links have, and a space.
template <typename T>
std::string keys_of() {
    std::string keys;
    for (const auto& member : members_of<T>().rows) {
        if (member.in_links && member.kind != MemberKind::unknown) keys += std::string(member.key) + ' ';
    }
    return keys;
}

struct Grown {
    std::string first;
    int second = 0;
    std::vector<std::string> third;
    std::optional<Date> fourth;
};

// The keys of the rows that merging passes by, each and a space.
template <typename T>
std::string not_merged() {
    std::string keys;
    for (const auto& member : members_of<T>().rows) {
        if (member.merge == MergeRule::none) keys += std::string(member.key) + ' ';
    }
    return keys;
}

}

// A row without a rule compiles: whoever adds one that merging shall pass by says so here. Lists of
// things and the one commitment that decides have code of their own in core/merge.
TEST_CASE("what merging passes by is known") {
    CHECK(not_merged<Stakeholder>() == "id ");
    CHECK(not_merged<Influence>() == "from to ");
    CHECK(not_merged<Commitment>() == "id decides ");
    CHECK(not_merged<OurPromise>() == "id ");
    CHECK(not_merged<Interaction>() == "id ");
    CHECK(not_merged<Concern>() == "id ");
    CHECK(not_merged<Alternative>() == "name ");
    CHECK(not_merged<Deal>() == "id alternatives stakeholders influences commitments promises interactions concerns based_on diary ");
}

TEST_CASE("the members of a struct are counted") {
    STATIC_CHECK(rows::count_members<Tag>() == 1);
    STATIC_CHECK(rows::count_members<Value>() == 3);
    STATIC_CHECK(rows::count_members<Grown>() == 4);
    STATIC_CHECK(rows::count_members<Deal>() == 33);
}

TEST_CASE("each member is in one row of the table of its noun") {
    check_table<StanceEvent>();
    check_table<PersonOrigin>();
    check_table<Departure>();
    check_table<Stakeholder>();
    check_table<Influence>();
    check_table<Value>();
    check_table<CommitmentEvent>();
    check_table<Commitment>();
    check_table<PromiseEvent>();
    check_table<OurPromise>();
    check_table<NextStep>();
    check_table<Interaction>();
    check_table<ConcernEvent>();
    check_table<Concern>();
    check_table<Money>();
    check_table<TargetEvent>();
    check_table<Closing>();
    check_table<Alternative>();
    check_table<Tag>();
    check_table<DocumentLink>();
    check_table<Snooze>();
    check_table<OwnField>();
    check_table<PlanField>();
    check_table<RemovedPerson>();
    check_table<SaidField>();
    check_table<DealOrigin>();
    check_table<Belief>();
    check_table<Deal>();
    check_table<PlanPerson>();
    check_table<PlanValue>();
    check_table<PlanStep>();
    check_table<BuyerEvent>();
    check_table<BuyerPlan>();
    check_table<PlaybookStep>();
    check_table<BaseRate>();
    check_table<Playbook>();
}

// Of what stands in links. Whoever adds a member adds it at the end of its line here; nothing else may ever change.
TEST_CASE("the order of members is frozen") {
    CHECK(keys_of<StanceEvent>() == "on stance why not_before ");
    CHECK(keys_of<PersonOrigin>() == "system id name title function role contact fields ");
    CHECK(keys_of<Stakeholder>() ==
          "id name title function role influence openness stances problem needed_outcome contact notes created origin left tags fields ");
    CHECK(keys_of<Departure>() == "on why ");
    CHECK(keys_of<Influence>() == "from to weight created ");
    CHECK(keys_of<Value>() == "to what outcome ");
    CHECK(keys_of<CommitmentEvent>() == "kind on who interaction why due by not_before ");
    CHECK(keys_of<Commitment>() ==
          "id step title ask done_when decides value_offered prerequisites buyer_owner people evidence events created ");
    CHECK(keys_of<PromiseEvent>() == "kind on note ");
    CHECK(keys_of<OurPromise>() == "id to what due events created ");
    CHECK(keys_of<NextStep>() == "commitment on what state ");
    CHECK(keys_of<Interaction>() == "id on kind direction people summary asks concerns value_given next answered created source ");
    CHECK(keys_of<ConcernEvent>() == "kind on note ");
    CHECK(keys_of<Concern>() == "id stakeholder text events created kind ");
    CHECK(keys_of<Money>() == "minor currency ");
    CHECK(keys_of<TargetEvent>() == "on date reason note ");
    CHECK(keys_of<Closing>() == "state on to why ");
    CHECK(keys_of<Alternative>() == "name kind notes ");
    CHECK(keys_of<Tag>() == "name ");
    CHECK(keys_of<DocumentLink>() == "title url ");
    CHECK(keys_of<Snooze>() == "what until ");
    CHECK(keys_of<RemovedPerson>() == "person ");
    CHECK(keys_of<DealOrigin>() == "system id title account amount seller target outcome removed fields ");
    CHECK(keys_of<SaidField>() == "name value ");
    CHECK(keys_of<Deal>() == "id title account amount seller playbook opened targets process outcome expected_group_size sample alternatives "
                             "stakeholders influences commitments promises interactions concerns notes created based_on origin tags links "
                             "lesson client own_base snoozes planned_with fields ");
    CHECK(keys_of<Playbook>() == "id title what origin process expected_group_size cadence_days steps base edition ");
    CHECK(keys_of<PlaybookStep>() ==
          "id title buyer_title what why done_when functions roles value_ideas ask prerequisites days odds origin decides ");
    CHECK(keys_of<BaseRate>() == "log_odds origin ");
    CHECK(keys_of<OwnBase>() == "won origin answers knows_competitor knows_client ");
    CHECK(keys_of<OwnBaseAnswer>() == "column answer ");
    CHECK(keys_of<OwnField>() == "name kind value shared ");
    CHECK(keys_of<PlanField>() == "name kind value ");
    CHECK(keys_of<PlanPerson>() == "id name title function fields ");
    CHECK(keys_of<PlanValue>() == "what ");
    CHECK(keys_of<PlanStep>() == "id title done_when state since due owner value ");
    CHECK(keys_of<BuyerEvent>() == "date what ");
    CHECK(keys_of<BuyerPlan>() == "id account seller made_on event people steps fields ");
}

TEST_CASE("rows read and write the members of any thing") {
    Stakeholder person;
    person.id = {"k3v9qa"};
    const auto& table = members_of<Stakeholder>();
    CHECK(table.own_id(&person) == "k3v9qa");
    const auto* name = table.find("name");
    REQUIRE(name);
    name->in<std::string>(&person) = "Elena";
    CHECK(person.name == "Elena");
    const auto* stances = table.find("stances");
    REQUIRE(stances);
    CHECK(stances->size(&person) == 0);
    static_cast<StanceEvent*>(stances->type->list->add(stances->at(&person)))->stance = Stance::champion;
    REQUIRE(stances->size(&person) == 1);
    CHECK(static_cast<const StanceEvent*>(stances->element(&person, 0))->stance == Stance::champion);
    CHECK_FALSE(table.find("nothing"));
}

TEST_CASE("references say which list they are from, and give the text of the id") {
    Commitment commitment;
    const auto* owner = members_of<Commitment>().find("buyer_owner");
    REQUIRE(owner);
    CHECK(owner->type->refers_to == IdKind::person);
    owner->in<std::string>(&commitment) = "k3v9qa";
    CHECK(commitment.buyer_owner.text == "k3v9qa");
    const auto* prerequisites = members_of<Commitment>().find("prerequisites");
    REQUIRE(prerequisites);
    CHECK(prerequisites->type->refers_to == IdKind::commitment);
    *static_cast<std::string*>(prerequisites->type->list->add(prerequisites->at(&commitment))) = "m00001";
    CHECK(commitment.prerequisites == std::vector<CommitmentId>{{"m00001"}});
}

TEST_CASE("an outcome is made for files and put back") {
    const auto* outcome = members_of<Deal>().find("outcome");
    REQUIRE(outcome);
    Deal deal;
    CHECK_FALSE(outcome->type->made->of(&deal));
    for (const Outcome& one : {Outcome(Won{Date::from_days(3)}), Outcome(Lost{Date::from_days(4), "Kestrel", "Price"}),
                               Outcome(NoDecision{Date::from_days(5), "No budget"})}) {
        deal.outcome = one;
        auto made = outcome->type->made->of(&deal);
        REQUIRE(made);
        deal.outcome = Open{};
        outcome->type->made->put(&deal, std::move(made));
        CHECK(deal.outcome == one);
    }
}

TEST_CASE("only a lost deal has a winner, and a won one no reason") {
    const auto& table = members_of<Closing>();
    const auto names_of_state = [&](ClosedAs state) {
        const Closing closing{state, {}, {}, {}};
        std::string names;
        for (const auto& member : table.rows) {
            if (member.is_there(&closing)) names += std::string(member.key) + ' ';
        }
        return names;
    };
    CHECK(names_of_state(ClosedAs::won) == "state on ");
    CHECK(names_of_state(ClosedAs::lost) == "state on to why ");
    CHECK(names_of_state(ClosedAs::no_decision) == "state on why ");
}

TEST_CASE("the names of any enum are known by number") {
    const auto names = any_names<Role>();
    REQUIRE(names.size() == names_of<Role>().size());
    for (const auto& name : names_of<Role>()) {
        const auto number = static_cast<std::uint8_t>(name.value);
        CHECK(names.key_of(number) == name.key);
        CHECK(names.label_of(number) == name.label);
        CHECK(names.number_of(name.key) == number);
        CHECK(names.has(number));
    }
    CHECK(names.key_of(200).empty());
    CHECK(names.label_of(200).empty());
    CHECK(names.number_of("") == -1);
    CHECK(names.number_of("no such key") == -1);
    CHECK_FALSE(names.has(names.size()));
    CHECK_FALSE(names.has(256)); // no number of 8 bits: not the one that it would be without the rest
}

TEST_CASE("texts, numbers and choices say by themselves what they hold") {
    Stakeholder person;
    person.name = "Elena Brandt";
    person.role = Role::decision_maker;
    const auto words = [&](std::string_view key) { return plain_words(*members_of<Stakeholder>().find(key), &person); };
    CHECK(words("name") == "Elena Brandt");
    CHECK(words("role") == "Decision maker");
    CHECK(words("influence") == "50");
    CHECK_FALSE(words("stances"));
    CHECK_FALSE(words("created"));
}
